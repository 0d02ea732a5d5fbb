"""The last good versions of a session's file, beside it in ``.backup/<stem>/``.

Every version is kept under a second name for the same bytes (a hard link), which costs next to nothing.
We never write into the file but replace it, so a version stays what it was. A program that does write
into it changes the version of now as well, but none of those before.
"""

import contextlib
import os
import re
from datetime import UTC, datetime, timedelta
from functools import cached_property
from pathlib import Path

from overleg.errors import Message, StoreError
from overleg.store import trouble
from overleg.store.atomic import NO_HARD_LINKS, Stamp, create_file, make_folder, remove_file, sync_folder
from overleg.store.decoding import read_session
from overleg.store.reading import read_file
from overleg.store.unreadable import NotAFile, Unreadable

FOLDER = ".backup"
LAST = 10
"""At least so many versions are kept as they follow each other; of those before, the last of each day."""

_MOMENT = "%Y%m%dT%H%M%S%fZ"
_VERSION = re.compile(r"\d{8}T\d{12}Z\.json")
_DAY = len("20270114")


class Backups:
    """The versions of one file. To keep one is never a reason for a save to fail."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._folder = path.parent / FOLDER / path.stem
        self._kept: Stamp | None = None

    def keep(self, stamp: Stamp | None) -> None:
        """Keeps the file, which is now the version of that stamp, if that has not been done."""
        if stamp is None or stamp == self._kept:
            return
        with contextlib.suppress(OSError):
            if self._kept is not None or not self._is_newest(stamp):
                self._put(_name_after(self._names))
                self._thin()
            self._kept = stamp

    def versions(self) -> list[Path]:
        """All versions, the newest first."""
        with contextlib.suppress(OSError):
            return [self._folder / name for name in reversed(self._listed())]
        return []

    @cached_property
    def _names(self) -> list[str]:
        """The names of the versions, the oldest first; those kept from here on are added."""
        self._make_folder()
        return self._listed()

    def _make_folder(self) -> None:
        make_folder(self._folder.parent)
        make_folder(self._folder)

    def _listed(self) -> list[str]:
        try:
            return sorted(filter(_VERSION.fullmatch, os.listdir(self._folder)))
        except FileNotFoundError:
            return []

    def _is_newest(self, stamp: Stamp) -> bool:
        return bool(self._names) and Stamp.at(self._folder / self._names[-1]) == stamp

    def _put(self, name: str) -> None:
        try:
            self._link(name)
        except FileNotFoundError:
            self._make_folder()
            self._link(name)
        self._names.append(name)

    def _link(self, name: str) -> None:
        try:
            os.link(self._path, f"{self._folder}{os.sep}{name}")
        except OSError as error:
            if error.errno not in NO_HARD_LINKS:
                raise
            create_file(self._folder / name, read_file(self._path)[0])

    def _thin(self) -> None:
        # To remove a file takes as long as to write it, so that is not done at every save.
        if len(self._names) % LAST:
            return
        for name in superfluous(self._names):
            remove_file(self._folder / name)
            self._names.remove(name)


def superfluous(names: list[str], last: int = LAST) -> list[str]:
    """Which of these versions, the oldest first, need not be kept."""
    older = names[:-last]
    last_of_day = {name[:_DAY]: name for name in older}
    return [name for name in older if last_of_day[name[:_DAY]] != name]


def newest_good(path: Path) -> Path | None:
    """The newest version of a session's file that opens, None where there is none."""
    return next((version for version in Backups(path).versions() if _opens(version, path.stem)), None)


def set_aside(path: Path, why: str = "broken") -> Path:
    """Gives what is at `path` another name beside it, which no list shows; returns that name.

    Only for when the user has asked for it, or to keep what another program put in the place of a
    session that is open. Raises `StoreError` where it cannot be done.
    """
    aside = path.with_name(f"{path.name}.{why}-{_now()}")
    try:
        os.rename(path, aside)
        sync_folder(path.parent)
    except OSError as error:
        raise _not_set_aside(path, error) from error
    return aside


def put_back(aside: Path, path: Path) -> None:
    """Gives what was set aside its own name again; raises `StoreError` where that cannot be done.

    Never in the place of something: then both stay as they are.
    """
    try:
        create_file(path, read_file(aside)[0])
        remove_file(aside)
    except FileExistsError as error:
        raise trouble.exists(path) from error
    except OSError as error:
        raise trouble.not_saved(path, trouble.reason(error)) from error
    except NotAFile as error:
        raise trouble.not_saved(path, error.clause) from error


def restore(path: Path) -> Path:
    """Puts the newest good version back at `path`; what was there is set aside. Returns that version.

    Only for when the user has asked for it. Raises `StoreError` where there is no good version, or
    where it cannot be done.
    """
    version = newest_good(path)
    if version is None:
        raise StoreError(
            Message("There is no earlier version of {file} that opens.", file=trouble.shown(path)),
            Message("Nothing was changed."),
        )
    try:
        data, _ = read_file(version)
        if os.path.lexists(path):
            set_aside(path)
        create_file(path, data)
    except OSError as error:
        raise trouble.not_saved(path, trouble.reason(error)) from error
    except NotAFile as error:
        raise trouble.not_saved(path, error.clause) from error
    return version


def _opens(version: Path, stem: str) -> bool:
    try:
        read_session(read_file(version)[0], stem)
    except (OSError, Unreadable):
        return False
    return True


def _name_after(names: list[str]) -> str:
    """A name for the version of now that comes after the others, even where the clock was put back."""
    name = f"{_now()}.json"
    if names and name <= names[-1]:
        newest = datetime.strptime(names[-1].removesuffix(".json"), _MOMENT)
        name = f"{newest + timedelta(microseconds=1):{_MOMENT}}.json"
    return name


def _now() -> str:
    return f"{datetime.now(UTC):{_MOMENT}}"


def _not_set_aside(path: Path, error: OSError) -> StoreError:
    return StoreError(
        Message(
            "{file} could not be set aside: {reason}.",
            file=trouble.shown(path),
            reason=trouble.reason(error),
        ),
        Message("It was left as it is."),
    )
