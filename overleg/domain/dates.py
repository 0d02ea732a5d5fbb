"""Dates as people say them at a meeting, in Dutch and English.

Written by hand because no library understood enough of them: what is said is relative to the day of
the session ("vrijdag" is the Friday after it), and in doubt a phrase is text and not a date.
"""

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta

from overleg.domain.months import MONTHS, SHORT_MONTHS, WEEKDAYS
from overleg.domain.text import fold

_MONTH_NUMBERS: dict[str, int] = {
    fold(name): number
    for names in (*MONTHS.values(), SHORT_MONTHS["nl"], SHORT_MONTHS["en"])
    for number, name in enumerate(names, start=1)
} | {"sept": 9}
_WEEKDAY_NUMBERS: dict[str, int] = {
    fold(name): number for names in WEEKDAYS.values() for number, name in enumerate(names)
}
_COUNTS: dict[str, int] = {
    word: number
    for words in (
        "een twee drie vier vijf zes zeven acht negen tien elf twaalf",
        "one two three four five six seven eight nine ten eleven twelve",
        "a",
    )
    for number, word in enumerate(words.split(), start=1)
}

_month = "(?:" + "|".join(sorted(_MONTH_NUMBERS, key=len, reverse=True)) + r")\.?"
_weekday = "(?:" + "|".join(sorted(_WEEKDAY_NUMBERS, key=len, reverse=True)) + ")"
_count = r"(?:\d{1,3}|[eé][eé]n|" + "|".join(sorted(_COUNTS, key=len, reverse=True)) + ")"
_year = r"(?:20\d\d)"
_which = "(?:de|deze|the|this|volgende|next)"
_unit = "(?:dag|dagen|week|weken|maand|maanden|days?|weeks?|months?)"
_overleg = "(?:overleg|vergadering|bijeenkomst)"

_PHRASES = {
    name: f"(?P<{name}>{pattern})"
    for name, pattern in {
        "iso": r"20\d\d-\d{1,2}-\d{1,2}",
        "numeric": r"\d{1,2}[-/]\d{1,2}[-/](?:20)?\d\d",
        "day_month": r"\d{1,2}[-/]\d{1,2}",
        "written": rf"(?:{_weekday},?\s+)?\d{{1,2}}(?:st|nd|rd|th|e)?\s+(?:of\s+)?{_month}(?:\s+{_year})?",
        "american": rf"(?:{_weekday},?\s+)?{_month}\s+\d{{1,2}}(?:st|nd|rd|th)?(?:,?\s+{_year})?",
        "part": rf"(?:einde?|half|medio|begin|end\s+of|mid-?|beginning\s+of)\s*{_month}(?:\s+{_year})?",
        "month_end": rf"(?:einde?|end)\s+(?:van\s+|of\s+)?(?:{_which}\s+)?(?:maand|month)",
        "week_day": rf"(?:volgende\s+week|next\s+week)\s+{_weekday}",
        "day_week": rf"{_weekday}\s+(?:volgende\s+week|next\s+week)",
        "weekday": rf"(?:(?:komende|aanstaande|eerstvolgende|coming|this)\s+)?{_weekday}",
        "later": rf"(?:over|in|within|binnen)\s+{_count}\s+{_unit}",
        "plus": r"\+\d{1,3}[dwm]",
        "near": r"vandaag|morgen|overmorgen|today|tomorrow",
        "meeting": rf"(?:(?:het|de|the)\s+)?(?:volgende?\s+{_overleg}|next\s+(?:meeting|session))",
    }.items()
}
_PREFIX = (
    r"(?:uiterlijk(?:\s+(?:op|v[oó]{2}r))?|v[oó]{2}r|op|per|tot|vanaf|m\.i\.v\.|by|before|on|from)(?=\s|$)"
)

_WHOLE = re.compile("(?:" + "|".join(_PHRASES.values()) + r")\Z", re.IGNORECASE)
_AT_END = re.compile(
    rf"(?:(?<=\s)|(?<=^))(?:(?P<prefix>{_PREFIX})\s+)?(?:"
    + "|".join(_PHRASES.values())
    + r")(?P<tail>[.!]?)\Z",
    re.IGNORECASE,
)
_LOOKS_NUMERIC = re.compile(r"\d+[-/]\d+(?:[-/]\d+)?\Z")

