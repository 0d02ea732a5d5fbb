"""The meetings to come and the dates of actions in one file that any calendar program reads."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from overleg.desk.folders import Folders, read_sessions
from overleg.documents.calendar import Event, events
from overleg.documents.filenames import calendar_name, series_folder
from overleg.domain.choices import Language
from overleg.domain.text import clean
from overleg.errors import Message, OverlegError, UsageError
from overleg.store.exports import place

_SUFFIX = ".ics"
_ZONE = "Europe/Amsterdam"
"""Times without a zone would be those of Greenwich in some calendars on the web."""

_TIMEZONE = f"""\
BEGIN:VTIMEZONE
TZID:{_ZONE}
BEGIN:DAYLIGHT
DTSTART:19960331T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
TZNAME:CEST
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:19961027T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
TZNAME:CET
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
END:STANDARD
END:VTIMEZONE
"""
"""The rule of the European Union since 1996, in two lines that every program understands."""


@dataclass(frozen=True, slots=True)
class Made:
    """The file that was made, None where there was nothing to put in it, and what could not be read."""

    path: Path | None
    unread: list[OverlegError]


def make_calendar(
    folders: Folders,
    now: datetime,
    *,
    series: str = "",
    party: str = "",
    language: Language | None = None,
    output: Path | None = None,
) -> Made:
    """Put what is to come in a file: `output`, or one with a name of its own there or among the exports.

    Raises `UsageError` for a file that does not end as a calendar does, `ExportError` where it cannot be
    written; no file was overwritten or left half.
    """
    sessions, unread = read_sessions(folders, series)
    found = events(sessions, now.date(), party=party, language=language)
    if not found:
        return Made(None, unread)
    newest = max(sessions, key=lambda each: (each.date, each.id))
    name = calendar_name(now.date(), language or newest.language) + _SUFFIX
    if output is None:
        output = folders.exports / series_folder(sessions if series else []) / name
    target = output / name if output.is_dir() else _named(output)
    return Made(place(target, as_ical(found, now)), unread)


def _named(output: Path) -> Path:
    """The file that is asked for, with the ending of a calendar."""
    if not output.suffix:
        return output.with_name(output.name + _SUFFIX)
    if output.suffix.lower() != _SUFFIX:
        raise UsageError(
            Message("{file} does not end as a calendar does.", file=output.name),
            Message("Possible are: {words}.", words=_SUFFIX),
        )
    return output


def as_ical(found: list[Event], now: datetime) -> bytes:
    """The events as a file of iCalendar (RFC 5545), made at that moment of the local clock.

    It has no METHOD and no name: with either, Outlook opens a second calendar beside the user's own.
    """
    import icalendar

    calendar = icalendar.Calendar()
    calendar.add("prodid", "-//overleg//overleg//EN")
    calendar.add("version", "2.0")
    calendar.add_component(icalendar.Timezone.from_ical(_TIMEZONE))
    for event in found:
        component = icalendar.Event()
        for name, value in _properties(event, now):
            component.add(name, value)
        calendar.add_component(component)
    data: bytes = calendar.to_ical()
    return data


def _properties(event: Event, now: datetime) -> Iterator[tuple[str, object]]:
    yield "uid", event.uid
    yield "dtstamp", now.replace(tzinfo=ZoneInfo(_ZONE)).astimezone(UTC)
    yield "sequence", event.sequence
    yield "summary", clean(event.title)
    yield "dtstart", _in_zone(event.starts)
    yield "dtend", _in_zone(event.ends)
    if event.place:
        yield "location", clean(event.place)
    if event.told:
        yield "description", "\n".join(map(clean, event.told))
    yield "categories", [clean(event.series)]
    yield "status", "CANCELLED" if event.is_cancelled else "CONFIRMED"
    yield "transp", "OPAQUE" if event.is_busy else "TRANSPARENT"


def _in_zone(moment: date) -> date:
    """A moment of the local clock in the zone of the meetings; a whole day has none."""
    return moment.replace(tzinfo=ZoneInfo(_ZONE)) if isinstance(moment, datetime) else moment
