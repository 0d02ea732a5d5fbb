"""The minutes item by item: what was asked, what each party brought in, what came out of it."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from overleg.documents.entries import CALLOUTS, account, callout, update
from overleg.documents.left_out import left_out_note
from overleg.documents.outline import Block, Bullets, Heading, Paragraph, ParagraphRole
from overleg.documents.runs import capitalised, plain
from overleg.documents.source import Source
from overleg.documents.variant import is_touched
from overleg.documents.wording import purpose_word
from overleg.domain.choices import ItemStatus, Mode
from overleg.domain.model import AgendaItem, AnyEntry

_ORDER = list(CALLOUTS)


def minutes_by_item(source: Source) -> list[Block]:
    """A section for every item of the agenda, numbered as there, then what was said outside it."""
    _ = source.gettext
    agenda = source.session.agenda
    said, hidden = _by_item(source), _hidden_by_item(source)
    review = next((item.id for item in agenda if item.mode is Mode.REVIEW), "")
    carried = _carried(source)
    blocks: list[Block] = []
    for number, item in enumerate(agenda, start=1):
        told = [*_contents(source, said[item.id]), *left_out_note(source, hidden[item.id])]
        told = [*carried, *told] if item.id == review else told
        blocks += [Heading(2, f"{number}. {item.title}"), *_introduction(source, item)]
        blocks += told or _nothing_said(source, item)
    if carried and not review:
        blocks += [Heading(2, _("Open matters from earlier meetings")), *carried]
    if loose := [*_contents(source, said[""]), *left_out_note(source, hidden[""])]:
        blocks += [Heading(2, _("Outside the agenda")), *loose]
    return [Heading(1, _("Minutes by agenda item")), *blocks] if blocks else []


def _by_item(source: Source) -> Mapping[str, list[AnyEntry]]:
    """What was said at this meeting, by the item it was said at; under "" what was said at none."""
    places = _places(source)
    items: defaultdict[str, list[AnyEntry]] = defaultdict(list)
    for entry in source.session.entries:
        if entry.born_in == source.session.id:
            items[places.get(entry.item, "")].append(entry)
    return items


def _hidden_by_item(source: Source) -> Counter[str]:
    places = _places(source)
    return Counter(places.get(each.item, "") for each in source.left_out if each.born_here)


def _places(source: Source) -> Mapping[str | None, str]:
    return {item.id: item.id for item in source.session.agenda}


def _introduction(source: Source, item: AgendaItem) -> list[Block]:
    _ = source.gettext
    parts = []
    if item.purpose:
        parts.append(purpose_word(source, item.purpose))
    if item.brought_in_by:
        parts.append(_("Brought in by {party}.").format(party=source.party(item.brought_in_by)))
    if item.prompt:
        parts.append(item.prompt)
    return [Paragraph(plain(" ".join(parts)), ParagraphRole.INTRODUCTION)] if parts else []


def _contents(source: Source, entries: list[AnyEntry]) -> list[Block]:
    """What was brought in, party by party in the order in which they spoke, then what came out of it."""
    groups: dict[str, list[AnyEntry]] = {}
    for entry in entries:
        if entry.kind not in CALLOUTS:
            groups.setdefault(_speaker(source, entry), []).append(entry)
    outcomes = sorted((entry for entry in entries if entry.kind in CALLOUTS), key=_callout_place)
    blocks: list[Block] = []
    for speaker, group in groups.items():
        blocks += _group(source, speaker, group)
    return [*blocks, *(callout(source, entry) for entry in outcomes)]


def _group(source: Source, speaker: str, entries: Iterable[AnyEntry]) -> list[Block]:
    lead: list[Block] = [Paragraph(plain(speaker), ParagraphRole.LEAD)] if speaker else []
    return [*lead, Bullets(tuple(account(source, entry) for entry in entries))]


def _speaker(source: Source, entry: AnyEntry) -> str:
    return capitalised(source.whose(entry))


def _callout_place(entry: AnyEntry) -> int:
    return _ORDER.index(entry.kind)


def _carried(source: Source) -> list[Block]:
    """What happened at this meeting to what earlier ones left open."""
    touched = [entry for entry in source.session.entries if is_touched(entry, source.session.id)]
    told: list[Block] = [Bullets(tuple(update(source, entry) for entry in touched))] if touched else []
    hidden = sum(1 for each in source.left_out if each.touched)
    return [*told, *left_out_note(source, hidden)]


def _nothing_said(source: Source, item: AgendaItem) -> list[Block]:
    _ = source.gettext
    text = {
        ItemStatus.PENDING: _("Not dealt with."),
        ItemStatus.SKIPPED: _("Skipped."),
        ItemStatus.DEFERRED: _("Put off to a next meeting."),
    }.get(item.status, _("Nothing was recorded here."))
    return [Paragraph(plain(text))]
