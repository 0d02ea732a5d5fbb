"""A program that is killed at every call of a save, in a process for each, and says what was left.

Run by the tests in a process of its own, which has no threads and so can be forked:
``python -m tests.faults.kill_everywhere overleg|tinydb FOLDER``.
"""

import json
import os
import shutil
import signal
import sys
from collections import Counter
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any
from unittest.mock import patch

import msgspec
from tinydb import TinyDB, storages

from overleg.errors import StoreError
from overleg.store.decoding import header_fields
from overleg.store.sessionfile import SessionFile
from tests.faults.system_calls import Before, count, watched
from tests.store.sessions import NAME, a_session, longer

BEFORE = a_session(9)
AFTER = longer(BEFORE)
"""The tenth entry makes the counter a digit longer, so everything behind it shifts."""

Save = Callable[[Path], None]


def by_overleg(path: Path) -> None:
    file = SessionFile(path)
    with file.lock():
        file.save(longer(file.load()))


def by_tinydb(path: Path) -> None:
    """The same change, by the library as it comes."""
    python_open = import_module("_pyio").open  # whose calls of the system can be seen, other than C's
    with patch.object(storages, "open", python_open, create=True), TinyDB(path) as database:
        database.table("session").update(msgspec.to_builtins(header_fields(AFTER)))
        database.table("entries").insert(msgspec.to_builtins(AFTER.entries[-1]))


def killed_everywhere(save: Save, folder: Path) -> dict[str, int]:
    """How many processes were killed, and what became of the files they were writing."""
    save(_fresh(folder))  # once before, so that no import is counted
    assert SessionFile(folder / f"{NAME}.json").load() == AFTER
    path = _fresh(folder)
    points = count(lambda: save(path))
    found: Counter[str] = Counter()
    for half in (False, True):
        for point in range(points + 1):
            acknowledged = _killed(save, _fresh(folder), point, half)
            found["killed"] += 1
            found["acknowledged"] += acknowledged
            found[_state(path, acknowledged)] += 1
    return dict(found)


def _fresh(folder: Path) -> Path:
    shutil.rmtree(folder, ignore_errors=True)
    path = folder / f"{NAME}.json"
    SessionFile.create(path, BEFORE)
    return path


def _killed(save: Save, path: Path, point: int, half: bool) -> bool:
    """Saves in a process that ends without a word at that call; whether it still said "saved"."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        with watched(_last_at(point, half)):
            save(path)
        os.write(writing, b"saved")
        os.kill(os.getpid(), signal.SIGKILL)
    os.close(writing)
    acknowledged = os.read(reading, 5) == b"saved"
    os.close(reading)
    os.waitpid(child, 0)
    return acknowledged


def _last_at(point: int, half: bool) -> Before:
    """Kills the program at that call; one that writes has then written nothing, or half."""
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


def _state(path: Path, acknowledged: bool) -> str:
    try:
        session = SessionFile(path).load()
    except StoreError:
        return "unreadable"
    if session not in (BEFORE, AFTER):
        return "mixed"
    if acknowledged and session != AFTER:
        return "lost"
    return "survived" if _goes_on(path, len(session.entries)) else "stuck"


def _goes_on(path: Path, entries: int) -> bool:
    """Whether the next program can simply save, and leaves nothing half-written behind."""
    by_overleg(path)
    leftovers = [name for name in os.listdir(path.parent) if name.endswith(".tmp")]
    return len(SessionFile(path).load().entries) == entries + 1 and not leftovers


if __name__ == "__main__":
    way = {"overleg": by_overleg, "tinydb": by_tinydb}[sys.argv[1]]
    print(json.dumps(killed_everywhere(way, Path(sys.argv[2]))))
