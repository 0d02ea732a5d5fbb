from msgspec.structs import replace as but

from overleg.domain.model import AnyEntry
from overleg.store.delta import Delta, delta
from overleg.store.sheet import Sheet
from tests.store.sessions import an_action

A, B, C, D = (an_action(number) for number in range(1, 5))
REWORDED = but(B, text="In andere woorden")


def difference(old: list[AnyEntry], new: list[AnyEntry]) -> Delta:
    sheet = Sheet.of((10 * place, b"") for place in range(1, len(old) + 1))
    return delta(tuple(old), sheet, tuple(new), "ref")


def test_nothing_differs_between_equal_records() -> None:
    assert difference([A, B], [but(A), but(B)]) == Delta({}, [], [])


def test_a_record_at_the_end_is_put_there() -> None:
    assert difference([A, B], [A, B, C]) == Delta({21: C}, [], [])


def test_a_record_that_changed_is_put_in_its_place() -> None:
    assert difference([A, B, C], [A, REWORDED, C]) == Delta({20: REWORDED}, [], [])


def test_a_record_that_is_gone_is_named() -> None:
    assert difference([A, B, C], [A, C]) == Delta({}, [20], [])


def test_a_record_in_the_middle_needs_a_new_order() -> None:
    assert difference([A, C], [A, B, C]) == Delta({21: B}, [], [10, 21, 20])


def test_records_that_change_places_are_not_written_anew() -> None:
    assert difference([A, B, C, D], [A, C, B, D]) == Delta({}, [], [10, 30, 20, 40])


def test_records_that_go_come_and_change_at_once() -> None:
    assert difference([A, B, C], [REWORDED, D]) == Delta({20: REWORDED, 31: D}, [10, 30], [])


def test_a_change_in_a_long_table_touches_one_record() -> None:
    records = [an_action(number) for number in range(1, 2001)]
    changed = [*records[:700], but(records[700], text="anders"), *records[701:]]
    assert list(difference(records, changed).put) == [7010]


def test_two_records_with_one_key_are_both_kept() -> None:
    """No rule allows it, but what somebody said is not lost for that."""
    assert set(difference([A], [A, but(B, ref="A-001"), but(C, ref="A-001")]).put) == {11, 12}
