"""Who else is in the meeting."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from time import monotonic

from overleg.errors import Message
from overleg.store import lease

_OLDEST = 5.0
"""Seconds after which the folder is read again though it seems the same: a program may have been killed,
which changes nothing on the disk, and two changes within one tick of a file system look like one."""


@dataclass(frozen=True, slots=True)
class Other:
    """Another program that has the session open, since a moment in local time; `is_here`: on this machine."""

    user: str
    machine: str
    since: datetime
    is_here: bool

    @property
    def words(self) -> Message:
        """Who that is, in a sentence."""
        since = f"{self.since:%H:%M}"
        if self.is_here:
            return Message("This meeting is open in another window since {since}.", since=since)
        if not self.user:
            return Message(
                "Somebody is in this meeting too, on {machine} since {since}.",
                machine=self.machine,
                since=since,
            )
        return Message(
            "{user} is in this meeting too, on {machine} since {since}.",
            user=self.user,
            machine=self.machine,
            since=since,
        )


class Presence:
    """Watches one session; most of the time that is one look at a folder and no reading."""

    def __init__(self, path: Path, timer: Callable[[], float] = monotonic) -> None:
        self._path = path
        self._timer = timer
        self._known: tuple[Other, ...] = ()
        self._changed_at = -1
        self._fresh_until = 0.0

    def others(self) -> tuple[Other, ...]:
        """The others, the first comer first."""
        changed_at = lease.changed_at(self._path)
        if changed_at != self._changed_at or self._timer() >= self._fresh_until:
            self._known = tuple(map(_other, lease.others(self._path)))
            self._changed_at = changed_at
            self._fresh_until = self._timer() + _OLDEST
        return self._known


def _other(held: lease.Lease) -> Other:
    return Other(held.user, held.machine, held.since, held.is_here)
