"""What was found in all meetings: each entry with the words that were looked for, and where it stands."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.message import Message as Event
from textual.reactive import reactive
from textual.strip import Strip

from overleg.desk.searching import Found, Results
from overleg.documents.in_brief import state_of, who
from overleg.documents.reading import SEPARATOR
from overleg.documents.timeline import series_and_number
from overleg.documents.variant import is_confidential
from overleg.domain.choices import Language
from overleg.domain.kinds import row_of
from overleg.domain.snippets import Snippet
from overleg.domain.text import clean
from overleg.errors import Message
from overleg.locale import say, short_date
from overleg.tui.cells import ELLIPSIS, cut, fill
from overleg.tui.widgets.entry_cells import masked
from overleg.tui.widgets.notice import sentence
from overleg.tui.widgets.rows import Rows

_REF = 7


def said(found: Found, width: int, language: Language) -> Snippet:
    """What was said, in at most `width` cells with the first found word in sight; a mask if confidential."""
    entry, shown = found.hit.entry, found.hit.snippet
    if is_confidential(entry):
        return Snippet(cut(masked(entry.sensitivity, language), width))
    if clean(shown.text) != shown.text:
        return Snippet(cut(clean(shown.text), width))
    return _within(shown, width)


def where(found: Found, language: Language) -> str:
    """Who, what sort, and in which meeting, the most telling first: a window may be narrow."""
    entry, session = found.hit.entry, found.hit.session
    is_of_before = entry.born_in != session.id
    parts = (
        f"{row_of(entry).words[language]} {who(entry, session, language)}".strip(),
        "" if is_confidential(entry) else state_of(entry, language),
        series_and_number(session),
        say(Message("no day yet"), language) if session.undated else short_date(session.date, language),
        session.place,
        say(Message("since {date}", date=short_date(found.born_on, language)), language)
        if is_of_before
        else "",
        found.hit.item,
    )
    return clean(SEPARATOR.join(part for part in parts if part))


class FoundList(Rows, can_focus=False):
    """Two lines for each entry, then a line for each file that could not be read.

    A click chooses one. The keys stay with the field above it.
    """

    DEFAULT_CSS = """
    FoundList { height: 1fr; }
    """

    COMPONENT_CLASSES = {"found--hit", "found--where", "found--masked", "found--fault", "found--marked"}

    results: reactive[Results] = reactive(Results((), ()))
    """What the list shows."""

    @dataclass
    class Chosen(Event):
        """What was found was clicked."""

        found: Found

    def __init__(self, folder: Path, language: Language) -> None:
        super().__init__()
        self._folder = folder
        self._language = language

    @property
    def chosen(self) -> Found | None:
        """What is marked."""
        found = self.results.found
        return found[self.marked] if 0 <= self.marked < len(found) else None

    def watch_results(self) -> None:
        self.set_heights([2] * len(self.results.found) + [1] * len(self.results.unread))
        self.marked = 0 if self.results.found else -1
        self.scroll_to(y=0, animate=False, force=True)

    def can_mark(self, row: int) -> bool:
        return row < len(self.results.found)

    def on_click(self, event: events.Click) -> None:
        row = self.row_at(event.y)
        if row is not None and self.can_mark(row):
            self.post_message(self.Chosen(self.results.found[row]))

    def draw_row(self, row: int, line: int, width: int) -> Strip:
        if not self.can_mark(row):
            return self._fault_line(row - len(self.results.found), width)
        style = self.get_component_rich_style("found--marked") if row == self.marked else self.rich_style
        parts = self._where_line(row, width, style) if line else self._said_line(row, width, style)
        return Strip([Segment(text, each) for text, each in parts]).adjust_cell_length(width, style)

    def _said_line(self, row: int, width: int, style: Style) -> Iterator[tuple[str, Style]]:
        found = self.results.found[row]
        sign = self.SIGN if row == self.marked else " "
        yield f"{sign}{fill(found.hit.entry.ref, min(_REF, width - 1))}", style
        shown = said(found, width - 1 - _REF, self._language)
        if is_confidential(found.hit.entry):
            yield shown.text, style + self.get_component_rich_style("found--masked", partial=True)
            return
        place, hit = 0, style + self.get_component_rich_style("found--hit", partial=True)
        for start, end in shown.marks:
            yield shown.text[place:start], style
            yield shown.text[start:end], hit
            place = end
        yield shown.text[place:], style

    def _where_line(self, row: int, width: int, style: Style) -> Iterator[tuple[str, Style]]:
        indent = " " * (1 + _REF)
        words = cut(indent + where(self.results.found[row], self._language), width)
        is_marked = row == self.marked
        yield words, style if is_marked else self.get_component_rich_style("found--where")

    def _fault_line(self, place: int, width: int) -> Strip:
        style = self.get_component_rich_style("found--fault")
        words = sentence(self.results.unread[place], self._language)
        # The folder is the same for all, and would take the place of what is wrong.
        words = clean(words.replace(f"{self._folder}{os.sep}", ""))
        return Strip([Segment(cut(f" ! {words}", width), style)]).adjust_cell_length(width, style)


def _within(shown: Snippet, width: int) -> Snippet:
    """The part of a snippet that fits, around the first of its marks."""
    start, end = shown.marks[0] if shown.marks else (0, 0)
    # One cell is left for the sign that the text goes on.
    if cell_len(shown.text) > width <= cell_len(shown.text[:end]) + 1:
        shown = _from(shown, max(0, start - width // 4))
    text = cut(shown.text, width)
    last = len(text) - text.endswith(ELLIPSIS) if text != shown.text else len(text)
    return Snippet(text, tuple((a, min(b, last)) for a, b in shown.marks if a < last))


def _from(shown: Snippet, start: int) -> Snippet:
    """The snippet from that character on, with a sign that something stood before it."""
    if start == 0:
        return shown
    moved = ((a - start + 1, b - start + 1) for a, b in shown.marks)
    return Snippet(ELLIPSIS + shown.text[start:], tuple(moved))
