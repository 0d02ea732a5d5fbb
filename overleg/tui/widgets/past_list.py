"""The past of entries as lines: each entry, its meetings, and what happened there."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rich.segment import Segment
from textual import events
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from overleg.documents.timeline import heading, outline
from overleg.domain.choices import Language, Sensitivity
from overleg.domain.text import clean
from overleg.domain.timeline import Timeline
from overleg.tui.cells import cut, wrap
from overleg.tui.widgets.entry_cells import masked
from overleg.tui.widgets.rows import Rows

_MEETING, _EVENT = 3, 5


@dataclass(frozen=True, slots=True)
class PastLine:
    """A line of the list, and the meeting that it opens; none where nothing is to be opened."""

    text: str
    look: str
    session: str = ""
    ref: str = ""


def lines_of(past: Iterable[Timeline], width: int, language: Language) -> Iterator[PastLine]:
    """All lines, each of at most `width` cells; an open line between two entries."""
    for place, line in enumerate(past):
        if place:
            yield PastLine("", "event")
        yield from _of_entry(line, width, language)


def _of_entry(line: Timeline, width: int, language: Language) -> Iterator[PastLine]:
    newest, ref = line.session.id, line.entry.ref
    is_masked = line.entry.sensitivity is not Sensitivity.NONE
    text = masked(line.entry.sensitivity, language) if is_masked else line.entry.text
    for words, look in ((heading(line, language), "entry"), (text, "text")):
        yield from (PastLine(each, look, newest, ref) for each in _wrapped(words, 1, width))
    for happened in outline(line, language):
        meeting, told = happened.meeting, happened.told
        for words, indent in ((meeting, _MEETING), *((each, _EVENT) for each in told)):
            look = "meeting" if indent == _MEETING else "event"
            yield from (
                PastLine(each, look, happened.session, ref) for each in _wrapped(words, indent, width)
            )


def _wrapped(words: str, indent: int, width: int) -> Iterator[str]:
    """In a narrow window the words matter more than where they begin."""
    indent = min(indent, 1 + width // 10)
    return (" " * indent + each for each in wrap(clean(words), width - indent))


class PastList(Rows):
    """Every line can be walked to, so that a long past can be read; a click or Enter opens its meeting."""

    DEFAULT_CSS = """
    PastList { height: 1fr; }
    """

    COMPONENT_CLASSES = {"past--entry", "past--text", "past--meeting", "past--event", "past--marked"}

    lines: reactive[tuple[Timeline, ...]] = reactive(())
    """The entries whose past is told."""

    @dataclass
    class Chosen(Message):
        """A meeting was asked for, at an entry."""

        session: str
        ref: str

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language
        self._drawn: list[PastLine] = []

    def watch_lines(self) -> None:
        self._tell()
        self.action_mark_first()

    def on_resize(self) -> None:
        self._tell()
        self.show_mark()

    def can_mark(self, row: int) -> bool:
        return self._drawn[row].session != ""

    def on_click(self, event: events.Click) -> None:
        row = self.row_at(event.y)
        if row is not None and self.can_mark(row):
            self.marked = row
            self.choose()

    def choose(self) -> None:
        """Ask for the meeting of the marked line."""
        if 0 <= self.marked < len(self._drawn):
            line = self._drawn[self.marked]
            self.post_message(self.Chosen(line.session, line.ref))

    def draw_row(self, row: int, line: int, width: int) -> Strip:
        shown, is_marked = self._drawn[row], row == self.marked
        style = self.get_component_rich_style(f"past--{'marked' if is_marked else shown.look}")
        text = self.SIGN + shown.text[1:] if is_marked else shown.text
        return Strip([Segment(cut(text, width), style)]).adjust_cell_length(width, style)

    def _tell(self) -> None:
        """Break the lines anew; the mark stays at its place, which the width of a window hardly moves."""
        width = self.scrollable_content_region.width
        self._drawn = list(lines_of(self.lines, width, self._language)) if width else []
        self.set_heights([1] * len(self._drawn))
        self.marked = min(self.marked, len(self._drawn) - 1)
