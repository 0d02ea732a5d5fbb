import pytest
from rich.cells import cell_len

from overleg.desk.workbench import Desk
from overleg.domain.choices import Language
from overleg.domain.model import Session
from overleg.tui.widgets.entry_cells import MASK, Columns, EntryCells, cells_of, headings, height_of


def cells(session: Session, ref: str, language: Language = Language.EN) -> EntryCells:
    entry = session.entry(ref)
    assert entry is not None
    return cells_of(entry, session, language)


def entered(desk: Desk, *lines: str) -> Session:
    for line in lines:
        desk.enter(line)
    return desk.session


class TestWhatAnEntrySays:
    def test_number_kind_speaker_text_and_date(self, example: Desk) -> None:
        shown = cells(example.session, "A-001")
        assert (shown.ref, shown.kind, shown.who) == ("A-001", "Action", "WIJ (Bep)")
        assert (shown.text, shown.date) == ("Dorpsavond over wensen en inzet", "24-02-2027")

    @pytest.mark.parametrize(
        ("ref", "state"),
        [
            ("V-001", "discuss"),
            ("V-002", "accept"),
            ("V-003", "decline"),
            ("D-004", "3/3"),
            ("B-001", "3/3"),
            ("F-001", "3/3"),
            ("T-001", "reserved"),
            ("A-001", ""),
            ("N-001", ""),
        ],
    )
    def test_where_it_stands_in_a_word(self, example: Desk, ref: str, state: str) -> None:
        assert cells(example.session, ref).state == state

    def test_a_state_that_was_reached(self, example: Desk) -> None:
        assert cells(entered(example, "*A-001 klaar"), "A-001").state == "done"

    def test_an_objection_outweighs_the_count(self, desk: Desk) -> None:
        session = entered(desk, "b *: Wij beginnen", "+B-001 GEM", "?B-001 ZOR: te vroeg")
        assert cells(session, "B-001").state == "objection"

    def test_how_many_have_agreed_so_far(self, desk: Desk) -> None:
        assert cells(entered(desk, "b *: Wij beginnen", "+B-001 GEM"), "B-001").state == "1/3"

    def test_what_was_withdrawn_says_so(self, desk: Desk) -> None:
        shown = cells(entered(desk, "n GEM: te vroeg gezegd", "*N-001 ingetrokken"), "N-001")
        assert (shown.state, shown.is_withdrawn) == ("withdrawn", True)

    def test_what_is_missing_is_asked(self, desk: Desk) -> None:
        shown = cells(entered(desk, "a GEM: bellen"), "A-001")
        assert (shown.who, shown.date) == ("GEM (who?)", "when?")


class TestSensitive:
    def test_the_text_is_masked_with_its_class(self, example: Desk) -> None:
        assert cells(example.session, "K-001").text == f"{MASK} confidential (finance)"

    def test_so_is_the_answer(self, example: Desk) -> None:
        assert cells(example.session, "V-004").state == ""

    def test_an_answer_can_be_sensitive_on_its_own(self, desk: Desk) -> None:
        session = entered(desk, "v WIJ>GEM: Eén aanspreekpunt", "=V-001 nee: geen geld !fin")
        assert cells(session, "V-001").state == "confidential"
        assert cells(session, "V-001").text == "Eén aanspreekpunt"

    def test_no_word_of_it_is_in_any_cell(self, example: Desk) -> None:
        shown = " ".join(str(cells(example.session, entry.ref)) for entry in example.session.entries)
        for word in ("410.000", "de reserve", "boete", "verdeelde", "garantie", "huurcontract"):
            assert word not in shown


class TestColumns:
    def test_no_line_is_wider_than_the_window(self, example: Desk) -> None:
        for width in range(3, 220):
            columns = Columns.within(width)
            for entry in example.session.entries[::4]:
                for line in cells_of(entry, example.session, Language.NL).lines(columns):
                    assert cell_len("".join(line)) <= width, (width, line)

    def test_a_long_text_goes_on_below(self, example: Desk) -> None:
        lines = cells(example.session, "D-004").lines(Columns.within(80))
        words = " ".join(line.text.strip() for line in lines)
        assert (
            words
            == "Wonen, welzijn en goede zorg blijven in Warnsveld; samen doen we wat niemand alleen kan · 3/3"
        )

    def test_a_wide_window_has_a_column_for_the_standing(self, example: Desk) -> None:
        (line,) = cells(example.session, "B-001").lines(Columns.within(140))
        assert line.after.split() == ["3/3"]

    def test_a_narrow_window_keeps_number_and_text(self, example: Desk) -> None:
        line = cells(example.session, "A-001").lines(Columns.within(30))[0]
        assert (line.before, line.after) == (" A-001  ", "")

    def test_headings_name_only_the_columns_that_are_there(self) -> None:
        narrow, wide = Columns.within(50), Columns.within(140)
        assert "When" not in "".join(headings(Language.EN, narrow).lines(narrow)[0])
        assert "".join(headings(Language.EN, wide).lines(wide)[0]).split() == [
            *("No.", "Kind", "Who", "What", "Standing", "When")
        ]

    def test_wide_characters_keep_the_columns_straight(self, desk: Desk) -> None:
        session = entered(desk, "a GEM: 日本語の会議を開く @Ruud ^2027-02-01")
        (line,) = cells(session, "A-001").lines(Columns.within(80))
        assert cell_len("".join(line)) == 80

    def test_the_height_that_is_measured_is_the_height_that_is_drawn(self, example: Desk) -> None:
        session = entered(
            example, "*N-001 ingetrokken", "a GEM: bellen", "n 日本語の会議を開く " + "日本語" * 30
        )
        for width in range(3, 220, 3):
            columns = Columns.within(width)
            for entry in session.entries:
                drawn = cells_of(entry, session, Language.NL).lines(columns)
                assert height_of(entry, session, Language.NL, columns) == len(drawn)
