"""From the bytes of a file to a session, or to what is wrong with them and where.

A file that this program wrote is read in one go by msgspec, and known for one by writing it again: the
same bytes leave no room for a name that is there twice, a number that is none, or text that is not
clean. Any other file, edited by hand or foreign, takes the careful way: record by record.
"""

import re
from collections.abc import Iterable, Mapping
from types import GenericAlias
from typing import Any, NamedTuple, get_args, get_type_hints
from unicodedata import is_normalized

import msgspec
from msgspec.structs import asdict
from msgspec.structs import replace as but

from overleg.domain import integrity
from overleg.domain.model import FORMAT, TABLES, AnyEntry, Header, Session
from overleg.domain.text import clean
from overleg.errors import Message
from overleg.store import layout, strictjson, wording
from overleg.store.layout import HEADER, HEADER_ID, Lines
from overleg.store.migrations import migrated
from overleg.store.sheet import Sheet
from overleg.store.strictjson import TOO_DEEP, Tables
from overleg.store.unreadable import BadContent, NewerFormat


class Contents(NamedTuple):
    """What a file holds: the session, and its records as they lie in the file."""

    session: Session
    lines: Lines


def read_session(data: bytes, stem: str) -> Contents:
    """The session in a file of which `stem` is the name without its suffix.

    A session is known by the name of its file. So a copy under another name is another session: in
    memory it has that name as its id, and so have its own entries, endorsements and history lines,
    which say in which session they were made. Raises `Unreadable`.
    """
    contents = under_name(_own(data) or _careful(data), clean(stem))
    for fault in integrity.faults(contents.session):
        raise BadContent(fault.message, fault.path)
    return contents


def contents_of(session: Session, ids: Mapping[str, Iterable[int]] | None = None) -> Contents:
    """The session with its records as lines, numbered from one where no `ids` are given."""
    lines = {HEADER: Sheet.of([(HEADER_ID, layout.line(HEADER_ID, header_fields(session)))])}
    for table in TABLES:
        records = getattr(session, table)
        numbers = ids[table] if ids else range(1, len(records) + 1)
        lines[table] = Sheet.of(
            (id, layout.line(id, record)) for id, record in zip(numbers, records, strict=True)
        )
    return Contents(session, lines)


def header_fields(session: Session) -> dict[str, object]:
    """What the record of the header holds."""
    return {name: getattr(session, name) for name in Header.__struct_fields__}


_RECORDS: dict[str, Any] = {
    table: get_args(get_type_hints(Session, include_extras=True)[table])[0] for table in TABLES
}
"""What the records of each table are."""

_FILE = msgspec.json.Decoder(
    msgspec.defstruct(
        "File",
        [
            (HEADER, dict[int, Header]),
            *(
                (table, GenericAlias(dict, (int, record)), msgspec.field(default_factory=dict))
                for table, record in _RECORDS.items()
            ),
        ],
        forbid_unknown_fields=True,
    )
)

# Whatever a text holds that clean text does not is written as one of these: \n, \t, \u001b.
_ESCAPED = re.compile(rb'\\[^"\\]')
_CONTROLS = bytes({*range(0x20), *range(0x7F, 0xA0)} - {ord("\n")})


def read_unchecked(data: bytes) -> Session | None:
    """The session in a file that lies as this program writes it, None where it plainly does not.

    In a fraction of the time of `read_session`, for a file that has been read with care before.
    """
    decoded = _decoded(data)
    return decoded[0] if decoded else None


_ById = dict[str, dict[int, Any]]
"""The records of each table by id."""


def _decoded(data: bytes) -> tuple[Session, _ById] | None:
    try:
        tables = _FILE.decode(data)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return None
    header = getattr(tables, HEADER).get(HEADER_ID)
    if header is None or header.format != FORMAT:
        return None
    by_id: _ById = {table: getattr(tables, table) for table in TABLES}
    return _session(header, {table: records.values() for table, records in by_id.items()}), by_id


