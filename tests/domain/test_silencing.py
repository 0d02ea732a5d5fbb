"""A finding that was put away stays away in this session, until it is taken out again."""

import pytest
from msgspec.structs import replace as but

from overleg.domain.changes import Change, apply
from overleg.domain.checks import Moment, finding_about, findings, shown
from overleg.domain.history import Step, taken_back
from overleg.domain.model import Session
from overleg.domain.silencing import Silence, Unsilence
from overleg.errors import Refused
from tests.domain.conftest import NOW, Typed


@pytest.fixture
def table(session: Session, typed: Typed) -> Session:
    return typed(session, "a GEM: een @Ruud", "a GEM: twee @Ruud")


def dateless(session: Session) -> list[str]:
    """The actions of which is asked when they are done."""
    return [each.subject for each in findings(session, NOW, Moment.LIVE) if each.check == "action_no_due"]


def silence(subject: str = "A-001", check: str = "action_no_due") -> Silence:
    return Silence(at=NOW, check=check, subject=subject, reason="dat komt morgen")


def test_what_is_put_away_is_neither_found_nor_shown(table: Session) -> None:
    after = apply(table, silence())
    assert dateless(table) == ["A-001", "A-002"]
    assert dateless(after) == ["A-002"]
    assert [each.subject for each in shown(after, NOW)] == ["A-002"]


def test_the_reason_is_kept(table: Session) -> None:
    (record,) = apply(table, silence()).silenced
    assert (record.check, record.subject, record.reason) == ("action_no_due", "A-001", "dat komt morgen")


def test_it_does_not_come_back_when_other_things_change(table: Session, typed: Typed) -> None:
    after = typed(apply(table, silence()), "*A-001 bezig", "a ZOR: drie", "*A-001 aangepast: een en een half")
    assert dateless(after) == ["A-002", "A-003"]


def test_it_can_be_taken_out_again(table: Session) -> None:
    after = apply(apply(table, silence()), Unsilence(at=NOW, check="action_no_due", subject="A-001"))
    assert after.silenced == ()
    assert dateless(after) == dateless(table)


def test_both_are_taken_back_by_undo(table: Session) -> None:
    changes: tuple[Change, ...] = (silence(), Unsilence(at=NOW, check="action_no_due", subject="A-001"))
    before = table
    for change in changes:
        after = apply(before, change)
        assert taken_back(after, Step(change, before, after), NOW).silenced == before.silenced
        before = after


def test_putting_away_twice_changes_nothing(table: Session) -> None:
    once = apply(table, silence())
    assert apply(once, silence()) is once
    assert apply(table, Unsilence(at=NOW, check="action_no_due", subject="A-001")) is table


def test_every_record_has_an_id_of_its_own(table: Session) -> None:
    session = apply(apply(table, silence("A-001")), silence("A-002"))
    session = apply(session, Unsilence(at=NOW, check="action_no_due", subject="A-001"))
    session = apply(session, silence("A-001"))
    assert len({each.id for each in session.silenced}) == 2


@pytest.mark.parametrize("check", ["sensitive_export", "no_such_check"])
def test_what_is_asked_for_a_document_or_is_no_check_cannot_be_put_away(table: Session, check: str) -> None:
    with pytest.raises(Refused):
        apply(table, silence(check=check))


def test_a_document_asks_even_where_a_file_says_otherwise(session: Session, typed: Typed) -> None:
    table = typed(session, "n ZOR: tekort !fin")
    record = but(apply(table, silence("", "sensitive_no_rule")).silenced[0], check="sensitive_export")
    table = but(table, silenced=(record,))
    assert [each.check for each in findings(table, NOW, Moment.EXPORT_OPEN)] == ["sensitive_export"]


def test_an_entry_that_gets_another_number_takes_it_along() -> None:
    change = silence("V-001 WIJ G-001").renamed({"V-001": "V-002", "G-001": "G-004"})
    assert change.subject == "V-002 WIJ G-004"


def test_what_was_put_away_can_still_be_read(table: Session) -> None:
    after = apply(table, silence())
    finding = finding_about(after, NOW, "action_no_due", "A-001")
    assert finding is not None
    assert str(finding.message) == "Action A-001: when is it done?"
    assert finding_about(after, NOW, "action_no_due", "A-009") is None
    assert finding_about(after, NOW, "no_such_check", "A-001") is None
