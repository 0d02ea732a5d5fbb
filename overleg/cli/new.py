"""`overleg new`: plan a meeting from the command line."""

from datetime import date

from overleg.cli.arguments import Given
from overleg.cli.output import say_line
from overleg.desk.folders import known_forms
from overleg.desk.workbench import found_session
from overleg.domain import dates
from overleg.domain.forms import MeetingForm
from overleg.domain.model import Person
from overleg.domain.setup import Setup, new_series, read_party, read_person
from overleg.errors import Message, UsageError


def run(given: Given) -> int:
    """Make the session and print its id; raises `UsageError` where something is not clear."""
    asked = given.options
    parties = tuple(read_party(typed) for typed in asked.party)
    people: tuple[Person, ...] = ()
    for typed in asked.person:
        people = (*people, read_person(typed, parties, people))
    plan = Setup(
        title=asked.title,
        date=_date(given),
        series=new_series(asked.series or asked.title),
        start=_time(asked.start),
        end=_time(asked.end),
        place=asked.place,
        form=_form(given),
        language=given.language,
        practice=asked.practice,
        parties=parties,
        people=people,
        chair=asked.chair,
        secretary=asked.secretary,
        groups=tuple(asked.group),
        items=tuple(asked.item),
    )
    desk = found_session(given.folders, plan, given.clock)
    say_line(desk.session.id)
    return 0


def _date(given: Given) -> date:
    typed = given.options.date
    try:
        day = dates.read(typed, given.clock().date())
    except dates.ImpossibleDate:
        day = None
    if day is None:
        raise UsageError(
            Message("{date} is not a date in any calendar.", date=typed),
            Message("Type a date such as {example}.", example="2027-01-14"),
        )
    return day


def _time(typed: str | None) -> str | None:
    if typed is None:
        return None
    time = dates.read_clock(typed)
    if time is None:
        raise UsageError(
            Message("{time} is not a time of the clock.", time=typed),
            Message("Type a time such as {example}.", example="19:30"),
        )
    return time


def _form(given: Given) -> MeetingForm | None:
    key = given.options.form
    if key is None:
        return None
    forms = known_forms(given.folders.home)
    if key not in forms:
        raise UsageError(
            Message("There is no meeting form {form}.", form=key),
            Message("Possible are: {words}.", words=", ".join(forms)),
        )
    return forms[key]
