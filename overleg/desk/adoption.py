"""Whether the minutes of a meeting were adopted in a later one of its series, and in which."""

from dataclasses import dataclass
from pathlib import Path

from overleg.desk.folders import Folders, Summary, follows, list_sessions
from overleg.documents.confided import with_classes
from overleg.domain.adoption import adopts_minutes_of
from overleg.domain.model import Session
from overleg.errors import StoreError
from overleg.store import trouble
from overleg.store.folder import SUFFIX, file_slug
from overleg.store.sessionfile import SessionFile


@dataclass(frozen=True, slots=True)
class MinutesState:
    """The later session that adopted the minutes; or why later files could not be asked."""

    adopted_in: Session | None = None
    unread: tuple[StoreError, ...] = ()


def minutes_state(session: Session, folders: Folders) -> MinutesState:
    """Whether the minutes of the session were adopted; those of a practice never are.

    No more is read than the headers of the folder, and the session that says so. What that corrects
    of a confidence is confidential in it.
    """
    if session.practice:
        return MinutesState()
    unread: list[StoreError] = []
    try:
        asked = [each for each in list_sessions(folders) if _may_adopt(each, session)]
    except StoreError as error:
        return MinutesState(unread=(error,))
    for summary in asked:
        try:
            later = SessionFile(summary.path).load()
        except StoreError as error:
            unread.append(error)
            continue
        if adopts_minutes_of(later, session.id):
            return MinutesState(with_classes(later, session))
    return MinutesState(unread=tuple(unread))


def with_classed_corrections(session: Session, sessions: Path) -> Session:
    """The session, in which corrections of what was said in confidence last time are confidential.

    Last time is looked for in the folder `sessions`.
    """
    if session.adopts is None or not session.adopts.corrections:
        return session
    try:
        return with_classes(session, last_minutes(session, sessions))
    except StoreError:
        return with_classes(session, None)


def last_minutes(session: Session, sessions: Path) -> Session:
    """The session whose minutes are adopted in this one.

    Raises `StoreError` in words where its file is not in that folder, or does not open.
    """
    id = session.adopts.session if session.adopts else ""
    path = sessions / f"{id}{SUFFIX}"
    # An id that was typed into the file by hand leads to no other folder.
    if not id or path.parent != sessions:
        raise trouble.missing(path)
    return SessionFile(path).load()


def _may_adopt(summary: Summary, session: Session) -> bool:
    """Whether a file says that it adopted these minutes, or is damaged and may have."""
    if summary.fault is None:
        return follows(summary, session) and summary.adopts == session.id
    day, name = summary.id[:10], summary.id[11:]
    return day >= session.date.isoformat() and name.startswith(file_slug(session.series.slug))
