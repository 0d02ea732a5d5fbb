"""Who is reminded of what: open actions, and promises that still wait for an approval."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from overleg.domain.addresses import is_address
from overleg.domain.model import Action, AnyEntry, Commitment, Party, Person, Session
from overleg.domain.newest import Newest, newest_entries
from overleg.domain.review import awaited, day_of, overdue_days, stays_open
from overleg.domain.text import fold


@dataclass(frozen=True, slots=True)
class Reader:
    """Who gets a reminder: a person, a party, or a person of a party; `to` are those with an address."""

    party: Party | None
    person: Person | None
    to: tuple[Person, ...]


@dataclass(frozen=True, slots=True)
class Reminded:
    """A reader, and what is open with them: overdue first, then by day."""

    reader: Reader
    entries: tuple[Newest, ...]


def open_entries(sessions: Iterable[Session], today: date, *, overdue: bool = False) -> list[Newest]:
    """The actions to be done and the promises that wait for an approval, or those that are overdue."""
    return [
        each
        for each in newest_entries(sessions)
        if _is_open(each.entry) and (not overdue or overdue_days(each.entry, today))
    ]


def reminded(entries: Iterable[Newest], today: date, *, party: str = "") -> list[Reminded]:
    """Everybody something is open with, by party and then by address; `party` keeps one party, by code.

    What belongs to a person whose address is known goes to that person, and so does what belongs to a
    party of which one address is known; anything else goes to the party. Parties of two series are one
    where both code and name are the same.
    """
    readers: dict[tuple[str, ...], Reader] = {}
    found: dict[tuple[str, ...], list[Newest]] = {}
    for each in entries:
        for reader in readers_of(each):
            if not party or (reader.party and fold(reader.party.code) == fold(party)):
                key = _key(reader)
                readers[key] = _joined(reader, readers.get(key, reader))
                found.setdefault(key, []).append(each)
    return [
        Reminded(readers[key], tuple(sorted(found[key], key=lambda each: _place(each, today))))
        for key in sorted(readers)
    ]


def readers_of(newest: Newest) -> list[Reader]:
    """Those it is up to: its parties, or the owner of what is of no party."""
    parties = responsible(newest)
    owner = newest.session.person(newest.entry.person)
    if not parties and owner is not None:
        return [Reader(None, owner, (owner,) if has_address(owner) else ())]
    return [_reader(newest, party) for party in parties]


def responsible(newest: Newest) -> list[Party]:
    """The first party that is named, or all of them where it was said for all."""
    session, entry = newest.session, newest.entry
    ids = entry.parties if entry.for_all else entry.parties[:1]
    return [party for id in ids if (party := session.party(id)) is not None]


def has_address(person: Person) -> bool:
    return is_address(person.email)


def _is_open(entry: AnyEntry) -> bool:
    if not stays_open(entry):
        return False
    return isinstance(entry, Action) or (isinstance(entry, Commitment) and awaited(entry) is not None)


def _reader(newest: Newest, party: Party) -> Reader:
    reachable = tuple(person for person in newest.session.people_of(party.id) if has_address(person))
    person = next((each for each in reachable if each.id == newest.entry.person), None)
    if person is None and len(reachable) == 1:
        person = reachable[0]
    return Reader(party, person, (person,) if person else reachable)


def _key(reader: Reader) -> tuple[str, ...]:
    party, person = reader.party, reader.person
    whose = (party.code, party.name) if party else ("", "")
    return tuple(fold(each) for each in (*whose, (person.email or person.name) if person else ""))


def _joined(newer: Reader, known: Reader) -> Reader:
    """The same reader of two series, with everybody to address it to once."""
    to = {fold(person.email): person for person in (*known.to, *newer.to)}
    return replace(newer, to=tuple(to[email] for email in sorted(to)))


def _place(newest: Newest, today: date) -> tuple[bool, date, str, str]:
    is_late = overdue_days(newest.entry, today) > 0
    day = day_of(newest.entry) or date.max
    return not is_late, day, newest.session.series.slug, newest.entry.ref
