"""Looking for an entry: by its words, and by who, what, when and how it stands."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from msgspec.structs import fields
from msgspec.structs import replace as but

from overleg.domain import names
from overleg.domain.filtering import parties_of
from overleg.domain.kind_row import KindRow
from overleg.domain.kinds import KINDS
from overleg.domain.model import AnyEntry, Session
from overleg.domain.query import Query
from overleg.domain.review import overdue_days, stays_open
from overleg.domain.snippets import Snippet, snippet
from overleg.domain.text import fold

_SAID = (
    "horizon why amount addressee destination outcome sign_of_success lesson trigger how report_back"
    " indicator unit baseline target expected_result"
).split()
"""The fields of the kinds that hold what somebody said; in some kinds one of them holds a code."""


def _own_texts(row: KindRow) -> tuple[str, ...]:
    return tuple(each.name for each in fields(row.record) if each.name in _SAID and each.type is str)


_OWN_TEXTS = {kind: _own_texts(row) for kind, row in KINDS.items()}
_OWN_PARTS = {
    kind: tuple(name for name in ("resources", "contributions") if name in row.record.__struct_fields__)
    for kind, row in KINDS.items()
}


@dataclass(frozen=True, slots=True)
class Hit:
    """An entry that was found, with the piece of it in which that was.

    `session` is the meeting where it stands, without what else was said there.
    """

    session: Session
    entry: AnyEntry
    snippet: Snippet

    @property
    def item(self) -> str:
        """The title of the agenda item at which it was said; empty where it belongs to none."""
        item = self.session.item(self.entry.item)
        return item.title if item else ""


def matches(entry: AnyEntry, session: Session, query: Query, today: date) -> Hit | None:
    """The entry as a hit where it has all that is looked for, else None."""
    return _hit(entry, session, query, today, _named_here(session, query))


def hits(session: Session, query: Query, today: date) -> Iterator[Hit]:
    """What is found in a session, in the order in which it was said."""
    place = but(session, entries=(), attendance=(), turns=(), silenced=())
    named = _named_here(session, query)
    for entry in session.entries:
        if hit := _hit(entry, place, query, today, named):
            yield hit


def _hit(entry: AnyEntry, session: Session, query: Query, today: date, named: frozenset[str]) -> Hit | None:
    """`named` are the words that a name at this table has; the others are in what was said or nowhere."""
    said = texts(entry)
    missing = _missing(said, entry, query)
    if not named.issuperset(missing) or not _passes(entry, session, query, today):
        return None
    if missing and not _are_in(missing, folded(_names(entry, session))):
        return None
    best = max(said, key=lambda text: _found_in(text, query), default="")
    shown = best if _found_in(best, query) else entry.text
    return Hit(session, entry, snippet(shown, query.words))


def with_words(session: Session, query: Query) -> Session:
    """The session with those of its entries in which all of the words can be found."""
    named = _named_here(session, query)
    found = (entry for entry in session.entries if named.issuperset(_missing(texts(entry), entry, query)))
    return but(session, entries=tuple(found))


def _missing(said: tuple[str, ...], entry: AnyEntry, query: Query) -> list[str]:
    """The words that stand in nothing that was said."""
    everything = folded((entry.ref, getattr(entry, "owner", ""), *said))
    return [word for word in query.words if word not in everything]


def _named_here(session: Session, query: Query) -> frozenset[str]:
    named = folded(_all_names(session))
    return frozenset(word for word in query.words if word in named)


def _are_in(words: Iterable[str], said: str) -> bool:
    return all(word in said for word in words)


def is_looked_in(session: Session, query: Query) -> bool:
    """Whether the series of a session is one that is looked in: by a part of its title, or its slug."""
    title, slug = fold(session.series.title), session.series.slug
    return not query.series or any(typed in title or typed == slug for typed in query.series)


def said_on(entry: AnyEntry, session: Session) -> date:
    """The day on which it was said: that of its meeting, as far as this session knows it."""
    return session.date if entry.born_in == session.id else entry.created_at.date()


def everything_said(session: Session) -> str:
    """All that words are looked for in, folded."""
    said = [text for entry in session.entries for text in (entry.ref, *texts(entry))]
    owners = (getattr(entry, "owner", "") for entry in session.entries)
    return folded((*said, *owners, *_all_names(session)))


def folded(said: Iterable[str]) -> str:
    """Texts as one, so that nothing is found across two of them."""
    return fold("\n".join(said))


def texts(entry: AnyEntry) -> tuple[str, ...]:
    """Whatever was said in an entry, about it and in answer to it; its own words first."""
    return tuple(dict.fromkeys(text for text in _texts(entry) if text))


def _texts(entry: AnyEntry) -> Iterator[str]:
    yield entry.text
    yield entry.detail
    for name in _OWN_TEXTS[entry.kind]:
        yield getattr(entry, name)
    for name in _OWN_PARTS[entry.kind]:
        yield from (each.text for each in getattr(entry, name))
    yield from _said_by(entry)
    yield from _said_by(getattr(entry, "answer", None))
    for endorsement in entry.endorsements:
        yield from _said_by(endorsement)
    yield from (line.note for line in entry.history)
    yield entry.withdrawn.reason if entry.withdrawn else ""


def _said_by(said: Any) -> Iterator[str]:
    """The text of an answer or an endorsement, and the body whose approval anything waits for."""
    if said is not None:
        yield said.text
        yield said.reservation.body if getattr(said, "reservation", None) else ""


def _names(entry: AnyEntry, session: Session) -> Iterator[str]:
    """What others call it by: whose it is, its task and its target groups."""
    for party in parties_of(entry):
        yield names.code(session, party)
        yield names.party_name(session, party)
    yield from _people(entry, session)
    task = session.task(entry.task)
    yield task.title if task else ""
    yield from (group.title for slug in entry.target_groups if (group := session.group(slug)))


def _all_names(session: Session) -> Iterator[str]:
    """The names that any entry of the session may have."""
    for party in session.parties:
        yield party.code
        yield party.name
    yield from (person.name for person in session.people)
    yield from (task.title for task in session.tasks)
    yield from (group.title for group in session.target_groups)


def _people(entry: AnyEntry, session: Session) -> Iterator[str]:
    yield names.owner_name(session, entry)
    yield from (names.person_name(session, each) for each in getattr(entry, "helpers", ()))


def _found_in(text: str, query: Query) -> int:
    """How many of the words stand in a text."""
    said = fold(text)
    return sum(word in said for word in query.words)


def _passes(entry: AnyEntry, session: Session, query: Query, today: date) -> bool:
    """Whether the filters let it through."""
    said = said_on(entry, session)
    return (
        (not query.kinds or entry.kind in query.kinds)
        and (not query.refs or entry.ref in query.refs)
        and is_looked_in(session, query)
        and (query.before is None or said < query.before)
        and (query.after is None or said > query.after)
        and (not query.is_open or stays_open(entry))
        and (not query.is_overdue or overdue_days(entry, today) > 0)
        and (not query.parties or _is_of_a_party(entry, session, query.parties))
        and (not query.people or _is_of_a_person(entry, session, query.people))
    )


def _is_of_a_party(entry: AnyEntry, session: Session, typed: tuple[str, ...]) -> bool:
    """Whether it is of, to or about a party with that code, or with a word in its name that begins so."""
    for party in filter(None, map(session.party, parties_of(entry))):
        name = f" {fold(party.name)}"
        if any(each == fold(party.code) or f" {each}" in name for each in typed):
            return True
    return False


def _is_of_a_person(entry: AnyEntry, session: Session, typed: tuple[str, ...]) -> bool:
    people = folded(_people(entry, session))
    return any(each in people for each in typed)
