"""Text in columns of characters, where a wide character takes two and a mark on a letter none."""

import unicodedata
from collections.abc import Iterator, Sequence

_WIDE = ("W", "F")
_NO_WIDTH = ("Mn", "Me", "Cf")


def width(text: str) -> int:
    """How many columns of a terminal a text takes."""
    return len(text) if text.isascii() else sum(_width_of(character) for character in text)


def padded(text: str, columns: int) -> str:
    return text + " " * (columns - width(text))


def wrapped(text: str, columns: int) -> list[str]:
    """A text in lines of at most that many columns; at least one line, a word too long is broken."""
    lines = [""]
    for word in text.split():
        glued = f"{lines[-1]} {word}" if lines[-1] else word
        if width(glued) <= columns:
            lines[-1] = glued
        else:
            pieces = list(_pieces(word, columns))
            lines[-1:] = [lines[-1], *pieces] if lines[-1] else pieces
    return lines


def shared_out(columns: int, shares: Sequence[int], needs: Sequence[int]) -> list[int]:
    """Columns shared out by share; what a column needs for its longest word comes from the widest."""
    widths = [max(need, columns * share // sum(shares)) for share, need in zip(shares, needs, strict=True)]
    while sum(widths) > columns and max(widths) > 1:
        widths[widths.index(max(widths))] -= 1
    return widths


def _pieces(word: str, columns: int) -> Iterator[str]:
    """A word in pieces that fit, cut behind a hyphen where there is one."""
    while width(word) > columns:
        fitting = _fitting(word, columns)
        cut = word.rfind("-", 1, fitting) + 1 or fitting
        yield word[:cut]
        word = word[cut:]
    yield word


def _fitting(word: str, columns: int) -> int:
    """How many characters of a word fit; at least one."""
    taken = 0
    for place, character in enumerate(word):
        taken += _width_of(character)
        if taken > columns:
            return max(place, 1)
    return len(word)


def _width_of(character: str) -> int:
    if unicodedata.category(character) in _NO_WIDTH:
        return 0
    return 2 if unicodedata.east_asian_width(character) in _WIDE else 1
