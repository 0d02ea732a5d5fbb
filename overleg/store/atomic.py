"""Files that are written whole or not at all, and are on the disk when the call returns.

Only calls of `os` are used, so that the tests can make each of them fail, or be the last one.
"""

import contextlib
import errno
import os
import stat
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple, Self

if sys.platform == "darwin":
    import fcntl

_CREATE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
_FOLDER = os.O_RDONLY | getattr(os, "O_DIRECTORY", 0)
_PRIVATE_FILE = 0o600
_PRIVATE_FOLDER = 0o700

# A file system that cannot sync a folder says so with one of these; there is nothing better to do there.
_CANNOT_SYNC = {errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS}

NO_HARD_LINKS = {errno.EPERM, errno.EMLINK, errno.EXDEV, *_CANNOT_SYNC}
"""What a file system says that has no hard links, such as that of a memory stick."""

# Windows refuses to replace or remove a file that another program has open, a virus scanner for one;
# such a program is done within moments. In all, a second and a half.
_WAITS = (0.01, 0.02, 0.05, 0.1, 0.2, 0.4, 0.7) if os.name == "nt" else ()

_TEMPORARY = ".tmp"


class Stamp(NamedTuple):
    """What tells one version of a file from another without reading it."""

    device: int
    number: int
    modified_ns: int
    size: int

    @classmethod
    def of(cls, info: os.stat_result) -> Self:
        return cls(info.st_dev, info.st_ino, info.st_mtime_ns, info.st_size)

    @classmethod
    def at(cls, path: Path) -> Self | None:
        """The stamp of what is at `path` now, None where nothing is."""
        try:
            return cls.of(os.lstat(path))
        except (FileNotFoundError, NotADirectoryError):
            return None


def ignore(stamp: Stamp) -> None:
    """For a caller of `replace_file` who does not need to know."""


def replace_file(path: Path, *data: bytes, placed: Callable[[Stamp], None] = ignore) -> Stamp:
    """Puts `data`, in one piece or more, at `path`, and returns when it would survive a power cut.

    `placed` is told the stamp of the new file as soon as it is in its place; an error after that says
    that the disk may not have it yet. Raises `OSError`; before that moment the old file is untouched.
    """
    refuse_special(path)
    temporary = _write_beside(path, data)
    try:
        stamp = Stamp.of(os.stat(temporary))
        _patiently(lambda: os.replace(temporary, path))
    except BaseException:
        _discard(temporary)
        raise
    placed(stamp)
    sync_folder(path.parent)
    return stamp


def create_file(path: Path, *data: bytes) -> Stamp:
    """As `replace_file`, but never in the place of something: raises `FileExistsError`."""
    temporary = _write_beside(path, data)
    try:
        stamp = Stamp.of(os.stat(temporary))
        _put_where_nothing_is(temporary, path)
    finally:
        _discard(temporary)
    sync_folder(path.parent)
    return stamp


def make_folder(path: Path, *, may_be_link: bool = False) -> None:
    """Makes a private folder, and those above it, if it is not there.

    A link to a folder will do only for a folder that the user chose; elsewhere it would lead what we
    write to another place, and raises `NotADirectoryError`, as anything does that is no folder.
    """
    try:
        os.mkdir(path, _PRIVATE_FOLDER)
    except FileNotFoundError:
        if path.parent == path:
            raise
        make_folder(path.parent, may_be_link=True)
        make_folder(path)
    except FileExistsError:
        info = os.stat(path) if may_be_link else os.lstat(path)
        if not stat.S_ISDIR(info.st_mode):
            raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(path)) from None
    else:
        with contextlib.suppress(PermissionError):  # a folder above ours may be closed to reading
            sync_folder(path.parent)


def sync_folder(path: Path) -> None:
    """Makes the names in a folder survive a power cut, where the platform can (Windows cannot)."""
    if os.name == "nt":
        return
    descriptor = os.open(path, _FOLDER)
    try:
        _sync(descriptor)
    except OSError as error:
        if error.errno not in _CANNOT_SYNC:
            raise
    finally:
        os.close(descriptor)


def _sync(descriptor: int) -> None:
    if sys.platform == "darwin":  # where fsync leaves the data in the disk's own memory
        with contextlib.suppress(OSError):
            fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)
            return
    os.fsync(descriptor)


def refuse_special(path: Path) -> None:
    """Raises `OSError` where a link, a folder or a device has the name that a file is to get."""
    with contextlib.suppress(FileNotFoundError):
        if not stat.S_ISREG(os.lstat(path).st_mode):
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path))


def remove_file(path: Path) -> None:
    """Removes a file if it is there."""
    with contextlib.suppress(FileNotFoundError):
        _patiently(lambda: os.unlink(path))


def sweep(path: Path) -> None:
    """Removes what killed programs left half-written beside `path`; nobody may be writing it now."""
    for leftover in _leftovers(path):
        _discard(leftover)


def _leftovers(path: Path) -> Iterator[Path]:
    with contextlib.suppress(OSError), os.scandir(path.parent) as entries:
        for entry in entries:
            if entry.name.startswith(f".{path.name}.") and entry.name.endswith(_TEMPORARY):
                yield path.with_name(entry.name)


def _write_beside(path: Path, data: Iterable[bytes]) -> Path:
    temporary = path.with_name(f".{path.name}.{os.urandom(8).hex()}{_TEMPORARY}")
    descriptor = os.open(temporary, _CREATE, _PRIVATE_FILE)
    try:
        try:
            _write_all(descriptor, b"".join(data))
            _sync(descriptor)
        finally:
            os.close(descriptor)
    except BaseException:
        _discard(temporary)
        raise
    return temporary


def _write_all(descriptor: int, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(descriptor, rest) :]


def _put_where_nothing_is(temporary: Path, path: Path) -> None:
    if os.name == "nt":  # where a rename never replaces
        os.rename(temporary, path)
        return
    try:
        os.link(temporary, path)
    except OSError as error:
        if error.errno not in NO_HARD_LINKS:
            raise
        _reserve_and_replace(temporary, path)


def _reserve_and_replace(temporary: Path, path: Path) -> None:
    os.close(os.open(path, _CREATE, _PRIVATE_FILE))
    try:
        os.replace(temporary, path)
    except BaseException:
        _discard(path)
        raise


def _patiently(step: Callable[[], None]) -> None:
    for wait in _WAITS:
        try:
            return step()
        except PermissionError:
            time.sleep(wait)
    return step()


def _discard(temporary: Path) -> None:
    with contextlib.suppress(OSError):
        os.unlink(temporary)
