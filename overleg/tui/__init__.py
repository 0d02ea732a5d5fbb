"""The app on the table: screens, keys and widgets. The only package that knows Textual.

Importing it costs nothing; `run` loads Textual when there is a terminal to draw on.
"""

import gc
import os
import sys
from collections.abc import Callable
from datetime import datetime

from overleg.desk.folders import Folders
from overleg.desk.workbench import open_session
from overleg.domain.choices import Language
from overleg.errors import Message
from overleg.locale import say
from overleg.settings import Settings

WRONG_USE, INTERNAL = 2, 70

_NO_TERMINAL = Message(
    "The app needs a terminal to draw on. Without one: overleg list, overleg show and overleg export."
)
_CRASHED = Message(
    "Something in overleg itself went wrong, so the app has stopped. Everything that was recorded is on the "
    "disk, and the line you were typing is kept. Start the app again to go on."
)


def run(
    folders: Folders,
    language: Language,
    clock: Callable[[], datetime],
    session: str | None = None,
    settings: Settings | None = None,
) -> int:
    """Open the app at home, or in the session that `session` means; answers its exit code.

    Raises `StoreError` in words where that session cannot be opened, before anything is drawn.
    """
    if not _has_terminal():
        return _complain(_NO_TERMINAL, language, WRONG_USE)
    desk = open_session(folders, session, clock) if session else None
    # Read once by Textual when it is imported. An echo waits for the next frame: at 60 a second that
    # is up to 16 ms for each key.
    os.environ.setdefault("TEXTUAL_FPS", "240")
    # Nothing of what is imported and made until the first paint is garbage; looking for it takes a
    # seventh of the start. The app switches it on again.
    gc.disable()
    from overleg.tui.app import OverlegApp
    from overleg.tui.leaving import Leaving

    app = OverlegApp(folders, language, clock, desk, settings)
    try:
        with Leaving(app.leave) as leaving:
            app.run()
    finally:
        gc.enable()
    if leaving.code is not None:
        return leaving.code
    return _complain(_CRASHED, language, INTERNAL) if app.has_crashed else app.return_code or 0


def _has_terminal() -> bool:
    """Whether the three streams are a terminal, and one that can place text on the screen."""
    streams = (sys.__stdin__, sys.__stdout__, sys.__stderr__)
    if os.environ.get("TERM") == "dumb":
        return False
    return all(stream is not None and not stream.closed and stream.isatty() for stream in streams)


def _complain(message: Message, language: Language, code: int) -> int:
    sys.stderr.write(say(message, language) + "\n")
    return code
