"""Whatever call of the system fails, once or from then on: the last good file stays, and one can go on."""

import errno
import itertools
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from overleg.errors import StoreError
from overleg.store import sessionfile
from overleg.store.sessionfile import SessionFile
from tests.faults.system_calls import Before, count, watched
from tests.store.sessions import NAME, a_session, longer

ERRORS = (errno.EIO, errno.ENOSPC, errno.EACCES)


@pytest.fixture(autouse=True)
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """A lock that cannot be had is not waited for."""
    monkeypatch.setattr(sessionfile, "PATIENCE", 0.05)


def test_a_save_that_fails_leaves_the_last_good_file_and_can_be_done_again(tmp_path: Path) -> None:
    wrong = []
    faults = 0
    for error, point, for_good in every_fault(tmp_path):
        faults += 1
        if complaint := save_with_fault(tmp_path / str(faults), failing(error, point, for_good)):
            wrong.append((errno.errorcode[error], point, for_good, complaint))
    print(f"an error at every call of a save: faults {faults}, wrong {len(wrong)}")
    assert faults > 200
    assert wrong == []


def test_opening_where_a_call_fails_says_so_in_a_sentence_and_writes_nothing(tmp_path: Path) -> None:
    path = tmp_path / f"{NAME}.json"
    SessionFile.create(path, a_session())
    before = path.read_bytes()
    calls = count(lambda: SessionFile(path).load())
    for error in ERRORS:
        for point in range(calls):
            with watched(failing(error, point, for_good=True)), pytest.raises(StoreError) as refused:
                SessionFile(path).load()
            assert refused.value.hint
    print(f"an error at every call of opening: faults {calls * len(ERRORS)}, wrong 0")
    assert (path.read_bytes(), sorted(os.listdir(tmp_path))) == (before, [path.name])


def every_fault(folder: Path) -> Iterator[tuple[int, int, bool]]:
    file = SessionFile.create(folder / "0" / f"{NAME}.json", a_session())
    calls = count(lambda: save(file))
    return itertools.product(ERRORS, range(calls), (False, True))


def failing(error: int, point: int, for_good: bool) -> Before:
    """Fails that call, the first being number 0, and those after it if `for_good`."""
    made = 0

    def before(name: str, args: tuple[Any, ...]) -> None:
        nonlocal made
        made += 1
        if made == point + 1 or (for_good and made > point):
            raise OSError(error, os.strerror(error))

    return before


def save(file: SessionFile) -> None:
    with file.lock():
        if not file.has_moved_on():
            file.save(longer(file.session))


def save_with_fault(folder: Path, fault: Before) -> str:
    """What was not as it should be when a save met that fault; empty when all was."""
    file = SessionFile.create(folder / f"{NAME}.json", a_session())
    before, after = file.session, longer(file.session)
    try:
        with watched(fault):
            save(file)
        saved = True
    except StoreError:
        saved = False
    on_disk = SessionFile(file.path).load()
    if on_disk not in (before, after) or (saved and on_disk != after):
        return "the file holds something else"
    if file.session != (after if saved else before):
        return "memory was not taken back"
    if not saved:
        save(file)
    if file.has_moved_on() or SessionFile(file.path).load() != after:
        return "saving again did not work"
    return ""
