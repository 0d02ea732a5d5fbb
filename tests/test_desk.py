"""The workbench: what is on the screen is on the disk, also with others at the same table."""

import os
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date, datetime
from pathlib import Path

import pytest

from overleg.desk import workbench
from overleg.desk.folders import Folders, list_sessions, read_sessions
from overleg.desk.workbench import Desk, Made, found_session, open_session
from overleg.domain.capture import Problem
from overleg.domain.choices import AttendanceStatus
from overleg.domain.meeting_changes import Attend
from overleg.domain.model import Session
from overleg.domain.setup import Setup, new_series, read_party, read_person
from overleg.domain.table_changes import DropParty
from overleg.errors import Message, Refused, StoreError
from overleg.store.trouble import Busy

NOW = datetime(2027, 1, 14, 19, 31)
PARTIES = tuple(map(read_party, ("GEM=Gemeente:municipality", "ZOR=ZorgOrg:care", "WIJ=Wij:residents")))


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    return Folders.at(tmp_path)


@pytest.fixture
def desk(folders: Folders) -> Desk:
    plan = Setup(
        title="Warnsveld",
        date=date(2027, 1, 14),
        series=new_series("Warnsveld"),
        parties=PARTIES,
        people=(read_person("GEM:Ruud Ketelaar", PARTIES),),
    )
    return found_session(folders, plan, lambda: NOW)


@pytest.fixture
def other(desk: Desk, folders: Folders) -> Desk:
    """A second program with the same session."""
    return open_session(folders, desk.session.id, lambda: NOW)


def on_disk(desk: Desk, folders: Folders) -> Session:
    return open_session(folders, desk.session.id, lambda: NOW).session


def texts(session: Session) -> list[str]:
    return [entry.text for entry in session.entries]


def is_in_trouble(desk: Desk) -> bool:
    return desk.trouble is not None


def made(desk: Desk, line: str) -> Made:
    done = desk.enter(line)
    assert isinstance(done, Made), done
    return done


@pytest.fixture
def full_disk(monkeypatch: pytest.MonkeyPatch) -> Callable[[bool], None]:
    """Fills the disk, and makes room again."""
    real = os.fsync

    def no_room(fd: int) -> None:
        raise OSError(28, "No space left on device")

    return lambda full: monkeypatch.setattr(os, "fsync", no_room if full else real)


class TestEntering:
    def test_a_line_is_on_the_disk_when_it_is_answered(self, desk: Desk, folders: Folders) -> None:
        done = made(desk, "a GEM: Bellen @Ruud ^2027-02-01")
        assert (done.refs, done.is_saved) == (("A-001",), True)
        assert on_disk(desk, folders) == desk.session

    def test_reading_changes_nothing_and_tells_what_would_be_refused(self, desk: Desk) -> None:
        made(desk, "a GEM: Bellen")
        before = desk.session
        assert isinstance(desk.read("*A-001 vervallen"), Problem)
        assert not isinstance(desk.read("*A-001 vervallen: te duur"), Problem)
        assert desk.session is before

    def test_a_problem_changes_nothing(self, desk: Desk, folders: Folders) -> None:
        before = desk.path.read_bytes()
        assert isinstance(desk.enter("=V-001 ja"), Problem)
        assert desk.path.read_bytes() == before


