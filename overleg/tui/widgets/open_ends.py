"""What is still open at the end of a meeting, as questions that can be settled or put away."""

from dataclasses import dataclass

from rich.segment import Segment
from textual import events
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from overleg.domain.checks import Finding, Level
from overleg.domain.choices import Language
from overleg.locale import say
from overleg.tui.cells import cut, wrap
from overleg.tui.widgets.rows import Rows

_SIGNS = {Level.BLOCK: "!", Level.WARN: "!", Level.HINT: "·"}
_INDENT = 4


class OpenEnds(Rows):
    """A row for each open end; a double click or Enter asks to settle it."""

    DEFAULT_CSS = """
    OpenEnds { height: 1fr; }
    """

    COMPONENT_CLASSES = {"open-ends--marked"}

    found: reactive[tuple[Finding, ...]] = reactive((), repaint=False)
    """What is open."""

    @dataclass
    class Asked(Message):
        """Somebody wants to settle what is marked."""

        finding: Finding

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language
        self._lines: list[list[str]] = []

    @property
    def chosen(self) -> Finding | None:
        """The one that is marked."""
        return self.found[self.marked] if 0 <= self.marked < len(self.found) else None

    def watch_found(self, before: tuple[Finding, ...], found: tuple[Finding, ...]) -> None:
        """The mark stays where it is, so that one after the other can be settled."""
        self._arrange()
        self.marked = min(max(self.marked, 0), len(found) - 1)

    def on_resize(self, event: events.Resize) -> None:
        self._arrange()

    def on_click(self, event: events.Click) -> None:
        if event.chain == 2 and self.chosen is not None:
            self.post_message(self.Asked(self.chosen))

    def draw_row(self, row: int, line: int, width: int) -> Strip:
        is_marked = row == self.marked and self.has_focus
        style = self.get_component_rich_style("open-ends--marked") if is_marked else self.rich_style
        first = f"{self.SIGN if is_marked else ' '} {_SIGNS[self.found[row].level]} "
        text = f"{first if line == 0 else ' ' * _INDENT}{self._lines[row][line]}"
        return Strip([Segment(cut(text, width), style)]).adjust_cell_length(width, style)

    def _arrange(self) -> None:
        room = max(1, self.scrollable_content_region.width - _INDENT)
        self._lines = [wrap(say(each.message, self._language), room) for each in self.found]
        self.set_heights(map(len, self._lines))
