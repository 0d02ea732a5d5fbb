"""`overleg next`: the next meeting of a series, with what is open."""

from overleg.cli.arguments import Given
from overleg.cli.new import read_date, read_time
from overleg.cli.output import say_line, warn
from overleg.desk.next_meeting import plan_next
from overleg.desk.workbench import open_session
from overleg.domain.choices import Language
from overleg.domain.model import Session
from overleg.errors import Message
from overleg.locale import clock, long_date, say, weekday_date


def run(given: Given) -> int:
    """Plan the next meeting, or bring the planned one up to date, and print its id."""
    asked = given.options
    desk = open_session(given.folders, asked.session, given.clock)
    date = read_date(asked.date, given) if asked.date else None
    planned = plan_next(desk, given.folders, date=date, start=read_time(asked.start)).session
    say_line(planned.id)
    if planned.undated:
        tell_guess(planned, given.language)
    return 0


def tell_planned(planned: Session, language: Language) -> None:
    """Say on standard error that the next meeting is ready, and when it is."""
    when = weekday_date(planned.date, language)
    start = clock(planned.start, language) if planned.start else ""
    words = Message("The next meeting is ready: {when}.", when=" ".join(filter(None, (when, start))))
    warn(say(words, language))
    if planned.undated:
        tell_guess(planned, language)


def tell_guess(planned: Session, language: Language) -> None:
    day = long_date(planned.date, language)
    warn(say(Message("No day was set yet; until then it stands at {date}.", date=day), language))
