"""Checks on actions: who does it, when it is done, and what became of it since last time."""

from collections.abc import Iterator

from overleg.domain.actions import STANDING
from overleg.domain.checks.meeting import Meeting, is_confidential
from overleg.domain.checks.moment import Moment
from overleg.domain.checks.row import Check, Found, Level, when
from overleg.domain.checks.since import near_the_end
from overleg.domain.choices import Kind
from overleg.domain.model import Action, AnyEntry
from overleg.domain.review import is_touched, stays_open
from overleg.domain.words import Words
from overleg.errors import Message

_CARRIED_OFTEN = 2
_REVIEWED = (Kind.ACTION, Kind.COMMITMENT, Kind.EXPECTATION)
_WITH_DUE_DAY = (Kind.ACTION, Kind.COMMITMENT, Kind.ACTIVITY, Kind.PARKED, Kind.RESULT)


def open_actions(meeting: Meeting) -> list[Action]:
    return [action for action in meeting.of(Action) if action.status in STANDING]


def action_no_owner(meeting: Meeting) -> Iterator[Found]:
    for action in open_actions(meeting):
        if action.parties and not action.for_all and not action.person and not action.owner:
            yield _about(action)


def action_no_due(meeting: Meeting) -> Iterator[Found]:
    for action in open_actions(meeting):
        if action.due is None:
            yield _about(action)


def _about(entry: AnyEntry, **values: object) -> Found:
    return Found(entry.ref, refs=(entry.ref,), parties=entry.parties, values={"no": entry.ref, **values})


def due_in_past(meeting: Meeting) -> Iterator[Found]:
    """Only for what was said here: a date of last time that has passed is overdue, and no slip."""
    session = meeting.session
    for entry in meeting.entries:
        if entry.kind in _WITH_DUE_DAY and entry.born_in == session.id:
            due = getattr(entry, "due", None)
            if due is not None and due < session.date and stays_open(entry):
                yield _about(entry)


_OWNER_UNTOLD = Message("The owner of action {no} is not here. Who passes it on?")


def owner_absent(meeting: Meeting) -> Iterator[Found]:
    for action in open_actions(meeting):
        if action.person in meeting.away and action.person in meeting.people:
            found = _about(action, name=meeting.people[action.person].name)
            yield found._replace(message=_OWNER_UNTOLD) if is_confidential(action) else found


_ONE_DAY_OVERDUE = Message("Action {no} is one day overdue.")


def action_overdue(meeting: Meeting) -> Iterator[Found]:
    for action in open_actions(meeting):
        if action.due is not None and action.due < meeting.today:
            days = (meeting.today - action.due).days
            yield _about(action, d=days)._replace(message=_ONE_DAY_OVERDUE if days == 1 else None)


def action_carried(meeting: Meeting) -> Iterator[Found]:
    for action in open_actions(meeting):
        if action.carried >= _CARRIED_OFTEN:
            yield _about(action, time=_ordinal(action.carried))


def _ordinal(number: int) -> Words:
    """``2e`` and ``2nd``"""
    is_teen = 10 < number % 100 < 14
    ending = "th" if is_teen else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return Words(f"{number}e", f"{number}{ending}")


def carry_unreviewed(meeting: Meeting) -> Iterator[Found]:
    session = meeting.session
    refs = tuple(
        entry.ref
        for entry in meeting.entries
        if entry.born_in != session.id
        and entry.kind in _REVIEWED
        and stays_open(entry)
        and not is_touched(entry, session)
    )
    if refs:
        yield Found(refs=refs, values={"nos": ", ".join(refs)})


def party_no_step(meeting: Meeting) -> Iterator[Found]:
    with_step = {party for each in open_actions(meeting) if not each.for_all for party in each.parties}
    for party in meeting.core:
        if party not in with_step:
            yield Found(party, parties=(party,), values={"party": meeting.name(party)})


ROWS = (
    Check(
        "action_no_owner",
        Level.WARN,
        when(Moment.LIVE),
        action_no_owner,
        Message("Action {no}: who does it?"),
        core=True,
    ),
    Check(
        "action_no_due",
        Level.WARN,
        when(Moment.LIVE),
        action_no_due,
        Message("Action {no}: when is it done?"),
        core=True,
    ),
    Check(
        "due_in_past",
        Level.WARN,
        when(Moment.LIVE),
        due_in_past,
        Message("Date of {no} lies in the past."),
    ),
    Check(
        "owner_absent",
        Level.HINT,
        when(Moment.LIVE),
        owner_absent,
        Message("{name} is not here. Who passes on action {no}?"),
    ),
    Check(
        "action_overdue",
        Level.WARN,
        when(Moment.REVIEW),
        action_overdue,
        Message("Action {no} is {d} days overdue."),
        core=True,
    ),
    Check(
        "action_carried",
        Level.HINT,
        when(Moment.REVIEW),
        action_carried,
        Message("Action {no} is carried over for the {time} time. Make it smaller, hand it over or drop it?"),
    ),
    Check(
        "carry_unreviewed",
        Level.WARN,
        when(Moment.REVIEW, Moment.STEP),
        carry_unreviewed,
        Message("Not reviewed yet: {nos}."),
        core=True,
    ),
    Check(
        "party_no_step",
        Level.HINT,
        when(Moment.CLOSING),
        party_no_step,
        Message("{party} goes home without an action."),
        core=True,
        since=near_the_end,
    ),
)
