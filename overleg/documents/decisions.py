"""The list of decisions: how each was taken, under which reservation, at which item of the agenda."""

from collections.abc import Iterable

from overleg.documents.consent import objecting, reservations, to_be_informed
from overleg.documents.entries import withdrawal
from overleg.documents.left_out import left_out_note
from overleg.documents.outline import Block, Column, Heading, Paragraph, Row, Table, Tone
from overleg.documents.runs import plain
from overleg.documents.source import NOTHING, Source, is_withdrawn
from overleg.documents.tables import lines_cell, number_cell, said_cell, text_cell
from overleg.documents.wording import state_word
from overleg.domain.choices import DecisionMethod, Kind
from overleg.domain.model import Decision

_TONES = {
    "proposed": Tone.OPEN,
    "taken": Tone.DONE,
    "taken_under_reservation": Tone.BUSY,
    "deferred": Tone.BUSY,
}


def decision_list(source: Source) -> list[Block]:
    _ = source.gettext
    blocks: list[Block] = [Heading(1, _("List of decisions"))]
    decisions = source.of(Decision)
    hidden = left_out_note(source, source.left_out_of(Kind.DECISION))
    if decisions:
        blocks.append(_table(source, decisions))
    elif not hidden:
        blocks.append(Paragraph(plain(_("No decisions were taken."))))
    return [*blocks, *hidden]


def _table(source: Source, decisions: list[Decision]) -> Table:
    _ = source.gettext
    columns = (
        Column(_("Number"), 10),
        Column(_("Decision"), 40),
        Column(_("State"), 17),
        Column(_("Remark"), 25),
        Column(_("Item"), 8),
    )
    items = {item.id: str(number) for number, item in enumerate(source.session.agenda, start=1)}
    rows = tuple(_row(source, each, items.get(each.item or "", NOTHING)) for each in decisions)
    return Table(
        _("List of decisions"), _("Every decision with its state and the item of the agenda."), columns, rows
    )


def _row(source: Source, decision: Decision, item: str) -> Row:
    tone = Tone.DROPPED if is_withdrawn(decision) else _TONES.get(decision.status)
    return (
        number_cell(decision),
        said_cell(source, decision),
        text_cell(state_word(source, decision), tone),
        lines_cell(*(plain(each) for each in _remarks(source, decision))),
        text_cell(item),
    )


def _remarks(source: Source, decision: Decision) -> Iterable[str]:
    """How it was taken, what it still waits for, who was not there, and when it is looked at again."""
    _ = source.gettext
    if is_withdrawn(decision):
        yield withdrawal(source, decision)
        return
    if decision.status.startswith("taken"):
        yield _method(source, decision.method)
    if against := objecting(decision):
        yield _("Objection of {parties}.").format(parties=source.parties(against))
    yield from reservations(source, decision)
    if away := to_be_informed(source, decision):
        yield _("To be informed: {parties}.").format(parties=source.parties(away))
    if decision.effective_from:
        yield _("Takes effect on {date}.").format(date=source.plain(decision.effective_from))
    if decision.review_on:
        yield _("Looked back at on {date}.").format(date=source.plain(decision.review_on))


def _method(source: Source, method: DecisionMethod) -> str:
    _ = source.gettext
    return {
        DecisionMethod.CONSENT: _("By consent."),
        DecisionMethod.MAJORITY: _("By majority."),
        DecisionMethod.CHAIR: _("By the chair."),
    }[method]
