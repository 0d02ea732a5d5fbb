"""The table of kinds: every row can be typed, put in its states, and knows whether it goes along."""

from datetime import date

import pytest

from overleg.domain.choices import Kind, Language
from overleg.domain.kind_row import KindRow
from overleg.domain.kinds import KINDS, kind_by_letter, kind_by_word
from overleg.domain.model import Session
from overleg.domain.text import fold
from tests.domain.conftest import NOW, Typed

LATER = date(2027, 3, 1)


def test_there_are_seventeen_with_a_record_of_their_own() -> None:
    assert list(KINDS) == list(Kind)
    assert len({row.record for row in KINDS.values()}) == 17
    assert [row.record.kind for row in KINDS.values()] == list(Kind)


@pytest.mark.parametrize("language", list(Language))
def test_each_has_a_letter_of_its_own(language: Language) -> None:
    letters = [row.letters[language] for row in KINDS.values()]
    assert len(set(letters)) == 17
    assert [kind_by_letter(letter, language) for letter in letters] == list(KINDS)


@pytest.mark.parametrize("row", KINDS.values(), ids=list(KINDS))
def test_no_word_means_two_things(row: KindRow) -> None:
    assert {kind_by_word(word) for word in row.words.all()} == {row.kind}
    words = [fold(word) for state in row.states for word in {fold(each) for each in state.words.all()}]
    assert len(words) == len(set(words))


@pytest.mark.parametrize("row", KINDS.values(), ids=list(KINDS))
def test_what_a_row_names_is_there(row: KindRow) -> None:
    fields = row.record.__struct_fields__
    states = {state.key for state in row.states}
    assert row.date_field in ("", *fields)
    assert row.subtypes is None or row.subtypes.field in fields
    assert {row.settled, row.resisted} <= {"", *states}
    assert all(set(state.after) <= states for state in row.states)


@pytest.mark.parametrize(
    ("lines", "goes_along"),
    [
        (["a GEM: Bellen"], True),
        (["a GEM: Bellen", "*A-001 bezig"], True),
        (["a GEM: Bellen", "*A-001 klaar"], False),
        (["t GEM: 12 uur"], True),
        (["t GEM: 12 uur", "*T-001 nagekomen"], False),
        (["v WIJ>ZOR: Scholing"], True),
        (["v WIJ>ZOR: Scholing", "=V-001 bespreken"], True),
        (["v WIJ>ZOR: Scholing", "=V-001 ja"], False),
        (["e WIJ: Soepfiets ^2027-02-01"], True),
        (["e WIJ: Soepfiets ^2027-05-01"], False),
        (["f *: Elkaar bellen ^2027-02-01"], True),
        (["f *: Elkaar bellen"], False),
        (["p WIJ: Kopen?"], True),
        (["n WIJ: iets"], False),
    ],
)
def test_what_is_open_goes_along_to_the_next_meeting(
    session: Session, typed: Typed, lines: list[str], goes_along: bool
) -> None:
    entry = typed(session, *lines, now=NOW).entries[0]
    assert KINDS[entry.kind].carries(entry, LATER) is goes_along


def test_who_says_that_a_promise_is_done_says_that_it_was_kept() -> None:
    state = KINDS[Kind.COMMITMENT].typed_state("gedaan")
    assert state is not None
    assert state.key == "fulfilled"
