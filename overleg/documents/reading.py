"""What a line was understood to mean, in words: under the capture bar, and what `overleg add` answers."""

from collections.abc import Callable
from functools import singledispatch

from overleg.documents.in_brief import (
    ENDORSEMENTS,
    WITHDRAWN_WORDS,
    entry_parts,
    reservation_words,
    sensitivity,
)
from overleg.domain import names
from overleg.domain.capture import Command, Problem
from overleg.domain.capture.references import ANSWERS
from overleg.domain.changes import Change
from overleg.domain.choices import AttendanceStatus, Language
from overleg.domain.entry_changes import (
    AddEntry,
    Amend,
    Endorse,
    GiveAnswer,
    SetState,
)
from overleg.domain.kinds import row_of
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
from overleg.domain.model import Session
from overleg.domain.support import endorsement_value
from overleg.errors import Message
from overleg.locale import clock, listing, say, weekday_date

SEPARATOR = " · "


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
        reservation_words(change.reservation, language),
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
        reservation_words(change.reservation, language),
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
