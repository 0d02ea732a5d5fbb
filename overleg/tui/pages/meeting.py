"""The page of the meeting as a whole: what it is called, when and where it is, in which form."""

from datetime import date

from msgspec.structs import replace as but

from overleg.domain import dates, forms
from overleg.domain.agenda_changes import UseForm
from overleg.domain.agenda_length import later, length_of
from overleg.domain.changes import Change
from overleg.domain.choices import Language, SeatRole
from overleg.domain.describing import Describe
from overleg.domain.durations import read_minutes
from overleg.domain.model import Person, Series, Session
from overleg.domain.setup import new_series
from overleg.domain.table_changes import PutPerson, SeatPerson
from overleg.domain.text import fold
from overleg.errors import Message, UsageError
from overleg.locale import catalogue, narrow_date
from overleg.tui.pages.page import Option, Page, PageField, Row, Setting, Typed, read_clock


def _described(typed: Typed, field: str, value: object) -> Change:
    return Describe(at=typed.at, fields={field: value})


def _title(typed: Typed) -> Change:
    return _described(typed, "title", typed.text.strip())


def _series(typed: Typed) -> Change:
    """A series that is known or a new one; once the meeting has a file its series only gets another name."""
    title = typed.text.strip()
    if not typed.setting.is_new:
        return _described(typed, "series", but(typed.session.series, title=title))
    known = next((each for each in typed.setting.series if fold(each.title) == fold(title)), None)
    return _described(typed, "series", known or (new_series(title) if title else Series(slug="", title="")))


def _date(typed: Typed) -> Change:
    text = typed.text.strip()
    day = read_date(text, typed.at.date())
    if day is None:
        raise UsageError(
            Message("{date} is not a date in any calendar.", date=text)
            if text
            else Message("A meeting is on a day."),
            Message("Type a date such as {example}.", example="11-2-2027"),
        )
    return _described(typed, "date", day)


def read_date(text: str, today: date) -> date | None:
    """The day that was typed; None for anything else."""
    try:
        return dates.read(text, today)
    except dates.ImpossibleDate:
        return None


def _start(typed: Typed) -> Change:
    """Another beginning; an end that would come before it moves along, so that the length stays."""
    start, session = read_clock(typed.text), typed.session
    length = length_of(session)
    if start is None or length is None or session.end is None or session.end > start:
        return _described(typed, "start", start)
    return Describe(at=typed.at, fields={"start": start, "end": later(start, length)})


def _end(typed: Typed) -> Change:
    """A time of the clock, or how long the meeting takes where it cannot be one."""
    start = typed.session.start
    time = dates.read_clock(typed.text)
    minutes = read_minutes(typed.text)
    if start and minutes and (time is None or time <= start):
        time = later(start, minutes)
    return _described(typed, "end", time or read_clock(typed.text))


def _form(typed: Typed) -> Change:
    form = typed.setting.forms.get(typed.text)
    session = typed.session
    items = forms.agenda_of(form, session.parties, session.language) if form else ()
    return UseForm(at=typed.at, form=form.key if form else "", items=items)


def _forms(setting: Setting, row: Row | None) -> list[Option]:
    _ = catalogue(setting.language).gettext
    known = [(form.title[setting.language], key) for key, form in setting.forms.items()]
    own = setting.session.form
    gone = [(own, own)] if own and own not in setting.forms else []
    return [*known, *gone, (_("free agenda"), "")]


def _languages(setting: Setting, row: Row | None) -> list[Option]:
    return [("Nederlands", Language.NL.value), ("English", Language.EN.value)]


def _yes_or_no(setting: Setting, row: Row | None) -> list[Option]:
    _ = catalogue(setting.language).gettext
    return [(_("a real meeting"), ""), (_("a rehearsal, kept apart"), "yes")]


def _seat(role: SeatRole, field: str) -> PageField:
    """The field of somebody's seat: a name on the list, or a new one that sits without a party."""

    def text(setting: Setting, session: Session) -> str:
        person = session.person(getattr(session, field))
        return person.name if person else ""

    def change(typed: Typed) -> Change:
        name, session = typed.text.strip(), typed.session
        known = next((each for each in session.people if fold(each.name) == fold(name)), None)
        holder = getattr(session, field)
        if not name and holder is not None:
            return SeatPerson(at=typed.at, person=holder, seat_role=SeatRole.MEMBER)
        if known is not None:
            return SeatPerson(at=typed.at, person=known.id, seat_role=role)
        return PutPerson(at=typed.at, person=Person(id="", name=name, seat_role=role))

    label = Message("Chair") if role is SeatRole.CHAIR else Message("Secretary")
    return PageField(field, label, text, change, suggests=_names)


def _names(setting: Setting) -> list[str]:
    return [person.name for person in setting.session.people]


def _day(setting: Setting, session: Session) -> str:
    return "" if session.undated else narrow_date(session.date)


PAGE = Page(
    key="meeting",
    name=Message("Meeting"),
    fields=(
        PageField("title", Message("Title"), lambda setting, session: session.title, _title),
        PageField(
            "series",
            Message("Series"),
            lambda setting, session: session.series.title,
            _series,
            hint=Message("as the title, when there is nothing here"),
            suggests=lambda setting: [series.title for series in setting.series],
        ),
        PageField("date", Message("Date"), _day, _date, hint=Message("no day has been set"), is_measure=True),
        PageField(
            "start",
            Message("Starts at"),
            lambda setting, session: session.start or "",
            _start,
            hint=Message("such as 19:30"),
            is_measure=True,
        ),
        PageField(
            "end",
            Message("Ends at"),
            lambda setting, session: session.end or "",
            _end,
            hint=Message("such as 21:15, or how long: 1u45"),
            is_measure=True,
        ),
        PageField(
            "place",
            Message("Place"),
            lambda setting, session: session.place,
            lambda typed: _described(typed, "place", typed.text.strip()),
        ),
        PageField(
            "form", Message("Meeting form"), lambda setting, session: session.form, _form, options=_forms
        ),
        _seat(SeatRole.CHAIR, "chair"),
        _seat(SeatRole.SECRETARY, "secretary"),
        PageField(
            "case",
            Message("The case"),
            lambda setting, session: session.case_text,
            lambda typed: _described(typed, "case_text", typed.text.strip()),
            hint=Message("what it is about, in a sentence or two"),
        ),
        PageField(
            "language",
            Message("Language"),
            lambda setting, session: session.language.value,
            lambda typed: _described(typed, "language", Language(typed.text)),
            options=_languages,
        ),
        PageField(
            "practice",
            Message("Practice"),
            lambda setting, session: "yes" if session.practice else "",
            lambda typed: _described(typed, "practice", bool(typed.text)),
            options=_yes_or_no,
            is_shown=lambda setting: setting.is_new,
        ),
    ),
)
