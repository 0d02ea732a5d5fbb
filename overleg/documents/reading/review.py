"""What a review does to an entry, in words."""

from overleg.documents.in_brief import sensitivity
from overleg.documents.reading.parts import parts_of
from overleg.domain import names
from overleg.domain.choices import Language
from overleg.domain.model import Session
from overleg.domain.review_changes import Explain, HandOver, MoveDate
from overleg.errors import Message
from overleg.locale import say, weekday_date


@parts_of.register
def _(change: MoveDate, session: Session, language: Language) -> list[str]:
    when = weekday_date(change.due, language)
    return [say(Message("{ref} moved to {date}", ref=change.ref, date=when), language)]


@parts_of.register
def _(change: Explain, session: Session, language: Language) -> list[str]:
    told = say(Message("{ref} explained", ref=change.ref), language)
    return [told, change.text, sensitivity(change.sensitivity, language)]


@parts_of.register
def _(change: HandOver, session: Session, language: Language) -> list[str]:
    party = names.party_name(session, change.party)
    return [
        say(Message("{ref} handed over to {party}", ref=change.ref, party=party), language),
        names.person_name(session, change.person),
    ]
