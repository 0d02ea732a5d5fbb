"""A meeting that is being planned, and how it gets a file of its own."""

from msgspec.structs import replace as but

from overleg.clock import Clock
from overleg.desk.folders import Folders, list_sessions
from overleg.desk.workbench import Desk
from overleg.domain import forms
from overleg.domain.carrying import joint_counters
from overleg.domain.choices import Language
from overleg.domain.forms import MeetingForm
from overleg.domain.model import Series, Session
from overleg.domain.series import form_again, opened_with
from overleg.domain.setup import new_series
from overleg.domain.taking_over import TakeOver
from overleg.domain.text import fold
from overleg.errors import StoreError
from overleg.store import folder
from overleg.store.forms import read_forms
from overleg.store.headers import Summary
from overleg.store.nofile import NoFile
from overleg.store.sessionfile import SessionFile

_USUAL_FORM = "first_meeting"


def new_desk(folders: Folders, clock: Clock, language: Language, series: str = "") -> Desk:
    """A desk with a meeting of today that is in no file: nothing is kept of it until it is founded.

    In a series that is known it has a free agenda until the table of last time is taken over; elsewhere
    it has the form of a first meeting.
    """
    known = read_forms(folders.home)
    found = series_called(folders, series)
    form = None if found else known.get(_USUAL_FORM)
    session = Session(
        id="",
        series=found or new_series(series),
        date=clock().date(),
        language=language,
        form=form.key if form else "",
        agenda=forms.agenda_of(form, (), language) if form else (),
    )
    return Desk(NoFile(folders.sessions, session), session, clock, known)


def found(folders: Folders, session: Session, clock: Clock) -> Desk:
    """The session in a file of its own, with the next number of its series.

    What the meeting on which it follows left open comes along. Raises `StoreError` where it cannot be
    written.
    """
    known = read_forms(folders.home)
    planned = _placed(_latest(folders, session), session, known)
    path = folder.new_path(folders.sessions, planned.date, planned.series.slug)
    file = SessionFile.create(path, but(planned, id=path.stem))
    return Desk(file, file.session, clock, known)


def found_begun(folders: Folders, session: Session, clock: Clock, title: str) -> Desk:
    """A meeting that somebody began to set up, in a file as far as it came; `title` where it has none.

    Raises `StoreError` where it cannot be written.
    """
    titled = but(session, title=session.title or session.series.title or title)
    series = session.series if session.series.title else new_series(titled.title)
    return found(folders, but(titled, series=series), clock)


def known_series(folders: Folders) -> list[Series]:
    """The series that there are sessions of, by title."""
    series = {each.series.slug: each.series for each in list_sessions(folders) if each.fault is None}
    return sorted(series.values(), key=lambda each: fold(each.title))


def series_called(folders: Folders, title: str) -> Series | None:
    """The series with that title, as it is known already."""
    said = fold(title.strip())
    return next((series for series in known_series(folders) if said and fold(series.title) == said), None)


def last_of_series(folders: Folders, session: Session) -> Session | None:
    """The last meeting of the same series, whole; None for the first of its series."""
    last = _latest(folders, session)
    return _loaded(last) if last else None


def as_last_time(last: Session, clock: Clock, known: dict[str, MeetingForm], session: Session) -> TakeOver:
    """The change that begins a meeting as the last one was."""
    form = form_again(last, known.values())
    parties = (*session.parties, *last.parties)
    items = forms.agenda_of(form, parties, session.language) if form else ()
    return TakeOver(at=clock(), last=last, form=form.key if form else "", items=items)


def _latest(folders: Folders, session: Session) -> Summary | None:
    """The session of the same series with the highest number, among those that count as this one does."""
    return max(
        (
            each
            for each in list_sessions(folders)
            if each.fault is None
            and each.practice == session.practice
            and each.series.slug == session.series.slug
        ),
        key=lambda each: each.number,
        default=None,
    )


def _loaded(summary: Summary) -> Session:
    return SessionFile(summary.path).load()


def _placed(last: Summary | None, session: Session, known: dict[str, MeetingForm]) -> Session:
    """The session as the next of its series: refs count on, and what was left open comes along.

    A last meeting of which the file is damaged keeps nobody from planning the next one.
    """
    if last is None:
        return but(session, adopts=None)
    planned = but(session, series=last.series, number=last.number + 1)
    try:
        previous = _loaded(last)
    except StoreError:
        return but(planned, adopts=None)
    follows = planned.adopts is not None and planned.adopts.session == previous.id
    if follows and previous.date <= planned.date:
        return opened_with(planned, previous, known.values())
    return but(planned, adopts=None, counters=joint_counters(planned, previous))
