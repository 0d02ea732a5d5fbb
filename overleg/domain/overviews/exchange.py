"""What two parties ask of and offer to each other, cell by cell, and what each still has to answer."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from overleg.domain.model import AnyEntry, Expectation, Offer, Session
from overleg.domain.views import matrix

Directed = Expectation | Offer
"""What goes from one party to another."""


@dataclass(frozen=True, slots=True)
class Exchange:
    """What one party asks of another, and offers to it, in the order in which it was said."""

    asked: tuple[Expectation, ...] = ()
    offered: tuple[Offer, ...] = ()

    @property
    def waiting(self) -> tuple[Expectation, ...]:
        """What was not answered in any way."""
        return tuple(entry for entry in self.asked if entry.answer is None)

    @property
    def entries(self) -> tuple[Directed, ...]:
        return (*self.asked, *self.offered)


Exchanges = Mapping[str, Mapping[str, Exchange]]
"""By the party that asks or offers, then by the party it turns to; a party has none with itself."""


def exchanges(session: Session) -> Exchanges:
    """The expectation matrix with what is asked and what is offered apart."""
    return {
        party: {other: _exchange(cell) for other, cell in row.items()}
        for party, row in matrix(session).items()
    }


def are_same(before: Session, session: Session) -> bool:
    """Whether no exchange can have changed; much cheaper to ask than to make them all again."""
    if session.parties is not before.parties:
        return False
    count = len(before.entries)
    new = session.entries[count:]
    return session.entries[:count] == before.entries and not any(isinstance(each, Directed) for each in new)


def asked_by(table: Exchanges, party: str) -> int:
    """How much a party asks of all others together."""
    return sum(len(cell.asked) for cell in table[party].values())


def waiting_for(table: Exchanges, party: str) -> int:
    """How many questions to a party wait for its answer."""
    return sum(len(row[party].waiting) for row in table.values() if party in row)


def _exchange(entries: Iterable[AnyEntry]) -> Exchange:
    found = tuple(entries)
    return Exchange(
        tuple(entry for entry in found if isinstance(entry, Expectation)),
        tuple(entry for entry in found if isinstance(entry, Offer)),
    )
