"""The shape of a row in the table of checks, and of what its rule finds."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from overleg.domain.checks.meeting import Meeting
from overleg.domain.checks.moment import Moment
from overleg.domain.checks.since import Since, always
from overleg.errors import Message


class Level(StrEnum):
    """How much a finding asks: a glance, attention, or a yes before a document goes out."""

    HINT = "hint"
    WARN = "warn"
    BLOCK = "block"


class Found(NamedTuple):
    """One thing that a rule found.

    `subject` is what it is put away by: ids and refs with a space between them, the same for as long as
    it is the same matter. `values` fill the sentence of the row, or `message` where that one does not
    fit; `level` likewise.
    """

    subject: str = ""
    refs: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    values: Mapping[str, object] = {}
    message: Message | None = None
    level: Level | None = None


Rule = Callable[[Meeting], Iterator[Found]]


@dataclass(frozen=True, slots=True)
class Check:
    """A question that a meeting can be asked; `message` holds the places that a rule fills.

    `moments` say when it is asked and `since` from when on the answer means something; `is_good` marks
    what a chair is glad to see.
    """

    id: str
    level: Level
    moments: frozenset[Moment]
    rule: Rule
    message: Message
    core: bool = False
    since: Since = always
    is_good: bool = False


def when(*moments: Moment) -> frozenset[Moment]:
    return frozenset(moments)
