"""The minutes of last time: ``/verslag wijzig`` and ``/verslag vaststellen``."""

import re
from datetime import datetime

from overleg.domain import names
from overleg.domain.capture import tokens
from overleg.domain.capture.command import Argument, Command
from overleg.domain.capture.tokens import CLASSES, Allowed
from overleg.domain.changes import Change
from overleg.domain.choices import Sensitivity
from overleg.domain.meeting_changes import AdoptMinutes, CorrectMinutes
from overleg.domain.model import Correction, Session
from overleg.domain.text import fold
from overleg.domain.words import Words
from overleg.errors import Message


def minutes(argument: Argument) -> Change | Command:
    word, _, rest = argument.text.partition(" ")
    if fold(word) in ("vaststellen", "adopt"):
        return AdoptMinutes(at=argument.context.now)
    if fold(word) in ("lees", "read"):
        return Command("last_minutes", rest.strip(), Message("The minutes of last time"))
    if fold(word) not in ("wijzig", "change"):
        return Command("closing", argument.text, Message("Documents"))
    if not rest.strip():
        raise argument.missing(Message("What has to change in the minutes of last time?"))
    return read_correction(rest.strip(), argument.context.session, argument.context.now)


_OPEN, _CLOSE = "['‘“\"]", "['’”\"]"
_ARROW = re.compile(rf"(?P<where>.*?)\s*{_OPEN}(?P<old>.+?){_CLOSE}\s*(?:->|→)\s*{_OPEN}(?P<new>.+?){_CLOSE}")


def read_correction(text: str, session: Session, now: datetime) -> CorrectMinutes:
    """``PARTY: where 'old' -> 'new'``, or any text, which is kept whole as the correction."""
    who, colon, rest = text.partition(":")
    party = names.find_party(session, who) if colon else None
    read = tokens.read(rest.strip() if party else text, 0, session, Allowed())
    said = read.text
    arrow = _ARROW.fullmatch(said)
    return CorrectMinutes(
        at=now,
        party=party.id if party else None,
        where=arrow["where"].removesuffix(":") if arrow else "",
        old=arrow["old"] if arrow else "",
        new=arrow["new"] if arrow else said,
        sensitivity=read.sensitivity,
    )


def correction_line(correction: Correction, session: Session) -> str:
    """The line that records a correction, such as one that was begun in a form."""
    old, new = correction.old, correction.new
    change = f"‘{old}’ -> ‘{new}’" if old and new else old or new
    said = " ".join(filter(None, (correction.where, change)))
    who = f"{names.code(session, correction.party)}: " if correction.party else ""
    return f"{_TYPED[session.language]} {who}{said}{_mark(correction.sensitivity, session)}"


def _mark(class_: Sensitivity, session: Session) -> str:
    match class_:
        case Sensitivity.NONE:
            return ""
        case Sensitivity.OTHER:
            return " !v"
    return f" !{CLASSES[class_][session.language]}"


_TYPED = Words("/verslag wijzig", "/minutes change")
