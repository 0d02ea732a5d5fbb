"""Checks on expectations and reciprocity: who asks, who answers, who gives something in return."""

from collections.abc import Iterator
from itertools import combinations

from overleg.domain.checks.meeting import Meeting
from overleg.domain.checks.moment import Moment
from overleg.domain.checks.row import Check, Found, Level, when
from overleg.domain.checks.since import came_up, commitments_began
from overleg.domain.choices import AnswerValue, Kind
from overleg.domain.model import Commitment, Expectation, Offer
from overleg.domain.overviews.reciprocity import only_asks_of_residents
from overleg.domain.overviews.roles import is_answered, still_counts
from overleg.errors import Message

_TAKEN_UP_BY = (Kind.OFFER, Kind.ACTION, Kind.PARKED, Kind.AGREEMENT)


def expectation_missing(meeting: Meeting) -> Iterator[Found]:
    asking = {each.from_party for each in meeting.of(Expectation)}
    for party in meeting.core:
        if party not in asking:
            yield Found(party, parties=(party,), values={"party": meeting.name(party)})


def expectation_pair_empty(meeting: Meeting) -> Iterator[Found]:
    asked = {frozenset(pair) for pair in meeting.asks}
    offered = {frozenset((offer.from_party, offer.to_party)) for offer in meeting.of(Offer)}
    offering_all = {offer.from_party for offer in meeting.of(Offer) if offer.to_all}
    for a, b in combinations(meeting.core, 2):
        if frozenset((a, b)) not in asked | offered and offering_all.isdisjoint((a, b)):
            yield _of_pair(meeting, a, b)


def expectation_one_way(meeting: Meeting) -> Iterator[Found]:
    for (a, b), expectations in meeting.asks.items():
        if (b, a) not in meeting.asks and a in meeting.core and b in meeting.core:
            yield _of_pair(meeting, a, b, *(each.ref for each in expectations))


def _of_pair(meeting: Meeting, a: str, b: str, *refs: str) -> Found:
    values = {"a": meeting.name(a), "b": meeting.name(b)}
    return Found(f"{a} {b}", refs=refs, parties=(a, b), values=values)


_ASKED_BY_NOBODY = Message("{b} has not answered {no} yet.")


def expectation_unanswered(meeting: Meeting) -> Iterator[Found]:
    for each in meeting.of(Expectation):
        if each.status == "stated" and each.to_party:
            values = {"b": meeting.name(each.to_party), "no": each.ref, "a": meeting.name(each.from_party)}
            message = None if each.from_party else _ASKED_BY_NOBODY
            yield Found(each.ref, refs=(each.ref,), parties=(each.to_party,), values=values, message=message)


_TOO_VAGUE = Message("{no} was too vague; it waits for other words.")


def expectation_vague(meeting: Meeting) -> Iterator[Found]:
    """A newer one in its place makes it a replaced one, which is not among these."""
    for each in meeting.of(Expectation):
        if is_answered(each, AnswerValue.REPHRASE) and each.status == "answered" and not each.replaced_by:
            yield Found(
                each.ref,
                refs=(each.ref,),
                parties=(each.from_party,) if each.from_party else (),
                values={"no": each.ref, "a": meeting.name(each.from_party)},
                message=None if each.from_party else _TOO_VAGUE,
            )


def declined_dangling(meeting: Meeting) -> Iterator[Found]:
    for each in meeting.of(Expectation):
        is_declined = is_answered(each, AnswerValue.DECLINE) and each.status == "answered"
        if is_declined and not meeting.has_link(each, *_TAKEN_UP_BY):
            values = {"b": meeting.name(each.to_party), "no": each.ref}
            parties = (each.to_party,) if each.to_party else ()
            yield Found(each.ref, refs=(each.ref,), parties=parties, values=values)


def offer_missing(meeting: Meeting) -> Iterator[Found]:
    asking = {asker for asker, _ in meeting.asks}
    giving = {offer.from_party for offer in meeting.of(Offer)}
    giving.update(party for each in meeting.of(Commitment) if still_counts(each) for party in each.parties)
    for party in meeting.core:
        if party in asking and party not in giving:
            yield Found(party, parties=(party,), values={"party": meeting.name(party)})


def system_gives_nothing(meeting: Meeting) -> Iterator[Found]:
    for party in only_asks_of_residents(meeting.session):
        if party in meeting.present:
            asked = (each for (a, b), asks in meeting.asks.items() if a == party for each in asks)
            refs = tuple(each.ref for each in asked if each.to_party in meeting.residents)
            yield Found(party, refs=refs, parties=(party,), values={"party": meeting.name(party)})


ROWS = (
    Check(
        "expectation_missing",
        Level.HINT,
        when(Moment.STEP),
        expectation_missing,
        Message("{party} has not stated an expectation yet."),
        core=True,
        since=came_up(Kind.EXPECTATION),
    ),
    Check(
        "expectation_pair_empty",
        Level.HINT,
        when(Moment.STEP),
        expectation_pair_empty,
        Message("Nothing asked or offered between {a} and {b} yet."),
        since=came_up(Kind.EXPECTATION),
    ),
    Check(
        "expectation_one_way",
        Level.HINT,
        when(Moment.STEP),
        expectation_one_way,
        Message("{a} asks something of {b}, but {b} asks nothing back yet."),
        core=True,
    ),
    Check(
        "expectation_unanswered",
        Level.WARN,
        when(Moment.LIVE, Moment.CLOSING, Moment.REVIEW),
        expectation_unanswered,
        Message("{b} has not answered {no} from {a} yet."),
        core=True,
    ),
    Check(
        "expectation_vague",
        Level.HINT,
        when(Moment.LIVE),
        expectation_vague,
        Message("{no} was too vague; {a} rephrases."),
    ),
    Check(
        "declined_dangling",
        Level.HINT,
        when(Moment.CLOSING),
        declined_dangling,
        Message("{b} declined {no}. Who takes it up then?"),
    ),
    Check(
        "offer_missing",
        Level.HINT,
        when(Moment.STEP),
        offer_missing,
        Message("{party} asks, but offers nothing yet."),
        core=True,
    ),
    Check(
        "system_gives_nothing",
        Level.WARN,
        when(Moment.LIVE),
        system_gives_nothing,
        Message("{party} asks something of residents. What does {party} bring to residents?"),
        core=True,
        since=commitments_began,
    ),
)
