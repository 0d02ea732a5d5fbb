"""A round along the parties: each agrees, objects or is silent; reasons are asked when all have spoken."""

from dataclasses import replace

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from overleg.desk.workbench import Desk
from overleg.documents.aloud import heading
from overleg.documents.round_words import amounts_to, to_be_informed
from overleg.domain import consent_round, names
from overleg.domain.capture import tokens
from overleg.domain.choices import Language, Sensitivity
from overleg.domain.consent_round import Round, Stance, Voice
from overleg.domain.entry_changes import standing_entry
from overleg.domain.model import Reservation
from overleg.domain.support import consulted_body
from overleg.domain.together import as_one
from overleg.errors import Message, Refused
from overleg.locale import say
from overleg.tui.entry_form.sorts import RESERVATION
from overleg.tui.keyed import KeyedApp
from overleg.tui.screens.at_desk import AtDesk
from overleg.tui.told import told
from overleg.tui.verbs import Place, bindings, verb
from overleg.tui.widgets.asking import Asking
from overleg.tui.widgets.entry_cells import masked
from overleg.tui.widgets.footer import Keys
from overleg.tui.widgets.notice import Notice, sentence
from overleg.tui.widgets.stances import Stances

_AFTER = {Stance.SILENT: Stance.AGREES, Stance.AGREES: Stance.OBJECTS, Stance.OBJECTS: Stance.SILENT}
"""What a click makes of it."""


