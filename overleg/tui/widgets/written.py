"""A list as lines to type and paste in, with beside each line how it is understood."""

from collections.abc import Sequence
from dataclasses import dataclass

from rich.segment import Segment
from rich.style import Style
from textual import getters, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import TextArea

from overleg.tui.cells import cut
from overleg.tui.widgets.fields import Lines


@dataclass(frozen=True, slots=True)
class LineNote:
    """What there is to say about a line, and whether that keeps it from being understood."""

    text: str
    is_problem: bool = False


class LineNotes(Widget):
    """The notes, each on the height of its line."""

    DEFAULT_CSS = """
    LineNotes { width: 1fr; height: 100%; }
    """

    COMPONENT_CLASSES = {"line-notes--text", "line-notes--problem"}

    notes: reactive[tuple[LineNote, ...]] = reactive(())
    """A note for each line."""

    first: reactive[int] = reactive(0)
    """The line that stands at the top."""

    def render_line(self, y: int) -> Strip:
        place, width = self.first + y, self.size.width
        note = self.notes[place] if place < len(self.notes) else LineNote("")
        name = "line-notes--problem" if note.is_problem else "line-notes--text"
        style: Style = self.get_component_rich_style(name)
        sign = "! " if note.is_problem else "› " if note.text else ""
        text = cut(f" {sign}{note.text}", width)
        return Strip([Segment(text, style)]).adjust_cell_length(width, style)


class ListLines(Lines):
    """The lines of a list; F7 turns the page here as everywhere, and selects nothing."""

    BINDINGS = [Binding("f7", "screen.previous_page", show=False)]


class Written(Horizontal):
    """The lines, and the notes that the screen makes of them while they are typed."""

    DEFAULT_CSS = """
    Written { height: 1fr; }
    Written Lines { width: 1fr; height: 100%; border: none; padding: 0 1; }
    """

    lines = getters.query_one(Lines)
    notes = getters.query_one(LineNotes)

    @dataclass
    class Changed(Message):
        """Something was typed or pasted."""

        text: str

    def compose(self) -> ComposeResult:
        yield ListLines()
        yield LineNotes()

    def on_mount(self) -> None:
        self.watch(self.lines, "scroll_y", self._follow)

    @property
    def text(self) -> str:
        return self.lines.text

    def begin(self, text: str) -> None:
        """Have these lines, with the cursor behind the last."""
        self.lines.load_text(text)
        self.lines.move_cursor(self.lines.document.end)
        self.lines.focus()

    def say(self, notes: Sequence[LineNote]) -> None:
        self.notes.notes = tuple(notes)

    def go_to(self, line: int) -> None:
        """Put the cursor in a line."""
        self.lines.move_cursor((line, 0))

    @on(TextArea.Changed)
    def hand_over(self, event: TextArea.Changed) -> None:
        event.stop()
        self.post_message(self.Changed(self.text))

    def _follow(self, scroll: float) -> None:
        self.notes.first = int(scroll)
