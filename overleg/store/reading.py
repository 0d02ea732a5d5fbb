"""Reading a file that anybody may have put there: an ordinary one, and no giant."""

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from overleg.errors import Message
from overleg.store.atomic import Stamp
from overleg.store.unreadable import NotAFile

LARGEST = 64 * 1024 * 1024
"""No meeting comes near this size, in bytes; what does is something else."""

# Without O_NONBLOCK, opening a named pipe waits for somebody to write into it.
_READ = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
_CHUNK = 1024 * 1024


class Edges(NamedTuple):
    """The beginning and the end of a file, and what the system knows about it."""

    start: bytes
    end: bytes
    info: os.stat_result


def read_file(path: Path) -> tuple[bytes, Stamp]:
    """The contents of an ordinary file, and the stamp of just that version.

    Raises `NotAFile` for links, folders, pipes and giants, `OSError` where the system refuses.
    """
    with _opened(path) as (descriptor, info):
        return _read(descriptor, info.st_size), Stamp.of(info)


def read_edges(path: Path, start: int, end: int) -> Edges:
    """The first and the last so many bytes of an ordinary file; raises as `read_file`."""
    with _opened(path) as (descriptor, info):
        first = _read(descriptor, start)
        if info.st_size <= start:
            return Edges(first, first[-end:], info)
        os.lseek(descriptor, -end, os.SEEK_END)
        return Edges(first, _read(descriptor, end), info)


@contextmanager
def _opened(path: Path) -> Iterator[tuple[int, os.stat_result]]:
    # Asked before opening: not every platform can refuse a link, and to open a device may do something.
    _refuse_special(os.lstat(path))
    descriptor = os.open(path, _READ)
    try:
        info = os.fstat(descriptor)
        _refuse_special(info)
        if info.st_size > LARGEST:
            raise NotAFile(Message("it is larger than {size} MB", size=LARGEST // 1024**2))
        yield descriptor, info
    finally:
        os.close(descriptor)


def _refuse_special(info: os.stat_result) -> None:
    if stat.S_ISLNK(info.st_mode):
        raise NotAFile(Message("it is a link to another place"))
    if stat.S_ISDIR(info.st_mode):
        raise NotAFile(Message("it is a folder"))
    if not stat.S_ISREG(info.st_mode):
        raise NotAFile(Message("it is no ordinary file"))


def _read(descriptor: int, length: int) -> bytes:
    """So many bytes, or what there is."""
    chunks = []
    while length > 0 and (chunk := os.read(descriptor, min(length, _CHUNK))):
        chunks.append(chunk)
        length -= len(chunk)
    return b"".join(chunks)
