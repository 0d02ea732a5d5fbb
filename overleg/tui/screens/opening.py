"""A screen from which a meeting is opened at one of its entries."""

from collections.abc import Callable
from datetime import datetime

from textual import getters

from overleg.desk.folders import Folders
from overleg.desk.workbench import Desk, open_session
from overleg.documents.timeline import series_and_number, which_meeting
from overleg.domain.choices import Language
from overleg.domain.model import Session
from overleg.errors import Message, OverlegError
from overleg.locale import say
from overleg.tui.keyed import KeyedApp
from overleg.tui.screens.placed import Placed
from overleg.tui.verbs import Place, verb
from overleg.tui.widgets.notice import Notice, sentence


class Opening(Placed[None]):
    """Looks over all meetings of the folders, and opens one; `desk` has the one that is on the table."""

    app = getters.app(KeyedApp)
    notice = getters.query_one(Notice)

    def __init__(
        self, folders: Folders, clock: Callable[[], datetime], language: Language, desk: Desk | None
    ) -> None:
        super().__init__()
        self.folders = folders
        self.clock = clock
        self.language = language
        self.desk = desk
        self._has_opened = False

    def open_at(self, session: str, ref: str) -> None:
        """Open the meeting with that id at an entry, or say why that cannot be."""
        if self._has_opened:
            return  # a second Enter that was on its way
        try:
            opened = open_session(self.folders, session, self.clock)
        except OverlegError as fault:
            self.notice.alarm = sentence(fault, self.language)
            return
        if self.desk is None:
            self._go_to(opened, ref)
        elif _is_on(self.desk, opened):
            self._go_to(self.desk, ref)
        elif self.desk.retry():
            self._go_to(opened, ref, self._way_back(opened.session, self.desk.session))
        else:
            self.notice.alarm = self._unsaved(self.desk.session)

    def action_close(self) -> None:
        self.dismiss(None)

    def _go_to(self, desk: Desk, ref: str, said: str = "") -> None:
        self._has_opened = True
        self.post_message(self.Opened(desk, self, ref, said))

    def _way_back(self, here: Session, there: Session) -> str:
        """Where somebody is now who was in another meeting, and how to go back to that."""
        message = Message(
            "You are in {here}. {key} leads back to {there}.",
            here=which_meeting(here, self.language),
            key=self.app.keymap.names_at(verb("home"), Place.LIVE)[0],
            there=series_and_number(there),
        )
        return say(message, self.language)

    def _unsaved(self, session: Session) -> str:
        message = Message(
            "Some of {meeting} is not on the disk yet, so it stays open. Esc goes back to it.",
            meeting=which_meeting(session, self.language),
        )
        return say(message, self.language)


def _is_on(desk: Desk, opened: Desk) -> bool:
    """Whether it is the file of that desk."""
    return desk.path.exists() and desk.path.samefile(opened.path)
