"""`overleg import`: a list of actions from a spreadsheet, shown first and recorded when that is asked."""

import csv
import io
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import NAME, Overleg, process

LIST = (
    "Actielijst wijkteam;;;;;\r\n"
    "Nr.;Actie;Partij;Wie;Gereed op;Stand\r\n"
    '1;"Begroting\r\ndelen";ZOR;Hilde;28-1-2027;bezig\r\n'
    "2;=SOM(A1);;Ruud Ketelaar;8 april;\r\n"
    ";;;;;\r\n"
    "3;Folder maken;Politie;Kees;;\r\n"
    "4;Zaal huren;WIJ;;;\r\n"
)


@pytest.fixture
def listed(tmp_path: Path) -> str:
    """The list as Excel saves it, where it is Windows-1252."""
    path = tmp_path / "lijst.csv"
    path.write_bytes(LIST.encode("cp1252"))
    return str(path)


def recorded(overleg: Overleg) -> list[tuple[str, str, str, str | None]]:
    rows = overleg("actions", "--all", "--format", "json").data
    return sorted((row["ref"], row["text"], row["person"], row["due"]) for row in rows)


def table(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text), delimiter=";"))


def test_shows_every_row_and_records_nothing(meeting: str, overleg: Overleg, listed: str, home: Path) -> None:
    before = (home / "sessions" / f"{meeting}.json").read_bytes()
    said = overleg("import", listed, "--session", meeting, "--language", "en", "--format", "csv")
    assert said.code == 1
    assert [
        (row["row"], row["party"], row["who"], row["when"], row["remark"]) for row in table(said.out)
    ] == [
        ("3", "ZOR", "Hilde Oosterbaan", "28-01-2027", ""),
        ("4", "GEM", "Ruud Ketelaar", "08-04-2027", "“8 april” is read as 8 April 2027."),
        ("6", "Politie", "Kees", "", "Party “Politie” is unknown. when?"),
        ("7", "WIJ", "", "", "who? when?"),
    ]
    assert said.err.splitlines()[:2] == [
        f"To be recorded in {meeting}: 3; there already: 0; not understood: 1.",
        "Record them with --apply.",
    ]
    assert "Rows that are not understood are left out." in said.err
    assert (home / "sessions" / f"{meeting}.json").read_bytes() == before


def test_records_what_is_understood(meeting: str, overleg: Overleg, listed: str) -> None:
    said = overleg("import", listed, "--session", meeting, "--apply")
    assert said.code == 1
    assert recorded(overleg) == [
        ("A-001", "Begroting delen", "Hilde Oosterbaan", "2027-01-28"),
        ("A-002", "=SOM(A1)", "Ruud Ketelaar", "2027-04-08"),
        ("A-003", "Zaal huren", "", None),
    ]


def test_leaves_nothing_to_be_recorded_twice(meeting: str, overleg: Overleg, listed: str) -> None:
    overleg("import", listed, "--session", meeting, "--apply")
    Path(listed).write_text(LIST.replace("Politie", "Gemeente"), encoding="utf-8-sig")
    said = overleg("import", listed, "--series", "warns", "--apply", "--format", "json")
    assert said.code == 0, said.err
    assert [(row["ref"], row["known"]) for row in said.data] == [
        ("", "A-001"),
        ("", "A-002"),
        ("A-004", ""),
        ("", "A-003"),
    ]
    assert len(recorded(overleg)) == 4


def test_tells_other_programs_what_a_row_is(meeting: str, overleg: Overleg, listed: str) -> None:
    said = overleg("import", listed, "--session", meeting, "--format", "json", "--language", "en")
    first, _, wrong, last = said.data
    assert first == {
        "row": 3,
        "ref": "",
        "text": "Begroting delen",
        "party": "ZOR",
        "parties": ["ZOR"],
        "person": "Hilde Oosterbaan",
        "due": "2027-01-28",
        "status": "busy",
        "note": "",
        "missing": [],
        "problems": [],
        "notices": [],
        "known": "",
        "repeats": None,
    }
    assert wrong["problems"] == ["Party “Politie” is unknown."]
    assert last["missing"] == ["person", "due"]


def test_prints_a_table_with_no_empty_columns(
    meeting: str, overleg: Overleg, listed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "160")
    headings = [
        overleg("import", listed, "--session", meeting, "--language", "en", *more).out.splitlines()[0].split()
        for more in ((), ("--apply",))
    ]
    assert headings == [
        ["row", "what", "party", "who", "when", "state", "remark"],
        ["row", "no.", "what", "party", "who", "when", "state", "remark"],
    ]


