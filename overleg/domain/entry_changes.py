"""Changes to entries: said, answered, endorsed, put in another state, put in other words."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Self

from msgspec.structs import replace as but

from overleg.domain.changes import Change
from overleg.domain.choices import AnswerValue, EndorsementValue, Kind, LinkType, Sensitivity
from overleg.domain.kind_row import Direction, KindRow
from overleg.domain.kinds import ref_letter, row_of
from overleg.domain.links import link_type
from overleg.domain.model import (
    Answer,
    AnyEntry,
    Endorsement,
    Expectation,
    HistoryLine,
    Link,
    Offer,
    Reservation,
    Session,
    TargetGroup,
    Task,
    Withdrawal,
)
from overleg.domain.support import agreed_state, confirmed, endorsement_value, is_reserved
from overleg.domain.words import Words
from overleg.errors import Message, Refused

WITHDRAWN = "withdrawn"
"""The state that an entry of any kind can be put in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AddEntry(Change):
    """Record something said.

    `entry` has neither number nor session yet; it gets both when the change is made. `hints` are what
    the chair may want to know about how the line was read.
    """

    entry: AnyEntry
    tasks: tuple[Task, ...] = ()
    groups: tuple[TargetGroup, ...] = ()
    hints: tuple[Message, ...] = field(default=(), compare=False)

    def renamed(self, refs: Mapping[str, str]) -> Self:
        links = tuple(but(link, ref=refs.get(link.ref, link.ref)) for link in self.entry.links)
        return replace(self, entry=but(self.entry, links=links))

    def made(self, session: Session) -> Session:
        row = row_of(self.entry)
        _check_direction(self.entry, row)
        ref, number = _next_ref(session, row.kind)
        entry = but(
            self.entry,
            ref=ref,
            born_in=session.id,
            status=self.entry.status or row.first_state,
            links=tuple(_typed_link(session, self.entry, link) for link in self.entry.links),
        )
        session = but(
            session,
            counters={**session.counters, row.kind: number},
            tasks=session.tasks + tuple(task for task in self.tasks if not session.task(task.slug)),
            target_groups=session.target_groups
            + tuple(group for group in self.groups if not session.group(group.slug)),
            entries=(*session.entries, entry),
        )
        return _replaced_expectations(session, entry, self.at)


@dataclass(frozen=True, slots=True, kw_only=True)
class AboutEntry(Change):
    """Something that happens to the entry with that ref."""

    ref: str

    def renamed(self, refs: Mapping[str, str]) -> Self:
        return replace(self, ref=refs.get(self.ref, self.ref))


@dataclass(frozen=True, slots=True, kw_only=True)
class GiveAnswer(AboutEntry):
    """The addressed party answers an expectation, or accepts or declines an offer."""

    value: AnswerValue
    text: str = ""
    reservation: Reservation | None = None
    sensitivity: Sensitivity = Sensitivity.NONE

    def made(self, session: Session) -> Session:
        entry = standing_entry(session, self.ref)
        match entry:
            case Expectation():
                return _with_entry(session, self._answered(session, entry))
            case Offer():
                return _with_entry(session, self._taken_up(session, entry))
        raise Refused(
            Message("{ref} is not an expectation or an offer, so it cannot be answered.", ref=self.ref),
            Message("Its state is changed with *."),
        )

    def _answered(self, session: Session, entry: Expectation) -> Expectation:
        if entry.to_party is None:
            raise Refused(
                Message("{ref} does not say of whom it is asked, so nobody can answer it yet.", ref=self.ref)
            )
        if entry.status not in ("stated", "answered"):
            raise Refused(
                Message(
                    "{ref} is {state} and no longer waits for an answer.", ref=self.ref, state=_state(entry)
                )
            )
        old = entry.answer
        line = _line(session, self, "answer", old.value if old else "", self.value)
        if old is not None:
            line = but(line, note=old.text, sensitivity=old.sensitivity, by=entry.to_party)
        answer = Answer(
            value=self.value,
            text=self.text,
            reservation=self.reservation,
            at=self.at,
            sensitivity=self.sensitivity,
        )
        return but(entry, answer=answer, status="answered", history=(*entry.history, line))

    def _taken_up(self, session: Session, entry: Offer) -> Offer:
        states = {AnswerValue.ACCEPT: "accepted", AnswerValue.DECLINE: "declined"}
        if self.value not in states:
            raise Refused(Message("An offer is answered with yes or no."))
        if self.reservation is not None:
            raise Refused(
                Message("An offer is taken up without a reservation."),
                Message("Record a commitment with the reservation instead."),
            )
        line = _line(session, self, "status", entry.status, states[self.value])
        line = but(line, note=self.text, sensitivity=self.sensitivity)
        return but(entry, status=states[self.value], history=(*entry.history, line))


