"""What a page is: the cells of its rows, and fields of which each makes a change of what was typed."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, TypeVar

from overleg.domain import dates
from overleg.domain.changes import Change
from overleg.domain.choices import Language
from overleg.domain.forms import MeetingForm
from overleg.domain.model import TABLES, Series, Session
from overleg.domain.ordering import keys_of
from overleg.domain.rewriting import List
from overleg.domain.words import Words
from overleg.errors import Message, UsageError
from overleg.tui.widgets.row_table import TableRow

Row = Any
"""A record of the table that a page shows; each page knows which."""

Enumerated = TypeVar("Enumerated", bound=StrEnum)
Option = tuple[str, str]
"""The words of a choice, and the value that stands for it."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What a page is drawn from, and its changes are made in."""

    session: Session
    language: Language
    now: datetime
    forms: Mapping[str, MeetingForm]
    series: Sequence[Series] = ()
    """The series that are known, of which a new meeting can be."""

    @property
    def is_new(self) -> bool:
        """Whether the meeting is in no file yet."""
        return not self.session.id


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed in a field, or chosen, about a row; about none where that makes a new one."""

    setting: Setting
    row: Row
    text: str

    @property
    def session(self) -> Session:
        return self.setting.session

    @property
    def at(self) -> datetime:
        return self.setting.now


@dataclass(frozen=True, slots=True)
class PageField:
    """A field of the form of a row.

    `text` is what stands in it, `change` what becomes of what was typed there; it raises `UsageError` or
    `Refused`. With `options` one of these is chosen; `text` and `Typed.text` are then values.
    """

    key: str
    label: Message
    text: Callable[[Setting, Row], str]
    change: Callable[[Typed], Change]
    options: Callable[[Setting, Row | None], list[Option]] | None = None
    hint: Message | None = None
    suggests: Callable[[Setting], list[str]] | None = None
    is_shown: Callable[[Setting], bool] = lambda setting: True
    is_measure: bool = False
    """Whether it is a date, a time or a length, of which nobody changes a part."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A column of the table; the one with the lowest `goes` above 0 is left out last."""

    words: Message
    goes: int = 0
    stretches: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the screen; without a `list` it is a form about the meeting as a whole."""

    key: str
    name: Message
    fields: tuple[PageField, ...]
    list: List | None = None
    headings: tuple[Heading, ...] = ()
    cells: Callable[[Setting, Row, int], tuple[str, ...]] = lambda setting, row, number: ()
    brief: Callable[[Setting, Row], tuple[str, ...]] = lambda setting, row: ()
    """A row in a few words, also one that is not in the session yet."""
    is_quiet: Callable[[Row], bool] = lambda row: False
    summary: Callable[[Setting], str] = lambda setting: ""
    how: Message | None = None
    """How its lines are written."""

    def records(self, session: Session) -> Sequence[Row]:
        return getattr(session, self.list.table) if self.list else ()

    def record(self, session: Session, id: str) -> Row | None:
        """The row with that id; the session itself where the page is about it."""
        if self.list is None:
            return session
        key = TABLES[self.list.table]
        return next((row for row in self.records(session) if getattr(row, key) == id), None)

    def rows(self, setting: Setting) -> tuple[TableRow, ...]:
        if self.list is None:
            return ()
        key = TABLES[self.list.table]
        return tuple(
            TableRow(getattr(row, key), self.cells(setting, row, number), self.is_quiet(row))
            for number, row in enumerate(self.records(setting.session), start=1)
        )

    def moved(self, session: Session, id: str, distance: int, at: datetime) -> Change | None:
        """What puts a row so many places further; None where it cannot go there."""
        if self.list is None:
            return None
        order = keys_of(self.records(session), TABLES[self.list.table])
        place = order.index(id) + distance if id in order else -1
        if not 0 <= place < len(order):
            return None
        order.remove(id)
        order.insert(place, id)
        return self.list.arrange(at, tuple(order))

    def shown_fields(self, setting: Setting) -> tuple[PageField, ...]:
        return tuple(field for field in self.fields if field.is_shown(setting))


def choices_of(words: Mapping[Enumerated, Words]) -> Callable[[Setting, Row | None], list[Option]]:
    """The options of a closed set, in the words of the screen's language."""
    return lambda setting, row: [(each[setting.language], choice.value) for choice, each in words.items()]


def read_clock(text: str) -> str | None:
    """The time of the clock that was typed; None for nothing. Raises `UsageError`."""
    time = dates.read_clock(text) if text.strip() else None
    if text.strip() and time is None:
        raise UsageError(
            Message("{time} is not a time of the clock.", time=text.strip()),
            Message("Type a time such as {example}.", example="19:30"),
        )
    return time
