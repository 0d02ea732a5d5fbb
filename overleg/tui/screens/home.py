"""Home: which meetings there are, and a new one."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from textual import getters, on, work
from textual.app import ComposeResult
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from overleg.desk.example import open_example
from overleg.desk.folders import Folders, Summary, known_forms, list_sessions
from overleg.desk.workbench import Desk, found_session, open_session
from overleg.domain.choices import Language
from overleg.domain.forms import MeetingForm
from overleg.errors import OverlegError
from overleg.locale import catalogue, clock_of, long_date, narrow_date
from overleg.tui.cells import between
from overleg.tui.screens.placed import Placed
from overleg.tui.verbs import Place, bindings
from overleg.tui.widgets.footer import Keys
from overleg.tui.widgets.notice import Notice, sentence
from overleg.tui.widgets.sessions import SessionList, nearest, rows_of

_FIRST_MEETING = "first_meeting"


if TYPE_CHECKING:
    from overleg.tui.planning import Fields


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
        """Ask until the meeting is made, or given up; what was typed stays."""
        # Not at the top, as none of the screens that few people open: the first paint waits for it.
        from overleg.tui.planning import Fields
        from overleg.tui.screens.new import New

        forms = known_forms(self._folders.home)
        today = self._clock().date()
        marked = self.sessions.chosen
        series = marked.series.title if marked else ""
        given: Fields | None = Fields(date=narrow_date(today), series=series, form=_usual_form(forms))
        fault = ""
        while given is not None:
            given = await self.app.push_screen_wait(New(given, forms, today, self._language, fault))
            fault = self._found(given, forms, today) if given else ""
            if not fault:
                return

    def _found(self, fields: "Fields", forms: Mapping[str, MeetingForm], today: date) -> str:
        """Make the meeting and open it; answers why that cannot be, in words, else nothing."""
        from overleg.tui.planning import plan_of

        plan = plan_of(fields, forms, today, self._language)
        return self._open(lambda: found_session(self._folders, plan, self._clock))

    def _open_summary(self, summary: Summary) -> None:
        self._open(lambda: open_session(self._folders, str(summary.path), self._clock))

    def _example(self) -> Desk:
        """The example as a session like any other, with the clock of now."""
        made = open_example(self._folders)
        return open_session(self._folders, str(made.path), self._clock)

    def _open(self, desk: Callable[[], Desk]) -> str:
        """Put a session on the table; answers why that cannot be, in words, else nothing."""
        try:
            self.post_message(self.Opened(desk()))
        except OverlegError as fault:
            self.notice.alarm = sentence(fault, self._language)
            return self.notice.alarm
        return ""


def _usual_form(forms: Mapping[str, MeetingForm]) -> str:
    """The form that is offered first: that of a first meeting, where it is there."""
    return _FIRST_MEETING if _FIRST_MEETING in forms else next(iter(forms), "")


def _how_to_begin(language: Language) -> str:
    _ = catalogue(language).gettext
    return _(
        "There are no meetings here yet.\n\nPress n to plan one, or e to look around in the example meeting."
    )
