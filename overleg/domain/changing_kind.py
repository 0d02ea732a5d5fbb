"""An entry that turns out to be of another kind: a note that is an action, a wish that is a goal."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any, Self

from msgspec.structs import fields
from msgspec.structs import replace as but

from overleg.domain.choices import Kind, LinkType
from overleg.domain.editing import Values, editable_entry, edited, renamed_values
from overleg.domain.entry_changes.about import AboutEntry, history_line, with_entry, withdrawn
from overleg.domain.entry_changes.adding import next_ref, with_names
from overleg.domain.entry_changes.covering import covered
from overleg.domain.kind_row import Direction
from overleg.domain.kinds import KINDS, row_of
from overleg.domain.model import AnyEntry, Entry, Link, Session, TargetGroup, Task
from overleg.domain.words import Words

_NOT_SHARED = frozenset(
    "ref status endorsements history withdrawn answer replaced_by carried from_party".split()
)
"""What belongs to the entry as it was: its number, and what happened to it."""

_GOES_ON_AS = Words("gaat verder als {ref}", "goes on as {ref}")


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeKind(AboutEntry):
    """Record an entry of this meeting as one of another kind, under the next number of that kind.

    It keeps what both kinds have; `values` are further fields of the new kind, with the `tasks` and
    `groups` they name. The old entry is withdrawn and says where it went on. Where nothing of it would
    be lost, was its number the last and points nothing at it, it gives its number back instead.
    """

    kind: Kind
    values: Values = field(default_factory=dict, hash=False)
    tasks: tuple[Task, ...] = ()
    groups: tuple[TargetGroup, ...] = ()

    def renamed(self, refs: Mapping[str, str]) -> Self:
        return replace(self, ref=refs.get(self.ref, self.ref), values=renamed_values(self.values, refs))

    def made(self, session: Session) -> Session:
        old = editable_entry(session, self.ref)
        if old.kind is self.kind:
            return session
        ref, number = next_ref(session, self.kind)
        line = but(history_line(session, self, "kind", old.kind, self.kind), note=old.ref)
        new = but(as_kind(old, self.kind), ref=ref, history=(line,))
        new = edited(session, self, new, self.values)
        session = but(
            with_names(session, self.tasks, self.groups),
            counters={**session.counters, self.kind: number},
        )
        if _leaves_no_trace(session, old, self.kind):
            return _without(session, old, new)
        return self._beside(session, old, new)

    def _beside(self, session: Session, old: AnyEntry, new: AnyEntry) -> Session:
        """The session with both: the old one withdrawn, the new one linked to it."""
        reason = _GOES_ON_AS[session.language].format(ref=new.ref)
        line = but(history_line(session, self, "status", old.status, "withdrawn"), note=reason)
        gone = withdrawn(but(old, history=(*old.history, line)), reason, self.at)
        linked = but(new, links=(*new.links, Link(ref=old.ref, type=LinkType.REPLACES)))
        session = with_entry(session, gone)
        return covered(but(session, entries=(*session.entries, linked)), self, linked)


def as_kind(entry: AnyEntry, kind: Kind) -> AnyEntry:
    """What both kinds have of the entry, as one of that kind without a number."""
    row, new = row_of(entry), KINDS[kind]
    shared: dict[str, Any] = {
        name: getattr(entry, name) for name in _shared(row.record, new.record) - _NOT_SHARED
    }
    if row.date_field and new.date_field:
        shared[new.date_field] = getattr(entry, row.date_field)
    if Direction.NONE is not new.direction:
        shared |= _direction(entry, new.direction)
    return new.record(ref="", status=new.first_state, **shared)  # type: ignore[return-value]  # of the union


def _direction(entry: AnyEntry, direction: Direction) -> dict[str, str | None]:
    """The party asked or spoken about: ``GEM>ZOR`` is typed alike for both."""
    speaker = entry.parties[0] if entry.parties and not entry.for_all else None
    other = getattr(entry, "to_party", None) or getattr(entry, "about_party", None)
    if direction is Direction.ABOUT:
        return {"about_party": other}
    return {"from_party": speaker, "to_party": other if other != speaker else None}


@lru_cache
def _shared(one: type[Entry], other: type[Entry]) -> frozenset[str]:
    """The fields that both records have and mean the same by: a name alone may be two things."""
    types = {each.name: each.type for each in fields(one)}
    return frozenset(each.name for each in fields(other) if types.get(each.name) == each.type)


def _leaves_no_trace(session: Session, old: AnyEntry, kind: Kind) -> bool:
    number = int(old.ref.partition("-")[2])
    points_at_it = any(link.ref == old.ref for entry in session.entries for link in entry.links)
    back = but(as_kind(as_kind(old, kind), old.kind), ref=old.ref)
    return session.counters.get(old.kind) == number and not points_at_it and back == old


def _without(session: Session, old: AnyEntry, new: AnyEntry) -> Session:
    """The session with the new entry alone; the number of the old one is free again."""
    kept = tuple(entry for entry in session.entries if entry is not old)
    counters = {**session.counters, old.kind: session.counters[old.kind] - 1}
    return but(session, counters=counters, entries=(*kept, new))
