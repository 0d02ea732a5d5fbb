"""People as lines: ``GEM; Ruud Ketelaar; beleidsadviseur; ruggespraak college; ruud@gemeente.nl``."""

import re
from collections.abc import Sequence

from overleg.domain.addresses import is_meant_as_address, read_address
from overleg.domain.choices import Language, Mandate, Paid, SeatRole
from overleg.domain.model import Party, Person
from overleg.domain.setup import is_code, usual_pay
from overleg.domain.table_words import MANDATES, PAID, SEAT_ROLES, meant
from overleg.domain.text import clean, fold
from overleg.errors import Message, UsageError

_NOBODY = ("", "-")
"""What stands for the party of somebody who has none."""

_BRACKETED = re.compile(r"<([^<>]*@[^<>]*)>")
_IN_BRACKETS = re.compile(r"(?P<name>[^()]*[^()\s])\s*\((?P<party>[^()]+)\)")


def read_line(line: str, parties: Sequence[Party] = ()) -> Person:
    """The person that a line describes, with an empty id; raises `UsageError` where no name is in it.

    The parts stand between semicolons, else colons, else commas: a party by its code or name, the name,
    and in any order mandate, seat, whether it is paid work, in either language, and an address of e-mail,
    which may also stand in angle brackets. What is none of these is the function, which is printed: so
    what is meant as an address and is none raises too.
    """
    parts, email = _parts_and_address(clean(line).strip())
    party = next((found for part in parts if (found := _party(part, parties))), None)
    if party is not None:
        parts.remove(next(part for part in parts if _party(part, parties)))
    elif parts[0] in _NOBODY:
        parts = parts[1:]
    elif len(parts) > 1 and is_code(parts[0]):
        raise UsageError(
            Message(
                "“{name}” belongs to party {code}, which is not at this table.", name=parts[1], code=parts[0]
            )
        )
    name, *details = parts or [""]
    if not name:
        raise UsageError(Message("There is no name in this line."))
    person = Person(id="", name=name, party=party.id if party else None, email=email)
    return _with_details(person, details, party)


def line_of(person: Person, parties: Sequence[Party], language: Language) -> str:
    """The line that is read as this person."""
    party = next((each for each in parties if each.id == person.party), None)
    parts = [party.code if party else "-", person.name, person.function]
    if person.mandate is not Mandate.UNKNOWN:
        parts.append(f"{MANDATES[person.mandate][language]} {person.mandate_body}".strip())
    if person.seat_role is not SeatRole.MEMBER:
        parts.append(SEAT_ROLES[person.seat_role][language])
    if person.paid is not Paid.UNKNOWN and person.paid is not usual_pay(party):
        parts.append(PAID[person.paid][language])
    parts.append(person.email)
    return "; ".join(part for part in parts if part)


def _parts_and_address(text: str) -> tuple[list[str], str]:
    """The parts of a line, but for the address that is among them; raises `UsageError` for a bad one."""
    parts = _parts(_BRACKETED.sub("", text).strip())
    addresses = [*_BRACKETED.findall(text), *filter(is_meant_as_address, parts)]
    return [part for part in parts if part not in addresses] or [""], read_address("; ".join(addresses))


def _parts(text: str) -> list[str]:
    bracketed = _IN_BRACKETS.fullmatch(text)
    if bracketed is not None:
        return [bracketed["name"], bracketed["party"].strip()]
    separator = next((sign for sign in ";:," if sign in text), ";")
    return [part.strip() for part in text.split(separator)]


def _party(part: str, parties: Sequence[Party]) -> Party | None:
    said = fold(part)
    return next((party for party in parties if said in (fold(party.code), fold(party.name))), None)


def _with_details(person: Person, details: list[str], party: Party | None) -> Person:
    mandate, body, seat, paid = Mandate.UNKNOWN, "", SeatRole.MEMBER, usual_pay(party)
    function: list[str] = []
    for part in filter(None, details):
        if said := _mandate(part):
            mandate, body = said
        elif role := meant(SEAT_ROLES, part):
            seat = role
        elif pay := meant(PAID, part):
            paid = pay
        else:
            function.append(part)
    return Person(
        id=person.id,
        name=person.name,
        party=person.party,
        function=", ".join(function),
        seat_role=seat,
        paid=paid,
        mandate=mandate,
        mandate_body=body,
        email=person.email,
    )


def _mandate(part: str) -> tuple[Mandate, str] | None:
    """The mandate that is said, with the body that is consulted."""
    whole = meant(MANDATES, part)
    if whole is not None:
        return whole, ""
    word, _, body = part.partition(" ")
    return (Mandate.CONSULT, body.strip()) if meant(MANDATES, word) is Mandate.CONSULT else None
