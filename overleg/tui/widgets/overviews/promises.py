"""The board of commitments, party by party."""

from overleg.documents.in_brief import date_of, reservation_words, state_of
from overleg.domain.choices import Language, Sensitivity
from overleg.domain.model import Commitment, Session
from overleg.domain.overviews.commitments import commitment_board
from overleg.domain.text import clean
from overleg.locale import catalogue
from overleg.tui.widgets.entry_cells import masked
from overleg.tui.widgets.overviews.lines import Told, told
from overleg.tui.widgets.overviews.names import full_name

_INDENT = 3


def promise_lines(session: Session, language: Language, width: int) -> list[Told]:
    """Every party with what it promised, the reservation, the date and the state."""
    _ = catalogue(language).gettext
    lines = []
    board = commitment_board(session)
    for party in session.parties:
        lines += told(full_name(party), width, is_bold=True)
        said = [_words(each, language) for each in board[party.id]] or [_("No commitment yet.")]
        lines += [line for words in said for line in told(words, width, indent=_INDENT)]
        lines.append(Told())
    return lines


def _words(commitment: Commitment, language: Language) -> str:
    """``T-001  12 uur per week · onder voorbehoud van college voor di 9 feb 2027 · gedaan``"""
    if commitment.sensitivity is not Sensitivity.NONE:
        return f"{commitment.ref}  {masked(commitment.sensitivity, language)}"
    parts = (
        f"{commitment.ref}  {clean(commitment.text)}",
        clean(reservation_words(commitment.reservation, language)),
        date_of(commitment, language),
        state_of(commitment, language),
    )
    return " · ".join(part for part in parts if part)
