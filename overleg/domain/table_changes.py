"""Changes to who sits at the table: parties, people, their seats, and the target groups they work for."""

from collections.abc import Callable
from dataclasses import dataclass

from msgspec import Struct
from msgspec.structs import replace as but

from overleg.domain.changes import Change
from overleg.domain.choices import SeatRole
from overleg.domain.integrity import faults
from overleg.domain.merging import merged
from overleg.domain.model import TABLES, AgendaItem, Party, Person, Session, TargetGroup
from overleg.domain.ordering import in_order, moved
from overleg.domain.setup import is_code, person_id
from overleg.domain.text import fold, slug
from overleg.errors import Message, Refused


@dataclass(frozen=True, slots=True, kw_only=True)
class PutParty(Change):
    """Seat a new party, or change one.

    Of `was`, the party as it was before, only what differs is set. A new one comes before the party
    `before`, else at the end, with an id of its own.
    """

    party: Party
    was: Party | None = None
    before: str | None = None

    def made(self, session: Session) -> Session:
        self._check(session)
        was = self.was
        if was is not None:
            return _with_row(session, "parties", was.id, lambda party: merged(party, was, self.party))
        ids = {party.id for party in session.parties}
        code = self.party.code
        id = next(id for n in range(1, len(ids) + 2) if (id := code if n == 1 else f"{code}-{n}") not in ids)
        parties = moved((*session.parties, but(self.party, id=id)), "id", id, self.before)
        return but(session, parties=parties)

    def _check(self, session: Session) -> None:
        party = self.party
        if not party.name:
            raise Refused(Message("A party has a name."), Message("Type what it is called."))
        if not is_code(party.code):
            raise Refused(
                Message("“{code}” cannot be the code of a party.", code=party.code),
                Message("A code has two to five letters, such as GEM."),
            )
        own = self.was.id if self.was else None
        if any(fold(each.code) == fold(party.code) and each.id != own for each in session.parties):
            raise Refused(
                Message("Another party has the code {code}.", code=party.code),
                Message("Give this one a code of its own."),
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class DropParty(Change):
    """Take a party and its people off the table, as long as nothing that was recorded names them."""

    party: str

    def made(self, session: Session) -> Session:
        party = session.party(self.party)
        if party is None:
            raise Refused(Message("There is no party {party} at this table.", party=self.party))
        without = session
        for person in session.people_of(party.id):
            without = _without_person(without, person)
        without = but(
            without,
            parties=tuple(each for each in without.parties if each is not party),
            agenda=tuple(_without_party(item, party.id) for item in without.agenda),
        )
        if _is_missed(without, session) or _is_corrector(session, party.id):
            raise Refused(
                Message("{party} is named in what was recorded, so it stays.", party=party.name),
                Message("Make it a guest: then it does not count in rounds and in “all”."),
            )
        return without


@dataclass(frozen=True, slots=True, kw_only=True)
class PutPerson(Change):
    """Put somebody on the list of people, or change what is known of somebody.

    Of `was`, the person as it was before, only what differs is set. Somebody new comes before the person
    `before`, else at the end. There is one chair and one secretary: who gets that seat takes it over.
    """

    person: Person
    was: Person | None = None
    before: str | None = None

    def made(self, session: Session) -> Session:
        self._check(session)
        was = self.was
        if was is not None:
            put = _with_row(session, "people", was.id, lambda person: merged(person, was, self.person))
            return _seated(put, was.id) if was.seat_role is not self.person.seat_role else put
        id = person_id(self.person.name, session.people)
        people = moved((*session.people, but(self.person, id=id)), "id", id, self.before)
        return _seated(but(session, people=people), id)

    def _check(self, session: Session) -> None:
        if not self.person.name:
            raise Refused(Message("Somebody on the list has a name."), Message("Type the name."))
        party = self.person.party
        if party is not None and session.party(party) is None:
            raise Refused(Message("There is no party {party} at this table.", party=party))


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatPerson(Change):
    """Seat somebody as chair, secretary, member, observer or guest; chair and secretary there is one of."""

    person: str
    seat_role: SeatRole

    def made(self, session: Session) -> Session:
        seated = _with_row(
            session, "people", self.person, lambda person: but(person, seat_role=self.seat_role)
        )
        return _seated(seated, self.person)


@dataclass(frozen=True, slots=True, kw_only=True)
class DropPerson(Change):
    """Take somebody off the list, as long as nothing that was recorded names this person."""

    person: str

    def made(self, session: Session) -> Session:
        person = session.person(self.person)
        if person is None:
            raise Refused(Message("{person} is not on the list of people.", person=self.person))
        without = _without_person(session, person)
        if _is_missed(without, session):
            raise Refused(
                Message("{person} is named in what was recorded, and stays on the list.", person=person.name),
                Message("Record instead that {person} is not there.", person=person.name),
            )
        return without


@dataclass(frozen=True, slots=True, kw_only=True)
class PutGroup(Change):
    """Name a target group, or change its title or note; its slug stays, for entries name it by that."""

    group: TargetGroup
    was: TargetGroup | None = None
    before: str | None = None

    def made(self, session: Session) -> Session:
        was = self.was
        if not slug(self.group.title):
            raise Refused(Message("A target group has a name of letters or digits."))
        if was is not None:
            return _with_row(session, "target_groups", was.slug, lambda group: merged(group, was, self.group))
        key = slug(self.group.title)
        if session.group(key) is not None:
            raise Refused(Message("There is a target group {title} already.", title=self.group.title))
        groups = moved((*session.target_groups, but(self.group, slug=key)), "slug", key, self.before)
        return but(session, target_groups=groups)


@dataclass(frozen=True, slots=True, kw_only=True)
class DropGroup(Change):
    """Take a target group off the list that no entry names."""

    group: str

    def made(self, session: Session) -> Session:
        group = session.group(self.group)
        if group is None:
            raise Refused(Message("There is no target group {group}.", group=self.group))
        if any(self.group in entry.target_groups for entry in session.entries):
            raise Refused(
                Message("{group} is named in what was recorded, so it stays on the list.", group=group.title)
            )
        return but(session, target_groups=tuple(each for each in session.target_groups if each is not group))


@dataclass(frozen=True, slots=True, kw_only=True)
class ArrangeTable(Change):
    """Put parties, people or target groups in another order: that in which they are listed and speak.

    A row that is not named stays behind the one it stood behind.
    """

    table: str
    order: tuple[str, ...]

    def made(self, session: Session) -> Session:
        rows = getattr(session, self.table)
        arranged = in_order(rows, TABLES[self.table], self.order)
        return session if arranged == rows else but(session, **{self.table: arranged})


def _with_row(session: Session, table: str, id: str, change: Callable[..., Struct]) -> Session:
    """The session with one row of a table changed; the same one where the row stays as it was."""
    rows, key = getattr(session, table), TABLES[table]
    row = next((each for each in rows if getattr(each, key) == id), None)
    if row is None:
        raise Refused(Message("Somebody has taken {row} off the list in the meantime.", row=id))
    changed = change(row)
    if changed == row:
        return session
    return but(session, **{table: tuple(changed if each is row else each for each in rows)})


def _seated(session: Session, id: str) -> Session:
    """The session in which the seats of chair and secretary are those of this person, or no longer so."""
    person = session.person(id)
    if person is None:
        return session
    for role, field in _SEATS.items():
        holder = getattr(session, field)
        if person.seat_role is role and holder != id:
            people = tuple(
                but(each, seat_role=SeatRole.MEMBER) if each.id == holder else each for each in session.people
            )
            session = but(session, people=people, **{field: id})
        elif person.seat_role is not role and holder == id:
            session = but(session, **{field: None})
    return session


_SEATS = {SeatRole.CHAIR: "chair", SeatRole.SECRETARY: "secretary"}
"""The seats there is one of, each with the field of the session that says who has it."""


def _without_person(session: Session, person: Person) -> Session:
    return but(
        session,
        people=tuple(each for each in session.people if each.id != person.id),
        attendance=tuple(each for each in session.attendance if each.person != person.id),
        chair=None if session.chair == person.id else session.chair,
        secretary=None if session.secretary == person.id else session.secretary,
    )


def _without_party(item: AgendaItem, party: str) -> AgendaItem:
    if party not in (item.brought_in_by, item.opener):
        return item
    return but(
        item,
        brought_in_by=None if item.brought_in_by == party else item.brought_in_by,
        opener=None if item.opener == party else item.opener,
    )


def _is_missed(without: Session, session: Session) -> bool:
    """Whether something that was recorded still names what is gone."""
    return len(list(faults(without))) > len(list(faults(session)))


def _is_corrector(session: Session, party: str) -> bool:
    return session.adopts is not None and any(each.party == party for each in session.adopts.corrections)
