"""Attendance: who is here, who came late and who left, apart from the main screen."""

from textual import getters, on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from overleg.desk.workbench import Desk
from overleg.domain import dates
from overleg.domain.choices import AttendanceStatus, Language
from overleg.domain.meeting_changes import Attend
from overleg.domain.model import Attendance as Record
from overleg.domain.model import Clock, Person, Session
from overleg.errors import Message
from overleg.locale import catalogue, clock_of, say
from overleg.tui.attendance import attendance_of, attendance_words
from overleg.tui.cells import between
from overleg.tui.screens.at_desk import AtDesk
from overleg.tui.verbs import Place, bindings
from overleg.tui.widgets.asking import Asking
from overleg.tui.widgets.footer import Keys
from overleg.tui.widgets.notice import Notice
from overleg.tui.widgets.row_table import Column, RowTable, TableRow

_AWAY = (AttendanceStatus.EXCUSED, AttendanceStatus.ABSENT)


class Attendance(AtDesk):
    """The people by party; one key says that the marked one is here, late, gone or absent with notice."""

    PLACE = Place.ATTENDANCE
    BINDINGS = bindings(Place.ATTENDANCE)

    table = getters.query_one(RowTable)
    asking = getters.query_one(Asking)

    def __init__(self, desk: Desk, language: Language) -> None:
        super().__init__(desk, language)
        self._asked = ("", "")

    def compose(self) -> ComposeResult:
        yield Static(id="heading")
        yield RowTable()
        yield Notice(most_lines=2)
        yield Asking()
        yield Keys(Place.ATTENDANCE, self.language)

    def on_mount(self) -> None:
        _ = catalogue(self.language).gettext
        self.table.columns = (
            Column(""),
            Column(_("Name"), stretches=True),
            Column(_("Function"), goes=1),
            Column(_("Presence")),
        )
        self.table.empty = _("Nobody is on the list of people yet.")
        self.draw()
        self.table.action_mark_first()
        self.table.focus()

    def on_resize(self) -> None:
        self.tell_who_is_here()

    def watch_session(self) -> None:
        if self.is_mounted:
            self.draw()

    def draw(self) -> None:
        self.table.rows = rows_of(self.desk.session, self.language)
        self.tell_who_is_here()

    def tell_who_is_here(self) -> None:
        session, _ = self.desk.session, catalogue(self.language).gettext
        here = sum(1 for person in session.people if not session.is_away(person.id))
        count = _("{here} of {total} here").format(here=here, total=len(session.people))
        line = between(f" {_('Attendance')} · {session.title}", f"{count} ", self.size.width)
        self.query_one("#heading", Static).update(Content(line), layout=False)

    @on(RowTable.Chosen)
    def action_here_or_not(self) -> None:
        known = self._known
        if known is not None:
            is_away = known.status in _AWAY
            self._attend(AttendanceStatus.PRESENT if is_away else AttendanceStatus.ABSENT)

    def action_sent_word(self) -> None:
        self._attend(AttendanceStatus.EXCUSED)

    def action_came_late(self) -> None:
        self._ask("came", Message("Here since what time?"))

    def action_went_away(self) -> None:
        self._ask("left", Message("Left at what time?"))

    @on(Asking.Answered)
    def take_time(self, event: Asking.Answered) -> None:
        """Record the time that was asked; where it is none the question stays."""
        time = dates.read_clock(event.text)
        if time is None:
            self.tell(Message("{time} is not a time of the clock.", time=event.text or "-"))
            return
        self.asking.done()
        self.table.focus()
        which, person = self._asked
        known = attendance_of(self.desk.session, person)
        came = time if which == "came" else known.from_time
        left = time if which == "left" else known.until
        self._attend(AttendanceStatus.PARTIAL, person, came, left)

    @on(Asking.GivenUp)
    def go_on(self) -> None:
        self.table.focus()
        self.notice.said = ""

    @property
    def _known(self) -> Record | None:
        """What was recorded of the one that is marked."""
        person = self.desk.session.person(self.table.marked_id)
        return attendance_of(self.desk.session, person.id) if person else None

    def _ask(self, which: str, question: Message) -> None:
        known = self._known
        if known is not None:
            self._asked = (which, known.person)
            earlier = known.from_time if which == "came" else known.until
            self.asking.ask(say(question, self.language), earlier or clock_of(self.desk.clock()))
            self.asking.answer.action_select_all()

    def _attend(
        self,
        status: AttendanceStatus,
        person: str = "",
        came: Clock | None = None,
        left: Clock | None = None,
    ) -> None:
        id = person or self.table.marked_id
        if self.desk.session.person(id) is not None:
            self.do(
                Attend(at=self.desk.clock(), person=id, status=status, from_time=came, until=left),
            )


def rows_of(session: Session, language: Language) -> tuple[TableRow, ...]:
    """The people under the name of their party, in the order of the table; the neutral ones first."""
    rows: list[TableRow] = [_row(session, person, language) for person in session.people_of(None)]
    for party in session.parties:
        people = session.people_of(party.id)
        if people:
            rows.append(TableRow("", (party.name,)))
            rows += [_row(session, person, language) for person in people]
    return tuple(rows)


def _row(session: Session, person: Person, language: Language) -> TableRow:
    known = attendance_of(session, person.id)
    is_away = known.status in _AWAY
    sign = "-" if is_away else "✓"
    words = attendance_words(known, language)
    return TableRow(person.id, (sign, person.name, person.function, words), is_quiet=is_away)
