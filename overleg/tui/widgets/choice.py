"""One of a few, chosen with the arrows, and shown in words: ``‹ Eerste overleg ›``."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from textual import events
from textual.binding import Binding
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from overleg.tui.cells import cut

Chosen = TypeVar("Chosen")


class Choice(Widget, Generic[Chosen], can_focus=True):
    """A line that goes through its options; each has the words that are shown for it.

    The option that is `chosen` is shown first, or where there is none the first of them.
    """

    DEFAULT_CSS = """
    Choice { height: 1; text-wrap: nowrap; }
    """

    BINDINGS = [
        Binding("left,up", "step(-1)", show=False),
        Binding("right,down,space", "step(1)", show=False),
    ]

    place: reactive[int] = reactive(0)
    """Which option is chosen."""

    @dataclass
    class Changed(Message):
        """Another option was chosen."""

    def __init__(
        self, options: list[tuple[str, Chosen]], chosen: Chosen | None = None, *, id: str | None = None
    ) -> None:
        super().__init__(id=id)
        self._options = options
        place = next((n for n, (_, value) in enumerate(options) if value == chosen), 0)
        self.set_reactive(Choice.place, place)

    def offer(self, options: list[tuple[str, Chosen]], place: int) -> None:
        """Go through other options from now on, with that one chosen."""
        self._options = options
        self.set_reactive(Choice.place, place)
        self.refresh()

    @property
    def chosen(self) -> Chosen:
        return self._options[self.place][1]

    def watch_place(self) -> None:
        self.post_message(self.Changed())

    def render(self) -> Content:
        words = cut(self._options[self.place][0], max(0, self.size.width - 4))
        return Content(f"‹ {words} ›")

    def on_click(self, event: events.Click) -> None:
        self.action_step(-1 if event.x < 2 else 1)

    def action_step(self, distance: int) -> None:
        self.place = (self.place + distance) % len(self._options)
