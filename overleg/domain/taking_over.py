"""A new meeting of a series that begins as the last one was: the same table, the same place and time."""

from collections.abc import Iterable
from dataclasses import dataclass

from msgspec.structs import replace as but

from overleg.domain.agenda_changes import UseForm
from overleg.domain.carrying import goes_along
from overleg.domain.changes import Change
from overleg.domain.choices import SeatRole
from overleg.domain.model import Adoption, AgendaItem, Party, Person, Session
from overleg.domain.text import fold


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeOver(Change):
    """Seat the parties and people of last time, with target groups, chair, secretary, place and times.

    What is filled in already stays, and so do parties and people that sit here already. `form` is that in
    which the meeting is held again, with its `items`; empty for a free agenda. The meeting then follows
    on the last one: it adopts its minutes, and what that left open comes along when it is founded.
    """

    last: Session
    form: str = ""
    items: tuple[AgendaItem, ...] = ()

    def made(self, session: Session) -> Session:
        last = self.last
        parties = (*session.parties, *_new_parties(session, last.parties))
        ids = {party.id for party in parties}
        groups = (group for group in last.target_groups if session.group(group.slug) is None)
        seated = but(
            session,
            parties=parties,
            people=(*session.people, *(_seated(each, ids, session) for each in _new_people(session, last))),
            target_groups=(*session.target_groups, *groups),
            chair=session.chair or last.chair,
            secretary=session.secretary or last.secretary,
            place=session.place or last.place,
            start=session.start or last.start,
            end=session.end or (last.end if session.start in (None, last.start) else None),
            adopts=Adoption(session=last.id, held_on=last.date),
        )
        return UseForm(at=self.at, form=self.form, items=self.items).made(seated)


def _new_parties(session: Session, parties: Iterable[Party]) -> tuple[Party, ...]:
    """Those of the parties that do not sit here yet, by id and by code."""
    ids = {party.id for party in session.parties}
    codes = {fold(party.code) for party in session.parties}
    return tuple(party for party in parties if party.id not in ids and fold(party.code) not in codes)


def _new_people(session: Session, last: Session) -> tuple[Person, ...]:
    return tuple(person for person in last.people if session.person(person.id) is None)


def _seated(person: Person, parties: set[str], session: Session) -> Person:
    """Somebody in the seat of last time, unless somebody else has that or the party is not here."""
    taken = {SeatRole.CHAIR: session.chair, SeatRole.SECRETARY: session.secretary}
    return but(
        person,
        party=person.party if person.party in parties else None,
        seat_role=SeatRole.MEMBER if taken.get(person.seat_role) else person.seat_role,
    )


def open_matters(last: Session) -> int:
    """How many entries the last meeting left open, which come along."""
    return sum(1 for entry in last.entries if goes_along(entry, last))
