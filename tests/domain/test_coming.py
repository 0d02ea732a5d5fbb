"""The meetings that are still to come."""

from datetime import date

import pytest
from msgspec.structs import replace

from overleg.domain.choices import SessionStatus
from overleg.domain.coming import Coming, coming
from overleg.domain.model import NextSession, Session

TODAY = date(2027, 1, 15)


@pytest.fixture
def held(session: Session) -> Session:
    """A meeting of the day before, from half past seven to nine."""
    return replace(session, start="19:30", end="21:00", place="dorpshuis", status=SessionStatus.CLOSED)


def planned(held: Session, day: date) -> Session:
    status = SessionStatus.PLANNED
    return replace(held, id=f"{day}-warnsveld", number=2, date=day, end=None, status=status)


def test_a_planned_meeting_takes_as_long_as_the_one_before(held: Session) -> None:
    second = planned(held, date(2027, 2, 11))
    assert coming([second, held], TODAY) == [
        Coming(
            second,
            2,
            "Warnsveld houdt zorg",
            NextSession(date=date(2027, 2, 11), start="19:30", place="dorpshuis"),
            90,
        )
    ]


def test_a_day_that_was_set_counts_before_the_meeting_is_planned(held: Session) -> None:
    first = replace(held, next=NextSession(date=date(2027, 2, 11)))
    (found,) = coming([first], TODAY)
    assert (found.number, found.when.date, found.when.start) == (2, date(2027, 2, 11), "19:30")


def test_a_meeting_that_is_planned_and_announced_is_there_once(held: Session) -> None:
    first = replace(held, next=NextSession(date=date(2027, 2, 11)))
    found = coming([first, planned(held, date(2027, 2, 18))], TODAY)
    assert [(each.number, each.when.date) for each in found] == [(2, date(2027, 2, 18))]


def test_a_day_that_is_a_guess_is_none(held: Session) -> None:
    assert coming([held, replace(planned(held, date(2027, 2, 11)), undated=True)], TODAY) == []


def test_what_is_past_or_closed_is_not_to_come(held: Session) -> None:
    today = replace(held, number=2, date=TODAY)
    assert coming([held, today, planned(held, date(2027, 1, 14))], TODAY) == []
    (running,) = coming([replace(today, status=SessionStatus.LIVE)], TODAY)
    assert running.when.date == TODAY


def test_an_end_before_the_start_is_no_length(held: Session) -> None:
    (found,) = coming([replace(planned(held, date(2027, 2, 11)), end="18:00")], TODAY)
    assert found.minutes is None
