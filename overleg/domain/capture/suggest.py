"""What the word at the end of the line may become, while it is being typed."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice

from overleg.domain import names
from overleg.domain.capture import vocabulary
from overleg.domain.capture.commands import COMMANDS, About, command_called
from overleg.domain.capture.tokens import REF, normal_ref
from overleg.domain.capture.vocabulary import Word
from overleg.domain.kinds import kind_by_letter, row_of
from overleg.domain.model import AnyEntry, Expectation, Offer, Party, Session
from overleg.domain.text import fold
from overleg.domain.words import Words
from overleg.errors import Message

MOST = 6
"""As many as can be taken in at a glance; who wants another one types a letter more."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A word that could stand from `start` to the end of the line, and what it stands for."""

    start: int
    text: str
    meaning: str | Words | Message = ""


def suggest(line: str, session: Session) -> tuple[Suggestion, ...]:
    """What the end of the line may become, most likely first; nothing where that is plain text."""
    for read in (_command, _about_entry, _token, _speaker):
        found = read(line, session)
        if found is not None:
            start, words = found
            typed = fold(line[start:])
            fitting = (word for word in words if word.begins_with(typed) and fold(word.text) != typed)
            return tuple(Suggestion(start, word.text, word.meaning) for word in islice(fitting, MOST))
    return ()


_Found = tuple[int, Iterator[Word]] | None
"""Where the word begins, and the words it may become; None where the line is not of that sort."""


def _command(line: str, session: Session) -> _Found:
    match = re.fullmatch(r"/((?:[^\W\d_]|-)*)(\s+)?(.*)", line)
    if match is None:
        return None
    if not match[2]:
        return 1, (_command_word(row.names, row.meaning, row.about, session) for row in COMMANDS)
    row = command_called(match[1])
    return match.start(3), _ARGUMENTS[row.about](session) if row else iter(())


def _command_word(twins: Words, meaning: Message, about: About, session: Session) -> Word:
    space = "" if about is About.NOTHING else " "
    return Word(f"{twins[session.language]}{space}", meaning, twins.all())


def _nothing(session: Session) -> Iterator[Word]:
    return iter(())


_ARGUMENTS: dict[About, Callable[[Session], Iterator[Word]]] = {
    About.NOTHING: _nothing,
    About.TEXT: _nothing,
    About.ITEM: vocabulary.items,
    About.PARTY: vocabulary.parties,
    About.PERSON: vocabulary.people,
    About.ENTRY: vocabulary.links,
}


def _about_entry(line: str, session: Session) -> _Found:
    """After ``=``, ``+``, ``?`` or ``*``: the entry first, then what happens to it."""
    if line[:1] not in _ABOUT:
        return None
    fits, happens = _ABOUT[line[0]]
    ref, space, rest = line[1:].partition(" ")
    if not space:
        return 1, (Word(f"{word.text} ", word.meaning, word.also) for word in vocabulary.refs(session, fits))
    match = REF.fullmatch(ref)
    entry = session.entry(normal_ref(match)) if match else None
    if entry is None or ":" in rest or "%" in rest:
        return None
    return line.rfind(" ") + 1, happens(session, entry)


def _awaits_answer(entry: AnyEntry) -> bool:
    if isinstance(entry, Expectation):
        return entry.answer is None and entry.to_party is not None
    return isinstance(entry, Offer) and entry.status == "open"


def _can_be_supported(entry: AnyEntry) -> bool:
    return entry.voiced_party is not None or row_of(entry).support is not None


def _can_be_resisted(entry: AnyEntry) -> bool:
    return entry.voiced_party is not None or row_of(entry).resist is not None


def _has_states(entry: AnyEntry) -> bool:
    return bool(row_of(entry).states)


_Fits = Callable[[AnyEntry], bool]
_Happens = Callable[[Session, AnyEntry], Iterator[Word]]

_ABOUT: dict[str, tuple[_Fits, _Happens]] = {
    "=": (_awaits_answer, vocabulary.answers),
    "+": (_can_be_supported, vocabulary.silent_parties),
    "?": (_can_be_resisted, vocabulary.silent_parties),
    "*": (_has_states, vocabulary.states),
}


def _token(line: str, session: Session) -> _Found:
    """The last word, where it begins with a mark."""
    match = re.search(r"\s([@#&~%!])([^\s=]*)\Z", line)
    if match is None:
        return None
    return match.start(2), _TOKENS[match[1]](session, _party_named(line, session))


def _party_named(line: str, session: Session) -> str | None:
    """The party before the colon, else the one that has the floor: its people are meant first."""
    head, colon, _ = line.partition(":")
    party = names.find_party(session, re.split(r"[\s>+/]", head.strip())[-1]) if colon else None
    return party.id if party else session.turn.party if session.turn else None


_TOKENS: dict[str, Callable[[Session, str | None], Iterator[Word]]] = {
    "@": vocabulary.people,
    "#": vocabulary.groups,
    "&": vocabulary.tasks,
    "~": vocabulary.links,
    "%": vocabulary.bodies,
    "!": vocabulary.classes,
}

_HEAD = re.compile(r"(?:(?P<kind>[^\W\d_])\s+)?(?:(?P<before>[^\s:]*[>+/]))?(?P<word>[^\s:>+/\"\[]*)")


def _speaker(line: str, session: Session) -> _Found:
    """The word before the colon; without a kind only in capitals, for it could as well begin a sentence."""
    match = _HEAD.fullmatch(line)
    if match is None or not (match["before"] or match["word"]):
        return None
    kind = kind_by_letter(match["kind"], session.language) if match["kind"] else None
    if kind is None and (match["kind"] or not _is_like_a_code(match["before"] or match["word"])):
        return None
    before = names.find_party(session, re.split("[>+/]", match["before"])[0]) if match["before"] else None
    if match["before"] and before is None:
        return None
    words = _after_slash(session, before) if _ends_in_slash(match["before"]) else _others(session, before)
    return match.start("word"), (Word(f"{word.text}: ", word.meaning, word.also) for word in words)


def _is_like_a_code(typed: str) -> bool:
    return len(typed) > 1 and typed[:2].isupper()


def _ends_in_slash(before: str | None) -> bool:
    return before is not None and before.endswith("/")


def _after_slash(session: Session, party: Party | None) -> Iterator[Word]:
    """A person of the party, or the party as which it speaks."""
    own = {person.id for person in session.people_of(party.id if party else None)}
    for person in session.people:
        if person.id in own:
            yield Word(names.short_name(session, person.id), person.function, tuple(person.name.split()))
    yield from _others(session, party)


def _others(session: Session, party: Party | None) -> Iterator[Word]:
    return (word for word in vocabulary.parties(session) if party is None or word.text != party.code)
