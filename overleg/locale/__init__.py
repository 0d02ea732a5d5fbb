"""What the program says, in the reader's language: catalogues, dates, times."""

import gettext
from datetime import date, datetime
from functools import lru_cache
from pathlib import Path

from overleg.domain.choices import Language
from overleg.domain.months import MONTHS, SHORT_MONTHS, WEEKDAYS
from overleg.domain.words import Words
from overleg.errors import Message

DOMAIN = "overleg"


@lru_cache(maxsize=len(Language))
def catalogue(language: Language) -> gettext.NullTranslations:
    """The translations of a language; English is the source and needs none."""
    if language is Language.EN:
        return gettext.NullTranslations()
    return gettext.translation(DOMAIN, Path(__file__).parent, [language], fallback=True)


def say(message: Message, language: Language) -> str:
    """The sentence of a message in that language, the words, dates and messages inside it too."""
    text = catalogue(language).gettext(message.text)
    values = {name: _said(value, language) for name, value in message.values.items()}
    return text.format(**values) if values else text


def _said(value: object, language: Language) -> object:
    match value:
        case Message():
            return say(value, language)
        case Words():
            return value[language]
        case date():
            return plain_date(value, language)
    return value


def long_date(day: date, language: Language) -> str:
    """``donderdag 14 januari 2027``"""
    return f"{WEEKDAYS[language][day.weekday()]} {plain_date(day, language)}"


def plain_date(day: date, language: Language) -> str:
    """``14 januari 2027``"""
    return f"{day.day} {MONTHS[language][day.month - 1]} {day.year}"


def short_date(day: date, language: Language) -> str:
    """``14 jan 2027``"""
    return f"{day.day} {SHORT_MONTHS[language][day.month - 1]} {day.year}"


def weekday_date(day: date, language: Language) -> str:
    """``do 14 jan 2027``, for a line that must be understood at a glance"""
    length = 2 if language is Language.NL else 3
    return f"{WEEKDAYS[language][day.weekday()][:length]} {short_date(day, language)}"


def narrow_date(day: date) -> str:
    """``14-01-2027``, for columns"""
    return f"{day.day:02}-{day.month:02}-{day.year}"


def clock(time: str, language: Language) -> str:
    """``19.30 uur``, from a time of the clock ``19:30``"""
    return f"{time.replace(':', '.')} uur" if language is Language.NL else time


def clock_range(start: str | None, end: str | None, language: Language) -> str:
    """``19.30–21.15 uur``, as far as it is known"""
    if start is None or end is None:
        return clock(start, language) if start else ""
    return (
        f"{start.replace(':', '.')}–{clock(end, language)}" if language is Language.NL else f"{start}–{end}"
    )


def clock_of(moment: datetime) -> str:
    return f"{moment:%H:%M}"


def listing(parts: list[str], language: Language) -> str:
    """``Gemeente, ZorgOrg en WijWarnsveld``"""
    if len(parts) < 2:
        return "".join(parts)
    joint = " en " if language is Language.NL else " and "
    return ", ".join(parts[:-1]) + joint + parts[-1]
