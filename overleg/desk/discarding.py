"""A planned meeting that was made by accident: out of the list, and back into it.

Its file is never destroyed. It is set aside beside the others, under a name that no list shows.
"""

from dataclasses import dataclass
from pathlib import Path

from overleg.desk.folders import Folders, follows, list_sessions
from overleg.domain.discarding import refuse_where_used
from overleg.domain.model import Session
from overleg.errors import Message, Refused
from overleg.store import backups, drafts, lease
from overleg.store.sessionfile import SessionFile

_AT_ONCE = 0.0
"""Seconds to wait for another program that is writing the meeting: it is not thrown away then."""


@dataclass(frozen=True, slots=True)
class Discarded:
    """A meeting that was thrown away: where its file was, and where it is."""

    series: str
    number: int
    path: Path
    aside: Path


def discard(folders: Folders, path: Path) -> Discarded:
    """Set the file of a meeting aside that is no more than a plan.

    Raises `Refused` where more was done in it, where it is open elsewhere or where a meeting comes after
    it, and `StoreError` in words; nothing has changed then.
    """
    file = SessionFile(path)
    with file.lock(_AT_ONCE):
        session = file.load()
        refuse_where_used(session)
        _refuse_where_needed(session, folders, path)
        aside = backups.set_aside(path, "discarded")
    return Discarded(session.series.title, session.number, path, aside)


def bring_back(discarded: Discarded) -> None:
    """Put the file back where it was; raises `StoreError` where that cannot be, and it stays aside."""
    backups.put_back(discarded.aside, discarded.path)


def _refuse_where_needed(session: Session, folders: Folders, path: Path) -> None:
    later = [each for each in list_sessions(folders) if follows(each, session)]
    if later:
        raise Refused(
            Message("Meeting {number} comes after this one, so it stays.", number=later[0].number),
        )
    if lease.others(path):
        raise Refused(Message("This meeting is open elsewhere as well, so it stays."))
    if drafts.kept(path):
        raise Refused(Message("A line is half typed in this meeting, so it stays."))
