"""Putting right what was recorded at this meeting: other values for the fields of an entry."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, Self

from msgspec.structs import replace as but

from overleg.domain.changes import Change
from overleg.domain.choices import Sensitivity
from overleg.domain.entry_changes.about import (
    AboutEntry,
    entry_of,
    history_line,
    standing_entry,
)
from overleg.domain.entry_changes.adding import check_direction, renamed_links, typed_link, with_names
from overleg.domain.entry_changes.amending import asked_anew
from overleg.domain.entry_changes.covering import covered
from overleg.domain.entry_changes.endorsing import settled
from overleg.domain.kind_row import Direction
from overleg.domain.kinds import row_of
from overleg.domain.model import (
    AnyEntry,
    Contribution,
    Expectation,
    HistoryLine,
    Link,
    Measurement,
    Reservation,
    Session,
    TargetGroup,
    Task,
)
from overleg.errors import Message, Refused

EVERYBODY = "*"
"""Stands in the history for all core parties."""

Values = Mapping[str, Any]
"""Fields of an entry by name; what a field holds differs, so no type can say it."""

_PARTY_FIELDS = ("voiced_party", "from_party", "to_party", "about_party", "given_by")
_SAID_WITH_ANOTHER = frozenset({"for_all", "from_party"})
"""The history tells these with the parties, which they follow."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EditEntry(AboutEntry):
    """Give fields of an entry of this meeting other values, each kept in the history as it was.

    Fields that are not named stay as somebody else may have made them meanwhile. `tasks` and `groups`
    are those the values name, for when the session does not know them yet.
    """

    values: Values = field(hash=False)
    tasks: tuple[Task, ...] = ()
    groups: tuple[TargetGroup, ...] = ()

    def renamed(self, refs: Mapping[str, str]) -> Self:
        return replace(self, ref=refs.get(self.ref, self.ref), values=renamed_values(self.values, refs))

    def made(self, session: Session) -> Session:
        entry = editable_entry(session, self.ref)
        after = edited(session, self, entry, self.values)
        if after is entry:
            return session
        return covered(with_names(session, self.tasks, self.groups), self, after)


@dataclass(frozen=True, slots=True, kw_only=True)
class SetClass(AboutEntry):
    """Say whether an entry, or with `of_answer` the answer to it alone, may leave the room."""

    sensitivity: Sensitivity
    of_answer: bool = False

    def made(self, session: Session) -> Session:
        entry = entry_of(session, self.ref)
        held = self._answer(entry) if self.of_answer else entry
        if held.sensitivity is self.sensitivity:
            return session
        what = "answer_sensitivity" if self.of_answer else "sensitivity"
        line = history_line(session, self, what, held.sensitivity, self.sensitivity)
        classed = but(held, sensitivity=self.sensitivity)
        after = but(entry, answer=classed) if self.of_answer else classed
        return covered(session, self, but(after, history=(*entry.history, line)))

    def _answer(self, entry: AnyEntry) -> Any:
        answer = entry.answer if isinstance(entry, Expectation) else None
        if answer is None:
            raise Refused(Message("{ref} has no answer yet.", ref=self.ref))
        return answer


def editable_entry(session: Session, ref: str) -> AnyEntry:
    """The entry with that ref; refused where its words belong to an earlier meeting or it is withdrawn."""
    entry = standing_entry(session, ref)
    if entry.born_in != session.id:
        raise Refused(
            Message("{ref} was recorded at an earlier meeting, and stays as it was said there.", ref=ref),
            Message("Answer it, change its state or withdraw it here, or record a new one."),
        )
    return entry


