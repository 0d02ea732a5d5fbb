"""Who does what: the letters that parties hold on each task, said or implied, and where that rubs."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from overleg.domain.choices import AnswerValue, Kind, Rasci
from overleg.domain.model import Action, AnyEntry, Boundary, Expectation, Handover, Role, Session, Task

_OVER: dict[Kind, frozenset[str]] = {
    Kind.ROLE: frozenset({"ended"}),
    Kind.BOUNDARY: frozenset({"lifted"}),
    Kind.EXPECTATION: frozenset({"withdrawn", "replaced"}),
    Kind.OFFER: frozenset({"declined", "withdrawn"}),
    Kind.COMMITMENT: frozenset({"withdrawn", "lapsed"}),
    Kind.ACTION: frozenset({"dropped"}),
    Kind.ACTIVITY: frozenset({"stopped"}),
    Kind.HANDOVER: frozenset({"ended"}),
}
"""The states in which an entry no longer says who does what; what was carried out still does."""

_TAKEN_ON = frozenset({Kind.ROLE, Kind.OFFER, Kind.COMMITMENT, Kind.ACTION, Kind.ACTIVITY})
"""The kinds with which a party takes something on itself: a letter on them is held by their parties."""

_CONNECTING = frozenset({"verbinden", "verbinder", "verbinding", "connect", "connecting", "connector"})
"""What a chair types for the task of bringing others together; `Task.nature` says it of any other."""

_DOES_IT = frozenset({Rasci.RESPONSIBLE, Rasci.ACCOUNTABLE})


@dataclass(frozen=True, slots=True)
class Holding:
    """The letter that a party holds on a task, and the entry that it follows from.

    It `is_implied` where nobody said the letter: by a yes to an expectation, or a role without one.
    """

    task: str
    party: str
    letter: Rasci
    entry: AnyEntry
    is_implied: bool = False


@dataclass(frozen=True, slots=True)
class Limit:
    """A party does not do a task, or may not, as it said in a boundary."""

    task: str
    party: str
    boundary: Boundary


@dataclass(frozen=True, slots=True)
class Conflict:
    """An entry that aims a task at a party which recorded a boundary on that task."""

    entry: AnyEntry
    limit: Limit


@dataclass(frozen=True, slots=True)
class TaskRoles:
    """Everything that was said about who does one task.

    `is_mentioned` says whether it is named anywhere but in a boundary.
    """

    task: Task
    holdings: tuple[Holding, ...] = ()
    limits: tuple[Limit, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    is_mentioned: bool = False

    @property
    def accountable(self) -> tuple[str, ...]:
        """The parties that hold an A, each once."""
        return self.holders(Rasci.ACCOUNTABLE)

    @property
    def has_overlap(self) -> bool:
        return len(self.accountable) > 1

    @property
    def has_gap(self) -> bool:
        """Whether it was named and nobody does it."""
        return self.is_mentioned and not any(each.letter in _DOES_IT for each in self.holdings)

    @property
    def lacks_accountable(self) -> bool:
        """Whether somebody does it and nobody answers for it."""
        return bool(self.holders(Rasci.RESPONSIBLE)) and not self.accountable

    def holders(self, letter: Rasci) -> tuple[str, ...]:
        return tuple(dict.fromkeys(each.party for each in self.holdings if each.letter is letter))


def role_map(session: Session) -> tuple[TaskRoles, ...]:
    """Who does what, for every task of the session in its own order."""
    held, limited = defaultdict(list), defaultdict(list)
    rubs: dict[str, list[Conflict]] = defaultdict(list)
    for holding in holdings(session):
        held[holding.task].append(holding)
    for limit in limits(session):
        limited[limit.task].append(limit)
    for conflict in conflicts(session):
        rubs[conflict.limit.task].append(conflict)
    mentioned = {entry.task for entry in session.entries if _mentions_a_task(entry)}
    return tuple(
        TaskRoles(
            task,
            tuple(held[task.slug]),
            tuple(limited[task.slug]),
            tuple(rubs[task.slug]),
            task.slug in mentioned,
        )
        for task in session.tasks
    )


def holdings(session: Session) -> Iterator[Holding]:
    """Every letter that stands, in the order in which it was said; what was said as another is none."""
    for entry in session.entries:
        if entry.task is None or entry.voiced_party is not None or not still_counts(entry):
            continue
        if entry.kind in _TAKEN_ON and (entry.rasci or entry.kind is Kind.ROLE):
            letter = entry.rasci or Rasci.RESPONSIBLE
            for party in entry.parties:
                yield Holding(entry.task, party, letter, entry, is_implied=entry.rasci is None)
        elif (implied := _implied(entry)) is not None:
            yield implied


def limits(session: Session) -> Iterator[Limit]:
    """Every boundary on a task that stands, for each party that set it."""
    for entry in session.entries:
        if isinstance(entry, Boundary) and entry.task and not entry.voiced_party and still_counts(entry):
            for party in entry.parties:
                yield Limit(entry.task, party, entry)


def conflicts(session: Session) -> Iterator[Conflict]:
    """Every entry that touches a boundary; one that was declined no longer does."""
    by_place: dict[tuple[str, str], list[Limit]] = defaultdict(list)
    for limit in limits(session):
        by_place[limit.task, limit.party].append(limit)
    for entry in session.entries if by_place else ():
        if entry.task is not None:
            for party in aimed_at(entry):
                yield from (Conflict(entry, limit) for limit in by_place.get((entry.task, party), ()))


def aimed_at(entry: AnyEntry) -> tuple[str, ...]:
    """The parties to which an entry that still counts gives its task."""
    if entry.voiced_party is not None or not still_counts(entry):
        return ()
    match entry:
        case Role() | Action():
            return entry.parties
        case Handover():
            return (entry.to_party,) if entry.to_party else ()
        case Expectation():
            return (entry.to_party,) if entry.to_party and not is_answered(entry, AnswerValue.DECLINE) else ()
    return ()


def is_connecting(task: Task) -> bool:
    """Whether the task is only to bring the others together."""
    return task.nature == "connect" or task.slug in _CONNECTING


def still_counts(entry: AnyEntry) -> bool:
    """Whether what it says about who does what still holds."""
    return entry.withdrawn is None and entry.status not in _OVER.get(entry.kind, frozenset())


def is_answered(entry: Expectation, value: AnswerValue) -> bool:
    return entry.answer is not None and entry.answer.value is value


def _implied(entry: AnyEntry) -> Holding | None:
    """What a party takes on by saying yes: the letter that was asked for, else that it does it."""
    if not isinstance(entry, Expectation) or not is_answered(entry, AnswerValue.ACCEPT):
        return None
    if entry.task is None or entry.to_party is None:
        return None
    letter = entry.rasci or Rasci.RESPONSIBLE
    return Holding(entry.task, entry.to_party, letter, entry, is_implied=True)


def _mentions_a_task(entry: AnyEntry) -> bool:
    return (
        entry.task is not None
        and entry.kind is not Kind.BOUNDARY
        and entry.withdrawn is None
        and entry.status not in ("withdrawn", "replaced")
    )
