"""What is typed but not entered, so that a program that is killed loses no sentence."""

import contextlib
from pathlib import Path

from overleg.domain.text import clean
from overleg.store.atomic import make_folder, remove_file, replace_file, sweep
from overleg.store.reading import read_file
from overleg.store.unreadable import NotAFile

FOLDER = ".draft"


def keep(path: Path, text: str) -> bool:
    """Keeps the half-typed line of the session at `path`; says whether that could be done."""
    data = text.encode("utf-8", "replace")  # a terminal can hand over half a character
    with contextlib.suppress(OSError):
        make_folder(path.parent / FOLDER)
        replace_file(_file(path), data)
        return True
    return False


def kept(path: Path) -> str:
    """The half-typed line of the session at `path`, empty where there is none."""
    try:
        data, _ = read_file(_file(path))
    except (OSError, NotAFile):
        return ""
    return clean(data.decode("utf-8", "replace"))


def drop(path: Path) -> None:
    """Forgets the half-typed line: it was entered, or given up."""
    with contextlib.suppress(OSError):
        remove_file(_file(path))
    sweep(_file(path))


def _file(path: Path) -> Path:
    return path.parent / FOLDER / f"{path.stem}.txt"
