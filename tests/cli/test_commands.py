"""The subcommands: what they print, and what they answer to what is wrong."""

import csv
import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from overleg import __version__
from tests.cli.conftest import Overleg, process


class TestNew:
    def test_copies_the_form_into_the_agenda(self, meeting: str, overleg: Overleg) -> None:
        session = overleg("show", meeting, "--format", "json").data
        assert [item["step"] for item in session["agenda"]][:3] == ["opening", "case", "open_agenda"]
        assert session["agenda"][0]["planned_minutes"] == 6
        assert (session["status"], session["language"]) == ("planned", "nl")
        assert [party["code"] for party in session["parties"]] == ["GEM", "ZOR", "WIJ"]

    def test_can_have_an_agenda_of_its_own(self, overleg: Overleg) -> None:
        overleg("new", "Tafel", "--date", "2027-03-01", "--item", "Begroting (20 min)", "--item", "Rondvraag")
        agenda = overleg("show", ".", "--format", "json").data["agenda"]
        assert [(item["title"], item["planned_minutes"]) for item in agenda] == [
            ("Begroting", 20),
            ("Rondvraag", None),
        ]

    def test_needs_a_title(self, overleg: Overleg) -> None:
        said = overleg("new", "  ", "--date", "2027-03-01")
        assert said.code == 2
        assert one_sentence(said.err)

    def test_always_makes_what_opens_again(self, overleg: Overleg) -> None:
        groups = ("--group", "senioren", "--group", "Senioren", "--group", "", "--group", "!")
        assert overleg("new", "Tafel", "--date", "2027-03-01", *groups).code == 0
        assert [each["slug"] for each in overleg("show", ".", "--format", "json").data["target_groups"]] == [
            "senioren"
        ]

    def test_keeps_series_in_other_scripts_apart(self, overleg: Overleg) -> None:
        for title in ("日本", "Привет"):
            overleg("new", title, "--date", "2027-03-01")
        assert [row["number"] for row in overleg("list", "--format", "json").data] == [1, 1]

    def test_counts_on_in_a_series(self, overleg: Overleg) -> None:
        for day in ("2027-03-01", "2027-04-01"):
            overleg("new", "Tafel", "--date", day, "--series", "Tafel Zuid")
        overleg("new", "Oefening", "--date", "2027-05-01", "--series", "Tafel Zuid", "--practice")
        numbers = [(row["date"], row["number"]) for row in overleg("list", "--format", "json").data]
        assert numbers == [("2027-03-01", 1), ("2027-04-01", 2), ("2027-05-01", 1)]

    def test_never_takes_the_file_of_another_meeting(self, overleg: Overleg) -> None:
        names = [overleg("new", "Tafel", "--date", "2027-03-01").out.strip() for _ in range(2)]
        assert names == ["2027-03-01-tafel", "2027-03-01-tafel-2"]

    @pytest.mark.parametrize(
        "options",
        [
            ("--date", "2027-02-30"),
            ("--date", "morgenochtend"),
            ("--date", "2027-03-01", "--start", "25:00"),
            ("--date", "2027-03-01", "--form", "onzin"),
            ("--date", "2027-03-01", "--party", "GEM"),
            ("--date", "2027-03-01", "--party", "GEM=Gemeente:planeet"),
            ("--date", "2027-03-01", "--party", "GEM=A", "--party", "GEM=B"),
            ("--date", "2027-03-01", "--person", "XYZ:Ruud"),
            ("--date", "2027-03-01", "--party", "COT=A", "--party", "CÔT=B"),
            ("--date", "2027-03-01", "--start", "20:00", "--end", "19:00"),
            ("--date", "2027-03-01", "--item", " "),
            (),
        ],
    )
    def test_refuses_what_is_not_clear_and_makes_nothing(
        self, overleg: Overleg, home: Path, options: tuple[str, ...]
    ) -> None:
        said = overleg("new", "Tafel", *options)
        assert (said.code, said.out) == (2, "")
        assert one_sentence(said.err)
        assert not list(home.glob("sessions/*.json"))

    @pytest.mark.parametrize(
        "title", ["../../x", "CON", "x" * 300, "日本", "🙂", "a/b\\c", "'t Höltje", "\x1b[31mrood"]
    )
    def test_a_title_never_leads_out_of_the_folder(self, overleg: Overleg, home: Path, title: str) -> None:
        said = overleg("new", title, "--date", "2027-03-01")
        assert said.code == 0, said.err
        assert (home / "sessions" / f"{said.out.strip()}.json").is_file()
        assert [path.name for path in home.iterdir()] == ["sessions"]


