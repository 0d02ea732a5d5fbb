"""What a line was understood to mean, in words: under the capture bar, and what `overleg add` answers."""

from collections.abc import Callable
from functools import singledispatch

from overleg.domain import names
from overleg.domain.capture import Command, Problem
from overleg.domain.capture.references import ANSWERS
from overleg.domain.capture.tokens import CLASSES
from overleg.domain.changes import Change
from overleg.domain.entry_changes import (
    AddEntry,
    Amend,
    Endorse,
    GiveAnswer,
    SetState,
    endorsement_value,
)
from overleg.domain.gaps import missing
from overleg.domain.kinds import Words, row_of
from overleg.domain.meeting_changes import (
    AdoptMinutes,
    Attend,
    Close,
    CorrectMinutes,
    GiveTurn,
    GoToItem,
    Pause,
    Resume,
    SetNext,
    TakeInStep,
)
from overleg.domain.model import (
    AnyEntry,
    AttendanceStatus,
    EndorsementValue,
    Expectation,
    Language,
    Reservation,
    Sensitivity,
    Session,
)
from overleg.errors import Message
from overleg.locale import clock, listing, say, weekday_date

SEPARATOR = " · "

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


def reading(read: Change | Command | Problem, session: Session, language: Language) -> str:
    """The meaning of a line in one line of words, nothing of it by colour alone.

    For a change that was not made yet the session is the one it would be made in.
    """
    if isinstance(read, Problem):
        parts = [read.message, read.hint] if read.hint else [read.message]
        return " ".join(say(part, language) for part in parts)
    if isinstance(read, Command):
        return say(_COMMANDS[read.name], language)
    return SEPARATOR.join(part for part in _parts(read, session, language) if part)


_COMMANDS = {
    "undo": Message("Undo the last change"),
    "redo": Message("Redo what was undone"),
    "search": Message("Search"),
    "help": Message("Help"),
    "documents": Message("Documents"),
    "quit": Message("Leave"),
}


def hints(read: Change | Command | Problem, language: Language) -> list[str]:
    """What the chair may want to know about how the line was read."""
    return [say(hint, language) for hint in read.hints] if isinstance(read, AddEntry) else []


def entry_parts(entry: AnyEntry, session: Session, language: Language) -> list[str]:
    """An entry in short parts: kind and who, text, marks, date, and what is missing."""
    return [
        f"{row_of(entry).words[language].capitalize()} {who(entry, session, language)}".strip(),
        subtype(entry, language),
        entry.text,
        *[f"#{group}" for group in entry.target_groups],
        _task(entry, session, language),
        _links(entry, language),
        _reservation(getattr(entry, "reservation", None), language),
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


def _reservation(reservation: Reservation | None, language: Language) -> str:
    if reservation is None:
        return ""
    if reservation.until is None:
        return say(Message("subject to {body}", body=reservation.body), language)
    until = weekday_date(reservation.until, language)
    return say(Message("subject to {body} before {date}", body=reservation.body, date=until), language)


@singledispatch
def _parts(change: Change, session: Session, language: Language) -> list[str]:
    raise NotImplementedError(f"no words for {type(change).__name__}")


@_parts.register
def _(change: AddEntry, session: Session, language: Language) -> list[str]:
    return entry_parts(change.entry, session, language)


@_parts.register
def _(change: GiveAnswer, session: Session, language: Language) -> list[str]:
    entry = session.entry(change.ref)
    by = names.code(session, getattr(entry, "to_party", None))
    return [
        f"{change.ref} {by}: {ANSWERS[change.value][language]}",
        change.text,
        _reservation(change.reservation, language),
        sensitivity(change.sensitivity, language),
    ]


@_parts.register
def _(change: Endorse, session: Session, language: Language) -> list[str]:
    entry = session.entry(change.ref)
    value = endorsement_value(entry, change.resists) if entry else None
    parties = listing(names.codes(session, change.parties), language)
    return [
        f"{change.ref} {parties}: {ENDORSEMENTS[value][language]}" if value else f"{change.ref} {parties}",
        change.text,
        _reservation(change.reservation, language),
        sensitivity(change.sensitivity, language),
    ]


@_parts.register
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


@_parts.register
def _(change: Amend, session: Session, language: Language) -> list[str]:
    return [f"{change.ref} {say(Message('amended'), language)}", change.text]


@_parts.register
def _(change: GoToItem, session: Session, language: Language) -> list[str]:
    number = next((n for n, item in enumerate(session.agenda, start=1) if item.id == change.item), 0)
    item = session.item(change.item)
    title = item.title if item else change.item
    return [say(Message("Agenda item {number}: {title}", number=number, title=title), language)]


@_parts.register
def _(change: TakeInStep, session: Session, language: Language) -> list[str]:
    return [say(Message("Take in the step {title}", title=change.item.title), language)]


@_parts.register
def _(change: GiveTurn, session: Session, language: Language) -> list[str]:
    party = names.party_name(session, change.party)
    return [say(Message("{party} has the floor", party=party), language)]


@_parts.register
def _(change: SetNext, session: Session, language: Language) -> list[str]:
    when = weekday_date(change.date, language)
    return [
        say(Message("Next meeting {date}", date=when), language),
        clock(change.start, language) if change.start else "",
    ]


_ATTENDANCE = {
    AttendanceStatus.PRESENT: Message("present"),
    AttendanceStatus.PARTIAL: Message("partly present"),
    AttendanceStatus.EXCUSED: Message("absent with notice"),
    AttendanceStatus.ABSENT: Message("absent"),
}


@_parts.register
def _(change: Attend, session: Session, language: Language) -> list[str]:
    person = names.person_name(session, change.person)
    times = [
        say(Message("from {time}", time=clock(change.from_time, language)), language)
        if change.from_time
        else "",
        say(Message("until {time}", time=clock(change.until, language)), language) if change.until else "",
    ]
    return [f"{person}: {say(_ATTENDANCE[change.status], language)}", *times]


@_parts.register
def _(change: CorrectMinutes, session: Session, language: Language) -> list[str]:
    parts = [
        say(Message("Correction to the minutes"), language),
        names.code(session, change.party),
        change.where,
    ]
    return [*parts, f"“{change.old}” -> “{change.new}”" if change.old else change.new]


def _always(message: Message) -> Callable[[Change, Session, Language], list[str]]:
    return lambda change, session, language: [say(message, language)]


_parts.register(AdoptMinutes, _always(Message("Minutes of last time adopted")))
_parts.register(Pause, _always(Message("Break")))
_parts.register(Resume, _always(Message("The meeting goes on")))
_parts.register(Close, _always(Message("The meeting is closed")))
