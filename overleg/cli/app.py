"""Opening the app; the only place of the command line that knows it."""

import tempfile
from pathlib import Path

from overleg import settings
from overleg.cli.arguments import Given
from overleg.desk.example import open_example
from overleg.desk.folders import Folders


def run(given: Given, session: str | None = None) -> int:
    """Open the app at home, or in a session; answers its exit code."""
    return _open(given.folders, given, session)


def run_demo(given: Given) -> int:
    """Open the app in a copy of the example meeting, which is gone when the app ends."""
    with tempfile.TemporaryDirectory(prefix="overleg-", ignore_cleanup_errors=True) as folder:
        folders = Folders.at(Path(folder))
        return _open(folders, given, open_example(folders).session.id)


def _open(folders: Folders, given: Given, session: str | None) -> int:
    from overleg import tui

    return tui.run(folders, given.language, given.clock, session, settings.load(given.folders.home))
