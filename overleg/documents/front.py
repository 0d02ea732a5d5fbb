"""The first lines of every document, and what stands on every page and in the file's properties."""

from dataclasses import dataclass
from datetime import datetime, time

from overleg.documents.outline import (
    Block,
    Field,
    Fields,
    Heading,
    Margin,
    Outline,
    Paragraph,
    ParagraphRole,
    Properties,
    StatusLine,
    Text,
    Tone,
)
from overleg.documents.runs import bold, capitalised, joined, plain
from overleg.documents.source import Source
from overleg.documents.variant import Variant
from overleg.domain.model import Person, Session
from overleg.locale import clock_range

_LONGEST_IN_MARGIN = 90


@dataclass(frozen=True, slots=True)
class Front:
    """What a document says about itself before it says anything else."""

    kind: str
    title: str
    subtitle: str
    status: Text
    adopted: bool = False


def outline(source: Source, front: Front, blocks: list[Block]) -> Outline:
    """The document: its front, its blocks, and a line that says who may read it."""
    session, word = source.session, _status_word(source, front)
    _ = source.gettext
    running = _("{document} {series}, meeting {number}, {date}").format(
        document=front.kind,
        series=session.series.title,
        number=session.number,
        date=source.plain(session.date),
    )
    return Outline(
        title=front.title,
        language=source.language,
        properties=_properties(source, front, word),
        blocks=(*_opening(source, front), *blocks, _closing(source)),
        header=Margin(_shortened(running), " · ".join((word.upper(), *_warnings(source)))),
        footer=_("{reference} · version {version}").format(reference=session.id, version=session.revision),
        page=_("page {page} of {pages}"),
    )


def meeting_title(session: Session) -> str:
    return session.title or session.series.title


def particulars(source: Source) -> Fields:
    """When, where, who led, who wrote, and who may read it."""
    _ = source.gettext
    session = source.session
    rows = (
        (_("Date and time"), when(source)),
        (_("Place"), session.place),
        (_("Area"), session.series.area),
        (_("Chair"), with_party(source, session.person(session.chair))),
        (_("Minutes by"), with_party(source, session.person(session.secretary))),
        (_("Reference"), session.id),
        (_("Distribution"), _distribution(source)),
    )
    return Fields(tuple(Field(label, plain(value)) for label, value in rows if value))


def when(source: Source) -> str:
    """The day of the meeting, and from when to when as far as that is known."""
    session = source.session
    hours = clock_range(session.start, session.end, source.language)
    return ", ".join(filter(None, (source.long(session.date), hours)))


def with_party(source: Source, person: Person | None) -> str:
    """Somebody by name, with the party where there is one."""
    _ = source.gettext
    if person is None:
        return ""
    if person.party is None:
        return person.name
    return _("{person} ({party})").format(person=person.name, party=source.party(person.party))


def _opening(source: Source, front: Front) -> list[Block]:
    _ = source.gettext
    blocks: list[Block] = [
        Heading(0, front.title),
        Paragraph(plain(front.subtitle), ParagraphRole.SUBTITLE),
        StatusLine(front.status, Tone.DONE if front.adopted else Tone.BUSY),
    ]
    if source.variant is Variant.CLOSED:
        blocks.append(StatusLine(joined(bold(_("Confidential.")), plain(_closed_note(source))), Tone.OVERDUE))
    if source.session.practice:
        note = _("The case and the promises are part of an exercise; nobody is bound by them.")
        blocks.append(StatusLine(joined(bold(_("Exercise.")), plain(note)), Tone.OPEN))
    return blocks


def _closing(source: Source) -> Block:
    """The last line: what this variant holds, so that nobody has to guess."""
    _ = source.gettext
    n = len(source.left_out)
    if source.variant is Variant.CLOSED:
        text = _closed_note(source)
    elif n:
        text = source.ngettext(
            "This is the open version: {n} confidential item is not included.",
            "This is the open version: {n} confidential items are not included.",
            n,
        )
    else:
        text = _("This is the open version; there are no confidential items to leave out.")
    return Paragraph(plain(text), ParagraphRole.NOTE)


def _closed_note(source: Source) -> str:
    _ = source.gettext
    return _(
        "This version holds everything that was recorded and is meant for the parties at the table only."
    )


def _distribution(source: Source) -> str:
    _ = source.gettext
    if source.variant is Variant.CLOSED:
        return _("the parties at the table only")
    return _("participants, those who sent regrets, and others on request")


def _status_word(source: Source, front: Front) -> str:
    _ = source.gettext
    return _("Adopted") if front.adopted else _("Draft")


def _warnings(source: Source) -> list[str]:
    _ = source.gettext
    closed, practice = source.variant is Variant.CLOSED, source.session.practice
    return [_("CONFIDENTIAL")] * closed + [_("EXERCISE")] * practice


def _shortened(text: str) -> str:
    """Text that fits at the head of a page; the whole of it stands on the first one."""
    return text if len(text) <= _LONGEST_IN_MARGIN else f"{text[: _LONGEST_IN_MARGIN - 1].rstrip()}…"


def _properties(source: Source, front: Front, status: str) -> Properties:
    session = source.session
    author = session.person(session.secretary) or session.person(session.chair)
    created, modified = _moments(source)
    return Properties(
        title=front.title,
        subject=front.subtitle,
        author=author.name if author else "",
        category=capitalised(front.kind),
        status=status,
        identifier=session.id,
        version=str(session.revision),
        created=created,
        modified=modified,
    )


def _moments(source: Source) -> tuple[datetime, datetime]:
    """When the meeting began, and when the last thing in this document was said, changed or adopted."""
    session = source.session
    began = datetime.combine(session.date, time.fromisoformat(session.start) if session.start else time())
    began = session.started_at or began
    touched = [entry.created_at for entry in session.entries]
    touched += [line.at for entry in session.entries for line in entry.history]
    adopts = source.adopted_in.session.adopts if source.adopted_in else None
    touched += [adopts.at] if adopts and adopts.at else []
    return began, max((began, session.ended_at or began, *touched))
