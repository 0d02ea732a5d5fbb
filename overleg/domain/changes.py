"""What can happen to a session, as values, and the one function that makes it happen.

A change has a meaning ("answer V-003"); it is no snapshot. So it can be applied to the newest state of
a session that somebody else changed in the meantime. The changes themselves stand in
`overleg.domain.entry_changes` and `overleg.domain.meeting_changes`.
"""

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Self

from msgspec.structs import replace as but

from overleg.domain.choices import SessionStatus
from overleg.domain.model import Session
from overleg.errors import Message, Refused


@dataclass(frozen=True, slots=True, kw_only=True)
class Change(ABC):
    """One thing that happens to a session, at a moment of the local clock."""

    at: datetime

    @abstractmethod
    def made(self, session: Session) -> Session:
        """The session in which this has happened; the same object where nothing changes.

        Raises `Refused` where the rules of the meeting do not allow it.
        """

    def renamed(self, refs: Mapping[str, str]) -> Self:
        """The same change where entries that were not saved yet have got other refs."""
        return self


def apply(session: Session, change: Change) -> Session:
    """The session after the change, one revision on; the same object where nothing changes.

    Raises `Refused` in words where an invariant of the meeting forbids the change.
    """
    if session.status is SessionStatus.CLOSED:
        raise Refused(
            Message("This meeting is closed, and what was recorded in it stays as it is."),
            Message("Record this in the next meeting."),
        )
    after = change.made(session)
    return session if after is session else but(after, revision=session.revision + 1)
