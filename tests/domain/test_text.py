"""Text as it may enter a record."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from overleg.domain.text import clean, fold, slug


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("een\ttwee\r\ndrie", "een twee drie"),
        ("\x1b[31mrood\x1b[0m", "rood"),
        ("\x1b]0;titel\x07tekst", "tekst"),
        ("a\x1bb", "ab"),
        ("a\u202eb\u2066c", "abc"),
        ("a\ud800b\ufffec", "abc"),
        ("Zoe\u0308", "Zoë"),
        ("👩\u200d🔧", "👩\u200d🔧"),
    ],
)
def test_keeps_what_was_said_and_nothing_else(typed: str, kept: str) -> None:
    assert clean(typed) == kept


@given(st.text())
def test_clean_text_is_one_line_of_composed_speakable_characters(text: str) -> None:
    cleaned = clean(text)
    assert clean(cleaned) == cleaned
    assert unicodedata.is_normalized("NFC", cleaned)
    assert not any(unicodedata.category(each) in ("Cc", "Cs") for each in cleaned)
    assert len(cleaned.splitlines()) <= 1


@given(st.text())
def test_the_same_text_is_cleaned_alike_however_it_is_composed(text: str) -> None:
    assert clean(unicodedata.normalize("NFD", text)) == clean(unicodedata.normalize("NFC", text))


@pytest.mark.parametrize(("one", "other"), [("Zoë", "zoe"), ("BEËINDIGD", "beeindigd"), ("Één", "een")])
def test_case_and_marks_do_not_count_in_comparing(one: str, other: str) -> None:
    assert fold(one) == other


@pytest.mark.parametrize(
    ("title", "name"),
    [("'t Höltje", "t-holtje"), ("Wonen & zorg: 2027", "wonen-zorg-2027"), ("../../x", "x"), ("!", "")],
)
def test_a_slug_is_safe_in_a_file_name(title: str, name: str) -> None:
    assert slug(title) == name
