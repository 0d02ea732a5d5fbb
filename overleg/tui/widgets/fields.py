"""Fields of clean text: of one line, and of several."""

from textual import events
from textual.suggester import Suggester
from textual.widgets import Input, TextArea

from overleg.domain.text import clean
from overleg.tui.widgets.in_order import do_own_key


class Field(Input):
    """A field of one line, of clean text."""

    def __init__(
        self,
        value: str = "",
        *,
        placeholder: str = "",
        id: str | None = None,
        suggester: Suggester | None = None,
        select_on_focus: bool = False,
    ) -> None:
        super().__init__(
            value,
            placeholder=placeholder,
            select_on_focus=select_on_focus,
            compact=True,
            id=id,
            suggester=suggester,
        )

    def validate_value(self, value: str) -> str:
        return clean(value)

    async def on_key(self, event: events.Key) -> None:
        await do_own_key(self, event)

    def on_paste(self, event: events.Paste) -> None:
        """Several pasted lines become one, and none of them is lost."""
        event.stop().prevent_default()
        self.insert_text_at_cursor(clean(event.text))


class Lines(TextArea):
    """A field of several lines; what is pasted is cleaned line by line."""

    def __init__(self) -> None:
        super().__init__(compact=True, soft_wrap=False, highlight_cursor_line=False)

    async def on_key(self, event: events.Key) -> None:
        await do_own_key(self, event)

    def on_paste(self, event: events.Paste) -> None:
        event.stop().prevent_default()
        lines = (clean(line.replace("\t", "; ")) for line in event.text.splitlines())
        self.replace("\n".join(lines), *self.selection)
