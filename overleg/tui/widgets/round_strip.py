"""A round on one line: who has been heard, who has the floor, who is still silent."""

from typing import NamedTuple

from rich.cells import cell_len
from textual import events
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from overleg.domain.choices import Language, Mode
from overleg.domain.model import Party, Session
from overleg.domain.rounds import round_of, silent_parties
from overleg.locale import catalogue
from overleg.tui.widgets.agenda import DONE, RUNNING, SKIPPED
from overleg.tui.widgets.parties import PartyPanel

_BETWEEN = 2


class InRound(NamedTuple):
    """A party of the round, as it is written, and as it is where there is no room for words."""

    party: str
    text: str
    short: str
    speaks: bool = False


def round_parts(session: Session, language: Language) -> tuple[InRound, ...]:
    """The parties in the order of the running round; nothing where no round runs."""
    item = session.active_item
    if item is None or item.mode is not Mode.PARTY_ROUND:
        return ()
    silent = {party.id for party in silent_parties(session)}
    return tuple(_in_round(party, session, silent, language) for party in round_of(session, item))


def _in_round(party: Party, session: Session, silent: set[str], language: Language) -> InRound:
    _ = catalogue(language).gettext
    id, code = party.id, party.code
    if session.turn is not None and session.turn.party == id:
        return InRound(id, f"{RUNNING}{code}", f"{RUNNING}{code}", speaks=True)
    if not session.is_present(id):
        return InRound(id, f"{code} ({_('absent')})", f"{code} {SKIPPED}")
    if id in silent:
        return InRound(id, f"{code} ({_('not heard yet')})", code)
    return InRound(id, f"{code} {DONE}", f"{code} {DONE}")


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
        written = (Content.styled(text, "bold" if part.speaks else "") for part, text in self._written())
        return Content(" ") + Content(" " * _BETWEEN).join(written)

    def on_click(self, event: events.Click) -> None:
        column = 1
        for part, text in self._written():
            end = column + cell_len(text)
            if column <= event.x < end:
                self.post_message(PartyPanel.Chosen(part.party))
                return
            column = end + _BETWEEN

    def _written(self) -> list[tuple[InRound, str]]:
        """Each party with its text; a party beyond the edge could be neither seen nor clicked.

        As if each were as long as the longest, so that it stays the same all through a round.
        """
        longest = max((cell_len(part.text) for part in self.parts), default=0)
        is_wide = len(self.parts) * (longest + _BETWEEN) <= self.size.width
        return [(part, part.text if is_wide else part.short) for part in self.parts]
