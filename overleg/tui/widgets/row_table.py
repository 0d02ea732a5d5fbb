"""A table of short rows that can be walked: parties, people, agenda items."""

from collections.abc import Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from overleg.tui.cells import cut, fill
from overleg.tui.widgets.rows import Rows

_GAP = 2
_WIDEST = 28


@dataclass(frozen=True, slots=True)
class Column:
    """A column: what stands above it, and how soon it goes when there is no room, 0 for never."""

    heading: str
    goes: int = 0
    stretches: bool = False


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row by its id, with a text for each column; without an id it is a heading within the table."""

    id: str
    cells: tuple[str, ...]
    is_quiet: bool = False


def widths_of(columns: Sequence[Column], rows: Sequence[TableRow], width: int) -> list[int]:
    """The width of each column, 0 for one that there is no room for; one of them takes what is left."""
    texts = [[column.heading, *(row.cells[n] for row in rows if row.id)] for n, column in enumerate(columns)]
    widths = [min(_WIDEST, max(map(cell_len, text))) for text in texts]
    for n in sorted(range(len(columns)), key=lambda n: -columns[n].goes):
        if _total(widths) > width and columns[n].goes:
            widths[n] = 0
    left = width - _total(widths)
    return [
        max(1, each + left) if columns[n].stretches else min(each, width) for n, each in enumerate(widths)
    ]


def _total(widths: Sequence[int]) -> int:
    return 1 + sum(each + _GAP for each in widths if each)


class RowTable(Rows):
    """A line for each row, under the headings of its columns."""

    DEFAULT_CSS = """
    RowTable { height: 1fr; min-height: 3; }
    """

    COMPONENT_CLASSES = {"row-table--heading", "row-table--text", "row-table--quiet", "row-table--marked"}

    BINDINGS = [Binding("enter", "choose", show=False)]

    heading = 1

    columns: reactive[tuple[Column, ...]] = reactive(())
    """The columns, in order."""

    rows: reactive[tuple[TableRow, ...]] = reactive(())
    """What the table shows."""

    empty: reactive[str] = reactive("")
    """What it says where there are no rows."""

    @dataclass
    class Marked(Message):
        """The mark stands on that row; on none where it is empty."""

        id: str

    @dataclass
    class Chosen(Message):
        """Enter was pressed on the marked row, or it was clicked twice."""

        id: str

    @property
    def marked_id(self) -> str:
        return self.rows[self.marked].id if 0 <= self.marked < len(self.rows) else ""

    def mark(self, id: str) -> None:
        """Put the mark on that row, where there is such a row."""
        place = next((n for n, row in enumerate(self.rows) if id and row.id == id), None)
        if place is not None:
            self.marked = place

    def watch_rows(self, before: tuple[TableRow, ...], after: tuple[TableRow, ...]) -> None:
        """The mark stays on its row; where that went, on the one that took its place."""
        own = before[self.marked].id if 0 <= self.marked < len(before) else ""
        self.set_heights([1] * len(after))
        places = [n for n, row in enumerate(after) if row.id]
        same = next((n for n in places if after[n].id == own), None)
        near = min(places, key=lambda n: abs(n - max(self.marked, 0)), default=-1)
        self.marked = near if same is None else same
        if self.marked_id != own:
            self.post_message(self.Marked(self.marked_id))

    def watch_marked(self) -> None:
        super().watch_marked()
        self.post_message(self.Marked(self.marked_id))

    def can_mark(self, row: int) -> bool:
        return self.rows[row].id != ""

    def on_click(self, event: events.Click) -> None:
        if event.chain > 1:
            self.action_choose()

    def action_choose(self) -> None:
        self.post_message(self.Chosen(self.marked_id))

    def draw_heading(self, line: int, width: int) -> Strip:
        text = self._line(tuple(column.heading for column in self.columns), width)
        return self._strip(f" {text}", width, "heading")

    def draw_row(self, row: int, line: int, width: int) -> Strip:
        shown = self.rows[row]
        if not shown.id:
            return self._strip(cut(f" {shown.cells[0]}", width), width, "heading")
        is_marked = row == self.marked
        sign = self.SIGN if is_marked else " "
        style = "marked" if is_marked else "quiet" if shown.is_quiet else "text"
        return self._strip(f"{sign}{self._line(shown.cells, width)}", width, style)

    def render_line(self, y: int) -> Strip:
        if y == self.heading and not self.rows:
            width = self.scrollable_content_region.width
            return self._strip(cut(f" {self.empty}", width), width, "quiet")
        return super().render_line(y)

    def _line(self, cells: tuple[str, ...], width: int) -> str:
        widths = widths_of(self.columns, self.rows, width)
        parts = (fill(cell, each) for cell, each in zip(cells, widths, strict=True) if each)
        return (" " * _GAP).join(parts)

    def _strip(self, text: str, width: int, name: str) -> Strip:
        style: Style = self.get_component_rich_style(f"row-table--{name}")
        return Strip([Segment(text, style)]).adjust_cell_length(width, style)