class TestSession:
    @pytest.mark.parametrize(
        "named", [".", "2027-01", "2027-01-14-warnsveld", "sessions/2027-01-14-warnsveld.json"]
    )
    def test_goes_by_a_dot_a_beginning_a_name_or_a_path(
        self, meeting: str, overleg: Overleg, home: Path, monkeypatch: pytest.MonkeyPatch, named: str
    ) -> None:
        monkeypatch.chdir(home)
        assert overleg("show", named, "--format", "json").data["id"] == meeting

    def test_that_does_not_exist_is_said_with_what_there_is(self, meeting: str, overleg: Overleg) -> None:
        said = overleg("show", "onzin")
        assert (said.code, said.out) == (1, "")
        assert one_sentence(said.err)
        assert meeting in said.err

    @pytest.mark.parametrize(
        "content", [b"", b"null", b"[1, 2]", b'{"a": 1}', b"\xff\xfe\x00", b'{"session": {"1": {']
    )
    def test_that_is_none_is_refused_and_left_alone(
        self, meeting: str, overleg: Overleg, home: Path, content: bytes
    ) -> None:
        path = home / "sessions" / "2027-09-09-kapot.json"
        path.write_bytes(content)
        for arguments in (
            ("show", "2027-09-09"),
            ("add", "2027-09-09", "n iets"),
            ("export", "2027-09-09", "minutes"),
        ):
            said = overleg(*arguments)
            assert (said.code, said.out) == (1, "")
            assert one_sentence(said.err)
        assert path.read_bytes() == content
        listed = {row["id"]: row["fault"] for row in overleg("list", "--format", "json").data}
        assert listed[meeting] is None
        assert listed["2027-09-09-kapot"]

    def test_that_is_the_only_one_and_damaged_says_what_is_left_of_it(
        self, meeting: str, overleg: Overleg, home: Path
    ) -> None:
        overleg("add", meeting, "n een", "n twee")
        (home / "sessions" / f"{meeting}.json").write_bytes(b"")
        said = overleg("show", ".")
        assert said.code == 1
        assert one_sentence(said.err)
        assert ".backup" in said.err


