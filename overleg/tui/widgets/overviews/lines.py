"""Lines of text, and tables of parties that fold up where the window is too narrow for them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from rich.cells import cell_len

from overleg.tui.cells import fill, wrap

_GAP = 2
_LEAST_LABEL, _WIDEST_LABEL = 18, 60
_INDENT = 3

WARNS, HINTS = "! ", "- "
"""What stands before a signal, by how much it matters."""


class Told(NamedTuple):
    """One line that is drawn."""

    text: str = ""
    is_bold: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: what it is about, a cell for each column, and what there is to say about it."""

    label: str
    cells: Sequence[str]
    notes: Sequence[str] = ()
    is_bold: bool = False


def told(text: str, width: int, *, indent: int = 0, is_bold: bool = False) -> list[Told]:
    """A text in lines; where it is indented, its second and later lines are so a little more."""
    first, *others = wrap(text, width - indent)
    hang = indent + _GAP if indent else 0
    rest = [line for part in others for line in wrap(part, width - hang)]
    return [Told(" " * indent + first, is_bold), *(Told(" " * hang + line, is_bold) for line in rest)]


def table(corner: str, heads: Sequence[str], rows: Iterable[Row], width: int) -> list[Told]:
    """The rows as a table, or, where that does not fit, as a list with the cells below each label."""
    found = list(rows)
    column = _GAP + max((cell_len(text) for text in _texts(heads, found)), default=0)
    longest = max((cell_len(each) for each in (corner, *(row.label for row in found))), default=0)
    label = min(longest + _GAP, _WIDEST_LABEL, width - column * len(heads))
    if label < min(_LEAST_LABEL, longest):
        return [line for row in found for line in (*_folded(row, heads, width), Told())]
    head = fill(corner, label) + "".join(fill(text, column) for text in heads)
    return [
        Told(head.rstrip(), is_bold=True),
        *(line for row in found for line in _laid(row, label, column, width)),
    ]


def _texts(heads: Sequence[str], rows: Iterable[Row]) -> list[str]:
    return [*heads, *(cell for row in rows for cell in row.cells)]


def _laid(row: Row, label: int, column: int, width: int) -> list[Told]:
    first, *others = wrap(row.label, label - _GAP)
    cells = "".join(fill(cell, column) for cell in row.cells)
    lines = [Told((fill(first, label) + cells).rstrip(), row.is_bold)]
    lines += [Told(f"{' ' * _GAP}{part}") for line in others for part in wrap(line, label - 2 * _GAP)]
    return [*lines, *_notes(row, width)]


def _folded(row: Row, heads: Sequence[str], width: int) -> list[Told]:
    said = " · ".join(f"{head} {cell}" for head, cell in zip(heads, row.cells, strict=True) if cell)
    cells = told(said, width, indent=_INDENT) if said else []
    return [*told(row.label, width, is_bold=True), *cells, *_notes(row, width)]


def _notes(row: Row, width: int) -> list[Told]:
    return [line for note in row.notes for line in told(note, width, indent=_INDENT)]
