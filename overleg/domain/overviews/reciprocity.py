"""Who gives and who asks: what each party brings to the table and fetches from it."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from overleg.domain.choices import AnswerValue, Base, PartyKind
from overleg.domain.model import AnyEntry, Commitment, Expectation, Offer, Party, Role, Session
from overleg.domain.overviews.roles import holdings, is_answered, is_connecting, still_counts


@dataclass(frozen=True, slots=True)
class Balance:
    """How often a party asked something of others, said yes to them, offered and committed something."""

    party: str
    asked: int
    accepted: int
    offered: int
    committed: int

    @property
    def fetches(self) -> int:
        return self.asked

    @property
    def brings(self) -> int:
        return self.accepted + self.offered + self.committed


def balances(session: Session) -> tuple[Balance, ...]:
    """The balance of every party at the table, guests too, in the order in which they sit there."""
    said = list(_said(session))
    expectations = [entry for entry in said if isinstance(entry, Expectation)]
    asked = Counter(entry.from_party for entry in expectations)
    accepted = Counter(entry.to_party for entry in expectations if _is_accepted(entry))
    offered = _by_party(entry for entry in said if isinstance(entry, Offer))
    committed = _by_party(entry for entry in said if isinstance(entry, Commitment))
    return tuple(
        Balance(each.id, asked[each.id], accepted[each.id], offered[each.id], committed[each.id])
        for each in session.parties
    )


def connects_only(session: Session) -> tuple[str, ...]:
    """The municipalities whose every role is to connect others, and that committed nothing."""
    return tuple(
        party.id
        for party in session.parties
        if party.kind is PartyKind.MUNICIPALITY
        and _only_connects(session, party)
        and not any(isinstance(entry, Commitment) and party.id in entry.parties for entry in _said(session))
    )


def only_asks_of_residents(session: Session) -> tuple[str, ...]:
    """The system parties that ask residents for something while nothing flows from them to residents."""
    residents = {party.id for party in session.parties if party.base is Base.COMMUNITY}
    said = list(_said(session))
    asking = {
        each.from_party for each in said if isinstance(each, Expectation) and each.to_party in residents
    }
    giving = {party for each in said for party in _gives_to(each, residents)}
    return tuple(
        party.id
        for party in session.parties
        if party.base is Base.SYSTEM and party.id in asking and party.id not in giving
    )


def _only_connects(session: Session, party: Party) -> bool:
    roles = (entry for entry in _said(session) if isinstance(entry, Role) and party.id in entry.parties)
    tasks = {role.task for role in roles}
    tasks |= {holding.task for holding in holdings(session) if holding.party == party.id}
    return bool(tasks) and tasks <= {task.slug for task in session.tasks if is_connecting(task)}


def _gives_to(entry: AnyEntry, residents: set[str]) -> tuple[str, ...]:
    """The parties from which something flows to residents; a promise is made to the whole table."""
    match entry:
        case Commitment():
            return entry.parties
        case Offer() if entry.to_all or entry.to_party in residents:
            return entry.parties
        case Expectation() if entry.from_party in residents and entry.to_party and _is_accepted(entry):
            return (entry.to_party,)
    return ()


def _said(session: Session) -> Iterator[AnyEntry]:
    """What still counts, and was said as oneself."""
    return (entry for entry in session.entries if entry.voiced_party is None and still_counts(entry))


def _is_accepted(entry: Expectation) -> bool:
    return is_answered(entry, AnswerValue.ACCEPT)


def _by_party(entries: Iterable[AnyEntry]) -> Counter[str]:
    return Counter(party for entry in entries for party in entry.parties)
