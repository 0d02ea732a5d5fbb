"""Putting a finished document in its folder: whole or not at all, and never over another one."""

import os
from collections.abc import Iterator
from pathlib import Path

from overleg.errors import ExportError, Message
from overleg.store.atomic import make_folder, replace_file

_MOST_COPIES = 1000


def place(path: Path, data: bytes, *, overwrite: bool = False) -> Path:
    """Write a document and answer where it went: `path`, or the first ``… (2)`` that is free.

    Raises `ExportError`; whatever stood there is untouched then.
    """
    try:
        make_folder(path.parent)
        if overwrite:
            _refuse_what_is_no_file(path)
            replace_file(path, data)
            return path
        return _place_beside(path, data)
    except OSError as error:
        raise ExportError(
            Message(
                "The document {name} could not be written: {reason}.", name=path.name, reason=error.strerror
            ),
            Message("Nothing was overwritten; choose another folder or make room, and export again."),
        ) from error


def _place_beside(path: Path, data: bytes) -> Path:
    """A whole file appears under a name that nobody had: written aside, then linked."""
    finished = path.parent / f".{path.name}.{os.getpid()}.{os.urandom(4).hex()}"
    replace_file(finished, data)
    try:
        for target in _names(path):
            try:
                _claim(finished, target)
            except FileExistsError:
                continue
            return target
    finally:
        finished.unlink(missing_ok=True)
    raise ExportError(
        Message("There are too many documents called {name}.", name=path.name),
        Message("Move the old ones to another folder, and export again."),
    )


def _claim(finished: Path, target: Path) -> None:
    """Give a finished file its name, if nobody has it."""
    try:
        os.link(finished, target)
    except FileExistsError:
        raise
    except OSError:
        # A disk without hard links, such as a USB stick: take the name first, then fill it.
        os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        os.replace(finished, target)


def _names(path: Path) -> Iterator[Path]:
    yield path
    for number in range(2, _MOST_COPIES):
        yield path.with_name(f"{path.stem} ({number}){path.suffix}")


def _refuse_what_is_no_file(path: Path) -> None:
    if path.is_symlink() or (path.exists() and not path.is_file()):
        raise ExportError(
            Message("{path} is not a file that can be overwritten.", path=path),
            Message("Choose another name for the document."),
        )
