"""The example meeting: what the checks find after which line."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from overleg.desk.example import open_example
from overleg.desk.folders import Folders
from overleg.domain.checks import Finding, Moment, findings, shown
from overleg.domain.choices import Language
from overleg.locale import say

TOLD_ONLY_IN_CONFIDENCE = ("410", "reserve", "boete", "verdeelde", "garantie", "contract", "Begroting")


@cache
def after(line: int) -> tuple[Finding, ...]:
    """What there is to find after so many lines."""
    with TemporaryDirectory() as folder:
        desk = open_example(Folders.at(Path(folder)), line)
        return findings(desk.session, desk.clock(), Moment.ASKED)


def refs(line: int, check: str) -> list[str]:
    return [ref for each in after(line) if each.check == check for ref in each.refs]


def subjects(line: int, check: str) -> list[str]:
    return [each.subject for each in after(line) if each.check == check]


def checks(line: int) -> set[str]:
    return {each.check for each in after(line)}


def test_confidence_asks_for_a_rule_until_there_is_one() -> None:
    assert refs(3, "sensitive_no_rule") == ["K-001"]
    assert refs(5, "sensitive_no_rule") == ["K-001", "N-003", "N-004"]
    assert "sensitive_no_rule" in checks(37)
    assert "sensitive_no_rule" not in checks(38)


def test_goals_overlap_before_one_is_shared() -> None:
    (overlap,) = [each for each in after(9) if each.check == "group_overlap"]
    assert (overlap.subject, overlap.parties) == ("ouderen", ("GEM", "ZOR", "WIJ"))
    assert "no_shared_goal" in checks(9)
    assert "no_shared_goal" in checks(18)
    assert "no_shared_goal" not in checks(19)


def test_a_question_meets_a_boundary_until_it_is_declined_and_taken_up() -> None:
    assert refs(15, "boundary_conflict") == ["V-003", "G-001"]
    assert subjects(15, "system_gives_nothing") == ["ZOR"]
    assert refs(15, "expectation_unanswered") == ["V-001", "V-002", "V-003"]
    assert "boundary_conflict" not in checks(16)
    assert refs(16, "declined_dangling") == ["V-003"]
    assert "declined_dangling" not in checks(17)
    assert subjects(17, "task_no_accountable") == ["eettafel"]


def test_the_municipality_connects_until_it_commits() -> None:
    assert {"municipality_no_commitment", "connector_only"} <= checks(20)
    assert not {"municipality_no_commitment", "connector_only", "reservation_open"} & checks(21)


def test_everybody_asked_and_answered_in_the_end() -> None:
    assert not {"expectation_one_way", "expectation_pair_empty", "expectation_unanswered"} & checks(32)


def test_what_is_left_at_the_end_is_what_a_chair_would_ask() -> None:
    assert sorted(subjects(43, "task_gap")) == ["achterwacht", "huurgarantie", "lijfzorg"]
    assert sorted(subjects(43, "task_no_accountable")) == ["eettafel", "scholing"]
    assert refs(43, "bottleneck_severe_open") == ["K-001"]
    assert refs(43, "goal_not_served") == ["D-004"]
    assert refs(43, "commitment_no_action") == ["T-002"]
    assert subjects(43, "party_no_commitment") == ["WIJ"]
    assert subjects(43, "boundary_missing") == ["GEM", "ZOR"]
    assert refs(43, "parked_open") == ["P-001"]
    assert "monitoring_missing" in checks(43)


def test_nothing_else_is_left_but_what_the_last_round_and_the_mandates_ask() -> None:
    expected = {
        *("task_gap", "task_no_accountable", "bottleneck_severe_open", "goal_not_served"),
        *("commitment_no_action", "party_no_commitment", "boundary_missing", "parked_open"),
        *("monitoring_missing", "group_overlap", "decision_without_mandate", "party_silent"),
    }
    assert checks(43) == expected


def messages() -> Iterator[str]:
    with TemporaryDirectory() as folder:
        desk = open_example(Folders.at(Path(folder)))
        for moment in Moment:
            for each in findings(desk.session, desk.clock(), moment):
                yield from (say(each.message, language) for language in Language)


def test_no_message_tells_what_was_said_in_confidence() -> None:
    told = "\n".join(messages())
    assert "K-001" in told
    assert [word for word in TOLD_ONLY_IN_CONFIDENCE if word.lower() in told.lower()] == []


@pytest.mark.parametrize("line", range(1, 44))
def test_the_screen_never_shows_more_than_three(line: int, tmp_path: Path) -> None:
    desk = open_example(Folders.at(tmp_path), line)
    assert len(shown(desk.session, desk.clock())) <= 3
