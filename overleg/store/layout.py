"""How the tables of a session lie in its file: the header first, and one record a line.

It is the JSON that TinyDB reads, ``{table: {id: record}}``. One record a line lets people search their
files with ordinary tools, lets a comparison of two versions show what changed, and lets a list of
sessions read the third line and leave the rest.
"""

from collections.abc import Iterable, Iterator

import msgspec

from overleg.domain.model import TABLES
from overleg.store.sheet import SEPARATOR, Sheet

Lines = dict[str, Sheet]
"""The records of a file as they are written, by table."""

HEADER = "session"
"""The table with the one record that says which session it is."""

HEADER_ID = 1

ORDER = (HEADER, *TABLES)

_START = b'{\n"session": {\n"1": '
_END = b"}\n}\n}\n"


def line(id: int, record: object) -> bytes:
    """A record as its line in the file; raises `UnicodeEncodeError` for text that is no Unicode."""
    return b'"%d": %b' % (id, msgspec.json.encode(record))


def record_of(line: bytes) -> bytes:
    """The record in a line, without the id before it."""
    return line[line.index(b": ") + 2 :]


def file_of(lines: Lines) -> Iterator[bytes]:
    """The whole file, piece by piece; an empty table is left out."""
    yield b"{\n"
    before = b""
    for name in sorted(lines, key=_place):
        if lines[name]:
            yield b"%b%b: {\n" % (before, msgspec.json.encode(name))
            yield from _separated(lines[name].texts())
            yield b"\n}"
            before = SEPARATOR
    yield b"\n}\n"


def _separated(texts: Iterable[bytes]) -> Iterator[bytes]:
    for place, text in enumerate(texts):
        if place:
            yield SEPARATOR
        yield text


def header_of(start: bytes) -> bytes | None:
    """The record of the header in the first bytes of a file, None where it does not lie there whole."""
    if not start.startswith(_START):
        return None
    end = start.find(b"\n", len(_START))
    return None if end < 0 else start[len(_START) : end].removesuffix(b",")


def is_whole(end: bytes) -> bool:
    """Whether the last bytes of a file are those that a whole file ends with."""
    return end.endswith(_END)


END = len(_END)


_PLACES = {name: place for place, name in enumerate(ORDER)}


def _place(name: str) -> int:
    return _PLACES.get(name, len(_PLACES))
