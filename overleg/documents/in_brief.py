"""An entry in a few words: who, what sort, how it stands, what it lacks. For lines, lists and tables."""

from overleg.domain import names
from overleg.domain.capture.references import ANSWERS
from overleg.domain.capture.tokens import CLASSES
from overleg.domain.choices import EndorsementValue, Language, Sensitivity
from overleg.domain.gaps import missing
from overleg.domain.kinds import row_of
from overleg.domain.model import AnyEntry, Expectation, Reservation, Session
from overleg.domain.words import Words
from overleg.errors import Message
from overleg.locale import say, weekday_date

ENDORSEMENTS: dict[EndorsementValue, Words] = {
    EndorsementValue.YES: Words("ja", "yes"),
    EndorsementValue.RECOGNISED: Words("herkend", "recognised"),
    EndorsementValue.OBJECTION: Words("bezwaar", "objection"),
    EndorsementValue.CONTESTED: Words("anders gezien", "seen differently"),
    EndorsementValue.NOT_YET: Words("nog niet", "not yet"),
}

WITHDRAWN_WORDS = Words("ingetrokken", "withdrawn")

_GAPS = {
    "who": Message("who?"),
    "person": Message("who?"),
    "when": Message("when?"),
    "to": Message("to whom?"),
    "category": Message("what sort?"),
}


def entry_parts(entry: AnyEntry, session: Session, language: Language) -> list[str]:
    """An entry in short parts: kind and who, text, marks, date, and what is missing."""
    return [
        f"{row_of(entry).words[language].capitalize()} {who(entry, session, language)}".strip(),
        subtype(entry, language),
        entry.text,
        *[f"#{group}" for group in entry.target_groups],
        _task(entry, session, language),
        _links(entry, language),
        reservation_words(getattr(entry, "reservation", None), language),
        sensitivity(entry.sensitivity, language),
        date_of(entry, language),
        " ".join(say(_GAPS[gap], language) for gap in missing(entry)),
    ]


def who(entry: AnyEntry, session: Session, language: Language) -> str:
    """Who said it or does it, by code: ``ZOR (Hilde)``, ``WIJ > ZOR``, ``allen``."""
    parties = (
        say(Message("all"), language) if entry.for_all else "+".join(names.codes(session, entry.parties))
    )
    if entry.voiced_party:
        parties = say(
            Message("{party} as {voiced}", party=parties, voiced=names.code(session, entry.voiced_party)),
            language,
        )
    directed = getattr(entry, "to_party", None) or getattr(entry, "about_party", None)
    if directed:
        parties = f"{parties} > {names.code(session, directed)}"
    elif getattr(entry, "to_all", False):
        parties = f"{parties} > {say(Message('all'), language)}"
    person = names.short_name(session, entry.person) or getattr(entry, "owner", "")
    return f"{parties} ({person})" if parties and person else parties or person


def subtype(entry: AnyEntry, language: Language) -> str:
    """What stood between brackets, in words: ``geld 5``, ``eigen agenda``."""
    subtypes = row_of(entry).subtypes
    if subtypes is None:
        return ""
    value = getattr(entry, subtypes.field)
    values = value if isinstance(value, tuple) else (value,) if value else ()
    severity = getattr(entry, "severity", None)
    return " ".join(
        [*(subtypes.words[each][language] for each in values), *([str(severity)] if severity else [])]
    )


def sensitivity(value: Sensitivity, language: Language) -> str:
    """``vertrouwelijk (geld)``; nothing for what may be public."""
    if value is Sensitivity.NONE:
        return ""
    if value is Sensitivity.OTHER:
        return say(Message("confidential"), language)
    return say(Message("confidential ({class_})", class_=CLASSES[value]), language)


def date_of(entry: AnyEntry, language: Language) -> str:
    """The date of the entry with its weekday."""
    field = row_of(entry).date_field
    when = getattr(entry, field) if field else None
    return weekday_date(when, language) if when else ""


def state_of(entry: AnyEntry, language: Language) -> str:
    """How the entry stands, in a word: ``klaar``, ``bespreken``, ``ingetrokken``."""
    row = row_of(entry)
    if entry.withdrawn is not None:
        return WITHDRAWN_WORDS[language]
    if isinstance(entry, Expectation) and entry.status == "answered" and entry.answer:
        return ANSWERS[entry.answer.value][language]
    state = row.state(entry.status)
    return state.words[language] if state else ""


def _task(entry: AnyEntry, session: Session, language: Language) -> str:
    if not entry.task:
        return ""
    task = session.task(entry.task)
    letter = f"={entry.rasci}" if entry.rasci else ""
    return f"&{task.title if task else entry.task}{letter}"


def _links(entry: AnyEntry, language: Language) -> str:
    if not entry.links:
        return ""
    return say(Message("with {refs}", refs=", ".join(link.ref for link in entry.links)), language)


def reservation_words(reservation: Reservation | None, language: Language) -> str:
    if reservation is None:
        return ""
    if reservation.until is None:
        return say(Message("subject to {body}", body=reservation.body), language)
    until = weekday_date(reservation.until, language)
    return say(Message("subject to {body} before {date}", body=reservation.body, date=until), language)
