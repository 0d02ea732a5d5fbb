"""A reminder in words: what is still open with a party or a person, to be read by them alone.

It goes to a mailbox, so it is made from open disclosures only: of what is confidential it knows a number.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from overleg.documents.actions import is_overdue
from overleg.documents.reminder_points import Point, action_point, promise_point
from overleg.documents.source import Source, source_of
from overleg.documents.variant import Variant
from overleg.domain.choices import Kind, Language
from overleg.domain.model import Action, Commitment, Person
from overleg.domain.reminding import Reader, Reminded
from overleg.locale import catalogue, listing, plain_date


@dataclass(frozen=True, slots=True)
class Part:
    """Points that belong together, under a heading."""

    heading: str
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Reminder:
    """A letter in whole sentences; `key` names the reader shortly, for the name of a file."""

    language: Language
    key: str
    to: tuple[Person, ...]
    subject: str
    greeting: str
    opening: str
    parts: tuple[Part, ...]
    notes: tuple[str, ...]
    closing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Letter:
    """What a reminder is made from: the reader, and what may be told of what is open."""

    reader: Reader
    language: Language
    today: date
    series: tuple[str, ...]
    told: tuple[tuple[Source, Action | Commitment], ...]
    hidden: tuple[Kind, ...]
    """The kind of each entry that is confidential."""


def reminder(reminded: Reminded, today: date, language: Language | None = None) -> Reminder:
    """The reminder for a reader, in the language of the newest meeting it is about unless told."""
    newest = max(reminded.entries, key=lambda each: (each.session.date, each.session.id)).session
    letter = _letter(reminded, today, language or newest.language)
    reader, _ = letter.reader, catalogue(letter.language).gettext
    return Reminder(
        language=letter.language,
        key=_key(reader),
        to=reader.to,
        subject=_("What is still open with {name}").format(name=_name(reader)),
        greeting=_greeting(letter),
        opening=_opening(letter),
        parts=_parts(letter),
        notes=tuple(_notes(letter)),
        closing=(
            _("Is something done, or does a date no longer fit? Tell us, and we bring the list up to date."),
            _("Kind regards,"),
        ),
    )


def _letter(reminded: Reminded, today: date, language: Language) -> _Letter:
    sessions = {each.session.id: each.session for each in reminded.entries}
    sources = {id: source_of(each, Variant.OPEN, language, today) for id, each in sessions.items()}
    seen = [(sources[each.session.id], each.entry) for each in reminded.entries]
    disclosed = [(source, entry, source.session.entry(entry.ref)) for source, entry in seen]
    return _Letter(
        reader=reminded.reader,
        language=language,
        today=today,
        series=tuple(dict.fromkeys(source.session.series.title for source, _ in seen)),
        told=tuple(
            (source, entry) for source, _, entry in disclosed if isinstance(entry, Action | Commitment)
        ),
        hidden=tuple(entry.kind for _, entry, told in disclosed if told is None),
    )


def _key(reader: Reader) -> str:
    party, person = reader.party, reader.person
    return " ".join([*([party.code] if party else []), *([person.name] if person else [])])


def _name(reader: Reader) -> str:
    if reader.person is not None:
        return reader.person.name
    return reader.party.name if reader.party else ""


def _greeting(letter: _Letter) -> str:
    _ = catalogue(letter.language).gettext
    person = letter.reader.person
    if person is not None:
        return _("Dear {name},").format(name=person.name.split(" ")[0])
    return _("Dear people of {party},").format(party=_name(letter.reader))


def _opening(letter: _Letter) -> str:
    _ = catalogue(letter.language).gettext
    if letter.reader.person is not None:
        text = _("This is still open with you from {series}, as it stands on {date}.")
    else:
        text = _("This is still open with {party} from {series}, as it stands on {date}.")
    return text.format(
        party=_name(letter.reader),
        series=listing(list(letter.series), letter.language),
        date=plain_date(letter.today, letter.language),
    )


def _parts(letter: _Letter) -> tuple[Part, ...]:
    """What is overdue, what is to be done, and what was promised; the first two are in order already."""
    points: dict[str, list[Point]] = {}
    for source, entry in sorted(letter.told, key=lambda told: isinstance(told[1], Commitment)):
        points.setdefault(_heading(letter, entry), []).append(_point(letter, source, entry))
    return tuple(Part(heading, tuple(found)) for heading, found in points.items())


def _heading(letter: _Letter, entry: Action | Commitment) -> str:
    _ = catalogue(letter.language).gettext
    if isinstance(entry, Commitment):
        return _("Promised, and waiting for an approval")
    if is_overdue(entry, letter.today):
        return _("The agreed date has passed")
    return _("Still to be done")


def _point(letter: _Letter, source: Source, entry: Action | Commitment) -> Point:
    """A point, and the series it is from where the letter is about more than one."""
    if isinstance(entry, Commitment):
        point = promise_point(source, entry)
    else:
        point = action_point(source, entry, letter.reader.person.name if letter.reader.person else "")
    if len(letter.series) == 1:
        return point
    _ = source.gettext
    origin = _("It is from {series}.").format(series=source.session.series.title)
    return replace(point, told=(*point.told, origin))


def _notes(letter: _Letter) -> Iterator[str]:
    """That there is more, which this letter may not tell."""
    ngettext = catalogue(letter.language).ngettext
    if n := letter.hidden.count(Kind.ACTION):
        text = ngettext(
            "{n} confidential action is on the closed list.",
            "{n} confidential actions are on the closed list.",
            n,
        )
        yield text.format(n=n)
    if n := letter.hidden.count(Kind.COMMITMENT):
        text = ngettext(
            "{n} confidential commitment is on the closed list.",
            "{n} confidential commitments are on the closed list.",
            n,
        )
        yield text.format(n=n)
