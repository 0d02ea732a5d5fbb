"""The capture bar: one line per thing said."""

from collections.abc import Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from textual import events
from textual.binding import Binding
from textual.geometry import Size
from textual.message import Message
from textual.reactive import Reactive
from textual.timer import Timer
from textual.widgets import Input

from overleg.domain.text import clean
from overleg.tui.widgets.in_order import do_own_key
from overleg.tui.widgets.typed import Offered, Recall, TypingHistory

BURST = 0.03
"""Seconds between two keys; people do not type faster, terminals that paste do."""
_BURST_IS_OVER = 0.1
_TAKING = ("tab", "right")


class CaptureBar(Input):
    """A line of text that hands over what was entered, and keeps several pasted lines until asked.

    It knows nothing of their meaning: the screen reads them, and says by `suggest` what their end may
    become. Tab takes that, and Tab again what comes next.
    """

    DEFAULT_CSS = """
    CaptureBar, CaptureBar:focus {
        height: 1;
        width: 1fr;
        padding: 0;
        border: none;
    }
    """

    BINDINGS = [
        Binding("up", "recall(-1)", show=False),
        Binding("down", "recall(1)", show=False),
    ]

    # Input sets its virtual size at every key, which lays out the whole screen: 27 ms where 4 will do.
    # Its own scrolling only needs to know the size.
    virtual_size: Reactive[Size] = Reactive(Size(0, 0), layout=False)

    @dataclass
    class Entered(Message):
        """Enter was pressed on one line, or for all lines that were pasted."""

        lines: tuple[str, ...]

    @dataclass
    class Pasted(Message):
        """So many lines were pasted, and wait for Enter or Esc."""

        count: int

    @dataclass
    class PutAside(Message):
        """Esc was pressed while pasted lines waited; they can be recalled one by one."""

        count: int

    def __init__(self) -> None:
        super().__init__(select_on_focus=False)
        self._typing = TypingHistory()
        self._recall = Recall()
        self._waiting: list[str] = []
        self._offered = Offered()
        self._burst: Timer | None = None
        self._last_key = 0.0

    @property
    def unsaved(self) -> str:
        """All that was typed or pasted here and not entered."""
        return "\n".join(line for line in (*self._waiting, self.value) if line.strip())

    @property
    def is_asking(self) -> bool:
        """Whether pasted lines wait for an answer."""
        return bool(self._waiting) and self._burst is None

    def validate_value(self, value: str) -> str:
        return clean(value)

    def watch_value(self, value: str) -> None:
        self._typing.note(value)

    def replace(self, text: str, start: int, end: int) -> None:
        """Put text in the place of other text, clean and composed: a letter and its accent become one."""
        start, end = sorted((max(0, start), min(len(self.value), end)))
        before = clean(self.value[:start] + text)
        self.value = before + self.value[end:]
        self.cursor_position = len(before)

    def give_back(self, line: str) -> None:
        """Show a line again, with the cursor at its end; the screen knows, so no message goes out.

        In its middle a chair who types on without looking would make one line of two. Where somebody
        has typed on meanwhile, the line waits under the arrow up.
        """
        if self.value:
            self._recall.add(line)
            return
        with self.prevent(Input.Changed):
            self.value = line
        self._recall.show(line)
        self.cursor_position = len(line)

    def begin(self, line: str) -> None:
        """Show the beginning of a line, to be typed on; what stood there waits under the arrow up."""
        if self.value.strip():
            self._recall.add(self.value)
        self.value = line
        self.action_end()

    def put_aside(self, *lines: str) -> None:
        """Keep lines to be recalled with the arrow up."""
        self._recall.add(*lines)

    def suggest(self, lines: Sequence[str]) -> None:
        """The lines that this one may become; the first Tab takes the first."""
        self._offered.offer(self.value, lines)

    def toggle_end(self, text: str) -> None:
        """Put something behind the line, or take it away where it stands there already."""
        line = self.value.rstrip()
        self.value = line.removesuffix(text) if line.endswith(text) else line + text
        self.action_end()

    def undo_typing(self) -> bool:
        """Take back the last word typed; answers whether there was one."""
        return self._show(self._typing.undo() if self.value else None)

    def forget_typing(self) -> None:
        """What is undone or redone next was recorded; what was typed before can still be recalled."""
        if self._typing.latest:
            self._recall.add(self._typing.latest)
        self._typing.forget()

    def redo_typing(self) -> bool:
        return self._show(self._typing.redo())

    def column_of(self, position: int) -> int:
        """The column of the screen in which a character of the line stands."""
        return self.content_region.x + cell_len(self.value[:position]) - self.scroll_offset.x

    async def on_key(self, event: events.Key) -> None:
        """Before Input sees the key: Enter is ours, and keys that nobody can type so fast are a paste."""
        is_pasting = event.time - self._last_key < BURST
        self._last_key = event.time
        if event.key in ("enter", "ctrl+j"):
            event.stop().prevent_default()
            self._enter(is_pasting)
        elif event.key == "tab" and is_pasting:
            event.stop().prevent_default()
            self.insert_text_at_cursor(" ")
        elif event.key in _TAKING and self._take_suggestion(event.key):
            event.stop().prevent_default()
        elif event.key == "escape" and self._waiting:
            event.stop().prevent_default()
            self._put_waiting_aside()
        else:
            if self._burst is not None:
                self._wait_for_more()
            await do_own_key(self, event)

    def on_paste(self, event: events.Paste) -> None:
        event.stop().prevent_default()
        self.take(event.text)

    def take(self, pasted: str) -> None:
        """Take pasted text: one line goes into the bar, several wait until they are confirmed."""
        lines = [line for line in map(clean, pasted.splitlines()) if line.strip()]
        if len(lines) == 1:
            start, end = self.selection
            self.replace(lines[0], start, end)
        elif lines:
            first, *others = lines
            self._waiting += [self.value + first, *others]
            self._clear()
            self._ask()

    def action_recall(self, distance: int) -> None:
        if self.value and not self._recall.is_shown(self.value):
            return
        line = self._recall.step(distance)
        if line is not None:
            self.value = line
            self.action_end()

    def _take_suggestion(self, key: str) -> bool:
        """Put the next suggestion in the bar; answers whether there was one."""
        if self.cursor_position < len(self.value) or (key == "right" and not self._offered.is_new):
            return False
        line = self._offered.take(self.value)
        if line is not None:
            self.value = line
            self.action_end()
        return line is not None

    def _enter(self, is_pasting: bool) -> None:
        line = self.value
        if is_pasting or self._burst is not None:
            self._waiting += [line] if line.strip() else []
            self._clear()
            self._wait_for_more()
            return
        lines = tuple(each for each in (*self._waiting, line) if each.strip())
        self._waiting.clear()
        self._hand_over(lines)

    def _hand_over(self, lines: tuple[str, ...]) -> None:
        self._clear()
        if lines:
            self._recall.add(*lines)
            self.post_message(self.Entered(lines))

    def _wait_for_more(self) -> None:
        """A paste without marks comes key by key; it is over when no key has come for a while."""
        if self._burst is not None:
            self._burst.stop()
        several = len(self._waiting) > 1
        self._burst = self.set_timer(_BURST_IS_OVER if several else BURST, self._end_burst)

    def _end_burst(self) -> None:
        self._burst = None
        if len(self._waiting) == 1:
            value = self.value
            lines = tuple(self._waiting)
            self._waiting.clear()
            self._hand_over(lines)
            self.value = value
        elif self._waiting:
            self._ask()

    def _ask(self) -> None:
        self.post_message(self.Pasted(len(self._waiting)))

    def _put_waiting_aside(self) -> None:
        self._recall.add(*self._waiting)
        self.post_message(self.PutAside(len(self._waiting)))
        self._waiting.clear()

    def _clear(self) -> None:
        self.value = ""
        self._typing.forget()

    def _show(self, text: str | None) -> bool:
        if text is None:
            return False
        self.value = text
        self.action_end()
        return True
