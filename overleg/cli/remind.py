"""`overleg remind`: a draft of a mail for everybody with something open."""

from pathlib import Path

from overleg.cli.arguments import Given
from overleg.cli.output import complain, say_line, warn
from overleg.desk.reminding import make_drafts
from overleg.domain.choices import Language
from overleg.errors import Message
from overleg.locale import catalogue, say


def run(given: Given) -> int:
    """Make the drafts and print where they are; 1 where a meeting could not be read."""
    asked = given.options
    drafts = make_drafts(
        given.folders,
        given.clock().date(),
        series=asked.series,
        party=asked.party,
        overdue=asked.overdue,
        language=Language(asked.language) if "language" in asked else None,
        output=Path(asked.output) if asked.output else None,
    )
    for path in drafts.made:
        say_line(str(path))
    if not drafts.made:
        warn(say(Message("There is nothing to remind anybody of."), given.language))
    if drafts.nobodys:
        warn(_nobodys(drafts.nobodys, given.language))
    for error in drafts.unread:
        complain(error, given.language)
    return 1 if drafts.unread else 0


def _nobodys(n: int, language: Language) -> str:
    ngettext = catalogue(language).ngettext
    text = ngettext(
        "{n} open item is of no party, so nobody is reminded of it; give it a party to mend that.",
        "{n} open items are of no party, so nobody is reminded of them; give them a party to mend that.",
        n,
    )
    return text.format(n=n)