def test_names_the_columns_that_it_passes_over(meeting: str, overleg: Overleg, tmp_path: Path) -> None:
    (tmp_path / "lijst.csv").write_text(
        "Prioriteit,Actie,Partij,Wie,Deadline\nhoog,bellen,GEM,Ruud,1-2-2027\n"
    )
    said = overleg("import", str(tmp_path / "lijst.csv"), "--session", ".", "--language", "en")
    assert said.code == 0
    assert "Columns that were not taken over: Prioriteit." in said.err


def test_reads_back_what_the_program_itself_has_listed(
    meeting: str, overleg: Overleg, home: Path, tmp_path: Path
) -> None:
    overleg("add", meeting, "a GEM/Ruud: -5 graden ^2027-02-01", "a ZOR: bellen @Kees", "*A-002 bezig")
    (tmp_path / "lijst.csv").write_text(overleg("actions", "--format", "csv").out)
    overleg("new", "Elders", "--date", "2027-01-20", "--party", "GEM=Gemeente", "--party", "ZOR=ZorgOrg")
    assert overleg("import", str(tmp_path / "lijst.csv"), "--session", meeting).code == 0
    assert overleg("import", str(tmp_path / "lijst.csv"), "--series", "Elders", "--apply").code == 0
    rows = overleg("actions", "--series", "Elders", "--format", "json").data
    assert [(row["party"], row["person"], row["text"], row["due"], row["status"]) for row in rows] == [
        ("GEM", "Ruud Ketelaar", "-5 graden", "2027-02-01", "open"),
        ("ZOR", "Kees", "bellen", None, "busy"),
    ]


def test_lets_no_control_character_reach_the_terminal(meeting: str, overleg: Overleg, tmp_path: Path) -> None:
    (tmp_path / "lijst.csv").write_text("Actie;Wie;Prio\x1b[31m\nrood\x1b[31m\u202e;\x9bRuud\x07;x\n")
    for more in ((), ("--format", "csv"), ("--apply",)):
        said = overleg("import", str(tmp_path / "lijst.csv"), "--session", ".", *more)
        assert not set(said.out + said.err) & {"\x1b", "\x9b", "\u202e", "\x07"}


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"Actie\n\0\n",
        b"een;twee\n1;2\n",
        b'Actie;Wie\n"open;Ruud\n',
        b"PK\x03\x04",
        b"Actie\n" + b"x" * 10_000_000,
    ],
    ids=["empty", "NUL", "no heading", "open quote", "workbook", "10 MB"],
)
def test_refuses_what_is_no_list_in_one_line(
    meeting: str, overleg: Overleg, tmp_path: Path, home: Path, content: bytes
) -> None:
    path = tmp_path / "lijst.csv"
    path.write_bytes(content)
    before = (home / "sessions" / f"{meeting}.json").read_bytes()
    said = overleg("import", str(path), "--session", meeting, "--apply")
    assert (said.code, said.out) == (1, "")
    assert said.err.count("\n") == 1
    assert (home / "sessions" / f"{meeting}.json").read_bytes() == before


@pytest.mark.parametrize(
    ("options", "code"),
    [
        ((), 2),
        (("--session", NAME, "--series", "Warnsveld"), 2),
        (("--session", "onzin"), 1),
        (("--series", "onzin"), 1),
    ],
)
def test_needs_one_meeting(
    meeting: str, overleg: Overleg, listed: str, options: tuple[str, ...], code: int
) -> None:
    said = overleg("import", listed, *options)
    assert (said.code, said.out) == (code, "")
    assert said.err.count("\n") == 1


def test_of_a_closed_meeting_is_refused_with_what_to_do(meeting: str, overleg: Overleg, listed: str) -> None:
    overleg("add", meeting, "/sluit")
    said = overleg("import", listed, "--session", meeting, "--apply")
    assert (said.code, said.out) == (1, "")
    assert f"overleg next {meeting}" in said.err
    assert overleg("import", listed, "--series", "Warnsveld", "--apply").code == 1
    assert len(recorded(overleg)) == 3


def test_works_in_a_process_where_the_locale_knows_only_ascii(meeting: str, listed: str) -> None:
    said = process("import", listed, "--session", meeting, "--apply", LC_ALL="C", PYTHONUTF8="0")
    assert said.returncode == 1
    assert b"Traceback" not in said.stderr
    assert b"A-003" in said.stdout


def test_of_two_processes_at_once_one_records(meeting: str, overleg: Overleg, listed: str) -> None:
    both = [
        subprocess.Popen(
            [sys.executable, "-m", "overleg", "import", listed, "--session", meeting, "--apply"],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        for _ in range(2)
    ]
    assert [(each.communicate(timeout=60), each.returncode)[1] for each in both] == [1, 1]
    assert [row[0] for row in recorded(overleg)] == ["A-001", "A-002", "A-003"]
