"""A program that kills itself at every call of a save, one process for each, and reports what was left.

Run by the tests in a process of its own, which has no threads and so can be forked:
``python -m tests.faults.kill_everywhere overleg|tinydb FOLDER``.
"""

import json
import os
import shutil
import signal
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple
from unittest.mock import patch

from tinydb import TinyDB, storages

from overleg.domain.model import Session
from overleg.errors import StoreError
from overleg.store.sessionfile import SessionFile
from tests.faults.system_calls import count, watched
from tests.store.sessions import NAME, a_session, longer

ENTRIES = 9
"""The tenth makes counters and revision a digit longer, so everything behind them shifts."""


class Way(NamedTuple):
    """A way to save one entry more, and to see how many there are; what does not open raises."""

    save: Callable[[Path], None]
    entries: Callable[[Path], int]


def _save_by_overleg(path: Path) -> None:
    file = SessionFile(path)
    with file.lock():
        file.save(longer(file.load()))


def _entries_by_overleg(path: Path) -> int:
    return len(SessionFile(path).load().entries)


def _save_by_tinydb(path: Path) -> None:
    """The same change, by the library as it comes."""
    python_open = import_module("_pyio").open  # whose calls of the system can be seen, other than C's
    with patch.object(storages, "open", python_open, create=True), TinyDB(path) as database:
        entries = database.table("entries").all()
        database.table("session").update({"revision": ENTRIES + 1, "counters": {"action": ENTRIES + 1}})
        database.table("entries").insert(dict(entries[-1]) | {"ref": f"A-{ENTRIES + 1:03}"})


def _entries_by_tinydb(path: Path) -> int:
    with TinyDB(path) as database:
        return len(database.table("entries"))


WAYS = {
    "overleg": Way(_save_by_overleg, _entries_by_overleg),
    "tinydb": Way(_save_by_tinydb, _entries_by_tinydb),
}


def main(name: str, folder: Path) -> dict[str, int]:
    """How many processes were killed, and how many of the files they left were as they should be."""
    way = WAYS[name]
    way.save(_fresh(folder))  # once before, so that no import is counted
    path = _fresh(folder)
    points = count(lambda: way.save(path))
    figures = {"killed": 0, "readable": 0, "acknowledged": 0, "lost": 0, "mixed": 0, "stuck": 0}
    for half in (False, True):
        for point in range(points + 1):
            _fresh(folder)
            _judge(way, path, _killed(way, path, point, half), figures)
    return figures


def _fresh(folder: Path) -> Path:
    shutil.rmtree(folder, ignore_errors=True)
    path = folder / f"{NAME}.json"
    SessionFile.create(path, _before())
    return path


def _before() -> Session:
    session = a_session(0)
    for _ in range(ENTRIES):
        session = longer(session)
    return session


def _killed(way: Way, path: Path, point: int, half: bool) -> bool:
    """Saves in a process that ends without a word at that call; whether it still said "saved"."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        with watched(_last_at(point, half)):
            way.save(path)
        os.write(writing, b"saved")
        os.kill(os.getpid(), signal.SIGKILL)
    os.close(writing)
    acknowledged = os.read(reading, 5) == b"saved"
    os.close(reading)
    os.waitpid(child, 0)
    return acknowledged


def _last_at(point: int, half: bool) -> Callable[[str, tuple[Any, ...]], None]:
    left = point
    write = os.write

    def before(name: str, args: tuple[Any, ...]) -> None:
        nonlocal left
        if left == 0:
            if half and name == "write":
                write(args[0], bytes(args[1])[: len(args[1]) // 2])
            os.kill(os.getpid(), signal.SIGKILL)
        left -= 1

    return before


def _judge(way: Way, path: Path, acknowledged: bool, figures: dict[str, int]) -> None:
    figures["killed"] += 1
    figures["acknowledged"] += acknowledged
    try:
        entries = way.entries(path)
    except (StoreError, ValueError):
        figures["lost"] += acknowledged
        return
    figures["readable"] += 1
    figures["lost"] += acknowledged and entries == ENTRIES
    figures["mixed"] += entries not in (ENTRIES, ENTRIES + 1)
    figures["stuck"] += not _goes_on(way, path, entries)


def _goes_on(way: Way, path: Path, entries: int) -> bool:
    """Whether the next program can simply save, and leaves nothing half-written behind."""
    way.save(path)
    leftovers = [name for name in os.listdir(path.parent) if name.endswith(".tmp")]
    return way.entries(path) == entries + 1 and not leftovers


if __name__ == "__main__":
    print(json.dumps(main(sys.argv[1], Path(sys.argv[2]))))
