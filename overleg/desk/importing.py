"""From a list in a file to actions in a meeting."""

import os
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from overleg.clock import Clock
from overleg.desk.folders import Folders, list_sessions
from overleg.desk.workbench import Desk, open_session
from overleg.domain.choices import SessionStatus
from overleg.domain.imported import ImportedRow, imported, recording
from overleg.domain.importing import ActionList, read_list
from overleg.domain.model import Session
from overleg.domain.text import fold
from overleg.errors import Message, Refused, StoreError
from overleg.store.headers import Summary
from overleg.store.reading import read_file
from overleg.store.sessionfile import SessionFile
from overleg.store.trouble import reason, shown
from overleg.store.unreadable import Unreadable


def read_list_file(path: Path) -> ActionList:
    """The list of actions in a file; raises `StoreError` or `NotAList` in words, and never writes."""
    try:
        # A spreadsheet may well be a link to where it is shared; a session is not.
        data, _ = read_file(Path(os.path.realpath(path)))
    except FileNotFoundError as error:
        raise StoreError(Message("There is no file {file}.", file=shown(path))) from error
    except OSError as error:
        raise _not_read(path, reason(error)) from error
    except Unreadable as error:
        raise _not_read(path, error.clause) from error
    return read_list(data)


def _not_read(path: Path, why: Message) -> StoreError:
    return StoreError(
        Message("{file} cannot be read: {reason}.", file=shown(path), reason=why),
        Message("Nothing was changed. Make it readable for you, and try again."),
    )


def open_series(folders: Folders, series: str, clock: Clock) -> Desk:
    """The desk with the meeting of a series that records now: the live one, else its newest.

    The series goes by its title, its slug or a beginning of them; practice is left out. Raises
    `StoreError` where that means no series, or more than one.
    """
    found = _of_series(folders, series)
    live = [each for each in found if each.status in (SessionStatus.LIVE, SessionStatus.PAUSED)]
    newest = max(live or found, key=lambda each: each.number)
    return open_session(folders, str(newest.path), clock)


def _of_series(folders: Folders, series: str) -> list[Summary]:
    wanted = fold(series.strip())
    known = [each for each in list_sessions(folders) if each.fault is None and not each.practice]
    exact = [each for each in known if wanted in _names(each)]
    found = exact or [
        each for each in known if wanted and any(name.startswith(wanted) for name in _names(each))
    ]
    titles = sorted({each.series.slug: each.series.title for each in found or known}.values())
    if not found:
        raise StoreError(
            Message("There is no series “{series}”.", series=series),
            Message("There are: {names}.", names=", ".join(titles))
            if titles
            else Message("Make one with: overleg new."),
        )
    if len(titles) > 1:
        raise StoreError(
            Message("“{series}” can be more than one series.", series=series),
            Message("Choose one of: {names}.", names=", ".join(titles)),
        )
    return found


def _names(summary: Summary) -> tuple[str, str]:
    return fold(summary.series.title), summary.series.slug


def others_of_series(session: Session, folders: Folders) -> tuple[list[Session], list[StoreError]]:
    """The other sessions of its series, and why some could not be read; practice counts with practice."""
    sessions: list[Session] = []
    unread: list[StoreError] = []
    for summary in list_sessions(folders):
        if summary.fault is None and not _is_beside(summary, session):
            continue
        try:
            sessions.append(SessionFile(summary.path).load())
        except StoreError as error:
            unread.append(error)
    return sessions, unread


def _is_beside(summary: Summary, session: Session) -> bool:
    return (
        summary.id != session.id
        and summary.practice == session.practice
        and summary.series.slug == session.series.slug
    )


def preview(desk: Desk, listed: ActionList, others: Iterable[Session] = ()) -> list[ImportedRow]:
    """What the rows of a list would become in the session on the desk, without recording them.

    What the `others` of its series have is not new. Raises `Refused` where nothing can be recorded.
    """
    if desk.session.status is SessionStatus.CLOSED:
        raise Refused(
            Message("This meeting is closed, and what was recorded in it stays as it is."),
            Message("Plan the next one from there: {command}.", command=f"overleg next {desk.session.id}"),
        )
    return imported(listed.rows, desk.session, desk.clock(), others)


def record(desk: Desk, listed: ActionList, others: Iterable[Session] = ()) -> list[ImportedRow]:
    """Record the rows that are understood and new as one change, and answer all rows with their refs.

    Raises `StoreError` where they are not on the disk; none of them is recorded then.
    """
    # Two programs that import the same list at once record it once.
    with desk.file.lock():
        desk.refresh()
        rows = preview(desk, listed, others)
        change = recording(rows, desk.clock())
        refs = iter(desk.make(change).refs if change is not None else ())
    if desk.trouble is not None:
        trouble = desk.trouble
        # Who is told that nothing was recorded imports it again: it must not be saved later after all.
        desk.give_up_waiting()
        raise trouble
    return [replace(row, ref=next(refs)) if row.is_new else row for row in rows]
