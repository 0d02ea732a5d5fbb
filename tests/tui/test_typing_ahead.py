"""Who types faster than the focus moves loses no letter."""

import asyncio

import pytest
from textual import events

from overleg.tui.screens.capturing import Capturing
from overleg.tui.widgets.form_fields import Wrapping
from tests.tui.terminal import HUMAN, Sitting


async def test_a_letter_on_its_way_through_the_list_comes_into_the_line(
    live: Sitting, monkeypatch: pytest.MonkeyPatch
) -> None:
    handle = Capturing.on_key

    async def handle_when_the_focus_has_moved(screen: Capturing, event: events.Key) -> None:
        screen.set_focus(screen.bar)
        while not screen.bar.has_focus:  # noqa: ASYNC110  # Textual tells nobody but the bar
            await asyncio.sleep(0)
        handle(screen, event)

    await live.press("escape")
    monkeypatch.setattr(Capturing, "on_key", handle_when_the_focus_has_moved)
    await live.type("snel")
    await live.sees("› snel")


async def test_keys_that_wait_are_done_in_the_order_in_which_they_were_pressed(live: Sitting) -> None:
    for key in ("a", "f", "s", "backspace", "backspace", "z", "left", "r", "home", "d", "end", "k"):
        live.driver.key(key, key if len(key) == 1 else None, HUMAN)
    await live.sees("› darzk")


async def test_so_they_are_in_a_form(live: Sitting) -> None:
    await live.enter("n GEM: iets")
    await live.press("f4")
    await live.sees("F2 Keep")
    live.app.screen.query_one(Wrapping).focus()
    await live.rest()
    for key in ("end", "x", "y", "backspace", "z", "left", "w"):
        live.driver.key(key, key if len(key) == 1 else None, HUMAN)
    await live.sees("ietsxwz")
