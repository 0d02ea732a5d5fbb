"""One line at the bottom where something is asked and typed; Esc gives it up."""

from dataclasses import dataclass

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static

from overleg.tui.widgets.fields import Field


class Asking(Horizontal):
    """A question with room for its answer, seen only while it is asked.

    What was typed and given up is there again when the same is asked once more.
    """

    DEFAULT_CSS = """
    Asking { display: none; height: 1; padding: 0 1; }
    Asking.-asking { display: block; }
    Asking Static { width: auto; max-width: 60%; text-wrap: nowrap; }
    Asking Field { width: 1fr; }
    """

    BINDINGS = [Binding("escape", "give_up", show=False)]

    answer = getters.query_one(Field)

    @dataclass
    class Answered(Message):
        """Enter was pressed on what was typed."""

        text: str

    @dataclass
    class GivenUp(Message):
        """Esc was pressed."""

    def __init__(self) -> None:
        super().__init__()
        self._kept: dict[str, str] = {}
        self._question = ""

    @property
    def is_asking(self) -> bool:
        return self.has_class("-asking")

    @property
    def unsaved(self) -> str:
        """What is typed here, while it is asked."""
        return self.answer.value.strip() if self.is_asking else ""

    def compose(self) -> ComposeResult:
        yield Static()
        yield Field()

    def ask(self, question: str, text: str = "") -> None:
        """Ask, with that text to begin from."""
        self._keep()
        self._question = question
        self.query_one(Static).update(Content(f"{question} "))
        self.answer.value = self._kept.pop(question, text)
        self.answer.action_end()
        self.add_class("-asking")
        self.answer.focus()

    def done(self) -> None:
        """The answer was taken."""
        self.remove_class("-asking")

    @on(Input.Submitted)
    def hand_over(self, event: Input.Submitted) -> None:
        event.stop()
        self.post_message(self.Answered(event.value.strip()))

    def action_give_up(self) -> None:
        self._keep()
        self.done()
        self.post_message(self.GivenUp())

    def _keep(self) -> None:
        """Keep what was typed and not taken."""
        if self.unsaved:
            self._kept[self._question] = self.unsaved
