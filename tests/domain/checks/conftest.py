from collections.abc import Callable
from datetime import datetime

import pytest

from overleg.domain.checks import Finding, Moment, findings
from overleg.domain.model import Session
from tests.domain.checks.cases import Scene
from tests.domain.conftest import NOW, Typed, a_table

Played = Callable[[Scene], Session]


@pytest.fixture
def played(typed: Typed) -> Played:
    """A scene played at the table of the tests."""
    return lambda scene: typed(scene.given(a_table()), *scene.lines)


def found(
    session: Session, check: str, now: datetime = NOW, moment: Moment = Moment.ASKED
) -> tuple[Finding, ...]:
    """What one check finds."""
    return tuple(each for each in findings(session, now, moment) if each.check == check)


def said(session: Session, check: str, now: datetime = NOW, moment: Moment = Moment.ASKED) -> list[str]:
    """What one check says, in English."""
    return [str(each.message) for each in found(session, check, now, moment)]
