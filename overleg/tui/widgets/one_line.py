"""A line that is there only when it has something to say."""

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from overleg.tui.cells import cut


class OneLine(Widget):
    """A line of plain text; without words it takes no room."""

    DEFAULT_CSS = """
    OneLine { height: 1; padding: 0 1; text-wrap: nowrap; display: none; }
    OneLine.-said { display: block; }
    """

    words: reactive[str] = reactive("", layout=True, toggle_class="-said")
    """What it says."""

    def render(self) -> Content:
        return Content(cut(self.words, self.content_size.width))
