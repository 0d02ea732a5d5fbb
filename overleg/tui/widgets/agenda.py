"""The agenda: the running step in the header and the strip, all of it in the side panel."""

from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from rich.cells import cell_len
from textual import events
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from overleg.domain.choices import ItemStatus, Language
from overleg.domain.model import AgendaItem, Session
from overleg.domain.timing import is_over_time, seconds_spent
from overleg.locale import catalogue
from overleg.tui.cells import cut, fill

RUNNING, DONE, SKIPPED, DEFERRED = "▸", "✓", "-", "›"

_SIGNS = {
    ItemStatus.ACTIVE: RUNNING,
    ItemStatus.DONE: DONE,
    ItemStatus.SKIPPED: SKIPPED,
    ItemStatus.DEFERRED: DEFERRED,
}


_BETWEEN = 2
"""Cells between the items of the strip."""


def spent(item: AgendaItem, session: Session, now: datetime, language: Language) -> str:
    """Time spent and planned: ``06:10/14``, with a word when it is more than was planned."""
    seconds = seconds_spent(item, session, now)
    text = f"{seconds // 60:02}:{seconds % 60:02}"
    if item.planned_minutes is None:
        return text
    text = f"{text}/{item.planned_minutes}"
    _ = catalogue(language).gettext
    return f"{text} {_('over time')}" if is_over_time(item, session, now) else text


def minutes_of(item: AgendaItem) -> str:
    """The minutes that were planned; of an item that had its time those that it took as well: ``12/14``."""
    planned = f"{item.planned_minutes}" if item.planned_minutes is not None else ""
    if item.status is ItemStatus.ACTIVE or not item.elapsed_s:
        return planned
    used = f"{round(item.elapsed_s / 60)}"
    return f"{used}/{planned}" if planned else used


def running_place(session: Session) -> int | None:
    """The place of the running item in the agenda, from 0."""
    return next((n for n, item in enumerate(session.agenda) if item.status is ItemStatus.ACTIVE), None)


class InStrip(NamedTuple):
    """A piece of the strip: an item by its place in the agenda, or ``…`` without one."""

    text: str
    place: int | None = None
    runs: bool = False


_MORE = InStrip("…")


def strip_parts(session: Session, width: int) -> list[InStrip]:
    """The items that fit on one line around the running one; ``…`` at either end for the others."""
    items = [_in_strip(place, item) for place, item in enumerate(session.agenda)]
    first = max(0, (running_place(session) or 0) - 1)
    while first > 0 and _width(items[first - 1 :]) + cell_len(_MORE.text) + _BETWEEN <= width:
        first -= 1
    parts = [_MORE] if first else []
    for part in items[first:]:
        tail = [] if part is items[-1] else [_MORE]
        room = width - _width([*parts, *tail]) - _BETWEEN
        if cell_len(part.text) > room:
            return [*parts, *([part._replace(text=cut(part.text, room))] if part.runs else []), _MORE]
        parts.append(part)
    return parts


def _width(parts: list[InStrip]) -> int:
    return sum(cell_len(part.text) + _BETWEEN for part in parts)


def _in_strip(place: int, item: AgendaItem) -> InStrip:
    if item.status is ItemStatus.ACTIVE:
        return InStrip(f"{RUNNING}{place + 1} {item.title}", place, runs=True)
    return InStrip(f"{place + 1} {item.title} {_SIGNS.get(item.status, '')}".rstrip(), place)


class Agenda(Widget):
    """The agenda of a session, of which an item can be chosen with a click."""

    session: reactive[Session | None] = reactive(None, repaint=False)
    """The session whose agenda it is."""

    items: reactive[tuple[AgendaItem, ...]] = reactive((), layout=True)
    """The items that are shown; the screen is laid out anew only when these change."""

    @dataclass
    class Chosen(Message):
        """An item of the agenda was clicked."""

        item: str

    def watch_session(self) -> None:
        if self.session is not None:
            self.items = self.session.agenda

    def place_at(self, x: int, y: int) -> int | None:
        """The place in the agenda of what is drawn there."""
        raise NotImplementedError

    def on_click(self, event: events.Click) -> None:
        place = self.place_at(event.x, event.y)
        if place is not None and place < len(self.items):
            self.post_message(self.Chosen(self.items[place].id))


class AgendaStrip(Agenda):
    """The agenda on one line, where there is no room for the panel."""

    DEFAULT_CSS = """
    AgendaStrip { height: 1; text-wrap: nowrap; }
    """

    def render(self) -> Content:
        parts = [Content.styled(part.text, "bold" if part.runs else "") for part in self._parts()]
        return Content(" ") + Content(" " * _BETWEEN).join(parts)

    def place_at(self, x: int, y: int) -> int | None:
        column = 1
        for part in self._parts():
            column += cell_len(part.text) + _BETWEEN
            if x < column:
                return part.place
        return None

    def _parts(self) -> list[InStrip]:
        return strip_parts(self.session, self.size.width - 1) if self.session else []


class AgendaPanel(Agenda):
    """The agenda with its times, an item a line."""

    DEFAULT_CSS = """
    AgendaPanel { height: auto; text-wrap: nowrap; }
    """

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language

    def render(self) -> Content:
        _ = catalogue(self._language).gettext
        title = Content.styled(_("Agenda"), "bold")
        return Content("\n").join([title, *(self._line(n, item) for n, item in enumerate(self.items, 1))])

    def place_at(self, x: int, y: int) -> int | None:
        return y - 1 if y > 0 else None

    def _line(self, number: int, item: AgendaItem) -> Content:
        sign = _SIGNS.get(item.status, " ")
        minutes = minutes_of(item)
        room = max(0, self.size.width - 6 - max(3, len(minutes)))
        text = f"{sign} {number:>2} {fill(item.title, room)} {minutes:>3}"
        return Content.styled(text, "bold" if item.status is ItemStatus.ACTIVE else "")
