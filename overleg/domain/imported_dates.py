"""Days as spreadsheets and people write them in a column of dates."""

import re
from collections.abc import Callable
from datetime import date

from overleg.domain import dates
from overleg.domain.text import fold


def _with_month_name(match: re.Match[str]) -> str:
    """``8-apr-27`` as ``8 apr 2027``: that is how spreadsheets show a day that was typed ``8-4``."""
    day, month, year = match.groups()
    return f"{day} {month}" + (f" {year if len(year) == 4 else f'20{year}'}" if year else "")


_REWRITTEN: tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]], ...] = tuple(
    (re.compile(pattern), by)
    for pattern, by in (
        (r"[t ]\d{1,2}:\d\d(?::\d\d)?\Z", ""),
        (r"\A(?:ma|di|wo|do|vr|za|zo|mon|tue|wed|thu|fri|sat|sun)\.?,? (?=\d)", ""),
        (r"\A(\d{1,2})\.(\d{1,2})\.((?:20)?\d\d)\Z", r"\1-\2-\3"),
        (r"\A(20\d\d)[./](\d{1,2})[./](\d{1,2})\Z", r"\1-\2-\3"),
        (r"\A(\d{1,2})[- ]([a-z]{3,9})\.?(?:[- ]['’]?((?:20)?\d\d))?\Z", _with_month_name),
    )
)
_WITH_YEAR = re.compile(r"20\d\d|\d[-/]\d{1,2}[-/]\d\d\Z")


def read_day(cell: str, today: date, next_session: date | None) -> tuple[date | None, bool]:
    """The day that a cell says and whether it says the year too; no day where it is not understood.

    Raises `ImpossibleDate` for what is written as a date and is not one.
    """
    said = fold(cell)
    for pattern, by in _REWRITTEN:
        said = pattern.sub(by, said)
    return dates.read(said, today, next_session), _WITH_YEAR.search(said) is not None
