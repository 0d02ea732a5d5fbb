"""Whether a closed meeting may run again: not after its minutes were adopted, or the next one has begun."""

from pathlib import Path

from overleg.desk.folders import follows
from overleg.domain.choices import SessionStatus
from overleg.domain.model import Session
from overleg.errors import Message, Refused, StoreError
from overleg.store import folder
from overleg.store.headers import Summary

_ADVICE = Message("Put a mistake right in the next meeting: as a correction of the minutes, or as an entry.")


def check_reopening(session: Session, path: Path) -> None:
    """Refuse that the session in that file, which is closed, runs again where a later one stands on it."""
    try:
        later = [each for each in folder.summaries(path.parent) if follows(each, session)]
    except StoreError as error:
        raise Refused(error.message, error.hint) from error
    for each in later:
        if reason := _reason(each, session):
            raise Refused(reason, _ADVICE)


def _reason(later: Summary, session: Session) -> Message | None:
    number = later.number
    if later.adopts == session.id:
        return Message("This meeting stays closed: meeting {number} adopted its minutes.", number=number)
    if later.status is not SessionStatus.PLANNED:
        return Message("This meeting stays closed: meeting {number} has begun since.", number=number)
    return None
