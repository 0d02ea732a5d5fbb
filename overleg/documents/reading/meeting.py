"""Changes to the meeting itself in words."""

from overleg.documents.adopting import adopting_meeting
from overleg.documents.reading.parts import always, parts_of
from overleg.domain import names
from overleg.domain.agenda_changes import GoToItem, TakeInStep
from overleg.domain.choices import Language
from overleg.domain.correction_changes import ChangeCorrection, DropCorrection
from overleg.domain.meeting_changes import (
    AdoptMinutes,
    Attend,
    Close,
    CorrectMinutes,
    GiveTurn,
    Pause,
    Resume,
    SetNext,
)
from overleg.domain.model import Session
from overleg.domain.table_words import ATTENDANCE
from overleg.domain.together import Together
from overleg.errors import Message
from overleg.locale import clock, plain_date, say, weekday_date


@parts_of.register
def _(change: GoToItem, session: Session, language: Language) -> list[str]:
    number = next((n for n, item in enumerate(session.agenda, start=1) if item.id == change.item), 0)
    item = session.item(change.item)
    title = item.title if item else change.item
    return [say(Message("Agenda item {number}: {title}", number=number, title=title), language)]


@parts_of.register
def _(change: TakeInStep, session: Session, language: Language) -> list[str]:
    return [say(Message("Take in the step {title}", title=change.item.title), language)]


@parts_of.register
def _(change: GiveTurn, session: Session, language: Language) -> list[str]:
    party = names.party_name(session, change.party)
    return [say(Message("{party} has the floor", party=party), language)]


@parts_of.register
def _(change: SetNext, session: Session, language: Language) -> list[str]:
    when = weekday_date(change.date, language)
    return [
        say(Message("Next meeting {date}", date=when), language),
        clock(change.start, language) if change.start else "",
    ]


@parts_of.register
def _(change: Attend, session: Session, language: Language) -> list[str]:
    person = names.person_name(session, change.person)
    times = [
        say(Message("from {time}", time=clock(change.from_time, language)), language)
        if change.from_time
        else "",
        say(Message("until {time}", time=clock(change.until, language)), language) if change.until else "",
    ]
    return [f"{person}: {ATTENDANCE[change.status][language]}", *times]


@parts_of.register
def _(change: CorrectMinutes, session: Session, language: Language) -> list[str]:
    parts = [
        say(Message("Correction to the minutes"), language),
        names.code(session, change.party),
        change.where,
    ]
    return [*parts, _change(change.old, change.new)]


@parts_of.register
def _(change: ChangeCorrection | DropCorrection, session: Session, language: Language) -> list[str]:
    if isinstance(change, DropCorrection):
        gone = change.was
        return [say(Message("Correction removed"), language), gone.where, _change(gone.old, gone.new)]
    parts = [
        say(Message("Correction changed"), language),
        names.code(session, change.party),
        change.where,
    ]
    return [*parts, _change(change.old, change.new)]


def _change(old: str, new: str) -> str:
    """What becomes what; a change told in free words as it was told."""
    return f"“{old}” -> “{new}”" if old else new


@parts_of.register
def _(change: AdoptMinutes, session: Session, language: Language) -> list[str]:
    held = session.adopts.held_on if session.adopts else None
    return [
        say(Message("Minutes of last time adopted"), language),
        plain_date(held, language) if held else "",
        say(Message("at {meeting}", meeting=adopting_meeting(session, language)), language),
    ]


@parts_of.register
def _(change: Together, session: Session, language: Language) -> list[str]:
    return [part for each in change.changes for part in parts_of(each, session, language)]


parts_of.register(Pause, always(Message("Break")))
parts_of.register(Resume, always(Message("The meeting goes on")))
parts_of.register(Close, always(Message("The meeting is closed")))
