"""Somebody, or a cat, at the keyboard and the mouse: what a terminal sends for what they do."""

import random
from collections.abc import Callable, Iterator

from overleg.tui.verbs import VERBS, Place

_NAMED = {
    "enter": "\r",
    "escape": "\x1b",
    "tab": "\t",
    "shift+tab": "\x1b[Z",
    "space": " ",
    "backspace": "\x7f",
    "delete": "\x1b[3~",
    "insert": "\x1b[2~",
    "home": "\x1b[H",
    "end": "\x1b[F",
    "pageup": "\x1b[5~",
    "pagedown": "\x1b[6~",
    "up": "\x1b[A",
    "down": "\x1b[B",
    "right": "\x1b[C",
    "left": "\x1b[D",
    "question_mark": "?",
    "slash": "/",
    "plus": "+",
    "minus": "-",
    "shift+up": "\x1b[1;2A",
    "shift+down": "\x1b[1;2B",
    **{f"f{number}": f"\x1bO{letter}" for number, letter in enumerate("PQRS", 1)},
    **{f"f{number + 5}": f"\x1b[{code}~" for number, code in enumerate((15, 17, 18, 19, 20, 21, 23, 24))},
}
MOVES = "up down left right home end pageup pagedown tab shift+tab enter escape backspace delete".split()
LETTERS = "abcdefghijklmnopqrstuvwxyzABC 0123456789éë€日=+?*/:@^#&~!%[]{}()<>\"'\\|;,."
HOSTILE = (
    "a [concept] [red]b[/red] [/x] [@click=app.quit]z[/]",
    "n GEM: een\nn ZOR: twee\nonzin\n=V-099 ja",
    "\x1b]52;c;Zm9v\x07 \x1b[2J \u202e omgekeerd \u2066",
    "e\u0301" * 50,
    "日本" * 200,
    "\t\t\r\n\r\n",
    "/sluit\n/hervat",
    "x" * 3000,
)
_SIZES = ((24, 80), (40, 120), (50, 200), (5, 20), (3, 5), (1, 1), (24, 80), (30, 100))

Event = tuple[str, bytes | tuple[int, int]]
"""What was done, and the bytes of it, or the new size of the window."""


def written(key: str) -> bytes:
    """What a terminal sends for a key."""
    if key.startswith("ctrl+"):
        return bytes([ord(key[-1]) & 0x1F])
    return _NAMED.get(key, key).encode()


def keys_of_all_verbs() -> list[str]:
    """Every key of every verb, but those that end the program or close the meeting for good."""
    return sorted(
        {key for verb in VERBS if verb.id != "quit" for place in Place for key in verb.keys_at(place)}
    )


def anything(chance: random.Random) -> Iterator[Event]:
    """One thing after another, for ever."""
    ways, weights = zip(*_WAYS, strict=True)
    while True:
        yield chance.choices(ways, weights)[0](chance)


def _verb(chance: random.Random) -> Event:
    key = chance.choice(keys_of_all_verbs())
    return key, written(key)


def _move(chance: random.Random) -> Event:
    key = chance.choice(MOVES)
    return key, written(key)


def _letter(chance: random.Random) -> Event:
    letter = chance.choice(LETTERS)
    return letter, letter.encode()


def _function_key(chance: random.Random) -> Event:
    key = f"f{chance.randint(1, 12)}"
    return key, written(key)


def _paste(chance: random.Random) -> Event:
    text = chance.choice(HOSTILE)
    return f"paste {text[:20]!r}", f"\x1b[200~{text}\x1b[201~".encode()


def _click(chance: random.Random) -> Event:
    column, row, button = chance.randint(1, 80), chance.randint(1, 24), chance.choice((0, 0, 0, 2, 64, 65))
    down = f"\x1b[<{button};{column};{row}M"
    up = f"\x1b[<{button};{column};{row}m" if button < 64 else ""
    return f"click {button} at {column},{row}", ((down + up) * chance.choice((1, 1, 2))).encode()


def _resize(chance: random.Random) -> Event:
    size = chance.choice(_SIZES)
    return f"resize {size}", size


_WAYS: tuple[tuple[Callable[[random.Random], Event], int], ...] = (
    (_verb, 35),
    (_move, 25),
    (_letter, 22),
    (_function_key, 4),
    (_paste, 3),
    (_click, 9),
    (_resize, 2),
)
