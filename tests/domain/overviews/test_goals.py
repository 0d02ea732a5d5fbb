"""Which goals are shared."""

import pytest
from msgspec.structs import replace as but

from overleg.domain.choices import AttendanceStatus, Seat
from overleg.domain.model import Attendance, Session
from overleg.domain.overviews.goals import GoalStances, Stance, common_groups, goal_map
from tests.domain.conftest import Typed

ENDORSES, OBJECTS, OWN, SILENT = Stance.ENDORSES, Stance.OBJECTS, Stance.OWN, Stance.SILENT


def of_goal(session: Session, ref: str = "D-001") -> GoalStances:
    return next(each for each in goal_map(session) if each.goal.ref == ref)


def test_the_example_ends_with_one_shared_goal(warnsveld: Session) -> None:
    assert [each.goal.ref for each in goal_map(warnsveld) if each.is_shared] == ["D-004"]
    assert set(of_goal(warnsveld, "D-004").stances.values()) == {ENDORSES}
    assert of_goal(warnsveld, "D-001").stances == {"GEM": SILENT, "ZOR": SILENT, "WIJ": OWN}


def test_the_example_has_a_target_group_in_common(warnsveld: Session) -> None:
    assert common_groups(warnsveld) == {"ouderen": ("GEM", "ZOR", "WIJ")}


def test_each_party_endorses_objects_or_is_silent(session: Session, typed: Typed) -> None:
    goal = of_goal(typed(session, "d *: Samen", "+D-001 WIJ", "?D-001 GEM: te duur"))
    assert goal.stances == {"GEM": OBJECTS, "ZOR": SILENT, "WIJ": ENDORSES}
    assert not goal.is_shared


def test_what_a_party_says_goes_before_that_the_goal_is_its_own(session: Session, typed: Typed) -> None:
    assert of_goal(typed(session, "d WIJ: Samen", "+D-001 WIJ")).stances["WIJ"] is ENDORSES


@pytest.mark.parametrize("parties", ["WIJ ZOR", "WIJ"])
def test_a_goal_that_a_core_party_is_silent_about_is_not_shared(
    session: Session, typed: Typed, parties: str
) -> None:
    assert not of_goal(typed(session, "d *: Samen", f"+D-001 {parties}")).is_shared


def test_guests_and_parties_that_are_away_are_not_waited_for(session: Session, typed: Typed) -> None:
    gem, zor, wij = session.parties
    away = Attendance(person="hilde-oosterbaan", status=AttendanceStatus.EXCUSED)
    fewer = but(session, parties=(but(gem, seat=Seat.GUEST), zor, wij), attendance=(away,))
    assert of_goal(typed(fewer, "d *: Samen", "+D-001 WIJ")).is_shared


def test_nothing_is_shared_where_nobody_is(session: Session, typed: Typed) -> None:
    assert not of_goal(but(typed(session, "d *: Samen"), parties=())).is_shared


@pytest.mark.parametrize(
    "lines",
    [("d GEM: Weg", "*D-001 vervallen"), ("d GEM: Weg", "*D-001 ingetrokken: fout"), ("d ZOR/GEM: Weg",)],
)
def test_a_goal_that_does_not_stand_is_left_out(
    session: Session, typed: Typed, lines: tuple[str, ...]
) -> None:
    assert goal_map(typed(session, *lines)) == ()


def test_a_group_that_one_party_names_is_not_common(session: Session, typed: Typed) -> None:
    goals = typed(session, "d GEM: Een #ouderen", "d GEM: Twee #ouderen", "d *: Samen #ouderen")
    assert common_groups(goals) == {}
    assert common_groups(typed(goals, "d WIJ: Drie #ouderen")) == {"ouderen": ("GEM", "WIJ")}
