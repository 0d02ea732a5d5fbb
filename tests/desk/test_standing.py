"""How the series of a folder stand, and what has to be read for that."""

from datetime import date, datetime
from pathlib import Path

import pytest

from overleg.desk.folders import Folders, list_sessions, read_sessions
from overleg.desk.next_meeting import plan_next
from overleg.desk.standing import read_standing
from overleg.desk.workbench import Desk, found_session
from overleg.domain.actions import STANDING, action_rows
from overleg.domain.choices import Language
from overleg.domain.meeting_changes import Close
from overleg.domain.model import Session
from overleg.domain.setup import Setup, new_series, read_party
from overleg.domain.standing import Standing
from overleg.store.sessionfile import SessionFile

NOW = datetime(2027, 1, 14, 19, 30)
TODAY = date(2027, 1, 20)


def clock() -> datetime:
    return NOW


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    return Folders.at(tmp_path)


def meeting(folders: Folders, *lines: str, practice: bool = False) -> Desk:
    """The next meeting of the series, made without what the one before it left open."""
    plan = Setup(
        title="Tafel Zuid",
        date=NOW.date(),
        series=new_series("Tafel Zuid"),
        parties=(read_party("GEM=Gemeente:municipality"),),
        language=Language.NL,
        practice=practice,
    )
    desk = found_session(folders, plan, clock)
    for line in lines:
        desk.enter(line)
    return desk


def closed(desk: Desk, folders: Folders) -> Desk:
    """The next meeting, after this one was closed."""
    desk.make(Close(at=NOW))
    return plan_next(desk, folders)


def standing(folders: Folders) -> Standing:
    return read_standing(list_sessions(folders), TODAY)


def test_agrees_with_the_action_list(folders: Folders) -> None:
    first = meeting(folders, "a GEM: een, uiterlijk 15-1-2027", "a GEM: twee", "a GEM: drie")
    second = closed(first, folders)
    second.enter("*A-002 klaar")
    closed(second, folders).enter("a GEM: vier")
    sessions, _ = read_sessions(folders)
    listed = [row for row in action_rows(sessions, TODAY) if row.status in STANDING]
    found = standing(folders)
    assert (found.open_actions, found.overdue) == (len(listed), 1) == (3, 1)


def test_what_a_meeting_did_not_take_along_is_still_open(folders: Folders) -> None:
    meeting(folders, "a GEM: een").make(Close(at=NOW))
    meeting(folders, "a GEM: twee").make(Close(at=NOW))
    assert standing(folders).open_actions == 2


def test_no_more_is_read_than_the_newest_meetings(folders: Folders, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = meeting(folders, "a GEM: een")
    for _ in range(4):
        desk = closed(desk, folders)
    read: list[str] = []
    load = SessionFile.load

    def noted(file: SessionFile) -> Session:
        read.append(file.path.stem)
        return load(file)

    monkeypatch.setattr(SessionFile, "load", noted)
    assert standing(folders).open_actions == 1
    assert len(read) == 2


def test_practice_never_counts(folders: Folders) -> None:
    meeting(folders, "a GEM: een")
    meeting(folders, "a GEM: oefenen", practice=True)
    assert standing(folders).open_actions == 1


def test_a_meeting_that_does_not_open_is_named_and_the_others_count(folders: Folders) -> None:
    first = meeting(folders, "a GEM: een")
    broken = closed(first, folders).path
    broken.write_bytes(broken.read_bytes().replace(b'"kind":"action"', b'"kind":"acton"'))
    found = standing(folders)
    assert found.unread == (broken.name,)
    assert found.open_actions == 1
