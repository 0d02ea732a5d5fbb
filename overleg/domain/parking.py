"""Parking an agenda item: it stays on the list of what is still to be talked about."""

from datetime import datetime

from overleg.domain.agenda_changes import DeferItem, GoToItem
from overleg.domain.changes import Change
from overleg.domain.choices import ItemStatus
from overleg.domain.entry_changes import AddEntry
from overleg.domain.model import AgendaItem, Parked, Session
from overleg.domain.together import Together


def parked(session: Session, item: AgendaItem, at: datetime) -> Together:
    """What parks an item: a parked entry with its title, the item put off, and on to the next one."""
    entry = Parked(ref="", born_in="", created_at=at, text=item.title, source_line=item.title, item=item.id)
    following = session.agenda[session.agenda.index(item) + 1 :]
    upcoming = next((each for each in following if each.status is ItemStatus.PENDING), None)
    changes: tuple[Change, ...] = (AddEntry(at=at, entry=entry), DeferItem(at=at, item=item.id))
    if upcoming:
        changes = (*changes, GoToItem(at=at, item=upcoming.id))
    return Together(at=at, changes=changes)
