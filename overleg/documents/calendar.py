"""The meetings to come and the dates of actions, as entries of a calendar.

Everything is an event, actions too, which stand at the head of their day and keep nobody from a meeting:
Google and Outlook leave out the to-dos of a calendar file without a word, and Apple keeps them elsewhere.
What was an event once stays one: only a cancelled event takes away what a calendar has already. So the
file holds no more than an open document may: of what became confidential, that it is no longer there.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import NAMESPACE_URL, uuid5

from overleg.documents.reminder_points import about
from overleg.documents.source import Source, source_of
from overleg.documents.variant import Variant
from overleg.documents.wording import state_word
from overleg.domain.actions import STANDING
from overleg.domain.choices import Language, Sensitivity
from overleg.domain.coming import Coming, coming
from overleg.domain.model import Action, AnyEntry, Party, Session
from overleg.domain.newest import Newest, newest_entries
from overleg.domain.reminding import responsible
from overleg.domain.review import old_dates
from overleg.domain.text import fold
from overleg.locale import catalogue

_USUAL_MINUTES = 120
"""A calendar shows a meeting without an end as a line that nobody sees."""

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Event:
    """An entry of a calendar: at moments of the local clock, or on whole days up to and without `ends`.

    `uid` is the same in every file, and `sequence` only ever grows, so that a calendar brings up to date
    what it has.
    """

    uid: str
    sequence: int
    series: str
    title: str
    starts: date | datetime
    ends: date | datetime
    place: str = ""
    told: tuple[str, ...] = ()
    is_busy: bool = False
    is_cancelled: bool = False


def events(
    sessions: Iterable[Session], today: date, *, party: str = "", language: Language | None = None
) -> list[Event]:
    """The meetings from today on, and every action that has or had a date, by day.

    In the language of each session unless told. `party` keeps the actions of one party, by code, and the
    meetings at whose table it sits.
    """
    known = list(sessions)
    revisions = _revisions(known)
    found = [
        _meeting(each, revisions, language)
        for each in coming(known, today)
        if not party or _among(each.session.parties, party)
    ]
    actions = [
        each
        for each in newest_entries(known)
        if isinstance(each.entry, Action) and (not party or _among(responsible(each), party))
    ]
    found += _actions(actions, revisions, language)
    return sorted(found, key=lambda event: (event.starts.isoformat(), event.uid))


def _revisions(sessions: Iterable[Session]) -> Counter[str]:
    """How often each series was changed.

    An action goes on in the next session, whose own revision begins again; the sum never goes back.
    """
    revisions: Counter[str] = Counter()
    for session in sessions:
        revisions[session.series.slug] += session.revision
    return revisions


def _among(parties: Iterable[Party], code: str) -> bool:
    return any(fold(party.code) == fold(code) for party in parties)


def _meeting(meeting: Coming, revisions: Counter[str], language: Language | None) -> Event:
    series = meeting.session.series
    _ = catalogue(language or meeting.session.language).gettext
    starts, ends = _times(meeting)
    return Event(
        uid=_uid("meeting", series.slug, str(meeting.number)),
        sequence=revisions[series.slug],
        series=series.title,
        title=meeting.title,
        starts=starts,
        ends=ends,
        place=meeting.when.place,
        told=(_("Meeting {number} of {series}.").format(number=meeting.number, series=series.title),),
        is_busy=True,
    )


def _times(meeting: Coming) -> tuple[date | datetime, date | datetime]:
    """From when to when, or the whole day where no time is known."""
    when = meeting.when
    if when.start is None:
        return when.date, when.date + _DAY
    starts = datetime.combine(when.date, time.fromisoformat(when.start))
    return starts, starts + timedelta(minutes=meeting.minutes or _USUAL_MINUTES)


def _actions(
    actions: Iterable[Newest], revisions: Counter[str], language: Language | None
) -> Iterator[Event]:
    sources: dict[str, Source] = {}
    for each in actions:
        session = each.session
        if session.id not in sources:
            sources[session.id] = source_of(session, Variant.OPEN, language)
        event = _action(each, sources[session.id], revisions[session.series.slug])
        if event is not None:
            yield event


def _action(newest: Newest, source: Source, sequence: int) -> Event | None:
    """An action on its day, or on its last one where it is settled; None where it never had a day."""
    action = source.session.entry(newest.entry.ref)
    if not isinstance(action, Action):
        return _concealed(newest, source, sequence) if _was_open(newest.entry) else None
    day = action.due or next(reversed(old_dates(action)), None)
    if day is None:
        return None
    settled = _settled_word(source, action)
    party = next((each.code for each in responsible(newest)), "")
    title = f"{action.ref} {party}: {action.text}" if party else f"{action.ref} {action.text}"
    return Event(
        uid=_uid_of(newest),
        sequence=sequence,
        series=source.session.series.title,
        title=f"{settled}: {title}" if settled else title,
        starts=day,
        ends=day + _DAY,
        told=() if settled else about(source, action),
        is_cancelled=bool(settled),
    )


def _settled_word(source: Source, action: Action) -> str:
    """Why an action is in no calendar any more, in a word; empty where it is still to be done."""
    _ = source.gettext
    if action.withdrawn is not None or action.status not in STANDING:
        return state_word(source, action)
    return "" if action.due else _("No date any more")


def _was_open(entry: AnyEntry) -> bool:
    """Whether a calendar may have had it before it became confidential."""
    return any(line.field == "sensitivity" and line.old == Sensitivity.NONE for line in entry.history)


def _concealed(newest: Newest, source: Source, sequence: int) -> Event:
    """What takes the words of an action that became confidential out of a calendar; it says none of them."""
    _ = source.gettext
    day = newest.entry.created_at.date()
    title = _("No longer in this calendar")
    return Event(
        _uid_of(newest), sequence, source.session.series.title, title, day, day + _DAY, is_cancelled=True
    )


def _uid_of(newest: Newest) -> str:
    return _uid("action", newest.session.series.slug, newest.entry.born_in, newest.entry.ref)


def _uid(*parts: str) -> str:
    """A name that is always the same for the same thing, and tells nothing about it."""
    return str(uuid5(NAMESPACE_URL, "/".join(("overleg", *parts))))
