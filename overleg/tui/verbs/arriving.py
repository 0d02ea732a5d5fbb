"""Which keys arrive at a program in a terminal, and are free to be given to a verb."""

import re

# Terminals swallow them, browsers take them, text fields need them, or they are another key on the wire.
_TAKEN = re.compile(
    r"(alt\+.*|ctrl\+shift\+.*|ctrl\+\d|ctrl\+(left|right|up|down|space|enter)|shift\+enter|f1[0-2]"
    r"|ctrl\+[ntw]|ctrl\+(m|j|i|h|left_square_bracket)|ctrl\+[adekuxcv]|ctrl\+b)\Z"
)
# The others do not come through everywhere, or move the mark in a list and the focus between fields.
_FREE = re.compile(r"(f[1-9]|ctrl\+[a-z]|enter|escape|space|insert|delete|backspace)\Z")


def is_taken(key: str) -> bool:
    """Whether a verb that has this key would not get it."""
    return _TAKEN.match(key) is not None


def is_free(key: str) -> bool:
    """Whether a user may give this key to a verb."""
    return is_printable(key) or (_FREE.match(key) is not None and not is_taken(key))


def is_typed(key: str) -> bool:
    """Whether a field takes the key for itself, as it does with all that it shows."""
    return is_printable(key) or key in ("enter", "delete", "backspace")


def is_printable(key: str) -> bool:
    """Whether the key is text where text is typed."""
    return key in ("space", "question_mark") or (len(key) == 1 and key.isprintable() and not key.isspace())
