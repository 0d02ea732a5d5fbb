"""The next meeting of a series: planned once, and opened with what the one before it left open."""

from pathlib import Path

from msgspec.structs import replace as but

from overleg.desk.folders import Folders, follows, list_sessions
from overleg.desk.workbench import Desk
from overleg.domain import series
from overleg.domain.choices import SessionStatus
from overleg.domain.model import Clock, Day, Session
from overleg.errors import Message, Refused
from overleg.store import folder
from overleg.store.headers import Summary
from overleg.store.sessionfile import SessionFile


def plan_next(desk: Desk, folders: Folders, *, date: Day | None = None, start: Clock | None = None) -> Desk:
    """The desk of the planned next meeting, opened with what the session on `desk` left open.

    The meeting that is planned already is brought up to date and keeps what was recorded in it; there is
    never a second one. Without `date` it is on the day that the session has set, else on a day that says
    it is a guess. The file of the session itself is not written. Raises `Refused` where a later meeting
    was held already or the day is before the session, and `StoreError` in words.
    """
    # Two programs that close the same meeting plan one next meeting, and not two.
    with desk.file.lock():
        desk.refresh()
        planned = _planned_next(desk.session, folders)
        if planned is None:
            file = _founded(desk, folders, date, start)
        else:
            file = _brought_up_to_date(planned.path, desk, date, start)
    return Desk(file, file.session, desk.clock, desk.forms)


def _planned_next(session: Session, folders: Folders) -> Summary | None:
    """The first meeting after this one in its series; refused where one of them was held."""
    later = [each for each in list_sessions(folders) if follows(each, session)]
    for each in later:
        if each.status is not SessionStatus.PLANNED:
            raise Refused(
                Message("Meeting {number} of this series has been held already.", number=each.number),
                Message("Plan the next one from there: {command}.", command=f"overleg next {each.id}"),
            )
    return min(later, key=lambda each: each.number, default=None)


def _founded(desk: Desk, folders: Folders, date: Day | None, start: Clock | None) -> SessionFile:
    """The next meeting in a file of its own."""
    session = desk.session
    when, is_guess = series.next_date(session, desk.clock().date())
    when = but(when, date=date or when.date, start=start or when.start)
    path = folder.new_path(folders.sessions, when.date, session.series.slug)
    planned = series.next_session(
        session,
        id=path.stem,
        when=when,
        undated=is_guess and date is None,
        known_forms=desk.forms.values(),
    )
    return SessionFile.create(path, planned)


def _brought_up_to_date(path: Path, desk: Desk, date: Day | None, start: Clock | None) -> SessionFile:
    """The meeting that is planned already, with what the session on the desk left open."""
    file = SessionFile(path)
    with file.lock():
        before = file.load()
        dated = _dated(before, desk.session, date, start)
        after = series.opened_with(dated, desk.session, desk.forms.values())
        if after != before:
            file.save(but(after, revision=before.revision + 1))
    return file


def _dated(planned: Session, previous: Session, date: Day | None, start: Clock | None) -> Session:
    """The planned meeting on the day that is asked for; one that has a day keeps it otherwise."""
    if date is None and planned.undated and previous.next is not None:
        date, start = previous.next.date, start or previous.next.start
    start = start or planned.start
    end = None if start and planned.end and planned.end <= start else planned.end
    if date is None:
        return but(planned, start=start, end=end)
    return but(planned, date=date, undated=False, start=start, end=end)
