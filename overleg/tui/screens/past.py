"""The past of what was found: what happened to it, meeting by meeting, since it was said."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from textual import getters, on, work
from textual.app import ComposeResult
from textual.content import Content
from textual.message import Message as Event
from textual.widgets import Static

from overleg.desk.folders import Folders
from overleg.desk.searching import past_of_refs
from overleg.desk.workbench import Desk
from overleg.domain.choices import Language
from overleg.domain.timeline import Timeline
from overleg.errors import OverlegError
from overleg.locale import catalogue
from overleg.tui.screens.opening import Opening
from overleg.tui.verbs import Place, bindings
from overleg.tui.widgets.footer import Keys
from overleg.tui.widgets.notice import Notice, sentence
from overleg.tui.widgets.past_list import PastList


class Past(Opening):
    """What became of one or more entries, by slug of the series and ref; each line opens its meeting."""

    PLACE = Place.PAST
    BINDINGS = bindings(Place.PAST)

    DEFAULT_CSS = """
    Past #none { display: none; height: 1fr; padding: 1; }
    Past.-none #none { display: block; }
    Past.-none PastList { display: none; }
    Past.-low .title, Past.-low Keys { display: none; }
    """

    happened = getters.query_one(PastList)

    @dataclass
    class Told(Event):
        """The meetings were read, or could not be."""

        lines: tuple[Timeline, ...]
        fault: OverlegError | None = None

    def __init__(
        self,
        folders: Folders,
        clock: Callable[[], datetime],
        language: Language,
        refs: tuple[tuple[str, str], ...],
        desk: Desk | None = None,
    ) -> None:
        super().__init__(folders, clock, language, desk)
        self._refs = refs

    def compose(self) -> ComposeResult:
        _ = catalogue(self.language).gettext
        yield Static(Content(_("From meeting to meeting")), classes="title")
        yield PastList(self.language)
        yield Static(Content(_("No meeting in this folder knows of it; practice is left out.")), id="none")
        yield Notice()
        yield Keys(Place.PAST, self.language)

    def on_mount(self) -> None:
        self.happened.focus()
        self.read_meetings()

    @work(thread=True, exclusive=True, group="past")
    def read_meetings(self) -> None:
        """Read all meetings of the series; with hundreds of them that takes a moment."""
        try:
            self.post_message(self.Told(past_of_refs(self.folders, self._refs)))
        except OverlegError as fault:
            self.post_message(self.Told((), fault))

    @on(Told)
    def show(self, event: Told) -> None:
        self.notice.alarm = sentence(event.fault, self.language) if event.fault else ""
        self.set_class(not event.lines, "-none")
        self.happened.lines = event.lines

    @on(PastList.Chosen)
    def open_clicked(self, event: PastList.Chosen) -> None:
        self.open_at(event.session, event.ref)

    def action_go_there(self) -> None:
        self.happened.choose()
