"""Who had the floor, and for how long."""

from datetime import datetime, timedelta

import pytest
from msgspec.structs import replace as but

from overleg.domain.choices import AttendanceStatus, Seat
from overleg.domain.model import AgendaItem, Attendance, Session, Turn
from overleg.domain.overviews.talk import Talk, talk_balance, talk_by_item

START = datetime(2027, 1, 14, 19, 31)


def with_turns(session: Session, *turns: tuple[str, int | None], item: str | None = None) -> Session:
    """The session in which these parties had the floor for so many seconds."""
    number = len(session.turns)
    made = tuple(
        Turn(id=f"t{number + n}", item=item, party=party, start=START, seconds=seconds)
        for n, (party, seconds) in enumerate(turns, 1)
    )
    return but(session, turns=session.turns + made)


def percentages(talk: Talk) -> dict[str, int]:
    return {each.party: round(each.share * 100) for each in talk.spoken}


@pytest.mark.parametrize(
    ("seconds", "shares"),
    [
        ((300, 640, 120), {"GEM": 28, "ZOR": 60, "WIJ": 11}),
        ((990, 1410, 600), {"GEM": 33, "ZOR": 47, "WIJ": 20}),
    ],
    ids=["20:04", "end"],
)
def test_the_example_has_the_shares_that_were_reckoned_by_hand(
    session: Session, seconds: tuple[int, ...], shares: dict[str, int]
) -> None:
    talk = talk_balance(with_turns(session, *zip(("GEM", "ZOR", "WIJ"), seconds, strict=True)), START)
    assert percentages(talk) == shares
    assert round(talk.even_share * 100) == 33


def test_the_turn_that_runs_counts_until_now(session: Session) -> None:
    talk = talk_balance(with_turns(session, ("GEM", 60), ("WIJ", None)), START + timedelta(seconds=60))
    assert talk.seconds == 120
    assert percentages(talk) == {"GEM": 50, "ZOR": 0, "WIJ": 50}


def test_a_clock_that_was_set_back_takes_no_time_away(session: Session) -> None:
    assert talk_balance(with_turns(session, ("WIJ", None)), START - timedelta(minutes=5)).seconds == 0


def test_each_item_has_its_own_in_the_order_of_the_agenda(session: Session) -> None:
    session = but(session, agenda=(AgendaItem(id="a", title="A"), AgendaItem(id="b", title="B")))
    session = with_turns(
        with_turns(with_turns(session, ("GEM", 10), item="b"), ("ZOR", 5)), ("WIJ", 20), item="a"
    )
    found = {item: talk.seconds for item, talk in talk_by_item(session, START).items()}
    assert list(found.items()) == [("a", 20), ("b", 10), (None, 5)]


def test_an_even_share_counts_the_core_parties_that_are_here(session: Session) -> None:
    gem, zor, wij = session.parties
    away = Attendance(person="hilde-oosterbaan", status=AttendanceStatus.ABSENT)
    session = but(session, parties=(but(gem, seat=Seat.GUEST), zor, wij), attendance=(away,))
    talk = talk_balance(with_turns(session, ("GEM", 30), ("WIJ", 30)), START)
    assert talk.even_share == 1.0
    assert percentages(talk) == {"GEM": 50, "WIJ": 50}


def test_where_nobody_spoke_or_sits_there_is_nothing_to_divide(session: Session) -> None:
    assert percentages(talk_balance(session, START)) == {"GEM": 0, "ZOR": 0, "WIJ": 0}
    assert talk_balance(but(session, parties=()), START) == Talk((), 0.0)
