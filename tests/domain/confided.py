"""The words that are said in confidence in a session drawn at random, and nowhere else in it."""

import re
from collections.abc import Iterable, Iterator

import msgspec

from overleg.domain.choices import Sensitivity
from overleg.domain.model import AnyEntry, Session

_DRAWN = re.compile(r"(?:tekst|taak|groep)\d+")
"""What texts, tasks and target groups are called that `any_change` draws."""

_NOT_PRINTED = frozenset({"source_line", "withdrawn"})
_SAID_IN_PUBLIC = frozenset({"owner"})
"""Who does something is told, also where what is to be done is not."""


def confided(*sessions: Session) -> set[str]:
    """What is confidential in all of these sessions and open in none."""
    hidden, told = set[str](), set[str]()
    for session in sessions:
        for is_hidden, record in _records(session):
            (hidden if is_hidden else told).update(drawn(record))
    return hidden - told


def drawn(value: object) -> set[str]:
    return {word for text in texts(value) for word in _DRAWN.findall(text)}


def texts(value: object) -> Iterator[str]:
    """Every text in a value, at any depth."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, msgspec.Struct):
        yield from texts([getattr(value, name) for name in value.__struct_fields__])
    elif hasattr(value, "__dataclass_fields__"):
        yield from texts([getattr(value, name) for name in value.__dataclass_fields__])
    elif isinstance(value, dict):
        yield from texts([*value, *value.values()])
    elif isinstance(value, Iterable):
        for each in value:
            yield from texts(each)


def _records(session: Session) -> Iterator[tuple[bool, object]]:
    """What is said in a session, bit by bit, each after whether it is confidential."""
    yield False, (session.parties, session.people, session.agenda)
    for correction in session.adopts.corrections if session.adopts else ():
        yield _is_hidden(correction), correction
    for entry in session.entries:
        for part in _parts(entry):
            yield _is_hidden(entry) or _is_hidden(part), part
        yield False, [getattr(entry, name, None) for name in _SAID_IN_PUBLIC]


def _parts(entry: AnyEntry) -> Iterator[object]:
    for name in entry.__struct_fields__:
        value = getattr(entry, name)
        if name in ("endorsements", "history"):
            yield from value
        elif name not in _NOT_PRINTED | _SAID_IN_PUBLIC:
            yield value


def _is_hidden(record: object) -> bool:
    return getattr(record, "sensitivity", Sensitivity.NONE) is not Sensitivity.NONE
