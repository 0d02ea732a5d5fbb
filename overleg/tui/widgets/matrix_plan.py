"""How the matrix is laid out: which columns there is room for, and what they can hold."""

from collections.abc import Sequence
from dataclasses import dataclass

from rich.cells import cell_len

_ROOM_FOR_REFS = 12
"""Cells that a column needs for a ref with its answer."""
_ROOM_FOR_SIGNS = 7
_WIDEST = 26
_GAP = 1
_LEAST_WITH_TOTALS = 30
"""A window that is narrower has no column of totals."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How wide the columns are, and which of them are shown: from place `first`, so many as `shown`.

    The cells are `brief` where refs do not fit; `total` is 0 where there is no room for totals.
    """

    label: int
    column: int
    total: int
    first: int
    shown: int
    brief: bool

    @property
    def places(self) -> range:
        return range(self.first, self.first + self.shown)

    def place_at(self, x: int) -> int | None:
        """The place of the column that is drawn there."""
        place = self.first + (x - self.label) // self.column
        return place if x >= self.label and place in self.places else None


def plan(width: int, codes: Sequence[str], corner: str, words: tuple[str, str], marked: int) -> Plan:
    """The layout that shows most: all columns with refs, else all with signs, else those around the mark.

    `words` say what the last column and the last row count.
    """
    totals = cell_len(words[0]) + 2 * _GAP if width >= _LEAST_WITH_TOTALS else 0
    label = _around(*codes, words[1], corner)
    column = (width - label - totals) // len(codes)
    if column >= _ROOM_FOR_REFS:
        return Plan(label, min(column, _WIDEST), totals, 0, len(codes), brief=False)
    label = _around(*codes, words[1]) if totals else _around(*codes)
    column = max(_ROOM_FOR_SIGNS, (width - label - totals) // len(codes))
    shown = min(len(codes), max(1, (width - label - totals) // column))
    first = min(max(0, marked - shown // 2), len(codes) - shown)
    return Plan(label, column, totals, first, shown, brief=True)


def _around(*texts: str) -> int:
    """The cells that the longest of these texts takes, with a gap on either side."""
    return _GAP + max(map(cell_len, texts)) + _GAP
