"""Undo: taking back what one change did, and nothing that somebody did after it."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from datetime import datetime

from msgspec import Struct
from msgspec.structs import replace as but

from overleg.domain.changes import Change
from overleg.domain.choices import Kind, SessionStatus
from overleg.domain.entry_changes import withdrawn
from overleg.domain.integrity import faults
from overleg.domain.model import TABLES, AnyEntry, Entry, Header, Session
from overleg.domain.ordering import in_order, is_reordered, keys_of, with_back
from overleg.errors import Message, Refused

_NOT_TAKEN_BACK = frozenset({"revision", "counters"})


@dataclass(frozen=True, slots=True)
class Step:
    """A change that was made, with the sessions right before and right after it."""

    change: Change
    before: Session
    after: Session

    @property
    def closes(self) -> bool:
        """Whether the meeting was closed by it."""
        before, after = self.before.status, self.after.status
        return after is SessionStatus.CLOSED and before is not SessionStatus.CLOSED

    @property
    def new_refs(self) -> tuple[str, ...]:
        """The refs of the entries that the change added."""
        if self.after.entries is self.before.entries:
            return ()
        known = {entry.ref for entry in self.before.entries}
        return tuple(entry.ref for entry in self.after.entries if entry.ref not in known)


def taken_back(session: Session, step: Step, at: datetime) -> Session:
    """The session without what the step did.

    An entry that was the last of its kind disappears and gives its number back; one that others were
    numbered after stays visible as withdrawn, so that lists have no gaps. Raises `Refused` where
    somebody has built on what would be taken back.
    """
    if session.status is SessionStatus.CLOSED and not step.closes:
        raise Refused(
            Message("This meeting is closed, and what was recorded in it stays as it is."),
            Message("Record this in the next meeting."),
        )
    after = session
    for name in Header.__struct_fields__:
        if name not in _NOT_TAKEN_BACK:
            after = _header_field_back(after, step, name)
    # Entries first: what they still need of the other tables stays.
    for table, key in sorted(TABLES.items(), key=lambda each: each[0] != "entries"):
        after = _table_back(after, step, table, key, at)
    if _seats_changed(session, step) and any(faults(after)):
        raise _built_upon()
    return but(after, revision=session.revision + 1)


def _seats_changed(session: Session, step: Step) -> bool:
    """Whether the step or somebody since took a seat: what comes back may name who is gone."""
    return any(
        getattr(step.before, table) is not getattr(step.after, table)
        or getattr(session, table) != getattr(step.after, table)
        for table in ("parties", "people")
    )


def _header_field_back(session: Session, step: Step, name: str) -> Session:
    before, after, now = (getattr(each, name) for each in (step.before, step.after, session))
    if before == after:
        return session
    if now != after:
        raise _built_upon()
    return but(session, **{name: before})


def _table_back(session: Session, step: Step, table: str, key: str, at: datetime) -> Session:
    before, after = getattr(step.before, table), getattr(step.after, table)
    differences = dict(_differences(before, after, key))
    was_moved = table in _ORDERED and before is not after and is_reordered(before, after, key)
    if not differences and not was_moved:
        return session
    if was_moved and is_reordered(after, getattr(session, table), key):
        raise _built_upon()
    rows, counters = _rows_back(session, table, key, differences, at)
    back = [row for row, _ in differences.values() if row is not None]
    for row in back:
        counters = _counted(row, counters)
    places = keys_of(before, key)
    ordered = with_back(rows, key, back, places) if back else tuple(rows)
    ordered = in_order(ordered, key, places) if was_moved else ordered
    return but(session, **{table: ordered}, counters=counters)


_ORDERED = frozenset({"parties", "people", "target_groups", "agenda"})
"""The tables whose order means something, and can be changed."""

_Differences = dict[str, tuple[Struct | None, Struct | None]]


def _rows_back(
    session: Session, table: str, key: str, differences: _Differences, at: datetime
) -> tuple[list[Struct], dict[Kind, int]]:
    """The rows that are there as they were, and the counters after that.

    What is left in `differences` then are rows that the step removed.
    """
    added = {id for id, (before, _) in differences.items() if before is None}
    rows: list[Struct] = []
    counters = session.counters
    # From the last to the first, so that several entries of one step all give their number back.
    for row in reversed(getattr(session, table)):
        id = getattr(row, key)
        before, after = differences.pop(id, (row, row))
        if before is after:
            rows.append(row)
            continue
        if row != after:
            raise _built_upon(id)
        if before is not None:
            rows.append(before)
        elif table == "entries":
            _refuse_if_linked(session, row, added)
            kept, counters = _entry_back(row, counters, at)
            rows += kept
        elif _is_named(session, table, id):
            if table == "agenda":
                raise _built_upon()
            rows.append(row)
    if any(after is not None for _, after in differences.values()):
        raise _built_upon()
    rows.reverse()
    return rows, counters


def _differences(
    before: tuple[Struct, ...], after: tuple[Struct, ...], key: str
) -> Iterator[tuple[str, tuple[Struct | None, Struct | None]]]:
    """The records that differ, by key, as they were and as they became."""
    if before is after:
        return
    old = {getattr(row, key): row for row in before}
    for row in after:
        id = getattr(row, key)
        earlier = old.pop(id, None)
        if earlier is not row:
            yield id, (earlier, row)
    for id, row in old.items():
        yield id, (row, None)


def _refuse_if_linked(session: Session, entry: AnyEntry, taken_back: Collection[str]) -> None:
    """An entry that another one points at stays, unless that one goes too."""
    for other in session.entries:
        if other.ref not in taken_back and any(link.ref == entry.ref for link in other.links):
            raise _built_upon(entry.ref)


def _entry_back(
    entry: AnyEntry, counters: dict[Kind, int], at: datetime
) -> tuple[list[AnyEntry], dict[Kind, int]]:
    """An added entry taken back: what stays of it, and the counters after that."""
    number = int(entry.ref.partition("-")[2])
    if counters.get(entry.kind) == number:
        return [], {**counters, entry.kind: number - 1}
    return [withdrawn(entry, "", at)], counters


def _counted(row: Struct, counters: dict[Kind, int]) -> dict[Kind, int]:
    """The counters where a record is there again: an entry takes its number back."""
    if not isinstance(row, Entry):
        return counters
    number = int(row.ref.partition("-")[2])
    return {**counters, row.kind: max(number, counters.get(row.kind, 0))}


_NAMES: dict[str, Callable[[AnyEntry, str], bool]] = {
    "tasks": lambda entry, key: entry.task == key,
    "target_groups": lambda entry, key: key in entry.target_groups,
    "agenda": lambda entry, key: entry.item == key,
}
"""Whether an entry names the record of a table with that key."""


def _is_named(session: Session, table: str, key: str) -> bool:
    """Whether an entry that is still there names this record."""
    names = _NAMES.get(table)
    return names is not None and any(names(entry, key) for entry in session.entries)


def _built_upon(ref: str = "") -> Refused:
    if ref:
        return Refused(
            Message("This cannot be undone: somebody has worked on {ref} since.", ref=ref),
            Message("Change {ref} itself, or withdraw it.", ref=ref),
        )
    return Refused(Message("This cannot be undone: somebody has changed the same thing since."))
