"""The matrix as rows and columns of parties, one way round or the other."""

from dataclasses import dataclass, field, replace

from overleg.domain.choices import Language
from overleg.domain.model import Party, Session
from overleg.domain.overviews.exchange import Exchange, Exchanges, asked_by, exchanges, waiting_for
from overleg.domain.text import clean
from overleg.locale import catalogue
from overleg.tui.widgets.matrix_cells import cell_brief, cell_lines

ITSELF = "·"
"""Stands where a party meets itself."""


@dataclass(frozen=True, slots=True)
class MatrixTable:
    """Who asks what of whom by place in the table: the rows ask the columns, or `swapped` the other way."""

    parties: tuple[Party, ...] = ()
    exchanges: Exchanges = field(default_factory=dict)
    swapped: bool = False

    @classmethod
    def of(cls, session: Session, *, swapped: bool) -> "MatrixTable":
        return cls(session.parties, exchanges(session), swapped)

    @property
    def codes(self) -> list[str]:
        return [clean(party.code) for party in self.parties]

    def turned(self, *, swapped: bool) -> "MatrixTable":
        return replace(self, swapped=swapped)

    def pair(self, row: int, column: int) -> tuple[Party, Party] | None:
        """The party that asks and the one that is asked; None outside of the table."""
        if not all(0 <= place < len(self.parties) for place in (row, column)):
            return None
        parties = self.parties[row], self.parties[column]
        return parties[::-1] if self.swapped else parties

    def exchange(self, row: int, column: int) -> Exchange:
        """What the two parties have with each other; nothing where one meets itself."""
        pair = self.pair(row, column)
        return self.exchanges[pair[0].id].get(pair[1].id, Exchange()) if pair else Exchange()

    def cell(self, row: int, column: int, language: Language, *, brief: bool) -> list[str]:
        """The lines of a cell."""
        if row == column:
            return [ITSELF]
        found = self.exchange(row, column)
        return [cell_brief(found, language)] if brief else cell_lines(found, language) or [""]

    def row_total(self, row: int) -> int:
        return (waiting_for if self.swapped else asked_by)(self.exchanges, self.parties[row].id)

    def column_total(self, column: int) -> int:
        return (asked_by if self.swapped else waiting_for)(self.exchanges, self.parties[column].id)

    def corner(self, language: Language) -> str:
        """What rows do to columns."""
        _ = catalogue(language).gettext
        return _("is asked \\ by") if self.swapped else _("asks \\ of")

    def totals(self, language: Language) -> tuple[str, str]:
        """What is counted in the last column, and in the last row."""
        _ = catalogue(language).gettext
        words = _("asked"), _("waiting")
        return words[::-1] if self.swapped else words
