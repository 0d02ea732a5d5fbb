"""One overview at a time, as text that can be scrolled, and the line to choose with."""

from dataclasses import dataclass
from datetime import datetime

from rich.cells import cell_len
from textual import events
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from overleg.domain.choices import Language
from overleg.domain.model import Session
from overleg.locale import catalogue
from overleg.tui.cells import cut
from overleg.tui.verbs import Place, verb
from overleg.tui.widgets.overviews import TALK, VIEWS, Told, view_lines

_GAP = 2


class Scrolled(VerticalScroll, can_focus=True, inherit_bindings=False):
    """Scrolls up and down; the arrows to the sides are left to the screen."""

    BINDINGS = [
        Binding("up", "scroll_up", show=False),
        Binding("down", "scroll_down", show=False),
        Binding("pageup", "page_up", show=False),
        Binding("pagedown,space", "page_down", show=False),
        Binding("home", "scroll_home", show=False),
        Binding("end", "scroll_end", show=False),
    ]


class Overview(Widget):
    """The view that was chosen, of the session as it is."""

    DEFAULT_CSS = """
    Overview { height: auto; }
    """

    session: reactive[Session | None] = reactive(None, repaint=False)
    """The session that is looked at."""

    now: reactive[datetime | None] = reactive(None, repaint=False)
    """The moment it is; only speaking time depends on it."""

    view: reactive[str] = reactive(next(iter(VIEWS)), repaint=False)
    """The id of the view."""

    lines: reactive[tuple[Told, ...]] = reactive((), layout=True)
    """What is drawn; the screen is laid out anew only when this changes."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language

    def watch_session(self) -> None:
        self._tell()

    def watch_now(self) -> None:
        if self.view == TALK:
            self._tell()

    def watch_view(self) -> None:
        self._tell()

    def on_resize(self) -> None:
        self._tell()

    def render(self) -> Content:
        return Content("\n").join(
            Content.styled(line.text, "bold" if line.is_bold else "") for line in self.lines
        )

    def _tell(self) -> None:
        width = self.content_size.width
        if self.session is not None and self.now is not None and width:
            self.lines = tuple(view_lines(self.view, self.session, self.now, self._language, width))


class Views(Widget):
    """The views by number and name, to be chosen with a click; speaking time only when it was asked for."""

    DEFAULT_CSS = """
    Views { height: 1; text-wrap: nowrap; }
    """

    view: reactive[str] = reactive(next(iter(VIEWS)))
    """The id of the view that is shown."""

    @dataclass
    class Chosen(Message):
        """A view was clicked."""

        view: str

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language

    def render(self) -> Content:
        parts = [
            Content.styled(text, "bold reverse" if id == self.view else "") for id, text in self._parts()
        ]
        return Content(" ") + Content(" " * _GAP).join(parts)

    def on_click(self, event: events.Click) -> None:
        column = 1
        for id, text in self._parts():
            end = column + cell_len(text)
            if column <= event.x < end:
                self.post_message(self.Chosen(id))
                return
            column = end + _GAP

    def _parts(self) -> list[tuple[str, str]]:
        """The views that are named: all that may be seen, or where they do not fit the one that is shown."""
        _ = catalogue(self._language).gettext
        parts = [(id, self._words_for(id)) for id in VIEWS if id != TALK or self.view == TALK]
        width = self.size.width - 2
        if sum(cell_len(text) + _GAP for _, text in parts) - _GAP <= width:
            return parts
        return [(id, cut(text, width)) for id, text in parts if id == self.view]

    def _words_for(self, id: str) -> str:
        _ = catalogue(self._language).gettext
        each = verb(id)
        sign = "▸" if id == self.view else " "
        return f"{sign}{each.keys_at(Place.OVERVIEWS)[0]} {_(each.label.text)}"
