"""What parties expect of each other, with the answers, and what they offer unasked."""

from collections.abc import Iterable

from overleg.documents.left_out import left_out_note
from overleg.documents.marks import own_mark
from overleg.documents.outline import Block, Cell, Column, Heading, Row, Table, Text, section
from overleg.documents.particulars import reservation_sentence
from overleg.documents.runs import joined, muted, plain, sentence
from overleg.documents.source import Source, is_withdrawn
from overleg.documents.tables import lines_cell, number_cell, said_cell, text_cell
from overleg.documents.wording import answer_word, promise_tone, promise_word, state_word
from overleg.domain.choices import Kind
from overleg.domain.model import Expectation, Offer


def expectations(source: Source) -> list[Block]:
    """Everything that was asked, with what was answered; then everything that was offered."""
    _ = source.gettext
    asked, offered = source.of(Expectation), source.of(Offer)
    return [
        *section(
            Heading(2, _("What parties expect of each other")),
            *([_table(source, [(each, _answer(source, each)) for each in asked])] if asked else []),
            *left_out_note(source, source.left_out_of(Kind.EXPECTATION)),
        ),
        *section(
            Heading(2, _("What parties offer each other")),
            *([_offers(source, offered)] if offered else []),
            *left_out_note(source, source.left_out_of(Kind.OFFER)),
        ),
    ]


def promises(source: Source) -> list[Block]:
    """What is still asked, with what was promised; nothing that was not promised looks as if it was."""
    asked = [each for each in source.standing(Expectation) if each.status != "replaced"]
    table = [_table(source, [(each, _promise(source, each)) for each in asked])] if asked else []
    return [*table, *left_out_note(source, source.left_out_of(Kind.EXPECTATION))]


def _table(source: Source, answered: Iterable[tuple[Expectation, Cell]]) -> Table:
    _ = source.gettext
    columns = (
        Column(_("Number"), 10),
        Column(_("Who expects"), 18),
        Column(_("Of whom"), 18),
        Column(_("Expectation"), 31),
        Column(_("Answer"), 23),
    )
    rows: list[Row] = [
        (
            number_cell(each),
            text_cell(source.party(each.from_party) or source.whose(each)),
            text_cell(source.party(each.to_party)),
            said_cell(source, each),
            answer,
        )
        for each, answer in answered
    ]
    description = _("Every expectation with who asks, who is asked, and the answer.")
    return Table(_("Mutual expectations"), description, columns, tuple(rows))


def _answer(source: Source, entry: Expectation) -> Cell:
    return lines_cell(plain(answer_word(source, entry)), *_remarks(source, entry))


def _promise(source: Source, entry: Expectation) -> Cell:
    remarks = () if entry.answer is None else _remarks(source, entry)
    return lines_cell(plain(promise_word(source, entry)), *remarks, tone=promise_tone(entry))


def _remarks(source: Source, entry: Expectation) -> Iterable[Text]:
    """What was said with the answer, and on which condition it was given."""
    answer = entry.answer
    if answer is None or is_withdrawn(entry):
        return
    yield joined(*own_mark(source, entry, answer.sensitivity), muted(sentence(answer.text)))
    if answer.reservation:
        yield muted(reservation_sentence(source, answer.reservation))


def _offers(source: Source, offers: list[Offer]) -> Table:
    _ = source.gettext
    columns = (
        Column(_("Number"), 10),
        Column(_("Who offers"), 18),
        Column(_("To whom"), 18),
        Column(_("Offer"), 38),
        Column(_("State"), 16),
    )
    rows = tuple(_offer_row(source, each) for each in offers)
    return Table(_("Offers"), _("Every offer with who makes it, to whom, and its state."), columns, rows)


def _offer_row(source: Source, offer: Offer) -> Row:
    _ = source.gettext
    to = _("all parties") if offer.to_all else source.party(offer.to_party)
    return (
        number_cell(offer),
        text_cell(source.party(offer.from_party) or source.whose(offer)),
        text_cell(to),
        said_cell(source, offer),
        text_cell(state_word(source, offer)),
    )
