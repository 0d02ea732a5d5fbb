"""Under the bar: what the line is understood to mean, or what is wrong with it, and where."""

from rich.cells import cell_len
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from overleg.documents.in_brief import entry_parts
from overleg.documents.reading import SEPARATOR, reading
from overleg.domain.capture import Command, Problem
from overleg.domain.changes import Change
from overleg.domain.choices import Language
from overleg.domain.entry_changes import AddEntry
from overleg.domain.model import Session
from overleg.locale import say
from overleg.tui.cells import cut

_SHORTEST_TEXT = 12


def words_within(read: Change | Command, session: Session, language: Language, width: int) -> str:
    """The reading on one line; a long text gives way, so that what is missing can still be read."""
    words = reading(read, session, language)
    if cell_len(words) <= width or not isinstance(read, AddEntry):
        return cut(words, width)
    parts = [part for part in entry_parts(read.entry, session, language) if part]
    taken = cell_len(words) - cell_len(read.entry.text)
    short = cut(read.entry.text, max(_SHORTEST_TEXT, width - taken))
    return cut(SEPARATOR.join(short if part == read.entry.text else part for part in parts), width)


def pointed(words: str, column: int, width: int) -> str:
    """A ``^`` in that column, and the words on the side where there is room for them."""
    column = min(max(column, 0), max(width - 1, 0))
    after = width - column - 2
    if cell_len(words) <= after or after >= column:
        return " " * column + "^ " + cut(words, after)
    before = cut(words, column - 1)
    return " " * (column - 1 - cell_len(before)) + before + " ^"


class Reading(Widget):
    """One line of words about the line in the bar."""

    DEFAULT_CSS = """
    Reading { height: 1; text-wrap: nowrap; }
    """

    words: reactive[str] = reactive("")
    """What is shown."""

    is_problem: reactive[bool] = reactive(False, toggle_class="-problem")
    """Whether that is why the line cannot be entered."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language

    def show(self, read: Change | Command | Problem, session: Session, column: int) -> None:
        """Say what was read; `column` is where a problem stands on the screen."""
        width = self.size.width
        self.is_problem = isinstance(read, Problem)
        if isinstance(read, Problem):
            self.words = pointed(say(read.message, self._language), column, width)
        else:
            self.words = f" {words_within(read, session, self._language, width - 2)}"

    def clear(self) -> None:
        self.words, self.is_problem = "", False

    def render(self) -> Content:
        return Content(self.words)
