"""Every check speaks when it is its turn, and is silent when the matter is settled."""

import pytest

from overleg.domain.checks import CHECKS, findings
from tests.domain.checks.cases import CASES, Case
from tests.domain.checks.conftest import Played, said

every_case = pytest.mark.parametrize("case", CASES, ids=lambda case: case.check)


def test_every_check_has_its_case() -> None:
    assert [case.check for case in CASES] == list(CHECKS)


@every_case
def test_speaks(case: Case, played: Played) -> None:
    assert case.says in said(played(case.fires), case.check, case.now, case.moment)


@every_case
def test_is_silent_when_it_is_settled(case: Case, played: Played) -> None:
    assert said(played(case.quiet), case.check, case.now, case.moment) == []


@every_case
def test_is_found_under_what_it_is_put_away_by(case: Case, played: Played) -> None:
    found = [each for each in findings(played(case.fires), case.now, case.moment) if each.check == case.check]
    assert len({each.subject for each in found}) == len(found)
