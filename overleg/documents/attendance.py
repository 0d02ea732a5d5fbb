"""Who was there, party by party, with function and with the time they came or left."""

from overleg.documents.outline import Block, Cell, Column, Heading, Row, Table
from overleg.documents.runs import plain
from overleg.documents.source import NOTHING, Source
from overleg.domain.choices import AttendanceStatus, SeatRole
from overleg.domain.model import Attendance, Party, Person
from overleg.domain.text import fold
from overleg.locale import clock


def attendance(source: Source) -> list[Block]:
    _ = source.gettext
    rows = _rows(source)
    if not rows:
        return []
    columns = (
        Column(_("Name"), 25),
        Column(_("Party"), 25),
        Column(_("Function"), 26),
        Column(_("Attendance"), 24),
    )
    title = _("Attendance")
    description = _("Every participant with party, function and attendance.")
    return [Heading(1, title), Table(title, description, columns, rows)]


def _rows(source: Source) -> tuple[Row, ...]:
    session = source.session
    known = {each.person: each for each in session.attendance}
    rows = [_person_row(source, person, known.get(person.id)) for person in session.people_of(None)]
    for party in session.parties:
        people = session.people_of(party.id)
        rows += [_person_row(source, person, known.get(person.id)) for person in people]
        rows += [] if people else [_party_row(source, party)]
    return tuple(rows)


def _person_row(source: Source, person: Person, known: Attendance | None) -> Row:
    party = source.party(person.party) if person.party else NOTHING
    return _cells(person.name, party, _function(source, person), _presence(source, known))


def _party_row(source: Source, party: Party) -> Row:
    _ = source.gettext
    presence = _("not represented") if party.missing else _("no names recorded")
    return _cells(NOTHING, party.name, NOTHING, presence)


def _cells(*texts: str) -> Row:
    return tuple(Cell((plain(text or NOTHING),)) for text in texts)


def _function(source: Source, person: Person) -> str:
    """Function and role at the table, once where they are one word; the neutral have no other function."""
    role = _role(source, person)
    if person.function and (person.party is None or fold(person.function) == fold(role)):
        return person.function
    return ", ".join(filter(None, (person.function, role)))


def _role(source: Source, person: Person) -> str:
    _ = source.gettext
    if person.id == source.session.chair:
        return _("chair")
    if person.id == source.session.secretary:
        return _("secretary")
    return {SeatRole.OBSERVER: _("observer"), SeatRole.GUEST: _("guest")}.get(person.seat_role, "")


def _presence(source: Source, known: Attendance | None) -> str:
    _ = source.gettext
    words = {
        AttendanceStatus.PRESENT: _("present"),
        AttendanceStatus.PARTIAL: _("present"),
        AttendanceStatus.EXCUSED: _("sent regrets"),
        AttendanceStatus.ABSENT: _("absent"),
    }
    if known is None:
        return words[AttendanceStatus.PRESENT]
    said = _hours(source, known) or words[known.status]
    if known.plays_party:
        return _("{attendance}, plays {party}").format(attendance=said, party=source.party(known.plays_party))
    return said


def _hours(source: Source, known: Attendance) -> str:
    """From when and until when somebody was there, for who was not there all the time."""
    _ = source.gettext
    if known.status is not AttendanceStatus.PARTIAL:
        return ""
    came = clock(known.from_time, source.language) if known.from_time else ""
    left = clock(known.until, source.language) if known.until else ""
    if came and left:
        return _("present from {from_time} until {until}").format(from_time=came, until=left)
    if came:
        return _("present from {from_time}").format(from_time=came)
    return _("present until {until}").format(until=left) if left else _("present part of the time")
