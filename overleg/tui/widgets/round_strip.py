"""A round on one line: who has been heard, who has the floor, who is still silent."""

from typing import NamedTuple

from rich.cells import cell_len
from textual import events
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from overleg.domain.choices import Language, Mode
from overleg.domain.model import Session
from overleg.domain.rounds import round_of, silent_parties
from overleg.locale import catalogue
from overleg.tui.widgets.agenda import DONE, RUNNING
from overleg.tui.widgets.parties import PartyPanel

_BETWEEN = 2


class InRound(NamedTuple):
    """A party of the round, as it is written."""

    party: str
    text: str
    speaks: bool = False


def round_parts(session: Session, language: Language) -> tuple[InRound, ...]:
    """The parties in the order of the running round; nothing where no round runs."""
    item = session.active_item
    if item is None or item.mode is not Mode.PARTY_ROUND:
        return ()
    _ = catalogue(language).gettext
    silent = {party.id for party in silent_parties(session)}
    speaker = session.turn.party if session.turn else None
    parts = []
    for party in round_of(session, item):
        if party.id == speaker:
            parts.append(InRound(party.id, f"{RUNNING}{party.code}", speaks=True))
        else:
            heard = f"({_('not heard yet')})" if party.id in silent else DONE
            parts.append(InRound(party.id, f"{party.code} {heard}"))
    return tuple(parts)


class RoundStrip(Widget):
    """The running round, where there is no room for the panel of parties; a click gives the floor."""

    DEFAULT_CSS = """
    RoundStrip { height: 1; text-wrap: nowrap; display: none; }
    RoundStrip.-runs { display: block; }
    """

    session: reactive[Session | None] = reactive(None, repaint=False)
    """The session whose round it is."""

    parts: reactive[tuple[InRound, ...]] = reactive((), layout=True)
    """What is shown; the screen is laid out anew only when this changes."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language

    def watch_session(self) -> None:
        if self.session is not None:
            self.parts = round_parts(self.session, self._language)

    def watch_parts(self) -> None:
        self.set_class(bool(self.parts), "-runs")

    def render(self) -> Content:
        written = (Content.styled(part.text, "bold" if part.speaks else "") for part in self.parts)
        return Content(" ") + Content(" " * _BETWEEN).join(written)

    def on_click(self, event: events.Click) -> None:
        column = 1
        for part in self.parts:
            end = column + cell_len(part.text)
            if column <= event.x < end:
                self.post_message(PartyPanel.Chosen(part.party))
                return
            column = end + _BETWEEN
