"""The minutes of the previous meeting: what was changed in them, then that they were adopted."""

import re
from datetime import date

from overleg.documents.outline import Block, Bullets, Callout, CalloutKind, Heading, Paragraph, Text
from overleg.documents.runs import bold, joined, plain, sentence
from overleg.documents.source import Source
from overleg.documents.wording import confidential_word
from overleg.domain.model import Adoption, Correction


def previous_minutes(source: Source) -> list[Block]:
    _ = source.gettext
    adoption = source.session.adopts
    if adoption is None:
        return []
    blocks: list[Block] = [Heading(1, _("Previous minutes"))]
    if adoption.corrections:
        blocks.append(Bullets(tuple(_correction(source, each) for each in adoption.corrections)))
    if hidden := source.disclosure.corrections_left_out:
        blocks.append(Paragraph(plain(left_out_corrections(source, hidden))))
    return [*blocks, _adopted(source, adoption)]


def left_out_corrections(source: Source, n: int) -> str:
    return source.ngettext(
        "{n} change to a confidential item is not included.",
        "{n} changes to confidential items are not included.",
        n,
    )


def _correction(source: Source, correction: Correction) -> Text:
    who = bold(f"{source.party(correction.party)}:") if correction.party else ()
    mark = confidential_word(source, correction.sensitivity)
    return joined(who, plain(_change(source, correction)), plain(sentence(mark)) if mark else ())


def _change(source: Source, correction: Correction) -> str:
    """What became what, and where; a change told in free words as it was told."""
    _ = source.gettext
    where, old, new = correction.where, correction.old, correction.new
    if old and new and where:
        return _("{where}: ‘{old}’ becomes ‘{new}’.").format(where=where, old=old, new=new)
    if old and new:
        return _("‘{old}’ becomes ‘{new}’.").format(old=old, new=new)
    return sentence(": ".join(filter(None, (where, new or old))))


def _adopted(source: Source, adoption: Adoption) -> Block:
    _ = source.gettext
    day = adoption.held_on or _day_of(adoption.session)
    if adoption.at is None:
        text = (
            _("The minutes of {date} are not adopted yet.") if day else _("The minutes are not adopted yet.")
        )
    else:
        text = _("The minutes of {date} are adopted.") if day else _("The minutes are adopted.")
    told = plain(text.format(date=source.plain(day) if day else ""))
    if adoption.at is None:
        return Paragraph(told)
    changed = adoption.corrections or source.disclosure.corrections_left_out
    unchanged = () if changed else plain(_("There were no changes."))
    return Callout(CalloutKind.DECISION, joined(told, unchanged))


def _day_of(session: str) -> date | None:
    """The day of a session by its id, which begins with it."""
    found = re.match(r"\d{4}-\d\d-\d\d", session)
    try:
        return date.fromisoformat(found[0]) if found else None
    except ValueError:
        return None
