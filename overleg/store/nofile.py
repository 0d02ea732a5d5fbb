"""A session that is in no file yet: it can be changed, and is gone with the program."""

import contextlib
from collections.abc import Iterator
from pathlib import Path

from overleg.domain.model import Session
from overleg.store.sessionfile import PATIENCE, SessionFile


class NoFile(SessionFile):
    """Takes the place of a file for a meeting that is being planned; nothing is read or written."""

    def __init__(self, folder: Path, session: Session) -> None:
        super().__init__(folder / ".new")
        self._planned = session

    @property
    def session(self) -> Session:
        return self._planned

    def load(self) -> Session:
        return self._planned

    @contextlib.contextmanager
    def lock(self, patience: float = PATIENCE) -> Iterator[None]:
        yield

    def has_moved_on(self) -> bool:
        return False

    def is_gone(self) -> bool:
        return False

    def save(self, session: Session) -> None:
        self._planned = session
