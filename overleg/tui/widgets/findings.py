"""What the program noticed: at most three lines above the bar, each of which can be put away."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import events
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from overleg.domain.choices import Language
from overleg.locale import say
from overleg.tui.cells import cut

if TYPE_CHECKING:
    from overleg.domain.checks import Finding


class Findings(Widget):
    """A line for each finding; a click puts it away for this meeting."""

    DEFAULT_CSS = """
    Findings { height: auto; max-height: 3; padding: 0 1; text-wrap: nowrap; display: none; }
    Findings.-found { display: block; }
    """

    SIGN = "!"

    found: reactive[tuple["Finding", ...]] = reactive((), layout=True, toggle_class="-found")
    """What is shown; the screen is laid out anew only when this changes."""

    @dataclass
    class Chosen(Message):
        """A finding was clicked."""

        finding: "Finding"

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language

    def render(self) -> Content:
        width = self.content_size.width
        lines = (f"{self.SIGN} {say(each.message, self._language)}" for each in self.found)
        return Content("\n").join(Content(cut(line, width)) for line in lines)

    def on_click(self, event: events.Click) -> None:
        if event.y < len(self.found):
            self.post_message(self.Chosen(self.found[event.y]))
