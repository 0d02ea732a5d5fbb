"""Speaking time, for who asks for it: in the order of the table, without a word about more or less."""

from datetime import datetime

from overleg.domain.choices import Language
from overleg.domain.model import Session
from overleg.domain.overviews.talk import Spoken, Talk, talk_balance, talk_by_item
from overleg.domain.text import clean
from overleg.locale import catalogue
from overleg.tui.cells import fill
from overleg.tui.widgets.overviews.lines import Row, Told, table, told

_LONGEST_BAR = 40
_EVEN = "|"


def talk_lines(session: Session, now: datetime, language: Language, width: int) -> list[Told]:
    """Each party with its minutes, its share and a bar; then the minutes of every agenda item."""
    _ = catalogue(language).gettext
    talk = talk_balance(session, now)
    if not session.turns:
        return told(_("Nobody had the floor yet; it is given with the key for turns in the meeting."), width)
    names = {party.id: clean(party.code) for party in session.parties}
    total = [_line(each, talk, names[each.party], width) for each in talk.spoken]
    heads = [names[each.party] for each in talk.spoken]
    rows = [
        Row(_title(item, session, language), _minutes(of_item, talk))
        for item, of_item in talk_by_item(session, now).items()
    ]
    return [*total, Told(), *table(_("Agenda item"), heads, rows, width)]


def _line(spoken: Spoken, talk: Talk, code: str, width: int) -> Told:
    before = f"{fill(code, 6)}{_clock(spoken.seconds):>7}  {round(spoken.share * 100):>3}%  "
    room = max(2, min(_LONGEST_BAR, width - len(before)))
    return Told(before + _bar(spoken.share, talk.even_share, room))


def _bar(share: float, even: float, room: int) -> str:
    """The share as a bar, with a mark where an even share ends; the whole width is all that was spoken."""
    bar = fill("=" * round(share * room), room)
    mark = min(max(round(even * room), 1), room) - 1
    return (bar[:mark] + _EVEN + bar[mark + 1 :]).rstrip()


def _title(item: str | None, session: Session, language: Language) -> str:
    found = session.item(item)
    return clean(found.title) if found else catalogue(language).gettext("outside the agenda")


def _minutes(of_item: Talk, talk: Talk) -> list[str]:
    """The time of each party in the order of the columns; nothing where it had none."""
    seconds = {each.party: each.seconds for each in of_item.spoken}
    return [_clock(seconds[each.party]) if seconds.get(each.party) else "" for each in talk.spoken]


def _clock(seconds: int) -> str:
    """``12:05`` for minutes and seconds"""
    return f"{seconds // 60}:{seconds % 60:02}"
