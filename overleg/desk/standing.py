"""How the series of the working folder stand, read from their newest meetings."""

from collections.abc import Iterable
from datetime import date

from overleg.desk.folders import Summary
from overleg.domain.model import Session
from overleg.domain.standing import Standing, says_all, standing_of
from overleg.errors import StoreError
from overleg.store.sessionfile import SessionFile

FAR_BACK = 24
"""So many meetings are read of a series of which none was opened with what the one before it left open."""


def read_standing(series: Iterable[Summary], today: date) -> Standing:
    """How the series of these meetings stands; no more of them are read than its newest ones.

    Practice and files without a header that can be read are left out.
    """
    counted = [each for each in series if each.fault is None and not each.practice]
    counted.sort(key=lambda each: (each.number, each.date or date.min), reverse=True)
    sessions: list[Session] = []
    unread: list[str] = []
    for summary in counted[:FAR_BACK]:
        try:
            session = SessionFile(summary.path).load()
        except StoreError:
            unread.append(summary.path.name)
            continue
        sessions.append(session)
        if says_all(session):
            break
    return standing_of(sessions, today, unread)
