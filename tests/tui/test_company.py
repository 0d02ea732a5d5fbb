"""Two at one table: who else is in, and what they type."""

import subprocess
import sys
from collections.abc import Iterator

import pytest

from overleg.desk.folders import Folders
from overleg.desk.workbench import Desk, open_session
from overleg.domain.choices import Language
from overleg.tui.app import OverlegApp
from tests.tui.conftest import clock
from tests.tui.terminal import Sitting, sitting

_SITS = """
import sys
from pathlib import Path
from overleg.store import lease

lease.hold(Path(sys.argv[1]))
print("in", flush=True)
sys.stdin.readline()
lease.release(Path(sys.argv[1]))
"""


@pytest.fixture
def secretary(desk: Desk) -> Iterator["subprocess.Popen[str]"]:
    """Another program that has the session open, until it reads a line or is killed."""
    command = [sys.executable, "-c", _SITS, str(desk.path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as program:
        assert program.stdout is not None
        assert program.stdout.readline() == "in\n"
        yield program
        program.kill()


async def test_who_else_is_in_stands_on_the_screen_until_they_leave(
    live: Sitting, secretary: "subprocess.Popen[str]"
) -> None:
    await live.sees("This meeting is open in another window since")
    secretary.communicate("go\n")
    await live.no_longer_sees("open in another window")


async def test_a_program_that_was_killed_is_no_company(
    live: Sitting, secretary: "subprocess.Popen[str]"
) -> None:
    await live.sees("This meeting is open in another window since")
    secretary.kill()
    secretary.wait()
    await live.no_longer_sees("open in another window")


async def test_what_the_other_types_is_seen_within_a_second(
    live: Sitting, desk: Desk, folders: Folders
) -> None:
    other = open_session(folders, desk.session.id, clock)
    await live.type("n GEM: ik typ nog")
    other.enter("n WIJ: en ik ook")
    await live.sees("en ik ook", " › n GEM: ik typ nog")
    await live.type("\n")
    await live.sees("N-002")
    other.refresh()
    assert [entry.text for entry in other.session.entries] == ["en ik ook", "ik typ nog"]


async def test_it_is_seen_on_the_other_screens_too(folders: Folders, example: Desk) -> None:
    other = open_session(folders, example.session.id, clock)
    async with sitting(OverlegApp(folders, Language.EN, clock, example)) as table:
        await table.sees("F1 Help")
        await table.press("f9")
        await table.sees("9 things are still open.")
        other.enter("f *: [ritme] elk kwartaal een uur")
        await table.no_longer_sees("No rhythm agreed yet")
