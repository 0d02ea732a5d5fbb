"""The minutes of the previous meeting: what was changed in them, then that they were adopted."""

import re
from datetime import date

from overleg.documents.adopting import adopted_line, corrections, number_of_corrections
from overleg.documents.outline import Block, Callout, CalloutKind, Heading, Paragraph
from overleg.documents.runs import joined, plain
from overleg.documents.source import Source
from overleg.domain.model import Adoption


def previous_minutes(source: Source) -> list[Block]:
    _ = source.gettext
    adoption = source.session.adopts
    if adoption is None:
        return []
    return [Heading(1, _("Previous minutes")), *corrections(source), _adopted(source, adoption)]


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
    unchanged = () if number_of_corrections(source) else plain(_("There were no changes."))
    return Callout(CalloutKind.DECISION, joined(told, plain(adopted_line(source)), unchanged))


def _day_of(session: str) -> date | None:
    """The day of a session by its id, which begins with it."""
    found = re.match(r"\d{4}-\d\d-\d\d", session)
    try:
        return date.fromisoformat(found[0]) if found else None
    except ValueError:
        return None
