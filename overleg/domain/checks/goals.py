"""Checks on goals: everybody has one, and one is everybody's."""

from collections import defaultdict
from collections.abc import Iterator

from overleg.domain.checks.meeting import Meeting, is_confidential
from overleg.domain.checks.moment import Moment
from overleg.domain.checks.row import Check, Found, Level, when
from overleg.domain.checks.since import came_up
from overleg.domain.choices import Kind
from overleg.domain.model import Goal
from overleg.domain.overviews.goals import Stance
from overleg.errors import Message

_SERVES = (Kind.ACTIVITY, Kind.ACTION, Kind.EXPERIMENT, Kind.AGREEMENT)


def goal_missing(meeting: Meeting) -> Iterator[Found]:
    with_goal = {
        party
        for each in meeting.goals
        for party, stance in each.stances.items()
        if stance in (Stance.OWN, Stance.ENDORSES)
    }
    for party in meeting.core:
        if party not in with_goal:
            yield Found(party, parties=(party,), values={"party": meeting.name(party)})


def no_shared_goal(meeting: Meeting) -> Iterator[Found]:
    if meeting.core and not any(each.is_shared for each in meeting.goals):
        yield Found()


_ONE_IS_SILENT = Message("Goal {no}: {parties} has not spoken yet.")


def goal_partly_shared(meeting: Meeting) -> Iterator[Found]:
    for each in meeting.goals:
        silent = tuple(party for party in meeting.core if each.stances[party] is Stance.SILENT)
        if silent and Stance.ENDORSES in each.stances.values():
            no = each.goal.ref
            yield Found(
                no,
                refs=(no,),
                parties=silent,
                values={"no": no, "parties": meeting.names(silent)},
                message=_ONE_IS_SILENT if len(silent) == 1 else None,
            )


def group_overlap(meeting: Meeting) -> Iterator[Found]:
    """What parties name by themselves; a goal that was put to all of them shows no overlap."""
    named: dict[str, list[Goal]] = defaultdict(list)
    for goal in (each.goal for each in meeting.goals):
        if not goal.for_all and not is_confidential(goal):
            for slug in goal.target_groups:
                named[slug].append(goal)
    titles = {group.slug: group.title for group in meeting.session.target_groups}
    for slug, goals in named.items():
        by = {party for goal in goals for party in goal.parties}
        parties = tuple(party for party in meeting.parties if party in by)
        if len(parties) > 1:
            values = {"group": titles.get(slug, slug), "parties": meeting.names(parties)}
            yield Found(slug, refs=tuple(goal.ref for goal in goals), parties=parties, values=values)


def goal_not_served(meeting: Meeting) -> Iterator[Found]:
    for each in meeting.goals:
        if each.is_shared and not meeting.has_link(each.goal, *_SERVES):
            yield Found(each.goal.ref, refs=(each.goal.ref,), values={"no": each.goal.ref})


ROWS = (
    Check(
        "goal_missing",
        Level.HINT,
        when(Moment.STEP),
        goal_missing,
        Message("{party} has not named a goal yet."),
        core=True,
        since=came_up(Kind.GOAL),
    ),
    Check(
        "no_shared_goal",
        Level.WARN,
        when(Moment.STEP, Moment.CLOSING),
        no_shared_goal,
        Message("There is no goal yet that all parties stand behind."),
        core=True,
        since=came_up(Kind.GOAL),
    ),
    Check(
        "goal_partly_shared",
        Level.HINT,
        when(Moment.STEP),
        goal_partly_shared,
        Message("Goal {no}: {parties} have not spoken yet."),
    ),
    Check(
        "group_overlap",
        Level.HINT,
        when(Moment.STEP),
        group_overlap,
        Message("{group} comes back with {parties}: common ground."),
        is_good=True,
    ),
    Check(
        "goal_not_served",
        Level.HINT,
        when(Moment.CLOSING),
        goal_not_served,
        Message("Shared goal {no} has no activity or action yet."),
    ),
)
