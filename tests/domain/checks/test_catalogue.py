"""The table of checks: what a form may name, how a message may sound, and when each check is asked."""

import re

import pytest

from overleg.domain.checks import CHECKS, Check, Level, Moment, findings, shown
from overleg.domain.forms import MeetingForm, agenda_of
from overleg.domain.model import Session
from tests.domain.checks.cases import PROCESS, with_fields
from tests.domain.checks.conftest import Played, found
from tests.domain.conftest import NOW, Typed


def test_every_check_that_a_form_names_exists(forms: dict[str, MeetingForm]) -> None:
    named = {check for form in forms.values() for step in form.steps for check in step.checks}
    assert named - CHECKS.keys() == set()


def test_half_of_them_are_core() -> None:
    assert (len(CHECKS), sum(check.core for check in CHECKS.values())) == (76, 36)


def test_only_a_document_waits_for_a_yes() -> None:
    assert [check.id for check in CHECKS.values() if check.level is Level.BLOCK] == ["sensitive_export"]


def test_every_check_has_its_moment() -> None:
    assert [check.id for check in CHECKS.values() if not check.moments] == []


@pytest.mark.parametrize("check", CHECKS.values(), ids=lambda check: check.id)
def test_no_message_lays_down_the_law(check: Check) -> None:
    assert not re.search(r"\bmust\b|\bshould\b|!", check.message.text)


class TestAskedForEverything:
    def test_leaves_out_what_only_a_document_asks(self, session: Session, typed: Typed) -> None:
        session = typed(session, "n ZOR: tekort !fin")
        assert found(session, "sensitive_export") == ()
        assert found(session, "sensitive_export", moment=Moment.EXPORT_CLOSED)

    def test_finds_little_in_a_meeting_that_was_only_planned(self, session: Session) -> None:
        assert findings(session, NOW, Moment.ASKED) == ()

    def test_says_nothing_was_said_only_after_the_step_for_it(self, session: Session, typed: Typed) -> None:
        before = typed(session, "/stap case", "n GEM: iets")
        assert found(before, "boundary_missing") == ()
        assert len(found(typed(before, "/stap boundaries"), "boundary_missing")) == 3

    def test_counts_all_of_the_agenda_where_nobody_follows_it(
        self, session: Session, typed: Typed, forms: dict[str, MeetingForm]
    ) -> None:
        planned = with_fields(agenda=agenda_of(forms["living_lab"], session.parties, session.language))(
            session
        )
        assert found(planned, "goal_missing") == ()
        assert len(found(typed(planned, "n GEM: iets"), "goal_missing")) == 3


class TestAStep:
    def test_names_the_findings_it_asks_for(self, session: Session, typed: Typed) -> None:
        session = typed(session, "/stap dream", "d GEM: een")
        assert {each.step for each in found(session, "goal_missing")} == {"dream"}

    def test_of_the_agenda_is_named_when_another_runs(self, session: Session, typed: Typed) -> None:
        session = typed(session, "/stap dream", "d GEM: een", "/stap case")
        assert {each.step for each in found(session, "goal_missing")} == {"dream"}

    def test_is_none_for_what_no_step_asks_for(self, session: Session, typed: Typed) -> None:
        (finding,) = found(typed(session, "a GEM: Bellen ^2027-01-01"), "due_in_past")
        assert finding.step == ""

    def test_being_left_asks_only_its_own(self, session: Session, typed: Typed) -> None:
        session = typed(session, "a GEM: iets", "/stap dream", "d GEM: een")
        asked = {each.check for each in findings(session, NOW, Moment.STEP)}
        assert {"goal_missing", "no_shared_goal"} <= asked
        assert "action_no_due" not in asked


class TestTheScreen:
    def test_shows_three_at_most(self, session: Session, typed: Typed) -> None:
        session = typed(session, *[f"a GEM: actie {n}" for n in range(5)])
        assert len(shown(session, NOW)) == 3
        assert len(shown(session, NOW, most=1)) == 1

    def test_shows_those_of_the_running_step_first(self, session: Session, typed: Typed) -> None:
        session = typed(session, "a GEM: iets", "/stap boundaries", "g GEM: een")
        assert [each.check for each in shown(session, NOW)] == [
            "boundary_missing",
            "boundary_missing",
            "action_no_owner",
        ]

    def test_shows_core_ones_before_others_and_warnings_before_hints(
        self, session: Session, typed: Typed
    ) -> None:
        session = typed(
            session, "t GEM: We doen ons best", "a GEM: Bellen @Ruud ^2027-01-01", "a GEM: iets @Ruud"
        )
        assert [each.check for each in shown(session, NOW)] == [
            "action_no_due",
            "due_in_past",
            "commitment_vague",
        ]

    def test_does_not_show_what_belongs_to_another_step(self, session: Session, typed: Typed) -> None:
        session = typed(session, "/stap dream", "d GEM: een", "/stap case")
        assert "goal_missing" not in [each.check for each in shown(session, NOW)]

    def test_keeps_its_first_line_when_more_is_found(self, session: Session, typed: Typed) -> None:
        session = typed(session, "a GEM: een @Ruud")
        first = shown(session, NOW)[0]
        for line in ("a ZOR: twee @Hilde", "n ZOR: Dat loopt via de POH", "a GEM: drie ^2027-01-01 @Ruud"):
            session = typed(session, line)
            assert shown(session, NOW)[0] == first

    def test_shows_nothing_of_a_closed_meeting(self, session: Session, typed: Typed) -> None:
        assert shown(typed(session, "a GEM: iets", "/sluit"), NOW) == ()

    def test_knows_what_is_good_news(self, session: Session, typed: Typed) -> None:
        session = typed(session, "/stap shared_question", "d GEM: een #jeugd", "d WIJ: twee #jeugd")
        assert {each.check for each in shown(session, NOW, most=9) if each.is_good} == {"group_overlap"}


def test_what_is_said_of_time_changes_by_the_minute(played: Played) -> None:
    case = PROCESS[0]
    session = played(case.fires)
    for second in (0, 20, 59):
        (finding,) = found(session, "time_over", case.now.replace(second=second), Moment.LIVE)
        assert str(finding.message) == case.says
