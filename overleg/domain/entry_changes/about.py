"""What all changes to an entry share: finding it, noting what happened, putting it back."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Self

from msgspec.structs import replace as but

from overleg.domain.changes import Change
from overleg.domain.kinds import row_of
from overleg.domain.model import AnyEntry, HistoryLine, Session, Withdrawal
from overleg.domain.words import Words
from overleg.errors import Message, Refused

WITHDRAWN = "withdrawn"
"""The state that an entry of any kind can be put in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AboutEntry(Change):
    """Something that happens to the entry with that ref."""

    ref: str

    def renamed(self, refs: Mapping[str, str]) -> Self:
        return replace(self, ref=refs.get(self.ref, self.ref))


def entry_of(session: Session, ref: str) -> AnyEntry:
    """The entry with that ref; refused where there is none."""
    entry = session.entry(ref)
    if entry is None:
        raise Refused(Message("There is no {ref} in this meeting.", ref=ref))
    return entry


def standing_entry(session: Session, ref: str) -> AnyEntry:
    """The entry with that ref; refused where there is none or it was withdrawn."""
    entry = entry_of(session, ref)
    if entry.withdrawn is not None:
        raise is_withdrawn(ref)
    return entry


def is_withdrawn(ref: str) -> Refused:
    return Refused(Message("{ref} is withdrawn.", ref=ref), Message("Reopen it first, or record a new one."))


def withdrawn(entry: AnyEntry, reason: str, at: datetime) -> AnyEntry:
    """The entry as withdrawn: still there to be seen, in the state that its kind has for that."""
    status = WITHDRAWN if row_of(entry).state(WITHDRAWN) else entry.status
    return but(entry, status=status, withdrawn=Withdrawal(reason=reason, at=at))


def with_entry(session: Session, changed: AnyEntry) -> Session:
    """The session with this entry in the place of the one that has its ref."""
    return but(
        session,
        entries=tuple(changed if entry.ref == changed.ref else entry for entry in session.entries),
    )


def history_line(session: Session, change: Change, field: str, old: str, new: str) -> HistoryLine:
    return HistoryLine(session=session.id, at=change.at, field=field, old=str(old), new=str(new))


def state_word(entry: AnyEntry, key: str | None = None) -> Words | str:
    """The word for a state of this entry, to be said in the reader's language."""
    state = row_of(entry).state(entry.status if key is None else key)
    return state.words if state else entry.status
