"""Checks on roles, tasks and boundaries: who does what, who answers for it, and what nobody does."""

from collections.abc import Iterator

from overleg.domain.checks.meeting import Meeting
from overleg.domain.checks.moment import Moment
from overleg.domain.checks.row import Check, Found, Level, when
from overleg.domain.checks.since import came_up, commitments_began
from overleg.domain.choices import AnswerValue, EndorsementValue, Kind
from overleg.domain.model import Boundary, Commitment, Expectation, Offer, Role
from overleg.domain.overviews.reciprocity import connects_only
from overleg.domain.overviews.roles import TaskRoles, is_answered, still_counts
from overleg.errors import Message

_TWO = 2


def role_missing(meeting: Meeting) -> Iterator[Found]:
    with_role = set(_with_a_role(meeting))
    for party in meeting.core:
        if party not in with_role:
            yield Found(party, parties=(party,), values={"party": meeting.name(party)})


def _with_a_role(meeting: Meeting) -> Iterator[str]:
    """Who has a role or something that comes down to one: a letter, or a yes to an expectation."""
    for role in meeting.of(Role):
        if still_counts(role):
            yield from role.parties
    given: list[Offer | Commitment] = [*meeting.of(Offer), *meeting.of(Commitment)]
    for each in given:
        if each.rasci and still_counts(each):
            yield from each.parties
    for expectation in meeting.of(Expectation):
        if expectation.to_party and is_answered(expectation, AnswerValue.ACCEPT):
            yield expectation.to_party


_ALL_SAY = Message("Task “{task}”: {parties} all say they are accountable.")
_SAY_OF_UNNAMED = Message("{parties} say they are accountable for the same task.")


def role_overlap(meeting: Meeting) -> Iterator[Found]:
    for roles in meeting.tasks:
        if roles.has_overlap:
            parties = roles.accountable
            refs = tuple(dict.fromkeys(each.entry.ref for each in roles.holdings if each.letter == "A"))
            message = _ALL_SAY if len(parties) > _TWO else None
            values = {"task": roles.task.title, "parties": meeting.names(parties)}
            if not _may_be_named(roles, meeting):
                message, values = _SAY_OF_UNNAMED, {"parties": values["parties"]}
            yield Found(roles.task.slug, refs=refs, parties=parties, values=values, message=message)


_NOBODY_DOES = Message("The task of {no} is mentioned, but nobody does it.")
_NOBODY_ANSWERS = Message("The task of {no} is done, but nobody is accountable.")


def task_gap(meeting: Meeting) -> Iterator[Found]:
    for roles in meeting.tasks:
        if roles.has_gap:
            yield _about_task(roles, meeting, _NOBODY_DOES)


def task_no_accountable(meeting: Meeting) -> Iterator[Found]:
    for roles in meeting.tasks:
        if roles.lacks_accountable:
            yield _about_task(roles, meeting, _NOBODY_ANSWERS)


def _about_task(roles: TaskRoles, meeting: Meeting, unnamed: Message) -> Found:
    """What is found about a task, which goes by the entries that name it where its name would tell."""
    refs = meeting.named_by.get(roles.task.slug, ())
    if _may_be_named(roles, meeting):
        return Found(roles.task.slug, refs=refs, values={"task": roles.task.title})
    return Found(roles.task.slug, refs=refs, values={"no": ", ".join(refs)}, message=unnamed)


def _may_be_named(roles: TaskRoles, meeting: Meeting) -> bool:
    return roles.task.slug not in meeting.hidden_tasks


def role_unconfirmed(meeting: Meeting) -> Iterator[Found]:
    for role in meeting.of(Role):
        if role.given_by is None or role.status != "claimed":
            continue
        said = {each.party for each in role.endorsements if each.value is EndorsementValue.RECOGNISED}
        for party in role.parties:
            if party != role.given_by and party not in said:
                values = {"party": meeting.name(party), "no": role.ref}
                yield Found(f"{role.ref} {party}", refs=(role.ref,), parties=(party,), values=values)


def connector_only(meeting: Meeting) -> Iterator[Found]:
    for party in connects_only(meeting.session):
        if party in meeting.present:
            roles = (role.ref for role in meeting.of(Role) if party in role.parties and still_counts(role))
            yield Found(party, refs=tuple(roles), parties=(party,))


def boundary_missing(meeting: Meeting) -> Iterator[Found]:
    with_boundary = {party for boundary in meeting.of(Boundary) for party in boundary.parties}
    for party in meeting.core:
        if party not in with_boundary:
            yield Found(party, parties=(party,), values={"party": meeting.name(party)})


def boundary_conflict(meeting: Meeting) -> Iterator[Found]:
    for roles in meeting.tasks:
        for conflict in roles.conflicts:
            no, party, boundary = conflict.entry.ref, conflict.limit.party, conflict.limit.boundary.ref
            yield Found(
                f"{no} {party} {boundary}",
                refs=(no, boundary),
                parties=(party,),
                values={"no": no, "party": meeting.name(party), "boundary": boundary},
            )


ROWS = (
    Check(
        "role_missing",
        Level.HINT,
        when(Moment.STEP),
        role_missing,
        Message("{party} has no role yet."),
        core=True,
        since=came_up(Kind.ROLE),
    ),
    Check(
        "role_overlap",
        Level.WARN,
        when(Moment.LIVE),
        role_overlap,
        Message("Task “{task}”: {parties} both say they are accountable."),
        core=True,
    ),
    Check(
        "task_gap",
        Level.WARN,
        when(Moment.STEP, Moment.CLOSING),
        task_gap,
        Message("Task “{task}” is mentioned, but nobody does it."),
        core=True,
    ),
    Check(
        "task_no_accountable",
        Level.HINT,
        when(Moment.STEP),
        task_no_accountable,
        Message("Task “{task}” is done, but nobody is accountable."),
    ),
    Check(
        "role_unconfirmed",
        Level.HINT,
        when(Moment.STEP),
        role_unconfirmed,
        Message("{party} has not confirmed role {no} yet."),
    ),
    Check(
        "connector_only",
        Level.WARN,
        when(Moment.LIVE),
        connector_only,
        Message("The municipality calls itself a connector. What does it do or give itself?"),
        core=True,
        since=commitments_began,
    ),
    Check(
        "boundary_missing",
        Level.HINT,
        when(Moment.STEP),
        boundary_missing,
        Message("{party} has not named a boundary yet."),
        since=came_up(Kind.BOUNDARY),
    ),
    Check(
        "boundary_conflict",
        Level.WARN,
        when(Moment.LIVE),
        boundary_conflict,
        Message("{no} touches a boundary of {party} ({boundary})."),
        core=True,
    ),
)
