from collections.abc import AsyncIterator, Callable

import pytest

from overleg.desk.folders import Folders, list_sessions
from overleg.desk.workbench import Desk, open_session
from overleg.domain.choices import Language
from overleg.tui.app import OverlegApp
from tests.tui.conftest import clock
from tests.tui.terminal import Sitting, sitting

Compare = Callable[[str, str], None]


@pytest.fixture
async def home(folders: Folders) -> AsyncIterator[Sitting]:
    async with sitting(OverlegApp(folders, Language.EN, clock)) as table:
        await table.sees("n New")
        yield table


class TestWithoutMeetings:
    async def test_says_how_to_begin(self, home: Sitting, as_before: Compare) -> None:
        await home.sees("There are no meetings here yet.")
        as_before("home-empty-80x24", home.text)

    async def test_the_example_can_be_opened(self, home: Sitting) -> None:
        await home.press("e")
        await home.sees("9/9 Nabespreken", "N-007")

    async def test_enter_does_nothing(self, home: Sitting) -> None:
        await home.press("enter")
        await home.sees("There are no meetings here yet.")


class TestWithMeetings:
    @pytest.mark.parametrize(("width", "height"), [(80, 24), (120, 40), (200, 50)])
    async def test_looks_as_before(
        self, folders: Folders, example: Desk, as_before: Compare, width: int, height: int
    ) -> None:
        (folders.sessions / "2026-11-01-kapot.json").write_text("{", encoding="utf-8")
        async with sitting(OverlegApp(folders, Language.EN, clock), width, height) as table:
            await table.sees("›", "Eerste overleg Warnsveld", "2026-11-01-kapot.json")
            as_before(f"home-{width}x{height}", table.text)

    async def test_enter_opens_the_one_that_is_marked(self, desk: Desk, folders: Folders) -> None:
        async with sitting(OverlegApp(folders, Language.EN, clock)) as table:
            await table.sees("Eerste overleg")
            await table.press("enter")
            await table.sees("not begun", "Note ›")

    async def test_a_click_opens_it(self, desk: Desk, folders: Folders) -> None:
        async with sitting(OverlegApp(folders, Language.EN, clock)) as table:
            await table.sees("Eerste overleg")
            row = next(n for n, line in enumerate(table.lines) if "Eerste overleg" in line)
            await table.pilot.click(offset=(20, row))
            await table.sees("not begun")

    async def test_a_damaged_one_says_why_and_stays_closed(self, folders: Folders, desk: Desk) -> None:
        (folders.sessions / "kapot.json").write_text("{", encoding="utf-8")
        async with sitting(OverlegApp(folders, Language.EN, clock)) as table:
            await table.sees(" ! kapot.json")
            await table.press("end", "enter")
            await table.until(lambda: table.lines[22] != "", "a sentence")
            await table.sees("Enter Open")

    async def test_a_meeting_that_was_left_is_in_the_list(self, home: Sitting) -> None:
        await home.press("e")
        await home.sees("9/9 Nabespreken")
        await home.press("ctrl+o")
        await home.sees("Eerste overleg Warnsveld")

    async def test_the_mark_never_stands_on_the_name_of_a_series(self, home: Sitting) -> None:
        await home.press("e")
        await home.sees("9/9 Nabespreken")
        await home.press("ctrl+o")
        await home.sees("Eerste overleg Warnsveld")
        await home.press("up", "home", "pageup")
        await home.sees("›   1")


class TestANewMeeting:
    async def test_is_made_and_opened(self, home: Sitting, folders: Folders) -> None:
        await home.press("n")
        await home.sees("New meeting", "‹ First meeting ›")
        await home.type("Overleg é\t\t\t19.30\t\tdorpshuis")
        await home.press("f2")
        await home.sees("Overleg é · meeting 1", "not begun")
        (summary,) = list_sessions(folders)
        session = open_session(folders, summary.id, clock).session
        assert (session.title, session.start, session.place) == ("Overleg é", "19:30", "dorpshuis")

    async def test_in_a_series_that_is_there_gets_the_next_number(self, folders: Folders, desk: Desk) -> None:
        async with sitting(OverlegApp(folders, Language.EN, clock)) as table:
            await table.sees("Eerste overleg")
            await table.press("n")
            await table.sees("Series          Warnsveld houdt zorg")
            await table.type("Tweede overleg")
            await table.press("f2")
            await table.sees("Warnsveld houdt zorg · meeting 2")

    async def test_is_not_made_on_escape(self, home: Sitting, folders: Folders) -> None:
        await home.press("n")
        await home.sees("New meeting")
        await home.press("escape")
        await home.sees("There are no meetings here yet.")
        assert list_sessions(folders) == []

    async def test_enter_in_a_field_goes_to_the_next(self, home: Sitting) -> None:
        await home.press("n")
        await home.sees("New meeting")
        await home.enter("Overleg\n")
        await home.press("end", "backspace")
        await home.sees("14-01-202\n")

    async def test_has_help(self, home: Sitting) -> None:
        await home.press("n")
        await home.sees("New meeting")
        await home.press("f1")
        await home.sees("Make the new meeting and open it")
        await home.press("escape")
        await home.sees("New meeting")
