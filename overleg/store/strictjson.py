"""JSON that somebody may have edited by hand, read without guessing.

Python's own reader keeps the last of two equal names and takes NaN for a number; a meeting that lost a
record that way would be written back without it.
"""

import json
import math
from typing import NoReturn

from overleg.errors import Message
from overleg.store.unreadable import BadContent
from overleg.store.wording import place, short

BOM = b"\xef\xbb\xbf"
Tables = dict[str, dict[str, dict[str, object]]]
"""The contents of a file as plain values: ``{table: {id: record}}``."""

_LONGEST_ID = 15
_DEPTH_OF_RECORD = 2
TOO_DEEP = Message("its values lie too deep inside one another")
_ZEROS = Message("there are zeros in it where text should be")
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")


def text_of(data: bytes) -> str:
    """The text of a file, without byte order mark; raises `BadContent`."""
    data = data.removeprefix(BOM)
    if not data.strip():
        raise BadContent(Message("it is empty"))
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        raise BadContent(_not_utf_8(data)) from None
    if "\0" in text:
        raise BadContent(_ZEROS)
    return text


def parse(text: str) -> object:
    """The value of a JSON text; raises `BadContent`."""
    try:
        value = json.loads(
            text, object_pairs_hook=_object, parse_float=_finite, parse_constant=_refuse_constant
        )
        _refuse_repeated(value, ())
    except json.JSONDecodeError as error:
        raise BadContent(_broken_off_or_wrong(text, error)) from None
    except RecursionError:
        raise BadContent(TOO_DEEP) from None
    except ValueError:  # Python refuses to read a number of thousands of digits
        raise BadContent(Message("it holds a number without end")) from None
    return value


def tables_of(value: object) -> Tables:
    """The value as tables of records with whole numbers for ids; raises `BadContent`."""
    if not isinstance(value, dict):
        raise BadContent(Message("it is no session of overleg"))
    for name, table in value.items():
        if not isinstance(table, dict):
            raise BadContent(Message("it is no table"), short(name))
        for id, record in table.items():
            if not (id.isascii() and id.isdecimal() and str(int(id[:_LONGEST_ID])) == id):
                raise BadContent(Message('the id "{id}" is no whole number', id=short(id)), short(name))
            if not isinstance(record, dict):
                raise BadContent(Message("it is no record"), place(name, id))
    return value


class _Repeated(dict[str, object]):
    """An object in which a name is there more than once."""

    name = ""


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) == len(pairs):
        return found
    repeated = _Repeated(found)
    names = [name for name, _ in pairs]
    repeated.name = next(name for name in names if names.count(name) > 1)
    return repeated


def _refuse_repeated(value: object, above: tuple[tuple[str, object], ...]) -> None:
    if isinstance(value, _Repeated):
        raise BadContent(Message('"{name}" is there more than once', name=short(value.name)), _path(above))
    if isinstance(value, dict):
        for name, each in value.items():
            _refuse_repeated(each, (*above, (name, each)))
    elif isinstance(value, list):
        for each in value:
            _refuse_repeated(each, above)


def _path(above: tuple[tuple[str, object], ...]) -> str:
    names = [short(name) for name, _ in above]
    if len(above) < _DEPTH_OF_RECORD:
        return "".join(names)
    return place(names[0], names[1], above[1][1], ".".join(names[2:]))


def _finite(digits: str) -> float:
    number = float(digits)
    if not math.isfinite(number):
        _refuse_constant(digits)
    return number


def _refuse_constant(name: str) -> NoReturn:
    raise BadContent(Message("{value} is no number", value=short(name)))


def _broken_off_or_wrong(text: str, error: json.JSONDecodeError) -> Message:
    if error.pos >= len(text.rstrip()) or error.msg.startswith("Unterminated"):
        return Message("it breaks off in line {line}; the rest is gone", line=error.lineno)
    return Message(
        "it is no valid JSON from line {line}, position {position}", line=error.lineno, position=error.colno
    )


def _not_utf_8(data: bytes) -> Message:
    if b"\0" in data and not data.startswith(_UTF_16):
        return _ZEROS
    return Message("its text is not in UTF-8")
