"""`overleg search`: over all meetings, as a table, as JSON and as CSV, with the history of an entry."""

import csv
import io
from pathlib import Path

import pytest

from overleg.store import shelf
from tests.cli.conftest import NAME, Overleg, process

NEXT = "2027-02-11-warnsveld"


@pytest.fixture(autouse=True)
def held(meeting: str, overleg: Overleg) -> None:
    """Two meetings: an action that went along, one that is confidential, an expectation with its answer."""
    lines = (
        *("a GEM/Ruud: Zoë bellen over de brink ^2027-01-20", "a ZOR: begroting delen !fin"),
        *("v WIJ>ZOR: Scholing", "=V-001 ja: op dinsdag", "/volgende 11-2 19:30", "/sluit"),
    )
    for arguments in (("add", meeting, *lines), ("next", meeting), ("add", NEXT, "*A-001 bezig ^2027-03-01")):
        said = overleg(*arguments)
        assert said.code == 0, said.err


def test_prints_what_other_programs_read(overleg: Overleg) -> None:
    said = overleg("search", "zoe", "brink", "--format", "json")
    assert (said.code, said.err) == (0, "")
    assert said.data == [
        {
            "ref": "A-001",
            "kind": "action",
            "series": "Warnsveld",
            "session": NEXT,
            "number": 2,
            "date": "2027-02-11",
            "item": "",
            "parties": ["GEM"],
            "who": "GEM (Ruud)",
            "snippet": "Zoë bellen over de brink",
            "marks": [[0, 3], [19, 24]],
            "status": "busy",
            "due": "2027-03-01",
            "confidential": False,
            "masked": False,
            "born_in": NAME,
            "born_on": "2027-01-14",
        }
    ]


def test_prints_a_row_for_each_that_is_found(overleg: Overleg) -> None:
    rows = list(csv.reader(io.StringIO(overleg("search", "bellen", "--format", "csv").out), delimiter=";"))
    assert rows[1:] == [
        ["11-02-2027", "Warnsveld", "A-001", "actie", "GEM (Ruud)", "Zoë bellen over de brink"]
    ]
    out = overleg("search", "bellen").out
    assert "A-001" in out
    assert "Zoë bellen" in out


def test_that_finds_nothing_says_so_and_ends_with_one(overleg: Overleg) -> None:
    said = overleg("--language", "en", "search", "nergens")
    assert (said.code, said.out, said.err.strip()) == (1, "", "Nothing was found.")
    said = overleg("search", "nergens", "--format", "json")
    assert (said.code, said.data) == (1, [])
    assert len(overleg("search", "nergens", "--format", "csv").out.splitlines()) == 1


def test_for_nothing_is_wrong_use(overleg: Overleg) -> None:
    for text in ("", '"'):
        said = overleg("search", text)
        assert (said.code, said.out, said.err.count("\n")) == (2, "", 1)
    assert overleg("search").code == 2


def test_tells_of_a_filter_that_it_does_not_understand(overleg: Overleg) -> None:
    said = overleg("search", "kind:onzin")
    assert said.code == 1
    assert "kind:onzin" in said.err


@pytest.mark.parametrize("text", ["begroting", "delen", "ZOR begroting"])
def test_never_finds_by_words_what_is_confidential(overleg: Overleg, text: str) -> None:
    assert overleg("search", text).code == 1
    assert "begroting delen" in overleg("search", text, "--variant", "closed", "--format", "json").out


@pytest.mark.parametrize("sort", ["table", "json", "csv"])
@pytest.mark.parametrize("more", [(), ("--all",), ("--history",)])
def test_masks_what_is_confidential(overleg: Overleg, sort: str, more: tuple[str, ...]) -> None:
    said = overleg("search", "ref:A-002", "--format", sort, *more)
    assert said.code == 0
    assert "A-002" in said.out
    assert "begroting" not in said.out
    assert "geld" not in said.out
    assert "begroting" in overleg("search", "ref:A-002", *more, "--variant", "closed", "--format", "json").out


def test_tells_in_how_many_meetings_it_stood(overleg: Overleg) -> None:
    rows = overleg("search", "brink", "--all", "--format", "json").data
    assert [(row["number"], row["status"]) for row in rows] == [(2, "busy"), (1, "open")]


def test_tells_the_history_of_one_entry(overleg: Overleg) -> None:
    (line,) = overleg("--language", "en", "search", "ref:A-001", "--history", "--format", "json").data
    assert (line["ref"], line["state"]) == ("A-001", "busy")
    assert [(each["number"], each["date"], each["events"]) for each in line["meetings"]] == [
        (1, "2027-01-14", ["Said: Zoë bellen over de brink"]),
        (
            2,
            "2027-02-11",
            [
                "Standing: was open, is now busy",
                "When: was Wed 20 Jan 2027, is now Mon 1 Mar 2027",
            ],
        ),
    ]
    rows = overleg("--language", "en", "search", "ref:A-001", "--history").out.splitlines()[2:]
    assert sum("A-001" in row for row in rows) == 3  # a narrow window breaks a row over lines


def test_leaves_practice_alone(overleg: Overleg) -> None:
    overleg("new", "Oefening", "--date", "2027-03-01", "--practice")
    overleg("add", "2027-03-01", "n brink om te oefenen")
    assert overleg("search", "oefenen").code == 1


def test_finds_in_the_other_files_where_one_is_damaged(overleg: Overleg, home: Path) -> None:
    (home / "sessions" / "2027-09-09-kapot.json").write_bytes(b"{")
    said = overleg("search", "brink", "--format", "json")
    assert (said.code, len(said.data)) == (0, 1)
    assert "2027-09-09-kapot" in said.err


def test_writes_nothing_where_there_are_few_meetings(overleg: Overleg, home: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in home.rglob("*")}
    overleg("search", "brink")
    assert {path: path.stat().st_mtime_ns for path in home.rglob("*")} == before


def test_finds_the_same_with_an_index(overleg: Overleg, monkeypatch: pytest.MonkeyPatch) -> None:
    without = overleg("search", "brink", "--format", "json").out
    monkeypatch.setattr(shelf, "WORTH_AN_INDEX", 1)
    assert [overleg("search", "brink", "--format", "json").out for _ in range(2)] == [without] * 2


def test_lets_no_control_character_reach_the_terminal(overleg: Overleg, home: Path) -> None:
    path = home / "sessions" / f"{NEXT}.json"
    path.write_text(
        path.read_text(encoding="utf-8").replace("brink", "brink\\u001b[31m\\u009b\\u202e"), encoding="utf-8"
    )
    for more in ((), ("--history",), ("--format", "csv")):
        assert not set(overleg("search", "brink", *more).out) & {"\x1b", "\x9b", "\u202e"}


def test_works_as_a_program(meeting: str) -> None:
    assert process("search", "brink").returncode == 0
    assert process("search", "nergens").returncode == 1
    assert process("search", "--", "-brink").returncode == 1
