"""In brief: what was decided, promised and taken up, and when the next meeting is; half a page at most."""

from math import ceil

from overleg.documents.entries import brief
from overleg.documents.next_meeting import next_meeting_line
from overleg.documents.outline import Block, Bullets, Heading, Text
from overleg.documents.runs import bold, joined, plain, words_of
from overleg.documents.source import Source
from overleg.domain.model import Action, AnyEntry, Commitment, Decision

_LINES = 18
"""How many lines of a list fill half a page of A4, and how many characters fill a line."""
_LINE = 88


def at_a_glance(source: Source) -> list[Block]:
    _ = source.gettext
    upcoming = next_meeting_line(source)
    left = _LINES - _lines(upcoming)
    items: list[Text] = []
    for record in (Decision, Commitment, Action):
        told = _told(source, record, left)
        left -= sum(_lines(text) for text in told)
        items += told
    items += [joined(bold(_("Next meeting:")), upcoming)] if upcoming else []
    return [Heading(1, _("At a glance")), Bullets(tuple(items))] if items else []


def _told(source: Source, record: type[AnyEntry], lines: int) -> list[Text]:
    """What is new of a kind, as far as it fits, and how much there is beyond that."""
    new = [
        entry for entry in source.standing(record) if entry.born_in == source.session.id and _counts(entry)
    ]
    told: list[Text] = []
    for text in (brief(source, entry) for entry in new):
        if _lines(text) < lines:
            told.append(text)
            lines -= _lines(text)
    more = len(new) - len(told)
    return [*told, plain(_more(source, record, more))] if more else told


def _counts(entry: AnyEntry) -> bool:
    """A proposal is no result yet."""
    return not isinstance(entry, Decision) or entry.status.startswith("taken")


def _more(source: Source, record: type[AnyEntry], n: int) -> str:
    if record is Decision:
        return source.ngettext(
            "{n} more decision: see the list of decisions.",
            "{n} more decisions: see the list of decisions.",
            n,
        )
    if record is Commitment:
        return source.ngettext(
            "{n} more commitment: see the commitments.", "{n} more commitments: see the commitments.", n
        )
    return source.ngettext(
        "{n} more action: see the action list.", "{n} more actions: see the action list.", n
    )


def _lines(text: Text) -> int:
    return ceil(len(words_of(text)) / _LINE)
