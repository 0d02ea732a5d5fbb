"""`overleg check`: what the meeting may want to look at, as a table, as JSON and as CSV."""

import csv
import io

import pytest

from tests.cli.conftest import Overleg


@pytest.fixture
def held(meeting: str, overleg: Overleg) -> str:
    said = overleg("add", meeting, "/stap worth", "v WIJ>ZOR: Scholing &scholing", "a GEM/Ruud: =bellen")
    assert said.code == 0, said.err
    return meeting


def test_prints_what_other_programs_read(held: str, overleg: Overleg) -> None:
    said = overleg("check", held, "--format", "json")
    assert said.code == 0
    (finding,) = [each for each in said.data if each["check"] == "expectation_unanswered"]
    assert finding == {
        "check": "expectation_unanswered",
        "level": "warn",
        "core": True,
        "refs": ["V-001"],
        "parties": ["ZOR"],
        "message": overleg_says(overleg, held, "expectation_unanswered"),
        "step": "reverse",
    }


def overleg_says(overleg: Overleg, session: str, check: str) -> str:
    """The sentence of a check as the list in CSV has it."""
    rows = list(csv.reader(io.StringIO(overleg("check", session, "--format", "csv").out), delimiter=";"))
    return next(row[3] for row in rows if row[4] == check)


def test_names_the_parties_in_its_sentences(held: str, overleg: Overleg) -> None:
    sentence = overleg_says(overleg, held, "expectation_unanswered")
    assert all(part in sentence for part in ("ZorgOrg", "V-001", "Vereniging WijWarnsveld"))


def test_speaks_the_language_of_the_screen(
    held: str, overleg: Overleg, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OVERLEG_LANGUAGE", "en")
    assert overleg_says(overleg, held, "action_no_due") == "Action A-001: when is it done?"


def test_shows_a_table_in_which_every_finding_has_its_line(
    held: str, overleg: Overleg, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "160")
    said = overleg("check", held)
    assert said.code == 0
    checks = [each["check"] for each in overleg("check", held, "--format", "json").data]
    assert [line.split()[-1] for line in said.out.splitlines()[2:]] == checks


def test_says_so_when_there_is_nothing(overleg: Overleg) -> None:
    overleg("new", "Tafel", "--date", "2027-03-01")
    assert overleg("check", ".", "--format", "json").data == []
    assert len(overleg("check", ".", "--format", "csv").out.splitlines()) == 1
    assert len(overleg("check", ".").out.splitlines()) == 1


def test_of_a_meeting_that_is_not_there_is_refused(meeting: str, overleg: Overleg) -> None:
    said = overleg("check", "onzin", "--format", "json")
    assert (said.code, said.out) == (1, "")
