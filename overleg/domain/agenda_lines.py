"""An agenda as lines: ``3 Begroting (20 min) ZOR besluit``.

A number first, then the title, and after it in any order the length, the code of the party that brings
it in, and what is asked. Every word that is none of these stays in the title; so does all that stands
between double quotes around a whole title.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from overleg.domain.choices import Language, Purpose
from overleg.domain.durations import read_minutes, written
from overleg.domain.model import AgendaItem, Party
from overleg.domain.table_words import PURPOSES, meant
from overleg.domain.text import clean, fold

_NUMBER = re.compile(r"(?:(?P<number>\d{1,3})(?:[.):](?!\d)\s*|\s+(?=(?P<next>\S)))|[-*•–]\s+)(?=\S)")
_QUOTED = re.compile(r'"(?P<title>.*)"(?P<rest>[^"]*)')
_BRACKETS = re.compile(r"\s*\((?P<length>[^()]*)\)")
_LONGEST_LENGTH = 5
"""Words that a length can have: "1 uur en 30 minuten"."""

_FEWEST_BARE = 5
_TITLE = '"'
"""Stands for a title between quotes while what is behind it is read."""

_SEPARATORS = " ,;|–—-:·/"
# After one of these the last word belongs to the sentence: "op weg naar een besluit".
_LEADS_ON = frozenset(
    "de het een dit dat geen van voor naar over en of met om aan uit tot bij als onder"
    " the a an this that no of for to about and or with on from until by as under".split()
)
_ASKED = frozenset({"ter", "tbv", "t.b.v."})


@dataclass(frozen=True, slots=True)
class _Read:
    """What was read of a line from its end, and what is left of it."""

    text: str
    minutes: int | None = None
    party: str | None = None
    purpose: Purpose | None = None


def read_line(line: str, parties: Sequence[Party], place: int = 0) -> AgendaItem:
    """The item that a line describes, with an empty id; total, and its title is empty for no text only.

    A bare number in front is left out where a capital follows it, or where it is the `place` of the line
    in its agenda.
    """
    text = clean(line).strip()
    body = text[_numbering(text, place) :]
    quoted = _QUOTED.fullmatch(body)
    if quoted is not None:
        read = _from_end(_Read(f"{_TITLE} {quoted['rest']}"), parties)
        if read.text == _TITLE and quoted["title"].strip():
            return _item(_replaced(read, text=quoted["title"].strip()))
    read = _from_end(_without_brackets(_Read(body)), parties)
    return _item(read)


def line_of(item: AgendaItem, number: int, parties: Sequence[Party], language: Language) -> str:
    """The line that is read as this item; a title that would be read otherwise stands between quotes."""
    code = next((party.code for party in parties if party.id == item.brought_in_by), "")
    purpose = PURPOSES[item.purpose][language] if item.purpose else ""
    length = f"({written(item.planned_minutes)})" if item.planned_minutes else ""
    tail = " ".join(part for part in (length, code, purpose) if part)
    plain = f"{number} {item.title} {tail}".rstrip()
    if read_line(plain, parties, number).title == item.title:
        return plain
    return f'{number} "{item.title}" {tail}'.rstrip()


def _numbering(text: str, place: int) -> int:
    """How many characters at the beginning only number the line."""
    match = _NUMBER.match(text)
    if match is None:
        return 0
    following = match["next"]
    if following and not following.isupper() and following != '"' and int(match["number"]) != place:
        return 0
    return match.end()


def _without_brackets(read: _Read) -> _Read:
    """A length between brackets counts wherever it stands."""
    for match in _BRACKETS.finditer(read.text):
        minutes = _between_brackets(match["length"])
        before, after = read.text[: match.start()], read.text[match.end() :]
        if minutes is not None and (before + after).strip():
            return _replaced(read, text=f"{before} {after.strip()}".strip(), minutes=minutes)
    return read


def _between_brackets(length: str) -> int | None:
    """The minutes; a small bare number is the number of a version or an appendix."""
    minutes = read_minutes(length)
    is_bare = length.strip().isdecimal()
    return None if is_bare and minutes is not None and minutes < _FEWEST_BARE else minutes


def _from_end(read: _Read, parties: Sequence[Party]) -> _Read:
    """What stands behind the title, word by word from the end."""
    while shorter := _shorter(_replaced(read, text=_unseparated(read.text)), parties):
        read = _replaced(shorter, text=_unseparated(shorter.text))
    return read


def _unseparated(text: str) -> str:
    """The text without the dash or comma before what followed it; a text of nothing else stays."""
    return text.rstrip(_SEPARATORS) or text


def _shorter(read: _Read, parties: Sequence[Party]) -> _Read | None:
    """The same without the word or words at its end that say something; None where they do not."""
    words = read.text.split(" ")
    rest, last = " ".join(words[:-1]).rstrip(), words[-1].strip("()")
    if not rest:
        return None
    party = next((party.id for party in parties if party.code == last), None)
    if party is not None and read.party is None:
        return _replaced(read, text=rest, party=party)
    purpose = meant(PURPOSES, last)
    if purpose is not None and read.purpose is None and fold(words[-2]) not in _LEADS_ON:
        asked = fold(words[-2]) in _ASKED and len(words) > 2
        return _replaced(read, text=" ".join(words[:-2]) if asked else rest, purpose=purpose)
    return _without_length(read, words) if read.minutes is None else None


def _without_length(read: _Read, words: list[str]) -> _Read | None:
    """The same without a length at its end, the longest phrase that is one; a bare number is none."""
    for count in range(min(_LONGEST_LENGTH, len(words) - 1), 0, -1):
        phrase = " ".join(words[-count:]).strip("()")
        minutes = read_minutes(phrase)
        if minutes is not None and not phrase.isdecimal():
            return _replaced(read, text=" ".join(words[:-count]).rstrip(), minutes=minutes)
    return None


def _replaced(
    read: _Read,
    *,
    text: str,
    minutes: int | None = None,
    party: str | None = None,
    purpose: Purpose | None = None,
) -> _Read:
    return _Read(text, minutes or read.minutes, party or read.party, purpose or read.purpose)


def _item(read: _Read) -> AgendaItem:
    return AgendaItem(
        id="",
        title=read.text,
        planned_minutes=read.minutes,
        brought_in_by=read.party,
        purpose=read.purpose,
    )
