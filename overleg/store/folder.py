"""The folder with the sessions: what is in it, which one is meant, and a name for a new one."""

import os
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from overleg.domain.choices import SessionStatus
from overleg.domain.text import clean, fold, slug
from overleg.errors import Message, StoreError
from overleg.store import trouble
from overleg.store.headers import Summary, summary_of

SUFFIX = ".json"
LIVE_OR_NEWEST = "."
"""The name by which a user asks for the session that is going on."""

_LONGEST_STEM = 80
_SHOWN = 12

# Windows takes these for devices, whatever comes after a dot.
_DEVICES = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))}


def summaries(folder: Path) -> list[Summary]:
    """Every session in the folder, by date and time; what does not open comes last, with its fault.

    Empty where there is no such folder. Raises `StoreError` where the folder cannot be read.
    """
    return sorted(map(summary_of, session_paths(folder)), key=_order)


def session_paths(folder: Path) -> list[Path]:
    """Whatever in the folder has the name of a session, by name."""
    try:
        return [folder / name for name in sorted(os.listdir(folder)) if is_session_name(name)]
    except FileNotFoundError:
        return []
    except OSError as error:
        raise trouble.not_read(folder, error) from error


def is_session_name(name: str) -> bool:
    return name.endswith(SUFFIX) and not name.startswith(".")


def resolve(folder: Path, name: str, today: date) -> Path:
    """The file that a user means: by path, by name, by the beginning of one, or ``.``.

    ``.`` is the newest session that is live, else the last one held up to today, else the first to come;
    a practice session that is not live only where there is no other. Raises `Missing` with what there is.
    """
    if name == LIVE_OR_NEWEST:
        return _live_or_newest(folder, today)
    if os.sep in name or "/" in name or name.endswith(SUFFIX):
        return _by_path(folder, name)
    paths = session_paths(folder)
    wanted = fold(clean(name.strip()))
    found = [path for path in paths if fold(path.stem) == wanted]
    found = found or [path for path in paths if wanted and fold(path.stem).startswith(wanted)]
    if not found:
        raise _unknown(folder, name, paths)
    if len(found) > 1:
        raise _ambiguous(name, found)
    return found[0]


def new_path(folder: Path, date: date, series: str) -> Path:
    """A file name that is free, for a session of that series: ``2027-01-14-warnsveld.json``."""
    stem = f"{date:%Y-%m-%d}-{file_slug(series)}"
    number = 1
    path = folder / f"{stem}{SUFFIX}"
    while os.path.lexists(path):
        number += 1
        ending = f"-{number}"
        path = folder / f"{stem[: _LONGEST_STEM - len(ending)].rstrip('-')}{ending}{SUFFIX}"
    return path


def file_slug(text: str, longest: int = _LONGEST_STEM - len("2027-01-14-")) -> str:
    """A name for a file or a folder on any system, whatever the text."""
    name = slug(text)[:longest].strip("-") or "overleg"
    return f"{name}-" if name in _DEVICES else name


def _by_path(folder: Path, name: str) -> Path:
    path = Path(os.path.expanduser(name))
    if not os.path.lexists(path) and os.path.lexists(folder / path):
        return folder / path
    if not os.path.lexists(path):
        raise trouble.missing(path)
    return path


def _live_or_newest(folder: Path, today: date) -> Path:
    found = [each for each in summaries(folder) if each.date is not None]
    if not found:
        paths = session_paths(folder)
        if not paths:
            raise _unknown(folder, LIVE_OR_NEWEST, paths)
        return paths[-1]  # None of them opens; opening this one says why, and what can be done.
    if live := [each for each in found if each.status in (SessionStatus.LIVE, SessionStatus.PAUSED)]:
        return max(live, key=lambda each: (each.date, not each.practice, each.start or "")).path
    found = [each for each in found if not each.practice] or found
    held = [each for each in found if each.date is not None and each.date <= today]
    return (held or found[:1])[-1].path


def _order(summary: Summary) -> tuple[bool, date, str, str]:
    return summary.date is None, summary.date or date.max, summary.start or "", summary.path.name


def _unknown(folder: Path, name: str, paths: list[Path]) -> StoreError:
    if not paths:
        return trouble.Missing(
            Message("There are no sessions in {folder} yet.", folder=trouble.shown(folder)),
            Message("Make one with: overleg new."),
        )
    return trouble.Missing(
        Message('There is no session "{name}".', name=clean(name)),
        Message("There are: {names}.", names=_names(paths)),
    )


def _ambiguous(name: str, paths: list[Path]) -> StoreError:
    return trouble.Missing(
        Message('"{name}" can be more than one session.', name=clean(name)),
        Message("Choose one of: {names}.", names=_names(paths)),
    )


def _names(paths: Iterable[Path]) -> str:
    names = [clean(path.stem) for path in paths]
    return ", ".join(names[-_SHOWN:]) + (" …" if len(names) > _SHOWN else "")
