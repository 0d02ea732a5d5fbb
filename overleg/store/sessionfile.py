"""One session in one file: read, watched for what others do to it, and written."""

import contextlib
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Self

import msgspec

from overleg.domain.model import TABLES, Session
from overleg.domain.text import clean
from overleg.store import backups, lease, trouble
from overleg.store.atomic import Stamp, create_file, make_folder, sweep
from overleg.store.decoding import Contents, contents_of, header_fields, read_session, under_name
from overleg.store.delta import Delta, delta
from overleg.store.layout import HEADER, HEADER_ID, file_of
from overleg.store.reading import read_file
from overleg.store.tablefile import TableFile
from overleg.store.unreadable import NewerFormat, Unreadable

if TYPE_CHECKING:  # each takes longer to import than to list all sessions
    from filelock import BaseFileLock

    from overleg.store.storage import RecordTable, SessionDatabase

PATIENCE = 5.0
"""How many seconds a program waits for another one that is writing the same session."""

_BETWEEN_TRIES = 0.005


class SessionFile:
    """The file of one session, and what this program knows to be in it.

    A change to a session that others may change too::

        with file.lock():
            if file.has_moved_on():
                session = file.load()
            session = apply(session, change)
            file.save(session)

    The session's id is the name of its file without the suffix. A copy of a file under another name is
    another session: in memory it has that name as its id, and so have its own entries (`born_in`).
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._session: Session | None = None
        self._tables = TableFile(path)
        self._database: SessionDatabase | None = None
        self._lock: BaseFileLock | None = None

    @classmethod
    def create(cls, path: Path, session: Session) -> Self:
        """A new file with that session; raises `NotSaved` where something has that name already."""
        file = cls(path)
        contents = under_name(contents_of(session), clean(path.stem))
        try:
            make_folder(path.parent, may_be_link=True)
            file._know(contents, create_file(path, *file_of(contents.lines)))
        except FileExistsError as error:
            raise trouble.exists(path) from error
        except OSError as error:
            raise trouble.not_saved(path, trouble.reason(error)) from error
        return file

    @property
    def session(self) -> Session:
        """The session as it was last loaded or saved."""
        if self._session is None:
            raise RuntimeError("a session is loaded before it is asked for")
        return self._session

    def load(self) -> Session:
        """The session in the file; raises `StoreError` with the place of the fault. Never writes."""
        try:
            data, stamp = read_file(self.path)
            contents = read_session(data, self.path.stem)
        except FileNotFoundError as error:
            raise trouble.missing(self.path, backups.newest_good(self.path)) from error
        except OSError as error:
            raise trouble.not_read(self.path, error) from error
        except NewerFormat as error:
            raise trouble.newer(self.path, error.clause) from error
        except Unreadable as error:
            raise trouble.damaged(self.path, error.clause, backups.newest_good(self.path)) from error
        self._know(contents, stamp)
        return contents.session

    @contextlib.contextmanager
    def lock(self, patience: float = PATIENCE) -> Iterator[None]:
        """Keeps other programs from writing the session; raises `Busy` when one does not get done.

        It waits so many seconds for that; with 0 it does not wait at all.
        """
        # Not at the top: it takes 75 ms to import, and reading does without.
        from filelock import FileLock, Timeout

        folder = self.path.parent / lease.FOLDER
        try:
            make_folder(folder)
            self._lock = self._lock or FileLock(folder / f"{self.path.stem}.lock", mode=0o600)
            self._lock.acquire(timeout=patience, poll_interval=_BETWEEN_TRIES)
        except Timeout as error:
            raise trouble.busy(self.path, lease.others(self.path)) from error
        except OSError as error:
            raise trouble.not_saved(self.path, trouble.reason(error)) from error
        try:
            yield
        finally:
            # What was saved is saved; a lock that cannot be given back ends with the program.
            with contextlib.suppress(OSError):
                self._lock.release()

    @staticmethod
    def prepare() -> None:
        """Loads the libraries that writing needs, for a moment when nobody waits for it.

        Together they take a tenth of a second, which the first line that is entered would feel.
        """
        import_module("filelock")
        import_module("overleg.store.storage")

    def has_moved_on(self) -> bool:
        """Whether somebody else has put another file in the place of the one we loaded or saved."""
        return self._tables.has_moved_on()

    def is_gone(self) -> bool:
        """Whether somebody has removed the file, or its folder; saving makes both again."""
        return self._tables.is_gone()

    def save(self, session: Session) -> None:
        """Writes what differs from the session last loaded or saved, and keeps the version before.

        Only under `lock`. Raises `MovedOn` where somebody else has changed the file, and `NotSaved`
        where it cannot be written: the last good file and what is known of it are as they were.
        """
        if self.has_moved_on():
            raise trouble.moved_on(self.path)
        before = self.session
        deltas = {
            table: delta(getattr(before, table), self._tables.lines[table], getattr(session, table), key)
            for table, key in TABLES.items()
            if getattr(before, table) is not getattr(session, table)
        }
        header = header_fields(session)
        if any(map(any, deltas.values())) or header != header_fields(before) or self.is_gone():
            self._write(header, deltas)
        self._session = session

    def keep_both(self, session: Session) -> Path:
        """Saves the session where somebody has put something else that cannot be merged or read.

        What is there is set aside under the name that is returned. Only under `lock`.
        """
        aside = backups.set_aside(self.path, "conflict")
        self.save(session)
        return aside

    def _know(self, contents: Contents, stamp: Stamp) -> None:
        self._session = contents.session
        self._tables = TableFile(self.path, contents.lines, stamp)
        self._database = None

    def _write(self, header: dict[str, object], deltas: dict[str, Delta]) -> None:
        with self._tables.write():
            self._table(HEADER).put({HEADER_ID: msgspec.to_builtins(header)})
            for name, change in deltas.items():
                _bring_up_to_date(self._table(name), change)

    def _table(self, name: str) -> "RecordTable":
        if self._database is None:
            from overleg.store.storage import SessionDatabase

            self._database = SessionDatabase(self._tables)
            sweep(self.path)
        return self._database.table(name)


def _bring_up_to_date(table: "RecordTable", change: Delta) -> None:
    if change.gone:
        table.remove(doc_ids=change.gone)
    if change.put:
        table.put({id: msgspec.to_builtins(record) for id, record in change.put.items()})
    if change.order:
        table.arrange(change.order)
