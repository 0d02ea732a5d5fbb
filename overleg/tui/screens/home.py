"""Home: which meetings there are, and a new one."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from textual import getters, on, work
from textual.app import ComposeResult
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from overleg.desk.example import open_example
from overleg.desk.folders import Folders, Summary, list_sessions
from overleg.desk.workbench import Desk, open_session
from overleg.domain.choices import Language
from overleg.errors import OverlegError
from overleg.locale import catalogue, clock_of, long_date
from overleg.tui.cells import between
from overleg.tui.screens.placed import Placed
from overleg.tui.verbs import Place, bindings
from overleg.tui.widgets.footer import Keys
from overleg.tui.widgets.notice import Notice, sentence
from overleg.tui.widgets.sessions import SessionList, nearest, rows_of


class Home(Placed[None]):
    """The list of sessions; the mark stands on the one that runs, or the nearest."""

    PLACE = Place.HOME
    BINDINGS = bindings(Place.HOME)

    sessions = getters.query_one(SessionList)
    notice = getters.query_one(Notice)

    @dataclass
    class Listed(Message):
        """The sessions of the folder were read, or could not be."""

        summaries: tuple[Summary, ...]
        fault: OverlegError | None = None

    def __init__(self, folders: Folders, clock: Callable[[], datetime], language: Language) -> None:
        super().__init__()
        self._folders = folders
        self._clock = clock
        self._language = language
        self._planned: Desk | None = None

    def compose(self) -> ComposeResult:
        yield Static(id="heading")
        yield SessionList()
        yield Static(Content(_how_to_begin(self._language)), id="empty")
        yield Notice()
        yield Keys(Place.HOME, self._language)

    def on_mount(self) -> None:
        self.sessions.focus()
        self.set_interval(1, self.tell_time)

    def on_resize(self) -> None:
        self.tell_time()

    def on_screen_resume(self) -> None:
        self.load()

    @work(thread=True, exclusive=True, group="list")
    def load(self) -> None:
        """Read the headers of all sessions; with thousands of them that takes a moment."""
        try:
            self.post_message(self.Listed(tuple(list_sessions(self._folders))))
        except OverlegError as fault:
            self.post_message(self.Listed((), fault))

    @on(Listed)
    def show(self, event: Listed) -> None:
        today = self._clock().date()
        self.sessions.rows = tuple(rows_of(event.summaries, today, self._language))
        self.sessions.marked = nearest(self.sessions.rows, today)
        self.set_class(not event.summaries, "-empty")
        self.notice.alarm = sentence(event.fault, self._language) if event.fault else ""

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
        self.post_message(self.Opened(opened))
        return ""


def _how_to_begin(language: Language) -> str:
    _ = catalogue(language).gettext
    return _(
        "There are no meetings here yet.\n\nPress n to plan one, or e to look around in the example meeting."
    )
