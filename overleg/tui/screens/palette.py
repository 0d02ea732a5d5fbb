"""All that can be done here, found by typing a part of its name."""

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from overleg.domain.choices import Language
from overleg.locale import catalogue
from overleg.tui.offers import Line, Offer, fitting
from overleg.tui.screens.placed import Placed
from overleg.tui.verbs import Place, Verb, bindings
from overleg.tui.widgets.fields import Field
from overleg.tui.widgets.footer import Keys
from overleg.tui.widgets.offered import OfferList


class Palette(ModalScreen[Verb | Line | None], Placed[Verb | Line | None]):
    """Offers what can be done, and returns what was chosen; None for nothing."""

    DEFAULT_CSS = """
    Palette { align: center top; }
    Palette > Vertical { width: 100%; max-width: 100; height: 100%; max-height: 30; }
    Palette Field { width: 100%; }
    Palette #none { display: none; height: 1fr; }
    Palette.-none #none { display: block; }
    Palette.-none OfferList { display: none; }
    """

    PLACE = Place.PALETTE
    BINDINGS = [
        *bindings(Place.PALETTE),
        Binding("up", "mark('mark_by(-1)')", show=False),
        Binding("down", "mark('mark_by(1)')", show=False),
        Binding("pageup", "mark('mark_page(-1)')", show=False),
        Binding("pagedown", "mark('mark_page(1)')", show=False),
    ]

    offered = getters.query_one(OfferList)

    def __init__(self, offers: tuple[Offer, ...], language: Language) -> None:
        super().__init__()
        self._offers = offers
        self._language = language

    def compose(self) -> ComposeResult:
        _ = catalogue(self._language).gettext
        with Vertical():
            yield Static(Content(_("What do you want to do?")), classes="title")
            yield Field("", placeholder=_("Type a part of its name"), id="wanted")
            yield OfferList()
            yield Static(Content(_("Nothing that can be done here is called that.")), id="none")
            yield Keys(Place.PALETTE, self._language)

    def on_mount(self) -> None:
        self.show_fitting()

    @on(Input.Changed)
    def show_fitting(self) -> None:
        self.offered.offers = fitting(self._offers, self.query_one(Field).value)
        self.set_class(not self.offered.offers, "-none")

    @on(OfferList.Chosen)
    def take_clicked(self, event: OfferList.Chosen) -> None:
        self.dismiss(event.offer.chosen)

    @on(Input.Submitted)
    def action_choose(self) -> None:
        if self.offered.chosen is not None:
            self.dismiss(self.offered.chosen.chosen)

    async def action_mark(self, how: str) -> None:
        await self.app.run_action(how, self.offered)

    def action_close(self) -> None:
        self.dismiss(None)