# A phrase after one of these belongs to the sentence: "het verslag van vrijdag", "elke maandag".
_PART_OF_SENTENCE = frozenset(
    "van sinds na tussen elke iedere en of t/m met rond de het een deze vorige afgelopen laatste eerste over"
    " of since after between every each and or with around the a an this last first past about until through"
    " m.i.v. tot voor vóór volgende next niet not".split()
)
_BEGINS_A_SPAN = re.compile(r"\bvan(?:af)?\b", re.IGNORECASE)
# After one of these "3-4" is a room, a page or a score, and no day in April.
_NUMBERED = frozenset(
    "zaal kamer lokaal ruimte nr nr. nummer blz blz. bladzijde pagina punt punten artikel art. groep versie"
    " stand uitslag room page item items points article group version score".split()
)
_LONGEST_PHRASE = 64


class ImpossibleDate(ValueError):
    """It is written as a date, but no calendar has it."""


def read(text: str, today: date, next_session: date | None = None) -> date | None:
    """The date that the whole of `text` says, seen from `today`; None when it says none.

    Raises `ImpossibleDate` for what is written as a date and is not one, like ``2027-02-30``.
    """
    match = _WHOLE.match(text.strip())
    if match is None:
        if _LOOKS_NUMERIC.match(text):
            raise ImpossibleDate(text)
        return None
    return _meaning(match, today, next_session)


def at_end(
    text: str, today: date, next_session: date | None = None, prefixes: tuple[str, ...] | None = None
) -> tuple[int, date] | None:
    """Where the date phrase at the end of `text` begins, and its date; None in doubt.

    With `prefixes` only a phrase announced by one of those words counts.
    """
    offset = max(0, len(text) - _LONGEST_PHRASE)
    tail = text[offset:]
    if not _ends_like_a_date(tail):
        return None
    match = _AT_END.search(tail)
    if match is None or not _is_said_as_date(match, tail, prefixes):
        return None
    try:
        when = _meaning(match, today, next_session)
    except ImpossibleDate:
        return None
    return (offset + match.start(), when) if when else None


def _ends_like_a_date(text: str) -> bool:
    """A quick look at the last word, so that most lines never meet the long expression."""
    last = fold(text.rstrip(" .!").replace("-", " ").rpartition(" ")[2])
    return last[-1:].isdigit() or last[:1] == "+" or last in _LAST_WORDS


_LAST_WORDS = frozenset(
    {
        *_MONTH_NUMBERS,
        *_WEEKDAY_NUMBERS,
        *"week weken dag dagen maand maanden day days weeks month months vandaag morgen overmorgen".split(),
        *"today tomorrow overleg vergadering bijeenkomst meeting session".split(),
    }
)


def _is_said_as_date(match: re.Match[str], text: str, prefixes: tuple[str, ...] | None) -> bool:
    prefix = fold(match["prefix"] or "").split(" ")[0]
    if prefixes is not None:
        return prefix in prefixes
    word_before = text[: match.start()].rstrip().rpartition(" ")[2].lower()
    if prefix == "tot" and _BEGINS_A_SPAN.search(text[: match.start()]):
        return False
    if prefix:
        return word_before not in {"tot", "van", "en"}
    if _phrase(match)[0] == "day_month" and word_before in _NUMBERED:
        return False
    return word_before not in _PART_OF_SENTENCE


def _phrase(match: re.Match[str]) -> tuple[str, str]:
    """The name of the phrase that matched, and its words."""
    return next((name, match[name]) for name in _PHRASES if match[name] is not None)


def _meaning(match: re.Match[str], today: date, next_session: date | None) -> date | None:
    name, words = _phrase(match)
    if name == "meeting":
        return next_session
    return _MEANINGS[name](fold(words).replace(",", " ").rstrip("."), today)


def _on(year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError as error:
        raise ImpossibleDate(f"{day}-{month}-{year}") from error


def _next_on(today: date, month: int, day: int) -> date:
    """That day and month, today or later; 29 February waits for a leap year."""
    for year in range(today.year, today.year + 9):
        if 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]:
            found = date(year, month, day)
            if found >= today:
                return found
    raise ImpossibleDate(f"{day}-{month}")


