import os
from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace as but

from overleg.domain.choices import SessionStatus
from overleg.domain.model import Session
from overleg.errors import StoreError
from overleg.store.folder import file_slug, new_path, resolve, summaries
from overleg.store.sessionfile import SessionFile
from overleg.store.trouble import Missing
from tests.store.sessions import a_session

TODAY = date(2027, 2, 1)


def put(where: Path, name: str, **fields: object) -> Path:
    """A session with that name, held on the day it begins with."""
    path = where / f"{name}.json"
    session: Session = but(a_session(), date=date.fromisoformat(name[:10]), **fields)
    SessionFile.create(path, session)
    return path


class TestSummaries:
    def test_come_by_date_and_time(self, tmp_path: Path) -> None:
        put(tmp_path, "2027-02-11-b")
        put(tmp_path, "2027-01-14-z", start="20:00")
        put(tmp_path, "2027-01-14-a", start="21:00")
        assert [each.id for each in summaries(tmp_path)] == ["2027-01-14-z", "2027-01-14-a", "2027-02-11-b"]

    def test_are_none_where_there_is_no_folder(self, tmp_path: Path) -> None:
        assert summaries(tmp_path / "gone") == []

    def test_pass_over_what_is_no_session(self, tmp_path: Path) -> None:
        path = put(tmp_path, "2027-01-14-a")
        for name in ("notes.txt", ".hidden.json", f".{path.name}.0123.tmp", f"{path.name}.broken-2027"):
            (tmp_path / name).touch()
        assert [each.id for each in summaries(tmp_path)] == ["2027-01-14-a"]

    def test_mark_what_does_not_open_and_put_it_last(self, tmp_path: Path) -> None:
        (tmp_path / "2027-01-01-broken.json").write_bytes(b"oops")
        put(tmp_path, "2027-01-14-a")
        good, broken = summaries(tmp_path)
        assert (good.fault, broken.date) == (None, None)
        assert str(broken.fault) == "it is no valid JSON from line 1, position 1"

    @pytest.mark.skipif(os.name == "nt", reason="the links and pipes of POSIX")
    def test_mark_links_pipes_and_folders_and_read_none_of_them(self, tmp_path: Path) -> None:
        (tmp_path / "a.json").symlink_to(put(tmp_path, "2027-01-14-a"))
        os.mkfifo(tmp_path / "b.json")
        (tmp_path / "c.json").mkdir()
        assert [str(each.fault) for each in summaries(tmp_path)[1:]] == [
            "it is a link to another place",
            "it is no ordinary file",
            "it is a folder",
        ]

    def test_say_so_where_the_folder_cannot_be_read(self, tmp_path: Path) -> None:
        (tmp_path / "sessions").touch()
        with pytest.raises(StoreError, match="what should be a folder is none"):
            summaries(tmp_path / "sessions")


