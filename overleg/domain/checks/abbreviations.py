"""The check on abbreviations: whether everybody at the table can follow."""

import re
from collections.abc import Iterator
from functools import lru_cache

from overleg.domain.checks.meeting import Meeting, is_confidential
from overleg.domain.checks.row import Found
from overleg.domain.checks.wording import TEXTS
from overleg.domain.model import AnyEntry
from overleg.domain.text import fold

_ABBREVIATION = re.compile(r"\b[A-Z]{2,6}\b(?!-?\d)")


def jargon(meeting: Meeting) -> Iterator[Found]:
    """Each abbreviation once, and never from what is confidential."""
    known = _known_words(meeting)
    for entry in meeting.entries:
        for word in _abbreviations(entry.text):
            if fold(word) not in known and _may_be_quoted(entry, meeting):
                known.add(fold(word))
                yield Found(word, refs=(entry.ref,), values={"abbr": word})


def _may_be_quoted(entry: AnyEntry, meeting: Meeting) -> bool:
    """What was said at an earlier meeting was asked about there."""
    return entry.born_in == meeting.session.id and not is_confidential(entry)


# A text is read once, and not again at every change of something else.
@lru_cache(maxsize=TEXTS)
def _abbreviations(text: str) -> tuple[str, ...]:
    """The abbreviations in a text; none in one that is all in capitals."""
    return () if text.isupper() else tuple(_ABBREVIATION.findall(text))


def _known_words(meeting: Meeting) -> set[str]:
    """What needs no explaining here: codes, the names of parties and people, and the word list."""
    session = meeting.session
    names = [party.name for party in session.parties] + [person.name for person in session.people]
    words = [word for name in (*names, session.series.title) for word in name.split()]
    return {fold(word) for word in (*words, *session.words, *(party.code for party in session.parties))}
