"""What msgspec says about a wrong value, as a place and a clause that a user can act on.

The value itself is left out: what people said does not belong in an error.
"""

import re

import msgspec

from overleg.domain.integrity import at
from overleg.domain.model import TABLES
from overleg.domain.text import clean
from overleg.errors import Message
from overleg.store.layout import HEADER

_PLACE = re.compile(r" - at `(?:(?:key|value)` in `)?\$\.?([^`]*)`$")
_UNKNOWN = re.compile(r"Object contains unknown field `(.*)`", re.DOTALL)
_ABSENT = re.compile(r"Object missing required field `(.*)`", re.DOTALL)
_WRONG_TYPE = re.compile(r"Expected `(?P<wanted>[^`]*)`, got `(?P<found>[^`]*)`")
_KEY = re.compile(r"[\w-]{1,40}")
_LONGEST = 40


def of(error: msgspec.ValidationError) -> tuple[str, Message]:
    """The field that is wrong, empty for a record as a whole, and what is wrong with it."""
    text = str(error)
    match = _PLACE.search(text)
    return (short(match[1]) if match else "", _clause(text[: match.start()] if match else text))


def short(name: str) -> str:
    """A name out of a file, as it may be printed."""
    return clean(name)[:_LONGEST]


def place(table: str, id: str, record: object = None, field: str = "") -> str:
    """Where something stands in a file: ``entries "A-003": due``; by document id where there is no key."""
    if table == HEADER:
        return f"{HEADER}: {field}" if field else HEADER
    key = record.get(TABLES.get(table, "")) if isinstance(record, dict) else None
    return at(short(table), key if isinstance(key, str) and _KEY.fullmatch(key) else short(id), field)


def _clause(text: str) -> Message:
    if unknown := _UNKNOWN.fullmatch(text):
        return Message('there is no field "{name}"', name=short(unknown[1]))
    if absent := _ABSENT.fullmatch(text):
        return Message('the field "{name}" is not there', name=short(absent[1]))
    if wrong := _WRONG_TYPE.fullmatch(text):
        return Message("it must be {wanted} and is {found}", **wrong.groupdict())
    if text.startswith("Invalid RFC3339 encoded date"):
        return Message("it is no date or moment; write 2027-01-28 or 2027-01-28T19:30:00")
    if text.startswith(("Invalid enum value", "Invalid value")):
        return Message("it is none of the values that can stand there")
    return Message("it is not a value that can stand there")
