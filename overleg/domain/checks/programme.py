"""Checks on the programme and its agreements: nobody left out, everybody behind it, a day to look back."""

from collections import Counter
from collections.abc import Iterator

from overleg.domain.checks.commitments import DIGIT
from overleg.domain.checks.meeting import Meeting
from overleg.domain.checks.moment import Moment
from overleg.domain.checks.row import Check, Found, Level, when
from overleg.domain.checks.since import came_up
from overleg.domain.choices import AgreementType, EndorsementValue, Kind, NoteSubtype, Rasci
from overleg.domain.model import Activity, Agreement, Note, Role, TargetGroup
from overleg.domain.overviews.confidential import hidden_groups
from overleg.errors import Message

_PLANNED = ("idea", "agreed", "running")
_IN_USE = ("draft", "in_force")
_PROCESS = frozenset({"proces", "process", "procesverantwoordelijke", "process-owner"})


def _groups(meeting: Meeting) -> list[TargetGroup]:
    """The target groups that may be named."""
    hidden = hidden_groups(meeting.session)
    return [group for group in meeting.session.target_groups if group.slug not in hidden]


def _activities_by_group(meeting: Meeting) -> Counter[str]:
    activities = (each for each in meeting.of(Activity) if each.status != "stopped")
    return Counter(slug for each in activities for slug in each.target_groups)


def group_no_activity(meeting: Meeting) -> Iterator[Found]:
    """A group that was left for later on purpose was not forgotten."""
    covered = set(_activities_by_group(meeting))
    for note in meeting.of(Note):
        if note.subtype is NoteSubtype.COVERAGE:
            covered.update(note.target_groups)
    for group in _groups(meeting):
        if group.slug not in covered:
            yield Found(group.slug, values={"group": group.title})


def group_imbalance(meeting: Meeting) -> Iterator[Found]:
    """Of a single activity there is nothing to share out."""
    count = _activities_by_group(meeting)
    groups = _groups(meeting)
    largest = max(groups, key=lambda group: count[group.slug], default=None)
    if largest is None or count.total() < 2 or all(count[group.slug] for group in groups):
        return
    if 2 * count[largest.slug] >= count.total():
        values = {"x": count[largest.slug], "y": count.total(), "group": largest.title}
        yield Found(largest.slug, values=values)


def _planned(meeting: Meeting) -> list[Activity]:
    return [activity for activity in meeting.of(Activity) if activity.status in _PLANNED]


def activity_no_group(meeting: Meeting) -> Iterator[Found]:
    for activity in _planned(meeting):
        if not activity.target_groups:
            yield _about(activity)


def activity_solo(meeting: Meeting) -> Iterator[Found]:
    for activity in _planned(meeting):
        if len({*activity.parties, *(each.party for each in activity.resources)}) < 2:
            yield _about(activity)


def activity_no_result(meeting: Meeting) -> Iterator[Found]:
    for activity in _planned(meeting):
        is_known = activity.due is not None or activity.expected_result
        is_counted = DIGIT.search(f"{activity.text} {activity.detail}")
        if not is_known and not is_counted and not meeting.has_link(activity, Kind.RESULT):
            yield _about(activity)


def _about(entry: Activity | Agreement) -> Found:
    return Found(entry.ref, refs=(entry.ref,), parties=entry.parties, values={"no": entry.ref})


def agreement_unendorsed(meeting: Meeting) -> Iterator[Found]:
    for agreement in meeting.of(Agreement):
        yes = {each.party for each in agreement.endorsements if each.value is EndorsementValue.YES}
        missing = tuple(party for party in agreement.parties if party not in yes)
        if missing and agreement.status == "draft":
            values = {"no": agreement.ref, "parties": meeting.names(missing)}
            yield Found(agreement.ref, refs=(agreement.ref,), parties=missing, values=values)


def agreement_no_review(meeting: Meeting) -> Iterator[Found]:
    for agreement in meeting.of(Agreement):
        if agreement.review_on is None and agreement.status in _IN_USE:
            yield _about(agreement)


def no_process_owner(meeting: Meeting) -> Iterator[Found]:
    process = _PROCESS.union(task.slug for task in meeting.session.tasks if task.nature == "process")
    if not any(
        role.task in process and role.rasci is Rasci.ACCOUNTABLE and role.status == "confirmed"
        for role in meeting.of(Role)
    ):
        yield Found()


def monitoring_missing(meeting: Meeting) -> Iterator[Found]:
    if not any(
        agreement.type is AgreementType.RHYTHM and agreement.status in _IN_USE
        for agreement in meeting.of(Agreement)
    ):
        yield Found()


ROWS = (
    Check(
        "group_no_activity",
        Level.WARN,
        when(Moment.STEP, Moment.CLOSING),
        group_no_activity,
        Message("{group} has no activity yet."),
        core=True,
        since=came_up(Kind.ACTIVITY),
    ),
    Check(
        "group_imbalance",
        Level.HINT,
        when(Moment.STEP),
        group_imbalance,
        Message("{x} of {y} activities are about {group}."),
        core=True,
    ),
    Check(
        "activity_no_group",
        Level.HINT,
        when(Moment.STEP),
        activity_no_group,
        Message("Who is activity {no} for?"),
    ),
    Check(
        "activity_solo",
        Level.HINT,
        when(Moment.STEP),
        activity_solo,
        Message("Activity {no} has no partner yet."),
    ),
    Check(
        "activity_no_result",
        Level.HINT,
        when(Moment.STEP),
        activity_no_result,
        Message("How do we see that activity {no} worked?"),
    ),
    Check(
        "agreement_unendorsed",
        Level.WARN,
        when(Moment.CLOSING, Moment.EXPORT_OPEN, Moment.EXPORT_CLOSED),
        agreement_unendorsed,
        Message("Agreement {no} still lacks: {parties}."),
        core=True,
    ),
    Check(
        "agreement_no_review",
        Level.HINT,
        when(Moment.CLOSING),
        agreement_no_review,
        Message("When do we look back at agreement {no}?"),
    ),
    Check(
        "no_process_owner",
        Level.WARN,
        when(Moment.CLOSING),
        no_process_owner,
        Message("There is no process owner yet."),
        since=came_up(),
    ),
    Check(
        "monitoring_missing",
        Level.HINT,
        when(Moment.CLOSING),
        monitoring_missing,
        Message("No rhythm agreed yet to look back together."),
        since=came_up(Kind.AGREEMENT),
    ),
)
