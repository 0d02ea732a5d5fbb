"""A terminal for tests: what the app writes is drawn by pyte, and keys come as fast as a test says."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

import pyte
from textual import events
from textual.drivers.headless_driver import HeadlessDriver
from textual.keys import key_to_character
from textual.pilot import Pilot

from overleg.tui.app import OverlegApp

HUMAN, MACHINE = 0.1, 0.001
"""Seconds between two keys, on the clock of the events; nobody waits for them."""

_PATIENCE = 10.0
_MOMENT = 0.004
_UNKNOWN_TO_PYTE = ("\x1b[<u", "\x1b[>1u")


class DrawnDriver(HeadlessDriver):
    """Takes the place of a terminal; `screen` is what stands on it."""

    latest: "DrawnDriver"

    def __init__(self, app: Any, **options: Any) -> None:
        super().__init__(app, **options)
        width, height = options.get("size") or (80, 24)
        self.screen = pyte.Screen(width, height)
        self._stream = pyte.Stream(self.screen)
        self.writes = 0
        self._time = 1000.0
        DrawnDriver.latest = self

    @property
    def is_headless(self) -> bool:
        return False

    def write(self, data: str) -> None:
        for sequence in _UNKNOWN_TO_PYTE:
            assert sequence not in data, "a kitty sequence reached the terminal"
        self.writes += 1
        self._stream.feed(data)

    def key(self, key: str, character: str | None, gap: float) -> None:
        event = events.Key(key, character)
        self._time += gap
        event.time = self._time
        self.process_message(event)

    def paste(self, text: str) -> None:
        self.process_message(events.Paste(text))

    def resize(self, width: int, height: int) -> None:
        self.screen.resize(height, width)


class Sitting:
    """Somebody in front of the app."""

    def __init__(self, app: OverlegApp, pilot: Pilot[Any], driver: DrawnDriver) -> None:
        self.app = app
        self.pilot = pilot
        self.driver = driver

    @property
    def lines(self) -> list[str]:
        """What is drawn, line by line, without the spaces at the end."""
        return [line.rstrip() for line in self.driver.screen.display]

    @property
    def text(self) -> str:
        return "\n".join(self.lines).rstrip() + "\n"

    async def press(self, *keys: str) -> None:
        """Press keys one after the other, by name; without the rests that a pilot takes between them."""
        for key in keys:
            self.driver.key(key, key_to_character(key), HUMAN)
            await self.rest()

    async def type(self, text: str, gap: float = HUMAN) -> None:
        """Type characters; a line end is Enter, a tab is Tab."""
        names = {"\n": "enter", "\t": "tab"}
        for character in text:
            name = names.get(character, character)
            self.driver.key(name, None if name != character else character, gap)
            if name != character and gap == HUMAN:
                await self.rest()  # nobody types on before the focus has moved
        await self.rest()

    async def enter(self, line: str) -> None:
        """Type a line and press Enter, as fast as somebody can."""
        await self.type(f"{line}\n")

    async def paste(self, text: str) -> None:
        self.driver.paste(text)
        await self.rest()

    async def resize(self, width: int, height: int) -> None:
        self.driver.resize(width, height)
        await self.pilot.resize_terminal(width, height)
        await self.rest()

    async def sees(self, *words: str) -> None:
        """Wait until all of the words are drawn."""
        await self.until(
            lambda: all(each in self.text for each in words), f"{words} in:\n", lambda: self.text
        )

    async def no_longer_sees(self, words: str) -> None:
        await self.until(lambda: words not in self.text, f"no {words!r} in:\n", lambda: self.text)

    async def rest(self) -> None:
        """Wait until the app has nothing more to do, and nothing more to draw.

        A pilot's own pause hands every widget a message and sleeps 20 ms, which was half the time of a test.
        """
        drawn = -1
        while drawn != self.driver.writes:
            drawn = self.driver.writes
            quiet = 0
            while quiet < 2:
                used = time.process_time()
                await asyncio.sleep(_MOMENT)
                quiet = quiet + 1 if time.process_time() - used < _MOMENT / 10 else 0

    async def until(
        self, condition: Callable[[], object], what: str = "", seen: Callable[[], str] = lambda: ""
    ) -> None:
        """Wait until something is so; fail with what was waited for when it does not become so."""
        loop = asyncio.get_running_loop()
        end = loop.time() + _PATIENCE
        while not condition():
            assert loop.time() < end, f"waited in vain for {what}{seen()}"
            await self.rest()


@asynccontextmanager
async def sitting(app: OverlegApp, width: int = 80, height: int = 24) -> AsyncIterator[Sitting]:
    """The app, open on a terminal of that size."""
    app.driver_class = DrawnDriver
    async with app.run_test(headless=False, size=(width, height), notifications=True) as pilot:
        table = Sitting(app, pilot, DrawnDriver.latest)
        await table.until(lambda: table.text != "\n", "anything drawn")
        yield table
