"""`overleg export`: a document of a meeting, in its folder."""

from pathlib import Path

from overleg.cli.arguments import Given
from overleg.cli.output import complain, say_line, warn
from overleg.desk.exporting import ADOPTION_UNKNOWN, export
from overleg.desk.workbench import open_session
from overleg.domain.choices import Language
from overleg.locale import say


def run(given: Given) -> int:
    """Make the document and print where it is; raises `ExportError` in words."""
    asked = given.options
    desk = open_session(given.folders, asked.session, given.clock)
    made = export(
        desk.session,
        given.folders,
        asked.document,
        variant=asked.variant,
        language=Language(asked.language) if "language" in asked else None,
        output=Path(asked.output) if asked.output else None,
        overwrite=asked.overwrite,
        as_=asked.as_,
    )
    for error in made.unread:
        complain(error, given.language)
    if made.unread:
        warn(say(ADOPTION_UNKNOWN, given.language))
    say_line(str(made.path))
    return 0
