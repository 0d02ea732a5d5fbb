"""Who asks what of whom: parties against parties, with a cell that is marked."""

from dataclasses import dataclass

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from overleg.domain.choices import Language
from overleg.domain.model import Party, Session
from overleg.domain.overviews.exchange import Exchange, are_same
from overleg.tui.cells import fill
from overleg.tui.widgets.matrix_plan import Plan, plan
from overleg.tui.widgets.matrix_table import MatrixTable
from overleg.tui.widgets.rows import Rows

_TOTALS_HEIGHT = 2
"""The row of totals, and an empty line above it."""


class MatrixGrid(Rows):
    """A row for each party that asks, a column for each that is asked, or the other way round.

    A cell is marked with the arrows or a click; the last row and column hold the totals.
    """

    DEFAULT_CSS = """
    MatrixGrid { height: auto; max-height: 60%; }
    """

    COMPONENT_CLASSES = {"matrix--heading", "matrix--label", "matrix--marked"}

    BINDINGS = [
        Binding("left", "mark_column(-1)", show=False),
        Binding("right", "mark_column(1)", show=False),
    ]

    heading = 1

    session: reactive[Session | None] = reactive(None, repaint=False)
    """The session whose matrix it is."""

    column: reactive[int] = reactive(1)
    """The place of the party in whose column the mark stands."""

    swapped: reactive[bool] = reactive(False, init=False)
    """Whether the columns ask and the rows are asked."""

    @dataclass
    class Moved(Message):
        """Another cell is marked, or what is in it changed."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language
        self._table = MatrixTable()
        self._cells: dict[tuple[int, int], list[str]] = {}

    @property
    def pair(self) -> tuple[Party, Party] | None:
        """The party that asks and the one that is asked in the marked cell; None where there is none."""
        return self._table.pair(self.marked, self.column)

    @property
    def exchange(self) -> Exchange:
        """What is in the marked cell."""
        return self._table.exchange(self.marked, self.column)

    @property
    def plan(self) -> Plan | None:
        """How it is laid out now; None where there are no parties."""
        table, language = self._table, self._language
        if not table.parties:
            return None
        width = self.scrollable_content_region.width
        return plan(width, table.codes, table.corner(language), table.totals(language), self.column)

    def watch_session(self, before: Session | None, session: Session | None) -> None:
        if session is None or (before and are_same(before, session)):
            return
        table = MatrixTable.of(session, swapped=self.swapped)
        if table != self._table:
            self._table = table
            self._lay_out()

    def watch_swapped(self) -> None:
        """The mark stays on the same two parties."""
        self._table = self._table.turned(swapped=self.swapped)
        self.marked, self.column = self.column, self.marked
        self._lay_out()

    def watch_column(self) -> None:
        self._tell()

    def watch_marked(self) -> None:
        super().watch_marked()
        self._tell()

    def on_resize(self) -> None:
        self._lay_out()

    def on_focus(self) -> None:
        self.refresh()

    def on_blur(self) -> None:
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        """The row is marked already."""
        layout = self.plan
        place = layout.place_at(event.x) if layout else None
        if place is not None:
            self.column = place

    def can_mark(self, row: int) -> bool:
        return row < len(self._table.parties)

    def action_mark_column(self, distance: int) -> None:
        self.column = min(max(0, self.column + distance), max(0, len(self._table.parties) - 1))

    def draw_heading(self, line: int, width: int) -> Strip:
        style = self.get_component_rich_style("matrix--heading")
        layout, table = self.plan, self._table
        if layout is None:
            return Strip.blank(width, style)
        fewer, more = "‹" if layout.first else "", "›" if layout.places.stop < len(table.parties) else ""
        corner = fewer if layout.brief else table.corner(self._language)
        codes = [fill(f" {table.codes[place]}", layout.column) for place in layout.places]
        total = fill(f" {table.totals(self._language)[0]}", layout.total)
        text = "".join((fill(f" {corner}", layout.label), *codes, total, more))
        return _strip([(text, style)], width, style)

    def draw_row(self, row: int, line: int, width: int) -> Strip:
        layout = self.plan
        if layout is None:
            return Strip.blank(width, self.rich_style)
        if not self.can_mark(row):
            return self._drawn_totals(layout, line, width)
        label = self.get_component_rich_style("matrix--label")
        code, total = (self._table.codes[row], self._table.row_total(row)) if line == 0 else ("", "")
        cells = [self._drawn_cell(row, place, line, layout) for place in layout.places]
        parts = [(fill(f" {code}", layout.label), label), *cells, (fill(f" {total}", layout.total), label)]
        return _strip(parts, width, self.rich_style)

    def _drawn_cell(self, row: int, place: int, line: int, layout: Plan) -> tuple[str, Style]:
        lines = self._cells.get((row, place), [])
        text = lines[line] if line < len(lines) else ""
        is_marked = (row, place) == (self.marked, self.column)
        sign = self.SIGN if is_marked and line == 0 else " "
        return fill(sign + text, layout.column - 1) + " ", self._style(is_marked)

    def _style(self, is_marked: bool) -> Style:
        """The mark stands out while the arrows move it; its sign stays."""
        if not is_marked:
            return self.rich_style
        return self.get_component_rich_style("matrix--marked" if self.has_focus else "matrix--label")

    def _drawn_totals(self, layout: Plan, line: int, width: int) -> Strip:
        style = self.get_component_rich_style("matrix--label")
        if line == 0:
            return Strip.blank(width, style)
        counts = [fill(f" {self._table.column_total(place)}", layout.column) for place in layout.places]
        word = fill(f" {self._table.totals(self._language)[1]}", layout.label)
        return _strip([(word + "".join(counts), style)], width, style)

    def _lay_out(self) -> None:
        """Draw all cells anew, with rows as high as the fullest of their cells."""
        layout = self.plan
        places = range(len(self._table.parties))
        if layout is None:
            self._cells, heights = {}, []
        else:
            self._cells = {
                (row, place): self._table.cell(row, place, self._language, brief=layout.brief)
                for row in places
                for place in places
            }
            heights = [max(len(self._cells[row, place]) for place in places) for row in places]
            heights.append(_TOTALS_HEIGHT)
            self.marked, self.column = (
                min(max(place, 0), places[-1]) for place in (self.marked, self.column)
            )
        self._take_height(heights)
        self._tell()

    def _take_height(self, heights: list[int]) -> None:
        before = self.virtual_size.height
        self.set_heights(heights)
        if before != self.virtual_size.height:
            self.refresh(layout=True)

    def _tell(self) -> None:
        self.post_message(self.Moved())


def _strip(parts: list[tuple[str, Style]], width: int, style: Style) -> Strip:
    return Strip([Segment(text, each) for text, each in parts if text]).adjust_cell_length(width, style)
