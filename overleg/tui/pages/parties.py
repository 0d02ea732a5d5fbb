"""The page of the parties at the table."""

from msgspec.structs import replace as but

from overleg.domain.changes import Change
from overleg.domain.choices import Base, PartyKind, Seat
from overleg.domain.model import Party
from overleg.domain.party_lines import code_for, kind_in
from overleg.domain.rewriting import PARTIES
from overleg.domain.setup import natural_base
from overleg.domain.table_changes import PutParty
from overleg.domain.table_words import BASES, KINDS, SEATS
from overleg.errors import Message
from overleg.tui.pages.page import Heading, Page, PageField, Setting, Typed, choices_of


def _changed(typed: Typed, **fields: object) -> Change:
    was: Party = typed.row
    return PutParty(at=typed.at, party=but(was, **fields), was=was)


def _named(typed: Typed) -> Change:
    """Another name, or a new party of that name: its code and kind are made out of it."""
    name = typed.text.strip()
    if typed.row is not None:
        return _changed(typed, name=name)
    code, kind = code_for(name, typed.session.parties), kind_in(name)
    party = Party(id=code, code=code, name=name, kind=kind, base=natural_base(kind))
    return PutParty(at=typed.at, party=party)


def _of_kind(typed: Typed) -> Change:
    """Another kind; the base goes along, unless somebody has set it otherwise."""
    was, kind = typed.row, PartyKind(typed.text)
    is_natural = was.base is natural_base(was.kind)
    return _changed(typed, kind=kind, base=natural_base(kind) if is_natural else was.base)


def _brief(setting: Setting, party: Party) -> tuple[str, ...]:
    seat = SEATS[Seat.GUEST][setting.language] if party.seat is Seat.GUEST else ""
    return f"{party.code} = {party.name}", KINDS[party.kind][setting.language], seat


def _cells(setting: Setting, party: Party, number: int) -> tuple[str, ...]:
    seat = SEATS[Seat.GUEST][setting.language] if party.seat is Seat.GUEST else ""
    people = len(setting.session.people_of(party.id))
    return party.code, party.name, KINDS[party.kind][setting.language], seat, str(people or "")


PAGE = Page(
    key="parties",
    name=Message("Parties"),
    list=PARTIES,
    how=Message("One party on a line: its name, or GEM=Gemeente:municipality:guest"),
    headings=(
        Heading(Message("Code")),
        Heading(Message("Name"), stretches=True),
        Heading(Message("Kind"), goes=1),
        Heading(Message("Seat"), goes=2),
        Heading(Message("People"), goes=3),
    ),
    cells=_cells,
    brief=_brief,
    fields=(
        PageField("name", Message("Name"), lambda setting, party: party.name, _named),
        PageField(
            "code",
            Message("Code"),
            lambda setting, party: party.code,
            lambda typed: _changed(typed, code=typed.text.strip().upper()),
        ),
        PageField(
            "kind", Message("Kind"), lambda setting, party: party.kind, _of_kind, options=choices_of(KINDS)
        ),
        PageField(
            "base",
            Message("Base"),
            lambda setting, party: party.base,
            lambda typed: _changed(typed, base=Base(typed.text)),
            options=choices_of(BASES),
        ),
        PageField(
            "seat",
            Message("Seat"),
            lambda setting, party: party.seat,
            lambda typed: _changed(typed, seat=Seat(typed.text)),
            options=choices_of(SEATS),
        ),
        PageField(
            "constituency",
            Message("Constituency"),
            lambda setting, party: party.constituency,
            lambda typed: _changed(typed, constituency=typed.text.strip()),
            hint=Message("for whom it answers"),
        ),
    ),
)
