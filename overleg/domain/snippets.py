"""A piece of text around the words that were found in it, and where in it they stand."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from overleg.domain.text import fold

_LONGEST = 160
_BEFORE = 40
_CUT = "…"

Mark = tuple[int, int]
"""Where a found word begins, and where it ends, counted in characters."""


@dataclass(frozen=True, slots=True)
class Snippet:
    """Text as it was said, with the places of what was found in it, in order and apart."""

    text: str
    marks: tuple[Mark, ...] = ()


def snippet(text: str, words: Iterable[str]) -> Snippet:
    """The text with the folded words marked; of a long text the part around the first of them."""
    marks = found_marks(text, words)
    if len(text) <= _LONGEST:
        return Snippet(text, marks)
    start, end = _window(text, marks[0][0] if marks else 0)
    before, after = (_CUT if start else ""), (_CUT if end < len(text) else "")
    moved = (
        (max(a, start) - start + len(before), min(b, end) - start + len(before))
        for a, b in marks
        if a < end and b > start
    )
    return Snippet(f"{before}{text[start:end]}{after}", tuple(moved))


def found_marks(text: str, words: Iterable[str]) -> tuple[Mark, ...]:
    """Where the folded words stand in the text as it was typed; what overlaps is one mark."""
    folded, places = _folded_with_places(text)
    found = sorted(
        (places[start], places[start + len(word) - 1] + 1)
        for word in words
        for start in _starts(folded, word)
    )
    marks: list[Mark] = []
    for start, end in found:
        if marks and start <= marks[-1][1]:
            marks[-1] = (marks[-1][0], max(end, marks[-1][1]))
        else:
            marks.append((start, end))
    return tuple(marks)


def _folded_with_places(text: str) -> tuple[str, range | list[int]]:
    """The folded text, and for each of its characters the place of the one that it came from."""
    if text.isascii():
        return fold(text), range(len(text))
    folded = [fold(character) for character in text]
    return "".join(folded), [place for place, piece in enumerate(folded) for _ in piece]


def _starts(folded: str, word: str) -> Iterator[int]:
    start = folded.find(word) if word else -1
    while start >= 0:
        yield start
        start = folded.find(word, start + len(word))


def _window(text: str, found: int) -> tuple[int, int]:
    """Where to cut, between words where there are any."""
    start = max(0, min(found - _BEFORE, len(text) - _LONGEST))
    end = min(len(text), start + _LONGEST)
    if start:
        start = text.find(" ", start, found) + 1 or start
    if end < len(text):
        space = text.rfind(" ", found, end)
        end = space if space > found else end
    return start, end
