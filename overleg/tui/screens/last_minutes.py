"""The minutes of last time: read, corrected, and then adopted; after that come the open matters."""

from dataclasses import dataclass

from textual import getters, on, work
from textual.app import ComposeResult
from textual.content import Content
from textual.message import Message as Event
from textual.widgets import Static

from overleg.desk.adoption import last_minutes
from overleg.documents.adopting import adoption_state
from overleg.documents.confided import with_classes
from overleg.documents.minutes import minutes
from overleg.documents.variant import Variant
from overleg.domain.meeting_changes import AdoptMinutes
from overleg.domain.model import Session
from overleg.errors import Message, StoreError
from overleg.locale import catalogue, plain_date, say
from overleg.tui.cells import between
from overleg.tui.corrections import rows_of, whole
from overleg.tui.screens.correcting import Correcting
from overleg.tui.verbs import Place, bindings
from overleg.tui.widgets.footer import Keys
from overleg.tui.widgets.notice import Notice, sentence
from overleg.tui.widgets.one_line import OneLine
from overleg.tui.widgets.paper import Paper
from overleg.tui.widgets.row_table import Column, RowTable

_AROUND = 2
"""The lines of a table that are no rows: its headings, and the line below it."""


class LastMinutes(Correcting):
    """The corrections above, the text of the minutes below, in the open variant only."""

    PLACE = Place.MINUTES
    BINDINGS = bindings(Place.MINUTES)

    DEFAULT_CSS = """
    LastMinutes RowTable { min-height: 3; max-height: 40%; }
    """

    paper = getters.query_one(Paper)

    @dataclass
    class Read(Event):
        """The session whose minutes these are was read, or could not be."""

        session: Session | StoreError

    def compose(self) -> ComposeResult:
        yield Static(id="heading")
        yield RowTable()
        yield OneLine(id="whole")
        yield Paper()
        yield Notice(most_lines=2)
        yield Keys(Place.MINUTES, self.language)

    def on_mount(self) -> None:
        _ = catalogue(self.language).gettext
        self.table.columns = (
            Column(_("Asked by"), goes=2),
            Column(_("Where"), goes=1),
            Column(_("Stands there")),
            Column(_("Becomes"), stretches=True),
        )
        self.draw()
        self.table.focus()
        if self.desk.session.adopts is None:
            self.tell(Message("This is the first meeting of its series: there are no minutes of last time."))
        else:
            self.read_minutes(self.desk.session)

    def on_resize(self) -> None:
        self._tell_state()

    def watch_session(self, before: Session | None, session: Session | None) -> None:
        if self.is_mounted and before is not None and session is not None and before.adopts != session.adopts:
            self.draw()

    def draw(self) -> None:
        _ = catalogue(self.language).gettext
        self.table.empty = (
            _("There were no corrections.")
            if self._is_adopted
            else _("No corrections. n notes one, a adopts the minutes.")
        )
        self.table.rows = rows_of(self.corrections, self.desk.session)
        self.table.styles.height = max(1, len(self.table.rows)) + _AROUND
        self._tell_state()
        self.tell_whole()
        self._show_text()

    @work(thread=True, exclusive=True, group="minutes")
    def read_minutes(self, session: Session) -> None:
        try:
            self.post_message(self.Read(last_minutes(session, self.desk.path.parent)))
        except StoreError as error:
            self.post_message(self.Read(error))

    @on(Read)
    def take_minutes(self, event: Read) -> None:
        if isinstance(event.session, StoreError):
            self.paper.tell(sentence(event.session, self.language))
            return
        self.last = event.session
        self.draw()

    @on(RowTable.Marked)
    def tell_whole(self) -> None:
        """The marked correction in full: the table has no room for a long one."""
        place, shown = self.table.marked, self.corrections
        words = whole(shown[place], self.desk.session) if 0 <= place < len(shown) else ""
        self.query_one("#whole", OneLine).words = words

    def action_adopt(self) -> None:
        if self._is_adopted:
            self.tell(Message("The minutes of last time are adopted already."))
        else:
            self.do(AdoptMinutes(at=self.desk.clock()))

    def action_matters(self) -> None:
        """To the review, which may lie below already."""
        from overleg.tui.screens.review import Review

        is_below = any(isinstance(each, Review) for each in self.app.screen_stack)
        self.dismiss(None)
        if not is_below:
            self.app.push_screen(Review(self.desk, self.language))

    @property
    def _is_adopted(self) -> bool:
        adoption = self.desk.session.adopts
        return adoption is not None and adoption.at is not None

    def _show_text(self) -> None:
        if self.last is not None:
            adopted_in = with_classes(self.desk.session, self.last) if self._is_adopted else None
            self.paper.show(minutes(self.last, variant=Variant.OPEN, adopted_in=adopted_in))

    def _tell_state(self) -> None:
        session, adoption = self.desk.session, self.desk.session.adopts
        held = adoption.held_on if adoption else None
        name = (
            Message("Minutes of {date}", date=plain_date(held, self.language))
            if held
            else Message("Minutes of last time")
        )
        state = adoption_state(session, self.language)
        line = between(f" {say(name, self.language)}", f"{state} ", self.size.width)
        self.query_one("#heading", Static).update(Content(line), layout=False)
