"""How long the agenda is against the meeting: when each item begins, and what runs over its end."""

from collections.abc import Iterator
from dataclasses import dataclass

from overleg.domain.choices import ItemStatus
from overleg.domain.model import AgendaItem, Clock, Session

_DAY = 24 * 60
_LEFT_OUT = (ItemStatus.SKIPPED, ItemStatus.DEFERRED)


@dataclass(frozen=True, slots=True)
class Slot:
    """An item in the time that was planned for it, in minutes after the meeting began."""

    item: AgendaItem
    begins: int
    runs_over: bool

    @property
    def is_left_out(self) -> bool:
        return self.item.status in _LEFT_OUT


def slots(session: Session) -> Iterator[Slot]:
    """Every item of the agenda with its time; what is skipped or put off takes none."""
    length = length_of(session)
    passed = 0
    for item in session.agenda:
        minutes = 0 if item.status in _LEFT_OUT else item.planned_minutes or 0
        yield Slot(item, passed, length is not None and minutes > 0 and passed + minutes > length)
        passed += minutes


def total(session: Session) -> int:
    """The minutes that were planned for all items together."""
    return sum(item.planned_minutes or 0 for item in session.agenda if item.status not in _LEFT_OUT)


def length_of(session: Session) -> int | None:
    """The minutes from the beginning of the meeting to its end; None where one of these is not set."""
    if session.start is None or session.end is None:
        return None
    return _minutes(session.end) - _minutes(session.start)


def later(time: Clock, minutes: int) -> Clock | None:
    """So many minutes after a time of the clock; None where that is after midnight."""
    passed = _minutes(time) + minutes
    return f"{passed // 60:02}:{passed % 60:02}" if passed < _DAY else None


def _minutes(time: Clock) -> int:
    hours, minutes = time.split(":")
    return int(hours) * 60 + int(minutes)
