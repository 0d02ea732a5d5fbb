"""The marked words of a capture line: ``@person ^date #group &task=R ~A-001 %body !fin``.

A token at the end of a line is taken out of the text. One in the middle of a sentence is understood too,
but the words that people said stay where they were said.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date

from overleg.domain import dates, names
from overleg.domain.choices import Kind, Rasci, Sensitivity
from overleg.domain.kind_row import KindRow
from overleg.domain.model import Link, Person, Session, TargetGroup, Task
from overleg.domain.text import fold, slug
from overleg.domain.words import Words
from overleg.errors import Message, Refused

CLASSES: dict[Sensitivity, Words] = {
    Sensitivity.NONE: Words("niet gevoelig", "not sensitive"),
    Sensitivity.FINANCE: Words("geld", "finance", ("fin", "money")),
    Sensitivity.PERSONAL: Words("persoonlijk", "personal", ("pers",)),
    Sensitivity.STRATEGY: Words("strategie", "strategy", ("strat",)),
    Sensitivity.OTHER: Words("anders", "other", ("v", "vertrouwelijk", "confidential")),
}
_CLASS_OF = {
    fold(word): sensitivity
    for sensitivity, words in CLASSES.items()
    if sensitivity is not Sensitivity.NONE
    for word in words.all()
    if word not in ("anders", "other")
}

REF = re.compile(r"([A-Za-z])-?(\d{1,6})(?![\w-])")
_WORD = re.compile(r'[@^#&~%]"[^"]+"[.,;:!?)]*|"[^"]*"|\S+')
_BODY = re.compile(r'(?:^|\s)%"?[^\W\d_]')
_MEANT_AS_CLASS = re.compile(r"[^!]*!([^\W\d_]+)([^\w.,]?\S*?)[.,;:!?)]*")
_SIGILS = "@^#&~%!"
_CLOSING = ".,;:!?)"
_RASCI = frozenset(letter.value for letter in Rasci)
# After one of these the sentence is not over: "bellen met @Ruud" keeps its Ruud.
_LEADS_ON = frozenset(
    "aan bij door en in met naar of om onder op over te tot uit van via voor"
    " about and at by for from or to with".split()
)


@dataclass(slots=True)
class Tokens:
    """What the tokens of a line say, and the text that is left."""

    text: str = ""
    people: list[Person] = field(default_factory=list)
    free_owner: str = ""
    dates: list[date] = field(default_factory=list)
    groups: list[TargetGroup] = field(default_factory=list)
    task: Task | None = None
    rasci: Rasci | None = None
    links: list[Link] = field(default_factory=list)
    body: str = ""
    sensitivity: Sensitivity = Sensitivity.NONE
    hints: list[Message] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Allowed:
    """Which tokens mean something on this line; the others are text.

    `people` and `dates` say how many; a reservation brings one date of its own. `party` says whose
    people are meant first.
    """

    people: int = 0
    dates: int = 0
    groups: bool = False
    task: bool = False
    links: bool = False
    body: bool = False
    free_owner: bool = False
    party: str | None = None


def allowed_for(row: KindRow, party: str | None) -> Allowed:
    """The tokens that an entry of this kind can carry."""
    fields = row.record.__struct_fields__
    return Allowed(
        people=4 if "helpers" in fields else 1,
        dates=1 if row.date_field else 0,
        groups=True,
        task=True,
        links=True,
        body="reservation" in fields,
        free_owner=row.kind is Kind.ACTION,
        party=party,
    )


def read(body: str, position: int, session: Session, allowed: Allowed) -> Tokens:
    """The tokens in `body`, which begins at `position` of the typed line.

    Raises `Refused` with a position for a token that points at something that does not exist.
    """
    if allowed.body and _BODY.search(body):
        allowed = replace(allowed, dates=allowed.dates + 1)
    reader = _Reader(session, allowed)
    pieces: list[tuple[int, int, str | None]] = []
    at = 0
    while match := _WORD.search(body, at):
        start, end = match.span()
        visible, end = reader.read(body, start, end, position)
        pieces.append((start, end, visible))
        at = end
    reader.tokens.text = _text_without(body, pieces)
    return reader.tokens


def _text_without(body: str, pieces: list[tuple[int, int, str | None]]) -> str:
    """The body without the tokens at its end, and with the words of the others."""
    last = next((n for n in reversed(range(len(pieces))) if pieces[n][2] is None), -1)
    if last >= 0 and fold(body[pieces[last][0] : pieces[last][1]]) in _LEADS_ON:
        last += 1
    pieces = pieces[: last + 1]
    text, at = "", 0
    for start, end, visible in pieces:
        text += body[at:start]
        if visible == "":
            text = text.rstrip()
        text += body[start:end] if visible is None else visible
        at = end
    return text.strip().rstrip(",;").rstrip()


class _Reader:
    """Reads one word after the other; knows what was read before."""

    def __init__(self, session: Session, allowed: Allowed) -> None:
        self.session = session
        self.allowed = allowed
        self.tokens = Tokens()

    def read(self, body: str, start: int, end: int, position: int) -> tuple[str | None, int]:
        """What stays visible in a sentence when this word is a token, else None; and where it ends."""
        word = body[start:end]
        self._look_for_a_class(word)
        if word[0] not in _SIGILS or len(word) == 1:
            return None, end
        if word[0] == "@" and (named := self._whole_name(body, start + 1)):
            end = max(end, start + 1 + len(named))
            word = body[start:end]
        value = word[1:].rstrip(_CLOSING)
        closing = word[1 + len(value) :]
        value = value.strip('"')
        try:
            visible = self._READERS[word[0]](self, value)
        except Refused as refused:
            raise Refused(refused.message, refused.hint, position=position + start) from refused
        return (visible and visible + closing), end

    def _look_for_a_class(self, word: str) -> None:
        """A class that is mistyped or glued to a word leaves the entry open: that must be said."""
        match = _MEANT_AS_CLASS.fullmatch(word)
        if match is None or (word[0] == "!" and fold(match[1]) in _CLASS_OF and not match[2]):
            return
        if word[0] == "!" or fold(match[1]) in _CLASS_OF:
            self.tokens.hints.append(
                Message(
                    "“{word}” does not make this confidential; type {example} by itself.",
                    word=word,
                    example="!v",
                )
            )

    def _whole_name(self, body: str, start: int) -> str:
        """The name of a participant, when all of it stands here."""
        for person in self.session.people:
            end = start + len(person.name)
            is_here = " " in person.name and fold(body[start:end]) == fold(person.name)
            if is_here and not body[end : end + 1].isalnum():
                return body[start:end]
        return ""

    def _person(self, value: str) -> str | None:
        tokens = self.tokens
        if not value or len(tokens.people) >= self.allowed.people:
            return None
        person = names.find_person(self.session, value, self.allowed.party)
        if person is not None:
            tokens.people.append(person)
            return value
        tokens.hints.append(Message("“{name}” is not on the list of people.", name=value))
        if not self.allowed.free_owner or tokens.free_owner or tokens.people or not value[0].isalpha():
            return None
        tokens.free_owner = value
        return value

    def _date(self, value: str) -> str | None:
        session, tokens = self.session, self.tokens
        next_date = session.next.date if session.next else None
        try:
            when = dates.read(value, session.date, next_date)
        except dates.ImpossibleDate:
            raise Refused(
                Message("{date} is not a date in any calendar.", date=value),
                Message("Type a date such as {example}.", example="24-2-2027"),
            ) from None
        if when is None:
            return None
        if len(tokens.dates) >= self.allowed.dates:
            tokens.hints.append(Message("No date belongs here, so “{text}” stays text.", text=f"^{value}"))
            return None
        tokens.dates.append(when)
        return ""

    def _group(self, value: str) -> str | None:
        key = slug(value)
        if not self.allowed.groups or not key or not value[0].isalpha():
            return None
        group = self.session.group(key) or TargetGroup(slug=key, title=value.replace("_", " "))
        if group not in self.tokens.groups:
            self.tokens.groups.append(group)
        return value

    def _task(self, value: str) -> str | None:
        title, equals, letter = value.partition("=")
        key = slug(title)
        rasci = letter.upper()
        if not self.allowed.task or self.tokens.task or not key or not title[0].isalpha():
            return None
        if equals and rasci not in _RASCI:
            return None
        self.tokens.task = self.session.task(key) or Task(slug=key, title=title.replace("_", " "))
        self.tokens.rasci = Rasci(rasci) if equals else None
        return title

    def _link(self, value: str) -> str | None:
        match = REF.fullmatch(value)
        if not self.allowed.links or match is None:
            return None
        ref = normal_ref(match)
        if self.session.entry(ref) is None:
            raise Refused(Message("There is no {ref} in this meeting.", ref=ref))
        if all(link.ref != ref for link in self.tokens.links):
            self.tokens.links.append(Link(ref=ref))
        return value

    def _body(self, value: str) -> str | None:
        if not self.allowed.body or self.tokens.body or not value or not value[0].isalpha():
            return None
        self.tokens.body = value.replace("_", " ")
        return ""

    def _class(self, value: str) -> str | None:
        sensitivity = _CLASS_OF.get(fold(value))
        if sensitivity is None:
            return None
        if self.tokens.sensitivity is Sensitivity.NONE:
            self.tokens.sensitivity = sensitivity
        return ""

    _READERS: dict[str, Callable[["_Reader", str], str | None]] = {
        "@": _person,
        "^": _date,
        "#": _group,
        "&": _task,
        "~": _link,
        "%": _body,
        "!": _class,
    }


def normal_ref(match: re.Match[str]) -> str:
    """``V-003`` for ``v3``, ``V003`` and ``V-3``."""
    return f"{match[1].upper()}-{int(match[2]):03}"
