from collections.abc import Callable

import pytest

from overleg.desk.folders import Folders
from overleg.desk.workbench import Desk, open_session
from overleg.domain.choices import Language
from overleg.domain.said import SetAside
from overleg.errors import Message, StoreError
from overleg.locale import say
from overleg.tui.keeping import Draft, Keeper


class Timer:
    """A clock that moves when it is told to."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def failing(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise StoreError(Message("The disk is full."))

    monkeypatch.setattr(desk.file, "save", refuse)


def test_what_another_program_wrote_is_taken_over(desk: Desk, folders: Folders) -> None:
    open_session(folders, desk.session.id, desk.clock).enter("n GEM: van de secretaris")
    Keeper(desk).look()
    assert [entry.text for entry in desk.session.entries] == ["van de secretaris"]


def test_nothing_is_wrong_at_first(desk: Desk) -> None:
    assert Keeper(desk).alarm() is None


def test_a_save_that_fails_is_an_alarm_in_words(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    keeper = Keeper(desk)
    failing(desk, monkeypatch)
    desk.enter("n GEM: dit kan niet op de schijf")
    alarm = keeper.alarm()
    assert alarm is not None
    assert say(alarm, Language.EN).startswith("NOT SAVED: The disk is full.")


def test_it_ends_when_saving_works_again(
    desk: Desk, folders: Folders, monkeypatch: pytest.MonkeyPatch
) -> None:
    keeper = Keeper(desk, Timer())
    with monkeypatch.context() as failing_disk:
        failing(desk, failing_disk)
        desk.enter("n GEM: dit kan niet op de schijf")
        keeper.look()
        assert keeper.alarm() is not None
    keeper.look()
    assert keeper.alarm() is None
    again = open_session(folders, desk.session.id, desk.clock)
    assert [entry.text for entry in again.session.entries] == ["dit kan niet op de schijf"]


def test_a_slow_disk_is_left_alone_for_a_while(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    timer, looks = Timer(), 0

    def slow() -> bool:
        nonlocal looks
        looks += 1
        timer.now += 2
        return False

    monkeypatch.setattr(desk, "refresh", slow)
    keeper = Keeper(desk, timer)
    keeper.look()
    keeper.look()
    assert looks == 1
    timer.now += 30
    keeper.look()
    assert looks == 2


def test_what_was_set_aside_is_told_once(desk: Desk) -> None:
    keeper = Keeper(desk)
    desk.set_aside.append(SetAside(Message("N-001 was withdrawn meanwhile.")))
    assert [str(each.message) for each in keeper.news()] == ["N-001 was withdrawn meanwhile."]
    assert keeper.news() == []


class TestDraft:
    def test_is_there_when_the_session_is_opened_again(self, desk: Desk) -> None:
        Draft(desk).keep("half een zin é")
        assert Draft(desk).text == "half een zin é"

    def test_is_written_only_when_it_differs(self, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
        kept: list[str] = []
        keep: Callable[[str], None] = kept.append
        monkeypatch.setattr(desk, "keep_draft", keep)
        draft = Draft(desk)
        for text in ("a", "a", "ab", ""):
            draft.keep(text)
        assert kept == ["a", "ab", ""]
