"""When a meeting may be thrown away: as long as it is no more than a plan."""

from collections.abc import Callable

from overleg.domain.choices import ItemStatus, SessionStatus
from overleg.domain.model import Session
from overleg.domain.review import is_touched
from overleg.errors import Message, Refused


def refuse_where_used(session: Session) -> None:
    """Raises `Refused` where more was done in the meeting than to set it up.

    What it was opened with is no reason to keep it: the meeting before it has that as well.
    """
    for is_used, message in _USES:
        if is_used(session):
            raise Refused(message)


def _has_begun(session: Session) -> bool:
    return session.status is not SessionStatus.PLANNED or session.started_at is not None


def _says_something(session: Session) -> bool:
    return any(each.born_in == session.id or is_touched(each, session) for each in session.entries)


def _has_used_agenda(session: Session) -> bool:
    was_used = any(item.status is not ItemStatus.PENDING or item.elapsed_s for item in session.agenda)
    return was_used or bool(session.turns)


def _works_on_minutes(session: Session) -> bool:
    adopts = session.adopts
    return adopts is not None and (adopts.at is not None or bool(adopts.corrections))


_USES: tuple[tuple[Callable[[Session], bool], Message], ...] = (
    (_has_begun, Message("This meeting has begun, so it stays. Only a plan can be thrown away.")),
    (_says_something, Message("Something was recorded in this meeting, so it stays.")),
    (_has_used_agenda, Message("The agenda of this meeting was used, so it stays.")),
    (_works_on_minutes, Message("The minutes of last time were worked on in this meeting, so it stays.")),
)
