"""What a cell of an imported list means: whose action it is, by when, and how it stands.

A cell is matched as a whole. In doubt it is not understood: somebody looks at the list before it counts.
"""

import re
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from overleg.domain import names
from overleg.domain.choices import Kind
from overleg.domain.dates import ImpossibleDate
from overleg.domain.imported_dates import read_day
from overleg.domain.imported_words import EMPTY, EVERYBODY, NO_DAY, STATES
from overleg.domain.kinds import KINDS
from overleg.domain.model import Party, Person, Session
from overleg.domain.text import fold
from overleg.errors import Message

Value = TypeVar("Value", covariant=True)


@dataclass(frozen=True, slots=True)
class Meaning(Generic[Value]):
    """What a cell means; `problem` where it cannot be taken over, `notice` for what is worth a look.

    `aside` is what it says beside its value, to be kept with the action.
    """

    value: Value
    problem: Message | None = None
    notice: Message | None = None
    aside: str = ""


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose action it is: parties, the lead first, and a person of the list of people or a free name."""

    parties: tuple[str, ...] = ()
    for_all: bool = False
    person: str | None = None
    name: str = ""


_SEPARATORS = re.compile(r"\s*[,;+&/]\s*|\s+(?:en|and)\s+")


def says_nothing(cell: str) -> bool:
    """Whether a cell is empty, or holds a word or a sign for that."""
    return fold(cell).replace(".", "") in EMPTY


def read_owner(session: Session, party: str, person: str) -> Meaning[Owner]:
    """Whose action it is; somebody who is not on the list of people stays a name.

    A person brings the party along where the list names none, and a party may stand in the cell for people.
    """
    if says_nothing(party):
        return _owner_alone(session, "" if says_nothing(person) else person)
    parties, for_all = _parties(session, party)
    if not parties:
        return Meaning(Owner(), problem=_unknown(session, party))
    if says_nothing(person):
        return Meaning(Owner(parties, for_all))
    found = _people(session, person, parties[0])
    return _owned(Owner(parties, for_all), person, found)


def _owner_alone(session: Session, cell: str) -> Meaning[Owner]:
    if fold(cell) in EVERYBODY:
        return Meaning(Owner(*_parties(session, cell)))
    party = _party_called(session, cell)
    if not cell or party is not None:
        return Meaning(Owner((party.id,) if party else ()))
    found = _people(session, cell, None)
    parties = (found[0].party,) if len(found) == 1 and found[0].party else ()
    return _owned(Owner(parties), cell, found)


def _owned(owner: Owner, cell: str, found: list[Person]) -> Meaning[Owner]:
    if len(found) == 1:
        return Meaning(Owner(owner.parties, owner.for_all, found[0].id))
    notice = Message("“{name}” can be several people, so it stays a name.", name=cell) if found else None
    return Meaning(Owner(owner.parties, owner.for_all, name=cell), notice=notice)


def _parties(session: Session, cell: str) -> tuple[tuple[str, ...], bool]:
    """The parties a cell names, and whether those are all; none where one of them is not known."""
    if fold(cell) in EVERYBODY:
        return tuple(party.id for party in session.core_parties), True
    whole = names.find_party(session, cell)
    found = [whole] if whole else [names.find_party(session, part) for part in _SEPARATORS.split(cell)]
    known = [party.id for party in found if party is not None]
    return (tuple(dict.fromkeys(known)) if len(known) == len(found) else (), False)


def _party_called(session: Session, cell: str) -> Party | None:
    """The party with exactly that code or name: where people are named, a beginning is somebody else."""
    wanted = fold(cell)
    return next((each for each in session.parties if wanted in (fold(each.code), fold(each.name))), None)


def _people(session: Session, cell: str, party: str | None) -> list[Person]:
    """Who may be meant: those with that whole name, else those of the party who have these words in it."""
    whole = [each for each in session.people if fold(each.name) == fold(cell)]
    if whole:
        return [each for each in whole if each.party == party] or whole
    words = set(fold(cell).split())
    return [
        each
        for each in session.people
        if words <= set(fold(each.name).split()) and (party is None or each.party == party)
    ]


def _unknown(session: Session, cell: str) -> Message:
    near = names.closest_party(session, cell)
    if near is not None:
        return Message("Party “{typed}” is unknown; did you mean {name}?", typed=cell, name=near.name)
    return Message("Party “{typed}” is unknown.", typed=cell)


def read_due(session: Session, cell: str, today: date) -> Meaning[date | None]:
    """The day a cell names, seen from `today` where it has no year; such a day is told to be looked at."""
    if says_nothing(cell):
        return Meaning(None)
    if fold(cell).replace(".", "") in NO_DAY:
        return Meaning(
            None, notice=Message("“{typed}” is no day; it is kept as a note.", typed=cell), aside=cell
        )
    try:
        due, has_year = read_day(cell, today, session.next.date if session.next else None)
    except ImpossibleDate:
        return Meaning(None, Message("{date} is not a date in any calendar.", date=cell))
    if due is None:
        return Meaning(None, Message("“{typed}” is not understood as a date.", typed=cell))
    notice = None if has_year else Message("“{typed}” is read as {date}.", typed=cell, date=due)
    return Meaning(due, notice=notice)


def read_state(cell: str) -> Meaning[str]:
    """The state of an action that a cell names; the first one where it names none."""
    row = KINDS[Kind.ACTION]
    if says_nothing(cell):
        return Meaning(row.first_state)
    typed = row.typed_state(cell)
    state = typed.key if typed else next((key for key in STATES if fold(cell) in STATES[key]), None)
    if state is None:
        return Meaning(row.first_state, Message("“{typed}” is no state of an action.", typed=cell))
    return Meaning(state)
