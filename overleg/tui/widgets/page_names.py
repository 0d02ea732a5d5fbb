"""The pages of a screen on one line, the one that is shown marked with a sign."""

from collections.abc import Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from textual import events
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

_SIGN = "▸"
_GAP = 2


class PageNames(Widget):
    """The names of the pages; a click goes to one."""

    DEFAULT_CSS = """
    PageNames { height: 1; padding: 0 1; text-wrap: nowrap; }
    """

    names: reactive[tuple[str, ...]] = reactive(())
    """What the pages are called."""

    shown: reactive[int] = reactive(0)
    """The place of the page that is shown."""

    @dataclass
    class Chosen(Message):
        """A page was clicked."""

        place: int

    def render(self) -> Content:
        """The names from the first that leaves room for the one that is shown."""
        parts = [
            Content.styled(text, "bold") if place == self.shown else Content(text)
            for place, text in self._texts()
        ]
        return Content(" " * _GAP).join(parts)

    def on_click(self, event: events.Click) -> None:
        column = 1
        for place, text in self._texts():
            column += cell_len(text) + _GAP
            if event.x < column:
                self.post_message(self.Chosen(place))
                return

    def _texts(self) -> Sequence[tuple[int, str]]:
        texts = [f"{_SIGN if place == self.shown else ' '}{name}" for place, name in enumerate(self.names)]
        first = 0
        while first < self.shown and self._end(texts[first : self.shown + 1]) > self.content_size.width:
            first += 1
        return list(enumerate(texts))[first:]

    def _end(self, texts: Sequence[str]) -> int:
        return sum(map(cell_len, texts)) + _GAP * (len(texts) - 1)
