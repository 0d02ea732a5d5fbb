"""Which goals are shared: what each party said about every goal, and which target groups come back."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from overleg.domain.choices import EndorsementValue
from overleg.domain.model import Goal, Session


class Stance(StrEnum):
    """Where a party stands towards a goal."""

    ENDORSES = "endorses"
    OBJECTS = "objects"
    OWN = "own"
    """It named the goal itself, and was not asked yet."""
    SILENT = "silent"


_STANCES = {
    EndorsementValue.YES: Stance.ENDORSES,
    EndorsementValue.OBJECTION: Stance.OBJECTS,
}


@dataclass(frozen=True, slots=True)
class GoalStances:
    """A goal with where every party stands; `is_shared` when all core parties present endorse it."""

    goal: Goal
    stances: Mapping[str, Stance]
    is_shared: bool


def goal_map(session: Session) -> tuple[GoalStances, ...]:
    """Every goal that stands, with where each party stands, in the order of the goals."""
    present = {party.id for party in session.core_parties if session.is_present(party.id)}
    return tuple(_with_stances(session, goal, present) for goal in _standing(session))


def common_groups(session: Session) -> dict[str, tuple[str, ...]]:
    """The target groups that the own goals of two or more parties name, with those parties."""
    named: dict[str, list[str]] = {}
    for goal in _standing(session):
        for group in () if goal.for_all else goal.target_groups:
            named.setdefault(group, []).extend(goal.parties)
    in_order = [party.id for party in session.parties]
    found = {group: tuple(each for each in in_order if each in parties) for group, parties in named.items()}
    return {group: parties for group, parties in found.items() if len(parties) > 1}


def _standing(session: Session) -> tuple[Goal, ...]:
    """The goals that are not given up; what was said in the role of another is a guess, and no goal."""
    return tuple(
        entry
        for entry in session.entries
        if isinstance(entry, Goal)
        and entry.withdrawn is None
        and entry.status != "dropped"
        and entry.voiced_party is None
    )


def _with_stances(session: Session, goal: Goal, present: set[str]) -> GoalStances:
    said = {each.party: _STANCES[each.value] for each in goal.endorsements if each.value in _STANCES}
    own = () if goal.for_all else goal.parties
    unasked = {party.id: Stance.OWN if party.id in own else Stance.SILENT for party in session.parties}
    stances = {party: said.get(party, stance) for party, stance in unasked.items()}
    endorsed = {party for party, stance in stances.items() if stance is Stance.ENDORSES}
    return GoalStances(goal, stances, bool(present) and present <= endorsed)
