"""The moments at which a meeting is asked what it may want to look at."""

from enum import StrEnum


class Moment(StrEnum):
    """When a check is asked."""

    OPENING = "opening"
    REVIEW = "review"
    STEP = "step"
    """While a step runs that names the check, and when it is left."""
    LIVE = "live"
    """All the time, as soon as there is something to say."""
    CLOSING = "closing"
    EXPORT_OPEN = "export_open"
    EXPORT_CLOSED = "export_closed"
    ASKED = "asked"
    """Whenever somebody asks for all there is, short of making a document."""


EXPORTS = frozenset({Moment.EXPORT_OPEN, Moment.EXPORT_CLOSED})
