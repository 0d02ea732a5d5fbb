"""How a series stands between two meetings: when the next one is, what is open, and what waits."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from overleg.domain.actions import STANDING, action_rows
from overleg.domain.choices import SessionStatus
from overleg.domain.model import NextSession, Session
from overleg.domain.newest import in_order


@dataclass(frozen=True, slots=True)
class Standing:
    """A series as its newest meetings know it.

    `upcoming` is None as long as nobody has set a day; `unadopted` is the day of the last meeting that
    was held, where its minutes are not adopted yet. `unread` are the files that count and do not open.
    """

    upcoming: NextSession | None
    open_actions: int
    overdue: int
    unadopted: date | None
    unread: tuple[str, ...] = ()


def standing_of(sessions: Iterable[Session], today: date, unread: Iterable[str] = ()) -> Standing:
    """How the series of these sessions stands; practice is left out."""
    newest = in_order(session for session in sessions if not session.practice)
    actions = [row for row in action_rows(newest, today) if row.status in STANDING]
    return Standing(
        upcoming=_upcoming(newest, today),
        open_actions=len(actions),
        overdue=sum(1 for row in actions if row.overdue_days),
        unadopted=_unadopted(newest),
        unread=tuple(unread),
    )


def says_all(session: Session) -> bool:
    """Whether nothing before this meeting has to be known: it was held, and opened with what was open.

    A meeting that is only planned may know less than the one before it, which may still be going on.
    """
    return session.status is SessionStatus.CLOSED and (session.adopts is not None or session.number == 1)


def _upcoming(sessions: Sequence[Session], today: date) -> NextSession | None:
    """The first planned day that has not passed, else the last that has, else the one that was agreed."""
    planned = [session for session in sessions if session.status is SessionStatus.PLANNED]
    days = [
        NextSession(date=session.date, start=session.start, place=session.place)
        for session in planned
        if not session.undated
    ]
    if days:
        return min((day for day in days if day.date >= today), key=lambda day: day.date, default=days[-1])
    return sessions[-1].next if sessions and not planned else None


def _unadopted(sessions: Sequence[Session]) -> date | None:
    held = [session for session in sessions if session.status is SessionStatus.CLOSED]
    if not held:
        return None
    adopted = {each.adopts.session for each in sessions if each.adopts is not None and each.adopts.at}
    return None if held[-1].id in adopted else held[-1].date