class TestUndo:
    def test_goes_back_and_forth_and_is_saved(self, desk: Desk, folders: Folders) -> None:
        made(desk, "n een")
        made(desk, "n twee")
        desk.undo()
        assert texts(on_disk(desk, folders)) == ["een"]
        desk.undo()
        desk.redo()
        desk.redo()
        assert texts(on_disk(desk, folders)) == ["een", "twee"]

    def test_ends_where_nothing_is_left(self, desk: Desk) -> None:
        for do in (desk.undo, desk.redo):
            with pytest.raises(Refused):
                do()

    def test_of_what_was_said_for_a_party_that_left_the_table_is_not_made_again(
        self, desk: Desk, other: Desk, folders: Folders
    ) -> None:
        made(desk, "n ZOR: van ons")
        desk.undo()
        other.make(DropParty(at=NOW, party="ZOR"))
        with pytest.raises(Refused):
            desk.redo()
        assert on_disk(desk, folders) == other.session

    def test_of_what_another_has_done_already_leaves_nothing_to_undo(self, desk: Desk, other: Desk) -> None:
        absent = Attend(at=NOW, person="ruud-ketelaar", status=AttendanceStatus.ABSENT)
        desk.make(absent)
        desk.undo()
        other.make(absent)
        desk.redo()
        with pytest.raises(Refused, match="nothing to undo"):
            desk.undo()

    def test_is_forgotten_by_a_new_line(self, desk: Desk) -> None:
        made(desk, "n een")
        desk.undo()
        made(desk, "n twee")
        with pytest.raises(Refused):
            desk.redo()

    def test_takes_back_ones_own_lines_only(self, desk: Desk, other: Desk, folders: Folders) -> None:
        made(desk, "n van mij")
        made(other, "a ZOR: van een ander")
        desk.undo()
        assert texts(on_disk(desk, folders)) == ["van een ander"]
        with pytest.raises(Refused):
            desk.undo()

    def test_is_refused_where_somebody_built_on_it(self, desk: Desk, other: Desk, folders: Folders) -> None:
        made(desk, "v WIJ>ZOR: Scholing")
        made(other, "=V-001 ja")
        with pytest.raises(Refused):
            desk.undo()
        assert texts(on_disk(desk, folders)) == ["Scholing"]


class TestTwoAtOneTable:
    def test_every_line_of_both_is_kept_with_a_number_of_its_own(
        self, desk: Desk, other: Desk, folders: Folders
    ) -> None:
        refs = [made(each, "n iets").refs[0] for _ in range(5) for each in (desk, other)]
        assert refs == [f"N-{n:03}" for n in range(1, 11)]
        assert len(on_disk(desk, folders).entries) == 10

    def test_each_sees_the_lines_of_the_other(self, desk: Desk, other: Desk) -> None:
        made(other, "n hallo")
        assert desk.refresh()
        assert texts(desk.session) == ["hallo"]
        assert not desk.refresh()


class TestTrouble:
    def test_a_line_that_cannot_be_saved_stays_and_is_saved_later(
        self, desk: Desk, folders: Folders, full_disk: Callable[[bool], None]
    ) -> None:
        made(desk, "n een")
        full_disk(True)
        assert not made(desk, "n twee").is_saved
        assert texts(desk.session) == ["een", "twee"]
        assert is_in_trouble(desk)
        assert not desk.retry()
        assert texts(on_disk(desk, folders)) == ["een"]
        full_disk(False)
        assert desk.retry()
        assert not is_in_trouble(desk)
        assert texts(on_disk(desk, folders)) == ["een", "twee"]

    def test_the_next_line_takes_along_what_waited(
        self, desk: Desk, other: Desk, folders: Folders, full_disk: Callable[[bool], None]
    ) -> None:
        full_disk(True)
        made(desk, "n een")
        made(desk, "n twee")
        full_disk(False)
        made(other, "n van een ander")
        assert made(desk, "n drie").is_saved
        assert texts(on_disk(desk, folders)) == ["van een ander", "een", "twee", "drie"]

    def test_a_file_that_was_removed_is_made_again(self, desk: Desk, folders: Folders) -> None:
        made(desk, "n een")
        desk.path.unlink()
        assert made(desk, "n twee").is_saved
        assert texts(on_disk(desk, folders)) == ["een", "twee"]

    def test_a_file_that_something_else_wrote_over_is_kept_beside(self, desk: Desk, folders: Folders) -> None:
        made(desk, "n een")
        desk.path.write_bytes(b"kapot")
        assert made(desk, "n twee").is_saved
        assert texts(on_disk(desk, folders)) == ["een", "twee"]
        assert desk.set_aside
        beside = [path.read_bytes() for path in desk.path.parent.iterdir() if path.is_file()]
        assert b"kapot" in beside


