"""The meetings that are still to come, as far as a day has been set."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from overleg.domain import agenda_length
from overleg.domain.choices import SessionStatus
from overleg.domain.model import NextSession, Session
from overleg.domain.newest import in_order
from overleg.domain.series import next_date


@dataclass(frozen=True, slots=True)
class Coming:
    """A meeting to come: its number and title, and when it is; `session` is the one that says so.

    `minutes` is how long it takes, or the one before it took where its own end is not set.
    """

    session: Session
    number: int
    title: str
    when: NextSession
    minutes: int | None


def coming(sessions: Iterable[Session], today: date) -> list[Coming]:
    """The meetings from today on, by series: those that are planned, and those that have but a day."""
    found: list[Coming] = []
    for _, group in groupby(in_order(sessions), key=lambda each: each.series.slug):
        found += _of_series([session for session in group if not session.undated], today)
    return [each for each in found if each.when.date >= today]


def _of_series(sessions: list[Session], today: date) -> Iterator[Coming]:
    """Its meetings that are not over, and the one after the last of them where a day was set for that."""
    minutes = None
    for session in sessions:
        minutes = max(0, agenda_length.length_of(session) or 0) or minutes
        if session.status is not SessionStatus.CLOSED:
            when = NextSession(date=session.date, start=session.start, place=session.place)
            title = session.title or session.series.title
            yield Coming(session, session.number, title, when, minutes)
    last = sessions[-1] if sessions else None
    if last is not None and last.next is not None:
        when, _ = next_date(last, today)
        yield Coming(last, last.number + 1, last.series.title, when, minutes)
