"""`overleg calendar`: what is to come, in a file for a calendar program."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import icalendar
import pytest

from tests.cli.conftest import Overleg, process

NEXT = "2027-02-11-warnsveld"
SECRET = "GEHEIM"


@pytest.fixture
def held(meeting: str, overleg: Overleg) -> str:
    """A closed meeting with an action, a confidential one, and the day of the next meeting."""
    said = overleg(
        *("add", meeting, "a GEM: bellen @Ruud ^2027-01-20", f"a ZOR: {SECRET} !geld ^2027-01-22"),
        *("/volgende 11-2 19:30", "/sluit"),
    )
    assert said.code == 0, said.err
    return meeting


def calendar(overleg: Overleg, *options: str) -> dict[str, Any]:
    """The events of the calendar by their uid."""
    said = overleg("calendar", *options)
    assert (said.code, said.err) == (0, "")
    data = Path(said.out.strip()).read_bytes()
    assert SECRET.encode() not in data
    return {str(event["UID"]): event for event in icalendar.Calendar.from_ical(data).walk("VEVENT")}


def titles(events: dict[str, Any]) -> list[str]:
    return [str(event["SUMMARY"]) for event in events.values()]


def test_has_the_next_meeting_and_the_day_of_every_open_action(held: str, overleg: Overleg) -> None:
    assert titles(calendar(overleg)) == ["A-001 GEM: bellen", "Warnsveld"]


def test_brings_up_to_date_what_a_calendar_has(held: str, overleg: Overleg) -> None:
    before = calendar(overleg)
    assert overleg("next", held, "--date", "18-2", "--start", "20:00").code == 0
    assert overleg("add", NEXT, "*A-001 klaar").code == 0
    after = calendar(overleg)
    assert after.keys() == before.keys()
    assert all(after[uid]["SEQUENCE"] > before[uid]["SEQUENCE"] for uid in before)
    action, meeting = after.values()
    assert (action["STATUS"], action["SUMMARY"]) == ("CANCELLED", "Klaar: A-001 GEM: bellen")
    assert f"{meeting['DTSTART'].dt:%Y-%m-%d %H:%M}" == "2027-02-18 20:00"


def test_goes_to_exports_a_folder_or_a_file_and_never_overwrites(
    held: str, overleg: Overleg, home: Path
) -> None:
    exports = home / "exports"
    (home / "map").mkdir()
    for options, path in (
        ((), exports / "all" / "2027-01-14-agenda.ics"),
        ((), exports / "all" / "2027-01-14-agenda (2).ics"),
        (("--series", "Warnsveld"), exports / "warnsveld" / "2027-01-14-agenda.ics"),
        (("--output", str(home / "map")), home / "map" / "2027-01-14-agenda.ics"),
        (("--output", str(home / "mijn.ics")), home / "mijn.ics"),
        (("--output", str(home / "ook")), home / "ook.ics"),
    ):
        assert overleg("calendar", *options).out.strip() == str(path)
        assert path.is_file()


def test_never_gets_an_ending_that_is_not_its_own(held: str, overleg: Overleg, home: Path) -> None:
    said = overleg("calendar", "--output", str(home / "x.docx"))
    assert (said.code, said.out) == (2, "")
    assert ".ics" in said.err
    assert not (home / "x.docx").exists()


def test_can_be_of_one_party(held: str, overleg: Overleg) -> None:
    assert titles(calendar(overleg, "--party", "wij")) == ["Warnsveld"]


def test_without_anything_to_come_makes_no_file(overleg: Overleg, home: Path) -> None:
    overleg("new", "Oefening", "--date", "2027-03-01", "--practice")
    said = overleg("--language", "en", "calendar")
    assert (said.code, said.out) == (0, "")
    assert said.err.strip() == "There is nothing to put in a calendar."
    assert not (home / "exports").exists()


def test_says_which_meeting_could_not_be_read(held: str, overleg: Overleg, home: Path) -> None:
    (home / "sessions" / "2027-01-20-kapot.json").write_bytes(b"{")
    said = overleg("calendar")
    assert said.code == 1
    assert Path(said.out.strip()).is_file()
    assert "2027-01-20-kapot" in said.err


def test_works_as_a_program(held: str, home: Path) -> None:
    done = process("calendar", OVERLEG_HOME=str(home), OVERLEG_NOW="2027-01-14T19:31")
    assert (done.returncode, done.stderr) == (0, b"")
    assert Path(done.stdout.decode().strip()).is_file()


@pytest.mark.parametrize("arguments", ["calendar --help", "list", "actions", "remind"])
def test_no_other_subcommand_waits_for_the_library(held: str, home: Path, arguments: str) -> None:
    done = process(*arguments.split(), OVERLEG_HOME=str(home), PYTHONPROFILEIMPORTTIME="1")
    assert done.returncode == 0
    assert b"overleg.cli" in done.stderr
    assert b"icalendar" not in done.stderr


def test_importing_it_does_not_wait_for_the_library() -> None:
    source = "import sys, overleg.cli.calendar; print('icalendar' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", source], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
