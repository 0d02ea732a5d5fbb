"""What a calendar is told, and what it must not."""

from datetime import date, datetime
from typing import Any

import pytest
from msgspec.structs import replace

from overleg.documents.calendar import Event, events
from overleg.domain.choices import Language, Sensitivity, SessionStatus
from overleg.domain.model import HistoryLine, NextSession, Series, Session, Withdrawal
from tests.documents.scenes import BEGAN, ID, TOLD_ONLY_IN_CONFIDENCE, empty, second_meeting, warnsveld

TODAY = date(2027, 1, 20)


def told(*sessions: Session, **asked: Any) -> dict[str, Event]:
    """The events in English by their titles."""
    return {event.title: event for event in events(sessions, TODAY, language=Language.EN, **asked)}


def changed(session: Session, ref: str, **fields: Any) -> Session:
    entries = (replace(each, **fields) if each.ref == ref else each for each in session.entries)
    return replace(session, entries=tuple(entries))


def moved(field: str, old: str, new: str = "") -> HistoryLine:
    return HistoryLine(session=ID, at=BEGAN, field=field, old=old, new=new)


def of_action(session: Session, ref: str = "A-003") -> Event:
    (found,) = (event for event in told(session).values() if ref in event.title)
    return found


def planned(**fields: Any) -> Session:
    """The second meeting of the series, on 18 February."""
    day = date(2027, 2, 18)
    common = {"id": f"{day}-warnsveld-houdt-zorg", "number": 2, "date": day, "status": SessionStatus.PLANNED}
    return replace(warnsveld(), **common | {"title": "Tweede overleg", "end": None, "next": None} | fields)


class TestAMeeting:
    def test_that_was_set_has_its_start_its_place_and_the_length_of_the_one_before(self) -> None:
        event = told(warnsveld())["Warnsveld houdt zorg"]
        assert (event.starts, event.ends) == (datetime(2027, 2, 11, 19, 30), datetime(2027, 2, 11, 21, 15))
        assert (event.place, event.is_busy, event.is_cancelled) == ("dorpshuis", True, False)
        assert event.told == ("Meeting 2 of Warnsveld houdt zorg.",)

    def test_takes_the_whole_day_when_no_time_is_known(self) -> None:
        event = told(planned(start=None))["Tweede overleg"]
        assert (event.starts, event.ends) == (date(2027, 2, 18), date(2027, 2, 19))

    def test_takes_two_hours_when_nothing_tells_how_long(self) -> None:
        event = told(planned(start="23:00"))["Tweede overleg"]
        assert (event.starts, event.ends) == (datetime(2027, 2, 18, 23, 0), datetime(2027, 2, 19, 1, 0))

    def test_is_the_same_one_before_and_after_it_is_planned(self) -> None:
        before = told(warnsveld())["Warnsveld houdt zorg"]
        after = told(warnsveld(), planned(revision=1))["Tweede overleg"]
        assert after.uid == before.uid
        assert after.sequence > before.sequence

    def test_of_another_series_is_another_one(self) -> None:
        other = replace(warnsveld(), id="x", series=Series(slug="eefde", title="Eefde"))
        found = told(warnsveld(), other)
        assert found["Eefde"].uid != found["Warnsveld houdt zorg"].uid

    def test_is_left_out_for_a_party_that_does_not_sit_there(self) -> None:
        assert "Warnsveld houdt zorg" in told(warnsveld(), party="gem")
        assert told(warnsveld(), party="elders") == {}


class TestAnAction:
    def test_stands_on_its_whole_day_and_keeps_nobody_busy(self) -> None:
        event = told(warnsveld())["A-003 GEM: Collegevoorstel opbouwwerk"]
        assert (event.starts, event.ends) == (date(2027, 2, 9), date(2027, 2, 10))
        assert (event.is_busy, event.is_cancelled) == (False, False)
        assert event.told == ("Ruud Ketelaar takes care of it.",)

    def test_is_the_same_one_in_the_next_session_on_its_new_day(self) -> None:
        first = changed(warnsveld(), "A-003", due=date(2027, 2, 9))
        second = changed(planned(revision=0), "A-003", due=date(2027, 3, 1))
        before, after = of_action(first), told(first, second)["A-003 GEM: Collegevoorstel opbouwwerk"]
        assert (after.uid, after.starts) == (before.uid, date(2027, 3, 1))
        assert after.sequence >= before.sequence

    @pytest.mark.parametrize(
        ("fields", "word"),
        [
            ({"status": "done"}, "Done"),
            ({"status": "dropped"}, "Dropped"),
            ({"withdrawn": Withdrawal(at=BEGAN)}, "Withdrawn"),
            ({"due": None, "history": (moved("due", "2027-02-09"),)}, "No date any more"),
        ],
    )
    def test_that_is_settled_is_cancelled_and_says_so(self, fields: dict[str, Any], word: str) -> None:
        event = of_action(changed(warnsveld(), "A-003", **fields))
        assert event.title == f"{word}: A-003 GEM: Collegevoorstel opbouwwerk"
        assert (event.is_cancelled, event.starts, event.told) == (True, date(2027, 2, 9), ())
        assert event.uid == of_action(warnsveld()).uid

    def test_without_a_day_is_in_no_calendar(self) -> None:
        assert not any("A-003" in title for title in told(changed(warnsveld(), "A-003", due=None)))

    def test_tells_the_days_before_it(self) -> None:
        sentences = [line for event in told(second_meeting()).values() for line in event.told]
        assert "Agreed before that: 1 March 2027." in sentences
        assert "Carried over 2 times." in sentences

    def test_is_there_for_its_own_party_only(self) -> None:
        assert [title[:9] for title in told(warnsveld(), party="WIJ") if title.startswith("A-")] == [
            "A-001 WIJ"
        ]


class TestConfidence:
    def test_is_kept(self) -> None:
        for event in told(warnsveld()).values():
            said = " ".join((event.title, event.place, event.uid, *event.told))
            assert [word for word in TOLD_ONLY_IN_CONFIDENCE if word in said] == []

    def test_that_came_later_takes_the_words_out_of_the_calendar(self) -> None:
        was = of_action(warnsveld())
        session = changed(
            warnsveld(),
            "A-003",
            sensitivity=Sensitivity.FINANCE,
            history=(moved("sensitivity", "none", "finance"),),
        )
        event = told(session)["No longer in this calendar"]
        assert (event.uid, event.is_cancelled, event.told) == (was.uid, True, ())
        assert event.starts != was.starts


def test_they_go_by_day() -> None:
    days = [event.starts.isoformat() for event in told(warnsveld()).values()]
    assert days == sorted(days)


def test_a_series_without_anything_to_come_has_none() -> None:
    assert told(replace(empty(), status=SessionStatus.CLOSED, next=None)) == {}


def test_a_day_that_has_passed_is_not_to_come() -> None:
    session = replace(warnsveld(), next=NextSession(date=date(2027, 1, 19)))
    assert "Warnsveld houdt zorg" not in told(session)
