"""Rounds: who gets the floor, who is still silent, and who speaks as whom."""

import pytest
from msgspec.structs import replace as but

from overleg.domain.choices import Kind
from overleg.domain.model import Session
from overleg.domain.rounds import next_turn, round_of, silent_parties
from tests.domain.conftest import Typed


def silent(session: Session) -> list[str]:
    return [party.code for party in silent_parties(session)]


@pytest.mark.parametrize(
    ("step", "codes"),
    [
        ("opening", ["WIJ", "GEM", "ZOR"]),
        ("commitment", ["GEM", "ZOR", "WIJ"]),
        ("reverse", ["GEM", "ZOR"]),
        ("own_step", ["GEM", "ZOR", "WIJ"]),
        ("open_agenda", ["GEM", "ZOR", "WIJ"]),
    ],
)
def test_a_step_says_who_begins(session: Session, typed: Typed, step: str, codes: list[str]) -> None:
    session = typed(session, f"/stap {step}")
    assert [party.code for party in round_of(session, session.active_item)] == codes


def test_each_rotating_round_has_another_opener(session: Session, typed: Typed) -> None:
    session = typed(session, "/stap roles")
    first = next_turn(session)
    session = typed(session, "/stap boundaries")
    second = next_turn(session)
    assert first is not None
    assert second is not None
    assert first.code != second.code


def test_the_floor_goes_round_and_round(session: Session, typed: Typed) -> None:
    session = typed(session, "/stap opening", *["/beurt volgende"] * 4)
    assert [turn.party for turn in session.turns] == ["WIJ", "GEM", "ZOR", "WIJ"]


def test_the_floor_passes_over_who_is_not_here(session: Session, typed: Typed) -> None:
    away = [f"/afwezig {person.name}" for person in session.people_of("GEM")]
    session = typed(session, "/stap opening", *away, *["/beurt volgende"] * 3)
    assert away
    assert [turn.party for turn in session.turns] == ["WIJ", "ZOR", "WIJ"]


def test_without_parties_nobody_has_the_floor(session: Session) -> None:
    assert next_turn(but(session, parties=())) is None


class TestSilence:
    def test_ends_with_a_turn_or_with_something_said(self, session: Session, typed: Typed) -> None:
        session = typed(session, "/stap open_agenda")
        assert silent(session) == ["GEM", "ZOR", "WIJ"]
        session = typed(session, "/beurt ZOR", "n GEM: het geld is op")
        assert silent(session) == ["WIJ"]

    def test_begins_again_in_the_next_round(self, session: Session, typed: Typed) -> None:
        session = typed(session, "/stap opening", "n *: allen aanwezig", "n WIJ: wij zijn er", "/stap worth")
        assert silent(session) == ["WIJ", "GEM", "ZOR"]

    def test_is_not_counted_in_free_talk_or_of_who_is_not_here(self, session: Session, typed: Typed) -> None:
        assert silent(typed(session, "/stap case")) == []
        assert silent(typed(session, "/afwezig Ruud", "/stap worth")) == ["WIJ", "ZOR"]


class TestChangingPlaces:
    def test_each_party_speaks_as_its_neighbour_and_each_is_spoken_for_once(
        self, session: Session, typed: Typed
    ) -> None:
        session = typed(session, "/stap perspective", *["/beurt volgende"] * 3)
        pairs = [(turn.party, turn.voiced_party) for turn in session.turns]
        assert {as_whom for _, as_whom in pairs} == {who for who, _ in pairs} == {"GEM", "ZOR", "WIJ"}
        assert all(who != as_whom for who, as_whom in pairs)

    def test_what_is_typed_then_is_said_as_that_party(self, session: Session, typed: Typed) -> None:
        session = typed(session, "/stap perspective", "/beurt ZOR", "ik lig wakker van het rooster")
        entry = session.entries[-1]
        assert (entry.kind, entry.parties) == (Kind.NOTE, ("ZOR",))
        assert entry.voiced_party == session.turns[-1].voiced_party != "ZOR"

    def test_one_party_alone_speaks_as_itself(self, session: Session, typed: Typed) -> None:
        alone = but(session, parties=session.parties[:1], people=())
        assert typed(alone, "/stap perspective", "/beurt volgende").turns[-1].voiced_party is None
