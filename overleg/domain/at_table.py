"""Whom a change may name: the parties at this table and the people on its list."""

from collections.abc import Iterable

from overleg.domain.integrity import parties_of
from overleg.domain.model import AnyEntry, Session
from overleg.errors import Message, Refused


def check_parties(session: Session, parties: Iterable[str]) -> None:
    """Refuses a party that is not at the table; somebody may have taken it off in the meantime."""
    for party in parties:
        if session.party(party) is None:
            raise Refused(Message("There is no party {party} at this table.", party=party))


def check_people(session: Session, people: Iterable[str | None]) -> None:
    """Refuses somebody who is not on the list of people; None is nobody."""
    for person in people:
        if person is not None and session.person(person) is None:
            raise Refused(Message("{person} is not on the list of people.", person=person))


def check_named(session: Session, entry: AnyEntry) -> None:
    """Refuses an entry that names somebody who is not there: its file could not be opened again."""
    check_parties(session, (party for _, party in parties_of(entry)))
    check_people(session, (entry.person,))
