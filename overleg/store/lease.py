"""Who has a session open: a small file for each program, beside the lock.

A courtesy to people, not a lock: nothing is refused because of it, and nothing fails without it.
"""

import contextlib
import os
import sys
from datetime import datetime, timedelta
from pathlib import Path

import msgspec

from overleg.domain.text import clean, slug
from overleg.store.atomic import make_folder, remove_file, replace_file
from overleg.store.reading import read_file
from overleg.store.unreadable import NotAFile

FOLDER = ".lock"
_SUFFIX = ".lease.json"
_SYNCHRONIZE = 0x00100000  # the right to wait for a process, on Windows

_LONGEST = timedelta(hours=16)
"""How long a program on another machine is believed to run; nobody here can ask it."""


class Lease(msgspec.Struct, frozen=True):
    """A program that has a session open, `since` in local time."""

    session: str
    user: str
    machine: str
    pid: int
    since: datetime

    @property
    def is_held(self) -> bool:
        """Whether that program is still there, as far as can be known from here."""
        if self.is_here:
            return is_running(self.pid)
        return datetime.now() - self.since < _LONGEST

    @property
    def is_here(self) -> bool:
        """Whether that program runs on this machine."""
        return self.machine == _machine()

    @property
    def is_ours(self) -> bool:
        return self.is_here and self.pid == os.getpid()


def hold(path: Path) -> None:
    """Says that this program has the session open."""
    lease = Lease(
        session=clean(path.stem), user=_user(), machine=_machine(), pid=os.getpid(), since=datetime.now()
    )
    with contextlib.suppress(OSError):
        make_folder(path.parent / FOLDER)
        replace_file(_file(path), msgspec.json.encode(lease))


def release(path: Path) -> None:
    """Says that this program no longer has the session open."""
    with contextlib.suppress(OSError):
        remove_file(_file(path))


def others(path: Path) -> list[Lease]:
    """The other programs that have the session open, the first comer first."""
    with contextlib.suppress(OSError):
        found = [
            _read(path.parent / FOLDER / name)
            for name in os.listdir(path.parent / FOLDER)
            if _is_of(name, path)
        ]
        held = [lease for lease in found if lease and lease.session == clean(path.stem) and lease.is_held]
        return sorted((lease for lease in held if not lease.is_ours), key=lambda lease: lease.since)
    return []


def changed_at(path: Path) -> int:
    """When a program last came or went, as a number that only differs from another; 0 where none ever did."""
    with contextlib.suppress(OSError):
        return (path.parent / FOLDER).stat().st_mtime_ns
    return 0


def is_running(pid: int) -> bool:
    """Whether a process with that number runs on this machine."""
    if pid <= 0:
        return False
    # os.kill(pid, 0) would end the process on Windows.
    return _is_running_on_windows(pid) if sys.platform == "win32" else _is_running_on_posix(pid)


def _is_running_on_posix(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except PermissionError:  # somebody else's
        return True
    except (ProcessLookupError, OverflowError):
        return False
    return True


def _is_running_on_windows(pid: int) -> bool:
    import ctypes

    library = ctypes.CDLL("kernel32")
    handle = library.OpenProcess(_SYNCHRONIZE, False, pid)
    if not handle:
        return False
    still_running = library.WaitForSingleObject(handle, 0) != 0
    library.CloseHandle(handle)
    return bool(still_running)


def _file(path: Path) -> Path:
    return path.parent / FOLDER / f"{path.stem}.{slug(_machine())}.{os.getpid()}{_SUFFIX}"


def _is_of(name: str, path: Path) -> bool:
    return name.startswith(f"{path.stem}.") and name.endswith(_SUFFIX)


def _read(file: Path) -> Lease | None:
    try:
        lease = msgspec.json.decode(read_file(file)[0], type=Lease)
    except (OSError, NotAFile, msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return None
    return msgspec.structs.replace(
        lease,
        user=clean(lease.user),
        machine=clean(lease.machine),
        since=lease.since.replace(tzinfo=None),
    )


def _user() -> str:
    import getpass

    try:
        return clean(getpass.getuser())
    except (OSError, KeyError, ImportError):  # no name in the environment, and none in the list of users
        return ""


def _machine() -> str:
    import platform

    return clean(platform.node())
