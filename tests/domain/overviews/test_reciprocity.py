"""Who gives and who asks."""

import pytest

from overleg.domain.model import Session
from overleg.domain.overviews.reciprocity import Balance, balances, connects_only, only_asks_of_residents
from tests.domain.conftest import Typed


def of_party(session: Session, party: str) -> Balance:
    return next(each for each in balances(session) if each.party == party)


def test_the_example_has_the_figures_that_were_counted_by_hand(warnsveld: Session) -> None:
    assert [
        (each.party, each.asked, each.accepted, each.offered, each.committed) for each in balances(warnsveld)
    ] == [
        ("GEM", 2, 1, 0, 2),
        ("ZOR", 2, 1, 1, 1),
        ("WIJ", 2, 1, 1, 0),
    ]
    assert [(each.brings, each.fetches) for each in balances(warnsveld)] == [(3, 2), (3, 2), (2, 2)]


def test_a_party_that_said_nothing_brings_and_fetches_nothing(session: Session) -> None:
    assert balances(session) == tuple(Balance(party, 0, 0, 0, 0) for party in ("GEM", "ZOR", "WIJ"))


def test_an_offer_to_all_counts_once(session: Session, typed: Typed) -> None:
    assert of_party(typed(session, "o WIJ>*: De zaal"), "WIJ").offered == 1


@pytest.mark.parametrize(
    "lines",
    [
        ("v GEM>WIJ: Iets", "*V-001 ingetrokken: vergissing"),
        ("o GEM>WIJ: Iets", "=O-001 nee"),
        ("t GEM: Iets", "*T-001 vervallen"),
        ("t WIJ/GEM: Ik geef uren",),
    ],
)
def test_what_no_longer_stands_does_not_count(session: Session, typed: Typed, lines: tuple[str, ...]) -> None:
    after = typed(session, *lines)
    assert of_party(after, "GEM") == Balance("GEM", 0, 0, 0, 0)
    assert of_party(after, "WIJ").committed == 0


def test_what_was_declined_was_asked_all_the_same(session: Session, typed: Typed) -> None:
    after = typed(session, "v GEM>WIJ: Iets", "=V-001 nee")
    assert (of_party(after, "GEM").asked, of_party(after, "WIJ").accepted) == (1, 0)


class TestTheMunicipality:
    def test_that_only_connects_is_named(self, session: Session, typed: Typed) -> None:
        assert connects_only(typed(session, "r GEM: Partijen bij elkaar brengen &verbinden=A")) == ("GEM",)

    @pytest.mark.parametrize(
        "line",
        [
            "t GEM: 12 uur per week",
            "r GEM: Betaalt de zaal &zaal=R",
            "r GEM: Is er gewoon",
            "*R-001 beëindigd",
        ],
    )
    def test_that_does_something_itself_is_not(self, session: Session, typed: Typed, line: str) -> None:
        after = typed(session, "r GEM: Partijen bij elkaar brengen &verbinden=A", line)
        assert connects_only(after) == ()

    def test_that_says_yes_to_work_is_not(self, session: Session, typed: Typed) -> None:
        after = typed(session, "r GEM: Verbindt &verbinden=A", "v WIJ>GEM: Een loket &loket", "=V-001 ja")
        assert connects_only(after) == ()

    def test_without_any_role_is_not(self, session: Session) -> None:
        assert connects_only(session) == ()

    def test_is_the_only_one_that_is_looked_at(self, session: Session, typed: Typed) -> None:
        assert connects_only(typed(session, "r ZOR: Verbindt &verbinden=A")) == ()


class TestASystemPartyThatAsksOfResidents:
    def test_and_gives_nothing_is_named(self, session: Session, typed: Typed) -> None:
        assert only_asks_of_residents(typed(session, "v ZOR>WIJ: Avondrondes")) == ("ZOR",)

    @pytest.mark.parametrize(
        "lines",
        [
            ("o ZOR>WIJ: Scholing",),
            ("o ZOR>*: De zaal",),
            ("t ZOR: Boeken open",),
            ("v WIJ>ZOR: Scholing", "=V-002 ja"),
        ],
    )
    def test_and_gives_something_is_not(self, session: Session, typed: Typed, lines: tuple[str, ...]) -> None:
        assert only_asks_of_residents(typed(session, "v ZOR>WIJ: Avondrondes", *lines)) == ()

    @pytest.mark.parametrize("lines", [("o ZOR>GEM: Cijfers",), ("v WIJ>ZOR: Scholing", "=V-002 nee")])
    def test_and_gives_to_others_only_is_named(
        self, session: Session, typed: Typed, lines: tuple[str, ...]
    ) -> None:
        assert only_asks_of_residents(typed(session, "v ZOR>WIJ: Avondrondes", *lines)) == ("ZOR",)

    def test_is_no_system_party_that_asks_another(self, session: Session, typed: Typed) -> None:
        assert only_asks_of_residents(typed(session, "v ZOR>GEM: Garantie", "v WIJ>ZOR: Scholing")) == ()
