from collections.abc import AsyncIterator, Callable
from datetime import date
from threading import Event

import pytest

from overleg.desk import standing
from overleg.desk.folders import Folders, list_sessions
from overleg.desk.next_meeting import plan_next
from overleg.desk.workbench import Desk, found_session, open_session
from overleg.domain.choices import Language
from overleg.domain.meeting_changes import Close
from overleg.domain.model import Session
from overleg.domain.setup import Setup, new_series, read_party
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
            await table.sees("›", "Eerste overleg Warnsveld", "2026-11-01-kapot.json", "3 open actions")
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


def meeting(folders: Folders, title: str, day: date, *lines: str, practice: bool = False) -> Desk:
    """A meeting of a series of that title, held and closed when something was said in it."""
    plan = Setup(
        title=title,
        date=day,
        start="19:30",
        series=new_series(title),
        parties=(read_party("GEM=Gemeente:municipality"),),
        language=Language.NL,
        practice=practice,
    )
    desk = found_session(folders, plan, clock)
    for line in lines:
        desk.enter(line)
    if lines:
        desk.make(Close(at=clock()))
    return desk


@pytest.fixture
def closed(folders: Folders) -> Desk:
    """A closed meeting with two open actions, one of them overdue, and none after it."""
    lines = "a GEM: begroting sturen, uiterlijk 4-1-2027", "a GEM: bellen"
    return meeting(folders, "Tafel Zuid", date(2027, 1, 12), *lines)


@pytest.fixture
def several(folders: Folders) -> None:
    """Series of every sort: with a day, without one, practice, with a long title, and a damaged file."""
    lines = "a GEM: begroting, uiterlijk 4-1-2027", "a GEM: bellen", "/volgende 11-2-2027 19:30"
    plan_next(meeting(folders, "Tafel Zuid", date(2027, 1, 12), *lines), folders)
    undated = meeting(folders, "Wonen", date(2026, 12, 10), "a GEM: iets, uiterlijk 20-12-2026")
    plan_next(undated, folders)
    meeting(folders, "Oefenen", date(2027, 1, 13), "a GEM: oefenactie", practice=True)
    meeting(
        folders, "Samenwerking van wonen, welzijn, zorg en ondersteuning in Zuid en West", date(2027, 3, 4)
    )
    broken = plan_next(meeting(folders, "Kapot", date(2026, 6, 1), "a GEM: iets"), folders).path
    broken.write_bytes(broken.read_bytes().replace(b'"kind":"action"', b'"kind":"acton"'))
    (folders.sessions / "2026-11-01-kapot.json").write_text("{", encoding="utf-8")


