"""What a review does to an entry: each key one change, and each change told in its history."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import pytest

from overleg.domain.changes import Change, apply
from overleg.domain.choices import Sensitivity
from overleg.domain.history import Step, taken_back
from overleg.domain.model import Session
from overleg.domain.review import old_dates
from overleg.domain.review_changes import Explain, HandOver, MoveDate, drop, put_off, settle
from overleg.errors import Refused
from tests.domain.conftest import NOW, Typed

MARCH = date(2027, 3, 1)


def entry(session: Session, ref: str) -> Any:
    found = session.entry(ref)
    assert found is not None
    return found


def refused(session: Session, change: Change) -> str:
    with pytest.raises(Refused) as caught:
        apply(session, change)
    return str(caught.value)


@pytest.fixture
def told(session: Session, typed: Typed) -> Session:
    """One entry of every kind that a review asks about, some of them late."""
    return typed(
        session,
        "a GEM: brief @Ruud ^2027-01-20",
        "t GEM: uren %college ^2027-02-01",
        "t ZOR: zaal ^2027-02-01",
        "v WIJ>ZOR: scholing",
        "e GEM: proef ^2027-02-01",
        "f *: regel ^2027-02-01",
        "p WIJ: kopen?",
    )


class TestAKeyOfTheReview:
    @pytest.mark.parametrize(
        ("ref", "state"),
        [("A-001", "done"), ("T-001", "confirmed"), ("E-001", "evaluated"), ("F-001", "evaluated")],
    )
    def test_is_done_with_it(self, told: Session, ref: str, state: str) -> None:
        assert entry(apply(told, settle(entry(told, ref), NOW)), ref).status == state

    def test_fulfils_a_promise_after_its_approval(self, told: Session) -> None:
        for state in ("confirmed", "fulfilled"):
            told = apply(told, settle(entry(told, "T-001"), NOW))
            assert entry(told, "T-001").status == state

    def test_is_not_done_with_what_waits_for_an_answer(self, told: Session) -> None:
        with pytest.raises(Refused, match="waits for an answer"):
            settle(entry(told, "V-001"), NOW)

    @pytest.mark.parametrize(
        ("ref", "field", "state"),
        [
            ("A-001", "due", "busy"),
            ("T-002", "due", "made"),
            ("E-001", "evaluate_on", "idea"),
            ("F-001", "review_on", "draft"),
            ("P-001", "due", "scheduled"),
        ],
    )
    def test_moves_its_date(self, told: Session, ref: str, field: str, state: str) -> None:
        old = getattr(entry(told, ref), field)
        moved = entry(apply(told, put_off(entry(told, ref), MARCH, NOW)), ref)
        assert (getattr(moved, field), moved.status) == (MARCH, state)
        line = next(line for line in moved.history if line.field == field)
        assert (line.old, line.new) == (old.isoformat() if old else "", "2027-03-01")

    @pytest.mark.parametrize(
        ("ref", "state"),
        [
            ("A-001", "dropped"),
            ("T-001", "lapsed"),
            ("V-001", "withdrawn"),
            ("F-001", "expired"),
            ("P-001", "dropped"),
        ],
    )
    def test_drops_it_with_a_reason(self, told: Session, ref: str, state: str) -> None:
        dropped = entry(apply(told, drop(entry(told, ref), "niet meer nodig", NOW)), ref)
        assert (dropped.status, dropped.history[-1].note) == (state, "niet meer nodig")

    def test_takes_back_a_try_out_that_has_no_state_for_dropped(self, told: Session) -> None:
        dropped = entry(apply(told, drop(entry(told, "E-001"), "geen animo", NOW)), "E-001")
        assert dropped.withdrawn.reason == "geen animo"


class TestMovingADate:
    def test_of_what_waits_for_an_approval_moves_the_day_of_that(self, told: Session) -> None:
        moved = entry(apply(told, MoveDate(at=NOW, ref="T-001", due=MARCH)), "T-001")
        assert (moved.reservation.until, moved.due) == (MARCH, None)
        assert old_dates(moved) == (date(2027, 2, 1),)

    def test_refuses_the_day_that_it_has(self, told: Session) -> None:
        same = MoveDate(at=NOW, ref="T-001", due=date(2027, 2, 1))
        assert "has that date already" in refused(told, same)

    def test_refuses_what_has_no_date(self, told: Session) -> None:
        assert "has no date" in refused(told, MoveDate(at=NOW, ref="V-001", due=MARCH))


class TestExplaining:
    def test_leaves_an_entry_as_it_is_but_for_what_was_said(self, told: Session) -> None:
        explain = Explain(at=NOW, ref="A-001", text="wacht op HUU", sensitivity=Sensitivity.FINANCE)
        before, after = entry(told, "A-001"), entry(apply(told, explain), "A-001")
        line = after.history[-1]
        assert (line.field, line.note, line.sensitivity) == ("note", "wacht op HUU", Sensitivity.FINANCE)
        assert (after.status, after.due, after.history[:-1]) == (before.status, before.due, before.history)

    def test_takes_words(self, told: Session) -> None:
        assert "nothing to record" in refused(told, Explain(at=NOW, ref="A-001", text=""))


class TestHandingOver:
    def test_makes_another_party_responsible_and_remembers_who_was(self, told: Session) -> None:
        over = HandOver(at=NOW, ref="A-001", party="ZOR", person="hilde-oosterbaan")
        after = entry(apply(told, over), "A-001")
        assert (after.parties, after.person) == (("ZOR",), "hilde-oosterbaan")
        assert [(line.field, line.old, line.new) for line in after.history] == [
            ("parties", "GEM", "ZOR"),
            ("person", "ruud-ketelaar", "hilde-oosterbaan"),
        ]

    def test_leaves_the_new_owner_open_where_nobody_is_named(self, told: Session) -> None:
        after = entry(apply(told, HandOver(at=NOW, ref="A-001", party="ZOR")), "A-001")
        assert (after.parties, after.person, after.owner) == (("ZOR",), None, "")

    @pytest.mark.parametrize(
        ("ref", "party", "words"),
        [
            ("T-001", "ZOR", "Only an action"),
            ("A-001", "XYZ", "no party XYZ"),
            ("A-009", "ZOR", "There is no A-009"),
        ],
    )
    def test_is_refused_for_the_rest(self, told: Session, ref: str, party: str, words: str) -> None:
        assert words in refused(told, HandOver(at=NOW, ref=ref, party=party))

    def test_is_refused_where_nothing_would_change(self, told: Session) -> None:
        same = HandOver(at=NOW, ref="A-001", party="GEM", person="ruud-ketelaar")
        assert "already" in refused(told, same)

    def test_is_refused_for_what_is_done(self, told: Session) -> None:
        done = apply(told, settle(entry(told, "A-001"), NOW))
        assert "Only an action" in refused(done, HandOver(at=NOW, ref="A-001", party="ZOR"))


ALL: list[Callable[[datetime], Change]] = [
    lambda at: MoveDate(at=at, ref="T-001", due=MARCH),
    lambda at: Explain(at=at, ref="T-001", text="x"),
    lambda at: HandOver(at=at, ref="A-001", party="ZOR"),
]


@pytest.mark.parametrize("change", ALL)
class TestEveryChange:
    def test_can_be_taken_back(self, told: Session, change: Callable[[datetime], Change]) -> None:
        step = Step(change(NOW), told, apply(told, change(NOW)))
        assert taken_back(step.after, step, NOW).entries == told.entries

    def test_follows_an_entry_to_its_new_number(
        self, told: Session, change: Callable[[datetime], Change]
    ) -> None:
        made: Any = change(NOW).renamed({"T-001": "T-002", "A-001": "A-002"})
        assert made.ref in ("T-002", "A-002")
