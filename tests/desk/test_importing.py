"""Importing a list at the desk: one change on the disk, taken back by one undo."""

import os
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest

from overleg.desk.folders import Folders
from overleg.desk.importing import open_series, others_of_series, preview, read_list_file, record
from overleg.desk.next_meeting import plan_next
from overleg.desk.workbench import Desk, found_session, open_session
from overleg.domain.importing import NotAList, read_list
from overleg.domain.model import Session
from overleg.domain.setup import Setup, new_series, read_party
from overleg.errors import Refused, StoreError

NOW = datetime(2027, 1, 14, 19, 31)
LIST = read_list(b"Actie;Partij\nbellen;GEM\nmailen;Politie\nzaal huren;ZOR\n")


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    return Folders.at(tmp_path)


Found = Callable[..., Desk]


@pytest.fixture
def found(folders: Folders) -> Found:
    """A new session of a series on a day in January 2027."""

    def make(title: str = "Warnsveld", day: int = 14, *, practice: bool = False) -> Desk:
        parties = tuple(map(read_party, ("GEM=Gemeente:municipality", "ZOR=ZorgOrg:care")))
        plan = Setup(
            title=title,
            date=date(2027, 1, day),
            series=new_series(title),
            parties=parties,
            practice=practice,
        )
        return found_session(folders, plan, lambda: NOW)

    return make


@pytest.fixture
def desk(found: Found) -> Desk:
    return found()


def on_disk(desk: Desk, folders: Folders) -> Session:
    return open_session(folders, desk.session.id, lambda: NOW).session


def texts(session: Session) -> list[str]:
    return [entry.text for entry in session.entries]


def test_a_preview_writes_nothing(desk: Desk, folders: Folders) -> None:
    before = {path: path.stat().st_mtime_ns for path in folders.home.rglob("*")}
    rows = preview(desk, LIST)
    assert [row.is_new for row in rows] == [True, False, True]
    assert {path: path.stat().st_mtime_ns for path in folders.home.rglob("*")} == before


def test_what_is_recorded_is_on_the_disk_and_one_undo_takes_it_back(desk: Desk, folders: Folders) -> None:
    desk.enter("a GEM: eerst")
    revision = desk.session.revision
    assert [row.ref for row in record(desk, LIST)] == ["A-002", "", "A-003"]
    assert texts(on_disk(desk, folders)) == ["eerst", "bellen", "zaal huren"]
    assert on_disk(desk, folders).revision == revision + 1
    desk.undo()
    assert texts(on_disk(desk, folders)) == ["eerst"]
    desk.redo()
    assert texts(on_disk(desk, folders)) == ["eerst", "bellen", "zaal huren"]


def test_it_takes_what_another_program_has_recorded_into_account(desk: Desk, folders: Folders) -> None:
    other = open_session(folders, desk.session.id, lambda: NOW)
    record(other, LIST)
    assert [row.known for row in record(desk, LIST)] == ["A-001", "", "A-002"]
    assert texts(on_disk(desk, folders)) == ["bellen", "zaal huren"]


def test_what_is_done_does_not_come_back_in_the_next_meeting(desk: Desk, folders: Folders) -> None:
    record(desk, LIST)
    for line in ("*A-001 klaar", "/sluit"):
        desk.enter(line)
    second = plan_next(desk, folders)
    second.enter("/sluit")
    third = plan_next(second, folders)
    assert third.session.entry("A-001") is None
    others, unread = others_of_series(third.session, folders)
    assert ({each.id for each in others}, unread) == ({desk.session.id, second.session.id}, [])
    assert [row.known for row in preview(third, LIST, others)] == ["A-001", "", "A-002"]


def test_a_closed_meeting_takes_nothing_and_says_where_it_goes(desk: Desk) -> None:
    desk.enter("/sluit")
    with pytest.raises(Refused, match=f"overleg next {desk.session.id}"):
        preview(desk, LIST)
    with pytest.raises(Refused):
        record(desk, LIST)


