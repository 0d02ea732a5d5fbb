"""`overleg new`: plan a meeting from the command line."""

from datetime import date

from overleg.cli.arguments import Given
from overleg.cli.output import say_line, warn
from overleg.desk.folders import known_forms
from overleg.desk.founding import as_last_time, found, last_of_series
from overleg.domain import dates
from overleg.domain.forms import MeetingForm
from overleg.domain.model import Person, Session
from overleg.domain.setup import Setup, new_series, new_session, read_party, read_person
from overleg.domain.taking_over import TakeOver
from overleg.errors import Message, UsageError
from overleg.locale import say


def run(given: Given) -> int:
    """Make the session and print its id; raises `UsageError` where something is not clear.

    Without parties it begins in its series as the last meeting did, and says so on standard error.
    """
    asked = given.options
    parties = tuple(read_party(typed) for typed in asked.party)
    people: tuple[Person, ...] = ()
    for typed in asked.person:
        people = (*people, read_person(typed, parties, people))
    plan = Setup(
        title=asked.title,
        date=read_date(asked.date, given),
        series=new_series(asked.series or asked.title),
        start=read_time(asked.start),
        end=read_time(asked.end),
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
    session = new_session(plan, "")
    if not parties:
        session = _as_last_time(session, given)
    desk = found(given.folders, session, given.clock)
    say_line(desk.session.id)
    return 0


def _as_last_time(session: Session, given: Given) -> Session:
    """The session with the table of last time, where its series has met before; what was asked stays."""
    last = last_of_series(given.folders, session)
    if last is None or last.date > session.date:
        return session
    change = as_last_time(last, given.clock, known_forms(given.folders.home), session)
    taken = TakeOver(at=change.at, last=last, form=session.form) if session.agenda else change
    told = Message(
        "As on {date}: parties {parties}, people {people}.",
        date=last.date,
        parties=len(last.parties),
        people=len(last.people),
    )
    warn(say(told, given.language))
    return taken.made(session)


def read_date(typed: str, given: Given) -> date:
    """The day that was typed, seen from today; raises `UsageError` for what is none."""
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


def read_time(typed: str | None) -> str | None:
    """The time of the clock that was typed, if any; raises `UsageError` for what is none."""
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
