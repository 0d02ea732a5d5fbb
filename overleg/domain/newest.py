"""Over many meetings, everything once: as the newest meeting that has it knows it."""

from collections.abc import Iterable
from dataclasses import dataclass

from overleg.domain.model import AnyEntry, Session


@dataclass(frozen=True, slots=True)
class Newest:
    """An entry as it stands now, and the session that knows it so."""

    entry: AnyEntry
    session: Session


def newest_entries(sessions: Iterable[Session]) -> list[Newest]:
    """Every entry of every series once, in the order in which they first came up."""
    found: dict[tuple[str, str], Newest] = {}
    for session in in_order(sessions):
        for entry in session.entries:
            found[session.series.slug, entry.ref] = Newest(entry, session)
    return list(found.values())


def in_order(sessions: Iterable[Session]) -> list[Session]:
    """The sessions by series, and within a series as they follow each other."""
    return sorted(sessions, key=lambda each: (each.series.slug, each.number, each.date))
