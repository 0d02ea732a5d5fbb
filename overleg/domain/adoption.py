"""When and where the minutes of a meeting were adopted: in the meeting after it."""

from datetime import date

from overleg.domain.model import Header


def adopts_minutes_of(later: Header, id: str) -> bool:
    """Whether the minutes of the session with that id were adopted in this later one."""
    adopts = later.adopts
    return adopts is not None and adopts.session == id and adopts.at is not None


def adopted_on(later: Header) -> date:
    """The day of the meeting that adopted them; where nobody has set one, the day on which it did."""
    adopts = later.adopts
    if later.undated and adopts is not None and adopts.at is not None:
        return adopts.at.date()
    return later.date
