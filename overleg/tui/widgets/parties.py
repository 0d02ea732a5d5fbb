"""Who sits at the table, who has the floor, and who has been silent in this round."""

from dataclasses import dataclass
from datetime import datetime

from textual import events
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from overleg.domain import names
from overleg.domain.choices import Language, Seat
from overleg.domain.model import Party, Session
from overleg.domain.rounds import silent_parties
from overleg.domain.timing import seconds_of_turn
from overleg.locale import catalogue
from overleg.tui.cells import between, fill
from overleg.tui.widgets.agenda import RUNNING


class PartyPanel(Widget):
    """The parties, a line each; a click gives one the floor."""

    DEFAULT_CSS = """
    PartyPanel { height: auto; }
    """

    session: reactive[Session | None] = reactive(None, repaint=False)
    """The session whose parties they are."""

    now: reactive[datetime | None] = reactive(None, repaint=False)
    """The moment it is."""

    parties: reactive[tuple[Party, ...]] = reactive((), layout=True)
    """The parties that are shown; the screen is laid out anew only when these change."""

    notes: reactive[tuple[str, ...]] = reactive(())
    """What is said of each of them: that it has the floor, is a guest, was not heard yet."""

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
            self._note()

    def watch_now(self) -> None:
        self._note()

    def render(self) -> Content:
        _ = catalogue(self._language).gettext
        title = Content.styled(_("Parties"), "bold")
        lines = (self._line(*each) for each in zip(self.parties, self.notes, strict=True))
        return Content("\n").join([title, *lines])

    def on_click(self, event: events.Click) -> None:
        if 1 <= event.y <= len(self.parties):
            self.post_message(self.Chosen(self.parties[event.y - 1].id))

    def _note(self) -> None:
        if self.session is not None:
            now = self.now or self.session.started_at or datetime.min
            self.notes = party_notes(self.session, now, self._language)

    def _line(self, party: Party, note: str) -> Content:
        speaks = self.session is not None and _has_floor(self.session, party)
        sign = RUNNING if speaks else " "
        text = between(f"{sign} {fill(party.code, 5)} {party.name}", note, self.size.width)
        return Content.styled(text, "bold") if speaks else Content(text)


def party_notes(session: Session, now: datetime, language: Language) -> tuple[str, ...]:
    """What there is to say of each party, in the order of the table."""
    silent = {party.id for party in silent_parties(session)}
    return tuple(_note(party, session, now, silent, language) for party in session.parties)


def _note(party: Party, session: Session, now: datetime, silent: set[str], language: Language) -> str:
    _ = catalogue(language).gettext
    if _has_floor(session, party):
        return _floor(session, now, language)
    if party.id in silent:
        return _("not heard yet")
    return _("guest") if party.seat is Seat.GUEST else ""


def _floor(session: Session, now: datetime, language: Language) -> str:
    """That it has the floor and for how long, and as whom it speaks where parties change places."""
    _ = catalogue(language).gettext
    minutes, seconds = divmod(seconds_of_turn(session, now), 60)
    voiced = session.turn.voiced_party if session.turn else None
    if voiced:
        return _("as {party} {time}").format(
            party=names.code(session, voiced), time=f"{minutes}:{seconds:02}"
        )
    return _("speaks {time}").format(time=f"{minutes}:{seconds:02}")


def _has_floor(session: Session, party: Party) -> bool:
    return session.turn is not None and session.turn.party == party.id
