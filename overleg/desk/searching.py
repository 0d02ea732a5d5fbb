"""Looking through all sessions of the working folder, and the past of what is found.

In the open variant an entry that is confidential is found by its number, its kind and its party, as the
documents count what they leave out; never by its words, and nothing of them is shown.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from msgspec.structs import replace as but

from overleg.desk.folders import Folders
from overleg.documents.variant import Variant, disclose, is_confidential
from overleg.domain.model import Answer, AnyEntry, Expectation, Session
from overleg.domain.query import Query
from overleg.domain.search import Hit, hits, is_looked_in, said_on, with_words
from overleg.domain.searched import everything_said, holds_secrets
from overleg.domain.timeline import Chapter, Timeline, timeline
from overleg.errors import StoreError
from overleg.store.shelf import Shelf, on_shelf


@dataclass(frozen=True, slots=True)
class Found:
    """A hit, the day on which it was said, and the number of that meeting, None where its file is gone."""

    hit: Hit
    born_on: date
    born_number: int | None


@dataclass(frozen=True, slots=True)
class Results:
    """What was found, newest meeting first, and why files could not be read."""

    found: tuple[Found, ...]
    unread: tuple[StoreError, ...]


@dataclass(frozen=True, slots=True)
class _Search:
    """What is asked of a shelf."""

    query: Query
    today: date
    variant: Variant
    everywhere: bool

    def on(self, shelf: Shelf) -> Results:
        hits_anywhere = [
            hit
            for session in shelf.sessions(self.query.words)
            if is_looked_in(session, self.query)
            for hit in hits(self._visible(session), self.query, self.today)
        ]
        found = sorted((hit for hit in hits_anywhere if self._is_wanted(hit, shelf)), key=_place)
        return Results(tuple(_with_birth(hit, shelf) for hit in found), tuple(shelf.unread))

    def _visible(self, session: Session) -> Session:
        """What the variant may show; as little of it as can be told beforehand to be enough."""
        if not any(map(is_confidential, session.entries)):
            session = with_words(session, self.query)
        return visible(session, self.variant)

    def _is_wanted(self, hit: Hit, shelf: Shelf) -> bool:
        """Whether it is the newest, or an earlier one that is asked for and holds no later secret."""
        session, ref = hit.session, hit.entry.ref
        if not self.everywhere:
            return shelf.is_newest(session, ref)
        return self.variant is Variant.CLOSED or not shelf.is_secret_later(session, ref)


def search(
    folders: Folders,
    query: Query,
    today: date,
    *,
    variant: Variant = Variant.OPEN,
    everywhere: bool = False,
) -> Results:
    """Every entry that is looked for, in the newest session that has it; practice is left out.

    With `everywhere` in the earlier sessions too. Raises `StoreError` where the folder cannot be read.
    """
    return on_shelf(folders.sessions, _words_of, _Search(query, today, variant, everywhere).on)


def past_of(
    folders: Folders, found: Iterable[Found], *, variant: Variant = Variant.OPEN
) -> tuple[Timeline, ...]:
    """What became of each entry that was found, from the sessions of its series."""
    wanted = ((each.hit.session.series.slug, each.hit.entry.ref) for each in found)
    return past_of_refs(folders, wanted, variant=variant)


def past_of_refs(
    folders: Folders, refs: Iterable[tuple[str, str]], *, variant: Variant = Variant.OPEN
) -> tuple[Timeline, ...]:
    """What became of each entry with such a slug of a series and ref; those that are nowhere are left out."""
    wanted = dict.fromkeys(refs)
    series = {slug for slug, _ in wanted}

    def look(shelf: Shelf) -> tuple[Timeline, ...]:
        # All of them: earlier an entry may have had none of the words that are looked for.
        read = list(shelf.sessions((), series))
        shown = [visible(each, variant) for each in read]
        lines = (_timeline(read, shown, slug, ref, variant) for slug, ref in wanted)
        return tuple(line for line in lines if line)

    return on_shelf(folders.sessions, _words_of, look)


def _timeline(
    read: list[Session], shown: list[Session], series: str, ref: str, variant: Variant
) -> Timeline | None:
    """The past of an entry; what has become confidential since is not told of earlier meetings either.

    `shown` are the sessions that were read, as the variant may show them.
    """
    line = timeline(shown, series, ref)
    if line is None or variant is Variant.CLOSED:
        return line
    if is_confidential(line.entry):
        return replace(line, chapters=tuple(replace(each, events=(), entry=None) for each in line.chapters))
    newest = next(each for each in read if each.id == line.session.id).entry(ref)
    if newest is None or not holds_secrets(newest):
        return line
    return replace(line, chapters=tuple(_without_old_answers(each, line.entry) for each in line.chapters))


def _without_old_answers(chapter: Chapter, newest: AnyEntry) -> Chapter:
    """Without answers that may have become confidential after that meeting."""
    answer = newest.answer if isinstance(newest, Expectation) else None
    events = (each for each in chapter.events if not isinstance(each, Answer) or each == answer)
    return replace(chapter, events=tuple(events))


def visible(session: Session, variant: Variant) -> Session:
    """A session as that variant may show it, with what is confidential there but without a word of it."""
    shown = disclose(session, variant).session
    if len(shown.entries) == len(session.entries):
        return shown
    known = {entry.ref: entry for entry in shown.entries}
    return but(shown, entries=tuple(known.get(each.ref) or _masked(each) for each in session.entries))


def _masked(entry: AnyEntry) -> AnyEntry:
    """That there is an entry, and whose; nothing that was said."""
    return type(entry)(
        ref=entry.ref,
        born_in=entry.born_in,
        created_at=entry.created_at,
        parties=entry.parties,
        for_all=entry.for_all,
        item=entry.item,
        sensitivity=entry.sensitivity,
        text="",
    )


def _words_of(session: Session) -> str:
    """All that is looked for in a session in either variant.

    What the open one shows is less; only where a mark is taken out of a text others may come to touch.
    """
    said = everything_said(session)
    if not any(map(is_confidential, session.entries)):
        return said
    return f"{said}\n{everything_said(visible(session, Variant.OPEN))}"


def _place(hit: Hit) -> tuple[int, str, str, str, int]:
    """The newest first; of one meeting by number."""
    letter, _, number = hit.entry.ref.partition("-")
    session = hit.session
    return -session.date.toordinal(), session.series.title, session.id, letter, int(number)


def _with_birth(hit: Hit, shelf: Shelf) -> Found:
    card = shelf.card(hit.entry.born_in)
    if card is None:
        return Found(hit, said_on(hit.entry, hit.session), None)
    return Found(hit, date.fromisoformat(card.day), card.number)
