"""A meeting before it begins: its parties, people and agenda, as a secretary writes them down."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeVar
from zlib import crc32

from msgspec.structs import replace as but

from overleg.domain import forms
from overleg.domain.addresses import is_meant_as_address, read_address
from overleg.domain.agenda_lines import read_line
from overleg.domain.choices import (
    Base,
    Language,
    Mandate,
    Paid,
    PartyKind,
    Seat,
    SeatRole,
)
from overleg.domain.forms import MeetingForm
from overleg.domain.model import (
    AgendaItem,
    Party,
    Person,
    Series,
    Session,
    TargetGroup,
)
from overleg.domain.text import clean, fold, slug
from overleg.errors import Message, UsageError

_COMMUNITY = frozenset({PartyKind.RESIDENTS, PartyKind.TENANTS})
_LONGEST_SLUG = 60
_CODE = re.compile(r"[^\W\d_][^\W_]{1,4}")

Choice = TypeVar("Choice", bound=StrEnum)


@dataclass(frozen=True, slots=True, kw_only=True)
class Setup:
    """What is known of a meeting when it is planned."""

    title: str
    date: date
    series: Series
    number: int = 1
    start: str | None = None
    end: str | None = None
    place: str = ""
    form: MeetingForm | None = None
    language: Language = Language.NL
    practice: bool = False
    parties: tuple[Party, ...] = ()
    people: tuple[Person, ...] = ()
    chair: str = ""
    secretary: str = ""
    groups: tuple[str, ...] = ()
    items: tuple[str, ...] = ()


def new_session(setup: Setup, id: str) -> Session:
    """The planned session, with the agenda of its form followed by items of its own."""
    _refuse_twins(setup.parties)
    if not clean(setup.title).strip():
        raise UsageError(Message("The meeting has no title."), Message("Type what it is called."))
    if setup.start and setup.end and setup.end <= setup.start:
        raise UsageError(
            Message(
                "The meeting ends at {end}, before it begins at {start}.", end=setup.end, start=setup.start
            )
        )
    people, chair = _with_seat(setup.people, setup.chair, SeatRole.CHAIR)
    people, secretary = _with_seat(people, setup.secretary, SeatRole.SECRETARY)
    session = Session(
        id=id,
        series=setup.series,
        number=setup.number,
        title=clean(setup.title),
        date=setup.date,
        start=setup.start,
        end=setup.end,
        place=clean(setup.place),
        form=setup.form.key if setup.form else "",
        language=setup.language,
        practice=setup.practice,
        parties=setup.parties,
        people=people,
        chair=chair,
        secretary=secretary,
        target_groups=_groups(setup.groups),
        agenda=forms.agenda_of(setup.form, setup.parties, setup.language) if setup.form else (),
    )
    for line in setup.items:
        session = but(session, agenda=(*session.agenda, _item(session, line)))
    return session


def _item(session: Session, line: str) -> AgendaItem:
    item = read_line(line, session.parties, len(session.agenda) + 1)
    if not item.title:
        raise _unclear("Begroting (20 min)", line)
    return but(item, id=forms.item_id(session, item.title))


def _groups(typed: tuple[str, ...]) -> tuple[TargetGroup, ...]:
    """Each target group once; one without a letter or digit has no name."""
    groups = {slug(title): TargetGroup(slug=slug(title), title=clean(title).strip()) for title in typed}
    return tuple(group for key, group in groups.items() if key)


def read_party(typed: str) -> Party:
    """The party that ``GEM=Gemeente:municipality:system[:guest]`` describes.

    Kind, base and seat may be left out; the base then follows from the kind. Raises `UsageError`.
    """
    code, equals, rest = clean(typed).partition("=")
    parts = [part.strip() for part in rest.split(":")]
    if not equals or not parts[0] or len(parts) > 4:
        raise _unclear("GEM=Gemeente:municipality:system", typed)
    code = code.strip().upper()
    if not is_code(code):
        raise UsageError(
            Message("“{code}” cannot be the code of a party.", code=code),
            Message("A code has two to five letters, such as GEM."),
        )
    name, kind, base, seat = [*parts, "", "", ""][:4]
    of_kind = _choice(PartyKind, kind or PartyKind.OTHER, typed)
    return Party(
        id=code,
        code=code,
        name=name,
        kind=of_kind,
        base=_choice(Base, base or natural_base(of_kind), typed),
        seat=_choice(Seat, seat or Seat.CORE, typed),
    )


def natural_base(kind: PartyKind) -> Base:
    """The base of a party of that kind, as long as nobody says otherwise."""
    return Base.COMMUNITY if kind in _COMMUNITY else Base.SYSTEM


def is_code(text: str) -> bool:
    """Whether a party can have this code: two to five letters and digits, a letter first, in capitals."""
    return _CODE.fullmatch(text) is not None and text == text.upper()


def read_person(typed: str, parties: Iterable[Party], taken: Iterable[Person] = ()) -> Person:
    """The person that ``GEM:Ruud Ketelaar:beleidsadviseur[:consult college][:ruud@gemeente.nl]`` describes.

    The word after the mandate is the body to be consulted; the address may come after the name already.
    A person without a party is written ``-:Name``. Raises `UsageError`.
    """
    parts = [part.strip() for part in clean(typed).split(":")]
    email = read_address(parts.pop()) if len(parts) > 2 and is_meant_as_address(parts[-1]) else ""
    if not 2 <= len(parts) <= 4 or not parts[1]:
        raise _unclear("GEM:Ruud Ketelaar:beleidsadviseur:consult", typed)
    code, name, function, mandate = [*parts, "", ""][:4]
    mandate, _, body = mandate.partition(" ")
    party = next((each for each in parties if fold(each.code) == fold(code)), None)
    if party is None and code not in ("", "-"):
        raise UsageError(
            Message("“{name}” belongs to party {code}, which is not at this table.", name=name, code=code),
            Message("Name the party first, such as {example}.", example="GEM=Gemeente:municipality:system"),
        )
    return Person(
        id=person_id(name, taken),
        name=name,
        party=party.id if party else None,
        function=function,
        paid=usual_pay(party),
        mandate=_choice(Mandate, mandate or Mandate.UNKNOWN, typed),
        mandate_body=body.strip(),
        email=email,
    )


def new_series(title: str) -> Series:
    """The series of that title; one in another script gets a slug of its own too."""
    title = clean(title).strip()
    name = slug(title)[:_LONGEST_SLUG].strip("-") or f"overleg-{crc32(title.encode()):08x}"
    return Series(slug=name, title=title)


def usual_pay(party: Party | None) -> Paid:
    """Whether people of the party are paid for sitting here, as long as nobody says otherwise."""
    if party is None:
        return Paid.UNKNOWN
    return Paid.NO if party.base is Base.COMMUNITY else Paid.YES


def person_id(name: str, taken: Iterable[Person]) -> str:
    """An id for somebody of that name: a slug, with a number where somebody else has the same."""
    ids = {person.id for person in taken}
    base = slug(name) or "person"
    number = 1
    while (id := base if number == 1 else f"{base}-{number}") in ids:
        number += 1
    return id


def _with_seat(
    people: tuple[Person, ...], name: str, role: SeatRole
) -> tuple[tuple[Person, ...], str | None]:
    """The people with somebody in that seat; a name that is not among them sits without a party."""
    name = clean(name).strip()
    if not name:
        return people, None
    known = next((person for person in people if fold(person.name) == fold(name)), None)
    if known is None:
        neutral = Person(id=person_id(name, people), name=name, seat_role=role)
        return (*people, neutral), neutral.id
    return tuple(but(each, seat_role=role) if each is known else each for each in people), known.id


def _refuse_twins(parties: tuple[Party, ...]) -> None:
    seen: set[str] = set()
    for party in parties:
        if fold(party.code) in seen:
            raise UsageError(Message("Two parties have the code {code}.", code=party.code))
        seen.add(fold(party.code))


def _choice(of: type[Choice], typed: str, whole: str) -> Choice:
    try:
        return of(typed.lower())
    except ValueError:
        raise UsageError(
            Message("“{typed}” in “{whole}” is not known.", typed=typed, whole=whole),
            Message("Possible are: {words}.", words=", ".join(each.value for each in of)),
        ) from None


def _unclear(example: str, typed: str) -> UsageError:
    return UsageError(
        Message("“{typed}” is not clear.", typed=typed),
        Message("Write it like {example}.", example=example),
    )
