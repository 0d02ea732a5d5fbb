"""Keeping what is on the screen and what is on the disk the same, second by second."""

from collections.abc import Callable
from time import monotonic

from overleg.desk.workbench import Desk
from overleg.domain.said import SetAside
from overleg.errors import Message

_SHARE = 10
"""A look at the disk that took long is followed by a rest so many times as long."""


class Keeper:
    """Looks after one desk: what others wrote, and what waits to be saved."""

    def __init__(self, desk: Desk, timer: Callable[[], float] = monotonic) -> None:
        self._desk = desk
        self._timer = timer
        self._rests_until = 0.0
        self._told_aside = len(desk.set_aside)

    def look(self) -> None:
        """Take over what others wrote and try to save what waits; a slow disk is not asked again at once."""
        start = self._timer()
        if start < self._rests_until:
            return
        self._desk.refresh()
        self._rests_until = start + (self._timer() - start) * _SHARE

    def alarm(self) -> Message | None:
        """That what is on the screen is not on the disk, as long as it is not."""
        if self._desk.trouble is None:
            return None
        return Message(
            "NOT SAVED: {why} Nothing is lost, it stays on the screen; trying again.",
            why=self._desk.trouble.message,
        )

    def news(self) -> list[SetAside]:
        """What did not fit any more after others had written; each is told once."""
        new = self._desk.set_aside[self._told_aside :]
        self._told_aside += len(new)
        return new


class Draft:
    """What is typed and not entered, as it was kept last."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.text = desk.draft()

    def keep(self, text: str) -> None:
        """Keep it where it changed."""
        if text != self.text:
            self._desk.keep_draft(text)
            self.text = text
