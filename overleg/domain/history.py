"""Undo: taking back what one change did, and nothing that somebody did after it."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime

from msgspec import Struct
from msgspec.structs import replace as but

from overleg.domain.changes import Change
from overleg.domain.choices import Kind, SessionStatus
from overleg.domain.entry_changes import withdrawn
from overleg.domain.model import TABLES, AnyEntry, Header, Session
from overleg.errors import Message, Refused

_NOT_TAKEN_BACK = frozenset({"revision", "counters"})


@dataclass(frozen=True, slots=True)
class Step:
    """A change that was made, with the sessions right before and right after it."""

    change: Change
    before: Session
    after: Session

    @property
    def new_refs(self) -> tuple[str, ...]:
        """The refs of the entries that the change added."""
        known = len(self.before.entries)
        return tuple(entry.ref for entry in self.after.entries[known:])


def taken_back(session: Session, step: Step, at: datetime) -> Session:
    """The session without what the step did.

    An entry that was the last of its kind disappears and gives its number back; one that others were
    numbered after stays visible as withdrawn, so that lists have no gaps. Raises `Refused` where
    somebody has built on what would be taken back.
    """
    closes = step.after.status is SessionStatus.CLOSED
    if session.status is SessionStatus.CLOSED and not closes:
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
    return but(after, revision=session.revision + 1)


def _header_field_back(session: Session, step: Step, name: str) -> Session:
    before, after, now = (getattr(each, name) for each in (step.before, step.after, session))
    if before == after:
        return session
    if now != after:
        raise _built_upon()
    return but(session, **{name: before})


def _table_back(session: Session, step: Step, table: str, key: str, at: datetime) -> Session:
    differences = dict(_differences(getattr(step.before, table), getattr(step.after, table), key))
    if not differences:
        return session
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
            rows.append(row)
    if any(after is not None for _, after in differences.values()):
        raise _built_upon()
    rows.reverse()
    rows += [before for before, _ in differences.values() if before is not None]
    return but(session, **{table: tuple(rows)}, counters=counters)


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


def _is_named(session: Session, table: str, key: str) -> bool:
    """Whether an entry that is still there names this task or target group."""
    if table == "tasks":
        return any(entry.task == key for entry in session.entries)
    return table == "target_groups" and any(key in entry.target_groups for entry in session.entries)


def _built_upon(ref: str = "") -> Refused:
    if ref:
        return Refused(
            Message("This cannot be undone: somebody has worked on {ref} since.", ref=ref),
            Message("Change {ref} itself, or withdraw it.", ref=ref),
        )
    return Refused(Message("This cannot be undone: somebody has changed the same thing since."))
