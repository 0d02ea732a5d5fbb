"""The tables of one file: in memory as bytes, and on disk always whole."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from overleg.errors import Message
from overleg.store import layout, strictjson, trouble
from overleg.store.atomic import Stamp, make_folder, replace_file
from overleg.store.backups import Backups
from overleg.store.layout import Lines
from overleg.store.reading import read_file
from overleg.store.sheet import Sheet
from overleg.store.unreadable import Unreadable


class TableFile:
    """The records of a file, kept for as long as the file is the one they were read from.

    Everything staged within a `transaction` is written at its end in one go. When that fails, memory is
    as it was before. In a transaction, a file that does not open is never written over.
    """

    def __init__(self, path: Path, lines: Lines | None = None, stamp: Stamp | None = None) -> None:
        """`lines` and `stamp` are what somebody has just read from the file, if anybody has."""
        self.path = path
        self._backups = Backups(path)
        self._lines = lines or {}
        self._stamp = stamp
        self._staged: Lines | None = None

    @property
    def lines(self) -> Lines:
        """The records by table, as they are in the file or will be after the running transaction."""
        return self._lines if self._staged is None else self._staged

    def stage(self, lines: Lines) -> None:
        """Sets these tables aside, to be written when the running transaction ends."""
        if self._staged is None:
            raise RuntimeError("tables are staged within a transaction")
        self._staged |= lines

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Makes one write of everything within it, on top of what is in the file; raises `StoreError`.

        A transaction within another joins it.
        """
        self.refresh()
        with self.write():
            yield

    @contextmanager
    def write(self) -> Iterator[None]:
        """As `transaction`, but on top of what is in memory, without looking at the file."""
        if self._staged is not None:
            yield
            return
        self._staged = dict(self._lines)
        try:
            yield
            self._commit(self._staged)
        except UnicodeEncodeError as error:
            raise trouble.not_saved(self.path, Message("it holds text that cannot be written")) from error
        finally:
            self._staged = None

    def has_moved_on(self) -> bool:
        """Whether the file is another one than memory knows. Where it is gone, memory is all there is."""
        return self._stamp_now() not in (self._stamp, None)

    def is_gone(self) -> bool:
        """Whether there is no file."""
        return self._stamp_now() is None

    def _stamp_now(self) -> Stamp | None:
        try:
            return Stamp.at(self.path)
        except OSError as error:
            raise trouble.not_read(self.path, error) from error

    def refresh(self) -> None:
        """Reads the file again if it has moved on; raises `StoreError` where it does not open."""
        if self._staged is not None or not self.has_moved_on():
            return
        try:
            data, stamp = read_file(self.path)
            self._lines = _lines_in(data)
        except OSError as error:
            raise trouble.not_read(self.path, error) from error
        except Unreadable as error:
            raise trouble.damaged(self.path, error.clause) from error
        self._stamp = stamp

    def _commit(self, lines: Lines) -> None:
        self._backups.keep(self._stamp)
        try:
            self._put_in_place(*layout.file_of(lines))
        except OSError as error:
            raise trouble.not_saved(self.path, trouble.reason(error)) from error
        self._lines = lines
        self._backups.keep(self._stamp)

    def _put_in_place(self, *data: bytes) -> None:
        try:
            replace_file(self.path, *data, placed=self._placed)
        except FileNotFoundError:  # somebody removed the folder while the session was open
            make_folder(self.path.parent, may_be_link=True)
            replace_file(self.path, *data, placed=self._placed)

    def _placed(self, stamp: Stamp) -> None:
        """The file is ours from here on, even where the disk then fails to confirm it."""
        self._stamp = stamp


def _lines_in(data: bytes) -> Lines:
    """The lines of a file of tables, whatever program wrote it."""
    tables = strictjson.tables_of(strictjson.parse(strictjson.text_of(data)))
    return {
        name: Sheet.of((int(id), layout.line(int(id), record)) for id, record in table.items())
        for name, table in tables.items()
    }
