"""Lines that record something new: ``[kind] [who:] [[subtype]] text tokens [when]``."""

import re
from dataclasses import replace
from datetime import date
from typing import Any

from overleg.domain import dates, names
from overleg.domain.capture import tokens
from overleg.domain.capture.context import Context
from overleg.domain.capture.speakers import Speakers, find_speakers
from overleg.domain.capture.tokens import Tokens
from overleg.domain.changes import Change
from overleg.domain.choices import Kind
from overleg.domain.entry_changes import AddEntry
from overleg.domain.kind_row import Direction, KindRow
from overleg.domain.kinds import KINDS, kind_by_letter, kind_by_word
from overleg.domain.model import Reservation
from overleg.domain.text import fold
from overleg.errors import Message

_LETTER = re.compile(r"([^\W\d_])\s+(?=\S)")
_HEAD = re.compile(r'([^:"\[\]]{1,60}):\s*')
_SUBTYPE = re.compile(r"\[([^\[\]\d]+?)\s*([1-5])?\]\s*")


def parse(text: str, context: Context) -> Change:
    """The entry that a line records; in doubt a word is text, so that every line gives one.

    Raises `Refused` with a position only where a token points at something that does not exist.
    """
    kind, at = _kind(text, context)
    row = KINDS[kind]
    speakers, at, hint = _speakers(text, at, row, context)
    subtype, at = _subtype(text, at, row)
    body = text[at:]
    read, when = _read(body, at, row, speakers, context)
    fields = {
        **_said_by(row, speakers or _default_speakers(read, context, unknown=hint is not None), read),
        **_people(row, speakers, read),
        **_dates(row, read, when),
        **subtype,
    }
    entry = row.record(
        ref="",
        born_in="",
        created_at=context.now,
        text=read.text or body or text,
        source_line=text,
        item=item.id if (item := context.session.active_item) else None,
        task=read.task.slug if read.task else None,
        rasci=read.rasci,
        target_groups=tuple(group.slug for group in read.groups),
        links=tuple(read.links),
        sensitivity=read.sensitivity,
        **fields,
    )
    return AddEntry(
        at=context.now,
        entry=entry,  # type: ignore[arg-type]  # every row's record is one of the entries
        tasks=(read.task,) if read.task else (),
        groups=tuple(read.groups),
        hints=(*([hint] if hint else []), *read.hints),
    )


def default_kind(context: Context) -> Kind:
    """The kind of a line that names none: the first of the running step, else a note."""
    item = context.session.active_item
    return item.kinds[0] if item and item.kinds else Kind.NOTE


def _kind(text: str, context: Context) -> tuple[Kind, int]:
    """The kind of the line, and where the rest begins: a letter and a space, or a word and a colon."""
    letter = _LETTER.match(text)
    kind = kind_by_letter(letter[1], context.session.language) if letter else None
    if letter and kind:
        return kind, letter.end()
    head = _HEAD.match(text)
    kind = kind_by_word(head[1].strip()) if head else None
    if head and kind and head.end() < len(text):
        return kind, head.end()
    word, _, rest = head[1].partition(" ") if head else ("", "", "")
    kind = kind_by_word(word) if rest else None
    if kind and find_speakers(context.session, rest):
        return kind, len(word) + 1
    return default_kind(context), 0


def _speakers(
    text: str, at: int, row: KindRow, context: Context
) -> tuple[Speakers | None, int, Message | None]:
    """Who stands before the colon, where the rest begins, and what is odd about a name that fits nobody."""
    head = _HEAD.match(text, at)
    if head is None or head.end() == len(text):
        return None, at, None
    typed = head[1].strip()
    speakers = find_speakers(context.session, typed)
    if speakers is None:
        return None, at, _unknown(typed, context, kind_was_typed=at > 0)
    if speakers.is_directed and not _fits(speakers, row):
        return None, at, Message("“{who}” does not fit this kind, so it stays text.", who=typed)
    return speakers, head.end(), None


def _fits(speakers: Speakers, row: KindRow) -> bool:
    """Whether this direction means something for the kind: one party asks one, or offers to all."""
    if row.direction is Direction.NONE or (speakers.to_all and row.kind is not Kind.OFFER):
        return False
    return row.direction is Direction.ABOUT or not speakers.for_all


