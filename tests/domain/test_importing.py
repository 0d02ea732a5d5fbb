"""From the bytes of a file to rows of cells: whatever the file, it is rows or a sentence."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from overleg.domain.imported_columns import Column
from overleg.domain.importing import LARGEST, LONGEST_CELL, MOST_CELLS, MOST_ROWS, NotAList, read_list

HEADING = "Nr;Actie;Partij;Wie;Wanneer;Stand;Toelichting\n"


def rows(text: str | bytes) -> list[dict[str, str]]:
    """The cells of every row by the name of their column."""
    data = text if isinstance(text, bytes) else text.encode()
    return [{str(column): cell for column, cell in row.cells.items()} for row in read_list(data).rows]


def refused(data: bytes) -> str:
    with pytest.raises(NotAList) as found:
        read_list(data)
    return str(found.value)


class TestHeadings:
    @pytest.mark.parametrize(
        ("heading", "column"),
        [
            *((word, Column.NUMBER) for word in ("nummer", "number", "nr", "Nr.")),
            *((word, Column.TEXT) for word in ("actie", "action", "wat", "what", "Omschrijving")),
            *((word, Column.PARTY) for word in ("partij", "party", "ORGANISATIE")),
            *((word, Column.PERSON) for word in ("wie", "who", "actiehouder", "owner", "naam")),
            *((word, Column.DUE) for word in ("wanneer", "due", "datum", "date", "deadline", "Gereed op:")),
            *((word, Column.STATUS) for word in ("status", "stand")),
            *((word, Column.NOTE) for word in ("toelichting", "note", "opmerking")),
        ],
    )
    def test_are_known_in_both_languages(self, heading: str, column: Column) -> None:
        beside = "" if column is Column.TEXT else ";Actie"
        (row,) = rows(f"{heading}{beside}\niets;bellen\n" if beside else f"{heading}\niets\n")
        assert row[column] == "iets"

    def test_stand_in_any_order(self) -> None:
        assert rows("datum;wie;wat\n1-2-2027;Ruud;bellen\n") == [
            {"due": "1-2-2027", "person": "Ruud", "text": "bellen"}
        ]

    def test_may_stand_below_a_title_and_the_row_has_the_number_of_the_spreadsheet(self) -> None:
        listed = read_list(b"Actielijst wijkteam;;\n\nActie;Wie;\n\nbellen;Ruud;\n")
        assert [(row.number, row.cells[Column.TEXT]) for row in listed.rows] == [(5, "bellen")]

    def test_that_mean_nothing_here_are_named(self) -> None:
        assert read_list(b"Actie;Prioriteit;;Thema\nbellen;hoog;;\n").unread == (
            "Prioriteit",
            "Thema",
        )

    def test_of_a_date_give_way_to_those_of_a_deadline(self) -> None:
        listed = read_list(b"Datum;Actie;Deadline\n1-1-2027;bellen;1-2-2027\n")
        assert (listed.rows[0].cells[Column.DUE], listed.unread) == ("1-2-2027", ("Datum",))

    def test_of_a_second_description_make_it_a_note(self) -> None:
        assert rows("Omschrijving;Actie;Opmerking\nhet hele verhaal;bellen;haast\n") == [
            {"text": "bellen", "note": "het hele verhaal; haast"}
        ]

    def test_alone_are_no_list(self) -> None:
        assert "no actions" in refused(HEADING.encode())

    @pytest.mark.parametrize(
        "data", [b"een;twee\ndrie;vier\n", b"wie;wanneer\nRuud;morgen\n", b"{}", b"\x00\x01"]
    )
    def test_are_needed(self, data: bytes) -> None:
        assert refused(data)


class TestFiles:
    @pytest.mark.parametrize("delimiter", [";", ",", "\t"])
    def test_are_separated_by_semicolons_commas_or_tabs(self, delimiter: str) -> None:
        text = '"Actie";"Wie"\n"bellen, mailen; en \tfaxen";Ruud\n'.replace('";', f'"{delimiter}')
        text = text.replace(";Ruud", f"{delimiter}Ruud")
        assert [row["person"] for row in rows(text)] == ["Ruud"]

    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
    @pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
    def test_are_read_as_spreadsheets_save_them(self, encoding: str, line_end: str) -> None:
        text = f"Actie;Wie{line_end}Coördinatie € 5;Zoë{line_end}"
        assert rows(text.encode(encoding)) == [{"text": "Coördinatie € 5", "person": "Zoë"}]

    def test_of_one_column_need_no_separator(self) -> None:
        assert rows("Actie\nbellen; mailen, schrijven\n") == [{"text": "bellen; mailen, schrijven"}]

    def test_keep_line_ends_and_quotes_within_a_cell(self) -> None:
        assert rows('Actie;Wie\r\n"Zaal ""De Bron""\r\nhuren; ook zondag";Ruud\r\n') == [
            {"text": 'Zaal "De Bron" huren; ook zondag', "person": "Ruud"}
        ]

    def test_may_have_empty_rows(self) -> None:
        assert [row["text"] for row in rows("Actie;Wie\n\n;\n  ; \nbellen;\n;;\n")] == ["bellen"]

    def test_tell_cells_that_have_no_heading(self) -> None:
        listed = read_list(b"Actie;Wie;\nbellen;Ruud;en mailen;\n")
        assert listed.rows[0].surplus == ("en mailen",)

    def test_hold_nothing_that_reaches_the_terminal(self) -> None:
        assert rows("Actie\n\x1b[31mrood\x1b[0m \u202eom\u009b\n") == [{"text": "rood om"}]

    def test_that_this_program_made_are_read_as_they_were(self) -> None:
        text = "nr.;reeks;partij;wie;wat;wanneer;stand;over tijd\nA-001;W;GEM;;'=SOM(A1);;open;\n"
        assert rows(text)[0]["text"] == "=SOM(A1)"
        assert rows("wat\n't Höltje bellen\n") == [{"text": "'t Höltje bellen"}]


class TestHostileFiles:
    @pytest.mark.parametrize(
        ("data", "said"),
        [
            (b"", "nothing"),
            (b" \r\n\t\n", "nothing"),
            (b"Actie\nbel\0len\n", "something else"),
            (b"PK\x03\x04\x14\x00\x06\x00", "workbook"),
            (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "workbook"),
            (b"Actie\n" + b"x" * LARGEST, "larger than"),
            (b"Actie\nbellen\n" + b"x" * (LONGEST_CELL + 1) + b"\n", "Row 3"),
            (b"Actie;Wie\n" + b";" * MOST_CELLS + b"\n", "Row 2"),
            (b'Actie;Wie\nbellen;Ruud\n"mailen;Ruud\nmailen;Ruud\n', "Row 3"),
            (b'Actie;Wie\n"mailen" of bellen;Ruud\n', "Row 2"),
            (b"Actie\n" + b"x\n" * (MOST_ROWS + 1), "more than 2000"),
        ],
        ids=[
            "empty",
            "blank",
            "NUL",
            "xlsx",
            "xls",
            "10 MB",
            "huge cell",
            "huge row",
            "open quote",
            "quote",
            "rows",
        ],
    )
    def test_are_refused_in_words(self, data: bytes, said: str) -> None:
        assert said in refused(data)

    @given(st.binary(max_size=300))
    def test_of_any_bytes_are_rows_or_a_refusal(self, data: bytes) -> None:
        for each in (data, HEADING.encode() + data):
            with suppress(NotAList):
                assert read_list(each).rows

    @given(st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=40), min_size=1))
    def test_no_text_in_a_cell_makes_another_row(self, texts: list[str]) -> None:
        quoted = "".join('"x{}"\n'.format(text.replace('"', '""')) for text in texts)
        assert len(rows("Actie\n" + quoted)) == len(texts)
