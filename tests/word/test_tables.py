from time import perf_counter

import pytest

from overleg.documents.outline import Cell, Column, Row, Table, Tone
from overleg.documents.runs import plain
from overleg.word.markup import Element
from overleg.word.tables import column_widths, table
from tests.word.packages import W

STYLES = {
    f"Overleg {name}": f"Overleg {name}"
    for name in ("Table", "Signatures", "Cell", "Cell Heading", *(tone.value for tone in Tone))
}
COLUMNS = (Column("Nummer", 10), Column("Actie", 60), Column("Stand", 30))


def row(text: str = "Bellen", tone: Tone | None = None) -> Row:
    return (Cell((plain("A-001"),)), Cell((plain(text),)), Cell((plain("Open"),), tone))


def made(*rows: Row, to_sign: bool = False) -> Element:
    return table(Table("Acties", "Wie wat doet", COLUMNS, rows, to_sign), 9638, STYLES)


def rows_of(made: Element) -> list[Element]:
    return list(made.findall(f"{W}tr"))


def stays(row: Element) -> bool:
    return row.find(f".//{W}keepNext") is not None


@pytest.mark.parametrize("width", [9638, 14570, 1])
def test_columns_fill_the_width_exactly(width: int) -> None:
    assert sum(column_widths(COLUMNS, width)) == width


def test_heading_rows_come_back_on_every_page() -> None:
    heading, *rest = rows_of(made(row(), row()))
    assert heading.find(f"{W}trPr/{W}tblHeader") is not None
    assert all(each.find(f"{W}trPr/{W}tblHeader") is None for each in rest)


def test_a_row_is_not_split_over_pages() -> None:
    assert rows_of(made(row()))[1].find(f"{W}trPr/{W}cantSplit") is not None


def test_a_row_longer_than_half_a_page_is() -> None:
    assert rows_of(made(row("woord " * 500)))[1].find(f"{W}trPr/{W}cantSplit") is None


def test_a_small_table_stays_together() -> None:
    assert [stays(each) for each in rows_of(made(row(), row(), row()))[1:]] == [True, True, False]


def test_a_long_table_leaves_no_row_by_itself() -> None:
    kept = [stays(each) for each in rows_of(made(*[row()] * 40))[1:]]
    assert kept == [True] + [False] * 37 + [True, False]


def test_rows_to_sign_are_high_enough_to_write_in() -> None:
    height = rows_of(made(row(), to_sign=True))[1].find(f"{W}trPr/{W}trHeight")
    assert (height.get(f"{W}val"), height.get(f"{W}hRule")) == ("907", "atLeast")


def test_a_tone_colours_the_cell_and_its_first_line() -> None:
    cell = rows_of(made(row(tone=Tone.OVERDUE)))[1].findall(f"{W}tc")[-1]
    assert cell.find(f"{W}tcPr/{W}shd").get(f"{W}fill") == "FDE7E7"
    assert cell.find(f".//{W}rStyle").get(f"{W}val") == "Overleg overdue"


def test_building_costs_as_much_again_for_as_many_rows_again() -> None:
    def seconds(rows: int) -> float:
        began = perf_counter()
        made(*[row()] * rows)
        return perf_counter() - began

    seconds(100)
    few, many = min(seconds(200) for _ in range(3)), min(seconds(1600) for _ in range(3))
    print(f"1600 rows cost {many / few:.1f} times as much as 200")
    assert many / few < 16
