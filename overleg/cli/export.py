"""`overleg export`: a document of a meeting, in its folder."""

from pathlib import Path

from overleg.cli.arguments import Given
from overleg.cli.output import say_line
from overleg.desk.exporting import export
from overleg.desk.workbench import open_session
from overleg.domain.choices import Language


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
    say_line(str(made))
    return 0
