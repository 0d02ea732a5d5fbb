"""The app, with a log of what it acknowledged: ``python -m tests.faults.watched_app HOME SESSION LOG``.

Every line of the log is JSON: a place that was shown, or what was done at a desk and the numbers of the
entries on its disk after that.
"""

import json
import sys
from collections.abc import Callable
from datetime import datetime
from functools import wraps
from pathlib import Path
from typing import Any
from unittest.mock import patch

from overleg import tui
from overleg.desk.folders import Folders
from overleg.desk.workbench import Desk
from overleg.domain.choices import Language

NOW = datetime(2027, 1, 14, 21, 10)
DONE_AT_A_DESK = ("make", "undo", "redo")


def run(home: Path, session: str, log: Path) -> int:
    """Open the app in a session, and write what happens to the log; answers its exit code."""
    from overleg.tui.app import OverlegApp

    with log.open("a", encoding="utf-8") as file:

        def say(**what: object) -> None:
            file.write(json.dumps(what) + "\n")
            file.flush()

        def place_shown(app: Any, screen: Any, *rest: Any, **options: Any) -> Any:
            say(place=getattr(screen, "PLACE", type(screen).__name__))
            return push(app, screen, *rest, **options)

        push = OverlegApp.push_screen
        patches = [patch.object(Desk, name, _logged(getattr(Desk, name), say)) for name in DONE_AT_A_DESK]
        for each in (*patches, patch.object(OverlegApp, "push_screen", place_shown)):
            each.start()
        return tui.run(Folders.at(home), Language.EN, lambda: NOW, session)


def _logged(method: Callable[..., Any], say: Callable[..., None]) -> Callable[..., Any]:
    @wraps(method)
    def logged(desk: Desk, *arguments: Any) -> Any:
        done = method(desk, *arguments)
        if desk.trouble is None and desk.path.exists():  # a meeting that is being set up has no file
            refs = [entry.ref for entry in desk.session.entries]
            say(did=method.__name__, file=desk.path.name, refs=refs)
        return done

    return logged


if __name__ == "__main__":
    sys.exit(run(Path(sys.argv[1]), sys.argv[2], Path(sys.argv[3])))
