"""Who sits at the table, and who has the floor."""

from dataclasses import dataclass

from textual import events
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from overleg.domain.choices import Language, Seat
from overleg.domain.model import Party, Session
from overleg.locale import catalogue
from overleg.tui.cells import cut, fill
from overleg.tui.widgets.agenda import RUNNING


class PartyPanel(Widget):
    """The parties, a line each; a click gives one the floor."""

    DEFAULT_CSS = """
    PartyPanel { height: auto; }
    """

    session: reactive[Session | None] = reactive(None, repaint=False)
    """The session whose parties they are."""

    parties: reactive[tuple[Party, ...]] = reactive((), layout=True)
    """The parties that are shown; the screen is laid out anew only when these change."""

    speaker: reactive[str] = reactive("")
    """The party that has the floor; empty where none has."""

    @dataclass
    class Chosen(Message):
        """A party was clicked."""

        party: str

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language

    def watch_session(self) -> None:
        if self.session is not None:
            self.parties = self.session.parties
            self.speaker = self.session.turn.party if self.session.turn else ""

    def render(self) -> Content:
        _ = catalogue(self._language).gettext
        title = Content.styled(_("Parties"), "bold")
        return Content("\n").join([title, *(self._line(party) for party in self.parties)])

    def on_click(self, event: events.Click) -> None:
        if 1 <= event.y <= len(self.parties):
            self.post_message(self.Chosen(self.parties[event.y - 1].id))

    def _line(self, party: Party) -> Content:
        _ = catalogue(self._language).gettext
        speaks = party.id == self.speaker
        what = _("has the floor") if speaks else _("guest") if party.seat is Seat.GUEST else ""
        text = (
            f"{RUNNING if speaks else ' '} {fill(party.code, 5)} {party.name}{f' · {what}' if what else ''}"
        )
        text = cut(text, self.size.width)
        return Content.styled(text, "bold") if speaks else Content(text)
