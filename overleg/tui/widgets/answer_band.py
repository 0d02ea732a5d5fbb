"""Answer on the spot: what is asked of a party stands above the bar, and one key answers it."""

from dataclasses import dataclass

from textual import events, getters, on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message as Event
from textual.reactive import reactive
from textual.widgets import Input, Static

from overleg.domain import names
from overleg.domain.capture.references import ANSWERS
from overleg.domain.choices import AnswerValue, Language, Sensitivity
from overleg.domain.model import Expectation, Offer, Session
from overleg.domain.support import consulted_body, must_consult
from overleg.domain.text import clean
from overleg.domain.waiting import waiting
from overleg.errors import Message
from overleg.locale import catalogue, say
from overleg.tui.cells import cut
from overleg.tui.widgets.answer_keys import GAP, KEYS, TO_AN_OFFER, AnswerKeys
from overleg.tui.widgets.entry_cells import masked
from overleg.tui.widgets.fields import Field

_CONFIDENTIAL, _SUBJECT = "!", "%"


def answer_line(ref: str, value: AnswerValue, text: str, body: str = "") -> str:
    """The line of the capture bar that gives this answer.

    In the text a ``!`` by itself makes the answer confidential, and a ``%`` by itself subject to `body`.
    """
    words = [_token(word, body) for word in clean(text).split()]
    said = f": {' '.join(words)}" if words else ""
    return f"={ref} {ANSWERS[value].nl}{said}"


def _token(word: str, body: str) -> str:
    if word == _CONFIDENTIAL:
        return "!v"
    return f'%"{body}"' if word == _SUBJECT and body else word


