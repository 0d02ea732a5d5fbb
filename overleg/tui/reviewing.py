"""What the review asks before it changes something, and the change that the answer makes."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from overleg.domain import dates
from overleg.domain.capture import tokens
from overleg.domain.capture.minutes_commands import read_correction
from overleg.domain.changes import Change
from overleg.domain.choices import Sensitivity
from overleg.domain.entry_changes import WITHDRAWN, Amend, SetState
from overleg.domain.kinds import row_of
from overleg.domain.model import Action, AnyEntry, Session
from overleg.domain.names import find_party, find_person
from overleg.domain.review_changes import Explain, HandOver, drop, put_off
from overleg.domain.text import clean
from overleg.errors import Message, Refused


@dataclass(frozen=True, slots=True)
class Typed:
    """An answer, about which entry it is, and when it was given; `ref` is empty for the minutes."""

    text: str
    ref: str
    session: Session
    at: datetime

    @property
    def entry(self) -> AnyEntry:
        entry = self.session.entry(self.ref)
        if entry is None:
            raise Refused(Message("There is no {ref} in this meeting.", ref=self.ref))
        return entry

    def marked(self) -> tuple[str, Sensitivity]:
        """The text without the mark that makes it sensitive, and what that says."""
        read = tokens.read(self.text, 0, self.session, tokens.Allowed())
        return read.text, read.sensitivity


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked, what stands there to begin with, and what the answer does.

    `change` raises `Refused` for an answer that is not clear; the question then stays.
    """

    words: Callable[[AnyEntry], Message]
    change: Callable[[Typed], Change]
    begins_with: Callable[[AnyEntry], str] = lambda entry: ""
    suits: Callable[[AnyEntry], bool] = lambda entry: True
    unsuited: str = ""
    """What is said with its ``{ref}`` where the question does not suit."""


def _put_off(typed: Typed) -> Change:
    if not typed.text:
        raise Refused(Message("A date says when it comes back; Esc leaves {ref} as it is.", ref=typed.ref))
    following = typed.session.next.date if typed.session.next else None
    try:
        day = dates.read(typed.text, typed.session.date, following)
    except dates.ImpossibleDate:
        day = None
    if day is None:
        raise Refused(
            Message("{date} is not a date in any calendar.", date=typed.text),
            Message("Type a date such as {example}.", example="11-2-2027"),
        )
    return put_off(typed.entry, day, typed.at)


def _drop(typed: Typed) -> Change:
    text, sensitivity = _reason(typed)
    return drop(typed.entry, text, typed.at, sensitivity)


def _withdraw(typed: Typed) -> Change:
    text, sensitivity = _reason(typed)
    return SetState(at=typed.at, ref=typed.ref, state=WITHDRAWN, text=text, sensitivity=sensitivity)


def _reason(typed: Typed) -> tuple[str, Sensitivity]:
    text, sensitivity = typed.marked()
    if not text:
        raise Refused(Message("A few words say why; Esc leaves {ref} as it is.", ref=typed.ref))
    return text, sensitivity


def _explain(typed: Typed) -> Change:
    text, sensitivity = typed.marked()
    return Explain(at=typed.at, ref=typed.ref, text=text, sensitivity=sensitivity)


def _smaller(typed: Typed) -> Change:
    text, sensitivity = typed.marked()
    if not text:
        raise Refused(Message("A few words say what it becomes; Esc leaves {ref} as it is.", ref=typed.ref))
    return Amend(at=typed.at, ref=typed.ref, text=text, sensitivity=sensitivity)


def _hand_over(typed: Typed) -> Change:
    """``ZOR``, ``ZOR/Hilde``, or ``Hilde``, whose party it then is."""
    before, slash, after = typed.text.partition("/")
    party = find_party(typed.session, before)
    wanted = after if slash else "" if party else before
    person = find_person(typed.session, wanted, party.id if party else None) if wanted.strip() else None
    if wanted.strip() and person is None:
        raise Refused(Message("Nobody here is called {name}.", name=wanted.strip()), _WHOM)
    to = party.id if party else person.party if person else None
    if to is None:
        raise Refused(Message("It is not clear which party that is."), _WHOM)
    return HandOver(at=typed.at, ref=typed.ref, party=to, person=person.id if person else None)


_WHOM = Message("Type a party, such as {example}.", example="ZOR, ZOR/Hilde")


def correct(typed: Typed) -> Change:
    """A correction of the minutes of last time, typed as after ``/verslag wijzig``."""
    if not typed.marked()[0]:
        raise Refused(Message("A few words say what is to be changed; Esc leaves the minutes as they are."))
    return read_correction(typed.text, typed.session, typed.at)


def _is_action(entry: AnyEntry) -> bool:
    return isinstance(entry, Action)


def _open_text(entry: AnyEntry) -> str:
    """The words to shorten; those of a sensitive entry would be read from the back of the room."""
    return clean(entry.text) if entry.sensitivity is Sensitivity.NONE else ""


CORRECTION = Message("What is to be changed in the minutes?")
"""What is asked about the minutes, which are no entry."""
QUESTIONS: dict[str, Question] = {
    "put_off": Question(
        lambda entry: Message("New date for {ref}?", ref=entry.ref),
        _put_off,
        suits=lambda entry: bool(row_of(entry).date_field),
        unsuited=Message("{ref} is of a kind that has no date.").text,
    ),
    "drop": Question(lambda entry: Message("Why is {ref} dropped?", ref=entry.ref), _drop),
    "withdraw": Question(lambda entry: Message("Why is {ref} withdrawn?", ref=entry.ref), _withdraw),
    "explain": Question(lambda entry: Message("What is there to say about {ref}?", ref=entry.ref), _explain),
    "hand_over": Question(
        lambda entry: Message("Who takes over {ref}?", ref=entry.ref),
        _hand_over,
        suits=_is_action,
        unsuited=Message("Only an action that is still to be done can be handed over.").text,
    ),
    "smaller": Question(
        lambda entry: Message("What does {ref} become?", ref=entry.ref), _smaller, begins_with=_open_text
    ),
}
"""What is asked for each verb that cannot do without words."""
