"""Who is here: one key each, apart from the main screen."""

from collections.abc import AsyncIterator

import pytest

from overleg.desk.folders import Folders
from overleg.desk.workbench import Desk
from overleg.domain.choices import AttendanceStatus, Language
from overleg.domain.model import Person
from overleg.domain.table_changes import PutPerson
from overleg.tui.app import OverlegApp
from overleg.tui.attendance import attendance_of
from overleg.tui.screens.attendance import Attendance
from tests.tui.conftest import NOW, clock
from tests.tui.terminal import Sitting, sitting

HOSTILE = "a [concept] [red]b[/red] [/x] [@click=app.quit]z[/]"


@pytest.fixture
async def table(folders: Folders, desk: Desk) -> AsyncIterator[Sitting]:
    """The attendance of a meeting with a neutral chair and somebody of each of two parties."""
    for person in (Person(id="", name="Marleen"), Person(id="", name="Hilde", party="ZOR")):
        desk.make(PutPerson(at=NOW, person=person))
    async with sitting(OverlegApp(folders, Language.EN, clock, desk)) as table:
        await table.sees("not begun")
        table.app.push_screen(Attendance(desk, Language.EN))
        await table.sees("3 of 3 here", "›✓")
        yield table


def status(desk: Desk, person: str) -> AttendanceStatus:
    return attendance_of(desk.session, person).status


async def test_people_stand_below_their_party(table: Sitting) -> None:
    names = [line.split()[-3:] for line in table.lines[2:7]]
    assert [line.strip().split("  ")[0] for line in table.lines if line in (" Gemeente", " ZorgOrg")]
    assert any("Marleen" in words for words in names)


async def test_space_says_that_somebody_is_not_here_and_is_again(table: Sitting, desk: Desk) -> None:
    await table.press("space")
    await table.sees("2 of 3 here", "Marleen: absent")
    assert status(desk, "marleen") is AttendanceStatus.ABSENT
    await table.press("space")
    await table.sees("3 of 3 here")
    assert status(desk, "marleen") is AttendanceStatus.PRESENT


async def test_absent_with_notice_is_one_key(table: Sitting, desk: Desk) -> None:
    await table.press("down", "h")
    await table.sees("absent with notice")
    assert status(desk, "ruud-ketelaar") is AttendanceStatus.EXCUSED


async def test_late_asks_since_when_and_offers_now(table: Sitting, desk: Desk) -> None:
    await table.press("l")
    await table.sees("Here since what time? 21:10")
    await table.press("enter")
    await table.sees("from 21:10")
    assert attendance_of(desk.session, "marleen").from_time == "21:10"


async def test_late_and_left_are_kept_together(table: Sitting, desk: Desk) -> None:
    await table.press("l")
    await table.type("19.45\n")
    await table.press("w")
    await table.type("20:30\n")
    await table.sees("from 19:45 until 20:30")
    known = attendance_of(desk.session, "marleen")
    assert (known.status, known.from_time, known.until) == (AttendanceStatus.PARTIAL, "19:45", "20:30")


async def test_what_is_no_time_is_asked_again(table: Sitting, desk: Desk) -> None:
    await table.press("l")
    await table.type(f"{HOSTILE}\n")
    await table.sees("a [concept] [red]b[/red] [/x] [@click=app.quit]z[/] is not a time")
    await table.press("escape")
    await table.no_longer_sees("Here since what time?")
    assert desk.session.attendance == ()


async def test_every_key_is_undone_with_one(table: Sitting, desk: Desk) -> None:
    await table.press("h", "ctrl+z")
    await table.sees("3 of 3 here", "Undone: Marleen: absent with notice")
    assert desk.session.attendance == ()


async def test_a_name_with_markup_is_a_name(table: Sitting, desk: Desk) -> None:
    desk.make(PutPerson(at=NOW, person=Person(id="", name=HOSTILE, party="WIJ")))
    screen = table.app.screen
    assert isinstance(screen, Attendance)
    screen.tick()
    await table.sees(HOSTILE[:40])
    await table.press("end", "h")
    await table.sees("3 of 4 here")


async def test_it_goes_back_and_survives_a_small_window(table: Sitting) -> None:
    for size in ((20, 5), (1, 1), (80, 24)):
        await table.resize(*size)
        await table.press("down", "space")
    await table.press("escape")
    await table.sees("F5 Turn")