class TestWaitingWhileOthersWrite:
    """The disk was full here, and in the meantime another program wrote the same session."""

    def test_an_answer_follows_its_expectation_to_the_number_it_gets(
        self, desk: Desk, other: Desk, folders: Folders, full_disk: Callable[[bool], None]
    ) -> None:
        full_disk(True)
        made(desk, "v WIJ>ZOR: van ons")
        made(desk, "=V-001 ja: van ons")
        made(desk, "a ZOR: doen ~V-001")
        full_disk(False)
        made(other, "v GEM>WIJ: van hen")
        assert desk.retry()
        theirs, ours, action = on_disk(desk, folders).entries
        assert (theirs.ref, theirs.text, theirs.status) == ("V-001", "van hen", "stated")
        assert (ours.ref, ours.text, ours.status) == ("V-002", "van ons", "answered")
        assert action.links[0].ref == "V-002"
        desk.undo()
        desk.undo()
        desk.undo()
        assert texts(on_disk(desk, folders)) == ["van hen"]

    def test_what_was_taken_back_stays_so_and_is_redone_under_its_new_number(
        self, desk: Desk, other: Desk, folders: Folders, full_disk: Callable[[bool], None]
    ) -> None:
        full_disk(True)
        made(desk, "v WIJ>ZOR: van ons")
        made(desk, "n weg ermee")
        desk.undo()
        made(desk, "=V-001 ja")
        desk.undo()
        full_disk(False)
        made(other, "v GEM>WIJ: van hen")
        made(other, "n van hen")
        assert desk.retry()
        assert desk.set_aside == []
        saved = on_disk(desk, folders)
        assert [(entry.text, entry.withdrawn) for entry in saved.entries] == [
            ("van hen", None),
            ("van hen", None),
            ("van ons", None),
        ]
        desk.redo()
        assert {entry.ref: entry.status for entry in on_disk(desk, folders).entries} == {
            "V-001": "stated",
            "N-001": "",
            "V-002": "answered",
        }

    def test_a_line_that_no_longer_fits_is_told_with_its_text(
        self, desk: Desk, other: Desk, folders: Folders, full_disk: Callable[[bool], None]
    ) -> None:
        full_disk(True)
        made(desk, "a GEM: belangrijke afspraak")
        full_disk(False)
        made(other, "/sluit")
        assert desk.retry()
        assert "a GEM: belangrijke afspraak" in str(desk.set_aside[0].message)
        assert texts(on_disk(desk, folders)) == []

    @pytest.mark.parametrize(
        "line", ["a GEM: tekort van 410.000 !fin", "=V-001 nee: tekort van 410.000 !fin"]
    )
    def test_a_confidential_one_is_told_without_its_text_and_can_be_found(
        self, desk: Desk, other: Desk, full_disk: Callable[[bool], None], line: str
    ) -> None:
        made(desk, "v WIJ>ZOR: de sleutel")
        full_disk(True)
        made(desk, line)
        full_disk(False)
        made(other, "/sluit")
        assert desk.retry()
        (aside,) = desk.set_aside
        assert "410" not in str(aside.message)
        assert "tekort van 410.000" in aside.line

    @pytest.mark.parametrize("line", ["*V-001 nagekomen: hij ligt klaar", "=V-001 ja: hij ligt klaar"])
    def test_a_word_about_an_entry_that_no_longer_fits_is_told(
        self, desk: Desk, other: Desk, full_disk: Callable[[bool], None], line: str
    ) -> None:
        made(desk, "v WIJ>ZOR: de sleutel")
        made(desk, "=V-001 ja")
        full_disk(True)
        made(desk, line)
        full_disk(False)
        made(other, "*V-001 ingetrokken")
        assert desk.retry()
        assert "hij ligt klaar" in str(desk.set_aside[0].message)

    def test_what_something_else_overwrote_is_saved_once(
        self, desk: Desk, folders: Folders, full_disk: Callable[[bool], None]
    ) -> None:
        full_disk(True)
        made(desk, "n een")
        full_disk(False)
        desk.path.write_bytes(b"kapot")
        assert desk.retry()
        made(open_session(folders, desk.session.id, lambda: NOW), "n twee")
        made(desk, "n drie")
        assert texts(on_disk(desk, folders)) == ["een", "twee", "drie"]

    def test_nothing_is_taken_back_in_a_meeting_that_another_closed(
        self, desk: Desk, other: Desk, folders: Folders
    ) -> None:
        made(desk, "n een")
        made(other, "/sluit")
        with pytest.raises(Refused):
            desk.undo()
        assert texts(on_disk(desk, folders)) == ["een"]

    def test_a_folder_that_cannot_be_looked_at_does_not_end_the_meeting(
        self, desk: Desk, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def gone() -> bool:
            raise StoreError(Message("The folder is not there."))

        monkeypatch.setattr(desk.file, "has_moved_on", gone)
        assert not desk.refresh()
        assert not made(desk, "n een").is_saved
        assert texts(desk.session) == ["een"]


class TestWhileAnotherProgramWrites:
    """Another program holds the lock and does not get done."""

    @pytest.fixture(autouse=True)
    def _little_patience(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(workbench, "PATIENCE", 0.01)

    @pytest.fixture
    def patience(self, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> list[float]:
        """The seconds for which the desk was ready to wait, each time it wanted to write."""
        waits: list[float] = []
        lock = desk.file.lock

        def counted(seconds: float) -> AbstractContextManager[None]:
            waits.append(seconds)
            return lock(seconds)

        monkeypatch.setattr(desk.file, "lock", counted)
        return waits

    def test_a_line_waits_for_it_and_stays_here_when_that_is_in_vain(self, desk: Desk, other: Desk) -> None:
        with other.file.lock():
            assert not made(desk, "n een").is_saved
        assert isinstance(desk.trouble, Busy)
        assert texts(desk.session) == ["een"]

    def test_no_later_line_and_no_new_attempt_waits_again(
        self, desk: Desk, other: Desk, folders: Folders, patience: list[float]
    ) -> None:
        with other.file.lock():
            made(desk, "n een")
            assert patience == [0.01]
            patience.clear()
            made(desk, "n twee")
            assert not desk.retry()
            desk.refresh()
        assert set(patience) == {0.0}
        assert desk.retry()
        assert texts(on_disk(desk, folders)) == ["een", "twee"]

    def test_looking_at_the_disk_needs_no_lock(self, desk: Desk, other: Desk, patience: list[float]) -> None:
        made(other, "n van hen")
        assert desk.refresh()
        assert patience == []


class TestTheDraft:
    def test_survives_the_program(self, desk: Desk, other: Desk) -> None:
        desk.keep_draft("a GEM: half")
        assert other.draft() == "a GEM: half"
        desk.keep_draft("")
        assert other.draft() == ""


class TestTheFolder:
    def test_lists_sessions_with_damaged_ones_marked(self, desk: Desk, folders: Folders) -> None:
        (folders.sessions / "2027-02-02-kapot.json").write_bytes(b"{")
        found = {row.id: row.fault is None for row in list_sessions(folders)}
        assert found == {desk.session.id: True, "2027-02-02-kapot": False}
        sessions, unread = read_sessions(folders)
        assert [session.id for session in sessions] == [desk.session.id]
        assert "kapot" in str(unread[0])

    def test_says_what_it_cannot_find(self, desk: Desk, folders: Folders) -> None:
        with pytest.raises(StoreError, match="onzin"):
            open_session(folders, "onzin", lambda: NOW)
