"""The list in the palette: what can be done, with its key."""

from dataclasses import dataclass

from rich.segment import Segment
from textual import events
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from overleg.tui.cells import between, fill
from overleg.tui.offers import Offer
from overleg.tui.widgets.rows import Rows

_LABEL = 18


class OfferList(Rows, can_focus=False):
    """One line for each offer; a click chooses one. The keys stay with the field above it."""

    DEFAULT_CSS = """
    OfferList { height: 1fr; }
    """

    COMPONENT_CLASSES = {"offers--marked"}

    offers: reactive[tuple[Offer, ...]] = reactive(())
    """What the list shows."""

    @dataclass
    class Chosen(Message):
        """An offer was clicked."""

        offer: Offer

    @property
    def chosen(self) -> Offer | None:
        """The offer that is marked."""
        return self.offers[self.marked] if 0 <= self.marked < len(self.offers) else None

    def watch_offers(self) -> None:
        self.set_heights([1] * len(self.offers))
        self.marked = 0 if self.offers else -1
        self.scroll_to(y=0, animate=False, force=True)

    def on_click(self, event: events.Click) -> None:
        row = self.row_at(event.y)
        if row is not None:
            self.post_message(self.Chosen(self.offers[row]))

    def draw_row(self, row: int, line: int, width: int) -> Strip:
        is_marked = row == self.marked
        style = self.get_component_rich_style("offers--marked") if is_marked else self.rich_style
        offer = self.offers[row]
        sign = self.SIGN if is_marked else " "
        left = f"{sign}{fill(offer.label, min(_LABEL, width // 3))} {offer.meaning}"
        return Strip([Segment(between(left, f"{offer.keys} ", width), style)]).adjust_cell_length(
            width, style
        )
