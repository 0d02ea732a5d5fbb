"""Checks on the course of the meeting: time, steps left empty, loose ends, last time and next time."""

from collections.abc import Iterator
from datetime import datetime, time

from overleg.domain.checks.meeting import Meeting
from overleg.domain.checks.moment import Moment
from overleg.domain.checks.row import Check, Found, Level, when
from overleg.domain.checks.since import near_the_end
from overleg.domain.choices import ItemStatus, Mode, SessionStatus
from overleg.domain.model import Parked
from overleg.domain.timing import seconds_spent
from overleg.errors import Message

_LEFT_OUT = (ItemStatus.SKIPPED, ItemStatus.DEFERRED)
_ONE_MINUTE_OVER = Message("Step {step} is one minute over.")


def time_over(meeting: Meeting) -> Iterator[Found]:
    """In whole minutes: a sentence that changes every second would be all that people look at."""
    item = meeting.running
    if item is None or item.planned_minutes is None:
        return
    minutes = seconds_spent(item, meeting.session, meeting.now) // 60 - item.planned_minutes
    if minutes > 0:
        message = _ONE_MINUTE_OVER if minutes == 1 else None
        yield Found(item.id, values={"step": item.title, "m": minutes}, message=message)


def time_pressure(meeting: Meeting) -> Iterator[Found]:
    session = meeting.session
    if session.end is None or session.status is not SessionStatus.LIVE:
        return
    end = datetime.combine(session.date, time.fromisoformat(session.end))
    left = max(0, int((end - meeting.now).total_seconds()) // 60)
    planned = _minutes_to_go(meeting)
    if planned > left:
        yield Found(values={"r": planned, "l": left})


def _minutes_to_go(meeting: Meeting) -> int:
    """The planned minutes of the items to come, and what is left of those of the running one."""
    agenda = meeting.session.agenda
    planned = sum(item.planned_minutes or 0 for item in agenda if item.status is ItemStatus.PENDING)
    item = meeting.running
    if item is None or item.planned_minutes is None:
        return planned
    spent = seconds_spent(item, meeting.session, meeting.now) // 60
    return planned + max(0, item.planned_minutes - spent)


def step_skipped(meeting: Meeting) -> Iterator[Found]:
    """A review leaves its traces on the entries it goes through, and has a check of its own."""
    filled = {entry.item for entry in meeting.session.entries}
    for item in meeting.session.agenda:
        is_step = bool(item.step) and item.mode is not Mode.REVIEW and item.status not in _LEFT_OUT
        if is_step and item.id not in filled:
            yield Found(item.id, values={"step": item.title})


_ONE_IS_PARKED = Message("One parked question has no place yet.")


def parked_open(meeting: Meeting) -> Iterator[Found]:
    refs = tuple(
        each.ref
        for each in meeting.of(Parked)
        if each.status == "open" and not each.destination and each.due is None
    )
    if refs:
        yield Found(refs=refs, values={"n": len(refs)}, message=_ONE_IS_PARKED if len(refs) == 1 else None)


_MINUTES_OF_LAST_TIME = Message("The minutes of last time are not adopted yet.")


def minutes_unadopted(meeting: Meeting) -> Iterator[Found]:
    adopts = meeting.session.adopts
    if adopts is not None and adopts.at is None:
        message = None if adopts.held_on else _MINUTES_OF_LAST_TIME
        yield Found(adopts.session, values={"date": adopts.held_on}, message=message)


def next_date_missing(meeting: Meeting) -> Iterator[Found]:
    if meeting.session.next is None:
        yield Found()


ROWS = (
    Check(
        "time_over",
        Level.HINT,
        when(Moment.LIVE),
        time_over,
        Message("Step {step} is {m} minutes over."),
        core=True,
    ),
    Check(
        "time_pressure",
        Level.HINT,
        when(Moment.LIVE),
        time_pressure,
        Message("{r} minutes planned, {l} left."),
    ),
    Check(
        "step_skipped",
        Level.HINT,
        when(Moment.CLOSING),
        step_skipped,
        Message("Step {step} stayed empty."),
        since=near_the_end,
    ),
    Check(
        "parked_open",
        Level.HINT,
        when(Moment.CLOSING),
        parked_open,
        Message("{n} parked questions have no place yet."),
        core=True,
    ),
    Check(
        "minutes_unadopted",
        Level.WARN,
        when(Moment.OPENING),
        minutes_unadopted,
        Message("The minutes of {date} are not adopted yet."),
        core=True,
    ),
    Check(
        "next_date_missing",
        Level.HINT,
        when(Moment.CLOSING),
        next_date_missing,
        Message("There is no next date yet."),
        since=near_the_end,
    ),
)