class TestResolving:
    @pytest.fixture
    def sessions(self, tmp_path: Path) -> Path:
        for name in ("2027-01-14-warnsveld", "2027-01-21-buurtplein", "2027-02-11-warnsveld"):
            put(tmp_path, name)
        return tmp_path

    @pytest.mark.parametrize(
        ("name", "found"),
        [
            ("2027-01-14-warnsveld", "2027-01-14-warnsveld"),
            ("2027-01-14", "2027-01-14-warnsveld"),
            (" 2027-01-21-BUURT ", "2027-01-21-buurtplein"),
            ("2027-02", "2027-02-11-warnsveld"),
            ("2027-01-21-buurtplein.json", "2027-01-21-buurtplein"),
            (".", "2027-01-21-buurtplein"),
        ],
    )
    def test_finds_a_session_by_name_or_beginning(self, sessions: Path, name: str, found: str) -> None:
        assert resolve(sessions, name, TODAY) == sessions / f"{found}.json"

    def test_takes_a_whole_name_before_a_longer_one(self, sessions: Path) -> None:
        put(sessions, "2027-01-14-warnsveld-2")
        assert resolve(sessions, "2027-01-14-warnsveld", TODAY).stem == "2027-01-14-warnsveld"

    def test_takes_a_path(self, sessions: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
        path = put(tmp_path_factory.mktemp("elsewhere"), "2027-01-14-x")
        assert resolve(sessions, str(path), TODAY) == path

    def test_finds_a_damaged_session_too_so_that_it_can_be_told(self, sessions: Path) -> None:
        (sessions / "broken.json").write_bytes(b"oops")
        assert resolve(sessions, "broken", TODAY) == sessions / "broken.json"

    @pytest.mark.parametrize("name", ["piet", "", " ", "2027-03", "warnsveld", "\x1b[2J"])
    def test_names_what_there_is_when_it_finds_nothing(self, sessions: Path, name: str) -> None:
        with pytest.raises(Missing) as refused:
            resolve(sessions, name, TODAY)
        assert "There are: 2027-01-14-warnsveld, 2027-01-21-buurtplein, 2027-02-11" in str(refused.value.hint)
        assert str(refused.value).isprintable()

    def test_names_the_candidates_when_it_finds_more_than_one(self, sessions: Path) -> None:
        with pytest.raises(Missing, match="can be more than one session") as refused:
            resolve(sessions, "2027-01", TODAY)
        assert str(refused.value.hint) == "Choose one of: 2027-01-14-warnsveld, 2027-01-21-buurtplein."

    @pytest.mark.parametrize("name", ["./piet.json", "piet.json", "/nowhere/x"])
    def test_says_that_a_path_leads_nowhere(self, sessions: Path, name: str) -> None:
        with pytest.raises(Missing, match="There is no session"):
            resolve(sessions, name, TODAY)

    def test_says_that_there_are_none_yet(self, tmp_path: Path) -> None:
        for name in (".", "piet"):
            with pytest.raises(Missing, match="There are no sessions"):
                resolve(tmp_path, name, TODAY)


class TestTheOneThatIsMeantByADot:
    def test_is_the_live_one(self, tmp_path: Path) -> None:
        put(tmp_path, "2027-01-14-a", status=SessionStatus.LIVE)
        put(tmp_path, "2027-01-21-b")
        assert resolve(tmp_path, ".", TODAY).stem == "2027-01-14-a"

    def test_is_a_live_practice_too_but_not_where_a_real_one_is_live_that_day(self, tmp_path: Path) -> None:
        put(tmp_path, "2027-01-21-b")
        put(tmp_path, "2027-02-01-p", status=SessionStatus.LIVE, practice=True)
        assert resolve(tmp_path, ".", TODAY).stem == "2027-02-01-p"
        put(tmp_path, "2027-02-01-a", status=SessionStatus.LIVE)
        assert resolve(tmp_path, ".", TODAY).stem == "2027-02-01-a"

    def test_is_the_last_one_held(self, tmp_path: Path) -> None:
        for day in ("2027-01-14", "2027-02-01", "2027-02-11"):
            put(tmp_path, f"{day}-a")
        put(tmp_path, "2027-02-01-p", practice=True)
        assert resolve(tmp_path, ".", TODAY).stem == "2027-02-01-a"

    def test_is_the_first_to_come_where_none_was_held(self, tmp_path: Path) -> None:
        for day in ("2027-03-14", "2027-02-11"):
            put(tmp_path, f"{day}-a")
        assert resolve(tmp_path, ".", TODAY).stem == "2027-02-11-a"

    def test_is_a_practice_where_there_is_nothing_else(self, tmp_path: Path) -> None:
        put(tmp_path, "2027-01-14-p", practice=True)
        assert resolve(tmp_path, ".", TODAY).stem == "2027-01-14-p"

    def test_is_never_one_that_does_not_open(self, tmp_path: Path) -> None:
        put(tmp_path, "2027-01-14-a")
        (tmp_path / "2027-01-20-b.json").write_bytes(b"oops")
        assert resolve(tmp_path, ".", TODAY).stem == "2027-01-14-a"


class TestNewNames:
    def test_have_date_and_series(self, tmp_path: Path) -> None:
        assert new_path(tmp_path, TODAY, "warnsveld") == tmp_path / "2027-02-01-warnsveld.json"

    def test_get_a_number_where_they_are_taken(self, tmp_path: Path) -> None:
        put(tmp_path, "2027-02-01-a")
        assert new_path(tmp_path, TODAY, "a").name == "2027-02-01-a-2.json"
        (tmp_path / "2027-02-01-a-2.json").mkdir()
        assert new_path(tmp_path, TODAY, "a").name == "2027-02-01-a-3.json"

    def test_are_not_too_long_even_with_a_number(self, tmp_path: Path) -> None:
        first = new_path(tmp_path, TODAY, "x" * 300)
        first.touch()
        second = new_path(tmp_path, TODAY, "x" * 300)
        assert (len(first.stem), len(second.stem)) == (80, 80)
        assert second.stem.endswith("x-2")

    @pytest.mark.parametrize(
        ("text", "name"),
        [
            ("Warnsveld houdt zorg", "warnsveld-houdt-zorg"),
            ("", "overleg"),
            ("日本", "overleg"),
            ("CON", "con-"),
            ("lpt1", "lpt1-"),
            ("../..", "overleg"),
        ],
    )
    def test_are_taken_by_every_system(self, text: str, name: str) -> None:
        assert file_slug(text) == name
