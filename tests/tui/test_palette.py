"""The palette: ctrl+P offers what can be done on the screen below, and does what is chosen."""

from collections.abc import Callable

import pytest

from overleg.desk.folders import Folders
from overleg.desk.workbench import Desk
from overleg.domain.choices import Language
from overleg.tui.app import OverlegApp
from overleg.tui.screens.live import Live
from overleg.tui.screens.palette import Palette
from tests.tui.conftest import clock
from tests.tui.terminal import MACHINE, Sitting, sitting

HOSTILE = "a [concept] [red]b[/red] [/x] [@click=app.quit]z[/]"


async def opened(table: Sitting) -> None:
    await table.press("ctrl+p")
    await table.sees("What do you want to do?", "Esc Back")


async def is_back(table: Sitting) -> None:
    await table.no_longer_sees("What do you want to do?")
    assert isinstance(table.app.screen, Live)


async def test_it_offers_what_can_be_done_with_its_keys(live: Sitting) -> None:
    await opened(live)
    await live.sees("›Type", "Give the next party the floor", "F8")


async def test_a_verb_is_found_and_done(live: Sitting, desk: Desk) -> None:
    await live.enter("n GEM: een")
    await opened(live)
    await live.type("undo")
    await live.sees("›Undo")
    await live.press("enter")
    await live.sees("Undone: Note GEM")
    await is_back(live)
    assert desk.session.entries == ()


async def test_it_is_walked_with_the_arrows(live: Sitting, desk: Desk) -> None:
    await opened(live)
    await live.press("down", "pagedown", "pageup", "up", "down")
    await live.sees("›Turn")
    await live.press("enter")
    await live.sees("has the floor")


async def test_a_verb_is_done_with_a_click(live: Sitting) -> None:
    await opened(live)
    row = next(number for number, line in enumerate(live.lines) if "floor" in line)
    await live.pilot.click(offset=(20, row))
    await live.sees("has the floor")


async def test_a_verb_of_the_app_is_done_above_the_screen(live: Sitting) -> None:
    theme = live.app.theme
    await opened(live)
    await live.type("colours\n")
    await is_back(live)
    assert live.app.theme != theme


async def test_a_command_with_an_argument_is_put_in_the_bar(live: Sitting, desk: Desk) -> None:
    await opened(live)
    await live.type("somebody is here")
    await live.sees("›/present")
    await live.press("enter")
    await live.sees("› /present")
    await live.enter("Ruud")
    await live.until(lambda: desk.session.attendance, "the attendance")


async def test_what_was_typed_waits_under_the_arrow_up(live: Sitting) -> None:
    await live.type("half een zin")
    await opened(live)
    await live.type("/present\n")
    await live.sees("› /present")
    for _ in range(len("/present ")):
        live.driver.key("backspace", None, 0.1)
    await live.press("up")
    await live.sees("› half een zin")


@pytest.mark.parametrize("key", ["escape", "ctrl+p"])
async def test_it_goes_back_without_doing_anything(live: Sitting, desk: Desk, key: str) -> None:
    before = desk.session
    await opened(live)
    await live.press(key)
    await is_back(live)
    assert desk.session == before


async def test_it_goes_back_with_a_click_in_the_footer(live: Sitting) -> None:
    await opened(live)
    await live.pilot.click("Palette Keys", offset=(14, 0))
    await is_back(live)


async def test_it_says_so_when_nothing_fits(live: Sitting) -> None:
    await opened(live)
    await live.type("zzz")
    await live.sees("Nothing that can be done here is called that.")
    await live.press("enter", "enter", "down", "up", "pagedown")
    await live.sees("Nothing that can be done here is called that.")
    await live.press(*["backspace"] * 3)
    await live.sees("›Type")


async def test_any_text_is_text(live: Sitting) -> None:
    await opened(live)
    await live.type(HOSTILE)
    await live.sees("[@click=app.quit]z[/]", "Nothing that can be done here")
    await live.paste("twee\nregels \x1b[2J")
    await live.press("enter")
    await live.sees("Nothing that can be done here")


async def test_two_enters_at_once_do_one_thing(live: Sitting) -> None:
    await opened(live)
    await live.type("capture")
    await live.press(
        "backspace", "backspace", "backspace", "backspace", "backspace", "backspace", "backspace"
    )
    await live.type("\n\n", MACHINE)
    await is_back(live)


async def test_it_opens_from_home_and_from_the_help(folders: Folders, desk: Desk) -> None:
    async with sitting(OverlegApp(folders, Language.EN, clock)) as table:
        await table.sees("Eerste overleg")
        await opened(table)
        await table.sees("Plan a new meeting")
        await table.press("escape", "f1", "ctrl+p")
        await table.sees("What do you want to do?", "Colours")
        await table.press("escape", "escape")
        await table.sees("Enter Open")


@pytest.mark.parametrize(("width", "height"), [(20, 5), (1, 1), (200, 50), (120, 40)])
async def test_it_is_there_in_any_window(live: Sitting, width: int, height: int) -> None:
    await opened(live)
    await live.resize(width, height)
    await live.type("undo")
    await live.press("down", "down", "up")
    await live.resize(80, 24)
    await live.sees("›Undo")
    assert isinstance(live.app.screen, Palette)


async def test_it_looks_as_before(live: Sitting, as_before: Callable[[str, str], None]) -> None:
    await opened(live)
    await live.type("undo")
    await live.sees("›Undo")
    as_before("palette-80x24", live.text)
