"""Who had the floor, and for how long; looked at only when somebody asks for it."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from overleg.domain.model import Session, Turn
from overleg.domain.timing import seconds_of_turn


@dataclass(frozen=True, slots=True)
class Spoken:
    """The time that a party had the floor; `share` is its part of all that was spoken, from 0 to 1."""

    party: str
    seconds: int
    share: float


@dataclass(frozen=True, slots=True)
class Talk:
    """What was spoken in one agenda item, or in the whole session.

    `spoken` has the core parties that are present and whoever else spoke, as they sit at the table.
    `even_share` is 1 divided by the number of core parties present.
    """

    spoken: tuple[Spoken, ...]
    even_share: float

    @property
    def seconds(self) -> int:
        return sum(each.seconds for each in self.spoken)


def talk_balance(session: Session, now: datetime) -> Talk:
    """What was spoken in the whole session; the turn that runs counts until `now`."""
    return _talk(session, session.turns, now)


def talk_by_item(session: Session, now: datetime) -> dict[str | None, Talk]:
    """The same for each agenda item in which somebody had the floor, by id; None for outside of any."""
    turns: dict[str | None, list[Turn]] = {}
    for turn in session.turns:
        turns.setdefault(turn.item, []).append(turn)
    order = {item.id: place for place, item in enumerate(session.agenda)}
    items = sorted(turns, key=lambda item: order.get(item or "", len(order)))
    return {item: _talk(session, turns[item], now) for item in items}


def _talk(session: Session, turns: Iterable[Turn], now: datetime) -> Talk:
    seconds: Counter[str] = Counter()
    for turn in turns:
        seconds[turn.party] += seconds_of_turn(session, now) if turn.seconds is None else turn.seconds
    all_seconds = seconds.total()
    present = {party.id for party in session.core_parties if session.is_present(party.id)}
    spoken = tuple(
        Spoken(party.id, seconds[party.id], seconds[party.id] / all_seconds if all_seconds else 0.0)
        for party in session.parties
        if party.id in present or party.id in seconds
    )
    return Talk(spoken, 1 / len(present) if present else 0.0)
