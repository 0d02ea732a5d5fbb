"""Who asks what of whom at a glance, for a column beside the entries."""

from collections.abc import Sequence

from rich.cells import cell_len
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from overleg.domain.choices import Language
from overleg.domain.model import Session
from overleg.domain.overviews.exchange import Exchanges, are_same, exchanges
from overleg.domain.text import clean
from overleg.locale import catalogue
from overleg.tui.cells import cut, fill
from overleg.tui.widgets.matrix_cells import cell_brief, legend
from overleg.tui.widgets.matrix_table import ITSELF

Cells = tuple[tuple[str, ...], ...]
"""The rows of the matrix in signs, each with the code of the party that asks before it."""


def brief_cells(session: Session, table: Exchanges, language: Language) -> Cells:
    """The matrix in signs, below a row with the codes of the parties that are asked."""
    codes = {party.id: clean(party.code) for party in session.parties}
    rows = [
        (codes[asks], *(ITSELF if asks == asked else cell_brief(row[asked], language) for asked in codes))
        for asks, row in table.items()
    ]
    return (("", *codes.values()), *rows) if rows else ()


def laid_out(cells: Cells, width: int) -> list[str]:
    """The rows as lines with columns as wide as what is in them; ``…`` where columns are left out."""
    columns = [max(map(cell_len, column)) + 1 for column in zip(*cells, strict=True)]
    return [_line(row, columns, width) for row in cells]


def _line(row: Sequence[str], columns: Sequence[int], width: int) -> str:
    return cut("".join(map(fill, row, columns)).rstrip(), width)


class SmallMatrix(Widget):
    """The matrix in signs, with what they mean below it."""

    DEFAULT_CSS = """
    SmallMatrix { height: auto; }
    """

    session: reactive[Session | None] = reactive(None, repaint=False)
    """The session whose matrix it is."""

    cells: reactive[Cells] = reactive((), layout=True)
    """What is shown; the screen is laid out anew only when this changes."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language

    def watch_session(self, before: Session | None, session: Session | None) -> None:
        if session is None or (before and are_same(before, session)):
            return
        self.cells = brief_cells(session, exchanges(session), self._language)

    def render(self) -> Content:
        _ = catalogue(self._language).gettext
        width = self.size.width
        if not self.cells or not width:
            return Content()
        head, *rows = laid_out(self.cells, width)
        title = Content.styled(cut(_("Who asks what of whom"), width), "bold")
        signs = legend(self._language, brief=True)
        return Content("\n").join([title, Content.styled(head, "bold"), *map(Content, rows), Content(signs)])
