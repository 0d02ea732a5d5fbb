"""The page of the people: for whom they sit here, what they may promise, and whether they are there."""

from msgspec.structs import replace as but

from overleg.domain.addresses import read_address
from overleg.domain.changes import Change
from overleg.domain.choices import AttendanceStatus, Mandate, Paid, SeatRole
from overleg.domain.meeting_changes import Attend
from overleg.domain.model import Attendance, Person
from overleg.domain.names import code
from overleg.domain.rewriting import PEOPLE
from overleg.domain.setup import usual_pay
from overleg.domain.table_changes import PutPerson
from overleg.domain.table_words import ATTENDANCE, MANDATES, PAID, SEAT_ROLES
from overleg.errors import Message
from overleg.locale import catalogue
from overleg.tui.attendance import attendance_of, attendance_words
from overleg.tui.pages.page import (
    Heading,
    Option,
    Page,
    PageField,
    Row,
    Setting,
    Typed,
    choices_of,
    read_clock,
)


def _changed(typed: Typed, **fields: object) -> Change:
    was: Person = typed.row
    return PutPerson(at=typed.at, person=but(was, **fields), was=was)


def _named(typed: Typed) -> Change:
    """Another name, or somebody new of that name, of the same party as the last one on the list."""
    name, people = typed.text.strip(), typed.session.people
    if typed.row is not None:
        return _changed(typed, name=name)
    party = typed.session.party(people[-1].party) if people else None
    person = Person(id="", name=name, party=party.id if party else None, paid=usual_pay(party))
    return PutPerson(at=typed.at, person=person)


def _of_party(typed: Typed) -> Change:
    """Another party; whether it is paid work goes along, unless somebody has set it otherwise."""
    was, session = typed.row, typed.session
    party = session.party(typed.text or None)
    is_usual = was.paid is usual_pay(session.party(was.party))
    return _changed(typed, party=party.id if party else None, paid=usual_pay(party) if is_usual else was.paid)


def _parties(setting: Setting, row: Row | None) -> list[Option]:
    _ = catalogue(setting.language).gettext
    return [
        *((f"{party.code} {party.name}", party.id) for party in setting.session.parties),
        (_("no party"), ""),
    ]


def _attended(typed: Typed, status: AttendanceStatus, **times: str | None) -> Change:
    return Attend(at=typed.at, person=typed.row.id, status=status, **times)


def _present(typed: Typed) -> Change:
    """Another presence; times are those of somebody who was there partly."""
    status, known = AttendanceStatus(typed.text), _known(typed)
    if status is not AttendanceStatus.PARTIAL:
        return _attended(typed, status)
    return _attended(typed, status, from_time=known.from_time, until=known.until)


def _came(typed: Typed) -> Change:
    return _timed(typed, read_clock(typed.text), _known(typed).until)


def _left(typed: Typed) -> Change:
    return _timed(typed, _known(typed).from_time, read_clock(typed.text))


def _timed(typed: Typed, came: str | None, left: str | None) -> Change:
    """Present from and until these times; all the time without them."""
    status = AttendanceStatus.PARTIAL if came or left else AttendanceStatus.PRESENT
    return _attended(typed, status, from_time=came, until=left)


def _known(typed: Typed) -> Attendance:
    return attendance_of(typed.session, typed.row.id)


def _time(field: str) -> PageField:
    label = Message("Came at") if field == "from_time" else Message("Left at")
    return PageField(
        field,
        label,
        lambda setting, person: getattr(attendance_of(setting.session, person.id), field) or "",
        _came if field == "from_time" else _left,
        hint=Message("when not there all the time"),
        is_measure=True,
    )


def _cells(setting: Setting, person: Person, number: int) -> tuple[str, ...]:
    session, language = setting.session, setting.language
    return (
        code(session, person.party) or "-",
        person.name,
        person.function,
        _seat_words(person, setting),
        attendance_words(attendance_of(session, person.id), language),
    )


def _brief(setting: Setting, person: Person) -> tuple[str, ...]:
    party = code(setting.session, person.party)
    return person.name, party, person.function, _seat_words(person, setting), person.email


def _seat_words(person: Person, setting: Setting) -> str:
    """Seat and mandate, as far as they are not the usual ones."""
    language = setting.language
    seat = SEAT_ROLES[person.seat_role][language] if person.seat_role is not SeatRole.MEMBER else ""
    mandate = MANDATES[person.mandate][language] if person.mandate is not Mandate.UNKNOWN else ""
    return ", ".join(part for part in (seat, f"{mandate} {person.mandate_body}".strip()) if part)


PAGE = Page(
    key="people",
    name=Message("People"),
    list=PEOPLE,
    how=Message("One person a line: GEM; Ruud Ketelaar; adviser; consults; ruud@gemeente.nl"),
    headings=(
        Heading(Message("Party")),
        Heading(Message("Name"), stretches=True),
        Heading(Message("Function"), goes=2),
        Heading(Message("Seat and mandate"), goes=3),
        Heading(Message("Presence"), goes=1),
    ),
    cells=_cells,
    brief=_brief,
    fields=(
        PageField("name", Message("Name"), lambda setting, person: person.name, _named),
        PageField(
            "party",
            Message("Party"),
            lambda setting, person: person.party or "",
            _of_party,
            options=_parties,
        ),
        PageField(
            "function",
            Message("Function"),
            lambda setting, person: person.function,
            lambda typed: _changed(typed, function=typed.text.strip()),
        ),
        PageField(
            "seat_role",
            Message("Seat"),
            lambda setting, person: person.seat_role,
            lambda typed: _changed(typed, seat_role=SeatRole(typed.text)),
            options=choices_of(SEAT_ROLES),
        ),
        PageField(
            "mandate",
            Message("Mandate"),
            lambda setting, person: person.mandate,
            lambda typed: _changed(typed, mandate=Mandate(typed.text)),
            options=choices_of(MANDATES),
        ),
        PageField(
            "mandate_body",
            Message("Consults"),
            lambda setting, person: person.mandate_body,
            lambda typed: _changed(typed, mandate_body=typed.text.strip()),
            hint=Message("who has to agree, such as the board"),
        ),
        PageField(
            "paid",
            Message("Paid work"),
            lambda setting, person: person.paid,
            lambda typed: _changed(typed, paid=Paid(typed.text)),
            options=choices_of(PAID),
        ),
        PageField(
            "presence",
            Message("Presence"),
            lambda setting, person: attendance_of(setting.session, person.id).status,
            _present,
            options=choices_of(ATTENDANCE),
        ),
        _time("from_time"),
        _time("until"),
        PageField(
            "email",
            Message("E-mail"),
            lambda setting, person: person.email,
            lambda typed: _changed(typed, email=read_address(typed.text)),
            hint=Message("for reminders, never printed"),
        ),
    ),
)
