"""The last sections of the agreements: progress, confidence, term, trouble, and what it all binds to.

What the table agreed stands there with its number. Where it said nothing, a usual wording is offered and
marked as a proposal, or the point is named as still to be discussed; never as agreed.
"""

from collections.abc import Iterable

from overleg.documents.entries import callout
from overleg.documents.next_meeting import next_meeting_line
from overleg.documents.outline import Block, Bullets, Paragraph, Text
from overleg.documents.parties import mandates
from overleg.documents.runs import bold, joined, plain, ref
from overleg.documents.source import Source
from overleg.domain.choices import AgreementType
from overleg.domain.model import Agreement, Decision


def agreed(source: Source, *types: AgreementType | None) -> list[Block]:
    """The agreements of those types that stand."""
    return [callout(source, each) for each in source.standing(Agreement) if each.type in types]


def progress(source: Source) -> list[Block]:
    _ = source.gettext
    rhythm = agreed(source, AgreementType.RHYTHM)
    upcoming = next_meeting_line(source)
    return [
        *(rhythm or [_still_open(source, _("How often the parties look back together:"))]),
        *([Paragraph(joined(bold(_("Next meeting:")), upcoming))] if upcoming else []),
    ]


def confidence(source: Source) -> list[Block]:
    _ = source.gettext
    secrecy = agreed(source, AgreementType.CONFIDENTIALITY)
    return [
        *(secrecy or [_still_open(source, _("What may leave the room:"))]),
        _proposal(
            source,
            _("The parties share no personal data of residents unless there is a legal ground for it."),
        ),
    ]


def term(source: Source) -> list[Block]:
    _ = source.gettext
    dates = tuple(_review_dates(source))
    return [
        _still_open(source, _("Term of these agreements:")),
        *([Bullets(dates)] if dates else [_still_open(source, _("Date of looking back:"))]),
        _proposal(source, _("Changes take effect when all parties have agreed to them in writing.")),
    ]


def trouble(source: Source) -> list[Block]:
    _ = source.gettext
    return [
        _proposal(
            source,
            _("A party that cannot keep an agreement tells the others at once, with another offer."),
        ),
        _proposal(
            source,
            _("A difference of opinion is first talked over by the parties, and then put to their boards."),
        ),
    ]


def nature(source: Source) -> list[Block]:
    _ = source.gettext
    return [
        _proposal(
            source,
            _("The parties do their best to keep this; legal duties and powers stay as they are."),
        ),
        *mandates(source),
    ]


def _review_dates(source: Source) -> Iterable[Text]:
    _ = source.gettext
    dated: list[Agreement | Decision] = [*source.standing(Agreement), *source.standing(Decision)]
    for entry in dated:
        if entry.review_on:
            told = _("looked back at on {date}.").format(date=source.plain(entry.review_on))
            yield joined(ref(f"{entry.ref}:"), plain(told))


def _still_open(source: Source, point: str) -> Paragraph:
    _ = source.gettext
    return Paragraph(joined(bold(point), plain(_("still to be discussed."))))


def _proposal(source: Source, text: str) -> Paragraph:
    _ = source.gettext
    return Paragraph(joined(bold(_("Proposal:")), plain(text)))
