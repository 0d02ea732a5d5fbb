"""A dialog goes back once, however often it is told to."""

import asyncio
import inspect
import pkgutil
from importlib import import_module

import pytest
from textual import events
from textual.screen import ModalScreen, Screen

from overleg.desk.folders import Folders
from overleg.desk.workbench import Desk
from overleg.domain.choices import Language
from overleg.errors import Message
from overleg.tui import screens
from overleg.tui.app import OverlegApp
from overleg.tui.screens.closing import Closing
from overleg.tui.screens.help import Help
from overleg.tui.screens.live import Live
from overleg.tui.screens.palette import Palette
from overleg.tui.screens.question import Question
from overleg.tui.screens.returning import Returning
from overleg.tui.verbs import verb
from overleg.tui.widgets.footer import Keys
from overleg.tui.widgets.form_fields import Wrapping
from tests.tui.conftest import clock
from tests.tui.terminal import MACHINE, Sitting

MODULES = [f"{screens.__name__}.{module.name}" for module in pkgutil.iter_modules(screens.__path__)]


@pytest.mark.parametrize("module", MODULES)
def test_every_screen_goes_back_once(module: str) -> None:
    made = [each for _, each in inspect.getmembers(import_module(module), inspect.isclass)]
    ours = [each for each in made if issubclass(each, Screen) and each not in (Screen, ModalScreen)]
    assert [each for each in ours if not issubclass(each, Returning)] == []


async def test_two_answers_at_once_are_one(live: Sitting) -> None:
    answers: list[bool | None] = []
    live.app.push_screen(Question(Message("Shall we?"), Language.EN), answers.append)
    await live.sees("Shall we?")
    await live.type("yn\n", MACHINE)
    await live.no_longer_sees("Shall we?")
    assert isinstance(live.app.screen, Live)
    assert answers == [True]


async def test_a_button_is_clicked_once_too(live: Sitting) -> None:
    answers: list[bool | None] = []
    live.app.push_screen(Question(Message("Shall we?"), Language.EN), answers.append)
    await live.sees("Shall we?")
    await live.pilot.double_click("#yes")
    await live.no_longer_sees("Shall we?")
    assert isinstance(live.app.screen, Live)
    assert answers == [True]


async def test_what_a_second_click_asks_is_not_done_on_the_screen_below(live: Sitting) -> None:
    await live.press("f1")
    await live.sees("Esc Back")
    shown = live.app.screen
    for _ in range(2):
        shown.query_one(Keys).post_message(Keys.Asked(verb("close"), shown))
    await live.no_longer_sees("Esc Back")
    assert isinstance(live.app.screen, Live)


async def test_what_came_in_front_is_not_taken_away_for_a_meeting_that_opens_late(
    live: Sitting, desk: Desk
) -> None:
    asked = live.app.screen
    assert isinstance(asked, Live)
    await live.press("f1")
    await live.sees("Esc Back")
    for message in (Live.Opened(desk, asked), Live.Left()):
        asked.post_message(message)
        await live.rest()
        assert isinstance(live.app.screen, Help)
    await live.press("escape")
    await live.no_longer_sees("Esc Back")
    assert live.app.screen is asked


async def test_the_mouse_may_be_over_what_was_just_taken_away(live: Sitting) -> None:
    await live.enter("n GEM: iets")
    await live.press("f4")
    await live.sees("F2 Keep")
    screen = live.app.screen
    field = screen.query_one(Wrapping)
    at = field.region.offset
    taken = field.remove()
    for _ in iter(lambda: field.is_running, False):
        await asyncio.sleep(0)
    field.notify_style_update()
    for event in (events.MouseMove, events.MouseDown, events.MouseUp):
        await live.app.on_event(event(None, *at, 0, 0, 1, False, False, False, *at))
    await taken
    await live.sees("F2 Keep")


async def test_a_key_finds_the_screen_when_what_had_the_focus_is_gone(live: Sitting) -> None:
    await live.enter("n GEM: iets")
    await live.press("f4")
    await live.sees("F2 Keep")
    screen = live.app.screen
    field = screen.query_one(Wrapping)
    await field.remove()
    screen.focused = field
    await live.press("escape")
    await live.no_longer_sees("F2 Keep")
    assert isinstance(live.app.screen, Live)


async def test_a_key_that_comes_before_its_widgets_does_nothing(live: Sitting) -> None:
    palette = Palette((), Language.EN)
    live.app.push_screen(palette)
    assert not await live.app.run_action("choose", palette)
    await live.sees("What do you want to do?")
    assert await live.app.run_action("choose", palette)


async def test_an_app_that_is_told_to_end_while_a_screen_opens_ends_well(
    folders: Folders, example: Desk
) -> None:
    for moments in range(0, 40, 5):
        app = OverlegApp(folders, Language.EN, clock, example)
        async with app.run_test() as pilot:
            await pilot.pause()
            app.push_screen(Closing(example, Language.EN, folders))
            for _ in range(moments):
                await asyncio.sleep(0)
            app.leave(143)
        assert app.return_code == 143
