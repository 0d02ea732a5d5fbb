"""The form of a row: a line for each of its fields, of which what was typed is a change when it is left."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual import events
from textual.binding import Binding
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.suggester import SuggestFromList
from textual.widgets import Input, Label, Static

from overleg.tui.widgets.choice import Choice
from overleg.tui.widgets.fields import Field


@dataclass(frozen=True, slots=True)
class FieldLine:
    """What one line of the form shows; with `options` one of these, words and value, is chosen."""

    key: str
    label: str
    text: str = ""
    hint: str = ""
    options: tuple[tuple[str, str], ...] = ()
    suggests: tuple[str, ...] = ()
    is_measure: bool = False
    """A date, a time or a number: who comes to it types another in its place."""

    @property
    def place(self) -> int:
        """The place of the option that is chosen; the first where none is."""
        return next((n for n, (_, value) in enumerate(self.options) if value == self.text), 0)

    @property
    def shown(self) -> str:
        """What stands in the field as long as nobody types or chooses."""
        return self.options[self.place][1] if self.options else self.text


class PlainChoice(Choice[str]):
    """A choice in a form, where Enter goes on to the next field."""

    BINDINGS = [Binding("enter", "app.focus_next", show=False)]


class RowForm(VerticalScroll, can_focus=False):
    """The fields of one row at a time.

    A text that cannot be understood stays in its field, with the reason below it; it is there again
    when the form comes back to that row.
    """

    DEFAULT_CSS = """
    RowForm { height: auto; max-height: 60%; }
    RowForm Horizontal { height: 1; padding: 0 1; }
    RowForm Label { width: 16; text-wrap: nowrap; }
    RowForm Field, RowForm PlainChoice { width: 1fr; }
    RowForm .fault { height: auto; padding: 0 1 0 17; display: none; }
    RowForm .fault.-said { display: block; }
    """

    @dataclass
    class Left(Message):
        """A field was left, perhaps with something else in it than there was."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: dict[str, FieldLine] = {}
        self._scope = ""
        self._unread: dict[tuple[str, str], str] = {}
        self._faults: dict[str, str] = {}

    async def lay_out(self, lines: Sequence[FieldLine], scope: str) -> None:
        """Have these fields, about the row or rows of `scope`."""
        self._keep_unread()
        self._lines, self._scope, self._faults = {}, scope, {}
        await self.remove_children()
        await self.mount_all(_composed(lines))
        # Only what stands: an app that is told to end meanwhile makes no more fields.
        self._lines = {line.key: line for line in lines if self.query(f"#{_id(line.key)}")}
        self._bring_back_unread()

    def show(self, lines: Sequence[FieldLine], scope: str) -> None:
        """Show the same fields for another row, or the newest texts of this one.

        What is being typed about the row stays as it is.
        """
        is_other = scope != self._scope
        if is_other:
            self._keep_unread()
        edits = {} if is_other else self.edits()
        self._scope = scope
        for line in lines:
            self._lines[line.key] = line
            if line.key not in edits:
                self._put(line)
        if is_other:
            self._faults = {}
            self._bring_back_unread()
        self._tell()

    def edits(self) -> dict[str, str]:
        """What stands in the fields and is not what their row says, by key."""
        texts = {key: self._text(key) for key in self._lines}
        return {key: text for key, text in texts.items() if text != self._lines[key].shown}

    def tell(self, key: str, fault: str) -> None:
        """Say why what stands in a field cannot be kept; without a fault it can."""
        was = self._faults.pop(key, None)
        if fault:
            self._faults[key] = fault
        self._tell()
        if fault and fault != was:
            # It has no place yet where it was not shown before.
            below = self.query_one(f"#{_id(key)}-fault", Static)
            self.call_after_refresh(below.scroll_visible, animate=False)

    def accept(self, key: str) -> None:
        """What stood in a field was kept: it shows what the row says of it now."""
        self._faults.pop(key, None)
        self._put(self._lines[key])
        self._tell()

    @property
    def faulty(self) -> str:
        """The first field of which the text cannot be kept; empty where there is none."""
        return next(iter(self._faults), "")

    @property
    def unread(self) -> str:
        """The scope of another row where a text waits that could not be kept; empty where there is none."""
        return next((scope for scope, _ in self._unread), "")

    def forget(self, scope: str) -> None:
        """Let go of what waits for a row that is no longer there."""
        self._unread = {place: text for place, text in self._unread.items() if place[0] != scope}

    def take_back(self) -> bool:
        """Put what the row says back in the field that is typed in; answers whether that was another text."""
        key = self.typed_in
        if key not in self.edits():
            return False
        self._put(self._lines[key])
        self.tell(key, "")
        return True

    @property
    def typed_in(self) -> str:
        """The field that has the focus."""
        focused = self.screen.focused
        return next((key for key in self._lines if focused is not None and focused.id == _id(key)), "")

    def focus_field(self, key: str = "") -> None:
        """Go to a field, else to the first."""
        wanted = key or next(iter(self._lines), "")
        if wanted:
            self.query_one(f"#{_id(wanted)}").focus()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.screen.focus_next()

    def on_descendant_blur(self, event: events.DescendantBlur) -> None:
        self.post_message(self.Left())

    def _text(self, key: str) -> str:
        field = self.query_one(f"#{_id(key)}")
        if isinstance(field, PlainChoice):
            return field.chosen
        return field.value if isinstance(field, Field) else ""

    def _put(self, line: FieldLine) -> None:
        field = self.query_one(f"#{_id(line.key)}")
        if isinstance(field, PlainChoice):
            field.offer(list(line.options), line.place)
        elif isinstance(field, Field) and field.value != line.text:
            field.value = line.text
            field.cursor_position = len(line.text)

    def _keep_unread(self) -> None:
        for key in self._faults:
            self._unread[self._scope, key] = self._text(key)

    def _bring_back_unread(self) -> None:
        for key in self._lines:
            text = self._unread.pop((self._scope, key), None)
            if text is not None:
                field = self.query_one(f"#{_id(key)}", Field)
                field.value = text

    def _tell(self) -> None:
        for key in self._lines:
            fault = self._faults.get(key, "")
            said = self.query_one(f"#{_id(key)}-fault", Static)
            said.update(Content(fault))
            said.set_class(bool(fault), "-said")


def _id(key: str) -> str:
    return f"field-{key}"


def _composed(lines: Sequence[FieldLine]) -> list[Horizontal | Static]:
    """The widgets of the lines, each with room for a fault below it."""
    widgets: list[Horizontal | Static] = []
    for line in lines:
        widgets.append(Horizontal(Label(Content(line.label)), _field(line)))
        widgets.append(Static(id=f"{_id(line.key)}-fault", classes="fault"))
    return widgets


def _field(line: FieldLine) -> Field | PlainChoice:
    if line.options:
        return PlainChoice(list(line.options), line.text, id=_id(line.key))
    suggester = SuggestFromList(line.suggests, case_sensitive=False) if line.suggests else None
    return Field(
        line.text,
        placeholder=line.hint,
        id=_id(line.key),
        suggester=suggester,
        select_on_focus=line.is_measure,
    )
