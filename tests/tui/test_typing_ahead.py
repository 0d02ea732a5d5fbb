"""Who types faster than the focus moves loses no letter."""

import asyncio

import pytest
from textual import events

from overleg.tui.screens.capturing import Capturing
from tests.tui.terminal import Sitting


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
