"""The words that a meeting knows: what can stand after a mark, a number or a command."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from overleg.domain import names
from overleg.domain.capture.references import ANSWERS
from overleg.domain.capture.tokens import CLASSES
from overleg.domain.choices import Sensitivity
from overleg.domain.kinds import row_of
from overleg.domain.model import AnyEntry, Session
from overleg.domain.text import fold
from overleg.domain.words import Words
from overleg.errors import Message

_LONGEST_MEANING = 40


@dataclass(frozen=True, slots=True)
class Word:
    """What is typed, what it means, and other beginnings that lead to it."""

    text: str
    meaning: str | Words | Message = ""
    also: tuple[str, ...] = ()

    def begins_with(self, typed: str) -> bool:
        """Whether a folded beginning may become this word."""
        return any(fold(each).startswith(typed) for each in (self.text, *self.also))


def items(session: Session) -> Iterator[Word]:
    for number, item in enumerate(session.agenda, start=1):
        yield Word(item.id, item.title, (str(number), item.title))


def parties(session: Session) -> Iterator[Word]:
    for party in session.parties:
        yield Word(party.code, party.name, (party.name, *party.name.split()))


def people(session: Session, party: str | None = None) -> Iterator[Word]:
    """The people, those of the party first; by first name where that is enough."""
    for person in sorted(session.people, key=lambda each: each.party != party):
        meaning = names.party_name(session, person.party) if person.party else person.function
        yield Word(names.short_name(session, person.id), meaning, tuple(person.name.split()))


def groups(session: Session, party: str | None = None) -> Iterator[Word]:
    return (Word(group.title.replace(" ", "_")) for group in session.target_groups)


def tasks(session: Session, party: str | None = None) -> Iterator[Word]:
    return (Word(task.title.replace(" ", "_")) for task in session.tasks)


def bodies(session: Session, party: str | None = None) -> Iterator[Word]:
    """The bodies that somebody has to consult, those of the party first."""
    who = sorted(session.people, key=lambda each: each.party != party)
    known = dict.fromkeys(person.mandate_body for person in who if person.mandate_body)
    return (Word(body.replace(" ", "_")) for body in known)


def classes(session: Session, party: str | None = None) -> Iterator[Word]:
    for sensitivity, words in CLASSES.items():
        if sensitivity is Sensitivity.OTHER:
            yield Word("v", Message("confidential"))
        elif sensitivity is not Sensitivity.NONE:
            yield Word(words[session.language], Message("confidential"), words.typed)


def links(session: Session, party: str | None = None) -> Iterator[Word]:
    return refs(session, lambda entry: True)


def refs(session: Session, fits: Callable[[AnyEntry], bool]) -> Iterator[Word]:
    """The entries for which that holds, the last one first; nothing of what is confidential."""
    for entry in reversed(session.entries):
        if entry.withdrawn is None and fits(entry):
            letter, _, number = entry.ref.partition("-")
            yield Word(entry.ref, _in_short(entry), (f"{letter}{number}", f"{letter}{int(number)}"))


def _in_short(entry: AnyEntry) -> str | Words:
    if entry.sensitivity is not Sensitivity.NONE:
        return row_of(entry).words
    short = entry.text[:_LONGEST_MEANING]
    return short if short == entry.text else f"{short.rstrip()}…"


def answers(session: Session, entry: AnyEntry) -> Iterator[Word]:
    for words in ANSWERS.values():
        yield Word(words[session.language].split()[-1])


def silent_parties(session: Session, entry: AnyEntry) -> Iterator[Word]:
    """The parties that have not spoken about the entry."""
    spoken = names.codes(session, (each.party for each in entry.endorsements))
    return (word for word in parties(session) if word.text not in spoken)


def states(session: Session, entry: AnyEntry) -> Iterator[Word]:
    for state in row_of(entry).states:
        if state.key != entry.status:
            yield Word(state.words[session.language])
