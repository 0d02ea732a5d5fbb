"""Home: which meetings there are, and a new one."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from textual import on, work
from textual.content import Content
from textual.widgets import Static

from overleg.desk.example import open_example
from overleg.desk.folders import Folders, Summary
from overleg.desk.workbench import Desk, open_session
from overleg.domain.choices import Language
from overleg.errors import OverlegError
from overleg.locale import catalogue, clock_of, long_date
from overleg.tui.cells import between
from overleg.tui.screens.meetings import Meetings
from overleg.tui.verbs import Place, bindings
from overleg.tui.widgets.notice import sentence
from overleg.tui.widgets.sessions import SessionList


class Home(Meetings):
    """The list of meetings; one of them is opened, or a new one made."""

    PLACE = Place.HOME
    BINDINGS = bindings(Place.HOME)

    def __init__(
        self, folders: Folders, clock: Callable[[], datetime], language: Language, left: Path | None = None
    ) -> None:
        super().__init__(folders, clock, language, left)
        self._planned: Desk | None = None

    def on_mount(self) -> None:
        self.set_interval(1, self.tell_time)

    def on_resize(self) -> None:
        self.tell_time()

    @on(SessionList.Opened)
    def open_clicked(self, event: SessionList.Opened) -> None:
        self._open_summary(event.summary)

    def tell_time(self) -> None:
        now = self._clock()
        day = f"{long_date(now.date(), self._language)}   {clock_of(now)} "
        heading = self.query_one("#heading", Static)
        heading.update(Content(between(" overleg", day, self.size.width)), layout=False)

    def action_open(self) -> None:
        if self.sessions.chosen is not None:
            self._open_summary(self.sessions.chosen)

    def action_example(self) -> None:
        self._open(self._example)

    def action_search_all(self) -> None:
        from overleg.tui.screens.searching import Searching

        self.app.push_screen(Searching(self._folders, self._clock, self._language))

    @work
    async def action_new(self) -> None:
        """Set up a meeting, in the series that is marked; what was filled in and not made is there again."""
        # Not at the top, as none of the screens that few people open: the first paint waits for it.
        from overleg.desk.founding import new_desk
        from overleg.tui.screens.setup_new import NewMeeting

        if self._planned is None or not self._planned.session.revision:
            marked = self.sessions.chosen
            series = marked.series.title if marked else ""
            self._planned = new_desk(self._folders, self._clock, self._language, series)
        screen = NewMeeting(self._planned, self._folders, self._language)
        await self.app.push_screen_wait(screen)
        made = screen.made
        if made is not None:
            self._planned = None
            self._open(lambda: made)
        elif self._planned.session.revision:
            _ = catalogue(self._language).gettext
            self.notice.said = _("The new meeting waits: n goes on with it.")

    def put_away(self) -> None:
        """Make the new meeting that waits, as far as it was filled in, or say why that cannot be."""
        from overleg.desk.founding import found_begun

        waits, self._planned = self._planned, None
        if waits is None or not waits.session.revision:
            return
        title = catalogue(self._language).gettext("New meeting")
        try:
            found_begun(self._folders, waits.session, self._clock, title)
        except OverlegError as fault:
            self._planned = waits
            self.notice.alarm = sentence(fault, self._language)

    def _open_summary(self, summary: Summary) -> None:
        self._open(lambda: open_session(self._folders, str(summary.path), self._clock))

    def _example(self) -> Desk:
        """The example as a session like any other, with the clock of now."""
        made = open_example(self._folders)
        return open_session(self._folders, str(made.path), self._clock)

    def _open(self, desk: Callable[[], Desk]) -> str:
        """Put a session on the table; answers why that cannot be, in words, else nothing."""
        try:
            opened = desk()
        except OverlegError as fault:
            self.notice.alarm = sentence(fault, self._language)
            return self.notice.alarm
        self.put_away()
        self.post_message(self.Opened(opened, self))
        return ""
