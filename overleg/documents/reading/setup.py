"""Changes to the agenda and to who sits at the table in words."""

from overleg.documents.reading.parts import always, parts_of
from overleg.domain import names
from overleg.domain.agenda_changes import (
    ArrangeAgenda,
    DeferItem,
    DropItem,
    GiveTime,
    MoveItem,
    PutItem,
    ReopenItem,
    SkipItem,
    UseForm,
)
from overleg.domain.choices import Language
from overleg.domain.describing import Describe
from overleg.domain.durations import written
from overleg.domain.model import AgendaItem, Series, Session
from overleg.domain.table_changes import (
    ArrangeTable,
    DropGroup,
    DropParty,
    DropPerson,
    PutGroup,
    PutParty,
    PutPerson,
    SeatPerson,
)
from overleg.domain.table_words import PURPOSES, SEAT_ROLES
from overleg.domain.taking_over import TakeOver
from overleg.domain.words import Words
from overleg.errors import Message
from overleg.locale import say

_ABOUT_AN_ITEM = {
    MoveItem: Message("Agenda item moved: {title}"),
    SkipItem: Message("Agenda item skipped: {title}"),
    DeferItem: Message("Agenda item put off to the next meeting: {title}"),
    ReopenItem: Message("Agenda item reopened: {title}"),
    DropItem: Message("Agenda item taken off the agenda: {title}"),
}


@parts_of.register
def _(
    change: MoveItem | SkipItem | DeferItem | ReopenItem | DropItem, session: Session, language: Language
) -> list[str]:
    item = session.item(change.item)
    return [_with(_ABOUT_AN_ITEM[type(change)], language, title=item.title if item else change.item)]


@parts_of.register
def _(change: PutItem, session: Session, language: Language) -> list[str]:
    message = Message("Agenda item: {title}") if change.was else Message("New agenda item: {title}")
    return [_with(message, language, title=change.item.title), *_details(change.item, session, language)]


def _details(item: AgendaItem, session: Session, language: Language) -> list[str]:
    return [
        written(item.planned_minutes),
        names.code(session, item.brought_in_by),
        PURPOSES[item.purpose][language] if item.purpose else "",
    ]


@parts_of.register
def _(change: GiveTime, session: Session, language: Language) -> list[str]:
    item = session.active_item
    title = item.title if item else ""
    return [say(Message("{minutes} more minutes for {title}", minutes=change.minutes, title=title), language)]


@parts_of.register
def _(change: PutParty, session: Session, language: Language) -> list[str]:
    message = Message("Party: {party}") if change.was else Message("New party: {party}")
    return [_with(message, language, party=f"{change.party.code} = {change.party.name}")]


@parts_of.register
def _(change: PutPerson, session: Session, language: Language) -> list[str]:
    message = Message("Person: {person}") if change.was else Message("New person: {person}")
    party = names.code(session, change.person.party)
    return [_with(message, language, person=change.person.name), party, change.person.function]


@parts_of.register
def _(change: PutGroup, session: Session, language: Language) -> list[str]:
    message = Message("Target group: {group}") if change.was else Message("New target group: {group}")
    return [_with(message, language, group=change.group.title)]


@parts_of.register
def _(change: DropParty, session: Session, language: Language) -> list[str]:
    party = names.party_name(session, change.party)
    return [say(Message("Party taken off the table: {party}", party=party), language)]


@parts_of.register
def _(change: DropPerson, session: Session, language: Language) -> list[str]:
    person = names.person_name(session, change.person)
    return [say(Message("Taken off the list: {name}", name=person), language)]


@parts_of.register
def _(change: DropGroup, session: Session, language: Language) -> list[str]:
    group = session.group(change.group)
    title = group.title if group else change.group
    return [say(Message("Taken off the list: {name}", name=title), language)]


@parts_of.register
def _(change: SeatPerson, session: Session, language: Language) -> list[str]:
    person = names.person_name(session, change.person)
    return [f"{person}: {SEAT_ROLES[change.seat_role][language]}"]


_DESCRIBED = {
    "title": Message("Title: {value}"),
    "series": Message("Series: {value}"),
    "date": Message("Date: {value}"),
    "start": Message("Starts at: {value}"),
    "end": Message("Ends at: {value}"),
    "place": Message("Place: {value}"),
    "language": Message("Language: {value}"),
    "practice": Message("Practice: {value}"),
    "case_text": Message("The case: {value}"),
}


@parts_of.register
def _(change: Describe, session: Session, language: Language) -> list[str]:
    return [
        _with(message, language, value=_said(change.fields[name]))
        for name, message in _DESCRIBED.items()
        if name in change.fields
    ]


_LANGUAGES = {Language.NL: Words("Nederlands", "Dutch"), Language.EN: Words("Engels", "English")}


def _said(value: object) -> object:
    match value:
        case None | "":
            return "-"
        case bool():
            return Message("yes") if value else Message("no")
        case Language():
            return _LANGUAGES[value]
        case Series(title=title):
            return title
    return value


@parts_of.register
def _(change: TakeOver, session: Session, language: Language) -> list[str]:
    return [say(Message("As on {date}: the same table", date=change.last.date), language)]


@parts_of.register
def _(change: UseForm, session: Session, language: Language) -> list[str]:
    count = len(change.items)
    if not change.form:
        return [say(Message("A free agenda"), language)]
    return [say(Message("Meeting form {form}, {count} steps", form=change.form, count=count), language)]


def _with(message: Message, language: Language, **values: object) -> str:
    return say(Message(message.text, **values), language)


parts_of.register(ArrangeAgenda, always(Message("Agenda in another order")))
parts_of.register(ArrangeTable, always(Message("Put in another order")))
