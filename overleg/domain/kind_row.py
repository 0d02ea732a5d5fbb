"""What there is to know about a kind of entry: the shape of a row in the table of kinds."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

from overleg.domain.choices import EndorsementValue, Kind
from overleg.domain.model import Entry
from overleg.domain.text import fold
from overleg.domain.words import Words


class Direction(StrEnum):
    """What ``GEM>ZOR`` means for a kind: asked of, or said about; NONE where it means nothing."""

    NONE = "none"
    TO = "to"
    ABOUT = "about"


class Say(StrEnum):
    """Which parties must support an entry before it is settled."""

    NAMED = "named"
    """Those that the entry names."""
    TABLE = "table"
    """Every core party present."""
    ANYBODY = "anybody"
    """Any one party that supports it."""


@dataclass(frozen=True, slots=True)
class State:
    """A state an entry can be put in; `after` are the states it may come from (empty: any other)."""

    key: str
    words: Words
    after: tuple[str, ...] = ()
    needs_reason: bool = False


@dataclass(frozen=True, slots=True)
class Subtypes:
    """What may stand between ``[`` and ``]`` for a kind, and the field it fills."""

    field: str
    words: dict[StrEnum, Words]
    severity: bool = False


@dataclass(frozen=True, slots=True)
class KindRow:
    """What is particular to one kind."""

    kind: Kind
    record: type[Entry]
    letters: Words
    words: Words
    plural: Words
    states: tuple[State, ...] = ()
    direction: Direction = Direction.NONE
    date_field: str = ""
    """The field that a typed date goes to; empty for kinds without a date."""
    date_prefixes: tuple[str, ...] | None = None
    """The only words that announce a date for this kind; None where any will do."""
    subtypes: Subtypes | None = None
    gaps: tuple[str, ...] = ()
    """What a chair is asked to complete: ``who``, ``person``, ``when``, ``to``, ``category``."""
    support: EndorsementValue | None = None
    """What a ``+`` line records; None where a party cannot endorse this kind."""
    resist: EndorsementValue | None = None
    """What a ``?`` line records; None where there is nothing to object to."""
    say: Say = Say.NAMED
    settled: str = ""
    """The state reached when every party that has a say supports it."""
    resisted: str = ""
    """The state it falls back to when a party resists; empty for the first state."""
    carries: Callable[[Any, date], bool] = field(default=lambda entry, today: False)
    """Whether the entry goes along to a session held on that day."""

    @property
    def first_state(self) -> str:
        return self.states[0].key if self.states else ""

    def state(self, key: str) -> State | None:
        return next((state for state in self.states if state.key == key), None)

    def typed_state(self, word: str) -> State | None:
        """The state that a typed word means for this kind."""
        typed = fold(word)
        return next(
            (state for state in self.states if any(typed == fold(each) for each in state.words.all())), None
        )
