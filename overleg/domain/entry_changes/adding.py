"""Recording something said: its number, what it links to, and what it replaces."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Self

from msgspec.structs import replace as but

from overleg.domain.at_table import check_named
from overleg.domain.changes import Change
from overleg.domain.choices import Kind, LinkType
from overleg.domain.entry_changes.about import entry_of, with_entry
from overleg.domain.kind_row import Direction
from overleg.domain.kinds import ref_letter, row_of
from overleg.domain.links import link_type
from overleg.domain.model import (
    AnyEntry,
    Expectation,
    HistoryLine,
    Link,
    Session,
    TargetGroup,
    Task,
)
from overleg.errors import Message, Refused


@dataclass(frozen=True, slots=True, kw_only=True)
class AddEntry(Change):
    """Record something said.

    `entry` has neither number nor session yet; it gets both when the change is made. `hints` are what
    the chair may want to know about how the line was read.
    """

    entry: AnyEntry
    tasks: tuple[Task, ...] = ()
    groups: tuple[TargetGroup, ...] = ()
    hints: tuple[Message, ...] = field(default=(), compare=False)

    def renamed(self, refs: Mapping[str, str]) -> Self:
        return replace(self, entry=but(self.entry, links=renamed_links(self.entry.links, refs)))

    def made(self, session: Session) -> Session:
        row = row_of(self.entry)
        check_direction(self.entry)
        check_named(session, self.entry)
        ref, number = next_ref(session, row.kind)
        entry = but(
            self.entry,
            ref=ref,
            born_in=session.id,
            status=self.entry.status or row.first_state,
            links=tuple(typed_link(session, self.entry, link) for link in self.entry.links),
        )
        session = but(
            with_names(session, self.tasks, self.groups),
            counters={**session.counters, row.kind: number},
            entries=(*session.entries, entry),
        )
        return _replaced_expectations(session, entry, self.at)


def next_ref(session: Session, kind: Kind) -> tuple[str, int]:
    """The ref of the next entry of a kind, and its number.

    A series that changed its language has refs of both: B-001 may be a besluit and no bottleneck.
    """
    number = session.counters.get(kind, 0) + 1
    letter = ref_letter(kind, session.language)
    while session.entry(f"{letter}-{number:03}") is not None:
        number += 1
    return f"{letter}-{number:03}", number


def with_names(session: Session, tasks: tuple[Task, ...], groups: tuple[TargetGroup, ...]) -> Session:
    """The session that also knows those of the tasks and target groups that are new to it."""
    new_tasks = tuple(task for task in tasks if not session.task(task.slug))
    new_groups = tuple(group for group in groups if not session.group(group.slug))
    if not new_tasks and not new_groups:
        return session
    return but(session, tasks=session.tasks + new_tasks, target_groups=session.target_groups + new_groups)


def check_direction(entry: AnyEntry) -> None:
    """A party asks nothing of itself; it may well say what it is good at or struggles with."""
    if row_of(entry).direction is not Direction.TO:
        return
    to_party = getattr(entry, "to_party", None)
    if to_party is not None and to_party == getattr(entry, "from_party", None):
        raise Refused(Message("A party cannot ask or offer something to itself."))


def typed_link(session: Session, entry: AnyEntry, link: Link) -> Link:
    """The link with what it means between these two; refused where it leads nowhere."""
    return but(link, type=link_type(entry, entry_of(session, link.ref)))


def renamed_links(links: tuple[Link, ...], refs: Mapping[str, str]) -> tuple[Link, ...]:
    return tuple(but(link, ref=refs.get(link.ref, link.ref)) for link in links)


def _replaced_expectations(session: Session, entry: AnyEntry, at: datetime) -> Session:
    """What was too vague is replaced by its rephrasing."""
    for link in entry.links:
        old = session.entry(link.ref)
        if link.type is LinkType.REPLACES and isinstance(old, Expectation):
            line = HistoryLine(session=session.id, at=at, field="status", old=old.status, new="replaced")
            session = with_entry(
                session,
                but(old, status="replaced", replaced_by=entry.ref, history=(*old.history, line)),
            )
    return session
