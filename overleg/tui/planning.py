"""A new meeting as somebody types it into a few fields, and the plan it makes."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from overleg.domain import dates
from overleg.domain.choices import Language, PartyKind
from overleg.domain.forms import MeetingForm
from overleg.domain.model import Party
from overleg.domain.setup import Setup, new_series, read_party
from overleg.domain.text import clean, fold
from overleg.domain.words import Words
from overleg.errors import Message, UsageError

KIND_WORDS: dict[PartyKind, Words] = {
    PartyKind.MUNICIPALITY: Words("gemeente", "municipality"),
    PartyKind.RESIDENTS: Words("bewoners", "residents", ("inwoners", "dorp", "buurt", "wijk")),
    PartyKind.TENANTS: Words("huurders", "tenants"),
    PartyKind.CARE: Words("zorg", "care"),
    PartyKind.WELFARE: Words("welzijn", "welfare"),
    PartyKind.HOUSING: Words("wonen", "housing", ("woon", "woning", "corporatie")),
    PartyKind.CLIENT_COUNCIL: Words("cliëntenraad", "client council", ("client_council",)),
    PartyKind.INSURER: Words("verzekeraar", "insurer"),
    PartyKind.FUND: Words("fonds", "fund"),
    PartyKind.SCHOOL: Words("school", "school"),
    PartyKind.POLICE: Words("politie", "police"),
    PartyKind.OTHER: Words("anders", "other"),
}
"""What a kind of party is called, and the words in the name of a party that give it away."""

_GUEST = ("gast", "guest")
_SMALL_WORDS = frozenset(
    "de het een van voor en the a of for and vereniging stichting association foundation".split()
)


@dataclass(frozen=True, slots=True)
class Fields:
    """What stands in the fields; nothing of it need be right yet."""

    title: str = ""
    date: str = ""
    start: str = ""
    place: str = ""
    series: str = ""
    form: str = ""
    """The key of the meeting form; empty for a free agenda."""
    parties: str = ""


def plan_of(fields: Fields, forms: Mapping[str, MeetingForm], today: date, language: Language) -> Setup:
    """The plan that the fields describe; raises `UsageError` in words for the first that is not clear."""
    title = clean(fields.title).strip()
    if not title:
        raise UsageError(Message("What is the meeting called? Fill in a title."))
    return Setup(
        title=title,
        date=_date(fields.date, today),
        start=_start(fields.start),
        place=fields.place.strip(),
        series=new_series(fields.series.strip() or title),
        form=forms.get(fields.form),
        language=language,
        parties=parties_of(fields.parties),
    )


def parties_of(text: str) -> tuple[Party, ...]:
    """The parties, one on each line; raises `UsageError` for a line that is not clear.

    A line is a name, ``Gemeente``, or what ``--party`` takes on the command line, in either language:
    ``GEM=Gemeente:gemeente``, ``WIJ=Dorpsvereniging:bewoners:gast``.
    """
    parties: tuple[Party, ...] = ()
    for line in text.splitlines():
        if clean(line).strip():
            parties = (*parties, _party(clean(line).strip(), parties))
    return parties


def _party(line: str, others: tuple[Party, ...]) -> Party:
    head, *details = (part.strip() for part in line.split(":"))
    code, equals, name = (part.strip() for part in head.partition("="))
    if not equals:
        code, name = _code_for(head, others), head
    party = read_party(":".join([f"{code}={name}", *_details(name, details)]))
    if any(other.code == party.code for other in others):
        raise UsageError(Message("Two parties have the code {code}.", code=party.code))
    return party


def _details(name: str, typed: list[str]) -> list[str]:
    """Kind, base and seat as `read_party` wants them; the kind from the name where it was left out."""
    words = [fold(each) for each in typed if each]
    seat = ["guest"] if any(word in _GUEST for word in words) else []
    words = [word for word in words if word not in _GUEST]
    kind = _kind_called(words[0]) or words[0] if words else _kind_in(name)
    base = words[1:2]
    return [kind, *base] if not seat else [kind, *(base or [""]), *seat]


def _kind_called(word: str) -> str:
    return next((kind for kind, words in KIND_WORDS.items() if word in map(fold, words.all())), "")


def _kind_in(name: str) -> str:
    """The kind that a name gives away: ZorgOrg is care, Huurdersvereniging is tenants."""
    for word in re.findall(r"\w+", fold(name)):
        for kind, words in KIND_WORDS.items():
            if kind is not PartyKind.OTHER and any(word.startswith(fold(each)) for each in words.all()):
                return kind
    return PartyKind.OTHER


def _code_for(name: str, others: tuple[Party, ...]) -> str:
    """Three capitals out of a name, and a figure where another party has them."""
    words = [word for word in re.findall(r"[^\W\d_]+", fold(name)) if word not in _SMALL_WORDS]
    base = ("".join(words) or fold(name))[:3].upper()
    taken = {other.code for other in others}
    return next(
        code for n in range(1, len(taken) + 2) if (code := base if n == 1 else f"{base}{n}") not in taken
    )


def _date(typed: str, today: date) -> date:
    try:
        day = dates.read(typed, today) if typed.strip() else today
    except dates.ImpossibleDate:
        day = None
    if day is None:
        raise UsageError(
            Message("{date} is not a date in any calendar.", date=typed.strip()),
            Message("Type a date such as {example}.", example="11-2-2027"),
        )
    return day


def _start(typed: str) -> str | None:
    start = dates.read_clock(typed) if typed.strip() else None
    if typed.strip() and start is None:
        raise UsageError(
            Message("{time} is not a time of the clock.", time=typed.strip()),
            Message("Type a time such as {example}.", example="19:30"),
        )
    return start
