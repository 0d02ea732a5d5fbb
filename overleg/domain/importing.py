"""A list of actions out of a spreadsheet: from the bytes of a CSV file to rows of cells by column.

What the cells mean at a table is not known here (`overleg.domain.imported`), and nothing in them is
carried out: a formula, a line of capture and a terminal sequence are all text.
"""

import codecs
import csv
import io
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice

from overleg.domain.imported_columns import Column, columns_of
from overleg.domain.text import clean
from overleg.errors import Message, OverlegError

LARGEST = 5_000_000
"""No list of actions comes near this size, in bytes."""

MOST_ROWS = 2_000
MOST_CELLS = 200
LONGEST_CELL = 5_000
_HEADING_WITHIN = 20
# Of equal readings the first counts: a heading of one column says nothing, and a tab is seldom typed.
_DELIMITERS = ("\t", ";", ",")
_BYTE_ORDER_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"))
_WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
_FORMULA_SIGNS = ("=", "+", "-", "@")


class NotAList(OverlegError):
    """A file that is no list of actions, or cannot be trusted to be read as one."""


@dataclass(frozen=True, slots=True)
class ListRow:
    """A row of the file that is not empty: its number there, its cells, and those without a heading."""

    number: int
    cells: Mapping[Column, str]
    surplus: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ActionList:
    """The rows of a file, and the headings of columns that mean nothing here."""

    rows: tuple[ListRow, ...]
    unread: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Heading:
    delimiter: str
    row: int
    columns: Mapping[int, Column]
    unread: Mapping[int, str]


def read_list(data: bytes) -> ActionList:
    """The list of actions that a file holds; raises `NotAList` in a sentence for what is none.

    Rows have the numbers that a spreadsheet shows. Headings may stand in any order, in either language,
    below a title; what separates the cells is seen from them.
    """
    text = _text(data)
    heading = max(
        filter(None, (_heading(text, each) for each in _DELIMITERS)),
        key=lambda each: len(each.columns),
        default=None,
    )
    if heading is None:
        raise NotAList(
            Message("No row of this file has the headings of a list of actions."),
            Message("One column is called {one}; others can be {others}.", **_EXAMPLE_HEADINGS),
        )
    rows = tuple(islice(_rows(text, heading), MOST_ROWS + 1))
    if not rows:
        raise NotAList(Message("There are headings in this file, and no actions below them."))
    if len(rows) > MOST_ROWS:
        raise NotAList(
            Message("This file holds more than {most} actions.", most=MOST_ROWS),
            Message("Import it in parts."),
        )
    return ActionList(rows, tuple(heading.unread.values()))


_EXAMPLE_HEADINGS = {"one": "actie", "others": "partij, wie, wanneer, stand, toelichting"}


def _text(data: bytes) -> str:
    """The text of a file, as UTF-8, else as old Windows programs write it."""
    _refuse_what_is_no_text(data)
    encoding = next((name for mark, name in _BYTE_ORDER_MARKS if data.startswith(mark)), "utf-8")
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")
    if "\0" in text:
        raise NotAList(Message("This file holds something else than text."), _SAVE_AS_CSV)
    if not text.strip():
        raise NotAList(Message("There is nothing in this file."))
    return text


def _refuse_what_is_no_text(data: bytes) -> None:
    if len(data) > LARGEST:
        raise NotAList(
            Message("This file is larger than {size} MB, so it is no list of actions.", size=LARGEST // 10**6)
        )
    if data.startswith(_WORKBOOKS):
        raise NotAList(Message("This file is a workbook, and no CSV."), _SAVE_AS_CSV)


_SAVE_AS_CSV = Message("Save the list as CSV in Excel, and import that file.")


def _heading(text: str, delimiter: str) -> _Heading | None:
    """The row that says what the columns are, when the cells are separated so; None where there is none."""
    found: list[_Heading] = []
    # A fault further on is told when the rows are read; the heading may well stand before it.
    with suppress(NotAList):
        for number, cells in islice(_records(text, delimiter), _HEADING_WITHIN):
            columns, unread = columns_of(cells)
            if Column.TEXT in columns.values():
                found.append(_Heading(delimiter, number, columns, unread))
    return max(found, key=lambda each: len(each.columns), default=None)


def _rows(text: str, heading: _Heading) -> Iterator[ListRow]:
    headed = heading.columns.keys() | heading.unread.keys()
    for number, cells in _records(text, heading.delimiter):
        surplus = tuple(cell for place, cell in enumerate(cells) if cell and place not in headed)
        row = ListRow(number, _by_column(cells, heading.columns), surplus)
        if number > heading.row and (row.cells or surplus):
            yield row


def _by_column(cells: list[str], columns: Mapping[int, Column]) -> dict[Column, str]:
    """The cells that hold something; several of one column, as notes can be, are one text."""
    found: dict[Column, str] = {}
    for place, column in columns.items():
        if place < len(cells) and cells[place]:
            found[column] = "; ".join(filter(None, (found.get(column), cells[place])))
    return found


def _records(text: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """Every row of the file with its number, its cells clean; raises `NotAList` where quotes go wrong."""
    # Strict: a quotation mark that is never closed would take the rest of the list for one cell.
    reader = csv.reader(
        io.StringIO(text, newline=""), delimiter=delimiter, strict=True, skipinitialspace=True
    )
    number = 0
    try:
        for number, cells in enumerate(reader, start=1):
            if len(cells) > MOST_CELLS or any(len(cell) > LONGEST_CELL for cell in cells):
                raise _unreadable(number)
            yield number, [_cell(cell) for cell in cells]
    except csv.Error as error:
        raise _unreadable(number + 1) from error


def _cell(typed: str) -> str:
    """A cell on one line, without the apostrophe that keeps a spreadsheet from reckoning with it."""
    cell = clean(typed).strip()
    return cell[1:] if cell[:1] == "'" and cell[1:].startswith(_FORMULA_SIGNS) else cell


def _unreadable(row: int) -> NotAList:
    return NotAList(
        Message("Row {row} of this file cannot be read.", row=row),
        Message("Perhaps a quotation mark is opened there and not closed, or it is far too long."),
    )
