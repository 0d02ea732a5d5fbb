"""How minutes end: what was parked, the words used, and the lines for adoption."""

from overleg.documents.adopting import adopted_line, corrections
from overleg.documents.entries import said
from overleg.documents.front import with_party
from overleg.documents.left_out import left_out_note
from overleg.documents.marks import mark
from overleg.documents.outline import (
    Block,
    Bullets,
    Cell,
    Column,
    Field,
    Fields,
    Heading,
    Paragraph,
    Row,
    Table,
    Text,
    section,
)
from overleg.documents.particulars import particulars
from overleg.documents.runs import bold, joined, muted, plain, ref
from overleg.documents.source import Source, is_withdrawn
from overleg.documents.wording import has_moved, state_word
from overleg.domain.choices import Kind
from overleg.domain.model import Parked


def parked(source: Source) -> list[Block]:
    """The questions for later, with where they go."""
    _ = source.gettext
    lines = tuple(_question(source, each) for each in source.of(Parked))
    return section(
        Heading(1, _("Parked")),
        *([Bullets(lines)] if lines else []),
        *left_out_note(source, source.left_out_of(Kind.PARKED)),
    )


def words(source: Source) -> list[Block]:
    _ = source.gettext
    rows = tuple(
        Field(word, plain(meaning)) for word, meaning in sorted(source.session.words.items()) if meaning
    )
    return section(Heading(1, _("List of words")), *([Fields(rows)] if rows else []))


def adoption(source: Source) -> list[Block]:
    """Where these minutes were adopted, or the lines on which that will be signed."""
    _ = source.gettext
    heading = Heading(1, _("Adoption"))
    if source.adopted_in is not None:
        return [heading, Paragraph(plain(adopted_line(source.adopted_in))), *_changes(source.adopted_in)]
    upcoming = source.session.next
    text = _("These minutes are put up for adoption at the next meeting.")
    if upcoming:
        text = _("These minutes are put up for adoption at the meeting of {date}.")
        text = text.format(date=source.plain(upcoming.date))
    return [heading, Paragraph(plain(text)), signatures(source, _signatories(source))]


def _changes(adopting: Source) -> list[Block]:
    """The changes that were adopted with the minutes; the text itself is left as it was sent round."""
    _ = adopting.gettext
    changes = corrections(adopting)
    if not changes:
        return [Paragraph(plain(_("There were no changes.")))]
    text = _("The text of these minutes is as it was sent round; these changes belong to it.")
    return [Paragraph(plain(text)), *changes]


def signatures(source: Source, signatories: list[tuple[str, str]]) -> Table:
    """A row to sign for each: on whose behalf or in which role, and by whom if that is known."""
    _ = source.gettext
    columns = (
        Column(_("On behalf of"), 24),
        Column(_("Name and function"), 30),
        Column(_("Place and date"), 22),
        Column(_("Signature"), 24),
    )
    rows: list[Row] = [
        (
            Cell((bold(behalf),)),
            Cell((plain(name) if name else muted(_("to be filled in")),)),
            Cell((muted(_("to be filled in")),)),
            Cell((muted(_("to be signed")),)),
        )
        for behalf, name in signatories
    ]
    description = _("A row to sign for everyone named in the first column.")
    return Table(_("Signatures"), description, columns, tuple(rows), to_sign=True)


def _signatories(source: Source) -> list[tuple[str, str]]:
    _ = source.gettext
    session = source.session
    roles = ((_("Chair"), session.chair), (_("Secretary"), session.secretary))
    named = [(role, with_party(source, session.person(id))) for role, id in roles if id]
    return named or [(_("Chair"), "")]


def _question(source: Source, entry: Parked) -> Text:
    _ = source.gettext
    whose = source.whose(entry)
    name = _("{ref}, {party}:").format(ref=entry.ref, party=whose) if whose else f"{entry.ref}:"
    state = f"{state_word(source, entry)}." if has_moved(entry) or is_withdrawn(entry) else ""
    told = " ".join([*particulars(source, entry), state]).strip()
    return joined(mark(source, entry.sensitivity), ref(name), said(entry), plain(told))
