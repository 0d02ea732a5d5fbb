import pytest

from overleg.domain import capture
from overleg.domain.changes import Change, apply
from overleg.domain.history import Step, taken_back
from overleg.domain.model import Session
from overleg.domain.together import Together
from overleg.errors import Refused
from tests.domain.conftest import NOW


def read(session: Session, line: str) -> Change:
    change = capture.parse(line, capture.Context(session, NOW))
    assert isinstance(change, Change)
    return change


def test_several_changes_are_one_revision_and_one_step_back(session: Session) -> None:
    both = Together(at=NOW, changes=(read(session, "n een"), read(session, "n twee")))
    after = apply(session, both)
    assert [entry.text for entry in after.entries] == [
        *(entry.text for entry in session.entries),
        "een",
        "twee",
    ]
    assert after.revision == session.revision + 1
    assert taken_back(after, Step(both, session, after), NOW).entries == session.entries


def test_where_one_is_refused_none_is_made(session: Session) -> None:
    first = apply(session, read(session, "n een"))
    gone = read(first, "*N-001 ingetrokken: dubbel")
    with pytest.raises(Refused):
        apply(session, Together(at=NOW, changes=(read(session, "a iets"), gone)))
