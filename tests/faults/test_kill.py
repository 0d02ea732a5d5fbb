"""A program that is killed at any moment: the file opens, and what it said was saved is in it."""

import json
import os
import random
import subprocess
import sys
from pathlib import Path

import pytest

from overleg.store.sessionfile import SessionFile
from tests.store.sessions import LONG, NAME, a_session

KILLS = 300 if LONG else 8

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="only where a process can be forked")


def test_a_file_opens_with_all_that_was_saved_whenever_a_save_is_killed(
    tmp_path: Path, checkout: Path
) -> None:
    figures = killed_everywhere("overleg", tmp_path, checkout)
    killed, survived = figures["killed"], figures["survived"]
    print(f"killed at every call of a save: survived {survived}/{killed}, lost {figures.get('lost', 0)}")
    assert killed > 40
    assert figures["acknowledged"] > 0
    assert figures == {"killed": killed, "survived": killed, "acknowledged": figures["acknowledged"]}


def test_the_same_kills_ruin_the_file_of_the_storage_that_writes_in_place(
    tmp_path: Path, checkout: Path
) -> None:
    """If they did not, the test above would say nothing."""
    figures = killed_everywhere("tinydb", tmp_path, checkout)
    print(f"the same on TinyDB's own storage: {figures}")
    assert figures["unreadable"] > 0
    assert figures["mixed"] > 0


def test_a_program_killed_while_it_works_has_kept_all_it_said_it_kept(tmp_path: Path, checkout: Path) -> None:
    path = tmp_path / f"{NAME}.json"
    SessionFile.create(path, a_session(0))
    lost = [killed_after(count, path, checkout) for count in random.Random(1).choices(range(1, 40), k=KILLS)]
    print(f"killed while working: readable {len(lost)}/{KILLS}, lost {sum(lost)}")
    assert lost == [0] * KILLS


def killed_after(entries: int, path: Path, checkout: Path) -> int:
    """How many entries are gone of a program that is killed as soon as it has said so many."""
    command = (sys.executable, "-m", "tests.faults.children", "talk", path)
    with subprocess.Popen(command, cwd=checkout, stdout=subprocess.PIPE, text=True) as program:
        assert program.stdout is not None
        for _ in range(entries - 1):
            program.stdout.readline()
        said = int(program.stdout.readline())
        program.kill()
    return max(0, said - len(SessionFile(path).load().entries))


def killed_everywhere(way: str, folder: Path, checkout: Path) -> dict[str, int]:
    done = subprocess.run(
        [sys.executable, "-m", "tests.faults.kill_everywhere", way, str(folder / "sessions")],
        cwd=checkout,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    figures: dict[str, int] = json.loads(done.stdout)
    return figures
