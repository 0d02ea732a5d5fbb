"""The action list: what was agreed to be done, over one session or over many."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from overleg.domain import names
from overleg.domain.model import Action, Session
from overleg.domain.newest import newest_entries

STANDING = ("open", "busy")
"""The states in which an action waits to be done."""


@dataclass(frozen=True, slots=True)
class ActionRow:
    """One action as a list shows it; `overdue_days` is 0 for what is not overdue."""

    ref: str
    series: str
    session: str
    party: str
    person: str
    text: str
    due: date | None
    status: str
    overdue_days: int
    carried: int
    born_on: date


def action_rows(sessions: Iterable[Session], today: date) -> list[ActionRow]:
    """Every action once, as the newest session that has it knows it; overdue first, then by date."""
    rows = (
        _row(each.entry, each.session, today)
        for each in newest_entries(sessions)
        if isinstance(each.entry, Action) and each.entry.withdrawn is None
    )
    return sorted(rows, key=lambda row: (row.overdue_days == 0, row.due or date.max, row.series, row.ref))


def _row(entry: Action, session: Session, today: date) -> ActionRow:
    overdue = (today - entry.due).days if entry.due and entry.status in STANDING else 0
    return ActionRow(
        ref=entry.ref,
        series=session.series.title,
        session=session.id,
        party=names.code(session, entry.parties[0]) if entry.parties else "",
        person=names.owner_name(session, entry),
        text=entry.text,
        due=entry.due,
        status=entry.status,
        overdue_days=max(0, overdue),
        carried=entry.carried,
        born_on=session.date if entry.born_in == session.id else entry.created_at.date(),
    )
