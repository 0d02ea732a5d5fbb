"""Looking for an entry: by its words, and by who, what, when and how it stands."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from msgspec.structs import replace as but

from overleg.domain.filtering import parties_of
from overleg.domain.model import AnyEntry, Session
from overleg.domain.query import Query
from overleg.domain.review import overdue_days, stays_open
from overleg.domain.searched import all_names, folded, names_of, people_of, texts
from overleg.domain.snippets import Snippet, snippet
from overleg.domain.text import fold


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
    if missing and not _are_in(missing, folded(names_of(entry, session))):
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
    named = folded(all_names(session))
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
    people = folded(people_of(entry, session))
    return any(each in people for each in typed)
