"""The list of the review: one row for everything that earlier meetings left open."""

from dataclasses import dataclass, replace
from datetime import date

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from overleg.domain.choices import Language
from overleg.domain.model import Session
from overleg.domain.review import carried
from overleg.tui.cells import cut
from overleg.tui.widgets.entry_cells import Columns, Line
from overleg.tui.widgets.review_rows import Arrangement, ReviewRow, rows_of
from overleg.tui.widgets.rows import Rows

_NUMBER = 8
_STATE = 40
_WIDEST = 160


class ReviewList(Rows):
    """What a review goes through, with the mark on what is talked about now.

    When the marked one is done it moves below, and the mark goes to the next that waits.
    """

    DEFAULT_CSS = """
    ReviewList { height: 1fr; }
    """

    COMPONENT_CLASSES = {"review--heading", "review--text", "review--late", "review--over", "review--marked"}

    session: reactive[Session | None] = reactive(None, repaint=False)
    """The session whose review it is."""

    today: reactive[date] = reactive(date.min, repaint=False)
    """The day from which it is seen what is overdue."""

    arranged: reactive[Arrangement] = reactive(Arrangement(), repaint=False)
    """How it is laid out."""

    BINDINGS = [Binding("enter", "choose", show=False)]

    @dataclass
    class Chosen(Message):
        """Enter was pressed on the marked row, or it was clicked twice."""

    @dataclass
    class Marked(Message):
        """The mark stands on another row, or its row changed; None where there is nothing to mark."""

        row: ReviewRow | None

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language
        self._columns = _columns(0)
        self._rows: list[ReviewRow] = []
        self._lines: list[list[Line]] = []

    @property
    def row(self) -> ReviewRow | None:
        """The row that is marked."""
        return self._rows[self.marked] if 0 <= self.marked < len(self._rows) else None

    def watch_session(self) -> None:
        self._arrange()

    def watch_today(self) -> None:
        self._arrange()

    def watch_arranged(self) -> None:
        self._arrange()

    def watch_marked(self) -> None:
        self._bring_mark_into_sight()
        self.post_message(self.Marked(self.row))

    def on_resize(self, event: events.Resize) -> None:
        self._columns = _columns(self.scrollable_content_region.width)
        self._measure()
        self._bring_mark_into_sight()

    def on_click(self, event: events.Click) -> None:
        if event.chain > 1:
            self.action_choose()

    def action_choose(self) -> None:
        self.post_message(self.Chosen())

    def can_mark(self, row: int) -> bool:
        return self._rows[row].key != ""

    def draw_row(self, row: int, line: int, width: int) -> Strip:
        shown, style = self._rows[row], self._style(row)
        before, text, after = self._lines[row][line]
        if row == self.marked and line == 0:
            before = self.SIGN + before[1:]
        return Strip([Segment(before + text + after, style)]).adjust_cell_length(
            width, style if row == self.marked or shown.key == "" else self.rich_style
        )

    def _bring_mark_into_sight(self) -> None:
        """The marked row, and the heading it stands right under."""
        if self.marked > 0 and not self.can_mark(self.marked - 1):
            self._bring_into_sight(self.marked - 1)
        super().watch_marked()

    def _style(self, row: int) -> Style:
        shown = self._rows[row]
        if row == self.marked:
            name = "marked"
        elif not shown.key:
            name = "heading"
        elif shown.is_over:
            name = "over"
        else:
            name = "late" if shown.carried and shown.carried.overdue_days else "text"
        return self.get_component_rich_style(f"review--{name}")

    def _arrange(self) -> None:
        """Lay everything out anew, with the mark where it was or on the next that waits."""
        if self.session is None:
            return
        before = self._rows
        walk = carried(self.session, self.today)
        self._rows = rows_of(walk, self.session, self.arranged, self._language)
        self._measure()
        place = _place_of_mark(before, self.marked, self._rows)
        if place == self.marked:
            self.watch_marked()
        else:
            self.marked = place

    def _measure(self) -> None:
        columns = self._columns
        self._lines = [_lines(row, columns) for row in self._rows]
        self.set_heights(len(lines) for lines in self._lines)


def _columns(width: int) -> Columns:
    """The columns of a list of entries without their kind, which stands above them."""
    usual = Columns.within(width)
    kind = usual.kind + 1 if usual.kind else 0
    state = _STATE if width >= _WIDEST else 0
    number = _NUMBER if usual.number else 0
    text = usual.text + kind - (number - usual.number) - (state - usual.state)
    return replace(usual, number=number, kind=0, state=state, text=max(text, 1))


def _lines(row: ReviewRow, columns: Columns) -> list[Line]:
    if not row.key:
        width = columns.before_text + columns.text + columns.after_text
        return [Line(" ", cut(row.cells.text, width - 1))]
    return row.cells.lines(columns)


def _place_of_mark(before: list[ReviewRow], marked: int, rows: list[ReviewRow]) -> int:
    """Where the mark goes: its own row while that waits, else the first after it that waits."""
    waiting = {row.key: place for place, row in enumerate(rows) if row.key and not row.is_over}
    all_places = {row.key: place for place, row in enumerate(rows) if row.key}
    if 0 <= marked < len(before):
        own = before[marked]
        if own.is_over and own.key in all_places:
            return all_places[own.key]
        after = [row.key for row in (*before[marked:], *reversed(before[:marked]))]
        found = next((waiting[key] for key in after if key in waiting), None)
        if found is not None:
            return found
    return next(iter(waiting.values()), next(iter(all_places.values()), -1))
