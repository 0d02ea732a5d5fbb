"""What a review does to an entry: another day, another party, a word of explanation, or an end to it."""

from dataclasses import dataclass
from datetime import date, datetime

from msgspec.structs import replace as but

from overleg.domain.at_table import check_parties, check_people
from overleg.domain.changes import Change
from overleg.domain.choices import Kind, Sensitivity
from overleg.domain.entry_changes import WITHDRAWN, AboutEntry, SetState, standing_entry
from overleg.domain.entry_changes.about import history_line, with_entry
from overleg.domain.kinds import row_of
from overleg.domain.model import Action, AnyEntry, Session
from overleg.domain.review import APPROVAL_DATE, awaited, day_of, stays_open
from overleg.domain.support import is_reserved
from overleg.errors import Message, Refused


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveDate(AboutEntry):
    """Give an entry another day, or the approval that it waits for; the old one stays in the history."""

    due: date

    def made(self, session: Session) -> Session:
        entry = standing_entry(session, self.ref)
        field = row_of(entry).date_field
        if not field:
            raise Refused(Message("{ref} is of a kind that has no date.", ref=self.ref))
        old = day_of(entry)
        if old == self.due:
            raise Refused(Message("{ref} has that date already.", ref=self.ref))
        approval = awaited(entry)
        if approval is None:
            moved = but(entry, **{field: self.due})
        else:
            field, moved = APPROVAL_DATE, but(entry, reservation=but(approval, until=self.due))
        line = history_line(session, self, field, old.isoformat() if old else "", self.due.isoformat())
        return with_entry(session, but(moved, history=(*entry.history, line)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Explain(AboutEntry):
    """Record what was said about an entry, which stays as it is."""

    text: str
    sensitivity: Sensitivity = Sensitivity.NONE

    def made(self, session: Session) -> Session:
        entry = standing_entry(session, self.ref)
        if not self.text:
            raise Refused(Message("There is nothing to record about {ref}.", ref=self.ref))
        line = history_line(session, self, "note", "", "")
        line = but(line, note=self.text, sensitivity=self.sensitivity)
        return with_entry(session, but(entry, history=(*entry.history, line)))


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOver(AboutEntry):
    """Make another party responsible for an action, and perhaps somebody of it its owner."""

    party: str
    person: str | None = None

    def made(self, session: Session) -> Session:
        entry = standing_entry(session, self.ref)
        if not isinstance(entry, Action) or not stays_open(entry):
            raise Refused(Message("Only an action that is still to be done can be handed over."))
        check_parties(session, (self.party,))
        check_people(session, (self.person,))
        if (entry.parties, entry.person) == ((self.party,), self.person) and not entry.owner:
            raise Refused(Message("{ref} is with that party already.", ref=self.ref))
        lines = [history_line(session, self, "parties", " ".join(entry.parties), self.party)]
        before = entry.person or entry.owner
        if before or self.person:
            lines.append(history_line(session, self, "person", before, self.person or ""))
        handed = but(entry, parties=(self.party,), for_all=False, person=self.person, owner="")
        return with_entry(session, but(handed, history=(*entry.history, *lines)))


@dataclass(frozen=True, slots=True)
class Ways:
    """The states in which a review leaves a kind of entry; empty where the kind has none of that sort."""

    done: str
    later: str = ""
    dropped: str = WITHDRAWN


WAYS: dict[Kind, Ways] = {
    Kind.ACTION: Ways("done", "busy", "dropped"),
    Kind.COMMITMENT: Ways("fulfilled", dropped="lapsed"),
    Kind.EXPECTATION: Ways(""),
    Kind.EXPERIMENT: Ways("evaluated"),
    Kind.AGREEMENT: Ways("evaluated", dropped="expired"),
    Kind.PARKED: Ways("handled", "scheduled", "dropped"),
}


def settle(entry: AnyEntry, at: datetime) -> Change:
    """The change that is done with the entry; where it waits for an approval, that it was given.

    Raises `Refused` for an expectation, with which only an answer is done.
    """
    state = WAYS[entry.kind].done
    if entry.kind is Kind.COMMITMENT and is_reserved(entry):
        state = "confirmed"
    if not state:
        raise Refused(Message("{ref} waits for an answer: yes, no, discuss or too vague.", ref=entry.ref))
    return SetState(at=at, ref=entry.ref, state=state)


def put_off(entry: AnyEntry, due: date, at: datetime) -> Change:
    """The change that lets the entry come back on another day; an action is then being worked on."""
    state = WAYS[entry.kind].later
    if state:
        return SetState(at=at, ref=entry.ref, state=state, due=due)
    return MoveDate(at=at, ref=entry.ref, due=due)


def drop(entry: AnyEntry, reason: str, at: datetime, sensitivity: Sensitivity = Sensitivity.NONE) -> Change:
    """The change that ends the entry without its being done."""
    state = WAYS[entry.kind].dropped
    return SetState(at=at, ref=entry.ref, state=state, text=reason, sensitivity=sensitivity)