def _own(data: bytes) -> Contents | None:
    """The contents of a file as this program writes it, None for any other."""
    decoded = _decoded(data)
    if decoded is None:
        return None
    session, by_id = decoded
    contents = contents_of(session, by_id)
    return contents if b"".join(layout.file_of(contents.lines)) == data and _is_clean(data) else None


def _is_clean(data: bytes) -> bool:
    if _ESCAPED.search(data):
        return False
    text = data.decode("utf-8")
    try:
        western = text.encode("latin-1")  # always in NFC, and soon searched
    except UnicodeEncodeError:
        return all(_is_plain(line) or clean(line) == line for line in text.split("\n"))
    return len(western.translate(None, _CONTROLS)) == len(western)


def _is_plain(line: str) -> bool:
    return line.isprintable() and is_normalized("NFC", line)


def _careful(data: bytes) -> Contents:
    """The contents of a file that anybody may have written."""
    tables = _in_format_of_now(_tables(strictjson.parse(strictjson.text_of(data))))
    header = _record(HEADER, str(HEADER_ID), tables[HEADER][str(HEADER_ID)], Header)
    records = {
        table: tuple(_record(table, id, each, _RECORDS[table]) for id, each in tables.get(table, {}).items())
        for table in TABLES
    }
    ids = {table: [int(id) for id in tables.get(table, {})] for table in TABLES}
    return contents_of(_session(header, records), ids)


def _session(header: Header, tables: Mapping[str, Iterable[Any]]) -> Session:
    fields: dict[str, Any] = {table: tuple(records) for table, records in tables.items()}
    return Session(**asdict(header), **fields)


def _tables(value: object) -> Tables:
    if not isinstance(value, dict) or HEADER not in value:
        raise BadContent(Message("it is no session of overleg"))
    tables = strictjson.tables_of(value)
    for name in tables:
        if name not in layout.ORDER and tables[name]:
            raise BadContent(Message("there is no such table"), wording.short(name))
    if list(tables[HEADER]) != [str(HEADER_ID)]:
        raise BadContent(Message("there must be just one record, with id {id}", id=HEADER_ID), HEADER)
    return tables


def _in_format_of_now(tables: Tables) -> Tables:
    number = tables[HEADER][str(HEADER_ID)].get("format")
    if type(number) is not int or number < 1:
        raise BadContent(Message("it is no number of a format"), f"{HEADER}: format")
    if number > FORMAT:
        raise NewerFormat(number)
    current = migrated(tables, number)
    if current is None:
        raise BadContent(Message("files of format {number} can no longer be read", number=number))
    return current


def _record(table: str, id: str, value: dict[str, object], of: Any) -> Any:
    try:
        return msgspec.convert(_cleaned(value), of)
    except msgspec.ValidationError as error:
        field, message = wording.of(error)
        raise BadContent(message, wording.place(table, id, value, field)) from None
    except RecursionError:
        raise BadContent(TOO_DEEP, wording.place(table, id, value)) from None


def _cleaned(value: Any) -> Any:
    match value:
        case str():
            return clean(value)
        case dict():
            return {clean(name): _cleaned(each) for name, each in value.items()}
        case list():
            return [_cleaned(each) for each in value]
        case _:
            return value


def under_name(contents: Contents, stem: str) -> Contents:
    """The contents as those of the session with the id `stem`."""
    session = contents.session
    if session.id == stem:
        return contents
    entries = tuple(_made_in(entry, session.id, stem) for entry in session.entries)
    ids = {table: list(contents.lines.get(table, ())) for table in TABLES}
    return contents_of(but(session, id=stem, entries=entries), ids)


def _made_in(entry: AnyEntry, old: str, new: str) -> AnyEntry:
    """An entry in which the session that was called `old` is called `new`."""
    return but(
        entry,
        born_in=new if entry.born_in == old else entry.born_in,
        endorsements=tuple(
            but(each, session=new) if each.session == old else each for each in entry.endorsements
        ),
        history=tuple(but(each, session=new) if each.session == old else each for each in entry.history),
    )
