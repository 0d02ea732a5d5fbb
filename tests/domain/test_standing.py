"""What a series says of itself between two meetings."""

from collections.abc import Callable
from datetime import date, datetime

import pytest
from msgspec.structs import replace as but

from overleg.domain.actions import STANDING, action_rows
from overleg.domain.changes import apply
from overleg.domain.choices import SessionStatus
from overleg.domain.discarding import refuse_where_used
from overleg.domain.meeting_changes import AdoptMinutes, Close, CorrectMinutes, Resume
from overleg.domain.model import NextSession, Session
from overleg.domain.series import next_session
from overleg.domain.standing import says_all, standing_of
from overleg.errors import Refused
from tests.domain.conftest import a_table

AT = datetime(2027, 2, 11, 19, 30)
TODAY = date(2027, 1, 20)
LATER = NextSession(date=date(2027, 2, 11), start="19:30")

Typed = Callable[..., Session]


@pytest.fixture
def held(typed: Typed) -> Session:
    """A meeting with two actions, one of which is due on 15 January, that was closed."""
    lines = "a GEM: begroting, uiterlijk 15-1-2027", "a ZOR: bellen, uiterlijk 1-3-2027", "n: mooi"
    return apply(typed(a_table(), *lines), Close(at=AT))


@pytest.fixture
def planned(held: Session) -> Session:
    return next_session(held, id="2027-02-11-warnsveld", when=LATER)


class TestActions:
    def test_are_counted_once_and_overdue_ones_apart(self, held: Session, planned: Session) -> None:
        standing = standing_of([held, planned], TODAY)
        assert (standing.open_actions, standing.overdue) == (2, 1)

    def test_are_those_of_the_action_list(self, held: Session, planned: Session, typed: Typed) -> None:
        both = [held, typed(planned, "*A-001 klaar", "a WIJ: sleutels", now=AT)]
        listed = [row for row in action_rows(both, TODAY) if row.status in STANDING]
        assert standing_of(both, TODAY).open_actions == len(listed) == 2

    def test_of_a_meeting_that_goes_on_after_the_next_was_planned_count(
        self, held: Session, planned: Session, typed: Typed
    ) -> None:
        later = typed(but(held, status=SessionStatus.LIVE), "a WIJ: nog iets")
        assert standing_of([planned, later], TODAY).open_actions == 3

    def test_of_practice_do_not_count(self, held: Session) -> None:
        assert standing_of([but(held, practice=True)], TODAY).open_actions == 0


class TestTheNextMeeting:
    def test_is_the_one_that_is_planned(self, held: Session, planned: Session) -> None:
        assert standing_of([held, planned], TODAY).upcoming == LATER

    def test_has_no_date_as_long_as_nobody_set_one(self, held: Session, planned: Session) -> None:
        undated = but(planned, undated=True)
        assert standing_of([held, undated], TODAY).upcoming is None

    def test_is_the_day_that_was_agreed_where_it_is_not_planned(self, held: Session) -> None:
        assert standing_of([but(held, next=LATER)], TODAY).upcoming == LATER
        assert standing_of([held], TODAY).upcoming is None

    def test_is_the_first_that_has_not_passed(self, held: Session, planned: Session) -> None:
        after = but(planned, id="later", number=3, date=date(2027, 3, 11))
        upcoming = standing_of([held, planned, after], date(2027, 2, 20)).upcoming
        assert upcoming is not None
        assert upcoming.date == date(2027, 3, 11)

    def test_that_was_never_held_stays_in_sight(self, held: Session, planned: Session) -> None:
        assert standing_of([held, planned], date(2027, 5, 1)).upcoming == LATER


class TestMinutes:
    def test_wait_from_the_end_of_the_meeting(self, held: Session) -> None:
        assert standing_of([held], TODAY).unadopted == held.date
        assert standing_of([a_table()], TODAY).unadopted is None

    def test_wait_until_the_next_meeting_adopts_them(self, held: Session, planned: Session) -> None:
        assert standing_of([held, planned], TODAY).unadopted == held.date
        adopted = apply(planned, AdoptMinutes(at=AT))
        assert standing_of([held, adopted], TODAY).unadopted is None

    def test_of_the_last_meeting_wait_after_those_before_it(self, held: Session, planned: Session) -> None:
        closed = apply(apply(planned, AdoptMinutes(at=AT)), Close(at=AT))
        assert standing_of([held, closed], TODAY).unadopted == closed.date


class TestWhatHasToBeRead:
    def test_nothing_before_a_closed_meeting_that_followed_another(self, planned: Session) -> None:
        assert says_all(apply(planned, Close(at=AT)))

    def test_nothing_before_the_first(self, held: Session) -> None:
        assert says_all(held)

    def test_more_than_a_plan_or_a_meeting_that_took_nothing_along(self, planned: Session) -> None:
        assert not says_all(planned)
        assert not says_all(but(planned, status=SessionStatus.CLOSED, adopts=None))


class TestThrowingAway:
    def test_a_plan_can_be_thrown_away_with_all_it_was_opened_with(self, planned: Session) -> None:
        assert planned.entries
        refuse_where_used(planned)

    @pytest.mark.parametrize("line", ["a GEM: iets", "*A-001 klaar"])
    def test_what_was_said_in_it_keeps_it(self, planned: Session, typed: Typed, line: str) -> None:
        with pytest.raises(Refused, match="Something was recorded"):
            refuse_where_used(typed(planned, line, now=AT))

    def test_work_on_the_minutes_of_last_time_keeps_it(self, planned: Session) -> None:
        corrected = apply(planned, CorrectMinutes(at=AT, party="GEM", old="ja", new="nee"))
        for used in (corrected, apply(planned, AdoptMinutes(at=AT))):
            with pytest.raises(Refused, match="were worked on"):
                refuse_where_used(used)

    def test_a_meeting_that_has_begun_stays(self, planned: Session) -> None:
        with pytest.raises(Refused, match="has begun, so it stays"):
            refuse_where_used(apply(planned, Resume(at=AT)))
