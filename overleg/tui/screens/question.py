"""A question that is answered with yes or no."""

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Button, Static

from overleg.domain.choices import Language
from overleg.errors import Message
from overleg.locale import catalogue, say
from overleg.tui.screens.returning import Returning


class Question(ModalScreen[bool], Returning[bool]):
    """Asks, and returns whether the answer was yes; Esc is no."""

    BINDINGS = [
        Binding("j,y", "answer(True)", show=False),
        Binding("n,escape", "answer(False)", show=False),
        Binding("left,up", "app.focus_previous", show=False),
        Binding("right,down", "app.focus_next", show=False),
    ]

    def __init__(self, message: Message, language: Language) -> None:
        super().__init__()
        self._message = message
        self._language = language

    def compose(self) -> ComposeResult:
        _ = catalogue(self._language).gettext
        with Vertical(classes="dialog"):
            yield Static(Content(say(self._message, self._language)))
            with Horizontal(classes="buttons"):
                yield Button(Content(_("No")), id="no")
                yield Button(Content(_("Yes")), id="yes")

    @on(Button.Pressed)
    def press(self, event: Button.Pressed) -> None:
        self.dismiss(event.button.id == "yes")

    def action_answer(self, answer: bool) -> None:
        self.dismiss(answer)
