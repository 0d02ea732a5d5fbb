"""What two parties ask of and offer to each other."""

import pytest
from msgspec.structs import replace as but

from overleg.domain.model import Session
from overleg.domain.overviews.exchange import are_same, asked_by, exchanges, waiting_for
from tests.domain.conftest import Typed


def test_the_example_fills_every_cell(warnsveld: Session) -> None:
    table = exchanges(warnsveld)
    cells = {
        (a, b): ([each.ref for each in cell.asked], [each.ref for each in cell.offered])
        for a, row in table.items()
        for b, cell in row.items()
    }
    assert cells == {
        ("GEM", "ZOR"): (["V-005"], []),
        ("GEM", "WIJ"): (["V-006"], []),
        ("ZOR", "GEM"): (["V-004"], []),
        ("ZOR", "WIJ"): (["V-003"], ["O-002"]),
        ("WIJ", "GEM"): (["V-002"], []),
        ("WIJ", "ZOR"): (["V-001"], ["O-001"]),
    }
    assert [asked_by(table, party) for party in table] == [2, 2, 2]
    assert [waiting_for(table, party) for party in table] == [0, 0, 0]


def test_what_has_no_answer_waits_for_the_party_that_was_asked(session: Session, typed: Typed) -> None:
    table = exchanges(typed(session, "v GEM>WIJ: Een", "v ZOR>WIJ: Twee", "v GEM>ZOR: Drie", "=V-001 vaag"))
    assert {party: waiting_for(table, party) for party in table} == {"GEM": 0, "ZOR": 1, "WIJ": 1}
    assert {party: asked_by(table, party) for party in table} == {"GEM": 2, "ZOR": 1, "WIJ": 0}


def test_what_is_offered_to_all_stands_with_everybody_else(session: Session, typed: Typed) -> None:
    table = exchanges(typed(session, "o WIJ>*: De zaal"))
    assert {party: len(cell.offered) for party, cell in table["WIJ"].items()} == {"GEM": 1, "ZOR": 1}
    assert asked_by(table, "WIJ") == 0


@pytest.mark.parametrize(
    ("line", "is_same"),
    [
        ("n GEM: Iets", True),
        ("/beurt ZOR", True),
        ("v GEM>ZOR: Twee", False),
        ("o ZOR>*: Twee", False),
        ("=V-001 ja", False),
        ("*V-001 ingetrokken: fout", False),
    ],
)
def test_only_what_goes_between_parties_changes_anything(
    session: Session, typed: Typed, line: str, is_same: bool
) -> None:
    before = typed(session, "v GEM>ZOR: Een")
    after = typed(before, line)
    assert are_same(before, after) is is_same
    assert (exchanges(before) == exchanges(after)) is is_same


def test_other_parties_change_everything(session: Session) -> None:
    assert not are_same(session, but(session, parties=session.parties[1:]))
