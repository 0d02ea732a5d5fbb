import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from overleg.domain.agenda_lines import line_of, read_line
from overleg.domain.choices import Language, Purpose
from overleg.domain.model import AgendaItem
from overleg.domain.setup import read_party
from overleg.domain.text import clean

PARTIES = tuple(
    map(read_party, ("GEM=Gemeente:municipality", "ZOR=ZorgOrg:care", "WIJ=WijWarnsveld:residents"))
)

WORDS = [
    *'3 1. - Begroting (20 min) (20) ZOR besluit ter 1u30 20 min " "a [x] [/b] : ; , een en ( ) 1:30'.split(),
    "  ",
]


def read(line: str, place: int = 0) -> AgendaItem:
    return read_line(line, PARTIES, place)


class TestALine:
    def test_has_title_time_party_and_what_is_asked(self) -> None:
        item = read("3 Begroting (20 min) ZOR besluit")
        assert (item.title, item.planned_minutes) == ("Begroting", 20)
        assert (item.brought_in_by, item.purpose) == ("ZOR", Purpose.DECIDE)

    @pytest.mark.parametrize(
        ("line", "purpose"),
        [
            ("Stand ter informatie", Purpose.INFORM),
            ("Stand inform", Purpose.INFORM),
            ("Stand beeldvorming", Purpose.PICTURE),
            ("Stand picture", Purpose.PICTURE),
            ("Stand oordeel", Purpose.JUDGE),
            ("Stand Judge", Purpose.JUDGE),
            ("Stand ter besluitvorming", Purpose.DECIDE),
            ("Stand - decide", Purpose.DECIDE),
        ],
    )
    def test_asks_in_both_languages(self, line: str, purpose: Purpose) -> None:
        item = read(line)
        assert (item.title, item.purpose) == ("Stand", purpose)

    @pytest.mark.parametrize(
        "line",
        ["Stand 90m", "Stand 1u30", "Stand (1:30)", "Stand - ZOR - 1,5 uur", "Stand 1 uur en 30 minuten"],
    )
    def test_takes_a_loose_length(self, line: str) -> None:
        item = read(line)
        assert (item.title, item.planned_minutes) == ("Stand", 90)

    @pytest.mark.parametrize(
        "line", ["3 Begroting", "3. Begroting", "3) begroting", "- begroting", "• begroting"]
    )
    def test_is_numbered_in_front(self, line: str) -> None:
        assert read(line).title.casefold() == "begroting"

    @pytest.mark.parametrize(("place", "title"), [(10, "jaar dorpshuis"), (3, "10 jaar dorpshuis")])
    def test_keeps_a_number_that_numbers_nothing(self, place: int, title: str) -> None:
        assert read("10 jaar dorpshuis", place).title == title

    @pytest.mark.parametrize(
        "line",
        [
            "Begroting 2027",
            "Voorstel (1)",
            "Wat willen wij",
            "Op weg naar een besluit",
            "Besluit",
            "ZOR",
            "12:30 Lunch",
            "20 min",
            "Begroting:",
            "[concept] [/x]",
        ],
    )
    def test_leaves_in_the_title_what_belongs_there(self, line: str) -> None:
        assert read(line) == AgendaItem(id="", title=line)

    def test_keeps_a_title_between_quotes_whole(self) -> None:
        item = read('"Concept besluit" (20 min)')
        assert (item.title, item.planned_minutes, item.purpose) == ("Concept besluit", 20, None)

    def test_of_nothing_has_no_title(self) -> None:
        assert read("   ").title == ""


any_line = st.one_of(st.text(max_size=40), st.lists(st.sampled_from(WORDS), max_size=8).map(" ".join))


@settings(max_examples=500, deadline=None)
@given(line=any_line, place=st.integers(0, 12))
def test_any_line_is_an_item_that_is_read_again_from_its_own_line(line: str, place: int) -> None:
    item = read(line, place)
    if not item.title:
        assert not clean(line).strip()
        return
    for language in Language:
        assert read(line_of(item, 7, PARTIES, language), 7) == item


@settings(max_examples=300, deadline=None)
@given(
    line=st.lists(st.sampled_from([*"rondje langs allen over [x] zaal".split()]), min_size=1).map(" ".join)
)
def test_a_word_that_says_nothing_else_stays_in_the_title(line: str) -> None:
    assert read(line).title == line
