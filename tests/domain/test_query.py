"""Any text is a query: words, phrases, filters, and what looks like one."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from overleg.domain.choices import Kind
from overleg.domain.query import Query, parse
from overleg.domain.text import fold

TODAY = date(2027, 3, 14)


def query(text: str) -> Query:
    return parse(text, TODAY)


@given(st.text())
def test_any_text_is_a_query(text: str) -> None:
    query(text)


@given(
    st.lists(st.sampled_from(["kind:", "is:", "na:", "ref:", '"', "“", " ", "actie", "20", "-3", "ß", ":"]))
)
def test_any_mix_of_what_means_something_is_a_query(parts: list[str]) -> None:
    query("".join(parts))


@given(st.text(alphabet=st.characters(categories=["L", "N"]), min_size=1))
def test_a_word_is_looked_for_without_case_and_diacritics(word: str) -> None:
    assert query(word).words in ((fold(word),), ())


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Zoë  BELLEN", ("zoe", "bellen")),
        ("bellen bellen", ("bellen",)),
        ('"twee woorden" drie', ("twee woorden", "drie")),
        ("„twee woorden” drie", ("twee woorden", "drie")),
        ('"nog niet af', ("nog niet af",)),
        ("(a+)+$", ("(a+)+$",)),
        ("om 19:30", ("om", "19:30")),
        ("https://voorbeeld.nl", ("https://voorbeeld.nl",)),
        ('""', ()),
    ],
)
def test_words_and_phrases(text: str, words: tuple[str, ...]) -> None:
    assert query(text) == Query(words=words)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("kind:action", Query(kinds=(Kind.ACTION,))),
        ("soort:acties soort:besluit", Query(kinds=(Kind.ACTION, Kind.DECISION))),
        ('soort:"sterk punt"', Query(kinds=(Kind.STRENGTH,))),
        ("partij:ZOR party:wij", Query(parties=("zor", "wij"))),
        ('persoon:"Ruud Ketelaar"', Query(people=("ruud ketelaar",))),
        ("is:open", Query(is_open=True)),
        ("is:over-tijd", Query(is_overdue=True)),
        ('IS:"over tijd"', Query(is_overdue=True)),
        ("is:overdue", Query(is_overdue=True)),
        ("ref:a3 nr:T-012", Query(refs=("A-003", "T-012"))),
        ("reeks:Warnsveld", Query(series=("warnsveld",))),
        ("voor:2027", Query(before=date(2027, 1, 1))),
        ("na:2026", Query(after=date(2026, 12, 31))),
        ("after:2027-02", Query(after=date(2027, 2, 28))),
        ("before:2027-12", Query(before=date(2027, 12, 1))),
        ("na:14-1-2027 voor:14-2-2027", Query(after=date(2027, 1, 14), before=date(2027, 2, 14))),
        ('na:"1 februari"', Query(after=date(2027, 2, 1))),
        ("na:20-3", Query(after=date(2026, 3, 20))),
        ("voor:morgen", Query(before=date(2027, 3, 15))),
    ],
)
def test_filters_in_both_languages(text: str, expected: Query) -> None:
    assert query(text) == expected


@pytest.mark.parametrize(
    "text", ["kind:onzin", "is:mooi", "na:2027-02-30", "ref:drie", "knd:actie", "partij:"]
)
def test_a_filter_that_is_not_understood_is_text_and_is_said(text: str) -> None:
    read = query(text)
    assert read.words == (text,)
    assert (len(read.misread), read.is_empty) == (int(text != "partij:"), False)
    assert all(text in str(said) for said in read.misread)


def test_of_several_days_the_narrowest_count() -> None:
    assert query("na:2025 na:2026 voor:2028 voor:2027-06") == Query(
        after=date(2026, 12, 31), before=date(2027, 6, 1)
    )


def test_nothing_is_looked_for_where_nothing_is_typed() -> None:
    assert [query(text).is_empty for text in ("", "  ", '"', "x", "is:open")] == [
        True,
        True,
        True,
        False,
        False,
    ]
