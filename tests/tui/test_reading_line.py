import pytest
from rich.cells import cell_len

from overleg.desk.workbench import Desk
from overleg.domain.changes import Change
from overleg.domain.choices import Language
from overleg.tui.widgets.reading import pointed, words_within


class TestPointing:
    def test_the_mark_stands_in_the_column_of_the_problem(self) -> None:
        assert pointed("There is no D-099.", 12, 80) == " " * 12 + "^ There is no D-099."

    def test_the_words_go_before_a_mark_far_to_the_right(self) -> None:
        line = pointed("There is no D-099 in this meeting.", 60, 80)
        assert line.index("^") == 60
        assert line.startswith(" " * 25 + "There is")

    @pytest.mark.parametrize("column", [-3, 0, 5, 30, 99])
    def test_it_stays_within_the_window(self, column: int) -> None:
        for width in range(2, 60):
            assert cell_len(pointed("There is no D-099 in this meeting.", column, width)) <= width


def read(desk: Desk, line: str) -> Change:
    found = desk.read(line)
    assert isinstance(found, Change)
    return found


class TestWords:
    def test_a_short_reading_is_whole(self, desk: Desk) -> None:
        words = words_within(read(desk, "a GEM: bellen @Ruud vrijdag"), desk.session, Language.NL, 80)
        assert words.endswith("bellen · vr 15 jan 2027")

    def test_what_is_missing_stays_when_the_text_is_long(self, desk: Desk) -> None:
        words = words_within(read(desk, "a GEM: " + "heel veel tekst " * 10), desk.session, Language.EN, 60)
        assert words.endswith("… · who? when?")
        assert cell_len(words) <= 60

    def test_a_change_that_is_no_entry_is_cut(self, desk: Desk) -> None:
        desk.enter("v WIJ>GEM: Eén aanspreekpunt")
        answer = read(desk, "=V-001 nee: " + "want " * 30)
        assert words_within(answer, desk.session, Language.EN, 40).endswith("…")
