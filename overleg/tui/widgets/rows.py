"""A list of rows that costs as much with ten thousand rows as with ten."""

from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate

from textual import events
from textual.binding import Binding
from textual.geometry import Size
from textual.reactive import Reactive, reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip


class Rows(ScrollView, can_focus=True):
    """Rows of one or more lines, of which only those in sight are drawn, with a mark that moves.

    A subclass says how high each row is by `set_heights`, draws a line of one in `draw_row`, and may keep
    rows from being marked with `can_mark`. `heading` lines stay on top.
    """

    # The window always has its scrollbar, so that more rows never change the layout of the screen.
    DEFAULT_CSS = """
    Rows {
        overflow-x: hidden;
        overflow-y: scroll;
        scrollbar-size-vertical: 1;
    }
    """

    BINDINGS = [
        Binding("up", "mark_by(-1)", show=False),
        Binding("down", "mark_by(1)", show=False),
        Binding("pageup", "mark_page(-1)", show=False),
        Binding("pagedown", "mark_page(1)", show=False),
        Binding("home", "mark_first", show=False),
        Binding("end", "mark_last", show=False),
    ]

    SIGN = "›"
    """Stands before the marked row, which is never told by its colour alone."""

    heading = 0

    marked: reactive[int] = reactive(-1)
    """The row that is marked; -1 where none is."""

    # A whole-screen layout for every row that is added costs more than drawing it.
    virtual_size: Reactive[Size] = Reactive(Size(0, 0), layout=False)

    def __init__(self) -> None:
        super().__init__()
        self._starts = [0]

    @property
    def row_count(self) -> int:
        return len(self._starts) - 1

    def draw_row(self, row: int, line: int, width: int) -> Strip:
        """One line of a row, `width` cells wide."""
        raise NotImplementedError

    def draw_heading(self, line: int, width: int) -> Strip:
        raise NotImplementedError

    def can_mark(self, row: int) -> bool:
        return True

    def set_heights(self, heights: Iterable[int], first: int = 0) -> None:
        """How many lines each row takes, from row `first` to the last."""
        self._starts[first:] = accumulate(heights, initial=self._starts[first])
        height = self.heading + self._starts[-1]
        self.virtual_size = Size(self.size.width, height)
        self.vertical_scrollbar.window_virtual_size = height
        self.scroll_y = min(self.scroll_y, self.max_scroll_y)
        self.refresh()

    def render_line(self, y: int) -> Strip:
        width = self.scrollable_content_region.width
        if y < self.heading:
            return self.draw_heading(y, width)
        line = y - self.heading + self.scroll_offset.y
        if line >= self._starts[-1]:
            return Strip.blank(width, self.rich_style)
        row = self._row_at(line)
        return self.draw_row(row, line - self._starts[row], width)

    def row_at(self, y: int) -> int | None:
        """The row that is drawn at that line of the widget."""
        line = y - self.heading + self.scroll_offset.y
        return self._row_at(line) if y >= self.heading and line < self._starts[-1] else None

    def scroll_to_end(self) -> None:
        self.scroll_to(y=self.max_scroll_y, animate=False, force=True)

    def watch_marked(self) -> None:
        self.show_mark()

    def show_mark(self) -> None:
        """Bring the marked row into sight."""
        if 0 <= self.marked < self.row_count:
            self._bring_into_sight(self.marked)

    def sees_mark(self, height: int) -> bool:
        """Whether the marked row begins in sight, in a window of that many lines."""
        top = self._starts[self.marked] - self.scroll_offset.y if 0 <= self.marked < self.row_count else -1
        return 0 <= top < height - self.heading

    def on_click(self, event: events.Click) -> None:
        row = self.row_at(event.y)
        if row is not None and self.can_mark(row):
            self.marked = row

    def action_mark_by(self, distance: int) -> None:
        start = self.marked if self.marked >= 0 else (-1 if distance > 0 else self.row_count)
        self._mark_from(start + distance, distance)

    def action_mark_page(self, direction: int) -> None:
        height = max(1, self.size.height - self.heading - 1)
        line = self._starts[max(self.marked, 0)] + direction * height
        self._mark_from(self._row_at(min(max(line, 0), self._starts[-1] - 1)), direction)

    def action_mark_first(self) -> None:
        self._mark_from(0, 1)

    def action_mark_last(self) -> None:
        self._mark_from(self.row_count - 1, -1)

    def _row_at(self, line: int) -> int:
        return max(0, bisect_right(self._starts, line) - 1)

    def _mark_from(self, row: int, direction: int) -> None:
        """Mark the first row from there on that can be marked."""
        while 0 <= row < self.row_count:
            if self.can_mark(row):
                self.marked = row
                return
            row += direction

    def _bring_into_sight(self, row: int) -> None:
        height = self.size.height - self.heading
        top, bottom = self._starts[row], self._starts[row + 1]
        if top < self.scroll_offset.y:
            self.scroll_to(y=top, animate=False, force=True)
        elif bottom > self.scroll_offset.y + height:
            self.scroll_to(y=min(top, bottom - height), animate=False, force=True)
