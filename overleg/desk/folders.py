"""The folders a user works in, and what is in them."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from overleg import paths
from overleg.domain.model import Session
from overleg.domain.text import fold
from overleg.errors import OverlegError, StoreError
from overleg.store import folder
from overleg.store.headers import Summary

if TYPE_CHECKING:
    from overleg.domain.forms import MeetingForm

__all__ = [
    "Folders",
    "Summary",
    "follows",
    "known_forms",
    "list_sessions",
    "read_sessions",
    "working_folder",
]


@dataclass(frozen=True, slots=True)
class Folders:
    """Where the sessions, the documents and a team's own forms are."""

    home: Path
    sessions: Path
    exports: Path

    @classmethod
    def at(cls, home: Path, sessions: Path | None = None, exports: Path | None = None) -> "Folders":
        """The folders of a working folder, but for those that are chosen otherwise."""
        return cls(home, sessions or paths.sessions_folder(home), exports or paths.exports_folder(home))


def list_sessions(folders: Folders) -> list[Summary]:
    """The sessions of the folder as their headers know them; a damaged file is a row with its fault."""
    return folder.summaries(folders.sessions)


def follows(summary: Summary, earlier: Summary | Session) -> bool:
    """Whether it is a later meeting of the same series, and counts or is practice as that one does."""
    return (
        summary.fault is None
        and summary.series.slug == earlier.series.slug
        and summary.practice == earlier.practice
        and summary.number > earlier.number
    )


def read_sessions(folders: Folders, series: str = "") -> tuple[list[Session], list[OverlegError]]:
    """The sessions that count, whole, and why others could not be read; practice is left out.

    With `series` only those whose series has that title or slug, or begins so.
    """
    wanted = fold(series)
    # Not above: a list of sessions reads no more than their headers.
    from overleg.store.sessionfile import SessionFile

    sessions: list[Session] = []
    unread: list[OverlegError] = []
    for summary in folder.summaries(folders.sessions):
        of_series = fold(summary.series.title).startswith(wanted) or summary.series.slug.startswith(wanted)
        if summary.practice or (summary.fault is None and not of_series):
            continue
        try:
            sessions.append(SessionFile(summary.path).load())
        except StoreError as error:
            unread.append(error)
    return sessions, unread


def working_folder(environ: Mapping[str, str], cwd: Path) -> Path:
    """The folder that a user works in: chosen, the current one, or one in the documents."""
    return paths.home(environ, cwd)


def known_forms(home: Path) -> "dict[str, MeetingForm]":
    """The meeting forms that can be chosen, by key."""
    from overleg.store.forms import read_forms

    return read_forms(home)