@dataclass(frozen=True, slots=True, kw_only=True)
class Endorse(AboutEntry):
    """Parties support an entry, or resist it; what each said before is kept in the history."""

    parties: tuple[str, ...]
    resists: bool = False
    text: str = ""
    reservation: Reservation | None = None
    sensitivity: Sensitivity = Sensitivity.NONE

    def made(self, session: Session) -> Session:
        entry = standing_entry(session, self.ref)
        value = endorsement_value(entry, self.resists)
        if value is None:
            raise _not_endorsable(entry, self.resists)
        new = tuple(
            Endorsement(
                party=party,
                value=value,
                reservation=self.reservation,
                text=self.text,
                sensitivity=self.sensitivity,
                session=session.id,
                at=self.at,
            )
            for party in dict.fromkeys(self.parties)
        )
        replaced = [each for each in entry.endorsements if each.party in self.parties]
        kept = tuple(each for each in entry.endorsements if each not in replaced)
        history = entry.history + tuple(_endorsement_line(session, self, each) for each in replaced)
        endorsed = but(entry, endorsements=kept + new, history=history)
        return _with_entry(session, self._settled(session, endorsed))

    def _settled(self, session: Session, entry: AnyEntry) -> AnyEntry:
        """The entry in the state that all that was said about it amounts to."""
        status = agreed_state(session, entry)
        if status == entry.status:
            return entry
        line = _line(session, self, "status", entry.status, status)
        return but(entry, status=status, history=(*entry.history, line))


