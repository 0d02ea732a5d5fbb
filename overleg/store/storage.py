"""TinyDB on a file that is always whole, in tables that touch only what they are asked about.

TinyDB's own storage writes over the file in place, where a full disk or a power cut leaves half of it;
and its tables rebuild themselves twice for every operation, which at a thousand entries takes longer
than writing them.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, MutableMapping
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any, cast

import msgspec
from tinydb import TinyDB
from tinydb.storages import Storage
from tinydb.table import Table

from overleg.store import layout
from overleg.store.sheet import Sheet
from overleg.store.tablefile import TableFile

Record = dict[str, Any]
"""A record as TinyDB knows it: whatever JSON holds."""


class SessionStorage(Storage):
    """A `TableFile` for TinyDB; raises `StoreError` for a file that does not open or cannot be written."""

    def __init__(self, file: TableFile | Path | str) -> None:
        self.file = file if isinstance(file, TableFile) else TableFile(Path(file))

    def read(self) -> dict[str, dict[str, Record]] | None:
        self.file.refresh()
        tables = self.file.lines.items()
        return {
            name: {str(id): _record(line) for id, line in lines.items()} for name, lines in tables
        } or None

    def write(self, data: Mapping[str, Mapping[str, Mapping[str, Any]]]) -> None:
        with self.file.transaction():
            self.file.stage(dict.fromkeys(self.file.lines, Sheet.of()))
            self.file.stage(
                {
                    name: Sheet.of((int(id), layout.line(int(id), record)) for id, record in table.items())
                    for name, table in data.items()
                }
            )


class RecordTable(Table):
    """A table of a `SessionStorage`: all that TinyDB's can do, and to put and arrange whole records."""

    def __init__(self, storage: Storage, name: str, cache_size: int = 0, persist_empty: bool = False) -> None:
        # No cache of answers, which would outlive the file they came from, unless it is asked for.
        if not isinstance(storage, SessionStorage):
            raise TypeError("a RecordTable lies in a SessionStorage")
        self._file = storage.file
        super().__init__(storage, name, cache_size, persist_empty)

    def put(self, records: Mapping[int, Record]) -> None:
        """Stores whole records under their ids, in the place of those that were there."""
        self._update_table(lambda table: table.update(records))

    def arrange(self, ids: Iterable[int]) -> None:
        """Puts the records in this order; `ids` are those of all of them."""
        with self._file.transaction():
            self._file.stage({self.name: self._sheet.arranged(ids)})

    @property
    def _sheet(self) -> Sheet:
        return self._file.lines.get(self.name, _EMPTY)

    def _read_table(self) -> dict[str, Mapping[str, Any]]:
        self._file.refresh()
        return {str(id): _record(line) for id, line in self._sheet.items()}

    def _update_table(self, updater: Callable[[Any], None]) -> None:
        with self._file.transaction():
            records = _Records(self._sheet)
            updater(records)
            self._file.stage({self.name: records.sheet()})
        self.clear_cache()


_EMPTY = Sheet.of()


class _Records(MutableMapping[int, Mapping[str, Any]]):
    """The records of a table while they are changed; those nobody asks for stay the bytes they are."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self._touched: dict[int, Mapping[str, Any]] = {}
        self._gone: set[int] = set()

    def __getitem__(self, id: int) -> Mapping[str, Any]:
        if id not in self:
            raise KeyError(id)
        if id not in self._touched:
            self._touched[id] = _record(self._sheet[id])
        return self._touched[id]

    def __setitem__(self, id: int, record: Mapping[str, Any]) -> None:
        self._gone.discard(id)
        self._touched[id] = record

    def __delitem__(self, id: int) -> None:
        if id not in self:
            raise KeyError(id)
        self._touched.pop(id, None)
        self._gone.add(id)

    def __contains__(self, id: object) -> bool:
        return id in self._touched or (id not in self._gone and id in self._sheet)

    def __iter__(self) -> Iterator[int]:
        yield from (id for id in self._sheet if id not in self._gone)
        yield from (id for id in self._touched if id not in self._sheet)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def sheet(self) -> Sheet:
        """All records as lines again, those that were touched encoded anew."""
        put = {id: layout.line(id, record) for id, record in self._touched.items()}
        return self._sheet.changed(put, self._gone)


class SessionDatabase(TinyDB):
    """A session's file as a TinyDB database."""

    table_class = RecordTable

    def __init__(self, file: TableFile | Path | str) -> None:
        self._file = file if isinstance(file, TableFile) else TableFile(Path(file))
        super().__init__(self._file, storage=SessionStorage)

    def table(self, name: str, **kwargs: Any) -> RecordTable:
        return cast(RecordTable, super().table(name, **kwargs))

    def transaction(self) -> AbstractContextManager[None]:
        """Makes one write of everything that is done to any table within it."""
        return self._file.transaction()


def _record(line: bytes) -> Record:
    record: Record = msgspec.json.decode(layout.record_of(line))
    return record
