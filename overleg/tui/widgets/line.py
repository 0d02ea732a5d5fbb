"""A line that is asked for now and then, below a screen on which letters are commands."""

from collections.abc import Sequence

from textual import getters
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.reactive import reactive

from overleg.domain.capture import Command, Problem
from overleg.domain.changes import Change
from overleg.domain.choices import Language
from overleg.domain.model import Session
from overleg.tui.widgets.capture import CaptureBar
from overleg.tui.widgets.reading import Reading


class LineBelow(Vertical):
    """A capture bar with the reading of its line, that opens with the beginning of a line in it.

    The screen reads the line and records it, as it does with what is typed anywhere.
    """

    DEFAULT_CSS = """
    LineBelow { height: auto; display: none; }
    LineBelow.-open { display: block; }
    """

    is_open: reactive[bool] = reactive(False, toggle_class="-open")
    """Whether it is there to be typed on."""

    bar = getters.query_one(CaptureBar)
    reading = getters.query_one(Reading)

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language
        self._head = ""
        self._needs_more = False

    def compose(self) -> ComposeResult:
        yield CaptureBar()
        yield Reading(self._language)

    @property
    def unsaved(self) -> str:
        """What was typed after the beginning and not recorded, with its beginning."""
        return "" if self._is_bare(self.bar.unsaved) else self.bar.unsaved

    def begin(self, head: str, *, needs_more: bool) -> None:
        """Open with the beginning of a line; with `needs_more` that alone says nothing."""
        if not self.unsaved:
            self.bar.value = ""
        self._head, self._needs_more = head, needs_more
        self.is_open = True
        self.bar.begin(head)
        # At once: a letter that follows on the heels of the key is text already.
        self.screen.set_focus(self.bar)

    def close(self) -> None:
        """Go away; what was typed comes back with the arrow up the next time."""
        if self.unsaved:
            self.bar.put_aside(*self.unsaved.splitlines())
        self.bar.value = ""
        self.reading.clear()
        self.is_open = False

    def give_back(self, first: str, *others: str) -> None:
        """Show a line again that could not be recorded; the others wait under the arrow up."""
        self.bar.put_aside(*others)
        self.bar.give_back(first)

    def completed(self, lines: Sequence[str]) -> tuple[str, ...]:
        """The lines as they are meant: each that was pasted below the first has the same beginning."""
        first, *others = lines
        if not first.startswith(self._head):
            return tuple(lines)
        said = [first, *(self._head + line for line in others)]
        return tuple(line for line in said if not (self._needs_more and self._is_bare(line)))

    def show(self, read: Change | Command | Problem, session: Session) -> None:
        """Say what the line is understood to mean."""
        column = self.bar.column_of(read.position) if isinstance(read, Problem) else 0
        self.reading.show(read, session, column)

    def _is_bare(self, line: str) -> bool:
        return line.strip() in ("", self._head.strip())
