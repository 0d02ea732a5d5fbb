"""Parties as lines: ``Gemeente``, or ``WIJ=Dorpsvereniging:bewoners:gast`` with what a name leaves open."""

import re
from collections.abc import Sequence

from overleg.domain.choices import Language, PartyKind, Seat
from overleg.domain.model import Party
from overleg.domain.setup import natural_base, read_party
from overleg.domain.table_words import BASES, KINDS, SEATS, meant
from overleg.domain.text import clean, fold
from overleg.errors import Message, UsageError

_SMALL_WORDS = frozenset(
    "de het een van voor en the a of for and vereniging stichting association foundation".split()
)


def read_line(line: str, others: Sequence[Party] = ()) -> Party:
    """The party that a line describes; raises `UsageError` where that is not clear.

    A name is enough: code and kind are then made out of it. Behind it may stand kind, base and seat, in
    either language.
    """
    head, *details = (part.strip() for part in re.split("[:;]", clean(line).strip()))
    code, equals, name = (part.strip() for part in head.partition("="))
    if not equals:
        code, name = code_for(head, others), head
    party = read_party(":".join([f"{code}={name}", *_details(name, details)]))
    if any(fold(other.code) == fold(party.code) for other in others):
        raise UsageError(Message("Two parties have the code {code}.", code=party.code))
    return party


def line_of(party: Party, language: Language) -> str:
    """The line that is read as this party."""
    parts = [f"{party.code}={party.name}", KINDS[party.kind][language]]
    if party.base is not natural_base(party.kind):
        parts.append(BASES[party.base][language])
    if party.seat is Seat.GUEST:
        parts.append(SEATS[Seat.GUEST][language])
    return ":".join(parts)


def kind_in(name: str) -> PartyKind:
    """The kind that a name gives away: ZorgOrg is care, Huurdersvereniging is tenants."""
    for word in re.findall(r"\w+", fold(name)):
        for kind, words in KINDS.items():
            if kind is not PartyKind.OTHER and any(word.startswith(fold(each)) for each in words.all()):
                return kind
    return PartyKind.OTHER


def code_for(name: str, others: Sequence[Party]) -> str:
    """Three capitals out of a name, and a figure where another party has them."""
    words = [word for word in re.findall(r"[^\W\d_]+", fold(name)) if word not in _SMALL_WORDS]
    base = ("".join(words) or fold(name))[:3].upper()
    taken = {other.code for other in others}
    return next(
        code for n in range(1, len(taken) + 2) if (code := base if n == 1 else f"{base}{n}") not in taken
    )


def _details(name: str, typed: list[str]) -> list[str]:
    """Kind, base and seat as `read_party` wants them; the kind from the name where it was left out."""
    words = [word for word in typed if word]
    seat = next((seat for word in words if (seat := meant(SEATS, word))), Seat.CORE)
    base = next((base for word in words if (base := meant(BASES, word))), None)
    left = [word for word in words if meant(SEATS, word) is None and meant(BASES, word) is None]
    kind = meant(KINDS, left[0]) if left else kind_in(name)
    unclear = left[0] if kind is None else next(iter(left[1:]), "")
    if kind is None or unclear:
        raise UsageError(
            Message("“{word}” is no kind of party.", word=unclear),
            Message("Kinds are municipality, residents, tenants, care, welfare, housing and other."),
        )
    return [kind, base or "", seat]
