"""A document to be read on the screen, as long as it is."""

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from overleg.documents.as_text import as_text
from overleg.documents.outline import Outline
from overleg.tui.widgets.overview import Scrolled


class Paper(Scrolled):
    """The text of a document, in lines as wide as there is room for; or a sentence in its place."""

    DEFAULT_CSS = """
    Paper { height: 1fr; scrollbar-gutter: stable; }
    Paper Static { height: auto; text-wrap: nowrap; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._outline: Outline | None = None
        self._words = ""

    def compose(self) -> ComposeResult:
        yield Static()

    def on_resize(self) -> None:
        self._draw()

    def show(self, outline: Outline) -> None:
        self._outline = outline
        self._draw()

    def tell(self, words: str) -> None:
        """Say why there is no document."""
        self._outline, self._words = None, words
        self._draw()

    def _draw(self) -> None:
        text = as_text(self._outline, self.scrollable_content_region.width) if self._outline else self._words
        self.query_one(Static).update(Content(text))
