"""Rounds: who gets the floor when, who has been silent, and as whom a party speaks."""

from collections.abc import Callable

from overleg.domain.choices import Base, Mode, PartyKind
from overleg.domain.forms import Order
from overleg.domain.model import AgendaItem, AnyEntry, Party, Session, Turn

_ROTATES = (Order.ROTATE, Order.VOICES)

_Rank = Callable[[Party], bool]


def _residents(party: Party) -> bool:
    return party.kind in (PartyKind.RESIDENTS, PartyKind.TENANTS)


def _system(party: Party) -> bool:
    return party.base is Base.SYSTEM


def _municipality(party: Party) -> bool:
    return party.kind is PartyKind.MUNICIPALITY


_RANKS: dict[str, tuple[_Rank, ...]] = {
    Order.RESIDENTS_FIRST: (_residents,),
    Order.RESIDENTS_LAST: (lambda party: not _residents(party),),
    Order.MUNICIPALITY_FIRST: (_municipality,),
    Order.PROFESSIONALS_FIRST: (_municipality, _system),
    Order.SYSTEM_ONLY: (_system,),
}


def round_of(session: Session, item: AgendaItem | None) -> tuple[Party, ...]:
    """The core parties in the order in which this item gives them the floor."""
    parties = session.core_parties
    if item is None:
        return parties
    if item.order in _ROTATES or item.opener:
        return _turned(parties, item.opener or _next_opener(session, item))
    ranks = _RANKS.get(item.order, ())
    ordered = sorted(parties, key=lambda party: _rank(party, ranks))
    if item.order == Order.SYSTEM_ONLY:
        return tuple(party for party in ordered if _rank(party, ranks) < len(ranks))
    return tuple(ordered)


def _rank(party: Party, ranks: tuple[_Rank, ...]) -> int:
    return next((place for place, fits in enumerate(ranks) if fits(party)), len(ranks))


def _turned(parties: tuple[Party, ...], opener: str | None) -> tuple[Party, ...]:
    start = next((place for place, party in enumerate(parties) if party.id == opener), 0)
    return parties[start:] + parties[:start]


def _next_opener(session: Session, item: AgendaItem) -> str | None:
    """Another opener in each round that rotates, counted along the agenda."""
    parties = session.core_parties
    if not parties:
        return None
    before = [each.id for each in session.agenda if each.order in _ROTATES]
    return parties[before.index(item.id) % len(parties) if item.id in before else 0].id


def next_turn(session: Session) -> Party | None:
    """The party that gets the floor next in the running item; who is not here is passed over."""
    order = round_of(session, session.active_item)
    last = _last_turn(session)
    place = next((n for n, party in enumerate(order) if last and party.id == last.party), -1)
    coming = order[place + 1 :] + order[: place + 1]
    here = (party for party in coming if session.is_present(party.id))
    return next(here, coming[0] if coming else None)


def _last_turn(session: Session) -> Turn | None:
    item = session.active_item
    return next((turn for turn in reversed(session.turns) if turn.item == (item.id if item else None)), None)


def voiced_by(session: Session, party: str) -> str | None:
    """As whom a party speaks in the running item: as its neighbour, where parties change places."""
    item = session.active_item
    order = [each.id for each in round_of(session, item)]
    if item is None or item.order != Order.VOICES or party not in order or len(order) < 2:
        return None
    return order[(order.index(party) + 1) % len(order)]


def silent_parties(session: Session) -> tuple[Party, ...]:
    """The parties of the running round that are here and have neither had the floor nor said anything."""
    item = session.active_item
    if item is None or item.mode is not Mode.PARTY_ROUND:
        return ()
    heard = {turn.party for turn in session.turns if turn.item == item.id}
    heard |= {party for entry in session.entries if entry.item == item.id for party in _said_by(entry)}
    return tuple(
        party for party in round_of(session, item) if party.id not in heard and session.is_present(party.id)
    )


def _said_by(entry: AnyEntry) -> tuple[str, ...]:
    """Who said it; what was said for all was said by nobody in particular."""
    return () if entry.for_all else entry.parties[:1]
