"""The file of a calendar, read back as a calendar program reads it."""

from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from overleg.desk.calendar import as_ical
from overleg.documents.calendar import Event
from overleg.domain.text import clean

NOW = datetime(2027, 1, 20, 9, 30)
AMSTERDAM = ZoneInfo("Europe/Amsterdam")


def event(**fields: Any) -> Event:
    """A meeting of an hour and a half on 11 February."""
    starts = fields.pop("starts", datetime(2027, 2, 11, 19, 30))
    length = timedelta(minutes=90) if isinstance(starts, datetime) else timedelta(days=1)
    common: dict[str, Any] = {"uid": "een", "sequence": 7, "series": "Warnsveld", "title": "Tweede overleg"}
    return Event(**common | {"starts": starts, "ends": starts + length, "is_busy": True} | fields)


def read(*events: Event) -> list[Any]:
    calendar = icalendar.Calendar.from_ical(as_ical(list(events), NOW))
    assert isinstance(calendar, icalendar.Calendar)
    assert not calendar.errors
    return list(calendar.walk("VEVENT"))


def test_a_meeting_is_read_back_as_it_was() -> None:
    (found,) = read(event(place="dorpshuis, zaal 2; achter", told=("Een zin.", "Nog een.")))
    assert (found["SUMMARY"], found["LOCATION"]) == ("Tweede overleg", "dorpshuis, zaal 2; achter")
    assert found["DESCRIPTION"] == "Een zin.\nNog een."
    assert (found["UID"], found["SEQUENCE"], found["STATUS"]) == ("een", 7, "CONFIRMED")
    assert found["TRANSP"] == "OPAQUE"
    assert found["DTSTAMP"].dt == datetime(2027, 1, 20, 8, 30, tzinfo=UTC)


def test_what_is_on_a_day_is_on_that_whole_day() -> None:
    (found,) = read(event(starts=date(2027, 2, 9), is_busy=False, is_cancelled=True))
    assert (found["DTSTART"].dt, found["DTEND"].dt) == (date(2027, 2, 9), date(2027, 2, 10))
    assert (found["STATUS"], found["TRANSP"]) == ("CANCELLED", "TRANSPARENT")


@pytest.mark.parametrize(
    ("local", "hours"),
    [
        (datetime(2027, 3, 27, 19, 30), 1),
        (datetime(2027, 3, 28, 19, 30), 2),
        (datetime(2027, 10, 30, 19, 30), 2),
        (datetime(2027, 10, 31, 19, 30), 1),
        (datetime(2035, 7, 1, 9, 0), 2),
    ],
)
def test_the_time_on_the_clock_stays_the_same_in_summer_and_winter(local: datetime, hours: int) -> None:
    (found,) = read(event(starts=local))
    assert found["DTSTART"].dt.replace(tzinfo=None) == local
    assert found["DTSTART"].dt.utcoffset() == timedelta(hours=hours)


def test_the_rule_of_the_zone_in_the_file_is_that_of_the_zone() -> None:
    calendar = icalendar.Calendar.from_ical(as_ical([event()], NOW))
    (zone,) = calendar.walk("VTIMEZONE")
    assert isinstance(zone, icalendar.Timezone)
    told = zone.to_tz(lookup_tzid=False)
    day = datetime(2026, 1, 1, 12)
    while day.year < 2040:
        assert told.utcoffset(day) == AMSTERDAM.utcoffset(day), day
        day += timedelta(days=1)


def test_lines_end_as_the_standard_says_and_are_short() -> None:
    data = as_ical([event(title="Coöperatie Zorg & Welzijn ’t Höltje " * 20)], NOW)
    assert b"\n" not in data.replace(b"\r\n", b"")
    assert max(map(len, data.split(b"\r\n"))) <= 75


def test_it_is_the_same_byte_for_byte() -> None:
    assert as_ical([event()], NOW) == as_ical([event()], NOW)


def test_nothing_makes_a_calendar_program_open_a_second_calendar() -> None:
    data = as_ical([event()], NOW)
    assert b"METHOD" not in data
    assert b"X-WR-CALNAME" not in data


@given(st.text(max_size=200))
def test_any_text_comes_out_as_it_was_and_adds_nothing(said: str) -> None:
    (found,) = read(event(title=said, place=said, told=(said,)))
    assert found["SUMMARY"] == clean(said)
    assert set(found) <= set(
        "UID DTSTAMP SEQUENCE SUMMARY DTSTART DTEND LOCATION DESCRIPTION CATEGORIES STATUS TRANSP".split()
    )
