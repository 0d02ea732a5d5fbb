"""How the values of an entry stand in a field of text: written, read back, and said in words.

Reading raises `Refused` for what points at nobody and nothing; an empty field is no value.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from overleg.domain import dates, names
from overleg.domain.capture.speakers import Speakers, find_speakers
from overleg.domain.capture.tokens import REF, normal_ref
from overleg.domain.choices import Language
from overleg.domain.model import (
    Contribution,
    Measurement,
    Reservation,
    Session,
    TargetGroup,
    Task,
)
from overleg.domain.text import slug
from overleg.errors import Message, Refused
from overleg.locale import listing, narrow_date, say, weekday_date

_BY = {Language.NL: "uiterlijk", Language.EN: "by"}
_AMONG = re.compile(r"[,;]")


@dataclass(frozen=True, slots=True)
class Sort:
    """A sort of field. What it holds differs from sort to sort, so no type can say it.

    `means` says in words what was understood, where the text itself does not; `wraps` is for long texts.
    """

    write: Callable[[Any, Session], str]
    read: Callable[[str, Session], Any]
    means: Callable[[Any, Session, Language], str] = lambda value, session, language: ""
    wraps: bool = False


def _day(typed: str, session: Session) -> date | None:
    if not typed:
        return None
    try:
        when = dates.read(typed.removeprefix("^"), session.date, session.next.date if session.next else None)
    except dates.ImpossibleDate:
        raise Refused(Message("{date} is not a date in any calendar.", date=typed)) from None
    if when is None:
        raise Refused(Message("“{text}” is not a date.", text=typed))
    return when


def _party(typed: str, session: Session) -> str | None:
    if not typed:
        return None
    party = names.find_party(session, typed)
    if party is None:
        raise _unknown_party(typed, session)
    return party.id


def _unknown_party(typed: str, session: Session) -> Refused:
    near = names.closest_party(session, typed)
    if near is None:
        return Refused(Message("Party “{typed}” is unknown.", typed=typed))
    return Refused(Message("Party “{typed}” is unknown; did you mean {name}?", typed=typed, name=near.name))


def _speakers(typed: str, session: Session) -> Speakers:
    """The parties as they stand before a colon: ``GEM+ZOR``, ``*``; commas will do as well."""
    if not typed:
        return Speakers()
    who = find_speakers(session, "+".join(_AMONG.split(typed)))
    if who is not None and not who.is_directed and not who.voiced_party and who.parties:
        return who
    parts = [part.strip() for part in re.split(r"[+,;]", typed)]
    wrong = next((part for part in parts if names.find_party(session, part) is None), typed)
    raise _unknown_party(wrong, session)


def _addressee(typed: str, session: Session) -> tuple[str | None, bool]:
    """One party, or with True everybody at the table."""
    if not typed:
        return None, False
    who = _speakers(typed, session)
    if not who.for_all and len(who.parties) > 1:
        raise Refused(Message("Only one party can be addressed, or all."))
    return (None, True) if who.for_all else (who.parties[0], False)


def _person(typed: str, session: Session) -> str | None:
    if not typed:
        return None
    person = names.find_person(session, typed)
    if person is None:
        raise Refused(Message("“{name}” is not on the list of people.", name=typed))
    return person.id


def _owner(typed: str, session: Session) -> tuple[str | None, str]:
    """Somebody on the list, or else a free name."""
    person = names.find_person(session, typed) if typed else None
    return (person.id, "") if person else (None, typed)


def _owner_means(value: tuple[str | None, str], session: Session, language: Language) -> str:
    person, free = value
    if person is not None:
        return names.person_name(session, person)
    return say(Message("not on the list of people"), language) if free else ""


def _task(typed: str, session: Session) -> Task | None:
    if not typed:
        return None
    if not slug(typed):
        raise Refused(Message("“{text}” cannot be the name of a task.", text=typed))
    return session.task(slug(typed)) or Task(slug=slug(typed), title=typed)


def _groups(typed: str, session: Session) -> tuple[TargetGroup, ...]:
    titles = [part.strip().removeprefix("#") for part in _AMONG.split(typed)]
    groups = {
        slug(title): session.group(slug(title)) or TargetGroup(slug=slug(title), title=title)
        for title in titles
        if slug(title)
    }
    return tuple(groups.values())


def _links(typed: str, session: Session) -> tuple[str, ...]:
    refs = []
    for word in re.split(r"[\s,;+]+", typed):
        match = REF.fullmatch(word.removeprefix("~"))
        ref = normal_ref(match) if match else word
        if ref and session.entry(ref) is None:
            raise Refused(Message("There is no {ref} in this meeting.", ref=ref))
        refs += [ref] if ref else []
    return tuple(dict.fromkeys(refs))


def _reservation(typed: str, session: Session) -> Reservation | None:
    """``toezichthouders, uiterlijk 1 februari``: whose approval, and before when."""
    if not typed:
        return None
    text = typed.removeprefix("%").replace("^", " ").strip()
    found = dates.at_end(text, session.date, session.next.date if session.next else None)
    body = text[: found[0]].strip(" ,;") if found else text
    if not body:
        raise Refused(Message("Say whose approval it waits for."))
    return Reservation(body=body, until=found[1] if found else None)


def _reservation_text(value: Reservation | None, session: Session) -> str:
    if value is None:
        return ""
    until = f", {_BY[session.language]} {narrow_date(value.until)}" if value.until else ""
    return f"{value.body}{until}"


def _reservation_means(value: Reservation | None, session: Session, language: Language) -> str:
    return weekday_date(value.until, language) if value and value.until else ""


def _put_in(typed: str, session: Session) -> tuple[Contribution, ...]:
    """``GEM: de zaal; ZOR: twee uur per week``"""
    return tuple(_one_put_in(part.strip(), session) for part in typed.split(";") if part.strip())


def _one_put_in(typed: str, session: Session) -> Contribution:
    who, colon, text = typed.partition(":")
    party = names.find_party(session, who)
    if not colon or party is None:
        raise Refused(Message("Type who puts in what, such as {example}.", example="GEM: de zaal; ZOR: uren"))
    return Contribution(party=party.id, text=text.strip())


def _measured(typed: str, session: Session) -> tuple[Measurement, ...]:
    """``12 (1-2-2027); 15 (1-3-2027)``"""
    return tuple(_one_measured(part.strip(), session) for part in typed.split(";") if part.strip())


def _one_measured(typed: str, session: Session) -> Measurement:
    match = re.fullmatch(r"(.+?)\s*\((.+)\)", typed)
    when = _day(match[2].strip(), session) if match else None
    if match is None or when is None:
        raise Refused(Message("Type what was measured and when, such as {example}.", example="12 (1-2-2027)"))
    return Measurement(date=when, value=match[1])


TEXT = Sort(write=lambda value, session: value, read=lambda typed, session: typed)
LONG_TEXT = Sort(write=TEXT.write, read=TEXT.read, wraps=True)
DAY = Sort(
    write=lambda value, session: narrow_date(value) if value else "",
    read=_day,
    means=lambda value, session, language: weekday_date(value, language) if value else "",
)
PARTY = Sort(
    write=lambda value, session: names.code(session, value),
    read=_party,
    means=lambda value, session, language: names.party_name(session, value),
)
SPEAKERS = Sort(
    write=lambda value, session: "*" if value.for_all else "+".join(names.codes(session, value.parties)),
    read=_speakers,
    means=lambda value, session, language: listing(
        [names.party_name(session, each) for each in value.parties], language
    ),
)
ADDRESSEE = Sort(
    write=lambda value, session: "*" if value[1] else names.code(session, value[0]),
    read=_addressee,
    means=lambda value, session, language: (
        say(Message("all"), language) if value[1] else names.party_name(session, value[0])
    ),
)
PERSON = Sort(
    write=lambda value, session: names.person_name(session, value),
    read=_person,
    means=lambda value, session, language: names.person_name(session, value),
)
OWNER = Sort(
    write=lambda value, session: names.person_name(session, value[0]) or value[1],
    read=_owner,
    means=_owner_means,
)
PEOPLE = Sort(
    write=lambda value, session: ", ".join(names.person_name(session, each) for each in value),
    read=lambda typed, session: tuple(
        _person(part.strip(), session) for part in _AMONG.split(typed) if part.strip()
    ),
    means=lambda value, session, language: listing(
        [names.person_name(session, each) for each in value], language
    ),
)
TASK = Sort(
    write=lambda value, session: value.title if value else "",
    read=_task,
    means=lambda value, session, language: (
        say(Message("new"), language) if value and not session.task(value.slug) else ""
    ),
)
GROUPS = Sort(
    write=lambda value, session: ", ".join(group.title for group in value),
    read=_groups,
    means=lambda value, session, language: listing([group.title for group in value], language),
)
LINKS = Sort(write=lambda value, session: " ".join(value), read=_links)
RESERVATION = Sort(write=_reservation_text, read=_reservation, means=_reservation_means)
PUT_IN = Sort(
    write=lambda value, session: "; ".join(
        f"{names.code(session, each.party)}: {each.text}" for each in value
    ),
    read=_put_in,
)
MEASURED = Sort(
    write=lambda value, session: "; ".join(f"{each.value} ({narrow_date(each.date)})" for each in value),
    read=_measured,
)
