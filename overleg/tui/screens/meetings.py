"""The list of meetings: read, counted, and changed as a whole."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from textual import getters, on, work
from textual.app import ComposeResult
from textual.content import Content
from textual.message import Message as Event
from textual.widgets import Static
from textual.worker import get_current_worker

from overleg.desk.folders import Folders, Summary, follows, list_sessions
from overleg.domain.choices import Language, SessionStatus
from overleg.domain.standing import Standing
from overleg.errors import Message, OverlegError
from overleg.locale import catalogue, say
from overleg.tui.screens.placed import Placed
from overleg.tui.verbs import Place, verb
from overleg.tui.widgets.footer import Keys
from overleg.tui.widgets.notice import Notice, sentence
from overleg.tui.widgets.sessions import (
    Series,
    SessionList,
    in_series,
    nearest,
    place_after,
    place_of,
    rows_of,
)
from overleg.tui.widgets.standing import standing_words

if TYPE_CHECKING:
    from overleg.desk.discarding import Discarded

_AT_A_TIME = 20
"""So many series are counted before they are shown: about as many as a window holds."""


@dataclass(frozen=True, slots=True)
class Listing:
    """What was read on a day; the same on the same day needs no counting again."""

    day: date = date.min
    summaries: tuple[Summary, ...] = ()
    fault: OverlegError | None = field(default=None, compare=False)


class Meetings(Placed[None]):
    """The sessions of the folder by series, and how each series stands.

    The list is drawn from the headers of the files; what is open is counted after that, and comes in.
    The mark stays where it was, else it stands on the one that runs, or the nearest.
    """

    sessions = getters.query_one(SessionList)
    notice = getters.query_one(Notice)

    @dataclass
    class Listed(Event):
        """The sessions of the folder were read, or could not be."""

        listing: Listing

    @dataclass
    class Counted(Event):
        """What is open in some series, by slug."""

        standings: dict[str, Standing]

    def __init__(
        self, folders: Folders, clock: Callable[[], datetime], language: Language, left: Path | None = None
    ) -> None:
        """With `left` the mark begins on the session in that file, or on what follows when it is closed."""
        super().__init__()
        self._folders = folders
        self._clock = clock
        self._language = language
        self._left = left
        self._wanted: Path | None = None
        self._listing = Listing()
        self._undoing: list[Callable[[], Message]] = []

    def compose(self) -> ComposeResult:
        yield Static(id="heading")
        yield SessionList()
        yield Static(Content(_how_to_begin(self._language)), id="empty")
        yield Notice()
        yield Keys(Place.HOME, self._language)

    def on_mount(self) -> None:
        self.sessions.focus()
        self.watch(self.sessions, "marked", self.offer, init=False)

    def on_screen_resume(self) -> None:
        self.load()

    @work(thread=True, exclusive=True, group="list")
    def load(self) -> None:
        """Read the headers of all sessions; with thousands of them that takes a moment."""
        today = self._clock().date()
        try:
            listing = Listing(today, tuple(list_sessions(self._folders)))
        except OverlegError as fault:
            listing = Listing(today, fault=fault)
        self.post_message(self.Listed(listing))

    @on(Listed)
    def show(self, event: Listed) -> None:
        listing, before = event.listing, self._listing
        self._listing = listing
        marked = self.sessions.chosen
        self.sessions.rows = tuple(rows_of(listing.summaries, listing.day, self._language))
        self.sessions.marked = self._place(marked.path if marked else None)
        self.sessions.show_mark()
        self._wanted = None if place_of(self.sessions.rows, self._wanted) >= 0 else self._wanted
        self._left = None
        self.set_class(not listing.summaries, "-empty")
        self.notice.alarm = sentence(listing.fault, self._language) if listing.fault else ""
        self.offer()
        if listing != before:
            # The list is drawn first: nobody waits for the counts.
            self.call_after_refresh(self.count, in_series(listing.summaries, listing.day), listing.day)

    def _place(self, marked: Path | None) -> int:
        """Where the mark belongs: on what is asked for, where it was, or on the nearest."""
        rows = self.sessions.rows
        places = (place_of(rows, self._wanted), place_of(rows, marked), place_after(rows, self._left))
        known = (place for place in places if place >= 0)
        return next(known, nearest(rows, self._listing.day))

    @work(thread=True, exclusive=True, group="count")
    def count(self, series: Iterable[Series], today: date) -> None:
        """Read what is open in each series, those on top of the list first."""
        from overleg.desk.standing import read_standing

        worker = get_current_worker()
        standings: dict[str, Standing] = {}
        for each in series:
            if worker.is_cancelled:
                return
            standings[each[0].series.slug] = read_standing(each, today)
            if len(standings) == _AT_A_TIME:
                self.post_message(self.Counted(standings))
                standings = {}
        self.post_message(self.Counted(standings))

    @on(Counted)
    def tell_counts(self, event: Counted) -> None:
        known = {
            slug: standing_words(standing, self._listing.day, self._language)
            for slug, standing in event.standings.items()
        }
        self.sessions.standings = {**self.sessions.standings, **known}

    def offer(self) -> None:
        """Offer the next meeting where the marked one is closed and has none."""
        lacks_next = self._lacks_next(self.sessions.chosen)
        self.query_one(Keys).left_out = frozenset() if lacks_next else frozenset({"plan_next"})
        words = Message("This meeting has no next one yet: {key} plans it.", key=self._key("plan_next"))
        self.notice.hint = say(words, self._language) if lacks_next else ""

    def _lacks_next(self, summary: Summary | None) -> bool:
        is_closed = summary is not None and summary.status is SessionStatus.CLOSED
        return is_closed and not self._later(summary)

    def _later(self, summary: Summary | None) -> list[Summary]:
        """The meetings that follow it, the first of them first."""
        later = [each for each in self._listing.summaries if summary and follows(each, summary)]
        return sorted(later, key=lambda each: each.number)

    def action_plan_next(self) -> None:
        """Make the next meeting of the marked one, or go to the one that is there."""
        summary = self.sessions.chosen
        if summary is None or summary.fault is not None:
            return
        if later := self._later(summary):
            self.sessions.marked = place_of(self.sessions.rows, later[0].path)
            self.tell(Message("The next meeting is there already."))
        elif summary.status is not SessionStatus.CLOSED:
            self.tell(Message("This meeting is not closed yet; the next one is planned when it is."))
        else:
            self._try_to(lambda: self._plan_next(summary))

    def _plan_next(self, summary: Summary) -> Message:
        from overleg.desk.discarding import discard
        from overleg.desk.next_meeting import plan_next
        from overleg.desk.workbench import open_session

        desk = open_session(self._folders, str(summary.path), self._clock)
        path = plan_next(desk, self._folders).path

        def take_back() -> Message:
            discarded = discard(self._folders, path)
            self._wanted = summary.path
            return Message("Thrown away again: {meeting}.", meeting=_name(discarded))

        self._undoing.append(take_back)
        self._wanted = path
        return Message("The next meeting is planned: Enter opens it, {key} takes it back.", key=self._undo)

    def action_discard(self) -> None:
        """Throw away the marked meeting, which is no more than a plan."""
        summary = self.sessions.chosen
        if summary is not None:
            self._try_to(lambda: self._discard(summary.path))

    def _discard(self, path: Path) -> Message:
        from overleg.desk.discarding import bring_back, discard

        beside = self.sessions.beside
        discarded = discard(self._folders, path)
        self._wanted = beside

        def take_back() -> Message:
            bring_back(discarded)
            self._wanted = path
            return Message("Back in the list: {meeting}.", meeting=_name(discarded))

        self._undoing.append(take_back)
        return Message(
            "Thrown away; {key} brings it back: {meeting}.", meeting=_name(discarded), key=self._undo
        )

    def action_undo(self) -> None:
        """Take back the last meeting that was planned or thrown away here."""
        if not self._undoing:
            self.tell(Message("There is nothing to undo here."))
        elif self._try_to(self._undoing[-1]):
            self._undoing.pop()

    def _try_to(self, do: Callable[[], Message]) -> bool:
        """Do something to the files, say what happened or why not, and read the list anew."""
        try:
            self.tell(do())
        except OverlegError as fault:
            self.notice.said = sentence(fault, self._language)
            return False
        self.load()
        return True

    def tell(self, message: Message) -> None:
        self.notice.said = say(message, self._language)

    @property
    def _undo(self) -> str:
        return self._key("undo")

    def _key(self, id: str) -> str:
        return self.app.keymap.names_at(verb(id), Place.HOME)[0]


def _name(discarded: "Discarded") -> Message:
    return Message("{series} · meeting {number}", series=discarded.series, number=discarded.number)


def _how_to_begin(language: Language) -> str:
    _ = catalogue(language).gettext
    return _(
        "There are no meetings here yet.\n\nPress n to plan one, or e to look around in the example meeting."
    )
