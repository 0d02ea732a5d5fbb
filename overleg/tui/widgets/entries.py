"""What was said, line by line: one widget that draws the entries in sight, however many there are."""

from dataclasses import dataclass
from typing import NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from overleg.domain.choices import Language
from overleg.domain.filtering import Filter, filtered
from overleg.domain.model import AnyEntry, Session
from overleg.tui.widgets.entry_cells import Columns, EntryCells, Line, cells_of, headings, height_of
from overleg.tui.widgets.rows import Rows

_MOST_DRAWN = 500
"""Rows that are kept as drawn; more than fit on any screen."""


class Drawn(NamedTuple):
    """A row as it was drawn, and the entry it was drawn for."""

    entry: AnyEntry
    cells: EntryCells
    lines: list[Line]


class Entries(Rows):
    """The entries of a session as a table that follows the newest, unless somebody walks through it."""

    DEFAULT_CSS = """
    Entries {
        height: 1fr;
    }
    """

    BINDINGS = [Binding("enter", "open", show=False)]

    COMPONENT_CLASSES = {
        "entries--heading",
        "entries--label",
        "entries--text",
        "entries--masked",
        "entries--withdrawn",
        "entries--marked",
    }

    heading = 1

    session: reactive[Session | None] = reactive(None, repaint=False)
    """The session whose entries these are."""

    chosen: reactive[Filter] = reactive(Filter(), repaint=False)
    """Which of them are shown."""

    revealed: reactive[frozenset[str]] = reactive(frozenset(), repaint=False)
    """The sensitive entries, by number, of which somebody asked to see the text."""

    is_spacious: reactive[bool] = reactive(False, repaint=False)
    """Whether a line is left open after each entry, to be read from afar."""

    @dataclass
    class Opened(Message):
        """An entry was asked for, with Enter or a double click."""

        ref: str

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language
        self._columns = Columns.within(0)
        self._entries: tuple[AnyEntry, ...] = ()
        self._heights: list[int] = []
        self._height_before = 0
        self._wanted = ""
        self._drawn: dict[int, Drawn] = {}

    def watch_session(self, before: Session | None, session: Session | None) -> None:
        if session is None or not self.size:
            return  # the first measuring waits for the width of the window
        if before is None or _surroundings(before) != _surroundings(session):
            self._forget()
        before_it = len(self._entries)
        self._take_over(session)
        has_grown = len(self._entries) > before_it
        if has_grown and not self.has_focus:
            self.scroll_to_end()

    def watch_chosen(self) -> None:
        self._draw_anew()

    def watch_revealed(self) -> None:
        self._draw_anew()

    def watch_is_spacious(self) -> None:
        self._draw_anew()

    @property
    def marked_ref(self) -> str | None:
        """The number of the entry that is marked; None where none is."""
        return self._entries[self.marked].ref if 0 <= self.marked < len(self._entries) else None

    def mark(self, ref: str) -> None:
        """Mark the entry with that number; until the mark is moved, the list begins there."""
        self._wanted, self.marked = ref, -1
        if self.has_focus:
            self._begin_mark()

    def action_open(self) -> None:
        if self.marked_ref is not None:
            self.post_message(self.Opened(self.marked_ref))

    def on_click(self, event: events.Click) -> None:
        if event.chain == 2:
            self.action_open()

    def on_resize(self, event: events.Resize) -> None:
        at_end = self.scroll_offset.y >= self.max_scroll_y or not self.has_focus
        saw_mark, self._height_before = self.sees_mark(self._height_before), event.size.height
        columns = Columns.within(self.scrollable_content_region.width)
        if columns != self._columns:
            self._columns = columns
            self._forget()
        if self.session is not None:
            self._take_over(self.session)
        if at_end:
            self.scroll_to_end()
        if saw_mark:
            self.show_mark()
        if self.has_focus:
            self._begin_mark()

    def draw_heading(self, line: int, width: int) -> Strip:
        style = self.get_component_rich_style("entries--heading")
        before, text, after = headings(self._language, self._columns).lines(self._columns)[0]
        return _strip([(before, style), (text, style), (after, style)], width, style)

    def draw_row(self, row: int, line: int, width: int) -> Strip:
        drawn = self._drawn_row(row)
        if line >= len(drawn.lines):
            return Strip.blank(width, self.rich_style)
        before, text, after = drawn.lines[line]
        if self.has_focus and row == self.marked:
            style = self.get_component_rich_style("entries--marked")
            before = self.SIGN + before[1:] if line == 0 else before
            return _strip([(before, style), (text, style), (after, style)], width, style)
        label = self.get_component_rich_style("entries--label")
        parts = [(before, label), (text, self._text_style(drawn.cells)), (after, label)]
        return _strip(parts, width, self.rich_style)

    def on_focus(self) -> None:
        self._begin_mark()
        self.refresh()

    def watch_marked(self) -> None:
        super().watch_marked()
        if self.marked_ref not in (None, self._wanted):
            self._wanted = ""

    def on_blur(self) -> None:
        self.marked = -1
        self.scroll_to_end()
        self.refresh()

    def _begin_mark(self) -> None:
        """Mark what was asked for, else the last one, where nothing is marked yet."""
        if self.marked < 0 and self._entries:
            rows = (row for row, each in enumerate(self._entries) if each.ref == self._wanted)
            self.marked = next(rows, len(self._entries) - 1)

    def _text_style(self, cells: EntryCells) -> Style:
        if cells.is_withdrawn:
            return self.get_component_rich_style("entries--withdrawn")
        return self.get_component_rich_style("entries--masked" if cells.is_masked else "entries--text")

    def _drawn_row(self, row: int) -> Drawn:
        """The row as it is drawn, kept for as long as it stays in sight or nearly so."""
        entry, session = self._entries[row], self.session
        drawn = self._drawn.get(row)
        if drawn is not None and drawn.entry is entry:
            return drawn
        if len(self._drawn) >= _MOST_DRAWN:
            self._drawn.clear()
        assert session is not None  # there are no rows without one
        cells = cells_of(entry, session, self._language, is_revealed=entry.ref in self.revealed)
        self._drawn[row] = drawn = Drawn(entry, cells, cells.lines(self._columns))
        return drawn

    def _forget(self) -> None:
        """All rows have to be made anew."""
        self._entries, self._heights = (), []
        self._drawn.clear()

    def _draw_anew(self) -> None:
        """Something else is shown of the same session; the mark stays on its entry where that is there."""
        ref = self.marked_ref
        self._forget()
        if self.session is not None and self.size:
            self._take_over(self.session)
            self.marked = next((row for row, each in enumerate(self._entries) if each.ref == ref), -1)
            if not self.has_focus:
                self.scroll_to_end()

    def _take_over(self, session: Session) -> None:
        """Measure anew what differs from what is shown, which is most often one entry at the end."""
        shown, self._entries = self._entries, filtered(session.entries, self.chosen)
        first = _first_difference(shown, self._entries)
        for row in range(first, len(self._entries)):
            entry = self._entries[row]
            if row >= len(shown) or (shown[row] is not entry and shown[row] != entry):
                self._heights[row : row + 1] = [self._height(entry, session)]
        del self._heights[len(self._entries) :]
        self.set_heights(self._heights[first:], first)

    def _height(self, entry: AnyEntry, session: Session) -> int:
        is_revealed = entry.ref in self.revealed
        height = height_of(entry, session, self._language, self._columns, is_revealed=is_revealed)
        return height + self.is_spacious


def _first_difference(shown: tuple[AnyEntry, ...], entries: tuple[AnyEntry, ...]) -> int:
    """The first row that differs; comparing whole tuples takes no time where the records are the same."""
    if entries[: len(shown)] == shown:
        return len(shown)
    pairs = enumerate(zip(shown, entries, strict=False))
    return next((row for row, (old, new) in pairs if old is not new and old != new), len(entries))


def _surroundings(session: Session) -> tuple[object, ...]:
    """What the cells of every entry depend on beside the entry itself."""
    return session.id, session.parties, session.people, session.attendance, session.tasks


def _strip(parts: list[tuple[str, Style]], width: int, style: Style) -> Strip:
    segments = [Segment(text, part_style) for text, part_style in parts if text]
    return Strip(segments).adjust_cell_length(width, style)
