"""What is found in a session, and the words that are marked in it."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace as but

from overleg.domain.model import Session
from overleg.domain.query import parse
from overleg.domain.search import Hit, hits
from overleg.domain.searched import everything_said
from overleg.domain.snippets import Snippet, found_marks, snippet
from overleg.domain.text import clean, fold
from tests.domain.conftest import Typed

TODAY = date(2027, 1, 20)


def found(session: Session, text: str, today: date = TODAY) -> list[str]:
    return [hit.entry.ref for hit in hits(session, parse(text, today), today)]


def first(session: Session, text: str) -> Hit:
    return next(hits(session, parse(text, TODAY), TODAY))


def marked(shown: Snippet) -> list[str]:
    return [shown.text[start:end] for start, end in shown.marks]


@pytest.fixture
def held(session: Session, typed: Typed) -> Session:
    return typed(
        session,
        "a GEM/Ruud: Zoë bellen over de brink ^2027-01-18",
        "a ZOR/Hilde: rooster maken ^2027-02-18 &avondzorg #senioren",
        "v WIJ>ZOR: Scholing voor vrijwilligers",
        "=V-001 ja: als het op dinsdag kan",
        "b *: Werkgroep begint in maart",
        "?B-001 ZOR: eerst de raad horen",
        "*A-002 vervallen: dubbel met het weekblad",
        "n een losse gedachte",
    )


class TestWords:
    @pytest.mark.parametrize(
        ("text", "refs"),
        [
            ("zoe", ["A-001"]),
            ("ZOË BRINK", ["A-001"]),
            ("ell", ["A-001"]),
            ('"de brink"', ["A-001"]),
            ('"brink de"', []),
            ("brink rooster", []),
            ("dinsdag", ["V-001"]),
            ("raad", ["B-001"]),
            ("weekblad", ["A-002"]),
            ("ketelaar", ["A-001"]),
            ("senioren avondzorg", ["A-002"]),
            ("v-001", ["V-001"]),
            ("(a+)+$", []),
        ],
    )
    def test_are_found_wherever_they_were_said(self, held: Session, text: str, refs: list[str]) -> None:
        assert found(held, text) == refs

    def test_are_never_found_across_two_texts(self, session: Session, typed: Typed) -> None:
        assert found(typed(session, "a GEM: bel", "*A-001 klaar: geen"), "belgeen") == []

    def test_that_would_stall_an_expression_are_plain_text(self, session: Session, typed: Typed) -> None:
        # As an expression this takes longer than anybody has; it is a text like any other.
        held = typed(session, "n " + "a" * 5000 + "!", "n de formule (a+)+$ zelf")
        assert found(held, "(a+)+$") == ["N-002"]

    def test_are_all_in_what_an_index_is_made_of(self, held: Session) -> None:
        said = everything_said(held)
        assert all(word in said for word in ("zoe", "dinsdag", "raad", "weekblad", "ketelaar", "v-001"))


class TestFilters:
    @pytest.mark.parametrize(
        ("text", "refs"),
        [
            ("kind:actie", ["A-001", "A-002"]),
            ("kind:actie is:open", ["A-001"]),
            ("is:overdue", ["A-001"]),
            ("partij:WIJ", ["V-001", "B-001"]),
            ("partij:zorg", ["A-002", "V-001", "B-001"]),
            ("party:org", []),
            ("persoon:ruud", ["A-001"]),
            ("ref:a1 ref:v1", ["A-001", "V-001"]),
            ("kind:note reeks:houdt", ["N-001"]),
            ("reeks:elders", []),
            ("kind:note na:13-1-2027 voor:15-1-2027", ["N-001"]),
            ("kind:note na:14-1-2027", []),
            ("kind:note voor:14-1-2027", []),
        ],
    )
    def test_narrow_what_is_found(self, held: Session, text: str, refs: list[str]) -> None:
        assert found(held, text) == refs

    def test_see_what_is_overdue_from_today(self, held: Session) -> None:
        assert found(held, "is:overdue", date(2027, 1, 18)) == []

    def test_know_the_day_of_what_an_earlier_meeting_said(self, held: Session) -> None:
        later = but(held, id="2027-02-11-warnsveld", date=date(2027, 2, 11))
        assert found(later, "kind:note voor:2027-02") == ["N-001"]


class TestASnippet:
    def test_marks_the_words_as_they_were_typed(self, held: Session) -> None:
        assert marked(first(held, "zoe brink").snippet) == ["Zoë", "brink"]

    def test_is_the_text_in_which_the_words_stand(self, held: Session) -> None:
        assert first(held, "dinsdag").snippet.text == "als het op dinsdag kan"

    def test_is_the_entry_itself_where_only_its_names_were_found(self, held: Session) -> None:
        assert first(held, "ketelaar").snippet == Snippet("Zoë bellen over de brink")

    def test_of_a_long_text_is_the_part_around_the_first_word(self) -> None:
        text = "voor " * 100 + "de naald " + "na " * 100
        shown = snippet(text, ["naald"])
        assert marked(shown) == ["naald"]
        assert len(shown.text) <= 162
        assert (shown.text[0], shown.text[-1]) == ("…", "…")

    def test_takes_words_that_overlap_together(self) -> None:
        assert found_marks("ananas", ["ana", "nas"]) == ((0, 6),)

    def test_counts_in_characters_of_the_text_itself(self) -> None:
        assert found_marks("Straße ﬁets", ["ss", "ets"]) == ((4, 5), (8, 11))

    @given(st.text(min_size=1, max_size=400), st.data())
    def test_shows_every_piece_that_is_looked_for(self, text: str, data: st.DataObject) -> None:
        text = clean(text)
        start = data.draw(st.integers(0, max(0, len(text) - 1)))
        word = fold(text[start : start + data.draw(st.integers(1, 20))])
        shown = snippet(text, [word])
        assert all(0 <= a < b <= len(shown.text) for a, b in shown.marks)
        assert [b for _, b in shown.marks[:-1]] < [a for a, _ in shown.marks[1:]] or len(shown.marks) < 2
        if word and word in fold(text) and word in "".join(map(fold, text)):
            assert shown.marks


def test_a_hit_knows_its_place(held: Session) -> None:
    at_item = but(held.entries[0], created_at=datetime(2027, 1, 14) + timedelta(hours=20))
    hit = first(but(held, entries=(at_item,)), "brink")
    assert (hit.session.series.title, hit.session.number, hit.item) == ("Warnsveld houdt zorg", 1, "")
    assert hit.session.entries == ()
