"""A round as columns: what each party said in the running item, side by side."""

from collections.abc import Sequence

from rich.segment import Segment
from textual import events
from textual.reactive import reactive
from textual.strip import Strip

from overleg.domain.choices import Language
from overleg.domain.model import AnyEntry, Party, Session
from overleg.domain.rounds import round_of
from overleg.errors import Message
from overleg.locale import say
from overleg.tui.cells import cut, fill, wrap
from overleg.tui.widgets.entry_cells import cells_of
from overleg.tui.widgets.rows import Rows

_GAP = 2
_LEAST = 14
"""A column narrower than this cannot be read; the parties that do not fit are named below the names."""


def columns_within(parties: Sequence[Party], width: int) -> tuple[int, int]:
    """How many parties there is room for, and how wide each column is."""
    many = max(1, min(len(parties), (width + _GAP) // (_LEAST + _GAP)))
    return many, max(1, (width - _GAP * (many - 1)) // many)


def in_sight(parties: Sequence[Party], many: int, speaker: str | None) -> Sequence[Party]:
    """So many of the parties, in their order; among them the one that has the floor."""
    place = next((n for n, party in enumerate(parties) if party.id == speaker), 0)
    first = max(0, place - many + 1)
    return parties[first : first + many]


def lines_by_party(
    session: Session, parties: Sequence[Party], width: int, language: Language
) -> list[list[str]]:
    """What each party said in the running item, in lines of a column; sensitive text masked."""
    item = session.active_item
    said = [entry for entry in session.entries if item is None or entry.item == item.id]
    return [
        _lines([each for each in said if _is_of(each, party)], session, width, language) for party in parties
    ]


def _is_of(entry: AnyEntry, party: Party) -> bool:
    """What was said for all stands with nobody; the list has it."""
    return not entry.for_all and entry.parties[:1] == (party.id,)


def _lines(entries: Sequence[AnyEntry], session: Session, width: int, language: Language) -> list[str]:
    lines: list[str] = []
    for entry in entries:
        cells = cells_of(entry, session, language)
        said = " · ".join(part for part in (cells.text, cells.state, cells.date) if part)
        lines += [f"{cells.ref} {cells.kind.lower()}", *wrap(said, width), ""]
    return lines


class PartyColumns(Rows):
    """The running round, a column for each party."""

    DEFAULT_CSS = """
    PartyColumns { height: 1fr; }
    """

    COMPONENT_CLASSES = {"columns--heading", "columns--text"}

    heading = 1

    session: reactive[Session | None] = reactive(None, repaint=False)
    """The session whose round it is."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language
        self._shown: Sequence[Party] = ()
        self._no_room = ""
        self._columns: list[list[str]] = []
        self._width = 1

    def watch_session(self) -> None:
        self._arrange()

    def on_resize(self, event: events.Resize) -> None:
        self._arrange()

    def can_mark(self, row: int) -> bool:
        return False

    def leaves_out(self, entry: AnyEntry) -> bool:
        """Whether somebody who looks at the columns does not see that entry."""
        return self.display and not any(_is_of(entry, party) for party in self._shown)

    def draw_heading(self, line: int, width: int) -> Strip:
        style = self.get_component_rich_style("columns--heading" if line == 0 else "columns--text")
        names = (" " * _GAP).join(fill(party.name, self._width) for party in self._shown)
        text = names if line == 0 else self._no_room
        return Strip([Segment(cut(text, width), style)]).adjust_cell_length(width, style)

    def draw_row(self, row: int, line: int, width: int) -> Strip:
        style = self.get_component_rich_style("columns--text")
        texts = (column[row] if row < len(column) else "" for column in self._columns)
        text = (" " * _GAP).join(fill(text, self._width) for text in texts)
        return Strip([Segment(cut(text, width), style)]).adjust_cell_length(width, style)

    def _arrange(self) -> None:
        """Divide the room over the parties, in the order of the round."""
        session, width = self.session, self.scrollable_content_region.width
        if session is None or not self.display or width < 1:
            return
        parties = round_of(session, session.active_item)
        many, self._width = columns_within(parties, width)
        self._shown = in_sight(parties, many, session.turn.party if session.turn else None)
        self._columns = lines_by_party(session, self._shown, self._width, self._language)
        others = ", ".join(party.code for party in parties if party not in self._shown)
        self._no_room = say(
            Message("No room for {others}; the list has it all.", others=others), self._language
        )
        self.heading = 2 if others else 1
        self.set_heights([1] * max(map(len, self._columns), default=0))
        self.scroll_to_end()
