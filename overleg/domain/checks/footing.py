"""Checks on equal footing: who speaks, who starts, who carries the load, who can follow."""

from collections import Counter
from collections.abc import Iterator
from datetime import datetime, timedelta

from overleg.domain.actions import STANDING
from overleg.domain.checks.abbreviations import jargon
from overleg.domain.checks.meeting import Meeting
from overleg.domain.checks.moment import Moment
from overleg.domain.checks.row import Check, Found, Level, when
from overleg.domain.choices import ItemStatus, Mode, Paid
from overleg.domain.forms import Order
from overleg.domain.model import Action, AgendaItem, Commitment, Offer
from overleg.domain.overviews.talk import talk_balance
from overleg.domain.rounds import silent_parties
from overleg.domain.timing import seconds_of_turn
from overleg.errors import Message

_MEASURED = 10 * 60
_FEWEST_TURNS = 10
_TOO_MUCH, _TOO_LITTLE = 1.6, 0.5
_SAME_OPENER = 3
_OVERWHELMING = 3
_FREE_ORDERS = ("", Order.FREE, Order.ROTATE, Order.VOICES)


def party_silent(meeting: Meeting) -> Iterator[Found]:
    """Not before somebody has spoken: nobody is late in a round that has yet to begin."""
    item = meeting.running
    silent = {party.id for party in silent_parties(meeting.session)}
    if item is None or silent.issuperset(meeting.core):
        return
    for party in meeting.core:
        if party in silent:
            yield Found(f"{item.id} {party}", parties=(party,), values={"party": meeting.name(party)})


def talk_share(meeting: Meeting) -> Iterator[Found]:
    if len(meeting.core) < 2:
        return
    even = 1 / len(meeting.core)
    for party, share in _shares(meeting).items():
        if party in meeting.core and not _TOO_LITTLE * even <= share <= _TOO_MUCH * even:
            values = {"party": meeting.name(party), "pct": f"{share:.0%}", "even": f"{even:.0%}"}
            yield Found(party, parties=(party,), values=values)


def _shares(meeting: Meeting) -> dict[str, float]:
    """What each party had of the floor: of the time, or of the turns where no time was kept."""
    talk = talk_balance(meeting.session, _at_whole_minutes(meeting))
    if talk.seconds >= _MEASURED:
        return {each.party: each.share for each in talk.spoken}
    turns = Counter(turn.party for turn in meeting.session.turns)
    if talk.seconds or turns.total() < _FEWEST_TURNS:
        return {}
    return {each.party: turns[each.party] / turns.total() for each in talk.spoken}


def _at_whole_minutes(meeting: Meeting) -> datetime:
    """The moment at which the running turn had its last whole minute.

    The figure on the screen would change every second otherwise.
    """
    seconds = seconds_of_turn(meeting.session, meeting.now) % 60
    return meeting.now - timedelta(seconds=seconds)


def same_opener(meeting: Meeting) -> Iterator[Found]:
    """Rounds in which the form says who starts do not count: that is meant."""
    if meeting.running is None or not _is_free_round(meeting.running):
        return
    began = (ItemStatus.ACTIVE, ItemStatus.DONE)
    rounds = [item for item in meeting.session.agenda if _is_free_round(item) and item.status in began]
    openers = [opener for item in rounds if (opener := _opener(meeting, item))][-_SAME_OPENER:]
    if len(openers) == _SAME_OPENER and len(set(openers)) == 1:
        yield Found(openers[0], parties=(openers[0],), values={"party": meeting.name(openers[0])})


def _is_free_round(item: AgendaItem) -> bool:
    return item.mode is Mode.PARTY_ROUND and item.order in _FREE_ORDERS


def _opener(meeting: Meeting, item: AgendaItem) -> str | None:
    first = next((turn.party for turn in meeting.session.turns if turn.item == item.id), None)
    return first or item.opener


def table_balance(meeting: Meeting) -> Iterator[Found]:
    here = [person for people in meeting.people_here.values() for person in people]
    paid = sum(person.paid is Paid.YES for person in here)
    unpaid = sum(person.paid is Paid.NO for person in here)
    sizes = {party: len(people) for party, people in meeting.people_here.items()}
    largest = max((size for party, size in sizes.items() if party not in meeting.residents), default=0)
    alone = largest >= _OVERWHELMING and any(sizes.get(party) == 1 for party in meeting.residents)
    if unpaid and (paid >= _OVERWHELMING * unpaid or alone):
        yield Found(values={"p": paid, "v": unpaid})


def unpaid_load(meeting: Meeting) -> Iterator[Found]:
    residents = [party for party in meeting.core if party in meeting.residents]
    carried = [
        action
        for action in meeting.of(Action)
        if action.status in STANDING and action.parties and not action.for_all
    ]
    theirs = [action for action in carried if action.parties[0] in residents]
    is_more = len(theirs) * len(meeting.core) > len(carried) * len(residents)
    if is_more and len(carried) > 1 and not _is_given(meeting):
        yield Found(
            refs=tuple(action.ref for action in theirs),
            parties=tuple(residents),
            values={"x": len(theirs), "y": len(carried)},
        )


def _is_given(meeting: Meeting) -> bool:
    """Whether a system party committed something, or residents took up what it offers."""
    taken_up = any(
        offer.status == "accepted" and (offer.to_all or offer.to_party in meeting.residents)
        for offer in meeting.of(Offer)
        if offer.from_party not in meeting.residents
    )
    return taken_up or any(
        each.status != "lapsed" and not meeting.residents.issuperset(each.parties)
        for each in meeting.of(Commitment)
    )


ROWS = (
    Check(
        "party_silent",
        Level.HINT,
        when(Moment.LIVE),
        party_silent,
        Message("{party} has not spoken in this round yet."),
        core=True,
    ),
    Check(
        "talk_share",
        Level.HINT,
        when(Moment.LIVE),
        talk_share,
        Message("{party} had {pct} of the speaking time; an even share is {even}."),
        core=True,
    ),
    Check(
        "same_opener",
        Level.HINT,
        when(Moment.LIVE),
        same_opener,
        Message("{party} opened the last three rounds. Let someone else start."),
    ),
    Check(
        "table_balance",
        Level.HINT,
        when(Moment.OPENING),
        table_balance,
        Message("At the table: {p} paid and {v} unpaid people."),
    ),
    Check(
        "unpaid_load",
        Level.WARN,
        when(Moment.CLOSING),
        unpaid_load,
        Message("Residents carry {x} of {y} open actions. What do they get in return?"),
    ),
    Check(
        "jargon",
        Level.HINT,
        when(Moment.LIVE),
        jargon,
        Message("Does everybody know “{abbr}”?"),
    ),
)
