"""The fields of a form: a name, a text or a choice, and beside it how that is understood."""

from dataclasses import dataclass
from typing import Any

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Label, Static, TextArea

from overleg.domain.text import clean
from overleg.tui.widgets.choice import Choice
from overleg.tui.widgets.fields import Field
from overleg.tui.widgets.in_order import do_own_key


class Wrapping(TextArea):
    """A field for a long text, which stays one line of what was said however many it takes here."""

    DEFAULT_CSS = """
    Wrapping { height: auto; min-height: 1; max-height: 8; padding: 0; }
    """

    @dataclass
    class Entered(Message):
        """Enter was pressed."""

    def __init__(self, text: str) -> None:
        super().__init__(text, compact=True, highlight_cursor_line=False)

    async def on_key(self, event: events.Key) -> None:
        if event.key in ("enter", "ctrl+j"):
            event.stop().prevent_default()
            self.post_message(self.Entered())
        else:
            await do_own_key(self, event)

    def on_paste(self, event: events.Paste) -> None:
        event.stop().prevent_default()
        self.replace(clean(event.text), *self.selection)


class FormField(Horizontal):
    """One field with its name; `Changed` goes out whenever something else stands in it."""

    DEFAULT_CSS = """
    FormField { height: auto; padding: 0 1; }
    FormField Label { width: 20; max-width: 30%; }
    FormField Field, FormField Choice, FormField Wrapping { width: 1fr; }
    FormField Field { max-width: 60; }
    FormField .meaning { width: 28; max-width: 35%; padding-left: 2; }
    """

    @dataclass
    class Changed(Message):
        """Something else stands in a field."""

        field: "FormField"

    @dataclass
    class Entered(Message):
        """Enter was pressed in a field."""

        field: "FormField"

    def __init__(
        self,
        key: str,
        label: str,
        control: Field | Wrapping | Choice[Any],
        meaning: tuple[str, bool] = ("", False),
    ) -> None:
        super().__init__()
        self.key = key
        self._label = label
        self.control = control
        self._meaning = meaning

    def compose(self) -> ComposeResult:
        yield Label(Content(self._label))
        yield self.control
        if isinstance(self.control, Field):
            yield Static(classes="meaning")

    def on_mount(self) -> None:
        self.say(*self._meaning)

    @property
    def typed(self) -> Any:
        """What stands in it: a text, or the value that is chosen."""
        match self.control:
            case Choice():
                return self.control.chosen
            case Field():
                return self.control.value
        return self.control.text

    def say(self, words: str, is_trouble: bool) -> None:
        """Say beside the field how it is understood, or why it is not."""
        for meaning in self.query(".meaning").results(Static):  # none while it comes or goes
            meaning.set_class(is_trouble, "-trouble")
            meaning.update(Content(f"! {words}" if is_trouble else words))

    @on(Input.Changed)
    @on(TextArea.Changed)
    @on(Choice.Changed)
    def tell_changed(self, event: Message) -> None:
        event.stop()
        self.post_message(self.Changed(self))

    @on(Input.Submitted)
    @on(Wrapping.Entered)
    def tell_entered(self, event: Message) -> None:
        event.stop()
        self.post_message(self.Entered(self))
