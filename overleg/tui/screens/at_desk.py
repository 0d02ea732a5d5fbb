"""What every screen shares that shows the session on a desk and changes it."""

from datetime import datetime

from textual import getters
from textual.reactive import reactive

from overleg.desk.workbench import Desk
from overleg.domain.changes import Change
from overleg.domain.choices import Language
from overleg.domain.model import Session
from overleg.domain.said import SetAside
from overleg.errors import Message
from overleg.locale import say
from overleg.tui.chair import Chair
from overleg.tui.keeping import Keeper
from overleg.tui.screens.placed import Placed
from overleg.tui.widgets.notice import Notice

_TICK = 0.5
"""Seconds between two looks at the clock and at the file: others' lines are seen within a second."""


class AtDesk(Placed[None]):
    """A screen over one session.

    The desk has the session and everything goes through it; `session` hands it to the widgets, and
    they send messages back. What happened, and what goes on being wrong, stands in the `Notice` that
    every such screen has.
    """

    session: reactive[Session | None] = reactive(None)
    """The session on the table, for the widgets that draw it."""

    now: reactive[datetime | None] = reactive(None)
    """The moment it is."""

    notice = getters.query_one(Notice)

    def __init__(self, desk: Desk, language: Language) -> None:
        super().__init__()
        self.desk = desk
        self.language = language
        self.chair = Chair(desk, language)
        self.keeper = Keeper(desk)
        self.set_reactive(AtDesk.session, desk.session)
        self.set_reactive(AtDesk.now, desk.clock())

    def on_mount(self) -> None:
        self.set_interval(_TICK, self.tick)

    def on_screen_resume(self) -> None:
        self.show()

    def tick(self) -> None:
        """Every moment, while no other such screen lies over it: the clock, and what is on the disk."""
        if not self._is_in_front:
            return
        self.now = self.desk.clock()
        self.keeper.look()
        self.show()
        for each in self.keeper.news():
            self.tell_aside(each)

    def do(self, change: Change) -> None:
        """Make a change, and say what happened or why not."""
        self.show(self.chair.make(change))

    def edit(self, ref: str) -> None:
        """Show an entry with all that can be changed of it."""
        # Not above: it is a form of many fields, and itself a screen at a desk.
        from overleg.tui.screens.edit import Edit

        if self.desk.session.entry(ref) is None:
            self.tell(Message("There is no {ref} in this meeting.", ref=ref or "…"))
        else:
            self.app.push_screen(Edit(self.desk, self.language, ref))

    def show(self, words: str | None = None) -> None:
        """Show what the desk has now; say something, or leave what was said. An alarm lasts as its cause."""
        self.session = self.desk.session
        alarm = self.keeper.alarm()
        self.notice.alarm = say(alarm, self.language) if alarm else ""
        if words is not None:
            self.notice.said = words

    def go_back(self, words: str) -> None:
        """Go back to the screen below, and have that say what happened here."""
        below = (screen for screen in reversed(self.app.screen_stack[:-1]) if isinstance(screen, AtDesk))
        screen = next(below, None)
        self.dismiss(None)
        if screen is not None and words:
            screen.notice.said = words

    def tell_aside(self, aside: SetAside) -> None:
        """Say what no longer fits what others wrote."""
        self.tell(aside.message)

    def tell(self, message: Message) -> None:
        self.notice.said = say(message, self.language)

    def action_undo(self) -> None:
        self.show(self.chair.undo())

    def action_redo(self) -> None:
        self.show(self.chair.redo())

    def action_saved(self) -> None:
        self.show(self.chair.save())

    def action_close(self) -> None:
        self.dismiss(None)

    @property
    def _is_in_front(self) -> bool:
        """Whether it is seen, perhaps below a dialog."""
        seen = (screen for screen in reversed(self.app.screen_stack) if isinstance(screen, AtDesk))
        return next(seen, None) is self
