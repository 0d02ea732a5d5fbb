"""The fields of an entry, drawn by its form; another kind brings other fields and keeps what was typed."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message

from overleg.domain.choices import Language
from overleg.errors import Refused
from overleg.locale import say
from overleg.tui.entry_form.form import EntryForm
from overleg.tui.entry_form.rows import KIND_ROW, Row
from overleg.tui.widgets.choice import Choice
from overleg.tui.widgets.fields import Field
from overleg.tui.widgets.form_fields import FormField, Wrapping


class EntryFields(Vertical):
    """The fields of `form`, with what was typed in them."""

    DEFAULT_CSS = """
    EntryFields, EntryFields Vertical { height: auto; }
    """

    @dataclass
    class Changed(Message):
        """Something else stands in a field."""

    @dataclass
    class Finished(Message):
        """Enter was pressed in the last field."""

    def __init__(self, form: EntryForm, language: Language) -> None:
        super().__init__()
        self.form = form
        self._language = language
        self._memory: dict[str, Any] = {}

    def compose(self) -> ComposeResult:
        if not self.form.is_restricted:
            yield self._made(KIND_ROW)
        with Vertical():
            yield from self._others()

    @property
    def typed(self) -> dict[str, Any]:
        """What stands in the fields, by row."""
        return {field.key: field.typed for field in self.query(FormField)}

    @property
    def focused_key(self) -> str:
        """The row of the field that has the focus."""
        return next((field.key for field in self.query(FormField) if field.has_focus_within), "")

    def focus_on(self, key: str) -> None:
        self._field(key).control.focus()

    def focus_first(self) -> None:
        """Begin in the first field that is not the kind."""
        self.query(FormField)[0 if self.form.is_restricted else 1].control.focus()

    def go_on(self) -> None:
        """To the next field; from the last one there is none."""
        if self.query(FormField).last().has_focus_within:
            self.post_message(self.Finished())
        else:
            self.screen.focus_next()

    def chosen(self, key: str) -> Any:
        """The value that is chosen in a field; None where the form has no such field."""
        return self._field(key).typed if key in self.form.shown else None

    def choose(self, key: str, value: Any) -> None:
        options = next(row for row in self.form.rows if row.name == key).options
        control = self._field(key).control
        if isinstance(control, Choice):
            control.place = [each for _, each in options].index(value)

    @on(FormField.Entered)
    def finish_field(self, event: FormField.Entered) -> None:
        event.stop()
        self.go_on()

    @on(FormField.Changed)
    async def follow(self, event: FormField.Changed) -> None:
        """Say how the field is understood now; another kind has other fields."""
        event.stop()
        field = event.field
        self._memory[self.form.memory_key(field.key)] = field.typed
        if field.key == KIND_ROW.name:
            self.form = self.form.of_kind(field.typed)
            others = self.query_one(Vertical)
            await others.remove_children()
            await others.mount_all(self._others())
        else:
            # A field of another kind may be on its way out, and still have something to say.
            row = next((row for row in self.form.rows if row.name == field.key), None)
            if row is not None:
                field.say(*self._meaning(row, field.typed))
        self.post_message(self.Changed())

    def _others(self) -> Iterator[FormField]:
        return (self._made(row) for row in self.form.rows if row is not KIND_ROW)

    def _field(self, key: str) -> FormField:
        return next(field for field in self.query(FormField) if field.key == key)

    def _made(self, row: Row) -> FormField:
        """The field for a row, with what was typed there before, else with what is recorded."""
        shown = self.form.shown[row.name]
        typed = self._memory.get(self.form.memory_key(row.name), shown)
        label = say(row.label, self._language)
        if row.sort is None:
            options = [(words[self._language], value) for words, value in row.options]
            is_known = any(value == typed for _, value in options)
            return FormField(row.name, label, Choice(options, typed if is_known else shown))
        text = typed if type(typed) is str else shown
        control = Wrapping(text) if row.sort.wraps else Field(text)
        return FormField(row.name, label, control, self._meaning(row, text))

    def _meaning(self, row: Row, typed: Any) -> tuple[str, bool]:
        """How a field is understood, and whether that is trouble."""
        try:
            return self.form.means(row, typed, self._language), False
        except Refused as refused:
            return say(refused.message, self._language), True
