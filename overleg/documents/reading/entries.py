"""Changes to entries in words."""

from overleg.documents.in_brief import (
    ENDORSEMENTS,
    WITHDRAWN_WORDS,
    entry_parts,
    reservation_words,
    sensitivity,
)
from overleg.documents.reading.parts import parts_of
from overleg.domain import names
from overleg.domain.capture.references import ANSWERS
from overleg.domain.choices import Language
from overleg.domain.entry_changes import (
    AddEntry,
    Amend,
    Endorse,
    GiveAnswer,
    SetState,
)
from overleg.domain.kinds import row_of
from overleg.domain.model import Session
from overleg.domain.support import endorsement_value
from overleg.errors import Message
from overleg.locale import listing, say, weekday_date


@parts_of.register
def _(change: AddEntry, session: Session, language: Language) -> list[str]:
    return entry_parts(change.entry, session, language)


@parts_of.register
def _(change: GiveAnswer, session: Session, language: Language) -> list[str]:
    entry = session.entry(change.ref)
    by = names.code(session, getattr(entry, "to_party", None))
    return [
        f"{change.ref} {by}: {ANSWERS[change.value][language]}",
        change.text,
        reservation_words(change.reservation, language),
        sensitivity(change.sensitivity, language),
    ]


@parts_of.register
def _(change: Endorse, session: Session, language: Language) -> list[str]:
    entry = session.entry(change.ref)
    value = endorsement_value(entry, change.resists) if entry else None
    parties = listing(names.codes(session, change.parties), language)
    return [
        f"{change.ref} {parties}: {ENDORSEMENTS[value][language]}" if value else f"{change.ref} {parties}",
        change.text,
        reservation_words(change.reservation, language),
        sensitivity(change.sensitivity, language),
    ]


@parts_of.register
def _(change: SetState, session: Session, language: Language) -> list[str]:
    entry = session.entry(change.ref)
    state = row_of(entry).state(change.state) if entry else None
    words = state.words if state else WITHDRAWN_WORDS
    return [
        f"{change.ref} {words[language]}",
        change.text,
        sensitivity(change.sensitivity, language),
        weekday_date(change.due, language) if change.due else "",
    ]


@parts_of.register
def _(change: Amend, session: Session, language: Language) -> list[str]:
    return [f"{change.ref} {say(Message('amended'), language)}", change.text]
