"""What the rows of an imported list mean at a table: actions, and what of them is not understood."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import product

from overleg.domain.changes import Change
from overleg.domain.editing import EVERYBODY, kept
from overleg.domain.entry_changes import AddEntry
from overleg.domain.imported_cells import Meaning, read_due, read_owner, read_state, says_nothing
from overleg.domain.imported_columns import Column
from overleg.domain.importing import ListRow
from overleg.domain.model import Action, Session
from overleg.domain.text import fold
from overleg.domain.together import as_one
from overleg.errors import Message

_Key = tuple[str, str, str]
"""What makes two actions one: text, parties and date, as the history tells them."""


@dataclass(frozen=True, slots=True)
class ImportedRow:
    """A row of the list with the action that it is, as far as it was understood.

    With `problems` it is not recorded, nor when it is `known`, the number of the same action, or
    `repeats` the row with that number. `ref` is the number of the action once it is recorded.
    """

    row: ListRow
    action: Action
    problems: tuple[Message, ...] = ()
    notices: tuple[Message, ...] = ()
    known: str = ""
    repeats: int | None = None
    ref: str = ""

    @property
    def is_new(self) -> bool:
        return not self.problems and not self.is_known

    @property
    def is_known(self) -> bool:
        return bool(self.known) or self.repeats is not None

    @property
    def missing(self) -> tuple[Column, ...]:
        """What the list leaves open, for the chair to complete."""
        action = self.action
        said = {
            Column.PARTY: bool(action.parties),
            Column.PERSON: bool(action.person or action.owner),
            Column.DUE: action.due is not None,
        }
        cells = self.row.cells
        return tuple(each for each in said if not said[each] and says_nothing(cells.get(each, "")))


def imported(
    rows: Iterable[ListRow], session: Session, at: datetime, others: Iterable[Session] = ()
) -> list[ImportedRow]:
    """Every row as an action of the session; what it or the others of its series have already is named.

    It is the same action that has, or had before it was changed, the same text, parties and date.
    """
    known = {
        key: entry.ref
        for each in (*others, session)
        for entry in each.entries
        if isinstance(entry, Action) and entry.withdrawn is None
        for key in _keys(entry)
    }
    first: dict[_Key, int] = {}
    read: list[ImportedRow] = []
    for row in rows:
        found = _read(row, session, at)
        if not found.problems:
            (key,) = _keys(found.action)
            found = replace(found, known=known.get(key, ""), repeats=first.get(key))
            first.setdefault(key, row.number)
        read.append(found)
    return read


def recording(rows: Iterable[ImportedRow], at: datetime) -> Change | None:
    """The rows that are new as one change; None where there are none."""
    return as_one(AddEntry(at=at, entry=each.action) for each in rows if each.is_new)


def _read(row: ListRow, session: Session, at: datetime) -> ImportedRow:
    cell = {column: row.cells.get(column, "") for column in Column}
    # A list is drawn up before the meeting it is for: its days are seen from the earlier of the two.
    today = min(session.date, at.date())
    owner = read_owner(session, cell[Column.PARTY], cell[Column.PERSON])
    due = read_due(session, cell[Column.DUE], today)
    status = read_state(cell[Column.STATUS])
    action = Action(
        ref="",
        born_in="",
        created_at=at,
        status=status.value,
        parties=owner.value.parties,
        for_all=owner.value.for_all,
        person=owner.value.person,
        owner=owner.value.name,
        text=cell[Column.TEXT],
        detail="; ".join(filter(None, (cell[Column.NOTE], due.aside))),
        source_line=" | ".join(row.cells.values()),
        due=due.value,
    )
    meanings: tuple[Meaning[object], ...] = (owner, due, status)
    return ImportedRow(
        row,
        action,
        problems=(*_problems(row), *(each.problem for each in meanings if each.problem)),
        notices=tuple(each.notice for each in meanings if each.notice),
    )


def _problems(row: ListRow) -> Iterator[Message]:
    """What is wrong with a row as a whole."""
    if Column.TEXT not in row.cells:
        yield Message("It does not say what is to be done.")
    if row.surplus:
        yield Message("It has cells without a heading: {cells}.", cells=", ".join(row.surplus))


def _keys(action: Action) -> Iterator[_Key]:
    """What the action can be known by, as it is and as it was."""
    parties = EVERYBODY if action.for_all else kept(action.parties)
    now = {"text": action.text, "parties": parties, "due": kept(action.due)}
    ever = [
        {value, *(line.old for line in action.history if line.field == field)} for field, value in now.items()
    ]
    for text, parties, due in product(*ever):
        yield " ".join(fold(text).split()), parties, due
