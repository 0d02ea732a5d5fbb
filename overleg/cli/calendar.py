"""`overleg calendar`: the meetings to come and the dates of actions, for a calendar program."""

from pathlib import Path

from overleg.cli.arguments import Given
from overleg.cli.output import complain, say_line, warn
from overleg.desk.calendar import make_calendar
from overleg.domain.choices import Language
from overleg.errors import Message
from overleg.locale import say


def run(given: Given) -> int:
    """Make the calendar and print where it is; 1 where a meeting could not be read."""
    asked = given.options
    made = make_calendar(
        given.folders,
        given.clock(),
        series=asked.series,
        party=asked.party,
        language=Language(asked.language) if "language" in asked else None,
        output=Path(asked.output) if asked.output else None,
    )
    if made.path is None:
        warn(say(Message("There is nothing to put in a calendar."), given.language))
    else:
        say_line(str(made.path))
    for error in made.unread:
        complain(error, given.language)
    return 1 if made.unread else 0
