"""A list of the meeting, such as its agenda, rewritten as lines: what stayed, changed, came and went."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from difflib import SequenceMatcher
from typing import Any

from msgspec.structs import replace as but

from overleg.domain import agenda_lines, group_lines, party_lines, person_lines
from overleg.domain.agenda_changes import ArrangeAgenda, DropItem, PutItem
from overleg.domain.changes import Change
from overleg.domain.model import TABLES, AgendaItem, Person, Session
from overleg.domain.table_changes import (
    ArrangeTable,
    DropGroup,
    DropParty,
    DropPerson,
    PutGroup,
    PutParty,
    PutPerson,
)
from overleg.domain.text import clean, fold
from overleg.errors import UsageError

_LIKENESS = 0.6

Row = Any
"""A record of one of the tables; which one the list itself knows, and so does nobody else here."""


@dataclass(frozen=True, slots=True)
class List:
    """A table of the session as lines: how a row is written, read, found again and changed.

    `fields` are those that a line can say; the others stay as they were.
    """

    table: str
    write: Callable[[Session, Row, int], str]
    read: Callable[[Session, str, Sequence[Row], int], Row]
    is_like: Callable[[Row, Row], bool]
    fields: tuple[str, ...]
    put: Callable[[datetime, Row, Row | None, str | None], Change]
    drop: Callable[[datetime, str], Change]
    arrange: Callable[[datetime, tuple[str, ...]], Change]

    @property
    def key(self) -> str:
        return TABLES[self.table]

    def text(self, session: Session) -> str:
        """The whole table as lines."""
        rows = getattr(session, self.table)
        return "\n".join(self.write(session, row, number) for number, row in enumerate(rows, start=1))


@dataclass(frozen=True, slots=True)
class Line:
    """What a line was read as: a row, which was `was` before, or why it cannot be read; neither if empty."""

    row: Row | None = None
    was: Row | None = None
    problem: UsageError | None = None


def read_lines(session: Session, of: List, text: str) -> list[Line]:
    """Every line of the text as it is read; a line that was not touched is the row that it was."""
    lines = [clean(line).strip() for line in text.split("\n")]
    found, left = _untouched(session, of, lines)
    read: list[Line] = []
    for place, line in enumerate(lines):
        if row := found.get(place):
            read.append(Line(row, row))
        else:
            others = [*found.values(), *(each.row for each in read if each.was is None and each.row)]
            read.append(_read(session, of, line, others, _number(lines, place), left))
    return read


def _untouched(session: Session, of: List, lines: Sequence[str]) -> tuple[dict[int, Row], list[Row]]:
    """The rows of which the line is still there, by its place, and those that were changed or taken out."""
    rows = [
        (of.write(session, row, number), row)
        for number, row in enumerate(getattr(session, of.table), start=1)
    ]
    found: dict[int, Row] = {}
    for place, line in enumerate(lines):
        same = next((each for each in rows if each[0] == line), None)
        if same is not None:
            rows.remove(same)
            found[place] = same[1]
    return found, [row for _, row in rows]


def _number(lines: Sequence[str], place: int) -> int:
    """The number of a line among those that are not empty, from 1."""
    return sum(1 for line in lines[: place + 1] if line)


def _read(session: Session, of: List, line: str, others: Sequence[Row], place: int, left: list[Row]) -> Line:
    """A line that was typed or changed; the row it was before is taken out of those that are `left`."""
    if not line:
        return Line()
    try:
        row = of.read(session, line, others, place)
    except UsageError as problem:
        return Line(problem=problem)
    was = next((each for each in left if of.is_like(each, row)), None)
    if was is None:
        return Line(row)
    left.remove(was)
    return Line(but(was, **{name: getattr(row, name) for name in of.fields}), was)


def changes_of(session: Session, of: List, lines: Sequence[Line], at: datetime) -> tuple[Change, ...]:
    """What makes the table of the session what the lines say; a line with a problem changes nothing."""
    read = [line for line in lines if line.row is not None]
    stayed = [getattr(line.was, of.key) for line in read if line.was is not None]
    before = [getattr(row, of.key) for row in getattr(session, of.table)]
    changes = [of.drop(at, id) for id in before if id not in stayed]
    changes += [of.put(at, line.row, line.was, None) for line in read if line.was not in (None, line.row)]
    if stayed != [id for id in before if id in stayed]:
        changes.append(of.arrange(at, tuple(stayed)))
    for place, line in enumerate(read):
        if line.was is None:
            following = (getattr(each.was, of.key) for each in read[place + 1 :] if each.was is not None)
            changes.append(of.put(at, line.row, None, next(following, None)))
    return tuple(changes)


def _same_words(one: str, other: str) -> bool:
    return SequenceMatcher(None, fold(one), fold(other)).ratio() >= _LIKENESS


def _item(session: Session, line: str, others: Sequence[Row], place: int) -> AgendaItem:
    item = agenda_lines.read_line(line, session.parties, place)
    return but(item, id=item.title)


def _person(session: Session, line: str, others: Sequence[Row], place: int) -> Person:
    return person_lines.read_line(line, session.parties)


def _is_person(was: Person, row: Person) -> bool:
    return fold(was.name) == fold(row.name) or (was.party == row.party and _same_words(was.name, row.name))


AGENDA = List(
    table="agenda",
    write=lambda session, item, number: agenda_lines.line_of(item, number, session.parties, session.language),
    read=_item,
    is_like=lambda was, row: _same_words(was.title, row.title),
    fields=("title", "planned_minutes", "brought_in_by", "purpose"),
    put=lambda at, row, was, before: PutItem(at=at, item=row, was=was, before=before),
    drop=lambda at, id: DropItem(at=at, item=id),
    arrange=lambda at, order: ArrangeAgenda(at=at, order=order),
)

PARTIES = List(
    table="parties",
    write=lambda session, party, number: party_lines.line_of(party, session.language),
    read=lambda session, line, others, place: party_lines.read_line(line, others),
    is_like=lambda was, row: was.code == row.code or fold(was.name) == fold(row.name),
    fields=("code", "name", "kind", "base", "seat"),
    put=lambda at, row, was, before: PutParty(at=at, party=row, was=was, before=before),
    drop=lambda at, id: DropParty(at=at, party=id),
    arrange=lambda at, order: ArrangeTable(at=at, table="parties", order=order),
)

PEOPLE = List(
    table="people",
    write=lambda session, person, number: person_lines.line_of(person, session.parties, session.language),
    read=_person,
    is_like=_is_person,
    fields=("name", "party", "function", "seat_role", "paid", "mandate", "mandate_body", "email"),
    put=lambda at, row, was, before: PutPerson(at=at, person=row, was=was, before=before),
    drop=lambda at, id: DropPerson(at=at, person=id),
    arrange=lambda at, order: ArrangeTable(at=at, table="people", order=order),
)

GROUPS = List(
    table="target_groups",
    write=lambda session, group, number: group_lines.line_of(group),
    read=lambda session, line, others, place: group_lines.read_line(line),
    is_like=lambda was, row: was.slug == row.slug,
    fields=("title", "note"),
    put=lambda at, row, was, before: PutGroup(at=at, group=row, was=was, before=before),
    drop=lambda at, id: DropGroup(at=at, group=id),
    arrange=lambda at, order: ArrangeTable(at=at, table="target_groups", order=order),
)