def edited(session: Session, change: Change, entry: AnyEntry, values: Values) -> AnyEntry:
    """The entry with those of the values that differ; the same object where none does.

    Raises `Refused` for values that point at something that is not there, or leave nothing said.
    """
    new = {
        name: value for name, value in _whole(session, entry, values).items() if getattr(entry, name) != value
    }
    if not new:
        return entry
    _check(session, entry, new)
    lines = tuple(_lines(session, change, entry, new))
    after = but(entry, **new, history=(*entry.history, *lines))
    check_direction(after)
    if "text" in new:
        after = asked_anew(session, change, after)
    if "to_party" in new and isinstance(after, Expectation):
        after = _unanswered(session, change, after)
    if "parties" in new and after.endorsements:
        after = settled(session, change, after)
    return after


def renamed_values(values: Values, refs: Mapping[str, str]) -> Values:
    if "links" not in values:
        return values
    return {**values, "links": renamed_links(values["links"], refs)}


def _whole(session: Session, entry: AnyEntry, values: Values) -> dict[str, Any]:
    """The values with what follows from them: who asks is who speaks, a link means what its ends are."""
    whole = dict(values)
    if "parties" in whole and row_of(entry).direction is Direction.TO:
        parties, for_all = whole["parties"], whole.get("for_all", entry.for_all)
        whole["from_party"] = parties[0] if parties and not for_all else None
    if "links" in whole:
        known = {link.ref: link for link in entry.links}
        whole["links"] = tuple(
            known.get(link.ref) or typed_link(session, entry, link) for link in whole["links"]
        )
    return whole


def _check(session: Session, entry: AnyEntry, new: Values) -> None:
    if not new.get("text", entry.text).strip():
        raise Refused(
            Message("Without a text {ref} says nothing.", ref=entry.ref),
            Message("Withdraw it, if it was not said."),
        )
    for party in _parties_in(new):
        if session.party(party) is None:
            raise Refused(Message("There is no party {party} at this table.", party=party))
    for person in (new.get("person"), *new.get("helpers", ())):
        if person is not None and session.person(person) is None:
            raise Refused(Message("{person} is not on the list of people.", person=person))
    if any(link.ref == entry.ref for link in new.get("links", ())):
        raise Refused(Message("{ref} cannot be linked to itself.", ref=entry.ref))


def _parties_in(values: Values) -> Iterator[str]:
    yield from values.get("parties", ())
    yield from (values[name] for name in _PARTY_FIELDS if values.get(name) is not None)
    for name in ("resources", "contributions"):
        yield from (each.party for each in values.get(name, ()))


def _lines(session: Session, change: Change, entry: AnyEntry, new: Values) -> Iterator[HistoryLine]:
    """What each field was and became. The class that covered the old words goes on covering them."""
    for name in new:
        if name in _SAID_WITH_ANOTHER and "parties" in new:
            continue
        old, now = (_told(each, name) for each in (entry, but(entry, **new)))
        yield but(history_line(session, change, name, old, now), sensitivity=entry.sensitivity)


def _told(entry: AnyEntry, name: str) -> str:
    if name == "parties" and entry.for_all:
        return EVERYBODY
    return kept(getattr(entry, name))


def kept(value: Any) -> str:
    """A value as the history keeps it: ids, ISO dates, words of the tables, texts as they were typed."""
    match value:
        case None:
            return ""
        case tuple():
            separator = " " if all(isinstance(each, str) for each in value) else "; "
            return separator.join(map(kept, value))
        case date():
            return value.isoformat()
        case Link():
            return value.ref
        case Reservation():
            return f"{value.body} {kept(value.until)}".strip()
        case Contribution():
            return f"{value.party}: {value.text}"
        case Measurement():
            return f"{value.value} ({value.date.isoformat()})"
    return str(value)


def _unanswered(session: Session, change: Change, entry: Expectation) -> Expectation:
    """Only the addressed party answers: what another one said is history."""
    if entry.answer is None or entry.status not in ("stated", "answered"):
        return entry
    old = entry.answer
    line = history_line(session, change, "answer", old.value, "")
    line = but(line, note=old.text, sensitivity=old.sensitivity)
    return but(entry, answer=None, status="stated", history=(*entry.history, line))
