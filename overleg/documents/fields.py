"""The fields of an entry in words: what each is called, and what is kept of it in the history."""

from collections.abc import Callable, Mapping
from datetime import date
from enum import StrEnum
from typing import TypeVar

from overleg.documents.in_brief import ENDORSEMENTS, WITHDRAWN_WORDS
from overleg.domain import names
from overleg.domain.capture.references import ANSWERS
from overleg.domain.capture.tokens import CLASSES
from overleg.domain.choices import (
    DecisionMethod,
    ExperimentOutcome,
    Kind,
    Language,
    Rasci,
    Unit,
)
from overleg.domain.editing import EVERYBODY
from overleg.domain.entry_changes import WITHDRAWN
from overleg.domain.kinds import KINDS
from overleg.domain.model import Session
from overleg.domain.words import Words
from overleg.errors import Message
from overleg.locale import listing, say, weekday_date

LABELS: dict[str, Message] = {
    "kind": Message("Kind"),
    "parties": Message("Who"),
    "voiced_party": Message("In the place of"),
    "from_party": Message("From whom"),
    "to_party": Message("To whom"),
    "about_party": Message("About whom"),
    "given_by": Message("Given by"),
    "person": Message("Person"),
    "owner": Message("Person"),
    "helpers": Message("Together with"),
    "text": Message("What"),
    "detail": Message("Explanation"),
    "nature": Message("What sort"),
    "category": Message("What sort"),
    "type": Message("What sort"),
    "subtype": Message("What sort"),
    "audience": Message("For whom"),
    "severity": Message("Weight (1-5)"),
    "due": Message("When"),
    "effective_from": Message("Takes effect"),
    "start_on": Message("Starts on"),
    "evaluate_on": Message("Look back on"),
    "review_on": Message("Look back on"),
    "later_on": Message("Comes back on"),
    "ended_from": Message("Ended from"),
    "until": Message("Approval before"),
    "reservation": Message("Reservation"),
    "method": Message("Decided by"),
    "amount": Message("Amount"),
    "unit": Message("Amount of what"),
    "horizon": Message("Horizon"),
    "why": Message("Why"),
    "expected_result": Message("Should lead to"),
    "resources": Message("Put in by"),
    "contributions": Message("Put in by"),
    "addressee": Message("Addressed to"),
    "destination": Message("Goes to"),
    "sign_of_success": Message("It works when"),
    "outcome": Message("Outcome"),
    "lesson": Message("Lesson"),
    "trigger": Message("At the moment"),
    "how": Message("How"),
    "report_back": Message("Reported back"),
    "indicator": Message("Measured by"),
    "baseline": Message("It was"),
    "target": Message("Target"),
    "values": Message("Measured"),
    "task": Message("Task"),
    "rasci": Message("Part in it"),
    "target_groups": Message("Target groups"),
    "links": Message("Goes with"),
    "sensitivity": Message("Confidential"),
    "answer_sensitivity": Message("Answer confidential"),
    "status": Message("Standing"),
    "answer": Message("Answer"),
}
"""What the fields of all kinds are called, those of the history too."""

METHODS: dict[StrEnum, Words] = {
    DecisionMethod.CONSENT: Words("consent", "consent"),
    DecisionMethod.MAJORITY: Words("meerderheid", "majority"),
    DecisionMethod.CHAIR: Words("voorzitter", "the chair"),
}
UNITS: dict[StrEnum, Words] = {
    Unit.HOURS: Words("uren", "hours"),
    Unit.EURO: Words("euro", "euro"),
    Unit.SPACE: Words("ruimte", "space"),
    Unit.PEOPLE: Words("mensen", "people"),
    Unit.DECISION: Words("een besluit", "a decision"),
    Unit.OTHER: Words("iets anders", "something else"),
}
OUTCOMES: dict[StrEnum, Words] = {
    ExperimentOutcome.CONTINUE: Words("doorgaan", "continue"),
    ExperimentOutcome.ADJUST: Words("bijstellen", "adjust"),
    ExperimentOutcome.STOP: Words("stoppen", "stop"),
}
PARTS: dict[StrEnum, Words] = {
    Rasci.RESPONSIBLE: Words("R, voert uit", "R, carries it out"),
    Rasci.ACCOUNTABLE: Words("A, is eindverantwoordelijk", "A, is accountable"),
    Rasci.SUPPORTING: Words("S, ondersteunt", "S, supports"),
    Rasci.CONSULTED: Words("C, denkt mee", "C, is consulted"),
    Rasci.INFORMED: Words("I, wordt geïnformeerd", "I, is informed"),
}

Coded = TypeVar("Coded", bound=StrEnum)

_Telling = Callable[[str, Session, Language], str]


def kept_words(kind: Kind, field: str, text: str, session: Session, language: Language) -> str:
    """What the history keeps of a field, in words; texts stay as they were typed."""
    if field == "status":
        state = KINDS[kind].state(text)
        return state.words[language] if state else WITHDRAWN_WORDS[language] if text == WITHDRAWN else text
    row = KINDS[kind].subtypes
    if row is not None and row.field == field:
        return listing([_word(row.words, each, language) for each in text.split(" ") if each], language)
    telling = _TELLINGS.get(field)
    return telling(text, session, language) if telling and text else text


def _word(words: Mapping[Coded, Words], key: str, language: Language) -> str:
    return next((each[language] for value, each in words.items() if value == key), key)


def _from(words: Mapping[Coded, Words]) -> _Telling:
    return lambda text, session, language: _word(words, text, language)


def _parties(text: str, session: Session, language: Language) -> str:
    if text == EVERYBODY:
        return say(Message("all"), language)
    return "+".join(names.codes(session, text.split(" ")))


def _party(text: str, session: Session, language: Language) -> str:
    return names.code(session, text)


def _people(text: str, session: Session, language: Language) -> str:
    return listing([names.person_name(session, each) for each in text.split(" ")], language)


def _person(text: str, session: Session, language: Language) -> str:
    return names.person_name(session, text)


def _day(text: str, session: Session, language: Language) -> str:
    try:
        return weekday_date(date.fromisoformat(text), language)
    except ValueError:
        return text


def _task(text: str, session: Session, language: Language) -> str:
    task = session.task(text)
    return task.title if task else text


def _groups(text: str, session: Session, language: Language) -> str:
    groups = [(slug, session.group(slug)) for slug in text.split(" ")]
    return listing([group.title if group else slug for slug, group in groups], language)


_TELLINGS: dict[str, _Telling] = {
    "kind": lambda text, session, language: KINDS[Kind(text)].words[language] if text in KINDS else text,
    "parties": _parties,
    "person": _person,
    "helpers": _people,
    "task": _task,
    "target_groups": _groups,
    "rasci": _from(PARTS),
    "method": _from(METHODS),
    "unit": _from(UNITS),
    "outcome": _from(OUTCOMES),
    "answer": _from(ANSWERS),
    "sensitivity": _from(CLASSES),
    "answer_sensitivity": _from(CLASSES),
    "endorsement": _from(ENDORSEMENTS),
    **dict.fromkeys(("voiced_party", "from_party", "to_party", "about_party", "given_by"), _party),
    **dict.fromkeys(
        "due effective_from start_on evaluate_on review_on later_on ended_from until".split(), _day
    ),
}