def test_where_the_disk_is_full_nothing_is_recorded_and_it_can_be_done_again(
    desk: Desk, folders: Folders, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_room(fd: int) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as full:
        full.setattr(os, "fsync", no_room)
        with pytest.raises(StoreError, match="not saved"):
            record(desk, LIST)
    assert texts(on_disk(desk, folders)) == texts(desk.session) == []
    record(desk, LIST)
    assert texts(on_disk(desk, folders)) == ["bellen", "zaal huren"]


class TestTheSeries:
    def test_is_its_newest_meeting(self, found: Found, folders: Folders) -> None:
        found()
        second = found(day=28)
        found("Elders", day=30)
        assert open_series(folders, "warnsveld", lambda: NOW).path == second.path

    def test_is_the_meeting_that_is_live(self, found: Found, folders: Folders) -> None:
        first = found()
        first.enter("/hervat")
        found(day=28)
        assert open_series(folders, "Warns", lambda: NOW).path == first.path

    def test_leaves_rehearsals_out(self, found: Found, folders: Folders) -> None:
        first = found()
        rehearsal = found(day=28, practice=True)
        assert open_series(folders, "Warnsveld", lambda: NOW).path == first.path
        assert others_of_series(first.session, folders) == ([], [])
        assert others_of_series(rehearsal.session, folders) == ([], [])

    @pytest.mark.parametrize(
        ("typed", "said"),
        [("Zuid", "There is no series"), ("", "There is no series"), ("Wa", "more than one series")],
    )
    def test_that_is_none_or_several_is_told_with_what_there_is(
        self, found: Found, folders: Folders, typed: str, said: str
    ) -> None:
        found("Warnsveld")
        found("Warnsveld Noord")
        with pytest.raises(StoreError, match=f"{said}.*Warnsveld, Warnsveld Noord"):
            open_series(folders, typed, lambda: NOW)

    def test_is_first_to_be_planned(self, folders: Folders) -> None:
        with pytest.raises(StoreError, match="overleg new"):
            open_series(folders, "Warnsveld", lambda: NOW)

    def test_by_its_whole_title_is_no_other_that_begins_so(self, found: Found, folders: Folders) -> None:
        first = found("Warnsveld")
        found("Warnsveld Noord", day=28)
        assert open_series(folders, "Warnsveld", lambda: NOW).path == first.path


class TestTheFile:
    def test_may_be_a_link(self, tmp_path: Path) -> None:
        (tmp_path / "gedeeld.csv").write_text("Actie\nbellen\n")
        (tmp_path / "lijst.csv").symlink_to(tmp_path / "gedeeld.csv")
        assert len(read_list_file(tmp_path / "lijst.csv").rows) == 1

    def test_that_is_a_link_to_itself_is_told(self, tmp_path: Path) -> None:
        (tmp_path / "lus.csv").symlink_to(tmp_path / "lus.csv")
        with pytest.raises(StoreError, match="cannot be read"):
            read_list_file(tmp_path / "lus.csv")

    def test_that_is_not_there_or_no_file_is_told(self, tmp_path: Path) -> None:
        for path, said in ((tmp_path / "weg.csv", "no file"), (tmp_path, "a folder")):
            with pytest.raises(StoreError, match=said):
                read_list_file(path)

    @pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes here")
    def test_that_is_a_pipe_keeps_nobody_waiting(self, tmp_path: Path) -> None:
        os.mkfifo(tmp_path / "pijp.csv")
        with pytest.raises(StoreError, match="no ordinary file"):
            read_list_file(tmp_path / "pijp.csv")

    def test_that_is_far_too_large_is_refused(self, tmp_path: Path) -> None:
        (tmp_path / "groot.csv").write_bytes(b"Actie;Wie\n" + b"bellen;Ruud\n" * 900_000)
        with pytest.raises(NotAList, match="larger than"):
            read_list_file(tmp_path / "groot.csv")
