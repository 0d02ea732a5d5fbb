"""The parties in a round, a line each: what they say, told in a word and never by colour alone."""

from dataclasses import dataclass

from rich.segment import Segment
from textual import events
from textual.message import Message as Event
from textual.reactive import reactive
from textual.strip import Strip

from overleg.documents.in_brief import reservation_words
from overleg.domain import names
from overleg.domain.choices import Language, Sensitivity
from overleg.domain.consent_round import Round, Stance, Voice
from overleg.domain.model import Session
from overleg.errors import Message
from overleg.locale import say
from overleg.tui.cells import cut, fill
from overleg.tui.widgets.entry_cells import MASK
from overleg.tui.widgets.rows import Rows

_SIGNS = {Stance.AGREES: "✓", Stance.OBJECTS: "!", Stance.SILENT: "·"}
_WORDS = {
    Stance.AGREES: Message("agrees"),
    Stance.OBJECTS: Message("objects"),
    Stance.SILENT: Message("has not spoken yet"),
}


def stance_line(
    number: int, voice: Voice, session: Session, language: Language, *, is_masked: bool = False
) -> str:
    """`` 1  ✓ GEM  Gemeente: is akkoord, onder voorbehoud van college``

    With `is_masked`, or where what the party said is confidential, only its stance is told.
    """
    party = names.party_name(session, voice.party)
    said = [say(_WORDS[voice.stance], language)]
    if is_masked or voice.sensitivity is not Sensitivity.NONE:
        said += [MASK] if voice.text or voice.reservation else []
    else:
        said += [reservation_words(voice.reservation, language), voice.text]
    code = fill(names.code(session, voice.party), 5)
    return f" {number:>2}  {_SIGNS[voice.stance]} {code} {party}: {', '.join(filter(None, said))}"


class Stances(Rows):
    """What the parties say in a round; a click on one is a wish to change it."""

    DEFAULT_CSS = """
    Stances { height: 1fr; }
    """

    COMPONENT_CLASSES = {"stances--marked", "stances--spoken"}

    round: reactive[Round | None] = reactive(None)
    """The round that is shown."""

    @dataclass
    class Pointed(Event):
        """A party was clicked."""

        party: str

    def __init__(self, session: Session, language: Language, *, is_masked: bool) -> None:
        super().__init__()
        self._session = session
        self._language = language
        self._is_masked = is_masked

    @property
    def chosen(self) -> Voice | None:
        """The voice of the party that is marked."""
        voices = self.round.voices if self.round else ()
        return voices[self.marked] if 0 <= self.marked < len(voices) else None

    def watch_round(self) -> None:
        self.set_heights([1] * (len(self.round.voices) if self.round else 0))

    def on_click(self, event: events.Click) -> None:
        row = self.row_at(event.y)
        if row is not None and self.round is not None:
            self.post_message(self.Pointed(self.round.voices[row].party))

    def draw_row(self, row: int, line: int, width: int) -> Strip:
        assert self.round is not None  # there are no rows without one
        voice = self.round.voices[row]
        text = stance_line(row + 1, voice, self._session, self._language, is_masked=self._is_masked)
        style = self.rich_style
        if row == self.marked:
            style = self.get_component_rich_style("stances--marked")
            text = self.SIGN + text[1:]
        elif voice.stance is not Stance.SILENT:
            style = self.get_component_rich_style("stances--spoken")
        return Strip([Segment(cut(text, width), style)]).adjust_cell_length(width, style)