def _unknown(typed: str, context: Context, *, kind_was_typed: bool) -> Message | None:
    """Something to say about a word before a colon, when it looks like a party that is not there."""
    near = names.closest_party(context.session, typed)
    if near is not None:
        return Message("Party “{typed}” is unknown; did you mean {name}?", typed=typed, name=near.name)
    if kind_was_typed and typed.isalnum() and context.session.parties:
        return Message("Party “{typed}” is unknown.", typed=typed)
    return None


def _subtype(text: str, at: int, row: KindRow) -> tuple[dict[str, Any], int]:
    """The fields that ``[geld5]`` fills, and where the rest begins; an unknown word stays text."""
    match = _SUBTYPE.match(text, at)
    if row.subtypes is None or match is None or match.end() == len(text):
        return {}, at
    word = fold(match[1])
    value = next((key for key, words in row.subtypes.words.items() if word in map(fold, words.all())), None)
    if value is None or (match[2] and not row.subtypes.severity):
        return {}, at
    fields: dict[str, Any] = {row.subtypes.field: (value,) if row.kind is Kind.RESULT else value}
    return fields | ({"severity": int(match[2])} if match[2] else {}), match.end()


def _read(
    body: str, at: int, row: KindRow, speakers: Speakers | None, context: Context
) -> tuple[Tokens, date | None]:
    """The tokens and the date phrase of a line; the phrase may stand before the last tokens or after."""
    party = speakers.parties[0] if speakers and speakers.parties else None
    allowed = tokens.allowed_for(row, party)
    if speakers and speakers.person:
        allowed = replace(allowed, people=allowed.people - 1, free_owner=False)
    end, when = _phrase(body, row, context) if "^" not in body else (len(body), None)
    read = tokens.read(body[:end], at, context.session, allowed)
    if when is None and not read.dates:
        end, when = _phrase(read.text, row, context)
        read.text = read.text[:end].rstrip(" ,;")
    return read, when


def _phrase(text: str, row: KindRow, context: Context) -> tuple[int, date | None]:
    """Where the date phrase at the end begins, and its date; never a line that is a date and nothing else."""
    if not row.date_field:
        return len(text), None
    found = dates.at_end(text, context.session.date, context.next_date, row.date_prefixes)
    return found if found and text[: found[0]].strip() else (len(text), None)


def _default_speakers(read: Tokens, context: Context, *, unknown: bool) -> Speakers:
    """Who said it when nobody is named: the person's party, else the one that has the floor."""
    person = read.people[0] if read.people else None
    if person is not None and person.party is not None:
        return Speakers(parties=(person.party,))
    turn = context.session.turn
    if turn is None or unknown:
        return Speakers()
    return Speakers(parties=(turn.party,), voiced_party=turn.voiced_party)


def _said_by(row: KindRow, speakers: Speakers, read: Tokens) -> dict[str, Any]:
    fields: dict[str, Any] = {
        "parties": speakers.parties,
        "for_all": speakers.for_all,
        "voiced_party": speakers.voiced_party,
    }
    if row.direction is Direction.TO:
        fields["from_party"] = speakers.parties[0] if speakers.parties and not speakers.for_all else None
        fields["to_party"] = speakers.to_party
    elif row.direction is Direction.ABOUT:
        fields["about_party"] = speakers.to_party
    if row.kind is Kind.OFFER:
        fields["to_all"] = speakers.to_all
    return fields


def _people(row: KindRow, speakers: Speakers | None, read: Tokens) -> dict[str, Any]:
    """The person before the colon or the first one marked; the others help."""
    people = ([speakers.person] if speakers and speakers.person else []) + [each.id for each in read.people]
    if row.kind is not Kind.ACTION:
        return {"person": people[0] if people else None}
    if read.free_owner:
        return {"owner": read.free_owner, "helpers": tuple(people)}
    return {"person": people[0] if people else None, "helpers": tuple(people[1:])}


def _dates(row: KindRow, read: Tokens, when: date | None) -> dict[str, Any]:
    """With a ``%`` the first date is that of the reservation; the next is that of the entry."""
    days = list(read.dates)
    fields: dict[str, Any] = {}
    if read.body:
        fields["reservation"] = Reservation(body=read.body, until=days.pop(0) if days else None)
    due = days[0] if days else when
    return fields | ({row.date_field: due} if row.date_field else {})
