"""The moment it is: the system's, or the one that a rehearsal or a test sets."""

from collections.abc import Callable, Mapping
from datetime import datetime

from overleg.errors import Message, UsageError

Clock = Callable[[], datetime]


def clock(environ: Mapping[str, str]) -> Clock:
    """A clock of local time in whole seconds; `OVERLEG_NOW` stops it at a moment.

    Raises `UsageError` where that is no moment.
    """
    chosen = environ.get("OVERLEG_NOW")
    if not chosen:
        return lambda: datetime.now().replace(microsecond=0)
    try:
        moment = datetime.fromisoformat(chosen).replace(tzinfo=None, microsecond=0)
    except ValueError:
        raise UsageError(
            Message("OVERLEG_NOW says {moment}, which is no moment.", moment=chosen),
            Message("Write it like {example}.", example="2027-01-14T19:30"),
        ) from None
    return lambda: moment
