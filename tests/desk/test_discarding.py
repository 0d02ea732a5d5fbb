"""A meeting that was planned by accident: thrown away, and brought back as it was."""

from datetime import datetime
from pathlib import Path

import pytest

from overleg.desk.discarding import bring_back, discard
from overleg.desk.folders import Folders, list_sessions
from overleg.desk.founding import found, new_desk
from overleg.desk.next_meeting import plan_next
from overleg.desk.workbench import Desk
from overleg.domain.choices import Language
from overleg.domain.describing import Describe
from overleg.domain.meeting_changes import Close
from overleg.domain.setup import new_series
from overleg.errors import Refused, StoreError
from overleg.store import lease
from overleg.store.sessionfile import SessionFile

NOW = datetime(2027, 1, 14, 19, 30)


def clock() -> datetime:
    return NOW


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    return Folders.at(tmp_path)


@pytest.fixture
def plan(folders: Folders) -> Desk:
    desk = new_desk(folders, clock, Language.NL)
    desk.make(Describe(at=NOW, fields={"title": "Een", "series": new_series("Tafel Zuid")}))
    return found(folders, desk.session, clock)


def names(folders: Folders) -> list[str]:
    return [each.path.name for each in list_sessions(folders)]


def test_a_plan_leaves_the_list_and_its_file_stays_beside(folders: Folders, plan: Desk) -> None:
    before = plan.path.read_bytes()
    discarded = discard(folders, plan.path)
    assert names(folders) == []
    assert discarded.aside.parent == plan.path.parent
    assert discarded.aside.name.startswith(f"{plan.path.name}.discarded-")
    assert discarded.aside.read_bytes() == before


def test_it_comes_back_byte_for_byte(folders: Folders, plan: Desk) -> None:
    before = plan.path.read_bytes()
    discarded = discard(folders, plan.path)
    bring_back(discarded)
    assert plan.path.read_bytes() == before
    assert plan.path.stat().st_mode & 0o077 == 0
    assert not discarded.aside.exists()


def test_nothing_is_overwritten_when_it_comes_back(folders: Folders, plan: Desk) -> None:
    discarded = discard(folders, plan.path)
    SessionFile.create(plan.path, plan.session)
    other = plan.path.read_bytes()
    with pytest.raises(StoreError, match="already"):
        bring_back(discarded)
    assert plan.path.read_bytes() == other
    assert discarded.aside.exists()


def test_the_next_meeting_can_go_and_the_closed_one_is_untouched(folders: Folders, plan: Desk) -> None:
    plan.enter("a: iets")
    plan.make(Close(at=NOW))
    before = plan.path.read_bytes()
    discard(folders, plan_next(plan, folders).path)
    assert names(folders) == [plan.path.name]
    assert plan.path.read_bytes() == before


def test_what_was_said_in_it_keeps_it(folders: Folders, plan: Desk) -> None:
    plan.enter("n: iets")
    with pytest.raises(Refused, match="Something was recorded"):
        discard(folders, plan.path)
    assert names(folders) == [plan.path.name]


def test_a_half_typed_line_keeps_it(folders: Folders, plan: Desk) -> None:
    plan.keep_draft("n: iet")
    with pytest.raises(Refused, match="half typed"):
        discard(folders, plan.path)


def test_a_meeting_that_comes_after_it_keeps_it(folders: Folders, plan: Desk) -> None:
    plan_next(plan, folders)
    with pytest.raises(Refused, match="Meeting 2 comes after this one"):
        discard(folders, plan.path)


def test_another_program_that_has_it_open_keeps_it(
    folders: Folders, plan: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan.sit_down()
    monkeypatch.setattr(lease.Lease, "is_ours", False)
    with pytest.raises(Refused, match="open elsewhere"):
        discard(folders, plan.path)


def test_a_damaged_file_is_left_as_it_is(folders: Folders, plan: Desk) -> None:
    plan.path.write_bytes(b"{")
    with pytest.raises(StoreError, match="cannot be opened"):
        discard(folders, plan.path)
    assert plan.path.read_bytes() == b"{"
