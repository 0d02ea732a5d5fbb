"""Lines about an entry that is there: ``=`` answers, ``+`` endorses, ``?`` objects, ``*`` sets a state."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from overleg.domain import names
from overleg.domain.capture import tokens
from overleg.domain.capture.context import Context, unknown_party
from overleg.domain.capture.tokens import REF, Allowed, Tokens, normal_ref
from overleg.domain.changes import Change
from overleg.domain.choices import AnswerValue, Sensitivity
from overleg.domain.entry_changes import (
    WITHDRAWN,
    Amend,
    Endorse,
    GiveAnswer,
    SetState,
)
from overleg.domain.kind_row import KindRow
from overleg.domain.kinds import row_of
from overleg.domain.model import AnyEntry, Reservation
from overleg.domain.text import fold
from overleg.domain.words import Words
from overleg.errors import Message, Refused

ANSWERS: dict[AnswerValue, Words] = {
    AnswerValue.ACCEPT: Words("ja", "accept", ("yes", "j", "y", "akkoord")),
    AnswerValue.DECLINE: Words("nee", "decline", ("no", "n")),
    AnswerValue.DISCUSS: Words("bespreken", "discuss", ("b", "d")),
    AnswerValue.REPHRASE: Words("te vaag", "rephrase", ("vaag", "vague", "too vague")),
}
_ANSWER_OF = {fold(word): value for value, words in ANSWERS.items() for word in words.all()}
_ANSWER = re.compile(
    rf"\s*:?\s*({'|'.join(sorted(_ANSWER_OF, key=len, reverse=True))})(?!\w)[\s,.!;]*:?", re.IGNORECASE
)
_ENDS = " .,;!?"
_AMENDED = frozenset({"aangepast", "amended"})
_WITHDRAWN_WORDS = frozenset({"ingetrokken", "withdrawn"})
_REOPENED_WORDS = frozenset({"heropend", "reopened"})
_AND = frozenset({"en", "and", "&"})
_RESERVED = Allowed(body=True)


@dataclass(frozen=True, slots=True)
class Line:
    """A line about an entry: the entry, and what stands after its number."""

    entry: AnyEntry
    text: str
    position: int
    context: Context

    @property
    def ref(self) -> str:
        return self.entry.ref

    @property
    def said(self) -> str:
        return self.text.partition(":")[2]

    @property
    def said_at(self) -> int:
        return self.position + len(self.text) - len(self.said)

    @property
    def word_at(self) -> int:
        return self.position + len(self.text) - len(self.text.lstrip())


def parse(text: str, context: Context) -> Change | None:
    """The change that a line about an entry makes; None when the line is about no entry.

    Raises `Refused` with a position where it points at something that does not exist.
    """
    read = _READERS.get(text[0])
    match = REF.match(text, 1) if read else None
    if read is None or match is None:
        return None
    ref = normal_ref(match)
    entry = context.session.entry(ref)
    if entry is not None:
        return read(Line(entry, text[match.end() :], match.end(), context))
    if "-" not in match[0]:
        return None  # "+A4 papier" is about paper.
    raise Refused(Message("There is no {ref} in this meeting.", ref=ref), position=1)


def _answer(line: Line) -> Change:
    match = _ANSWER.match(line.text)
    if match is None:
        word = line.text.partition(":")[0].strip(_ENDS)
        raise Refused(
            Message("“{word}” is not an answer.", word=word)
            if word
            else Message("The answer to {ref} is missing.", ref=line.ref),
            Message("Type yes, no, discuss or vague."),
            position=line.word_at,
        )
    said_at = line.position + match.end()
    read = tokens.read(line.text[match.end() :], said_at, line.context.session, _RESERVED)
    return GiveAnswer(
        at=line.context.now,
        ref=line.ref,
        value=_ANSWER_OF[fold(match[1])],
        text=read.text.removeprefix(":").strip(),
        reservation=_reservation(read),
        sensitivity=read.sensitivity,
    )


def _endorse(line: Line) -> Change:
    return _stance(line, resists=False)


def _object(line: Line) -> Change:
    return _stance(line, resists=True)


def _stance(line: Line, *, resists: bool) -> Change:
    """Who supports or resists an entry, and what they said after the colon."""
    session = line.context.session
    who = tokens.read(line.text.partition(":")[0], line.position, session, _RESERVED)
    said = tokens.read(line.said, line.said_at, session, _RESERVED)
    return Endorse(
        at=line.context.now,
        ref=line.ref,
        parties=_parties(line, who.text.strip(_ENDS)),
        resists=resists,
        text=said.text,
        reservation=_reservation(who) or _reservation(said),
        sensitivity=_class(said, who),
    )


def _parties(line: Line, named: str) -> tuple[str, ...]:
    """The parties named by codes, names, starts of names or ``*``; else the one that has the floor."""
    session = line.context.session
    if not named and session.turn:
        return (session.turn.party,)
    if not named:
        raise Refused(
            Message("It is not said which party."),
            Message("Type the code of the party, or * for all."),
            position=line.word_at,
        )
    whole = names.find_party(session, named)
    if whole is not None:
        return (whole.id,)
    found: dict[str, None] = {}
    for word in re.findall(r"[^\s,+]+", named):
        if fold(word) in _AND:
            continue
        party = names.find_party(session, word)
        if word == "*" or fold(word) in ("allen", "all"):
            found |= dict.fromkeys(core.id for core in session.core_parties)
        elif party is not None:
            found[party.id] = None
        else:
            raise unknown_party(line.context, word, line.position + max(0, line.text.find(word)))
    if not found:
        raise Refused(Message("There are no parties at this table yet."), position=line.word_at)
    return tuple(found)


def _state(line: Line) -> Change:
    session = line.context.session
    head = tokens.read(line.text.partition(":")[0], line.position, session, Allowed(dates=1))
    word = head.text.strip(_ENDS)
    if fold(word) in _AMENDED:
        return _amended(line, head)
    said = tokens.read(line.said, line.said_at, session, Allowed(dates=1 - len(head.dates)))
    return SetState(
        at=line.context.now,
        ref=line.ref,
        state=_state_key(line, word),
        text=said.text,
        due=next(iter(head.dates + said.dates), None),
        sensitivity=_class(said, head),
    )


def _amended(line: Line, head: Tokens) -> Change:
    """The new text; of the tokens only a class means something here."""
    said = tokens.read(line.said, line.said_at, line.context.session, Allowed())
    if not said.text:
        raise Refused(
            Message("The new text of {ref} is missing.", ref=line.ref),
            Message("Type it after a colon."),
            position=line.position + len(line.text),
        )
    return Amend(at=line.context.now, ref=line.ref, text=said.text, sensitivity=_class(said, head))


def _class(*read: Tokens) -> Sensitivity:
    """The class marked on either side of the colon."""
    marked = (each.sensitivity for each in read if each.sensitivity is not Sensitivity.NONE)
    return next(marked, Sensitivity.NONE)


def _state_key(line: Line, word: str) -> str:
    row = row_of(line.entry)
    state = row.typed_state(word) if word else None
    if state is not None:
        return state.key
    if fold(word) in _WITHDRAWN_WORDS:
        return WITHDRAWN
    if fold(word) in _REOPENED_WORDS and not row.states:
        return row.first_state
    raise Refused(
        Message("{ref} cannot become “{word}”.", ref=line.ref, word=word)
        if word
        else Message("It is not said what becomes of {ref}.", ref=line.ref),
        Message("Possible are: {words}.", words=_possible(row)),
        position=line.word_at,
    )


def _possible(row: KindRow) -> Words:
    """The states of a kind, to be read out in either language."""
    states = [state.words for state in row.states]
    states += [Words("aangepast", "amended")]
    states += [] if row.state(WITHDRAWN) else [Words("ingetrokken", "withdrawn")]
    return Words(", ".join(words.nl for words in states), ", ".join(words.en for words in states))


def _reservation(read: Tokens) -> Reservation | None:
    if not read.body:
        return None
    return Reservation(body=read.body, until=read.dates[0] if read.dates else None)


_READERS: dict[str, Callable[[Line], Change]] = {
    "=": _answer,
    "+": _endorse,
    "?": _object,
    "*": _state,
}