class TestLists:
    @pytest.fixture(autouse=True)
    def held(self, meeting: str, overleg: Overleg) -> None:
        said = overleg(
            *("add", meeting, "a GEM/Ruud: 1e5 bellen ^2027-01-10", "a ZOR: 007 afmaken ^2027-03-01"),
            *("a WIJ: klaar werk", "*A-003 klaar", "v WIJ>ZOR: Scholing", "=V-001 ja"),
        )
        assert said.code == 0, said.err

    def test_of_actions_says_who_what_when_and_how_late(self, meeting: str, overleg: Overleg) -> None:
        first, second = overleg("actions", "--format", "json").data
        assert first == {
            "ref": "A-001",
            "series": "Warnsveld",
            "session": meeting,
            "party": "GEM",
            "person": "Ruud Ketelaar",
            "text": "1e5 bellen",
            "due": "2027-01-10",
            "status": "open",
            "overdue_days": 4,
            "carried": 0,
            "born_on": "2027-01-14",
        }
        assert second["overdue_days"] == 0

    @pytest.mark.parametrize(
        ("options", "refs"),
        [
            ((), ["A-001", "A-002"]),
            (("--all",), ["A-001", "A-002", "A-003"]),
            (("--overdue",), ["A-001"]),
            (("--party", "zor"), ["A-002"]),
            (("--person", "ruud"), ["A-001"]),
            (("--status", "klaar"), ["A-003"]),
            (("--series", "warns"), ["A-001", "A-002"]),
            (("--series", "elders"), []),
        ],
    )
    def test_of_actions_can_be_narrowed(
        self, overleg: Overleg, options: tuple[str, ...], refs: list[str]
    ) -> None:
        assert [row["ref"] for row in overleg("actions", *options, "--format", "json").data] == refs

    def test_of_actions_skip_a_damaged_file_and_say_so(
        self, meeting: str, overleg: Overleg, home: Path
    ) -> None:
        damaged = (home / "sessions" / f"{meeting}.json").read_text(encoding="utf-8")
        damaged = damaged.replace('"kind":"action"', '"kind":"daad"')
        (home / "sessions" / "2027-02-02-kapot.json").write_text(damaged, encoding="utf-8")
        said = overleg("actions", "--format", "json")
        assert [row["ref"] for row in said.data] == ["A-001", "A-002"]
        assert "2027-02-02-kapot" in said.err

    def test_of_actions_refuse_a_state_that_actions_have_not(self, overleg: Overleg) -> None:
        said = overleg("actions", "--status", "zoek")
        assert (said.code, said.out) == (2, "")
        assert "vervallen" in said.err

    def test_print_numbers_as_they_were_typed(self, overleg: Overleg) -> None:
        out = overleg("actions").out
        assert "1e5 bellen" in out
        assert "007 afmaken" in out

    def test_as_csv_hold_no_formulas(self, meeting: str, overleg: Overleg) -> None:
        overleg("add", meeting, "a GEM: =SOM(A1)")
        rows = list(csv.reader(io.StringIO(overleg("actions", "--format", "csv").out), delimiter=";"))
        assert [row[4] for row in rows][-1] == "'=SOM(A1)"

    def test_write_nothing(self, meeting: str, overleg: Overleg, home: Path) -> None:
        before = {path: path.stat().st_mtime_ns for path in home.rglob("*")}
        for arguments in (
            ("list",),
            ("show", "."),
            ("actions",),
            ("check", "."),
            ("matrix", "."),
            ("forms",),
        ):
            assert overleg(*arguments).code == 0
        assert {path: path.stat().st_mtime_ns for path in home.rglob("*")} == before

    def test_let_no_control_character_reach_the_terminal(self, overleg: Overleg, home: Path) -> None:
        path = next(home.glob("sessions/*.json"))
        path.write_text(
            path.read_text(encoding="utf-8").replace("1e5", "1\\u001b[31m\\u009be5\\u202e"), encoding="utf-8"
        )
        for arguments in (("list",), ("show", "."), ("actions",), ("matrix", ".")):
            assert not set(overleg(*arguments).out) & {"\x1b", "\x9b", "\u202e"}


class TestExport:
    def test_goes_to_the_folder_of_the_series_and_never_overwrites(
        self, meeting: str, overleg: Overleg, home: Path
    ) -> None:
        made = [Path(overleg("export", meeting, "minutes").out.strip()) for _ in range(2)]
        folder = home / "exports" / "warnsveld"
        assert made == [
            folder / "2027-01-14-verslag-concept.docx",
            folder / "2027-01-14-verslag-concept (2).docx",
        ]
        again = overleg("export", meeting, "minutes", "--overwrite")
        assert Path(again.out.strip()) == made[0]
        assert sorted(folder.iterdir()) == sorted(made)

    def test_is_the_same_byte_for_byte(self, meeting: str, overleg: Overleg, home: Path) -> None:
        overleg("add", meeting, "b *: Werkgroep", "+B-001 *")
        one, other = (Path(overleg("export", meeting, "minutes").out.strip()).read_bytes() for _ in range(2))
        assert one == other

    @pytest.mark.parametrize(("as_", "beginning"), [("docx", b"PK"), ("txt", b"Verslag"), ("md", b"Verslag")])
    def test_can_be_word_text_or_markdown(
        self, meeting: str, overleg: Overleg, as_: str, beginning: bytes
    ) -> None:
        made = Path(overleg("export", meeting, "minutes", "--as", as_).out.strip())
        assert made.suffix == f".{as_}"
        assert made.read_bytes().startswith(beginning)

    def test_goes_into_a_folder_or_a_file_that_is_named(
        self, meeting: str, overleg: Overleg, home: Path
    ) -> None:
        assert overleg("export", meeting, "minutes", "--output", str(home / "mijn.md")).code == 0
        assert (home / "mijn.md").is_file()
        (home / "map").mkdir()
        overleg("export", meeting, "minutes", "--output", str(home / "map"))
        assert [path.name for path in (home / "map").iterdir()] == ["2027-01-14-verslag-concept.docx"]

    @pytest.mark.parametrize("options", [("--output", "x.pdf"), ("--output", "x.docx", "--as", "md")])
    def test_never_gets_an_ending_that_is_not_its_own(
        self, meeting: str, overleg: Overleg, options: tuple[str, ...]
    ) -> None:
        said = overleg("export", meeting, "minutes", *options)
        assert said.code == 2
        assert one_sentence(said.err)

    def test_of_an_unknown_document_says_which_there_are(self, meeting: str, overleg: Overleg) -> None:
        said = overleg("export", meeting, "gedicht")
        assert said.code == 2
        assert one_sentence(said.err)
        assert "minutes, actions, agreements" in said.err

    @pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write everywhere")
    def test_to_a_folder_that_cannot_be_written_leaves_nothing(
        self, meeting: str, overleg: Overleg, home: Path
    ) -> None:
        locked = home / "dicht"
        locked.mkdir(mode=0o500)
        said = overleg("export", meeting, "minutes", "--exports", str(locked))
        assert said.code == 1
        assert one_sentence(said.err)

    def test_where_a_file_stands_in_the_way_leaves_nothing(
        self, meeting: str, overleg: Overleg, home: Path
    ) -> None:
        (home / "exports").write_text("geen map")
        said = overleg("export", meeting, "minutes")
        assert (said.code, said.out) == (1, "")
        assert one_sentence(said.err)
        assert (home / "exports").read_text() == "geen map"


