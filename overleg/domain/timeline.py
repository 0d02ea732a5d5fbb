"""What became of one entry from meeting to meeting, since it was said."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from overleg.domain.choices import SessionStatus
from overleg.domain.model import Answer, AnyEntry, Endorsement, Expectation, HistoryLine, Session


@dataclass(frozen=True, slots=True)
class Said:
    """It was said for the first time, in these words."""

    at: datetime
    text: str


@dataclass(frozen=True, slots=True)
class CameBy:
    """It was on the table once more, and nothing was done to it."""


Event = Said | CameBy | HistoryLine | Answer | Endorsement
"""What can happen to an entry; the records are those of the session in which it happened."""


@dataclass(frozen=True, slots=True)
class Chapter:
    """What happened to an entry at one meeting, in order.

    `entry` is how that meeting left it. `number`, `entry` and `table` are None for a meeting that is no
    longer there; then `date` is the day on which it happened.
    """

    session: str
    number: int | None
    date: date
    events: tuple[Event, ...]
    entry: AnyEntry | None = None
    table: Session | None = None


@dataclass(frozen=True, slots=True)
class Timeline:
    """An entry as it stands now, its newest meeting, and its past, oldest first."""

    entry: AnyEntry
    session: Session
    chapters: tuple[Chapter, ...]

    @property
    def carried(self) -> int:
        """At how many meetings it was on the table after the one at which it was said."""
        return sum(chapter.session != self.entry.born_in for chapter in self.chapters)


def timeline(sessions: Iterable[Session], series: str, ref: str) -> Timeline | None:
    """The past of an entry, from the sessions of the series with that slug; None where none has it."""
    with_it = [
        (entry, session)
        for session in sorted(sessions, key=order)
        if session.series.slug == series and (entry := session.entry(ref))
    ]
    if not with_it:
        return None
    entry, session = with_it[-1]
    chapters = [*_forgotten(entry, {each.id for _, each in with_it}), *(_chapter(*each) for each in with_it)]
    told = (chapter for chapter in chapters if chapter.events)
    return Timeline(entry, session, tuple(sorted(told, key=lambda each: (each.date, each.number or 0))))


def order(session: Session) -> tuple[int, date, str]:
    """What puts the sessions of a series in the order in which they are held."""
    return session.number, session.date, session.id


def _chapter(entry: AnyEntry, session: Session) -> Chapter:
    events = tuple(_events(entry, session))
    return Chapter(session.id, session.number, session.date, events, entry, session)


def _events(entry: AnyEntry, session: Session) -> Iterator[Event]:
    happened = tuple(_events_known(entry, session.id))
    if not happened and session.status is not SessionStatus.PLANNED:
        yield CameBy()
    yield from happened


def _happened(entry: AnyEntry, session: str) -> Iterator[HistoryLine | Answer | Endorsement]:
    """What was done to an entry at that meeting; of the answers, the one that was given last."""
    lines = [line for line in entry.history if line.session == session]
    answer = entry.answer if isinstance(entry, Expectation) else None
    is_said = answer is not None and any((line.field, line.at) == ("answer", answer.at) for line in lines)
    yield from (line for line in lines if not (is_said and line.field == "answer"))
    if answer is not None and is_said:
        yield answer
    yield from (each for each in entry.endorsements if each.session == session)


def _moment(event: HistoryLine | Answer | Endorsement) -> datetime:
    return event.at


def _forgotten(entry: AnyEntry, known: set[str]) -> Iterator[Chapter]:
    """What an entry still knows of meetings whose files are not there."""
    for session in dict.fromkeys((entry.born_in, *(line.session for line in entry.history))):
        if session not in known:
            events = tuple(_events_known(entry, session))
            yield Chapter(session, None, events[0].at.date(), events)


def _events_known(entry: AnyEntry, session: str) -> Iterator[Said | HistoryLine | Answer | Endorsement]:
    if entry.born_in == session:
        yield Said(entry.created_at, entry.text)
    yield from sorted(_happened(entry, session), key=_moment)
