"""The walk along what earlier meetings left open, in the order in which a review step takes it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from overleg.domain.choices import Kind
from overleg.domain.kinds import row_of
from overleg.domain.model import Action, Adoption, AnyEntry, Commitment, Reservation, Session
from overleg.domain.support import is_reserved

LATE_CARRY = 3
"""From this carry-over on it is asked whether an action is still the right one."""

APPROVAL_DATE = "until"
"""What the history calls the day before which an entry waits for an approval."""

_Key = tuple[bool, date, int]


@dataclass(frozen=True, slots=True)
class Carried:
    """An entry of an earlier meeting as it comes by in the review.

    `is_touched` says whether anything was done to it at this meeting, `old_dates` are the days it was
    due before, oldest first, and `left_open` is the number of reviews that left it open.
    """

    entry: AnyEntry
    is_touched: bool
    overdue_days: int
    old_dates: tuple[date, ...]
    left_open: int

    @property
    def comes_too_often(self) -> bool:
        """Whether it is time to make it smaller, hand it over or drop it."""
        return self.left_open + 1 >= LATE_CARRY


@dataclass(frozen=True, slots=True)
class Walk:
    """What a review goes through: the minutes, what waits, what was done here, what was done last time."""

    minutes: Adoption | None
    waiting: tuple[Carried, ...]
    done: tuple[Carried, ...]
    done_before: tuple[Carried, ...]


def carried(session: Session, today: date | None = None) -> Walk:
    """What earlier meetings left to this one.

    Actions with the overdue ones first, commitments with those under reservation first, expectations
    without an answer or to be discussed, then the experiments, agreements and parked questions whose day
    has come, the parked ones without a day last. What is overdue is seen from `today`, else from the
    day of the meeting; the day of what is due then has come.
    """
    today = today or session.date
    day = max(today, session.date)
    brought = [entry for entry in session.entries if is_brought_along(entry, session)]
    waiting = [entry for entry in brought if _waits(entry, day)]
    waiting.sort(key=lambda entry: _place(entry, session, today))
    others = [entry for entry in brought if not _waits(entry, day)]
    return Walk(
        minutes=session.adopts,
        waiting=tuple(_carried(entry, session, today) for entry in waiting),
        done=tuple(_carried(each, session, today) for each in others if is_touched(each, session)),
        done_before=tuple(
            _carried(each, session, today)
            for each in others
            if not is_touched(each, session) and not stays_open(each)
        ),
    )


def untouched(session: Session, today: date | None = None) -> tuple[AnyEntry, ...]:
    """What waits in the review and was not touched at this meeting, in the order of the walk."""
    return tuple(each.entry for each in carried(session, today).waiting if not each.is_touched)


def is_brought_along(entry: AnyEntry, session: Session) -> bool:
    """Whether it is of an earlier meeting, and of a kind that a review asks about."""
    return entry.born_in != session.id and entry.kind in PARTS


def is_touched(entry: AnyEntry, session: Session) -> bool:
    """Whether the entry was changed, answered or endorsed at this meeting."""
    here = (*(line.session for line in entry.history), *(each.session for each in entry.endorsements))
    return session.id in here


def stays_open(entry: AnyEntry) -> bool:
    """Whether the entry is not settled, although its day may not have come yet."""
    return entry.withdrawn is None and row_of(entry).carries(entry, date.max)


def awaited(entry: AnyEntry) -> Reservation | None:
    """The approval that the entry itself waits for; None where it needs none or has got it."""
    reservation: Reservation | None = getattr(entry, "reservation", None)
    return reservation if reservation is not None and reservation.confirmed_at is None else None


def day_of(entry: AnyEntry) -> date | None:
    """The day on which an entry comes back: that of the approval it waits for, else the day it is due."""
    approval = awaited(entry)
    if approval is not None and approval.until is not None:
        return approval.until
    when: date | None = getattr(entry, row_of(entry).date_field, None)
    return when


def old_dates(entry: AnyEntry) -> tuple[date, ...]:
    """The days on which an entry was to come back before, oldest first; its present day is not there."""
    fields = (row_of(entry).date_field, APPROVAL_DATE)
    days = (date.fromisoformat(line.old) for line in entry.history if line.field in fields and line.old)
    return tuple(day for day in dict.fromkeys(days) if day != day_of(entry))


def overdue_days(entry: AnyEntry, today: date) -> int:
    """How many days ago an action or promise that stays open was due; 0 for anything else."""
    day = day_of(entry)
    if not isinstance(entry, Action | Commitment) or day is None or not stays_open(entry):
        return 0
    return max(0, (today - day).days)


def number(entry: AnyEntry) -> int:
    """The number of an entry within its kind."""
    return int(entry.ref.partition("-")[2])


def _carried(entry: AnyEntry, session: Session, today: date) -> Carried:
    return Carried(
        entry=entry,
        is_touched=is_touched(entry, session),
        overdue_days=overdue_days(entry, today),
        old_dates=old_dates(entry),
        left_open=entry.carried if isinstance(entry, Action) else 0,
    )


def _waits(entry: AnyEntry, day: date) -> bool:
    """Whether the review of that day asks about it."""
    if entry.withdrawn is not None or not row_of(entry).carries(entry, day):
        return False
    return entry.kind is not Kind.PARKED or (day_of(entry) or day) <= day


def _place(entry: AnyEntry, session: Session, today: date) -> tuple[int, _Key]:
    return list(PARTS).index(entry.kind), PARTS[entry.kind](entry, _day_at_opening(entry, session), today)


def _day_at_opening(entry: AnyEntry, session: Session) -> date | None:
    """The day an entry had when the meeting opened: the list stands still while it is gone through."""
    fields = (row_of(entry).date_field, APPROVAL_DATE)
    moves = (line for line in entry.history if line.session == session.id and line.field in fields)
    first = next(moves, None)
    if first is None:
        return day_of(entry)
    return date.fromisoformat(first.old) if first.old else None


def _by_day(entry: AnyEntry, day: date | None, today: date) -> _Key:
    """By the day it comes back, then what has no day."""
    return day is None, day or date.max, number(entry)


def _overdue_first(entry: AnyEntry, day: date | None, today: date) -> _Key:
    return day is None or day >= today, day or date.max, number(entry)


def _reserved_first(entry: AnyEntry, day: date | None, today: date) -> _Key:
    return not is_reserved(entry), day or date.max, number(entry)


def _unanswered_first(entry: Any, day: date | None, today: date) -> _Key:
    return entry.answer is not None, date.max, number(entry)


PARTS: dict[Kind, Callable[[AnyEntry, date | None, date], _Key]] = {
    Kind.ACTION: _overdue_first,
    Kind.COMMITMENT: _reserved_first,
    Kind.EXPECTATION: _unanswered_first,
    Kind.EXPERIMENT: _by_day,
    Kind.AGREEMENT: _by_day,
    Kind.PARKED: _by_day,
}
"""The kinds that a review asks about, in its order, and the order within each."""
