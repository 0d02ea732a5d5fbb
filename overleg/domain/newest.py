"""Over many meetings, everything once: as the newest meeting that has it knows it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from msgspec.structs import replace as but

from overleg.domain.carrying import is_same, kept
from overleg.domain.choices import SessionStatus
from overleg.domain.model import Action, AnyEntry, Session
from overleg.domain.review import is_touched


@dataclass(frozen=True, slots=True)
class Newest:
    """An entry as it stands now, and the session that knows it so."""

    entry: AnyEntry
    session: Session


def newest_entries(sessions: Iterable[Session]) -> list[Newest]:
    """Every entry of every series once, in the order in which they first came up.

    An entry is known by its ref and the meeting it was said in: one that was recorded in a meeting that
    is only planned may have the number of another until that meeting is opened.
    """
    found: dict[tuple[str, str, str], Newest] = {}
    known = in_order(sessions)
    by_id = {session.id: session for session in known}
    for session in known:
        newest = _not_overtaken(session, by_id.get(session.adopts.session)) if session.adopts else session
        for entry in newest.entries:
            found[session.series.slug, entry.born_in, entry.ref] = Newest(entry, newest)
    return list(found.values())


def _not_overtaken(session: Session, previous: Session | None) -> Session:
    """A planned meeting with what it knows as well as the one before it, which may have gone on since.

    What was done to an entry there, or taken back, is not in the planned meeting yet.
    """
    if previous is None or session.status is not SessionStatus.PLANNED:
        return session
    return but(session, entries=tuple(_as_known(session, previous)))


def _as_known(planned: Session, previous: Session) -> Iterator[AnyEntry]:
    for entry in planned.entries:
        before = previous.entry(entry.ref)
        if entry.born_in == planned.id:
            yield entry
        elif is_touched(entry, planned):
            if before is None:
                yield entry
            elif is_same(entry, before):
                yield kept(entry, before, planned)
        elif _is_as_it_was(entry, before):
            yield entry


def _is_as_it_was(entry: AnyEntry, before: AnyEntry | None) -> bool:
    """Whether it is what came along, but for the reviews that are counted when it does."""
    if isinstance(entry, Action) and isinstance(before, Action):
        return but(entry, carried=before.carried) == before
    return entry == before


def in_order(sessions: Iterable[Session]) -> list[Session]:
    """The sessions by series, and within a series as they follow each other."""
    return sorted(sessions, key=lambda each: (each.series.slug, each.number, each.date))