class TestSeries:
    @pytest.mark.parametrize(("width", "height"), [(80, 24), (120, 40), (200, 50)])
    async def test_say_how_they_stand(
        self, folders: Folders, several: None, as_before: Compare, width: int, height: int
    ) -> None:
        async with sitting(OverlegApp(folders, Language.EN, clock), width, height) as table:
            await table.sees("not counted", "no open actions")
            as_before(f"home-series-{width}x{height}", table.text)

    async def test_are_listed_before_anything_is_counted(
        self, folders: Folders, closed: Desk, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        may_count = Event()
        read = standing.read_standing
        monkeypatch.setattr(standing, "read_standing", lambda *given: (may_count.wait(), read(*given))[1])
        async with sitting(OverlegApp(folders, Language.EN, clock)) as table:
            await table.sees("Tue 12 Jan 2027", "closed")
            assert "open actions" not in table.text
            may_count.set()
            await table.sees("2 open actions, 1 overdue · minutes of 12 Jan 2027 to adopt", "no date yet")

    async def test_are_counted_anew_after_a_meeting(self, folders: Folders, desk: Desk) -> None:
        async with sitting(OverlegApp(folders, Language.EN, clock)) as table:
            await table.sees("no open actions")
            await table.press("enter")
            await table.sees("Note ›")
            await table.enter("a GEM: bellen")
            await table.press("ctrl+o")
            await table.sees("1 open action")

    async def test_survive_a_small_window(self, folders: Folders, several: None) -> None:
        async with sitting(OverlegApp(folders, Language.EN, clock), 20, 5) as table:
            await table.sees("›")
            await table.press("home", "end", "pageup")
            await table.resize(1, 1)
            await table.resize(80, 24)
            await table.sees("Tafel Zuid", "›")


class TestTheNextMeeting:
    async def test_is_offered_and_planned(self, folders: Folders, closed: Desk) -> None:
        before = closed.path.read_bytes()
        async with sitting(OverlegApp(folders, Language.EN, clock)) as table:
            await table.sees("This meeting has no next one yet: v plans it.", "v Next")
            await table.press("v")
            await table.sees("›   2  no day yet", "The next meeting is planned")
            assert "v Next" not in table.text
            assert closed.path.read_bytes() == before
            await table.press("u")
            await table.sees("›   1  Tue 12 Jan 2027", "Thrown away again", "v Next")
            assert len(list_sessions(folders)) == 1

    async def test_is_gone_to_where_it_is_there(self, folders: Folders, closed: Desk) -> None:
        plan_next(closed, folders)
        async with sitting(OverlegApp(folders, Language.EN, clock)) as table:
            await table.sees("›   2")
            await table.press("down", "v")
            await table.sees("›   2", "The next meeting is there already.")
            assert len(list_sessions(folders)) == 2

    async def test_waits_for_the_end_of_this_one(self, folders: Folders, desk: Desk) -> None:
        async with sitting(OverlegApp(folders, Language.EN, clock)) as table:
            await table.sees("Eerste overleg")
            await table.press("v")
            await table.sees("This meeting is not closed yet")

    async def test_is_marked_after_a_meeting_was_closed(self, folders: Folders, desk: Desk) -> None:
        nearer = meeting(folders, "Dichterbij", clock().date())
        async with sitting(OverlegApp(folders, Language.EN, clock, desk)) as table:
            await table.sees("Note ›")
            await table.press("f9")
            await table.sees("F2 closes the meeting")
            await table.press("f2")
            await table.sees("The documents are in")
            await table.press("escape")
            await table.sees("Note ›")
            await table.press("ctrl+o")
            await table.sees("›   2", nearer.session.title)


class TestThrowingAway:
    async def test_a_plan_is_gone_and_comes_back(self, folders: Folders, desk: Desk) -> None:
        async with sitting(OverlegApp(folders, Language.EN, clock)) as table:
            await table.sees("Eerste overleg")
            await table.press("delete")
            await table.sees("Thrown away; ^Z brings it back: Warnsveld houdt zorg · meeting 1.")
            assert list_sessions(folders) == []
            await table.press("ctrl+z")
            await table.sees("›   1", "Back in the list: Warnsveld houdt zorg · meeting 1.")
            assert session(folders) == desk.session
            await table.press("u")
            await table.sees("There is nothing to undo here.")

    async def test_a_meeting_in_which_something_was_said_stays(self, folders: Folders, desk: Desk) -> None:
        desk.enter("n: iets")
        async with sitting(OverlegApp(folders, Language.EN, clock)) as table:
            await table.sees("Eerste overleg")
            await table.press("delete")
            await table.sees("so it stays.")
            assert session(folders) == desk.session

    async def test_the_mark_goes_to_the_one_below(self, folders: Folders) -> None:
        meeting(folders, "Zuid", date(2027, 1, 14))
        meeting(folders, "Noord", date(2027, 2, 14))
        meeting(folders, "West", date(2027, 3, 14))
        async with sitting(OverlegApp(folders, Language.EN, clock)) as table:
            await table.sees("› ", "Noord")
            await table.press("down", "delete")
            await table.no_longer_sees("Sun 14 Feb 2027")
            await table.sees("›   1  Sun 14 Mar 2027")


def session(folders: Folders) -> Session:
    (summary,) = list_sessions(folders)
    return open_session(folders, summary.id, clock).session


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
