"""What two parties ask and offer, in full: the texts of one cell of the matrix."""

from dataclasses import dataclass

from rich.segment import Segment
from textual import events
from textual.message import Message
from textual.strip import Strip

from overleg.domain.choices import Language
from overleg.domain.overviews.exchange import Directed, Exchange
from overleg.tui.cells import cut
from overleg.tui.widgets.matrix_cells import told_lines
from overleg.tui.widgets.rows import Rows


class ExchangeTexts(Rows):
    """The entries of a cell, of which one is marked; at first the first that waits for an answer."""

    DEFAULT_CSS = """
    ExchangeTexts { height: 1fr; min-height: 2; }
    """

    COMPONENT_CLASSES = {"exchange--chosen", "exchange--marked"}

    @dataclass
    class Marked(Message):
        """Another entry is marked."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language
        self._entries: tuple[Directed, ...] = ()
        self._lines: list[list[str]] = []

    @property
    def chosen(self) -> Directed | None:
        """The entry that is marked."""
        return self._entries[self.marked] if 0 <= self.marked < len(self._entries) else None

    def show(self, cell: Exchange) -> None:
        """Show what is in a cell; while somebody walks here the mark stays on an entry that stays."""
        chosen = self.chosen if self.has_focus else None
        self._entries = cell.entries
        refs = [entry.ref for entry in self._entries]
        self._measure()
        if chosen is not None and chosen.ref in refs:
            self.marked = refs.index(chosen.ref)
        else:
            first = next((entry.ref for entry in cell.waiting), refs[0] if refs else None)
            self.marked = refs.index(first) if first else -1

    def watch_marked(self) -> None:
        super().watch_marked()
        self.post_message(self.Marked())

    def on_focus(self) -> None:
        self.refresh()

    def on_blur(self) -> None:
        self.refresh()

    def on_resize(self, event: events.Resize) -> None:
        self._measure()

    def draw_row(self, row: int, line: int, width: int) -> Strip:
        is_marked = row == self.marked
        style = self.rich_style
        if is_marked:
            name = "exchange--marked" if self.has_focus else "exchange--chosen"
            style = self.get_component_rich_style(name)
        sign = self.SIGN if is_marked and line == 0 else " "
        text = cut(sign + self._lines[row][line], width)
        return Strip([Segment(text, style)]).adjust_cell_length(width, style)

    def _measure(self) -> None:
        width = self.scrollable_content_region.width - 1
        self._lines = [told_lines(entry, self._language, width) for entry in self._entries]
        self.set_heights([len(lines) for lines in self._lines])
