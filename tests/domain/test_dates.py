"""Dates as people say them, seen from Thursday 14 January 2027."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from overleg.domain.dates import ImpossibleDate, at_end, read, read_clock
from overleg.domain.months import MONTHS, WEEKDAYS

TODAY = date(2027, 1, 14)
NEXT = date(2027, 2, 11)


def day(month: int, number: int, year: int = 2027) -> date:
    return date(year, month, number)


@pytest.mark.parametrize(
    ("phrase", "meant"),
    [
        ("vandaag", day(1, 14)),
        ("morgen", day(1, 15)),
        ("tomorrow", day(1, 15)),
        ("vrijdag", day(1, 15)),
        ("donderdag", day(1, 21)),
        ("Friday", day(1, 15)),
        ("komende dinsdag", day(1, 19)),
        ("volgende week dinsdag", day(1, 19)),
        ("next week Friday", day(1, 22)),
        ("over twee weken", day(1, 28)),
        ("over één week", day(1, 21)),
        ("in 3 days", day(1, 17)),
        ("over een maand", day(2, 14)),
        ("+2w", day(1, 28)),
        ("15 januari", day(1, 15)),
        ("14 januari", day(1, 14)),
        ("13 januari", day(1, 13, 2028)),
        ("15 jan 2027", day(1, 15)),
        ("3 mrt.", day(3, 3)),
        ("January 15th, 2027", day(1, 15)),
        ("15th of January", day(1, 15)),
        ("vrijdag 15 januari", day(1, 15)),
        ("1-12", day(12, 1)),
        ("24/2", day(2, 24)),
        ("24-2-2027", day(2, 24)),
        ("24-02-27", day(2, 24)),
        ("2027-02-24", day(2, 24)),
        ("eind december", day(12, 31)),
        ("eind februari 2028", day(2, 29, 2028)),
        ("end of March", day(3, 31)),
        ("half maart", day(3, 15)),
        ("half januari", day(1, 15)),
        ("mid-March", day(3, 15)),
        ("begin mei", day(5, 1)),
        ("begin januari", day(1, 1, 2028)),
        ("eind van de maand", day(1, 31)),
        ("eind volgende maand", day(2, 28)),
        ("29 februari", day(2, 29, 2028)),
        ("volgend overleg", NEXT),
        ("the next meeting", NEXT),
    ],
)
def test_a_phrase_is_the_day_it_means(phrase: str, meant: date) -> None:
    assert read(phrase, TODAY, NEXT) == meant
    assert at_end(f"iets doen uiterlijk {phrase}", TODAY, NEXT) == (10, meant)


@pytest.mark.parametrize(
    "phrase", ["", "ooit", "mei", "december 2027", "eind 2029", "vrijdag 14 januari", "per direct"]
)
def test_what_is_no_date_is_none(phrase: str) -> None:
    assert read(phrase, TODAY, NEXT) is None


@pytest.mark.parametrize("phrase", ["2027-02-30", "31-4", "31-4-2027", "0-1", "99-99"])
def test_a_date_that_no_calendar_has_is_said_to_be_impossible(phrase: str) -> None:
    with pytest.raises(ImpossibleDate):
        read(phrase, TODAY)
    assert at_end(f"iets voor {phrase}", TODAY) is None


@pytest.mark.parametrize(
    "text",
    [
        "het verslag van vrijdag",
        "elke maandag",
        "tot en met 15 januari",
        "van 1 tot 3 mei",
        "notulen van 15 januari",
        "zaal 3-4",
        "bellen volgende vrijdag",
        "bellen niet vrijdag",
        "notitie voor vrijdag verzenden",
        "wij gaan in mei",
        "iets voor volgend overleg",
    ],
)
def test_in_doubt_it_is_text(text: str) -> None:
    assert at_end(text, TODAY) is None


def test_only_the_announcing_words_that_are_asked_for_count() -> None:
    assert at_end("tarieven per 1 maart", TODAY, None, ("per",)) == (9, day(3, 1))
    assert at_end("tarieven voor 1 maart", TODAY, None, ("per",)) is None


@given(st.dates(date(2020, 1, 1), date(2090, 12, 31)))
def test_every_day_written_out_is_read_back(when: date) -> None:
    today = when - timedelta(days=30)
    for language in ("nl", "en"):
        month, weekday = MONTHS[language][when.month - 1], WEEKDAYS[language][when.weekday()]
        for phrase in (f"{when.day} {month} {when.year}", f"{weekday} {when.day} {month}", when.isoformat()):
            assert read(phrase, today) == when


@given(st.text(max_size=40))
def test_any_text_is_a_day_none_or_impossible(text: str) -> None:
    try:
        found = read(text, TODAY, NEXT)
    except ImpossibleDate:
        return
    assert found is None or isinstance(found, date)
    at_end(text, TODAY, NEXT)


@pytest.mark.parametrize(
    ("typed", "time"),
    [
        ("19:30", "19:30"),
        ("9.05", "09:05"),
        ("19u30", "19:30"),
        ("19u", "19:00"),
        ("20 uur", "20:00"),
        ("19.30 uur", "19:30"),
        ("24:00", None),
        ("19", None),
    ],
)
def test_times_of_the_clock(typed: str, time: str | None) -> None:
    assert read_clock(typed) == time
