"""Minutes on the command line: corrected, adopted, exported, and said how they stand."""

from pathlib import Path

import pytest

from tests.cli.conftest import NAME, Overleg

SECOND = "2027-02-11-warnsveld"


@pytest.fixture
def second(meeting: str, overleg: Overleg, monkeypatch: pytest.MonkeyPatch) -> str:
    """The second meeting, that has begun; the first one is closed."""
    lines = ("/hervat", "n ZOR: tekort van 410.000 !geld", "a GEM: bellen", "/volgende 11-2-2027", "/sluit")
    assert overleg("add", meeting, *lines).code == 0
    assert overleg("next", meeting).out.split()[0].startswith(SECOND)
    monkeypatch.setenv("OVERLEG_NOW", "2027-02-11T19:40")
    assert overleg("add", SECOND, "/hervat").code == 0
    return SECOND


def names(home: Path) -> set[str]:
    return {path.name for path in (home / "exports").rglob("*.txt")}


@pytest.mark.parametrize(
    ("language", "draft", "adopted"),
    [
        ("nl", "2027-01-14-verslag-concept.txt", "2027-01-14-verslag-vastgesteld.txt"),
        ("en", "2027-01-14-minutes-draft.txt", "2027-01-14-minutes-adopted.txt"),
    ],
)
def test_the_draft_stays_beside_the_adopted_version(
    second: str, overleg: Overleg, home: Path, language: str, draft: str, adopted: str
) -> None:
    closed = home / "sessions" / f"{NAME}.json"
    before = closed.read_bytes()
    command = ("export", NAME, "minutes", "--as", "txt", "--language", language)
    assert overleg(*command).out.strip().endswith(draft)
    lines = ("/verslag wijzig GEM: punt 2 'wil' -> 'kan'", "/verslag vaststellen")
    assert overleg("add", second, *lines).code == 0
    made = overleg(*command)
    assert (made.code, Path(made.out.strip()).name) == (0, adopted)
    assert names(home) == {draft, adopted}
    assert "‘wil’" in Path(made.out.strip()).read_text(encoding="utf-8")
    assert closed.read_bytes() == before


def test_what_is_corrected_of_a_confidence_is_for_the_closed_variant(second: str, overleg: Overleg) -> None:
    overleg("add", second, "/verslag wijzig ZOR: bij N-001 '410.000' -> '380.000'", "/verslag vaststellen")
    for variant, is_told in (("open", False), ("closed", True)):
        made = overleg("export", NAME, "minutes", "--as", "txt", "--variant", variant)
        assert ("380.000" in Path(made.out.strip()).read_text(encoding="utf-8")) is is_told


def test_a_damaged_later_meeting_is_told_and_the_draft_is_made(
    second: str, overleg: Overleg, home: Path
) -> None:
    overleg("add", second, "/verslag vaststellen")
    (home / "sessions" / f"{second}.json").write_text("{")
    made = overleg("export", NAME, "minutes", "--as", "txt", "--language", "en")
    assert made.code == 0
    assert made.out.strip().endswith("2027-01-14-minutes-draft.txt")
    assert second in made.err
    assert "this is the draft" in made.err


def test_after_the_adoption_nothing_is_corrected_and_nothing_is_recorded_in_the_closed_meeting(
    second: str, overleg: Overleg
) -> None:
    overleg("add", second, "/verslag vaststellen")
    late = overleg("add", second, "/verslag wijzig GEM: te laat")
    assert (late.code, "al vastgesteld" in late.err) == (1, True)
    again = overleg("add", NAME, "/hervat")
    assert again.code == 1
    assert "gesloten" in again.err


def test_show_says_how_the_minutes_stand(second: str, overleg: Overleg) -> None:
    assert "Minutes: draft, not adopted yet" in overleg("show", NAME, "--language", "en").out
    overleg("add", second, "/verslag vaststellen")
    assert "Minutes: adopted at meeting 2, 11 February 2027" in overleg("show", NAME, "--language", "en").out
    assert "Minutes:" not in overleg("show", second, "--language", "en").out