def _iso(words: str, today: date) -> date:
    year, month, day = (int(part) for part in words.split("-"))
    return _on(year, month, day)


def _numeric(words: str, today: date) -> date:
    day, month, year = (int(part) for part in re.split("[-/]", words))
    return _on(year if year > 99 else 2000 + year, month, day)


def _day_month(words: str, today: date) -> date:
    day, month = (int(part) for part in re.split("[-/]", words))
    return _next_on(today, month, day)


def _written(words: str, today: date) -> date | None:
    """Day, month and perhaps a year in words; None when a weekday is named that does not agree."""
    parts = words.split()
    named = _WEEKDAY_NUMBERS.get(parts[0])
    numbers = [int(digits) for digits in re.findall(r"\d+", words)]
    month = next(_MONTH_NUMBERS[part.rstrip(".")] for part in parts if part.rstrip(".") in _MONTH_NUMBERS)
    found = _on(numbers[1], month, numbers[0]) if len(numbers) > 1 else _next_on(today, month, numbers[0])
    return found if named is None or named == found.weekday() else None


def _part(words: str, today: date) -> date:
    """``eind`` is the last day of the month, ``half`` the 15th, ``begin`` the 1st."""
    parts = words.replace("-", " ").split()
    year = int(parts[-1]) if parts[-1].isdigit() else None
    month = next(_MONTH_NUMBERS[part.rstrip(".")] for part in parts if part.rstrip(".") in _MONTH_NUMBERS)
    for each in [year] if year else [today.year, today.year + 1]:
        day = _day_of_part(parts[0], each, month)
        if year or date(each, month, day) >= today:
            return date(each, month, day)
    raise ImpossibleDate(words)


def _day_of_part(part: str, year: int, month: int) -> int:
    if part.startswith("e"):
        return monthrange(year, month)[1]
    return 15 if part in ("half", "medio", "mid") else 1


def _month_end(words: str, today: date) -> date:
    months = 1 if "volgende" in words or "next" in words else 0
    first = _add_months(today.replace(day=1), months)
    return first.replace(day=monthrange(first.year, first.month)[1])


def _weekday_next_week(words: str, today: date) -> date:
    number = next(_WEEKDAY_NUMBERS[part] for part in words.split() if part in _WEEKDAY_NUMBERS)
    monday = today - timedelta(days=today.weekday()) + timedelta(weeks=1)
    return monday + timedelta(days=number)


def _coming_weekday(words: str, today: date) -> date:
    number = _WEEKDAY_NUMBERS[words.split()[-1]]
    return today + timedelta(days=(number - today.weekday() - 1) % 7 + 1)


def _later(words: str, today: date) -> date:
    _, count, unit = words.split()
    return _add(today, _COUNTS[count] if count in _COUNTS else int(count), unit[0])


def _plus(words: str, today: date) -> date:
    return _add(today, int(words[1:-1]), words[-1])


def _near(words: str, today: date) -> date:
    days = {"vandaag": 0, "today": 0, "morgen": 1, "tomorrow": 1, "overmorgen": 2}
    return today + timedelta(days=days[words])


def _add(today: date, count: int, unit: str) -> date:
    """`count` days, weeks or months later; `unit` is the first letter of its name."""
    if unit == "m":
        return _add_months(today, count)
    return today + timedelta(days=count * (7 if unit == "w" else 1))


def _add_months(day: date, count: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


_MEANINGS: dict[str, Callable[[str, date], date | None]] = {
    "iso": _iso,
    "numeric": _numeric,
    "day_month": _day_month,
    "written": _written,
    "american": _written,
    "part": _part,
    "month_end": _month_end,
    "week_day": _weekday_next_week,
    "day_week": _weekday_next_week,
    "weekday": _coming_weekday,
    "later": _later,
    "plus": _plus,
    "near": _near,
}


_CLOCK = re.compile(r"([01]?\d|2[0-3])(?:[:.u]([0-5]\d)(?:\s*uur)?|u|\s*uur)\Z")


def read_clock(text: str) -> str | None:
    """A time of the clock as ``HH:MM``, from 19:30, 19.30 uur, 19u30, 19u or 19 uur."""
    match = _CLOCK.match(text.strip().lower())
    return f"{int(match[1]):02}:{match[2] or '00'}" if match else None
