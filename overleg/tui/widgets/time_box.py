"""The end of a time box: on to the next item, five more minutes, or park."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from rich.cells import cell_len
from textual import events
from textual.binding import Binding
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from overleg.domain.choices import Language
from overleg.domain.model import Session
from overleg.domain.timing import is_over_time
from overleg.locale import catalogue

MORE = 5
"""The minutes that are added at once."""

_BETWEEN = 2


class AtTheEnd(StrEnum):
    """What can be done when the time of an item is over."""

    GO_ON = "go_on"
    MORE = "more"
    PARK = "park"


class TimeBox(Widget, can_focus=True):
    """A line that is there while the running item takes longer than was planned; it never interrupts."""

    DEFAULT_CSS = """
    TimeBox { height: 1; padding: 0 1; text-wrap: nowrap; display: none; }
    TimeBox.-over { display: block; }
    """

    BINDINGS = [
        Binding("left,up", "mark(-1)", show=False),
        Binding("right,down", "mark(1)", show=False),
        Binding("enter", "choose", show=False),
    ]

    session: reactive[Session | None] = reactive(None, repaint=False)
    """The session whose running item it is about."""

    now: reactive[datetime | None] = reactive(None, repaint=False)
    """The moment it is."""

    is_over: reactive[bool] = reactive(False, toggle_class="-over")
    """Whether the time of the running item is over."""

    marked: reactive[int] = reactive(0)
    """Which of the three is chosen by Enter."""

    @dataclass
    class Chosen(Message):
        """One of the three was chosen."""

        choice: AtTheEnd

    def __init__(self, language: Language) -> None:
        super().__init__()
        _ = catalogue(language).gettext
        self._before = _("Time is over:")
        self._labels = {
            AtTheEnd.GO_ON: _("on to the next item"),
            AtTheEnd.MORE: _("five more minutes"),
            AtTheEnd.PARK: _("park it"),
        }

    def watch_session(self) -> None:
        self._look()

    def watch_now(self) -> None:
        self._look()

    def watch_is_over(self, is_over: bool) -> None:
        if not is_over and self.has_focus:
            self.screen.focus_next()

    def render(self) -> Content:
        parts = [Content(self._before)]
        for place, label in enumerate(self._labels.values()):
            is_marked = self.has_focus and place == self.marked
            parts.append(Content.styled(f"[{label}]", "reverse bold" if is_marked else "bold"))
        return Content(" " * _BETWEEN).join(parts)

    def on_click(self, event: events.Click) -> None:
        column = 1 + cell_len(self._before) + _BETWEEN
        for choice, label in self._labels.items():
            end = column + cell_len(label) + 2
            if column <= event.x < end:
                self.post_message(self.Chosen(choice))
                return
            column = end + _BETWEEN

    def action_mark(self, distance: int) -> None:
        self.marked = (self.marked + distance) % len(self._labels)

    def action_choose(self) -> None:
        self.post_message(self.Chosen(list(AtTheEnd)[self.marked]))

    def _look(self) -> None:
        session, now = self.session, self.now
        item = session.active_item if session else None
        if session is None or now is None or item is None:
            self.is_over = False
        else:
            self.is_over = is_over_time(item, session, now)
