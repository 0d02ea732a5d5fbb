"""A power cut at any moment, on a disk that loses or reorders all it was not told to keep.

The model: bytes that were written reach the disk when the file is synced, else not at all, half or
whole; a name that was made, replaced or removed does when the folder is synced, else perhaps.
"""

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from overleg.domain.model import Session
from overleg.store.decoding import read_session
from overleg.store.sessionfile import SessionFile
from overleg.store.unreadable import Unreadable
from tests.faults.system_calls import After, watched
from tests.store.sessions import LONG, NAME, a_session, longer

SAVES = 200 if LONG else 12


@dataclass
class Disk:
    """What is on the disk for sure, and what may be."""

    path: str
    ignores: str = ""
    """Which sync the program is taken not to have done: ``file``, ``folder`` or none."""
    written: dict[int, bytes] = field(default_factory=dict)
    synced: dict[int, bytes] = field(default_factory=dict)
    temporaries: dict[str, int] = field(default_factory=dict)
    opened: dict[int, str] = field(default_factory=dict)
    files: dict[int, int] = field(default_factory=dict)
    """The file that a descriptor writes to, by a number of our own."""
    named: int | None = None
    pending: list[int] = field(default_factory=list)
    """The files that may have the session's name after a power cut, beside the one that has it for sure."""

    def after(self, call: str, args: tuple[Any, ...], given: Any) -> None:
        match call:
            case "open":
                self._opens(given, os.fspath(args[0]), args[1])
            case "write" if args[0] in self.files:
                self.written[self.files[args[0]]] += bytes(args[1])[:given]
            case "fsync":
                self._syncs(args[0])
            case "replace" | "link" if os.fspath(args[1]) == self.path:
                self.pending.append(self.temporaries[os.fspath(args[0])])

    def _opens(self, descriptor: int, path: str, flags: int) -> None:
        self.opened[descriptor] = path
        self.files.pop(descriptor, None)
        if flags & os.O_CREAT:
            number = len(self.written)
            self.files[descriptor] = self.temporaries[path] = number
            self.written[number] = b""

    def _syncs(self, descriptor: int) -> None:
        if descriptor in self.files:
            if self.ignores != "file":
                self.synced[self.files[descriptor]] = self.written[self.files[descriptor]]
        elif self.opened[descriptor] == os.path.dirname(self.path) and self.ignores != "folder":
            self.named = self.pending[-1] if self.pending else self.named
            self.pending.clear()

    def after_a_power_cut(self) -> set[bytes | None]:
        """What the session's file may hold then; None where it may not be there."""
        states: set[bytes | None] = {None} if self.named is None else set()
        for number in {*self.pending, *([] if self.named is None else [self.named])}:
            whole = self.written[number]
            kept = self.synced.get(number)
            states |= {kept} if kept == whole else {kept or b"", whole[: len(whole) // 2], whole}
        return states


def test_after_a_power_cut_the_file_holds_all_that_was_saved(tmp_path: Path) -> None:
    states, lost = cut_everywhere(tmp_path, SAVES)
    print(f"power cut at every call of {SAVES} saves: states {states}, lost {lost}")
    assert states > 10 * SAVES
    assert lost == 0


@pytest.mark.parametrize("forgotten", ["file", "folder"])
def test_a_program_that_forgets_a_sync_is_caught(tmp_path: Path, forgotten: str) -> None:
    states, lost = cut_everywhere(tmp_path, 3, forgotten)
    print(f"the same without fsync of the {forgotten}: states {states}, lost {lost}")
    assert lost > 0


def cut_everywhere(folder: Path, saves: int, forgotten: str = "") -> tuple[int, int]:
    """How many states the disk may be in after a power cut, and in how many of them something is lost."""
    path = folder / f"{NAME}.json"
    file = SessionFile.create(path, a_session())
    disk = Disk(str(path), forgotten)
    disk.written[0] = disk.synced[0] = path.read_bytes()
    disk.named = 0
    found: list[bool] = []
    for _ in range(saves):
        before, after = file.session, longer(file.session)
        with watched(after=cut_after_each(disk, found, (before, after))), file.lock():
            file.save(after)
        found += [opens_as(state, (after,)) for state in disk.after_a_power_cut()]
    return len(found), found.count(False)


def cut_after_each(disk: Disk, found: list[bool], good: tuple[Session, ...]) -> After:
    """Notes after each call, for each state the disk may be in, whether it holds one of the good sessions."""

    def see(call: str, args: tuple[Any, ...], given: Any) -> None:
        disk.after(call, args, given)
        found.extend(opens_as(state, good) for state in disk.after_a_power_cut())

    return see


def opens_as(state: bytes | None, good: tuple[Session, ...]) -> bool:
    try:
        return state is not None and read_session(state, NAME).session in good
    except Unreadable:
        return False
