"""Checks on learning: handing over and back, trying out, counting, standing in another's shoes."""

from collections.abc import Iterator

from overleg.domain.checks.meeting import Meeting
from overleg.domain.checks.moment import Moment
from overleg.domain.checks.row import Check, Found, Level, when
from overleg.domain.checks.since import came_up
from overleg.domain.checks.wording import listed
from overleg.domain.model import Experiment, Handover, Result
from overleg.domain.overviews.roles import still_counts
from overleg.domain.words import Words
from overleg.errors import Message

_RUNNING = ("idea", "planned", "running")


def handover_one_way(meeting: Meeting) -> Iterator[Found]:
    handed: dict[tuple[str, str], list[str]] = {}
    for each in meeting.of(Handover):
        if each.from_party and each.to_party and still_counts(each):
            handed.setdefault((each.from_party, each.to_party), []).append(each.ref)
    for (a, b), refs in handed.items():
        if (b, a) not in handed:
            values = {"a": meeting.name(a), "b": meeting.name(b)}
            yield Found(f"{a} {b}", refs=tuple(refs), parties=(a, b), values=values)


_DAY = Words("een dag om terug te kijken", "a day to look back")
_SIGN = Words("een teken dat het werkt", "a sign of success")
_PARTNER = Words("een tweede partij", "a second party")


def experiment_incomplete(meeting: Meeting) -> Iterator[Found]:
    for each in _experiments(meeting):
        lacks = [
            *([] if each.evaluate_on else [_DAY]),
            *([] if each.sign_of_success else [_SIGN]),
            *([] if len(each.parties) > 1 else [_PARTNER]),
        ]
        if lacks:
            values = {"no": each.ref, "what": listed(lacks)}
            yield Found(each.ref, refs=(each.ref,), parties=each.parties, values=values)


def experiment_due(meeting: Meeting) -> Iterator[Found]:
    for each in _experiments(meeting):
        if each.evaluate_on is not None and each.evaluate_on <= meeting.today:
            yield Found(each.ref, refs=(each.ref,), parties=each.parties, values={"no": each.ref})


def _experiments(meeting: Meeting) -> list[Experiment]:
    return [each for each in meeting.of(Experiment) if each.status in _RUNNING]


def result_no_indicator(meeting: Meeting) -> Iterator[Found]:
    for each in meeting.of(Result):
        if not each.indicator and not each.target:
            yield Found(each.ref, refs=(each.ref,), parties=each.parties, values={"no": each.ref})


def result_no_audience(meeting: Meeting) -> Iterator[Found]:
    for each in meeting.of(Result):
        if not each.audience:
            yield Found(each.ref, refs=(each.ref,), parties=each.parties, values={"no": each.ref})


def perspective_incomplete(meeting: Meeting) -> Iterator[Found]:
    session = meeting.session
    voiced = {entry.voiced_party for entry in meeting.voiced if entry.born_in == session.id}
    voiced.update(turn.voiced_party for turn in session.turns)
    for party in meeting.core:
        if party not in voiced:
            yield Found(party, parties=(party,), values={"party": meeting.name(party)})


def perspective_unconfirmed(meeting: Meeting) -> Iterator[Found]:
    for entry in meeting.voiced:
        party = entry.voiced_party
        if party is not None and all(said.party != party for said in entry.endorsements):
            values = {"party": meeting.name(party), "no": entry.ref}
            yield Found(entry.ref, refs=(entry.ref,), parties=(party,), values=values)


ROWS = (
    Check(
        "handover_one_way",
        Level.HINT,
        when(Moment.STEP),
        handover_one_way,
        Message("There is a handover from {a} to {b}, not yet back."),
        core=True,
    ),
    Check(
        "experiment_incomplete",
        Level.WARN,
        when(Moment.STEP),
        experiment_incomplete,
        Message("Experiment {no} lacks: {what}."),
        core=True,
    ),
    Check(
        "experiment_due",
        Level.WARN,
        when(Moment.OPENING, Moment.REVIEW),
        experiment_due,
        Message("Experiment {no} is due for evaluation."),
    ),
    Check(
        "result_no_indicator",
        Level.HINT,
        when(Moment.STEP),
        result_no_indicator,
        Message("Result {no}: what do we count or ask?"),
    ),
    Check(
        "result_no_audience",
        Level.HINT,
        when(Moment.STEP),
        result_no_audience,
        Message("To whom do we show result {no}?"),
    ),
    Check(
        "perspective_incomplete",
        Level.HINT,
        when(Moment.STEP),
        perspective_incomplete,
        Message("Nobody has stepped into the shoes of {party} yet."),
        core=True,
        since=came_up(),
    ),
    Check(
        "perspective_unconfirmed",
        Level.HINT,
        when(Moment.STEP),
        perspective_unconfirmed,
        Message("{party} has not said yet whether {no} is right."),
    ),
)