class Consent(AtDesk):
    """The round on one entry; all that is said in it is recorded as one change, when it is closed.

    Esc records nothing and loses nothing: redo records what was said after all. Raises `Refused` for an
    entry about which parties are not asked.
    """

    PLACE = Place.ROUND
    BINDINGS = [
        *bindings(Place.ROUND),
        *(Binding(str(n), f"party({n})", show=False) for n in range(1, 10)),
    ]

    DEFAULT_CSS = """
    Consent #proposal { height: auto; max-height: 40%; padding: 1 4; }
    Consent #amounts, Consent #away { height: auto; padding: 0 2; }
    Consent.-short #proposal, Consent.-low #proposal { padding: 0 1; }
    Consent.-low #amounts { max-height: 1; }
    Consent.-low #away { display: none; }
    """

    app = getters.app(KeyedApp)
    stances = getters.query_one(Stances)
    asking = getters.query_one(Asking)

    def __init__(self, desk: Desk, language: Language, ref: str) -> None:
        super().__init__(desk, language)
        self._entry = standing_entry(desk.session, ref)
        self._round = consent_round.begun(desk.session, ref)
        self._in_question: Voice | None = None
        self._is_closing = False

    def compose(self) -> ComposeResult:
        yield Static(Content(heading(self._entry, self.language)), classes="title")
        with VerticalScroll(id="proposal", can_focus=False):
            yield Static(id="text")
        yield Stances(self.desk.session, self.language, is_masked=not self._is_open)
        yield Static(id="amounts")
        yield Static(Content(to_be_informed(self._round, self.desk.session, self.language)), id="away")
        yield Notice()
        yield Asking()
        yield Keys(Place.ROUND, self.language)

    def on_mount(self) -> None:
        self.stances.focus()
        self._go_to(self._round)
        self.stances.marked = 0
        self.notice.hint = say(Message("A digit goes to the party with that number."), self.language)

    def action_party(self, number: int) -> None:
        if number <= len(self._round.voices):
            self.stances.marked = number - 1

    def action_agrees(self) -> None:
        self._take(Stance.AGREES)

    def action_objects(self) -> None:
        self._take(Stance.OBJECTS)

    def action_silent(self) -> None:
        self._take(Stance.SILENT)

    def action_all_agree(self) -> None:
        said = self._round
        for voice in said.voices:
            said = consent_round.spoken(self.desk.session, said, voice.party, Stance.AGREES)
        self._go_to(said)

    def action_reserve(self) -> None:
        """Ask on whose approval the yes of the marked party waits; once more, it waits for none."""
        voice = self.stances.chosen
        if voice is None:
            return
        if voice.reservation is not None and voice.is_asked:
            self._go_to(self._round.saying(replace(voice, reservation=None)))
            return
        agreed = consent_round.spoken(self.desk.session, self._round, voice.party, Stance.AGREES)
        self._go_to(agreed)
        self._ask(agreed.voice(voice.party))

    def action_amend(self) -> None:
        """Ask for other words; those that are confidential are not shown to begin from."""
        self._in_question = None
        self.asking.ask(
            say(Message("In other words:"), self.language), self._round.text if self._is_open else ""
        )

    def action_close_round(self) -> None:
        """Ask what is still to be asked, one party after the other, and then record it all."""
        self._is_closing = True
        waiting = consent_round.still_to_ask(self.desk.session, self._round)
        if waiting:
            self._ask(waiting[0])
        else:
            self._record()

    def action_close(self) -> None:
        """Go back; what was said and not recorded is named, and redo records it after all."""
        change = as_one(consent_round.changes(self.desk.session, self._round, self.desk.clock()))
        if change is None:
            self.dismiss(None)
            return
        self.desk.put_by(change)
        redo = self.app.keymap.names_at(verb("redo"), Place.LIVE)[0]
        what = told(change, self.desk.session, self.language)
        self.go_back(
            say(
                Message("Not recorded; {key} records it after all: {what}", key=redo, what=what),
                self.language,
            )
        )

    @on(Stances.Pointed)
    def change_stance(self, event: Stances.Pointed) -> None:
        voice = self._round.voice(event.party)
        self.stances.marked = self._round.voices.index(voice)
        self._go_to(consent_round.spoken(self.desk.session, self._round, event.party, _AFTER[voice.stance]))

    @on(Asking.Answered)
    def take_answer(self, event: Asking.Answered) -> None:
        """What was typed is other words for the entry, a reservation, or the reason of an objection."""
        try:
            said = self._with(event.text)
        except Refused as refused:
            self.notice.said = sentence(refused, self.language)
            return
        self.asking.done()
        self.stances.focus()
        self.notice.said = ""
        self._go_to(said)
        if self._is_closing:
            self.action_close_round()

    @on(Asking.GivenUp)
    def go_on_with_round(self) -> None:
        self._is_closing = False
        self.notice.said = ""
        self.stances.focus()

    def _with(self, typed: str) -> Round:
        """The round with what was typed; an empty text for the entry leaves it as it is."""
        voice, session = self._in_question, self.desk.session
        if voice is None:
            return consent_round.amended(self._round, typed or self._round.text)
        if voice.stance is Stance.OBJECTS:
            read = tokens.read(typed, 0, session, tokens.Allowed())
            return self._round.saying(
                replace(voice, text=read.text, sensitivity=read.sensitivity, is_asked=True)
            )
        reservation: Reservation | None = RESERVATION.read(typed, session)
        return self._round.saying(replace(voice, reservation=reservation, is_asked=True))

    def _take(self, stance: Stance) -> None:
        """The marked party says this, and the next one is to speak."""
        voice = self.stances.chosen
        if voice is not None:
            self._go_to(consent_round.spoken(self.desk.session, self._round, voice.party, stance))
            self.stances.action_mark_by(1)

    def _ask(self, voice: Voice) -> None:
        self._in_question = voice
        session = self.desk.session
        party = names.party_name(session, voice.party)
        if voice.stance is Stance.OBJECTS:
            self.tell(Message("Why not? With nothing typed, Enter records the objection alone."))
            self.asking.ask(say(Message("Objection of {party}:", party=party), self.language), voice.text)
            return
        self.tell(Message("On whose approval does this yes wait? With nothing there, on nobody's."))
        reservation = voice.reservation or Reservation(body=consulted_body(session, voice.party))
        question = say(Message("{party} agrees, subject to:", party=party), self.language)
        written = RESERVATION.write(reservation, session)
        # With the space a date can be typed straight on.
        self.asking.ask(question, f"{written} " if written else "")

    @property
    def _is_open(self) -> bool:
        """Whether what is asked about may be read from the back of the room."""
        return self._entry.sensitivity is Sensitivity.NONE

    def _go_to(self, said: Round) -> None:
        """Show the round as it is now, and what it amounts to."""
        self._round = said
        self.stances.round = said
        session, language = self.desk.session, self.language
        text = said.text if self._is_open else masked(self._entry.sensitivity, language)
        self.query_one("#text", Static).update(Content(text))
        after = consent_round.after(session, said, self.desk.clock())
        words = " ".join(amounts_to(said, session, after, language))
        self.query_one("#amounts", Static).update(Content(words))

    def _record(self) -> None:
        change = as_one(consent_round.changes(self.desk.session, self._round, self.desk.clock()))
        if change is None:
            self.dismiss(None)
            return
        try:
            self.desk.make(change)
        except Refused as refused:
            self._is_closing = False
            self.show(sentence(refused, self.language))
        else:
            self.go_back(self.chair.made(change))
