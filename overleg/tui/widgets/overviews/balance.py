"""Give and take: two small bars for each party, and two sharp questions where they are due."""

from rich.cells import cell_len

from overleg.domain import names
from overleg.domain.choices import Language
from overleg.domain.model import Session
from overleg.domain.overviews.reciprocity import (
    Balance,
    balances,
    connects_only,
    only_asks_of_residents,
)
from overleg.domain.text import clean
from overleg.errors import Message
from overleg.locale import catalogue, say
from overleg.tui.cells import fill
from overleg.tui.widgets.overviews.lines import WARNS, Told, told
from overleg.tui.widgets.overviews.names import full_name

_LONGEST_BAR = 24
_UNIT = 2
"""Cells for each thing that is brought or asked, as long as the longest bar has room for them."""
_INDENT = 3


def balance_lines(session: Session, language: Language, width: int) -> list[Told]:
    """Every party with what it brings and what it asks; then the questions to put to the table."""
    found = {each.party: each for each in balances(session)}
    most = max((max(each.brings, each.fetches) for each in found.values()), default=0)
    lines = []
    for party in session.parties:
        lines += told(full_name(party), width, is_bold=True)
        lines += [*_bars(found[party.id], most, language, width), Told()]
    questions = [line for each in _questions(session) for line in told(WARNS + say(each, language), width)]
    return lines + questions


def _bars(balance: Balance, most: int, language: Language, width: int) -> list[Told]:
    _ = catalogue(language).gettext
    what = Message(
        "{accepted} accepted, {offered} offered, {committed} promised",
        accepted=balance.accepted,
        offered=balance.offered,
        committed=balance.committed,
    )
    words = _("brings"), _("asks")
    label = max(map(cell_len, words)) + 1
    room = min(_LONGEST_BAR, max(1, width - _INDENT - label - 6))
    bars = [f"{count:>3}  {_bar(count, most, room)}" for count in (balance.brings, balance.fetches)]
    brings, asks = (fill(word, label) + bar for word, bar in zip(words, bars, strict=True))
    return [
        *told(f"{brings}  {say(what, language)}", width, indent=_INDENT),
        *told(asks.rstrip(), width, indent=_INDENT),
    ]


def _bar(count: int, most: int, room: int) -> str:
    length = count * _UNIT if most * _UNIT <= room else round(count * room / most)
    return fill("=" * max(length, 1 if count else 0), room)


def _questions(session: Session) -> list[Message]:
    connector = Message("The municipality calls itself a connector. What does it do or give itself?")
    return [
        *(connector for _ in connects_only(session)[:1]),
        *(
            Message(
                "{party} asks something of residents. What does {party} bring to residents?",
                party=clean(names.party_name(session, party)),
            )
            for party in only_asks_of_residents(session)
        ),
    ]
