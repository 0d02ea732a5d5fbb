"""What was promised: by whom, on which condition, and how it stands."""

from overleg.documents.entries import withdrawal
from overleg.documents.left_out import left_out_note
from overleg.documents.outline import Block, Cell, Column, Heading, Row, Table, Tone, section
from overleg.documents.particulars import terms
from overleg.documents.runs import plain
from overleg.documents.source import Source, is_withdrawn
from overleg.documents.tables import lines_cell, number_cell, said_cell, text_cell
from overleg.documents.wording import amount_words, state_word
from overleg.domain.choices import Kind
from overleg.domain.model import Commitment

_TONES = {
    "made": Tone.OPEN,
    "confirmed": Tone.OPEN,
    "fulfilled": Tone.DONE,
    "withdrawn": Tone.DROPPED,
    "lapsed": Tone.DROPPED,
}


def commitment_list(source: Source) -> list[Block]:
    _ = source.gettext
    commitments = source.of(Commitment)
    table = [_table(source, commitments)] if commitments else []
    hidden = left_out_note(source, source.left_out_of(Kind.COMMITMENT))
    return section(Heading(1, _("Commitments")), *table, *hidden)


def is_under_reservation(commitment: Commitment) -> bool:
    """Whether the promise still waits for somebody's approval."""
    reservation = commitment.reservation
    return commitment.status == "made" and reservation is not None and reservation.confirmed_at is None


def _table(source: Source, commitments: list[Commitment]) -> Table:
    _ = source.gettext
    columns = (
        Column(_("Number"), 10),
        Column(_("Party"), 18),
        Column(_("Commitment"), 33),
        Column(_("Reservation and date"), 25),
        Column(_("State"), 14),
    )
    description = _("Every commitment with the party, its reservation, its date and its state.")
    return Table(_("Commitments"), description, columns, tuple(_row(source, each) for each in commitments))


def _row(source: Source, commitment: Commitment) -> Row:
    reason = withdrawal(source, commitment) if commitment.withdrawn else ""
    amount = amount_words(source, commitment.amount, commitment.unit)
    return (
        number_cell(commitment),
        text_cell(source.whose(commitment)),
        said_cell(source, commitment, amount, reason),
        lines_cell(*(plain(each) for each in terms(source, commitment))),
        _state_cell(source, commitment),
    )


def _state_cell(source: Source, commitment: Commitment) -> Cell:
    _ = source.gettext
    if is_withdrawn(commitment):
        return text_cell(state_word(source, commitment), Tone.DROPPED)
    if is_under_reservation(commitment):
        return text_cell(_("Under reservation"), Tone.BUSY)
    return text_cell(state_word(source, commitment), _TONES.get(commitment.status))
