"""Whatever is typed: no exception, no lost word, the same reading however it is encoded."""

import re
import unicodedata
from contextlib import suppress
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from overleg.domain import dates
from overleg.domain.capture import Command, Context, Problem, parse
from overleg.domain.changes import Change, apply
from overleg.domain.entry_changes import AboutEntry, AddEntry
from overleg.domain.model import Session
from overleg.domain.text import clean, fold
from overleg.errors import Refused
from tests.domain.conftest import NOW

PIECES = [
    *'a n k v d b t o = + ? * / : > [ ] " @ ^ # & ~ % !'.split(),
    *"GEM: ZOR>WIJ: *: Ruud: gem/ruud: GEM+ZOR: geemente: actie: [geld5] [feit] =V-001 +B-001 *A-001".split(),
    *"@Ruud @Piet ^vrijdag ^2027-02-30 ^+2w #ouderen &taak &taak=R ~B-001 %college !fin /stap".split(),
    *"klaar: nee: uiterlijk vrijdag per 1 maart eind december bellen begroting café naïef Zoë € 5".split(),
]

lines = st.one_of(
    st.text(max_size=80),
    st.lists(st.sampled_from(PIECES), max_size=9).map(" ".join),
    st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=8)), max_size=7).map("".join),
)

FIXED = settings(max_examples=400, deadline=None, derandomize=True)


def held(session: Session) -> Session:
    for line in ("v WIJ>ZOR: Scholing", "b *: Werkgroep", "a GEM: Bellen", "/beurt WIJ"):
        change = parse(line, Context(session, NOW))
        assert isinstance(change, Change)
        session = apply(session, change)
    return session


def same(read: Any) -> Any:
    """What can be compared of a reading."""
    return (read.position, str(read.message)) if isinstance(read, Problem) else read


@FIXED
@given(line=lines)
def test_any_text_is_a_change_a_command_or_a_problem(table: Session, line: str) -> None:
    session = held(table)
    read = parse(line, Context(session, NOW))
    assert isinstance(read, Change | Command | Problem)
    if isinstance(read, Problem):
        assert 0 <= read.position <= len(clean(line))
    if isinstance(read, Change):
        with suppress(Refused):
            apply(session, read)


@FIXED
@given(line=lines)
def test_the_reading_is_the_same_composed_and_decomposed(table: Session, line: str) -> None:
    session = held(table)
    composed = parse(unicodedata.normalize("NFC", line), Context(session, NOW))
    decomposed = parse(unicodedata.normalize("NFD", line), Context(session, NOW))
    assert same(composed) == same(decomposed)


@FIXED
@given(line=lines)
def test_no_word_of_an_entry_is_lost(table: Session, line: str) -> None:
    """Each word is in the text, or in the head, a token or the date phrase that was understood."""
    session = held(table)
    read = parse(line, Context(session, NOW))
    if not isinstance(read, AddEntry):
        return
    typed = clean(line).strip()
    assert read.entry.source_line == typed
    left = fold(typed)
    for word in words(read.entry.text):
        left = left.replace(word, " ", 1)
    for word in words(left):
        assert any(word in fold(part) for part in understood(typed, session)), (word, read.entry)


def words(text: str) -> list[str]:
    return re.findall(r"\w+", fold(text))


def understood(typed: str, session: Session) -> list[str]:
    """The parts of a line that may leave the text: its head, its tokens, a date phrase before them."""
    head = re.match(r"([^\W\d_]\s+)?([^:\"\[\]]{1,60}:\s*){0,2}(\[[^\[\]]+\])?", typed)
    tokens = re.findall(r'[@^#&~%!](?:"[^"]+"|\S+)(?:\s\w+)?', typed)
    bare = re.sub(r'[@^#&~%!](?:"[^"]+"|\S+)', "", typed).strip()
    phrases = []
    for text in (bare, typed, bare.rstrip(",; ")):
        found = dates.at_end(text, session.date)
        phrases += [text[found[0] :]] if found else []
    return [head[0] if head else "", *tokens, *phrases]


@FIXED
@given(
    begun=st.sampled_from(["=V-001 ja:", "+B-001 GEM:", "?B-001 *:", "*A-001 bezig:", "*B-001 aangepast:"]),
    said=lines,
)
def test_no_word_about_an_entry_is_lost(table: Session, begun: str, said: str) -> None:
    """Each word after the colon is in the text, or in a token that was understood."""
    read = parse(f"{begun} {said}", Context(held(table), NOW))
    if not isinstance(read, AboutEntry):
        return
    text: str = getattr(read, "text", "")
    tokens = re.findall(r'[@^#&~%!](?:"[^"]+"|\S+)', clean(said))
    for word in words(clean(said)):
        assert word in fold(text) or any(word in fold(token) for token in tokens), (word, read)
