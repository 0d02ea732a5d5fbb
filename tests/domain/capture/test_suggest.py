"""What is suggested while a line is typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from overleg.domain.capture.suggest import MOST, suggest
from overleg.domain.model import Session
from tests.domain.conftest import Typed, a_table


def words(session: Session, line: str) -> list[str]:
    return [each.text for each in suggest(line, session)]


def first(session: Session, line: str) -> str:
    """The line as it is when the first suggestion is taken."""
    found = suggest(line, session)[0]
    return line[: found.start] + found.text


@pytest.mark.parametrize(
    ("typed_line", "taken"),
    [
        ("a g", "a GEM: "),
        ("a gemee", "a GEM: "),
        ("a wijw", "a WIJ: "),
        ("GE", "GEM: "),
        ("v GEM>z", "v GEM>ZOR: "),
        ("v GEM>", "v GEM>ZOR: "),
        ("a GEM/r", "a GEM/Ruud: "),
        ("n ZOR/W", "n ZOR/WIJ: "),
        ("a ZOR: delen @", "a ZOR: delen @Hilde"),
        ("a GEM: delen @kete", "a GEM: delen @Ruud"),
        ("k ZOR: het contract !f", "k ZOR: het contract !geld"),
        ("/be", "/beurt "),
        ("/turn zo", "/turn ZOR"),
        ("/aanwezig hi", "/aanwezig Hilde"),
        ("/pau", "/pauze"),
    ],
)
def test_a_beginning_becomes_what_is_meant(session: Session, typed_line: str, taken: str) -> None:
    assert first(session, typed_line) == taken


@pytest.mark.parametrize(
    "line",
    [
        "",
        "ge",
        "gezellig hier",
        "a GEM: gem",
        "Let op",
        "mei 2",
        "a b c",
        "#ouderen eerst",
        "z GEM",
        "//",
        "/ ",
    ],
)
def test_plain_text_is_left_alone(session: Session, line: str) -> None:
    assert words(session, line) == []


class TestAboutEntries:
    def test_what_waits_for_an_answer_comes_last_first(self, session: Session, typed: Typed) -> None:
        session = typed(session, "v GEM>ZOR: een", "v ZOR>GEM: twee", "n drie", "=V-001 ja")
        assert words(session, "=") == ["V-002 "]
        assert words(session, "=V-002 ") == ["ja", "nee", "bespreken", "vaag"]

    def test_a_number_may_be_typed_in_short(self, session: Session, typed: Typed) -> None:
        session = typed(session, "a GEM: bellen", "a ZOR: schrijven")
        assert first(session, "*a2") == "*A-002 "
        assert words(session, "*A-002 b") == ["bezig"]

    def test_parties_that_have_spoken_are_no_longer_offered(self, session: Session, typed: Typed) -> None:
        session = typed(session, "d GEM: samen", "+D-001 GEM")
        assert words(session, "+D-001 ") == ["ZOR", "WIJ"]

    def test_nothing_confidential_is_told(self, session: Session, typed: Typed) -> None:
        session = typed(session, "a GEM: het geheim van de smid !v")
        assert "geheim" not in str(suggest("*", session)[0].meaning)
        assert "geheim" not in str(suggest("n iets ~", session)[0].meaning)


def test_groups_and_tasks_that_are_known_are_offered(session: Session, typed: Typed) -> None:
    session = typed(session, "j GEM: eettafel #ouderen &nachtdienst")
    assert first(session, "n iets #ou") == "n iets #ouderen"
    assert first(session, "n iets &") == "n iets &nachtdienst"


def test_no_more_than_a_glance_takes_in(session: Session, typed: Typed) -> None:
    session = typed(session, *[f"n punt {n}" for n in range(20)])
    assert len(suggest("n zie ~", session)) == MOST


@given(st.text(max_size=40))
def test_any_text_can_be_asked_about(line: str) -> None:
    for found in suggest(line, a_table()):
        assert 0 <= found.start <= len(line)
