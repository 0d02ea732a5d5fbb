import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from overleg.tui.cells import between, cut, fill, wrap

widths = st.integers(min_value=0, max_value=60)


@pytest.mark.parametrize(
    ("text", "width", "shown"),
    [
        ("Gemeente", 8, "Gemeente"),
        ("Gemeente", 7, "Gemeen…"),
        ("Gemeente", 1, "…"),
        ("Gemeente", 0, ""),
        ("日本語", 6, "日本語"),
        ("日本語", 5, "日本…"),
        ("日本語", 4, "日…"),
    ],
)
def test_a_text_that_is_cut_says_so(text: str, width: int, shown: str) -> None:
    assert cut(text, width) == shown


@given(st.text(), widths)
def test_a_cut_text_is_never_too_wide(text: str, width: int) -> None:
    assert cell_len(cut(text, width)) <= width


@given(st.text(), widths)
def test_a_filled_cell_is_as_wide_as_it_should(text: str, width: int) -> None:
    assert cell_len(fill(text, width)) == width


@given(st.text(), st.text(), widths)
def test_two_ends_fill_the_line(left: str, right: str, width: int) -> None:
    assert cell_len(between(left, right, width)) == width


def test_the_right_end_stays_whole() -> None:
    assert between("Warnsveld houdt zorg", "19:52", 16) == "Warnsveld… 19:52"


def test_lines_break_between_words() -> None:
    assert wrap("Niemand moet het dorp uit om zorg", 14) == ["Niemand moet", "het dorp uit", "om zorg"]


def test_a_word_that_does_not_fit_is_broken() -> None:
    assert wrap("een verantwoordelijkheid", 10) == ["een", "verantwoor", "delijkheid"]


@given(st.text(), st.integers(min_value=2, max_value=40))
def test_wrapping_loses_nothing_but_spaces(text: str, width: int) -> None:
    lines = wrap(text, width)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(cell_len(line) <= width for line in lines)
