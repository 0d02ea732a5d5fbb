"""What the review did, as the minutes of that meeting tell it."""

from dataclasses import dataclass
from datetime import date, datetime

import pytest

from overleg.documents.as_text import as_text
from overleg.documents.minutes import minutes
from overleg.documents.variant import Variant
from overleg.domain.capture import Context, parse
from overleg.domain.changes import Change, apply
from overleg.domain.choices import Language, Sensitivity
from overleg.domain.meeting_changes import AdoptMinutes
from overleg.domain.model import NextSession, Session
from overleg.domain.review_changes import Explain, HandOver, MoveDate
from overleg.domain.series import next_session
from tests.domain.conftest import NOW, a_table

AT = datetime(2027, 2, 11, 19, 40)


@dataclass(frozen=True)
class Told:
    open: str
    closed: str


@pytest.fixture(scope="module")
def told() -> Told:
    """The minutes of a second meeting in which three things were gone through."""
    session = a_table()
    for line in ("a GEM: brief schrijven @Ruud", "t GEM: uren %college ^2027-02-01", "p WIJ: kopen?"):
        change = parse(line, Context(session, NOW))
        assert isinstance(change, Change)
        session = apply(session, change)
    second = next_session(session, id="2027-02-11-warnsveld", when=NextSession(date=AT.date()))
    for change in (
        AdoptMinutes(at=AT),
        HandOver(at=AT, ref="A-001", party="ZOR"),
        MoveDate(at=AT, ref="T-001", due=date(2027, 3, 1)),
        Explain(at=AT, ref="P-001", text="de notaris zoekt het uit"),
        Explain(at=AT, ref="P-001", text="er is een ton te weinig", sensitivity=Sensitivity.FINANCE),
    ):
        second = apply(second, change)
    return Told(*(_text(second, variant) for variant in (Variant.OPEN, Variant.CLOSED)))


def _text(session: Session, variant: Variant) -> str:
    return " ".join(as_text(minutes(session, variant=variant, language=Language.EN)).split())


def test_say_of_which_day_the_minutes_were_adopted(told: Told) -> None:
    assert "The minutes of 14 January 2027 are adopted." in told.open


def test_say_who_had_an_action_and_who_has_it_now(told: Told) -> None:
    assert "Action A-001 ZorgOrg: brief schrijven. Handed over from Gemeente to ZorgOrg." in told.open


def test_say_from_when_to_when_an_approval_moved(told: Told) -> None:
    assert "The date was 1 February 2027 and is now 1 March 2027." in told.open


def test_say_what_was_explained(told: Told) -> None:
    assert "De notaris zoekt het uit." in told.open


def test_keep_a_sensitive_explanation_for_the_closed_variant(told: Told) -> None:
    assert "Er is een ton te weinig." in told.closed
    assert "ton te weinig" not in told.open
