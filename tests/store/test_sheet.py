from hypothesis import given
from hypothesis import strategies as st

from overleg.store.sheet import Sheet
from tests.store.sessions import FIXED

lines = st.dictionaries(st.integers(0, 300), st.binary(min_size=1, max_size=4), max_size=200)


def text_of(sheet: Sheet) -> bytes:
    return b",\n".join(sheet.texts())


@given(lines)
@FIXED
def test_a_sheet_holds_its_lines_in_their_order(given: dict[int, bytes]) -> None:
    sheet = Sheet.of(given.items())
    assert list(sheet.items()) == list(given.items())
    assert (len(sheet), sheet.highest) == (len(given), max(given, default=0))
    assert text_of(sheet) == b",\n".join(given.values())


@given(lines, lines, st.sets(st.integers(0, 300), max_size=20))
@FIXED
def test_a_changed_sheet_is_a_changed_dictionary(
    before: dict[int, bytes], put: dict[int, bytes], gone: set[int]
) -> None:
    sheet = Sheet.of(before.items())
    text_of(sheet)
    put = {id: line for id, line in put.items() if id not in gone}
    after = sheet.changed(put, gone)
    expected = {id: line for id, line in (before | put).items() if id not in gone}
    assert list(after.items()) == list(expected.items())
    assert text_of(after) == b",\n".join(expected.values())
    assert list(sheet.items()) == list(before.items()), "the sheet before stays as it was"


@given(lines, st.integers(0, 210), st.integers(0, 210))
@FIXED
def test_ids_are_found_by_position(given: dict[int, bytes], start: int, stop: int) -> None:
    assert Sheet.of(given.items()).ids(start, stop) == list(given)[start:stop]


@given(lines)
@FIXED
def test_an_arranged_sheet_has_the_order_that_was_asked_for(given: dict[int, bytes]) -> None:
    ids = sorted(given, key=given.__getitem__)
    arranged = Sheet.of(given.items()).arranged(ids)
    assert list(arranged) == ids
    assert dict(arranged) == given


def test_an_id_is_not_given_again_after_its_line_is_gone() -> None:
    assert Sheet.of({1: b"a", 2: b"b"}.items()).changed({}, [2]).highest == 2
