"""What runs in a meeting, the clock, the turn and the item, and how each comes to a stop."""

from datetime import datetime

from msgspec.structs import replace as but

from overleg.domain.choices import ItemStatus, SessionStatus
from overleg.domain.model import Session


def begun(session: Session, at: datetime) -> Session:
    """The meeting as it runs from now on; one of which nobody had set the day is held today."""
    return but(
        session,
        status=SessionStatus.LIVE,
        date=at.date() if session.undated else session.date,
        undated=False,
        started_at=session.started_at or at,
    )


def left_item(session: Session, at: datetime, status: ItemStatus = ItemStatus.DONE) -> Session:
    """The running item is done, or skipped or put off, and so is the turn in it."""
    session = stopped_clock(ended_turn(session, at), at)
    agenda = tuple(
        but(item, status=status, ended_at=at) if item.status is ItemStatus.ACTIVE else item
        for item in session.agenda
    )
    return but(session, agenda=agenda)


def stopped_clock(session: Session, at: datetime) -> Session:
    """The running item keeps the seconds it took until now."""
    if session.status is not SessionStatus.LIVE:
        return session
    agenda = tuple(
        but(item, elapsed_s=item.elapsed_s + _seconds(item.started_at, at), started_at=at)
        if item.status is ItemStatus.ACTIVE
        else item
        for item in session.agenda
    )
    return but(session, agenda=agenda)


def ended_turn(session: Session, at: datetime) -> Session:
    turn = session.turn
    if turn is None:
        return session
    return but(session, turns=(*session.turns[:-1], but(turn, seconds=_seconds(turn.start, at))))


def _seconds(start: datetime | None, end: datetime) -> int:
    """Whole seconds between two moments; never negative, whatever was done to the clock."""
    return max(0, int((end - start).total_seconds())) if start else 0
