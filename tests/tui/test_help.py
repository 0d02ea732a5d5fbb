"""Help tells what a screen is for, and every key that works there."""

from collections.abc import Callable

import pytest
from textual import events

from overleg.desk.folders import Folders
from overleg.desk.workbench import Desk
from overleg.domain.choices import Language
from overleg.domain.kinds import KINDS
from overleg.locale import say
from overleg.tui.app import OverlegApp
from overleg.tui.explained import EXAMPLES, PURPOSES
from overleg.tui.screens.help import Help
from overleg.tui.verbs import Place, verbs_at
from overleg.tui.verbs.keymap import USUAL
from tests.tui.conftest import clock
from tests.tui.terminal import Sitting, sitting

WHEEL = events.MouseScrollDown(None, 10, 10, 0, 0, 0, shift=False, meta=False, ctrl=False)
PLACES = [place for place in Place if place is not Place.EVERYWHERE]


def words(table: Sitting) -> str:
    return " ".join(table.text.split())


@pytest.mark.parametrize("place", PLACES)
async def test_each_place_is_explained_with_its_keys_and_their_names(folders: Folders, place: Place) -> None:
    async with sitting(OverlegApp(folders, Language.EN, clock), 200, 160) as table:
        table.app.push_screen(Help(place, USUAL, Language.EN, Language.NL))
        await table.sees("Keys of your own")
        shown = words(table)
        assert say(PURPOSES[place], Language.EN) in shown
        for verb in verbs_at(place):
            keys = " ".join((*USUAL.names_at(verb, place), str(verb.label), str(verb.tooltip)))
            assert keys in shown
            assert f"{verb.id} {verb.label}" in shown


def test_nothing_is_explained_that_is_not_there() -> None:
    assert PURPOSES.keys() == set(PLACES)


async def test_on_the_live_screen_the_lines_are_explained(live: Sitting) -> None:
    await live.resize(160, 150)
    await live.press("f1")
    await live.sees("Enter always saves.", "/present")
    shown = words(live)
    assert all(f"{row.letters[Language.NL]} {row.words[Language.NL]}" in shown for row in KINDS.values())
    assert all(line in shown and str(meaning) in shown for line, meaning in EXAMPLES)


@pytest.mark.parametrize("key", ["escape", "f1", "question_mark"])
async def test_it_goes_back_to_where_it_was_opened(live: Sitting, key: str) -> None:
    await live.type("half een zin")
    await live.press("f1", key)
    await live.sees("› half een zin")


async def test_in_a_list_a_question_mark_opens_it(folders: Folders, desk: Desk) -> None:
    async with sitting(OverlegApp(folders, Language.EN, clock)) as table:
        await table.sees("Eerste overleg")
        await table.press("question_mark")
        await table.sees("Plan a new meeting")


async def test_it_is_read_with_keys_and_with_the_mouse(live: Sitting) -> None:
    await live.press("f1")
    await live.sees("The meeting itself.")
    await live.press("end")
    await live.no_longer_sees("The meeting itself.")
    await live.press("pageup", "pageup", "home")
    await live.sees("The meeting itself.")
    await live.press("pagedown", "down")
    await live.no_longer_sees("The meeting itself.")
    await live.press("home")
    await live.sees("The meeting itself.")
    live.driver.process_message(WHEEL)
    await live.no_longer_sees("The meeting itself.")


async def test_it_goes_back_with_a_click_in_the_footer(live: Sitting) -> None:
    await live.press("f1")
    await live.sees("The meeting itself.")
    await live.pilot.click("Help Keys", offset=(2, 0))
    await live.sees("Note ›")


async def test_it_looks_as_before(folders: Folders, as_before: Callable[[str, str], None]) -> None:
    async with sitting(OverlegApp(folders, Language.EN, clock)) as table:
        await table.press("f1")
        await table.sees("The meetings in this folder")
        as_before("help-80x24", table.text)
