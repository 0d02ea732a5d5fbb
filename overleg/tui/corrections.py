"""Corrections of the minutes of last time as the screen shows them; what is confidential is masked."""

from collections.abc import Sequence

from overleg.domain import names
from overleg.domain.choices import Sensitivity
from overleg.domain.model import Correction, Session
from overleg.domain.text import clean
from overleg.tui.widgets.entry_cells import MASK
from overleg.tui.widgets.row_table import TableRow


def rows_of(corrections: Sequence[Correction], session: Session) -> tuple[TableRow, ...]:
    """A row for each, by its place: who asked for it, where, what stood there, and what it becomes."""
    return tuple(TableRow(str(n), _cells(each, session)) for n, each in enumerate(corrections))


def whole(correction: Correction, session: Session) -> str:
    """A correction on one line."""
    if correction.sensitivity is not Sensitivity.NONE:
        return MASK
    change = f"“{correction.old}” -> “{correction.new}”" if correction.old else correction.new
    return clean(": ".join(filter(None, (names.code(session, correction.party), correction.where, change))))


def _cells(correction: Correction, session: Session) -> tuple[str, ...]:
    if correction.sensitivity is not Sensitivity.NONE:
        return (names.code(session, correction.party), "", "", MASK)
    said = (correction.where, correction.old, correction.new)
    return (names.code(session, correction.party), *map(clean, said))
