"""The minutes of last time: ``/verslag wijzig`` and ``/verslag vaststellen``."""

import re

from overleg.domain import names
from overleg.domain.capture import tokens
from overleg.domain.capture.command import Argument, Command
from overleg.domain.capture.context import Context
from overleg.domain.capture.tokens import Allowed
from overleg.domain.changes import Change
from overleg.domain.meeting_changes import AdoptMinutes, CorrectMinutes
from overleg.domain.text import fold
from overleg.errors import Message


def minutes(argument: Argument) -> Change | Command:
    word, _, rest = argument.text.partition(" ")
    if fold(word) in ("vaststellen", "adopt"):
        return AdoptMinutes(at=argument.context.now)
    if fold(word) not in ("wijzig", "change"):
        return Command("closing", argument.text, Message("Documents"))
    if not rest.strip():
        raise argument.missing(Message("What has to change in the minutes of last time?"))
    return _correction(rest.strip(), argument.context)


_OPEN, _CLOSE = "['‘“\"]", "['’”\"]"
_ARROW = re.compile(rf"(?P<where>.*?)\s*{_OPEN}(?P<old>.+?){_CLOSE}\s*(?:->|→)\s*{_OPEN}(?P<new>.+?){_CLOSE}")


def _correction(text: str, context: Context) -> CorrectMinutes:
    """``PARTY: where 'old' -> 'new'``, or any text, which is kept whole as the correction."""
    who, colon, rest = text.partition(":")
    party = names.find_party(context.session, who) if colon else None
    read = tokens.read(rest.strip() if party else text, 0, context.session, Allowed())
    said = read.text
    arrow = _ARROW.fullmatch(said)
    return CorrectMinutes(
        at=context.now,
        party=party.id if party else None,
        where=arrow["where"] if arrow else "",
        old=arrow["old"] if arrow else "",
        new=arrow["new"] if arrow else said,
        sensitivity=read.sensitivity,
    )
