"""Checks on commitments: who gives something, how much, until when, and under which reservation."""

import re
from collections.abc import Iterator
from itertools import chain

from overleg.domain.checks.meeting import Meeting, is_confidential
from overleg.domain.checks.moment import Moment
from overleg.domain.checks.row import Check, Found, Level, when
from overleg.domain.checks.since import near_the_end
from overleg.domain.choices import Kind, PartyKind, Seat, Sensitivity
from overleg.domain.model import Action, AnyEntry, Commitment, Decision, Expectation, Reservation
from overleg.errors import Message

DIGIT = re.compile(r"\d")
_RESERVABLE = (Kind.COMMITMENT, Kind.DECISION, Kind.EXPECTATION)
_MADE = ("made", "confirmed")
_SETTLED = ("fulfilled", "lapsed", "deferred", "revised")


def _committed(meeting: Meeting) -> set[str]:
    return {party for each in meeting.of(Commitment) if each.status != "lapsed" for party in each.parties}


def municipality_no_commitment(meeting: Meeting) -> Iterator[Found]:
    """A guest may be asked too, but more softly: it is not here to carry what the others agree on."""
    committed = _committed(meeting)
    for party in meeting.present:
        if meeting.parties[party].kind is PartyKind.MUNICIPALITY and party not in committed:
            is_guest = meeting.parties[party].seat is Seat.GUEST
            yield Found(party, parties=(party,), level=Level.HINT if is_guest else None)


def party_no_commitment(meeting: Meeting) -> Iterator[Found]:
    committed = _committed(meeting)
    for party in meeting.core:
        if meeting.parties[party].kind is not PartyKind.MUNICIPALITY and party not in committed:
            yield Found(party, parties=(party,), values={"party": meeting.name(party)})


def commitment_vague(meeting: Meeting) -> Iterator[Found]:
    for each in meeting.of(Commitment):
        is_dated = each.due is not None or bool(each.amount)
        if each.status in _MADE and not is_dated and not DIGIT.search(f"{each.text} {each.detail}"):
            yield Found(each.ref, refs=(each.ref,), parties=each.parties, values={"no": each.ref})


_BODY_UNTOLD = Message("Reservation on {no} is still open.")


def reservation_open(meeting: Meeting) -> Iterator[Found]:
    """A reservation that waits for a day to come is as it should be."""
    for entry in meeting.entries:
        if entry.kind not in _RESERVABLE and not entry.endorsements:
            continue
        for by, reservation, is_told in _reservations(entry):
            is_due = reservation.until is None or reservation.until < meeting.today
            if is_due and reservation.confirmed_at is None and entry.status not in _SETTLED:
                values = {"no": entry.ref, "body": reservation.body}
                message = None if is_told else _BODY_UNTOLD
                yield Found(entry.ref, refs=(entry.ref,), parties=by, values=values, message=message)


def _reservations(entry: AnyEntry) -> Iterator[tuple[tuple[str, ...], Reservation, bool]]:
    """Each reservation on an entry, after whose it is and before whether it may be told."""
    is_open = not is_confidential(entry)
    if isinstance(entry, Commitment | Decision) and entry.reservation is not None:
        yield entry.parties, entry.reservation, is_open
    if isinstance(entry, Expectation) and entry.answer is not None and entry.answer.reservation is not None:
        by = (entry.to_party,) if entry.to_party else ()
        yield by, entry.answer.reservation, is_open and entry.answer.sensitivity is Sensitivity.NONE
    for each in entry.endorsements:
        if each.reservation is not None:
            yield (each.party,), each.reservation, is_open and each.sensitivity is Sensitivity.NONE


def commitment_no_action(meeting: Meeting) -> Iterator[Found]:
    for each in meeting.of(Commitment):
        if each.status in _MADE and not _has_action(each, meeting):
            yield Found(each.ref, refs=(each.ref,), parties=each.parties, values={"no": each.ref})


def _has_action(commitment: Commitment, meeting: Meeting) -> bool:
    """Whether an action of the same party is linked with it."""
    actions = (each for each in meeting.linked.get(commitment.ref, ()) if isinstance(each, Action))
    by = set(chain.from_iterable(action.parties for action in actions))
    return not by.isdisjoint(commitment.parties)


ROWS = (
    Check(
        "municipality_no_commitment",
        Level.WARN,
        when(Moment.STEP, Moment.CLOSING),
        municipality_no_commitment,
        Message("The municipality has not committed anything itself yet."),
        core=True,
        since=near_the_end,
    ),
    Check(
        "party_no_commitment",
        Level.HINT,
        when(Moment.CLOSING),
        party_no_commitment,
        Message("{party} has not committed anything yet."),
        since=near_the_end,
    ),
    Check(
        "commitment_vague",
        Level.HINT,
        when(Moment.LIVE),
        commitment_vague,
        Message("Commitment {no} names no amount and no date."),
    ),
    Check(
        "reservation_open",
        Level.WARN,
        when(Moment.LIVE, Moment.REVIEW),
        reservation_open,
        Message("Reservation on {no} ({body}) is still open."),
        core=True,
    ),
    Check(
        "commitment_no_action",
        Level.HINT,
        when(Moment.CLOSING),
        commitment_no_action,
        Message("Commitment {no} has no action yet."),
    ),
)
