"""Searching all meetings: what is looked for on top, what was found below it as it is typed."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from textual import getters, on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message as Event
from textual.timer import Timer
from textual.widgets import Input, Label, Static

from overleg.desk.folders import Folders
from overleg.desk.searching import Found, Results, search
from overleg.desk.workbench import Desk
from overleg.domain.choices import Language
from overleg.domain.query import Query, parse
from overleg.errors import Message, OverlegError
from overleg.locale import catalogue, say
from overleg.tui.cells import between
from overleg.tui.screens.opening import Opening
from overleg.tui.verbs import Place, bindings
from overleg.tui.widgets.fields import Field
from overleg.tui.widgets.footer import Keys
from overleg.tui.widgets.found import FoundList
from overleg.tui.widgets.notice import Notice, sentence

_PAUSE = 0.15
"""Seconds without a key after which is looked for what stands there."""

_NOTHING = Results((), ())


class Searching(Opening):
    """Looks through all meetings; confidential texts are neither shown nor looked in.

    One search runs at a time, in a thread: what is typed meanwhile is looked for when it is done.
    """

    PLACE = Place.SEARCH
    BINDINGS = [
        *bindings(Place.SEARCH),
        Binding("up", "mark('mark_by(-1)')", show=False),
        Binding("down", "mark('mark_by(1)')", show=False),
        Binding("pageup", "mark('mark_page(-1)')", show=False),
        Binding("pagedown", "mark('mark_page(1)')", show=False),
    ]

    DEFAULT_CSS = """
    Searching #query { height: 1; padding: 0 1; }
    Searching #query Label { width: auto; margin-right: 1; }
    Searching #query Field { width: 1fr; }
    Searching #filters { height: 1; padding: 0 1; text-wrap: nowrap; text-overflow: ellipsis; }
    Searching #none { display: none; height: auto; padding: 1; }
    Searching.-none #none { display: block; }
    Searching.-low #heading, Searching.-low #filters, Searching.-low Keys { display: none; }
    """

    field = getters.query_one(Field)
    found = getters.query_one(FoundList)

    @dataclass
    class Answered(Event):
        """All meetings were looked through for what was typed, or could not be."""

        typed: str
        results: Results
        fault: OverlegError | None = None

    def __init__(
        self,
        folders: Folders,
        clock: Callable[[], datetime],
        language: Language,
        desk: Desk | None = None,
        typed: str = "",
    ) -> None:
        """`typed` is what is looked for at first, else what was looked for last."""
        super().__init__(folders, clock, language, desk)
        self._typed = typed
        self._answered: str | None = ""
        self._is_looking = False
        self._timer: Timer | None = None

    def compose(self) -> ComposeResult:
        _ = catalogue(self.language).gettext
        yield Static(id="heading")
        with Horizontal(id="query"):
            yield Label(Content(_("Look for")))
            yield Field(self._typed or self.app.looked_for, select_on_focus=not self._typed)
        yield Static(Content(_filters(self.language)), id="filters")
        yield Notice()
        yield Static(id="none")
        yield FoundList(self.folders.sessions, self.language)
        yield Keys(Place.SEARCH, self.language)

    def on_mount(self) -> None:
        self.field.focus()
        self.look()

    def on_resize(self) -> None:
        self._tell()

    @on(Input.Changed)
    def follow_typing(self) -> None:
        """Say at once what is no filter; look when the typing stops for a moment."""
        self.app.looked_for = self.field.value
        if self._timer is not None:
            self._timer.stop()
        self._timer = self.set_timer(_PAUSE, self.look)
        self.notice.said = " ".join(say(each, self.language) for each in self._query.misread)

    def look(self) -> None:
        """Look for what is typed now, unless that is known, or something else is still looked for."""
        typed = self.field.value
        if self._is_looking or typed == self._answered:
            return
        if self._query.is_empty:
            self.post_message(self.Answered(typed, _NOTHING))
            return
        self._is_looking = True
        self._tell()
        self._search(typed, self._query)

    @work(thread=True, group="search")
    def _search(self, typed: str, query: Query) -> None:
        try:
            found = search(self.folders, query, self.clock().date())
            self.post_message(self.Answered(typed, found))
        except OverlegError as fault:
            self.post_message(self.Answered(typed, _NOTHING, fault))

    @on(Answered)
    def show(self, event: Answered) -> None:
        """Show what was found, unless something else has been typed since; then that is looked for."""
        self._is_looking = False
        if event.typed != self.field.value:
            self.look()
            return
        self._answered = event.typed
        self.notice.alarm = sentence(event.fault, self.language) if event.fault else ""
        self.found.results = event.results
        self._tell()

    @on(FoundList.Chosen)
    def open_clicked(self, event: FoundList.Chosen) -> None:
        self._open(event.found)

    @on(Input.Submitted)
    def action_go_there(self) -> None:
        """Open what is marked; what was found for other words is not opened."""
        if self.field.value != self._answered:
            self.look()
        elif self.found.chosen is not None:
            self._open(self.found.chosen)

    def action_past(self) -> None:
        if self.found.chosen is not None:
            self._show_past((self.found.chosen,))

    def action_past_of_all(self) -> None:
        if self.found.results.found:
            self._show_past(self.found.results.found)

    async def action_mark(self, how: str) -> None:
        await self.app.run_action(how, self.found)

    @property
    def _query(self) -> Query:
        return parse(self.field.value, self.clock().date())

    def _open(self, found: Found) -> None:
        self.open_at(found.hit.session.id, found.hit.entry.ref)

    def _show_past(self, found: tuple[Found, ...]) -> None:
        from overleg.tui.screens.past import Past

        refs = tuple((each.hit.session.series.slug, each.hit.entry.ref) for each in found)
        self.app.push_screen(Past(self.folders, self.clock, self.language, refs, self.desk))

    def _tell(self) -> None:
        """How much was found, and how to look where there is nothing to show."""
        title = catalogue(self.language).gettext("Search all meetings")
        line = between(f" {title}", f"{self._count()} ", self.size.width)
        self.query_one("#heading", Static).update(Content(line), layout=False)
        is_empty = not self.found.results.found
        self.set_class(is_empty, "-none")
        if is_empty:
            self.query_one("#none", Static).update(Content(self._nothing()))

    def _count(self) -> str:
        _ = catalogue(self.language)
        if self._is_looking:
            return _.gettext("looking …")
        n = len(self.found.results.found)
        return _.ngettext("{n} found", "{n} found", n).format(n=n) if self._answered else ""

    def _nothing(self) -> str:
        if self._is_looking:
            return ""
        _ = catalogue(self.language).gettext
        how = _(
            "Type words of what was said, in any meeting: all of them have to be there. "
            "What stands above makes the search narrower, and so do before:2027-03 and series:name. "
            '"Words between quotes" belong together.'
        )
        nothing = _("Nothing was found. Practice meetings are left out.")
        confidential = _("What is confidential is found by its number, kind and party only.")
        return f"{how if self._query.is_empty else nothing}\n\n{confidential}"


def _filters(language: Language) -> str:
    """How to look for less, in one line."""
    return say(
        Message("kind:action party:GEM person:Ruud is:open is:overdue after:2027-01 ref:A-003"), language
    )