class AnswerBand(Vertical, can_focus=True):
    """What waits for an answer in the running item, one at a time, the last one said first.

    Somebody has to come here with Tab or a click before a letter answers: whoever types on in the bar is
    never in the way, and never in danger of answering. After the key an optional text can be typed; the
    answer goes out with Enter, and also when somebody goes elsewhere. Nothing is recorded here: `Answered`
    carries the line that does it.
    """

    DEFAULT_CSS = """
    AnswerBand { height: auto; display: none; }
    AnswerBand.-waiting { display: block; }
    AnswerBand #asked { height: 1; padding: 0 1; text-wrap: nowrap; }
    AnswerBand #said { height: 1; padding: 0 1; display: none; }
    AnswerBand #said Static { width: auto; max-width: 60%; text-wrap: nowrap; }
    AnswerBand #said Field { width: 1fr; }
    AnswerBand.-answering #said { display: block; }
    AnswerBand.-answering AnswerKeys { display: none; }
    """

    session: reactive[Session | None] = reactive(None, repaint=False)
    """The session in which something may wait."""

    answer = getters.query_one(Field)

    @dataclass
    class Answered(Event):
        """An answer was given: the line that records it."""

        line: str

    @dataclass
    class Left(Event):
        """Nothing more is to be typed here; the bar may have the focus again."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language
        self._later: list[str] = []
        self._texts: dict[str, str] = {}
        self._asked: Expectation | Offer | None = None
        self._value: AnswerValue | None = None
        self.has_focus = False

    @property
    def is_waiting(self) -> bool:
        """Whether something waits here for an answer."""
        return self._asked is not None

    def compose(self) -> ComposeResult:
        yield Static(id="asked")
        yield AnswerKeys(self._language)
        with Horizontal(id="said"):
            yield Static()
            yield Field()

    def on_mount(self) -> None:
        self.show()

    def watch_session(self) -> None:
        if self.is_mounted and self._value is None:
            self.show()

    def on_resize(self) -> None:
        self._tell_asked()

    def on_focus(self) -> None:
        self.call_next(self.show)  # only then it has the focus

    def on_blur(self) -> None:
        self.call_next(self.show)

    def on_key(self, event: events.Key) -> None:
        """Letters answer here, where the bar does not have the focus; any other goes on to the bar."""
        if event.key == "escape":
            event.stop().prevent_default()
            self._step_back()
        elif self._value is not None and (event.is_printable or event.key == "enter"):
            event.stop().prevent_default()
            self._type_ahead(event)
        elif self.has_focus and event.key in ("down", "up"):
            event.stop()
            self._put_off()
        elif self.has_focus and event.character in KEYS:
            event.stop()
            self.choose(KEYS[event.character])
        elif self.has_focus and event.character == _CONFIDENTIAL:
            event.stop()
            self.answer.value = f"{_CONFIDENTIAL} {self.answer.value}".strip() + " "
            self.show()

    def _type_ahead(self, event: events.Key) -> None:
        """Whoever types fast is in the text before the focus is."""
        if event.key == "enter":
            self._give()
            self.post_message(self.Left())
        elif event.character:
            self.answer.insert_text_at_cursor(event.character)

    @on(AnswerKeys.Chosen)
    def choose_clicked(self, event: AnswerKeys.Chosen) -> None:
        event.stop()
        self.choose(event.value)

    def choose(self, value: AnswerValue) -> None:
        """Take this answer, and make room for what is said with it."""
        asked = self._asked
        if asked is None or (isinstance(asked, Offer) and value not in TO_AN_OFFER):
            return
        self._value = value
        self.add_class("-answering")
        word = ANSWERS[value][self._language]
        self.query_one("#said Static", Static).update(Content(f"{asked.ref} {word}: "))
        self.answer.placeholder = self._hint(asked, value)
        self.answer.action_end()
        self.answer.focus()

    def show(self) -> None:
        """Show what waits now."""
        queue = self._queue()
        before, self._asked = self._asked, queue[0] if queue else None
        if before is not None and (self._asked is None or self._asked.ref != before.ref):
            self._texts[before.ref] = self.answer.value
            self.answer.value = self._texts.get(self._asked.ref, "") if self._asked else ""
        self.set_class(bool(queue), "-waiting")
        keys = self.query_one(AnswerKeys)
        keys.values = TO_AN_OFFER if isinstance(self._asked, Offer) else tuple(AnswerValue)
        keys.is_ready = self.has_focus
        keys.others = len(queue) - 1
        keys.is_confidential = _CONFIDENTIAL in self.answer.value.split()
        self._tell_asked()

    def on_click(self) -> None:
        if self._value is None:
            self.focus()

    @on(Input.Submitted)
    def finish(self, event: Input.Submitted) -> None:
        event.stop()
        self._give()
        self.post_message(self.Left())

    def on_descendant_blur(self) -> None:
        """Who goes on elsewhere has answered; in another window, somebody may come back to it."""
        if self.app.app_focus:
            self._give()

    def _give(self) -> None:
        asked, value = self._asked, self._value
        if asked is None or value is None or self.session is None:
            return
        body = consulted_body(self.session, asked.to_party or "")
        line = answer_line(asked.ref, value, self.answer.value, body)
        self._end()
        self.answer.value = ""
        self.post_message(self.Answered(line))

    def _step_back(self) -> None:
        """From the text to the keys; from the keys back to the bar, and this one waits longest."""
        if self._value is not None:
            self._end()
            self.focus()
            return
        self._put_off()
        self.post_message(self.Left())

    def _put_off(self) -> None:
        if self._asked is not None:
            self._later = [*(ref for ref in self._later if ref != self._asked.ref), self._asked.ref]
        self.show()

    def _end(self) -> None:
        self._value = None
        self.remove_class("-answering")

    def _queue(self) -> list[Expectation | Offer]:
        """What waits: first what was not put off, then what was put off first."""
        found = waiting(self.session) if self.session else ()
        return sorted(
            found, key=lambda entry: self._later.index(entry.ref) if entry.ref in self._later else -1
        )

    def _tell_asked(self) -> None:
        asked, session = self._asked, self.session
        if asked is None or session is None:
            return
        text = clean(asked.text)
        if asked.sensitivity is not Sensitivity.NONE:
            text = masked(asked.sensitivity, self._language)
        by, to = names.code(session, asked.from_party), names.party_name(session, asked.to_party)
        asks = Message("{ref} {by} asks {to}: {text}", ref=asked.ref, by=by, to=to, text=text)
        offers = Message("{ref} {by} offers {to}: {text}", ref=asked.ref, by=by, to=to, text=text)
        words = say(offers if isinstance(asked, Offer) else asks, self._language)
        sign = "›" if self.has_focus else " "
        self.query_one("#asked", Static).update(Content(cut(f"{sign}{words}", max(0, self.size.width - 2))))

    def _hint(self, asked: Expectation | Offer, value: AnswerValue) -> str:
        """What can be typed with the answer; who has to consult may want to say whom."""
        _ = catalogue(self._language).gettext
        party, session = asked.to_party or "", self.session
        can_reserve = isinstance(asked, Expectation) and value is AnswerValue.ACCEPT
        hints = [_("! confidential"), _("Enter, or a few words")]
        if can_reserve and session is not None and must_consult(session, party):
            body = consulted_body(session, party)
            hints[:0] = [_("{sign} subject to {body}").format(sign=_SUBJECT, body=body)] if body else []
        return GAP.join(hints)
