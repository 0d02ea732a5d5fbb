import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from overleg.domain.durations import LONGEST, read_minutes, written


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("20", 20),
        ("20 min", 20),
        ("20'", 20),
        ("20’", 20),
        ("45 minuten", 45),
        ("90m", 90),
        ("1u30", 90),
        ("1h30", 90),
        ("1:30", 90),
        ("1.30 uur", 90),
        ("1 uur 30", 90),
        ("1 uur en 30 minuten", 90),
        ("1 u 5 m", 65),
        ("1,5 uur", 90),
        ("1.5 h", 90),
        ("1½ uur", 90),
        ("anderhalf uur", 90),
        ("2 en een half uur", 150),
        ("an hour and a half", 90),
        ("half uur", 30),
        ("half an hour", 30),
        ("½ uur", 30),
        ("EEN UUR", 60),
        ("2 hours", 120),
        ("een kwartier", 15),
        ("drie kwartier", 45),
        ("24:00", 1440),
    ],
)
def test_a_length_is_read_as_people_write_it(text: str, minutes: int) -> None:
    assert read_minutes(text) == minutes
    assert read_minutes(f"  {text} ") == minutes


@pytest.mark.parametrize(
    "text",
    ["", " ", "0", "0:00", "-5", "1:99", "1.5", "24:01", "1441", "99999", "uur", "20 km", "[x]", "1u30x"],
)
def test_anything_else_is_no_length(text: str) -> None:
    assert read_minutes(text) is None


@given(minutes=st.integers(1, LONGEST))
def test_what_is_written_is_read_again(minutes: int) -> None:
    assert read_minutes(written(minutes)) == minutes


@settings(max_examples=300, deadline=None)
@given(text=st.text(max_size=30))
def test_any_text_is_a_length_or_none(text: str) -> None:
    minutes = read_minutes(text)
    assert minutes is None or 1 <= minutes <= LONGEST


def test_no_length_is_written_as_nothing() -> None:
    assert written(None) == ""
