"""Lengths of time as people write them on an agenda, in Dutch and English."""

import re
from collections.abc import Callable

from overleg.domain.text import clean, fold

LONGEST = 24 * 60
"""Nothing on an agenda takes more minutes than a day has."""

_HOUR = r"(?:uren|uur|u\.?|hours?|hrs?\.?|h\.?)"
_MINUTE = r"(?:minuten|minuut|minutes?|mins?\.?|m\.?|'|’|′)"
_A = r"(?:een|an?|one)"

_Read = Callable[[re.Match[str]], float]


def _fixed(minutes: int) -> _Read:
    return lambda match: minutes


def _hours(match: re.Match[str]) -> float:
    return float(match["hours"].replace(",", ".")) * 60


def _hours_and_minutes(match: re.Match[str]) -> float:
    return int(match["hours"]) * 60 + int(match["minutes"])


_FORMS: tuple[tuple[re.Pattern[str], _Read], ...] = tuple(
    (re.compile(pattern), read)
    for pattern, read in (
        (rf"(?P<minutes>\d{{1,4}})\s*{_MINUTE}?", lambda match: int(match["minutes"])),
        (rf"(?P<hours>\d{{1,2}})[:.](?P<minutes>[0-5]\d)(?:\s*{_HOUR})?", _hours_and_minutes),
        (
            rf"(?P<hours>\d{{1,2}})\s*{_HOUR}\s*(?:en\s+|and\s+)?(?P<minutes>[0-5]?\d)\s*{_MINUTE}?",
            _hours_and_minutes,
        ),
        (rf"(?P<hours>\d{{1,2}}(?:[.,]\d|,\d\d)?)\s*{_HOUR}", _hours),
        (rf"(?P<hours>\d{{1,2}}) (?:en een|and a) half {_HOUR}", lambda match: _hours(match) + 30),
        (rf"(?:en\s+)?(?:{_A}\s+)?hal(?:f|ve)\s+(?:an?\s+)?{_HOUR}", _fixed(30)),
        (rf"{_A}\s+{_HOUR}", _fixed(60)),
        (rf"(?:anderhalf\s+{_HOUR}|{_A}\s+{_HOUR}\s+and\s+a\s+half)", _fixed(90)),
        (r"(?:een |a )?(?:kwartier(?:tje)?|quarter(?: of an hour)?)", _fixed(15)),
        (r"(?:drie kwartier|three quarters(?: of an hour)?)", _fixed(45)),
    )
)
"""What may be written, the first that fits being meant, and how many minutes that is."""


def read_minutes(text: str) -> int | None:
    """The minutes that a text says, such as ``20``, ``1u30``, ``1:30`` or ``anderhalf uur``.

    None for any other text, for less than a minute and for more than a day.
    """
    said = fold(clean(text).replace("½", " en een half")).strip()
    for pattern, read in _FORMS:
        match = pattern.fullmatch(said)
        if match is not None:
            minutes = int(read(match) + 0.5)
            return minutes if 1 <= minutes <= LONGEST else None
    return None


def written(minutes: int | None) -> str:
    """Minutes as they are read again: ``45 min``, ``1:30``; nothing where there are none."""
    if minutes is None:
        return ""
    return f"{minutes // 60}:{minutes % 60:02}" if minutes >= 60 else f"{minutes} min"
