"""What was just decided or promised, as it is read back to the table: who, what, when, on which condition."""

from typing import NamedTuple

from overleg.documents.fields import LABELS
from overleg.documents.in_brief import reservation_words, state_of
from overleg.domain import names
from overleg.domain.choices import EndorsementValue, Kind, Language
from overleg.domain.gaps import missing
from overleg.domain.kinds import row_of
from overleg.domain.model import AnyEntry, Session
from overleg.domain.views import due
from overleg.errors import Message
from overleg.locale import listing, long_date, say

_BINDING = (Kind.DECISION, Kind.COMMITMENT, Kind.AGREEMENT, Kind.ACTION)


class Said(NamedTuple):
    """One thing that is read out, after what it is: ``Wie``, ``Gemeente``."""

    label: str
    words: str


def binding(session: Session) -> tuple[AnyEntry, ...]:
    """What binds somebody, in the order in which it was recorded."""
    return tuple(entry for entry in session.entries if entry.kind in _BINDING and entry.withdrawn is None)


def heading(entry: AnyEntry, language: Language) -> str:
    """``Besluit B-003``"""
    return f"{row_of(entry).words[language].capitalize()} {entry.ref}"


def particulars(entry: AnyEntry, session: Session, language: Language) -> list[Said]:
    """Who, when, on whose approval and how it stands, each with its name; the text stands by itself."""
    when = due(entry)
    told = (
        (Message("Who"), _who(entry, session, language)),
        (LABELS[row_of(entry).date_field or "due"], long_date(when, language) if when else ""),
        (Message("Agreed by"), _parties(entry, session, language, EndorsementValue.YES)),
        (Message("Objection of"), _parties(entry, session, language, EndorsementValue.OBJECTION)),
        (Message("Standing"), state_of(entry, language)),
    )
    return [Said(say(label, language), words) for label, words in told if words]


def conditions(entry: AnyEntry, session: Session, language: Language) -> list[Said]:
    """The reservations: on the entry itself, and on the yes of each party."""
    label = say(Message("Reservation"), language)
    own = getattr(entry, "reservation", None)
    told = [Said(label, reservation_words(own, language))] if own else []
    for each in entry.endorsements:
        if each.reservation is not None:
            words = (
                f"{names.party_name(session, each.party)}: {reservation_words(each.reservation, language)}"
            )
            told.append(Said(label, words))
    return told


def lacking(entry: AnyEntry, language: Language) -> str:
    """What nobody has said yet, as a sentence; nothing where that is all there."""
    gaps = missing(entry)
    if not gaps:
        return ""
    what = listing([say(_GAPS[gap], language) for gap in dict.fromkeys(gaps)], language)
    return say(Message("Not said yet: {what}.", what=what), language)


_GAPS = {
    "who": Message("which party"),
    "person": Message("who does it"),
    "when": Message("before when"),
    "to": Message("to whom"),
    "category": Message("of what sort"),
}


def _who(entry: AnyEntry, session: Session, language: Language) -> str:
    parties = (
        say(Message("all parties"), language)
        if entry.for_all
        else listing([names.party_name(session, each) for each in entry.parties], language)
    )
    person = names.owner_name(session, entry)
    return f"{parties}, {person}" if parties and person else parties or person


def _parties(entry: AnyEntry, session: Session, language: Language, value: EndorsementValue) -> str:
    said = [each.party for each in entry.endorsements if each.value is value]
    return listing([names.party_name(session, each) for each in said], language)
