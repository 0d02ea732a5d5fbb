"""What must hold in a session for the rest of the program to trust it, whoever wrote its file.

Not the rules of a meeting, which are for the changes and the checks, but the joints between records:
keys that are there once, parties and people that exist, states and numbers that can be. Tasks, agenda
items and linked entries may be gone: undoing can take them away from under what refers to them.
"""

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from overleg.domain.choices import Kind
from overleg.domain.kind_row import KindRow
from overleg.domain.kinds import KINDS
from overleg.domain.model import TABLES, AnyEntry, Entry, Session
from overleg.domain.text import fold
from overleg.errors import Message


class Fault(NamedTuple):
    """What is wrong, as a clause, and where: ``entries "A-003": parties``."""

    path: str
    message: Message


def faults(session: Session) -> Iterator[Fault]:
    """Everything in the session that does not hold together."""
    parties = frozenset(party.id for party in session.parties)
    people = frozenset(person.id for person in session.people)
    yield from _repeated(session)
    for path, party in _named_parties(session):
        if party not in parties:
            yield Fault(path, Message('there is no party "{id}" at this table', id=party))
    for path, person in _named_people(session):
        if person not in people:
            yield Fault(path, Message('"{id}" is not on the list of people', id=person))
    for entry in session.entries:
        yield from _of_entry(entry, session, parties, people)


def at(table: str, key: str, field: str = "") -> str:
    """Where something stands in a session: ``entries "A-003": due``."""
    return f'{table} "{key}": {field}' if field else f'{table} "{key}"'


def _repeated(session: Session) -> Iterator[Fault]:
    for table, key in TABLES.items():
        for id in _twice([getattr(record, key) for record in getattr(session, table)]):
            yield Fault(at(table, id), Message("it is there more than once"))
    for code in _twice([fold(party.code) for party in session.parties]):
        yield Fault("parties", Message('the code "{code}" is there more than once', code=code.upper()))


def _twice(keys: list[str]) -> list[str]:
    if len(set(keys)) == len(keys):
        return []
    return [key for key, count in Counter(keys).items() if count > 1]


def _named_parties(session: Session) -> Iterator[tuple[str, str]]:
    """Every party that something other than an entry names, after the place where it does."""
    for person in session.people:
        if person.party is not None:
            yield at("people", person.id, "party"), person.party
    for record in session.attendance:
        if record.plays_party is not None:
            yield at("attendance", record.person, "plays_party"), record.plays_party
    for turn in session.turns:
        yield at("turns", turn.id, "party"), turn.party
        if turn.voiced_party is not None:
            yield at("turns", turn.id, "voiced_party"), turn.voiced_party


def _named_people(session: Session) -> Iterator[tuple[str, str]]:
    """Every person that something other than an entry names, after the place where it does."""
    if session.chair is not None:
        yield "session: chair", session.chair
    if session.secretary is not None:
        yield "session: secretary", session.secretary
    for record in session.attendance:
        yield at("attendance", record.person, "person"), record.person


class _Row:
    """What the entries of a kind may hold, looked up once; opening a long meeting must not wait for it."""

    def __init__(self, row: KindRow) -> None:
        own = row.record.__struct_fields__
        self.states = {state.key for state in row.states} or {""}
        self.letters = {letter.upper() for letter in row.letters.all()}
        self.party_fields = [name for name in _PARTY_FIELDS if name in own]
        self.party_lists = [name for name in _PARTY_LISTS if name in own]


_PARTY_FIELDS = ("voiced_party", "from_party", "to_party", "about_party", "given_by")
_PARTY_LISTS = ("endorsements", "resources", "contributions")
_ROWS: dict[type[Entry], _Row] = {row.record: _Row(row) for row in KINDS.values()}
_REF = re.compile(r"([A-Z])-([0-9]{3,})")


def _of_entry(
    entry: AnyEntry, session: Session, parties: frozenset[str], people: frozenset[str]
) -> Iterator[Fault]:
    row = _ROWS[type(entry)]
    for field, party in parties_of(entry):
        if party not in parties:
            yield _fault(entry, field, Message('there is no party "{id}" at this table', id=party))
    # What was carried over may be owned by somebody who is not on the list of this meeting.
    if entry.person is not None and entry.person not in people and entry.born_in == session.id:
        yield _fault(entry, "person", Message('"{id}" is not on the list of people', id=entry.person))
    if entry.status not in row.states:
        yield _fault(entry, "status", Message("this kind of entry has no such state"))
    yield from _numbering(entry, row, session.counters)


def parties_of(entry: AnyEntry) -> Iterator[tuple[str, str]]:
    """Every party that the entry names, after the field that does."""
    row = _ROWS[type(entry)]
    for party in entry.parties:
        yield "parties", party
    for field in row.party_fields:
        if (party := getattr(entry, field)) is not None:
            yield field, party
    for field in row.party_lists:
        for record in getattr(entry, field):
            yield field, record.party


def _numbering(entry: AnyEntry, row: _Row, counters: dict[Kind, int]) -> Iterator[Fault]:
    match = _REF.fullmatch(entry.ref)
    if match is None or match[1] not in row.letters:
        yield _fault(entry, "ref", Message("this is no number of an entry of this kind"))
    elif int(match[2]) > counters.get(entry.kind, 0):
        yield Fault(
            f"session: counters: {entry.kind}",
            Message("it is lower than {ref}, so a number would be given twice", ref=entry.ref),
        )


def _fault(entry: AnyEntry, field: str, message: Message) -> Fault:
    return Fault(at("entries", entry.ref, field), message)