class TestTheProgram:
    def test_tells_its_version(self, overleg: Overleg) -> None:
        assert overleg("--version").out == f"overleg {__version__}\n"

    def test_speaks_the_language_that_is_asked_for(self, meeting: str, overleg: Overleg) -> None:
        assert "There is no V-009" in overleg("add", meeting, "=V-009 ja", "--language", "en").err
        assert "Er is geen V-009" in overleg("add", meeting, "=V-009 ja").err

    def test_takes_its_common_options_anywhere(self, meeting: str, overleg: Overleg, home: Path) -> None:
        folder = str(home / "sessions")
        for words in (
            ("--sessions", folder, "list"),
            ("list", "--sessions", folder),
            ("add", meeting, "--language", "en", "n een"),
            ("add", meeting, "n een", "--language=en"),
        ):
            assert overleg(*words).code == 0, words
        assert overleg("list", "--language", "de").code == 2

    def test_refuses_a_command_it_does_not_know(self, overleg: Overleg) -> None:
        said = overleg("dansen")
        assert said.code == 2
        assert "Traceback" not in said.err

    def test_stops_quietly_when_nobody_reads_on(self, meeting: str) -> None:
        command = f"{sys.executable} -m overleg show {meeting} --format json | head -1"
        said = subprocess.run(command, shell=True, capture_output=True, text=True, timeout=60, check=False)
        assert (said.stdout, said.stderr) == ("{\n", "")

    @pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full here")
    def test_says_so_when_its_output_cannot_be_written(self, meeting: str) -> None:
        with Path("/dev/full").open("w") as full:
            said = subprocess.run(
                [sys.executable, "-m", "overleg", "list"],
                stdout=full,
                stderr=subprocess.PIPE,
                timeout=60,
                check=False,
            )
        assert said.returncode == 1
        assert b"Traceback" not in said.stderr
        assert said.stderr

    def test_works_where_the_locale_knows_only_ascii(self, meeting: str) -> None:
        said = process("add", meeting, "n één € ë", LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
        assert said.returncode == 0
        assert b"Traceback" not in said.stderr

    def test_refuses_a_clock_that_shows_no_time(
        self, meeting: str, monkeypatch: pytest.MonkeyPatch, overleg: Overleg
    ) -> None:
        monkeypatch.setenv("OVERLEG_NOW", "straks")
        assert overleg("list").code == 2


def one_sentence(text: str) -> bool:
    """One line for the user, that ends and is no traceback."""
    return text.count("\n") == 1 and text.rstrip()[-1] in ".?!" and "Traceback" not in text
