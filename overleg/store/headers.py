"""The header of a session's file, read without the rest of it."""

import datetime
from pathlib import Path

import msgspec

from overleg.domain.choices import Language, SessionStatus
from overleg.domain.model import FORMAT, Adoption, Header, Series
from overleg.domain.text import clean
from overleg.errors import Message
from overleg.store import layout, trouble
from overleg.store.reading import Edges, read_edges, read_file
from overleg.store.strictjson import BOM
from overleg.store.unreadable import Unreadable

_START = 4096
"""So many bytes hold the header of nearly every session; one read gets them."""


class Summary(msgspec.Struct, frozen=True, kw_only=True):
    """A session as one row of a list; where its file does not open, `fault` is a clause that says why."""

    path: Path
    id: str
    title: str = ""
    """The title of the session itself, else that of its series."""
    series: Series = Series(slug="", title="")
    number: int = 0
    date: datetime.date | None = None
    undated: bool = False
    start: str | None = None
    place: str = ""
    status: SessionStatus = SessionStatus.PLANNED
    practice: bool = False
    language: Language = Language.NL
    adopts: str = ""
    """The id of the session whose minutes are adopted in this one; empty as long as none are."""
    modified: datetime.datetime | None = None
    fault: Message | None = None


def summary_of(path: Path) -> Summary:
    """The session in a file as a row of a list; never raises, and reads no more than it must."""
    try:
        edges = read_edges(path, _START, layout.END)
        header = _header(path, edges)
    except OSError as error:
        return Summary(path=path, id=clean(path.stem), fault=trouble.reason(error))
    except Unreadable as error:
        return Summary(path=path, id=clean(path.stem), fault=error.clause)
    return Summary(
        path=path,
        id=clean(path.stem),
        title=clean(header.title or header.series.title),
        series=Series(slug=clean(header.series.slug), title=clean(header.series.title)),
        number=header.number,
        date=header.date,
        undated=header.undated,
        start=header.start,
        place=clean(header.place),
        status=header.status,
        practice=header.practice,
        language=header.language,
        adopts=_adopted(header.adopts),
        modified=datetime.datetime.fromtimestamp(edges.info.st_mtime),
    )


def _adopted(adoption: Adoption | None) -> str:
    return clean(adoption.session) if adoption is not None and adoption.at is not None else ""


class _File(msgspec.Struct):
    """As much of a file as a list needs; msgspec passes over the other tables."""

    session: dict[int, Header]


_HEADER = msgspec.json.Decoder(Header)
_FILE = msgspec.json.Decoder(_File)


def _header(path: Path, edges: Edges) -> Header:
    """The header: from the beginning of the file, else by passing over the rest, else with all checks."""
    record = layout.header_of(edges.start) if layout.is_whole(edges.end) else None
    if header := _decoded(record):
        return header
    data, _ = read_file(path)
    found = _found_in(data.removeprefix(BOM))
    if found is None:
        # Not above: a list of files that are as we write them does not wait for all that reads others.
        from overleg.store.decoding import read_session

        found = read_session(data, path.stem).session
    return found


def _decoded(record: bytes | None) -> Header | None:
    try:
        return _of_now(_HEADER.decode(record)) if record else None
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None


def _found_in(data: bytes) -> Header | None:
    try:
        return _of_now(_FILE.decode(data).session.get(layout.HEADER_ID))
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return None


def _of_now(header: Header | None) -> Header | None:
    return header if header is not None and header.format == FORMAT else None
