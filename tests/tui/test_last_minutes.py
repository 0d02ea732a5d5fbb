"""The minutes of last time on the screen: read, corrected, adopted; then the open matters."""

from collections.abc import AsyncIterator, Callable
from datetime import datetime

import pytest

from overleg.desk.example import open_example
from overleg.desk.folders import Folders
from overleg.desk.next_meeting import plan_next
from overleg.desk.workbench import Desk, Made, open_session
from overleg.domain.choices import Language
from overleg.domain.model import Correction
from overleg.tui.app import OverlegApp
from overleg.tui.screens.last_minutes import LastMinutes
from overleg.tui.screens.live import Live
from overleg.tui.screens.review import Review
from tests.tui.terminal import Sitting, sitting

EVENING = datetime(2027, 2, 11, 19, 40)
CORRECTION = "/verslag wijzig ZOR: punt 4 'bouwt' -> 'onderzoekt'"


def clock() -> datetime:
    return EVENING


@pytest.fixture
def second(folders: Folders) -> Desk:
    """The second meeting of the example, that has begun, with one correction."""
    first = open_session(folders, open_example(folders).session.id, lambda: datetime(2027, 1, 14, 21, 10))
    first.enter("/sluit")
    desk = open_session(folders, plan_next(first, folders).session.id, clock)
    for line in ("/hervat", CORRECTION):
        assert isinstance(desk.enter(line), Made)
    return desk


async def at_minutes(
    folders: Folders, desk: Desk, width: int = 80, height: int = 24, language: Language = Language.EN
) -> AsyncIterator[Sitting]:
    async with sitting(OverlegApp(folders, language, clock, desk), width, height) as table:
        await table.until(lambda: isinstance(table.app.screen, Live))
        table.app.push_screen(LastMinutes(desk, language))
        await table.until(lambda: isinstance(table.app.screen, LastMinutes))
        await table.rest()
        yield table


@pytest.fixture
async def minutes(folders: Folders, second: Desk) -> AsyncIterator[Sitting]:
    """The page of the minutes of last time, in English, at 80×24."""
    async for table in at_minutes(folders, second):
        await table.sees("Eerste overleg Warnsveld")
        yield table


def corrections(desk: Desk) -> tuple[Correction, ...]:
    assert desk.session.adopts is not None
    return desk.session.adopts.corrections


def is_adopted(desk: Desk) -> bool:
    return desk.session.adopts is not None and desk.session.adopts.at is not None


class TestTheWholeWay:
    async def test_from_the_review_by_corrections_and_adoption_to_what_is_open(
        self, folders: Folders, second: Desk
    ) -> None:
        async with sitting(OverlegApp(folders, Language.EN, clock, second)) as table:
            await table.sees("F1 Help")
            await table.enter("/terugblik")
            await table.sees("m Read and correct", "not adopted yet, 1 correction")
            await table.press("enter")
            await table.sees("Minutes of 14 January 2027", "CONCEPT")
            await table.press("n")
            await table.sees("Correction of the minutes")
            await table.type("punt 7\nkosteloos\ntegen kostprijs\n")
            await table.press("right", "enter", "enter")
            await table.sees("Correction to the minutes", "kosteloos", "GEM: punt 7: “kosteloos”")
            assert [(each.party, each.where) for each in corrections(second)] == [
                ("ZOR", "punt 4"),
                ("GEM", "punt 7"),
            ]
            await table.press("a")
            await table.sees("adopted at meeting 2, 11 February 2027 (dorpshuis)", "VASTGESTELD")
            assert is_adopted(second)
            await table.press("m")
            await table.sees("A-003", "gone through")
            assert isinstance(table.app.screen, Review)
            assert table.app.screen.row is not None
            assert table.app.screen.row.key == "A-002"
            await table.press("home")
            await table.sees("adopted at meeting 2, 11", "February 2027 (dorpshuis), 2 corrections", "m Read")

    async def test_from_the_line_and_on_to_the_review(self, folders: Folders, second: Desk) -> None:
        async with sitting(OverlegApp(folders, Language.EN, clock, second)) as table:
            await table.sees("F1 Help")
            await table.enter("/verslag lees")
            await table.sees("Minutes of 14 January 2027")
            await table.press("m")
            await table.until(lambda: isinstance(table.app.screen, Review))
            await table.press("m")
            await table.until(lambda: isinstance(table.app.screen, LastMinutes))
            await table.press("escape", "escape", "escape")
            await table.until(lambda: isinstance(table.app.screen, Live))


class TestTheText:
    async def test_can_be_read_to_its_end_and_holds_nothing_confidential(self, minutes: Sitting) -> None:
        told = minutes.text
        await minutes.press("tab")
        for _ in range(30):
            await minutes.press("pagedown")
            told += minutes.text
        assert "Besluitenlijst" in told
        assert "6 vertrouwelijke punten" in told
        assert "410.000" not in told

    async def test_is_drawn_anew_in_another_window(self, minutes: Sitting) -> None:
        await minutes.resize(40, 20)
        await minutes.sees("Eerste overleg")
        assert all(len(line) <= 40 for line in minutes.lines)
        await minutes.resize(120, 40)
        await minutes.sees("Wijzigingen graag aan Joris van Beek")

    async def test_that_cannot_be_read_says_why_and_keeps_nobody_from_adopting(
        self, folders: Folders, second: Desk
    ) -> None:
        first = next(each for each in folders.sessions.glob("2027-01-14*.json"))
        first.write_text("{")
        async for table in at_minutes(folders, second):
            await table.sees("cannot be opened", "punt 4")
            await table.press("a")
            await table.sees("adopted at meeting 2")
            assert is_adopted(second)


