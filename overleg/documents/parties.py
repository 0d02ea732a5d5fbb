"""The parties to the agreements: who speaks for them, what they bring, and what they may promise."""

from overleg.documents.closing import signatures
from overleg.documents.entries import account
from overleg.documents.left_out import left_out_note
from overleg.documents.outline import Block, Bullets, Column, Heading, Paragraph, Row, Table, Text
from overleg.documents.runs import bold, capitalised, joined, plain
from overleg.documents.source import NOTHING, Source, is_withdrawn
from overleg.documents.tables import text_cell
from overleg.documents.wording import mandate_word, party_kind_word
from overleg.domain.choices import Kind, SeatRole
from overleg.domain.model import Party, Person
from overleg.domain.text import fold

_BROUGHT = (Kind.ROLE, Kind.COMMITMENT, Kind.OFFER, Kind.BOUNDARY)
_SPEAKING = (SeatRole.CHAIR, SeatRole.SECRETARY, SeatRole.MEMBER)
_OVER = {"declined", "lapsed", "ended", "lifted"}


def parties(source: Source) -> list[Block]:
    """The core parties with their representatives, and who was a guest."""
    _ = source.gettext
    session = source.session
    guests = [party.name for party in session.parties if party not in session.core_parties]
    lines = tuple(_party_line(source, party) for party in session.core_parties)
    blocks: list[Block] = [Bullets(lines, numbered=True)] if lines else []
    if guests:
        blocks.append(Paragraph(plain(_("Guests: {parties}.").format(parties=source.listing(guests)))))
    return blocks or [Paragraph(plain(_("Still to be discussed.")))]


def contributions(source: Source) -> list[Block]:
    """Party by party its roles, promises, offers and boundaries."""
    _ = source.gettext
    brought: dict[str, list[Text]] = {party.id: [] for party in source.session.core_parties}
    for entry in source.session.entries:
        if entry.kind in _BROUGHT and entry.status not in _OVER and not is_withdrawn(entry):
            for party in entry.parties:
                brought.setdefault(party, []).append(account(source, entry))
    hidden = sum((source.left_out_by_party(kind) for kind in _BROUGHT), source.left_out_by_party(Kind.ROLE))
    blocks: list[Block] = []
    for party, lines in brought.items():
        contents = [Bullets(tuple(lines))] if lines else [Paragraph(plain(_("Still to be discussed.")))]
        blocks += [Heading(2, source.party(party)), *contents, *left_out_note(source, hidden[party])]
    return blocks or [Paragraph(plain(_("Still to be discussed.")))]


def mandates(source: Source) -> list[Block]:
    """What each party's people may promise by themselves."""
    _ = source.gettext
    rows: list[Row] = [
        (text_cell(party.name), text_cell(source.listing(names)), text_cell(capitalised(mandate)))
        for party in source.session.core_parties
        for mandate, names in _by_mandate(source, party).items()
    ]
    columns = (Column(_("Party"), 26), Column(_("Name"), 42), Column(_("Mandate"), 32))
    description = _("What each representative may promise.")
    return [Table(_("Mandate of each party"), description, columns, tuple(rows))] if rows else []


def signing(source: Source) -> Table:
    """A row to sign for every core party, with the first of its people."""
    named = [
        (party.name, _name_and_function(people[0]) if (people := representatives(source, party)) else "")
        for party in source.session.core_parties
    ]
    return signatures(source, named or [(NOTHING, "")])


def representatives(source: Source, party: Party) -> list[Person]:
    """Those who speak for a party: not its observers."""
    return [person for person in source.session.people_of(party.id) if person.seat_role in _SPEAKING]


def _by_mandate(source: Source, party: Party) -> dict[str, list[str]]:
    """The names of a party's people by what they may promise."""
    names: dict[str, list[str]] = {}
    for person in representatives(source, party):
        names.setdefault(mandate_word(source, person), []).append(person.name)
    return names


def _party_line(source: Source, party: Party) -> Text:
    _ = source.gettext
    kind = party_kind_word(source, party.kind)
    told = kind if kind and fold(kind) not in fold(party.name) else ""
    people = source.listing(_person(source, person) for person in representatives(source, party))
    spoken = _("Represented by {people}.") if people else _("Represented by: still to be filled in.")
    members = _("Speaks for: {constituency}.").format(constituency=party.constituency)
    return joined(
        bold(f"{party.name} ({told})." if told else f"{party.name}."),
        plain(spoken.format(people=people)),
        plain(members if party.constituency else ""),
    )


def _person(source: Source, person: Person) -> str:
    _ = source.gettext
    if not person.function:
        return person.name
    return _("{person} ({function})").format(person=person.name, function=person.function)


def _name_and_function(person: Person) -> str:
    return ", ".join(filter(None, (person.name, person.function)))
