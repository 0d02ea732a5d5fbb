"""A session as the checks see it: gone through once, so that no check has to search."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime
from functools import cached_property
from typing import Any, TypeVar

from overleg.domain.checks.moment import Moment
from overleg.domain.checks.wording import listed
from overleg.domain.choices import (
    AttendanceStatus,
    Base,
    ItemStatus,
    Kind,
    Seat,
    Sensitivity,
    SessionStatus,
)
from overleg.domain.model import AgendaItem, AnyEntry, Entry, Expectation, Party, Person, Session
from overleg.domain.overviews.confidential import hidden_tasks
from overleg.domain.overviews.goals import GoalStances, goal_map
from overleg.domain.overviews.roles import TaskRoles, role_map
from overleg.domain.words import Words

_AWAY = (AttendanceStatus.EXCUSED, AttendanceStatus.ABSENT)
_NOT_SAID = ("withdrawn", "replaced")

Said = TypeVar("Said", bound=Entry)


class Meeting:
    """What a rule may look at.

    Nothing here was withdrawn or replaced. What a party said in the shoes of another is not its own and
    stands apart, as `voiced`. Parties are ids in the order of the table.
    """

    def __init__(self, session: Session, now: datetime, moment: Moment) -> None:
        self.session = session
        self.now = now
        self.today = now.date()
        self.moment = moment
        self.running: AgendaItem | None = session.active_item
        self.entries: list[AnyEntry] = []
        self.voiced: list[AnyEntry] = []
        self._of: dict[Kind, list[Any]] = defaultdict(list)
        for entry in session.entries:
            if entry.withdrawn is not None or entry.status in _NOT_SAID:
                continue
            if entry.voiced_party is not None:
                self.voiced.append(entry)
                continue
            self.entries.append(entry)
            self._of[entry.kind].append(entry)

    def of(self, record: type[Said]) -> list[Said]:
        """The entries of a kind, in the order in which they were said."""
        found: list[Said] = self._of.get(record.kind, [])
        return found

    @cached_property
    def parties(self) -> dict[str, Party]:
        return {party.id: party for party in self.session.parties}

    @cached_property
    def people(self) -> dict[str, Person]:
        return {person.id: person for person in self.session.people}

    @cached_property
    def away(self) -> frozenset[str]:
        """The people who are not here."""
        return frozenset(each.person for each in self.session.attendance if each.status in _AWAY)

    @cached_property
    def people_here(self) -> dict[str, list[Person]]:
        """The people who are here, by party."""
        here: dict[str, list[Person]] = defaultdict(list)
        for person in self.session.people:
            if person.party is not None and person.id not in self.away:
                here[person.party].append(person)
        return here

    @cached_property
    def present(self) -> tuple[str, ...]:
        """The parties that somebody sits here for; a party without people on the list is here."""
        with_people = {person.party for person in self.session.people}
        return tuple(id for id in self.parties if id not in with_people or id in self.people_here)

    @cached_property
    def core(self) -> tuple[str, ...]:
        """The parties present that count in rounds and in "all"."""
        return tuple(id for id in self.present if self.parties[id].seat is Seat.CORE)

    @cached_property
    def residents(self) -> frozenset[str]:
        """The parties that nobody pays to sit here."""
        return frozenset(id for id, party in self.parties.items() if party.base is Base.COMMUNITY)

    @cached_property
    def asks(self) -> dict[tuple[str, str], list[Expectation]]:
        """What parties ask of each other, by who asks and who is asked."""
        asks: dict[tuple[str, str], list[Expectation]] = {}
        for each in self.of(Expectation):
            if each.from_party and each.to_party:
                asks.setdefault((each.from_party, each.to_party), []).append(each)
        return asks

    @cached_property
    def linked(self) -> dict[str, list[AnyEntry]]:
        """What each entry is linked with, whichever of the two was said first."""
        by_ref = {entry.ref: entry for entry in self.entries}
        linked: dict[str, list[AnyEntry]] = defaultdict(list)
        for entry in self.entries:
            for link in entry.links:
                linked[link.ref].append(entry)
                if link.ref in by_ref:
                    linked[entry.ref].append(by_ref[link.ref])
        return linked

    def has_link(self, entry: AnyEntry, *kinds: Kind) -> bool:
        """Whether the entry is linked with one of these kinds."""
        return any(each.kind in kinds for each in self.linked.get(entry.ref, ()))

    @cached_property
    def tasks(self) -> tuple[TaskRoles, ...]:
        """Who does what, task by task."""
        return role_map(self.session)

    @cached_property
    def hidden_tasks(self) -> frozenset[str]:
        """The tasks whose name alone would tell."""
        return hidden_tasks(self.session)

    @cached_property
    def goals(self) -> tuple[GoalStances, ...]:
        """The goals that stand, with where each party stands."""
        return goal_map(self.session)

    @cached_property
    def named_by(self) -> dict[str, tuple[str, ...]]:
        """The entries that name each task, other than as something a party does not do."""
        named: dict[str, list[str]] = defaultdict(list)
        for entry in (*self.entries, *self.voiced):
            if entry.task is not None and entry.kind is not Kind.BOUNDARY:
                named[entry.task].append(entry.ref)
        return {task: tuple(refs) for task, refs in named.items()}

    @cached_property
    def reached(self) -> tuple[AgendaItem, ...]:
        """The items that the meeting came to; all of them where it has no eye for its agenda."""
        agenda = self.session.agenda
        reached = tuple(item for item in agenda if item.status in (ItemStatus.ACTIVE, ItemStatus.DONE))
        if reached or not self._is_under_way:
            return reached
        return tuple(item for item in agenda if item.status is ItemStatus.PENDING)

    @cached_property
    def asked(self) -> frozenset[str]:
        """The checks that a step named to which the meeting came."""
        return frozenset(check for item in self.reached for check in item.checks)

    @cached_property
    def kinds_that_came_up(self) -> frozenset[Kind]:
        """What the steps offered to which the meeting came, and what was said by itself."""
        said = (entry.kind for entry in self.entries if entry.born_in == self.session.id)
        return frozenset(kind for item in self.reached for kind in item.kinds).union(said)

    @cached_property
    def is_ending(self) -> bool:
        """Whether there is nothing left on the agenda that the meeting did not come to."""
        if self.session.status is SessionStatus.CLOSED:
            return True
        waiting = [item for item in self.session.agenda if item.status is ItemStatus.PENDING]
        return self._is_under_way and all(item in self.reached for item in waiting)

    @cached_property
    def _is_under_way(self) -> bool:
        is_started = self.session.started_at is not None
        return is_started or any(entry.born_in == self.session.id for entry in self.session.entries)

    def name(self, party: str | None) -> str:
        """What a party is called in a sentence."""
        found = self.parties.get(party or "")
        return (found.name or found.code) if found else party or ""

    def names(self, parties: Iterable[str]) -> Words:
        """Parties in a sentence, in the order of the table."""
        wanted = set(parties)
        known = [id for id in self.parties if id in wanted]
        return listed([self.name(id) for id in (*known, *sorted(wanted - set(known)))])


def is_confidential(entry: AnyEntry) -> bool:
    return entry.sensitivity is not Sensitivity.NONE