class TestCorrections:
    async def test_are_changed(self, minutes: Sitting, second: Desk) -> None:
        await minutes.press("enter")
        await minutes.sees("‹ ZorgOrg ›", "bouwt")
        await minutes.press("enter", "enter")
        await minutes.type(" het")
        await minutes.press("f2")
        await minutes.sees("Correction changed", "onderzoekt het")
        assert corrections(second)[0].new == "onderzoekt het"

    async def test_are_removed_and_come_back_by_undo(self, minutes: Sitting, second: Desk) -> None:
        await minutes.press("delete")
        await minutes.sees("Correction removed", "No corrections. n notes one")
        assert corrections(second) == ()
        await minutes.press("u")
        await minutes.sees("Undone: Correction removed")
        assert len(corrections(second)) == 1

    async def test_come_no_more_after_the_adoption_until_undo(self, minutes: Sitting, second: Desk) -> None:
        await minutes.press("a")
        await minutes.sees("adopted at meeting 2")
        for key in ("n", "enter", "delete", "a"):
            await minutes.press(key)
            await minutes.sees("The minutes of last time are adopted already.")
        await minutes.press("ctrl+z", "delete")
        await minutes.sees("Correction removed")
        assert not is_adopted(second)

    async def test_that_say_nothing_are_not_taken(self, minutes: Sitting, second: Desk) -> None:
        await minutes.press("n")
        await minutes.type("punt 4")
        await minutes.press("f2")
        await minutes.sees("Say what stands there, or what it becomes.", "Correction of the minutes")
        assert len(corrections(second)) == 1

    async def test_that_were_given_up_are_there_again(self, minutes: Sitting, second: Desk) -> None:
        await minutes.press("n")
        await minutes.type("punt 9\nhalf")
        await minutes.press("escape", "n")
        await minutes.sees("punt 9", "half")
        assert len(corrections(second)) == 1

    async def test_that_are_being_typed_survive_the_end(self, minutes: Sitting, second: Desk) -> None:
        await minutes.press("n")
        await minutes.type("punt 9\nhalf\nheel")
        await minutes.press("ctrl+q")
        await minutes.until(lambda: second.draft() == "/verslag wijzig punt 9 ‘half’ -> ‘heel’")

    async def test_of_a_confidence_are_masked_until_they_are_asked_for_twice(
        self, minutes: Sitting, second: Desk
    ) -> None:
        await minutes.press("n")
        await minutes.type("bij N-003\n410.000\n380.000")
        await minutes.press("f2")
        await minutes.sees("∙∙∙")
        assert "0.000" not in minutes.text
        assert corrections(second)[1].sensitivity == "finance"
        await minutes.press("enter")
        await minutes.sees("Enter once more shows it to the whole table.")
        assert "0.000" not in minutes.text
        await minutes.press("enter")
        await minutes.sees("380.000")

    async def test_that_another_program_removed_are_not_changed(
        self, minutes: Sitting, second: Desk, folders: Folders
    ) -> None:
        await minutes.press("enter", "end")
        await minutes.type("!")
        other = open_session(folders, second.session.id, clock)
        assert isinstance(other.enter("/verslag wijzig nog een"), Made)
        await minutes.press("f2")
        await minutes.sees("Correction changed", "nog een")
        assert [each.where for each in corrections(second)] == ["punt 4!", ""]

    async def test_markup_is_text(self, minutes: Sitting) -> None:
        nonsense = "a [red]b[/red] [/x] [@click=app.quit]z[/]"
        await minutes.press("n", "tab", "tab")
        await minutes.type(nonsense)
        await minutes.press("f2")
        await minutes.sees(nonsense)


async def test_a_first_meeting_has_no_minutes_of_last_time(folders: Folders, desk: Desk) -> None:
    async for table in at_minutes(folders, desk):
        await table.sees("there are no minutes of last time")
        await table.press("n", "a", "delete", "enter")
        await table.sees("This is the first meeting of its series")


async def test_a_closed_meeting_can_be_read_and_not_changed(folders: Folders, second: Desk) -> None:
    second.enter("/sluit")
    async for table in at_minutes(folders, second):
        await table.press("a")
        await table.sees("This meeting is closed")
        assert not is_adopted(second)


@pytest.mark.parametrize("size", [(20, 5), (1, 1), (30, 8)])
async def test_survives_a_window_of_any_size(minutes: Sitting, second: Desk, size: tuple[int, int]) -> None:
    await minutes.resize(*size)
    await minutes.press("a", "u", "n", "escape", "tab", "pagedown")
    await minutes.resize(80, 24)
    await minutes.sees("not adopted yet", "punt 4")


@pytest.mark.parametrize(("width", "height"), [(80, 24), (120, 40)])
async def test_looks_as_before(
    folders: Folders, second: Desk, as_before: Callable[[str, str], None], width: int, height: int
) -> None:
    async for table in at_minutes(folders, second, width, height):
        await table.sees("Eerste overleg Warnsveld")
        as_before(f"last-minutes-{width}x{height}", table.text)