@dataclass(frozen=True, slots=True, kw_only=True)
class SetState(AboutEntry):
    """Put an entry in another state of its kind, perhaps with a reason and a new date."""

    state: str
    text: str = ""
    due: date | None = None
    sensitivity: Sensitivity = Sensitivity.NONE

    def made(self, session: Session) -> Session:
        entry = _entry(session, self.ref)
        row = row_of(entry)
        self._check(entry, row)
        line = _line(session, self, "status", entry.status, self.state)
        history = (*entry.history, but(line, note=self.text, sensitivity=self.sensitivity))
        if self.state == WITHDRAWN:
            return _with_entry(session, withdrawn(but(entry, history=history), self.text, self.at))
        changed = but(entry, status=self.state, withdrawn=None, history=history)
        dated = _dated(session, changed, self)
        if self.state in ("confirmed", row.settled):
            dated = confirmed(dated, self.at)
        return _with_entry(session, dated)

    def _check(self, entry: AnyEntry, row: KindRow) -> None:
        if self.state == WITHDRAWN:
            self._check_withdrawal(entry)
            return
        if entry.withdrawn is not None and self.state != row.first_state:
            raise _withdrawn(self.ref)
        if self.state == row.first_state and (entry.withdrawn is not None or not row.states):
            self._check_reopening(entry)
            return
        self._check_change(entry, row)

    def _check_withdrawal(self, entry: AnyEntry) -> None:
        if entry.withdrawn is not None:
            raise Refused(Message("{ref} is withdrawn already.", ref=self.ref))
        if self.due is not None:
            raise Refused(Message("Withdrawing {ref} takes no date.", ref=self.ref))

    def _check_reopening(self, entry: AnyEntry) -> None:
        if entry.withdrawn is None:
            raise Refused(Message("{ref} is not withdrawn, so it cannot be reopened.", ref=self.ref))

    def _check_change(self, entry: AnyEntry, row: KindRow) -> None:
        state = row.state(self.state)
        if state is None:
            raise Refused(
                Message("{ref} is of a kind that cannot become {state}.", ref=self.ref, state=self.state)
            )
        if state.after and entry.status not in state.after:
            raise Refused(
                Message(
                    "{ref} is {state} and cannot become {new} from there.",
                    ref=self.ref,
                    state=_state(entry),
                    new=_state(entry, self.state),
                )
            )
        if entry.status == self.state and not (self.due or self.text or is_reserved(entry)):
            raise Refused(Message("{ref} is {state} already.", ref=self.ref, state=_state(entry)))
        if state.needs_reason and not self.text:
            raise Refused(
                Message("Say why {ref} becomes {state}.", ref=self.ref, state=_state(entry, self.state)),
                Message("Type the reason after a colon."),
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class Amend(AboutEntry):
    """Put an entry in other words; a proposal loses what was said for and against the old ones."""

    text: str
    sensitivity: Sensitivity = Sensitivity.NONE

    def made(self, session: Session) -> Session:
        entry = standing_entry(session, self.ref)
        row = row_of(entry)
        sensitivity = entry.sensitivity if self.sensitivity is Sensitivity.NONE else self.sensitivity
        if (entry.text, entry.sensitivity) == (self.text, sensitivity):
            return session
        lines = [_line(session, self, "text", entry.text, self.text)]
        amended = but(entry, text=self.text, sensitivity=sensitivity)
        if row.support is EndorsementValue.YES:
            lines += [_endorsement_line(session, self, each) for each in entry.endorsements]
            if entry.status != row.first_state:
                lines.append(_line(session, self, "status", entry.status, row.first_state))
            amended = but(amended, endorsements=(), status=row.first_state)
        return _with_entry(session, but(amended, history=(*entry.history, *lines)))


def standing_entry(session: Session, ref: str) -> AnyEntry:
    """The entry with that ref; refused where there is none or it was withdrawn."""
    entry = _entry(session, ref)
    if entry.withdrawn is not None:
        raise _withdrawn(ref)
    return entry


def withdrawn(entry: AnyEntry, reason: str, at: datetime) -> AnyEntry:
    """The entry as withdrawn: still there to be seen, in the state that its kind has for that."""
    status = WITHDRAWN if row_of(entry).state(WITHDRAWN) else entry.status
    return but(entry, status=status, withdrawn=Withdrawal(reason=reason, at=at))


def _withdrawn(ref: str) -> Refused:
    return Refused(Message("{ref} is withdrawn.", ref=ref), Message("Reopen it first, or record a new one."))


def _entry(session: Session, ref: str) -> AnyEntry:
    entry = session.entry(ref)
    if entry is None:
        raise Refused(Message("There is no {ref} in this meeting.", ref=ref))
    return entry


def _next_ref(session: Session, kind: Kind) -> tuple[str, int]:
    """The ref of the next entry of a kind, and its number.

    A series that changed its language has refs of both: B-001 may be a besluit and no bottleneck.
    """
    number = session.counters.get(kind, 0) + 1
    letter = ref_letter(kind, session.language)
    while session.entry(f"{letter}-{number:03}") is not None:
        number += 1
    return f"{letter}-{number:03}", number


def _with_entry(session: Session, changed: AnyEntry) -> Session:
    return but(
        session,
        entries=tuple(changed if entry.ref == changed.ref else entry for entry in session.entries),
    )


def _check_direction(entry: AnyEntry, row: KindRow) -> None:
    """A party asks nothing of itself; it may well say what it is good at or struggles with."""
    if row.direction is not Direction.TO:
        return
    to_party = getattr(entry, "to_party", None)
    if to_party is not None and to_party == getattr(entry, "from_party", None):
        raise Refused(Message("A party cannot ask or offer something to itself."))


def _typed_link(session: Session, entry: AnyEntry, link: Link) -> Link:
    target = _entry(session, link.ref)
    return but(link, type=link_type(entry, target))


def _replaced_expectations(session: Session, entry: AnyEntry, at: datetime) -> Session:
    """What was too vague is replaced by its rephrasing."""
    for link in entry.links:
        old = session.entry(link.ref)
        if link.type is LinkType.REPLACES and isinstance(old, Expectation):
            line = HistoryLine(session=session.id, at=at, field="status", old=old.status, new="replaced")
            session = _with_entry(
                session,
                but(old, status="replaced", replaced_by=entry.ref, history=(*old.history, line)),
            )
    return session


def _dated(session: Session, entry: AnyEntry, change: SetState) -> AnyEntry:
    """The entry with the new date of its kind; the old date stays in the history."""
    if change.due is None:
        return entry
    name = "ended_from" if change.state == "ended" and entry.kind is Kind.ROLE else row_of(entry).date_field
    if not name:
        raise Refused(Message("{ref} is of a kind that has no date.", ref=entry.ref))
    old = getattr(entry, name)
    if old == change.due:
        return entry
    line = _line(session, change, name, old.isoformat() if old else "", change.due.isoformat())
    return but(entry, **{name: change.due}, history=(*entry.history, line))


def _line(session: Session, change: Change, what: str, old: str, new: str) -> HistoryLine:
    return HistoryLine(session=session.id, at=change.at, field=what, old=str(old), new=str(new))


def _endorsement_line(session: Session, change: Change, old: Endorsement) -> HistoryLine:
    """What a party had said about the entry before."""
    return HistoryLine(
        session=session.id,
        at=change.at,
        field="endorsement",
        old=old.value,
        note=old.text,
        sensitivity=old.sensitivity,
        by=old.party,
    )


def _not_endorsable(entry: AnyEntry, resists: bool) -> Refused:
    if resists:
        return Refused(
            Message("Nobody can object to {ref}: it is of a kind that is not agreed upon.", ref=entry.ref)
        )
    return Refused(
        Message("{ref} is of a kind that parties do not endorse.", ref=entry.ref),
        Message("Parties endorse goals, roles, decisions, agreements and what they plan together."),
    )


def _state(entry: AnyEntry, key: str | None = None) -> Words | str:
    """The word for a state of this entry, to be said in the reader's language."""
    state = row_of(entry).state(entry.status if key is None else key)
    return state.words if state else entry.status
