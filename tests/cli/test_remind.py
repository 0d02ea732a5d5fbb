"""`overleg remind`: drafts of mails, one for everybody with something open."""

from email import message_from_bytes
from email.policy import default
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import NAME, Overleg, process

NEXT = "2027-02-11-warnsveld"
SECRET = "GEHEIM"
FEBRUARY = "2027-02-01T09:00"


@pytest.fixture
def held(meeting: str, overleg: Overleg, monkeypatch: pytest.MonkeyPatch) -> str:
    """A closed meeting of which it is February now, with the next one planned."""
    said = overleg(
        *("add", meeting, "a GEM: bellen @Ruud ^2027-01-20", "a ZOR: mailen ^2027-03-01"),
        *(f"a ZOR: {SECRET} !geld", "t WIJ: 12 uur %leden ^2027-02-09", "/volgende 11-2 19:30", "/sluit"),
    )
    assert said.code == 0, said.err
    assert overleg("next", meeting).code == 0
    monkeypatch.setenv("OVERLEG_NOW", FEBRUARY)
    return meeting


def made(overleg: Overleg, *options: str) -> list[Path]:
    said = overleg("remind", *options)
    assert (said.code, said.err) == (0, "")
    return [Path(line) for line in said.out.splitlines()]


def body(path: Path) -> str:
    message: Any = message_from_bytes(path.read_bytes(), policy=default)
    text: str = message.get_body(("plain",)).get_content()
    return text


def with_address(home: Path, name: str, email: str) -> None:
    for path in home.glob("sessions/*.json"):
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace(f'"name":"{name}"', f'"name":"{name}","email":"{email}"'), "utf-8")


def test_writes_a_draft_for_each_party_and_prints_where(held: str, overleg: Overleg, home: Path) -> None:
    paths = made(overleg)
    folder = home / "exports" / "all" / "reminders"
    assert paths == [folder / f"2027-02-01-herinnering-{code}.eml" for code in ("gem", "wij", "zor")]
    assert "A-001 bellen" in body(paths[0])
    assert "T-001 12 uur" in body(paths[1])
    assert all("To" not in message_from_bytes(path.read_bytes()) for path in paths)


def test_tells_nothing_that_is_confidential(held: str, overleg: Overleg, home: Path) -> None:
    for path in made(overleg):
        assert SECRET.encode() not in path.read_bytes()
        assert "A-003" not in body(path)


def test_is_addressed_to_whose_address_is_known(held: str, overleg: Overleg, home: Path) -> None:
    with_address(home, "Ruud Ketelaar", "ruud@gemeente.example")
    (path,) = made(overleg, "--party", "gem")
    assert path.name == "2027-02-01-herinnering-gem-ruud-ketelaar.eml"
    assert message_from_bytes(path.read_bytes())["To"] == "Ruud Ketelaar <ruud@gemeente.example>"


def test_never_overwrites_and_says_the_same_twice(held: str, overleg: Overleg) -> None:
    (one,), (other,) = (made(overleg, "--party", "GEM") for _ in range(2))
    assert other.name == "2027-02-01-herinnering-gem (2).eml"
    assert one.read_bytes() == other.read_bytes()


def test_goes_to_the_folder_of_the_series_or_one_that_is_named(
    held: str, overleg: Overleg, home: Path
) -> None:
    assert {path.parent for path in made(overleg, "--series", "warns")} == {
        home / "exports" / "warnsveld" / "reminders"
    }
    assert {path.parent for path in made(overleg, "--output", str(home / "post"))} == {home / "post"}


def test_can_be_of_what_is_overdue_only(held: str, overleg: Overleg) -> None:
    assert [path.name for path in made(overleg, "--overdue")] == ["2027-02-01-herinnering-gem.eml"]


def test_knows_what_was_done_since(held: str, overleg: Overleg) -> None:
    assert overleg("add", NEXT, "*A-001 klaar").code == 0
    assert [path.name[-7:] for path in made(overleg)] == ["wij.eml", "zor.eml"]


def test_is_in_the_language_that_is_asked_for(held: str, overleg: Overleg) -> None:
    (path,) = made(overleg, "--party", "GEM", "--language", "en")
    assert path.name == "2027-02-01-reminder-gem.eml"
    assert body(path).startswith("Dear people of Gemeente,")


def test_leaves_practice_out(overleg: Overleg) -> None:
    overleg("new", "Oefening", "--date", "2027-01-14", "--practice", "--party", "GEM=Gemeente")
    overleg("add", ".", "a GEM: bellen")
    said = overleg("--language", "en", "remind")
    assert (said.code, said.out) == (0, "")
    assert said.err.strip() == "There is nothing to remind anybody of."


def test_says_what_is_of_nobody(meeting: str, overleg: Overleg) -> None:
    overleg("add", meeting, "a iets doen")
    said = overleg("--language", "en", "remind")
    assert said.out == ""
    assert "1 open item is of no party" in said.err


def test_says_which_meeting_could_not_be_read(held: str, overleg: Overleg, home: Path) -> None:
    (home / "sessions" / "2027-01-20-kapot.json").write_bytes(b"{")
    said = overleg("remind")
    assert (said.code, len(said.out.splitlines())) == (1, 3)
    assert "2027-01-20-kapot" in said.err


@pytest.mark.parametrize("code", ["日本", "../../x", "CON", "A" * 300])
def test_a_name_never_leads_out_of_the_folder(overleg: Overleg, home: Path, code: str) -> None:
    new = overleg("new", "Tafel", "--date", "2027-01-14", "--party", "GEM=Gemeente")
    assert new.code == 0, new.err
    overleg("add", ".", "a GEM: bellen")
    path = next(home.glob("sessions/*.json"))
    path.write_text(path.read_text("utf-8").replace('"code":"GEM"', f'"code":"{code}"'), "utf-8")
    (draft,) = made(overleg)
    assert draft.parent == home / "exports" / "all" / "reminders"
    assert draft.is_file()
    assert len(draft.name) < 100


def test_works_as_a_program(held: str, home: Path) -> None:
    done = process("remind", OVERLEG_HOME=str(home), OVERLEG_NOW=FEBRUARY)
    assert (done.returncode, done.stderr) == (0, b"")
    assert len(done.stdout.splitlines()) == 3
    assert NAME not in done.stdout.decode()
