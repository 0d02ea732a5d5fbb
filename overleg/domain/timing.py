"""The time that agenda items take, against the time that was planned for them."""

from datetime import datetime

from overleg.domain.choices import ItemStatus, SessionStatus
from overleg.domain.model import AgendaItem, Session


def seconds_spent(item: AgendaItem, session: Session, now: datetime) -> int:
    """The seconds that went to an item until now; the clock stands still in a pause."""
    runs = item.status is ItemStatus.ACTIVE and session.status is SessionStatus.LIVE
    since = int((now - item.started_at).total_seconds()) if runs and item.started_at else 0
    return item.elapsed_s + max(0, since)


def is_over_time(item: AgendaItem, session: Session, now: datetime) -> bool:
    """Whether the time box of an item is full; one without a box never is."""
    return item.planned_minutes is not None and seconds_spent(item, session, now) >= item.planned_minutes * 60


def seconds_of_turn(session: Session, now: datetime) -> int:
    """How long the party that has the floor has had it; 0 where nobody has."""
    turn = session.turn
    return max(0, int((now - turn.start).total_seconds())) if turn else 0
