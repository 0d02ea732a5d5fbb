"""Who is meant: parties and people as they are typed, and as they are called."""

import difflib
from collections.abc import Iterable
from typing import TypeVar

from overleg.domain.model import AnyEntry, Party, Person, Session
from overleg.domain.text import fold

_SHORTEST_START = 2
_SHORTEST_WORD_START = 3
_LIKENESS = 0.72

Named = TypeVar("Named", Party, Person)


def find_party(session: Session, typed: str) -> Party | None:
    """The party meant by a code, a name, or an unambiguous start of at least two letters."""
    return _find(fold(typed.strip()), ((party, (party.code, party.name)) for party in session.parties))


def find_person(session: Session, typed: str, party: str | None = None) -> Person | None:
    """The person meant by a name or an unambiguous start of it, first among those of `party`."""
    wanted = fold(typed.strip())
    own = [(person, (person.name,)) for person in session.people if party and person.party == party]
    return _find(wanted, own) or _find(wanted, ((person, (person.name,)) for person in session.people))


def closest_party(session: Session, typed: str) -> Party | None:
    """The party that a mistyped name most likely stands for."""
    known = {
        fold(word): party
        for party in session.parties
        for word in (party.code, party.name, *party.name.split())
        if len(word) > 2
    }
    near = difflib.get_close_matches(fold(typed), known, n=1, cutoff=_LIKENESS)
    return known[near[0]] if near else None


def _find(wanted: str, candidates: Iterable[tuple[Named, tuple[str, ...]]]) -> Named | None:
    """By exact name in the order given, then by a start that fits only one."""
    if not wanted:
        return None
    folded = [(named, [fold(name) for name in names]) for named, names in candidates]
    for place in range(max((len(names) for _, names in folded), default=0)):
        for named, names in folded:
            if names[place] == wanted:
                return named
    return _only(
        named
        for named, names in folded
        if len(wanted) >= _SHORTEST_START and any(name.startswith(wanted) for name in names)
    ) or _only(
        named
        for named, names in folded
        if len(wanted) >= _SHORTEST_WORD_START
        and any(word.startswith(wanted) for name in names for word in name.split())
    )


def _only(found: Iterable[Named]) -> Named | None:
    all_found = list(found)
    return all_found[0] if len(all_found) == 1 else None


def code(session: Session, party: str | None) -> str:
    """The code of a party by its id; the id itself where the party is gone."""
    found = session.party(party)
    return found.code if found else party or ""


def party_name(session: Session, party: str | None) -> str:
    found = session.party(party)
    return found.name if found else party or ""


def codes(session: Session, parties: Iterable[str]) -> list[str]:
    return [code(session, party) for party in parties]


def short_name(session: Session, person: str | None) -> str:
    """The first name, or the whole name where somebody else has the same first name."""
    found = session.person(person)
    if found is None:
        return person or ""
    first = found.name.split(" ")[0]
    alike = [each for each in session.people if each.name.split(" ")[0] == first]
    return first if len(alike) == 1 else found.name


def person_name(session: Session, person: str | None) -> str:
    found = session.person(person)
    return found.name if found else person or ""


def owner_name(session: Session, entry: AnyEntry) -> str:
    """Who does it: the person on the list, or the free name of an action's owner."""
    return person_name(session, entry.person) or getattr(entry, "owner", "")
