"""`overleg next`: the next meeting of a series."""

from pathlib import Path

import pytest

from tests.cli.conftest import NAME, Overleg

NEXT = "2027-02-11-warnsveld"


@pytest.fixture
def closed(meeting: str, overleg: Overleg) -> str:
    """The meeting with two actions, one of them done, and the next day set."""
    lines = ("a GEM: bellen @Ruud ^2027-01-20", "a ZOR: mailen", "*A-002 klaar", "/volgende 11-2 19:30")
    said = overleg("add", meeting, *lines, "/sluit")
    assert said.code == 0, said.err
    return meeting


def test_prints_the_id_of_a_meeting_with_what_is_open(closed: str, overleg: Overleg) -> None:
    said = overleg("next", closed)
    assert (said.code, said.out.strip(), said.err) == (0, NEXT, "")
    session = overleg("show", NEXT, "--format", "json").data
    (bellen,) = [each for each in session["entries"] if each["ref"] == "A-001"]
    assert (bellen["born_in"], bellen["due"], bellen["carried"]) == (NAME, "2027-01-20", 0)
    assert (session["number"], session["status"], session["adopts"]["session"]) == (2, "planned", NAME)


def test_leaves_the_closed_meeting_byte_for_byte(closed: str, overleg: Overleg, home: Path) -> None:
    file = home / "sessions" / f"{closed}.json"
    before = file.read_bytes()
    overleg("next", closed)
    assert file.read_bytes() == before


def test_moves_the_one_that_is_planned_and_makes_no_other(closed: str, overleg: Overleg) -> None:
    overleg("next", closed)
    assert overleg("next", closed, "--date", "18-2", "--start", "20:00").out.strip() == NEXT
    rows = overleg("list", "--format", "json").data
    assert [(row["number"], row["date"], row["start"]) for row in rows] == [
        (1, "2027-01-14", "19:30"),
        (2, "2027-02-18", "20:00"),
    ]


def test_says_that_no_day_was_set(meeting: str, overleg: Overleg) -> None:
    said = overleg("--language", "en", "next", meeting)
    assert (said.code, said.out.strip()) == (0, NEXT)
    assert said.err.strip() == "No day was set yet; until then it stands at Thursday 11 February 2027."


@pytest.mark.parametrize(
    ("options", "code"),
    [
        (("--date", "2027-02-30"), 2),
        (("--date", "gauw"), 2),
        (("--start", "25:00"), 2),
        (("--date", "2027-01-01"), 1),
    ],
)
def test_refuses_what_is_not_clear_and_makes_nothing(
    meeting: str, overleg: Overleg, options: tuple[str, ...], code: int
) -> None:
    said = overleg("next", meeting, *options)
    assert (said.code, said.out) == (code, "")
    assert len(said.err.strip().splitlines()) == 1
    assert len(overleg("list", "--format", "json").data) == 1


@pytest.mark.parametrize("line", ["/sluit", "/close"])
def test_is_what_closing_does_too(meeting: str, overleg: Overleg, home: Path, line: str) -> None:
    said = overleg("--language", "en", "add", meeting, "a GEM: bellen", "/volgende 11-2 19:30", line)
    assert (said.code, said.out.splitlines()[-1]) == (0, "The meeting is closed")
    assert said.err.strip() == "The next meeting is ready: Thu 11 Feb 2027 19:30."
    files = {path: path.read_bytes() for path in home.glob("sessions/*.json")}
    assert [path.stem for path in sorted(files)] == [NAME, NEXT]
    again = overleg("--language", "en", "add", meeting, line)
    assert (again.code, again.out, again.err) == (0, "The meeting is closed\n", said.err)
    assert overleg("next", meeting).out.strip() == NEXT
    assert {path: path.read_bytes() for path in home.glob("sessions/*.json")} == files


def test_by_closing_says_that_no_day_was_set(meeting: str, overleg: Overleg) -> None:
    said = overleg("--language", "en", "add", meeting, "/close")
    assert said.err.splitlines() == [
        "The next meeting is ready: Thu 11 Feb 2027 19:30.",
        "No day was set yet; until then it stands at Thursday 11 February 2027.",
    ]


def test_of_a_practice_is_a_practice(overleg: Overleg) -> None:
    overleg("new", "Oefening", "--date", "2027-01-14", "--practice", "--party", "GEM=Gemeente")
    assert overleg("add", "2027-01-14-oefening", "a GEM: bellen", "/sluit").code == 0
    assert [row["practice"] for row in overleg("list", "--format", "json").data] == [True, True]


def test_is_not_there_where_a_later_meeting_was_held_and_closing_says_so(
    meeting: str, overleg: Overleg
) -> None:
    overleg("next", meeting)
    overleg("add", NEXT, "/hervat")
    said = overleg("--language", "en", "add", meeting, "/close")
    assert (said.code, said.out) == (1, "The meeting is closed\n")
    assert "Meeting 2 of this series has been held already." in said.err


def test_is_refused_after_a_later_meeting(closed: str, overleg: Overleg) -> None:
    overleg("next", closed)
    overleg("add", NEXT, "/stap review")
    said = overleg("--language", "en", "next", closed)
    assert said.code == 1
    assert f"overleg next {NEXT}" in said.err


def test_lists_a_carried_action_once(closed: str, overleg: Overleg) -> None:
    overleg("next", closed)
    overleg("add", NEXT, "*A-001 bezig ^2027-03-01")
    rows = overleg("actions", "--all", "--format", "json").data
    assert [(row["ref"], row["status"], row["session"]) for row in rows] == [
        ("A-001", "busy", NEXT),
        ("A-002", "done", NEXT),
    ]
