"""What somebody looks for, as typed: words, phrases in quotes, and filters such as ``kind:action``."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from overleg.domain import dates
from overleg.domain.capture.tokens import REF
from overleg.domain.choices import Kind
from overleg.domain.kinds import kind_by_word
from overleg.domain.text import clean, fold, slug
from overleg.errors import Message


@dataclass(frozen=True, slots=True)
class Query:
    """All of the words, and all of the filters; of a filter with several values, any of them.

    `words` are folded, a phrase is one of them; so are `parties`, `people` and `series`. `before` and
    `after` are days on which something was said. `misread` says what looked like a filter and is text.
    """

    words: tuple[str, ...] = ()
    kinds: tuple[Kind, ...] = ()
    parties: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    series: tuple[str, ...] = ()
    refs: tuple[str, ...] = ()
    is_open: bool = False
    is_overdue: bool = False
    before: date | None = None
    after: date | None = None
    misread: tuple[Message, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing is looked for."""
        return replace(self, misread=()) == Query()


def parse(text: str, today: date) -> Query:
    """What `text` asks for; any text is a query. Days without a year are the last ones up to `today`."""
    query = Query()
    for found in _PART.finditer(clean(text).translate(_PLAIN_QUOTES)):
        query = _with_part(query, found, today)
    return query


_PLAIN_QUOTES = str.maketrans(dict.fromkeys("“”„‟«»", '"'))
_PART = re.compile(r'(?:(?P<name>[^\W\d_]+):(?!//))?(?:"(?P<phrase>[^"]*)"?|(?P<word>\S+))')


def _with_part(query: Query, found: re.Match[str], today: date) -> Query:
    value = found["word"] or (found["phrase"] or "").strip()
    if found["name"] is None:
        return _with_word(query, value)
    read = _FILTERS.get(fold(found["name"]))
    filtered = read(query, value, today) if read and value else None
    return filtered or _misread(query, found[0])


def _with_word(query: Query, typed: str) -> Query:
    word = fold(typed)
    return replace(query, words=(*query.words, word)) if word and word not in query.words else query


def _misread(query: Query, typed: str) -> Query:
    said = Message("“{typed}” is no filter that can be read, so it is looked for as text.", typed=typed)
    return _with_word(replace(query, misread=(*query.misread, said)), typed.replace('"', ""))


_Reader = Callable[[Query, str, date], Query | None]
"""Puts the value of a filter in a query; None where it is no value of that filter."""


def _kind(query: Query, typed: str, today: date) -> Query | None:
    kind = kind_by_word(typed)
    return replace(query, kinds=(*query.kinds, kind)) if kind else None


def _party(query: Query, typed: str, today: date) -> Query | None:
    return replace(query, parties=(*query.parties, fold(typed)))


def _person(query: Query, typed: str, today: date) -> Query | None:
    return replace(query, people=(*query.people, fold(typed)))


def _series(query: Query, typed: str, today: date) -> Query | None:
    return replace(query, series=(*query.series, fold(typed)))


def _ref(query: Query, typed: str, today: date) -> Query | None:
    match = REF.fullmatch(typed)
    ref = f"{match[1].upper()}-{int(match[2]):03}" if match else ""
    return replace(query, refs=(*query.refs, ref)) if ref else None


def _is(query: Query, typed: str, today: date) -> Query | None:
    standing = _STANDINGS.get(slug(typed))
    return standing(query) if standing else None


def _open(query: Query) -> Query:
    return replace(query, is_open=True)


def _overdue(query: Query) -> Query:
    return replace(query, is_overdue=True)


_STANDINGS: dict[str, Callable[[Query], Query]] = {
    "open": _open,
    **dict.fromkeys(("overdue", "over-tijd", "overtijd", "te-laat"), _overdue),
}


def _before(query: Query, typed: str, today: date) -> Query | None:
    span = _span(typed, today)
    return replace(query, before=min(span[0], query.before or span[0])) if span else None


def _after(query: Query, typed: str, today: date) -> Query | None:
    span = _span(typed, today)
    return replace(query, after=max(span[1], query.after or span[1])) if span else None


def _span(typed: str, today: date) -> tuple[date, date] | None:
    """The first and the last day of a year, a month or a day."""
    if match := _YEAR_AND_MONTH.fullmatch(typed):
        year, month = int(match[1]), int(match[2] or 0)
        last_month = date(year, month or 12, 1)
        return date(year, month or 1, 1), (last_month + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    day = _last_time(typed, today)
    return (day, day) if day else None


_YEAR_AND_MONTH = re.compile(r"(20[0-9]{2})(?:-(0[1-9]|1[0-2]))?")
# In so many days every day of the year has been once, and no phrase that counts on from today says
# the same day of the year again.
_ALMOST_A_YEAR = timedelta(days=364)


def _last_time(typed: str, today: date) -> date | None:
    """The day that is meant; a day of the year without its year is looked for in the past."""
    try:
        day, earlier = dates.read(typed, today), dates.read(typed, today - _ALMOST_A_YEAR)
    except (dates.ImpossibleDate, OverflowError):
        return None
    if day and earlier and day > today and (day.month, day.day) == (earlier.month, earlier.day):
        return earlier
    return day


_FILTERS: dict[str, _Reader] = {
    name: read
    for names, read in (
        ("kind soort", _kind),
        ("party partij", _party),
        ("person persoon", _person),
        ("is", _is),
        ("before voor", _before),
        ("after na", _after),
        ("ref nr", _ref),
        ("series reeks", _series),
    )
    for name in names.split()
}
"""The filters by their names in both languages."""
