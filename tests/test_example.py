"""The example meeting, line by line, as the chair typed it: what comes of it is what the design says."""

import json
import re
from collections import Counter
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from overleg.cli.main import run
from overleg.desk.example import open_example
from overleg.desk.folders import Folders
from overleg.store.example import read_example
from tests.word.audits import faults
from tools.example import plan

EXAMPLE = "2027-01-14-warnsveld-houdt-zorg"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("OVERLEG_HOME", str(tmp_path))
    monkeypatch.setenv("OVERLEG_LANGUAGE", "nl")
    return tmp_path


@pytest.fixture
def replayed(home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Any:
    """The meeting as `overleg new` and `overleg add` make it, printed by `overleg show`."""
    example = read_example()
    monkeypatch.setenv("OVERLEG_NOW", example.typed()[0][0].isoformat())
    assert run(["new", *plan(example)]) == 0
    for moment, line in example.typed():
        monkeypatch.setenv("OVERLEG_NOW", moment.isoformat())
        assert run(["add", EXAMPLE, line]) == 0, line
    return printed(capsys, "show", EXAMPLE, "--format", "json")


def printed(capsys: pytest.CaptureFixture[str], *arguments: str) -> Any:
    capsys.readouterr()
    assert run(list(arguments)) == 0
    return json.loads(capsys.readouterr().out)


def by_ref(session: Any) -> dict[str, Any]:
    return {entry["ref"]: entry for entry in session["entries"]}


def test_all_lines_are_there() -> None:
    assert len(read_example().lines) == 43


def test_every_kind_and_party_has_its_number_of_entries(replayed: Any) -> None:
    entries = replayed["entries"]
    assert len(entries) == 33
    assert Counter(entry["kind"] for entry in entries) == {
        "goal": 4,
        "role": 1,
        "boundary": 1,
        "expectation": 6,
        "offer": 2,
        "commitment": 3,
        "decision": 1,
        "action": 3,
        "bottleneck": 1,
        "strength": 2,
        "agreement": 1,
        "parked": 1,
        "note": 7,
    }
    said_by = Counter("all" if entry["for_all"] else entry["parties"][0] for entry in entries)
    assert said_by == {"ZOR": 11, "WIJ": 10, "GEM": 8, "all": 4}
    assert sum(entry["answer"] is not None for entry in entries if entry["kind"] == "expectation") == 6
    assert sum(len(entry["endorsements"]) for entry in entries) == 9


def test_everything_stands_as_it_should(replayed: Any) -> None:
    entries = by_ref(replayed)
    states = {ref: entry["status"] for ref, entry in entries.items()}
    assert states["B-001"] == "taken"
    assert states["F-001"] == "in_force"
    assert {states[f"V-00{n}"] for n in range(1, 7)} == {"answered"}
    assert [states[f"A-00{n}"] for n in (1, 2, 3)] == ["open"] * 3
    assert [states[f"T-00{n}"] for n in (1, 2, 3)] == ["made"] * 3
    assert {each["party"] for each in entries["D-004"]["endorsements"]} == {"GEM", "ZOR", "WIJ"}
    assert entries["T-001"]["reservation"] == {"body": "college", "until": "2027-02-09", "confirmed_at": None}
    assert entries["K-001"]["severity"] == 5
    assert entries["A-001"]["person"] == entries["A-001"]["owner"] == "Bep Lammers"
    assert entries["F-001"]["due"] == entries["F-001"]["review_on"] == "2027-04-01"
    assert [link["ref"] for link in entries["A-001"]["links"]] == ["B-001", "V-006"]


def test_what_is_sensitive_is_marked(replayed: Any) -> None:
    classes = {entry["ref"]: entry["sensitivity"] for entry in replayed["entries"]}
    assert {ref: each for ref, each in classes.items() if each != "none"} == {
        **dict.fromkeys(("K-001", "N-003", "T-003", "V-004", "A-002"), "finance"),
        "N-004": "strategy",
    }


def test_every_entry_has_the_fields_that_other_programs_read(replayed: Any) -> None:
    for entry in replayed["entries"]:
        assert {"ref", "kind", "parties", "text", "status", "sensitivity", "born_in", "due"} <= entry.keys()
        assert entry["born_in"] == replayed["id"] == EXAMPLE
        assert set(entry["parties"]) <= {"GEM", "ZOR", "WIJ"}


def test_every_step_was_held_and_the_next_meeting_is_planned(replayed: Any) -> None:
    assert [item["status"] for item in replayed["agenda"]] == ["done"] * 8 + ["active"]
    assert replayed["next"] == {"date": "2027-02-11", "start": "19:30", "place": ""}


def test_the_matrix_is_filled_and_answered(replayed: Any, capsys: pytest.CaptureFixture[str]) -> None:
    matrix = printed(capsys, "matrix", EXAMPLE, "--format", "json")
    cells = {
        (a, b): [(each["ref"], each["answer"]) for each in cell]
        for a, row in matrix.items()
        for b, cell in row.items()
    }
    assert cells == {
        ("GEM", "ZOR"): [("V-005", "accept")],
        ("GEM", "WIJ"): [("V-006", "accept")],
        ("ZOR", "GEM"): [("V-004", "discuss")],
        ("ZOR", "WIJ"): [("V-003", "decline"), ("O-002", None)],
        ("WIJ", "GEM"): [("V-002", "accept")],
        ("WIJ", "ZOR"): [("V-001", "discuss"), ("O-001", None)],
    }


def test_the_example_of_the_app_is_the_same_meeting(replayed: Any, tmp_path: Path) -> None:
    opened = open_example(Folders.at(tmp_path / "elsewhere")).path
    assert opened.read_bytes() == (tmp_path / "sessions" / f"{EXAMPLE}.json").read_bytes()


def test_the_example_in_the_checkout_is_up_to_date(checkout: Path, tmp_path: Path) -> None:
    """`make example` makes it anew."""
    made = open_example(Folders.at(tmp_path)).path
    assert (checkout / "sessions" / made.name).read_bytes() == made.read_bytes()


class TestItsMinutes:
    FORBIDDEN = ("410.000", "reserve", "boete", "verdeelde raad", "garantie", "huurcontract")

    def text(self, home: Path, document: str, variant: str) -> str:
        target = home / f"{document}-{variant}.txt"
        options = ["--variant", variant, "--output", str(target)]
        assert run(["export", EXAMPLE, document, *options]) == 0
        return target.read_text(encoding="utf-8")

    @pytest.mark.parametrize("document", ["minutes", "agreements"])
    def test_hold_nothing_sensitive_in_the_open_variant(
        self, replayed: Any, home: Path, document: str
    ) -> None:
        open_text = self.text(home, document, "open").lower()
        assert [word for word in self.FORBIDDEN if word in open_text] == []
        closed_text = self.text(home, document, "closed").lower()
        assert "vertrouwelijk" in closed_text

    @pytest.mark.parametrize("document", ["minutes", "agreements"])
    @pytest.mark.parametrize("variant", ["open", "closed"])
    def test_are_valid_word_and_open_ones_hold_nothing_sensitive_anywhere_in_the_package(
        self, replayed: Any, home: Path, document: str, variant: str
    ) -> None:
        target = home / f"{document}.docx"
        assert run(["export", EXAMPLE, document, "--variant", variant, "--output", str(target)]) == 0
        assert faults(target) == []
        with ZipFile(target) as package:
            # Word's own mark for spaces has one of the words in it.
            parts = [package.read(name).replace(b'xml:space="preserve"', b"") for name in package.namelist()]
        found = [
            word
            for word in self.FORBIDDEN
            for encoding in ("utf-8", "utf-16-le")
            if any(word.encode(encoding) in part.lower() for part in parts)
        ]
        assert found == [] or variant == "closed"

    def test_hold_everything_in_the_closed_variant(self, replayed: Any, home: Path) -> None:
        closed = " ".join(self.text(home, "minutes", "closed").lower().split())
        assert [word for word in self.FORBIDDEN if word not in closed] == []

    def test_say_per_item_how_much_was_left_out(self, replayed: Any, home: Path) -> None:
        counted: dict[str, int] = {}
        item = ""
        for line in self.text(home, "minutes", "open").splitlines():
            heading = re.fullmatch(r"\d\. (.+)", line)
            left_out = re.fullmatch(r"(\d) vertrouwelijke? punt(?:en)? niet opgenomen\.", line)
            item = heading[1] if heading else item
            if left_out and item:
                counted[item] = int(left_out[1])
            if line.startswith("9. "):
                break
        assert counted == {"De aanleiding": 1, "Open kaart": 2, "Omgekeerd helpen": 2, "Vastleggen": 1}

    def test_name_what_was_decided_and_promised(self, replayed: Any, home: Path) -> None:
        text = self.text(home, "minutes", "open")
        for ref in ("B-001", "T-001", "T-002", "A-001", "A-003"):
            assert ref in text
        assert "A-002" not in text
        assert "onder voorbehoud" in text.lower()
