"""What the screen says when a finding is put away, taken out again, or taken back."""

from datetime import datetime

import pytest

from overleg.documents.reading import reading
from overleg.domain.changes import apply
from overleg.domain.choices import Language
from overleg.domain.model import Session
from overleg.domain.silencing import Silence, Unsilence
from tests.domain.conftest import a_table

AT = datetime(2027, 1, 14, 20, 0)


def in_english(change: Silence | Unsilence, session: Session) -> str:
    return reading(change, session, Language.EN)


@pytest.fixture
def table() -> Session:
    return a_table()


def test_names_the_finding_and_the_reason(table: Session) -> None:
    change = Silence(at=AT, check="next_date_missing", reason="volgt per mail")
    said = "Finding put away: There is no next date yet. · volgt per mail"
    assert in_english(change, table) == said
    assert in_english(change, apply(table, change)) == said


def test_names_what_comes_back(table: Session) -> None:
    change = Unsilence(at=AT, check="next_date_missing")
    assert in_english(change, table) == "Finding brought back: There is no next date yet."


def test_names_the_check_where_there_is_nothing_to_find_any_more(table: Session) -> None:
    change = Silence(at=AT, check="role_overlap", subject="vervoer")
    assert in_english(change, table) == "Finding put away: role_overlap"
