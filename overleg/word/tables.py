"""Tables, built in one pass: asking python-docx for a cell costs as much as the table is long."""

from collections.abc import Iterable, Sequence
from itertools import accumulate, pairwise
from math import ceil

from overleg.documents.outline import Cell, Column, Row, Table
from overleg.documents.runs import words_of
from overleg.word.look import CELL, CELL_HEADING, TABLE, TABLE_TO_SIGN, TONE_RUNS, TONES
from overleg.word.markup import Element, element, paragraph, run, runs
from overleg.word.styles import StyleIds

_ROOM_TO_SIGN = 907  # 16 mm
_CHARACTER = 102  # the width of an average one, in twentieths of a point
_LINES_KEPT_TOGETHER = 14
_LINES_OF_A_LONG_ROW = 24


def table(shown: Table, width: int, styles: StyleIds) -> Element:
    """The table over that width in twentieths of a point, with a heading row on every page."""
    widths = column_widths(shown.columns, width)
    heights = [_height(row, widths) for row in shown.rows]
    together = shown.to_sign or sum(heights) <= _LINES_KEPT_TOGETHER
    last = len(shown.rows) - 1
    rows = [
        _row(row, widths, styles, stays=_stays(place, last, together), height=height, to_sign=shown.to_sign)
        for place, (row, height) in enumerate(zip(shown.rows, heights, strict=True))
    ]
    return element(
        "tbl", _properties(shown, width, styles), _grid(widths), _heading(shown, widths, styles), *rows
    )


def column_widths(columns: Sequence[Column], width: int) -> list[int]:
    """The width shared out by share; together exactly the width."""
    total = sum(column.share for column in columns)
    edges = [width * share // total for share in accumulate((column.share for column in columns), initial=0)]
    return [right - left for left, right in pairwise(edges)]


def _stays(place: int, last: int, together: bool) -> bool:
    """Whether a row stays with the next one: in a small table all do, else none is left by itself."""
    return place < last and (together or place in (0, last - 1))


def _properties(shown: Table, width: int, styles: StyleIds) -> Element:
    style = styles[TABLE_TO_SIGN if shown.to_sign else TABLE]
    return element(
        "tblPr",
        element("tblStyle", val=style),
        element("tblW", w=width, type="dxa"),
        element("tblLayout", type="fixed"),
        element(
            "tblLook", val="0020", firstRow=1, lastRow=0, firstColumn=0, lastColumn=0, noHBand=1, noVBand=1
        ),
        element("tblCaption", val=shown.title),
        element("tblDescription", val=shown.description),
    )


def _grid(widths: Iterable[int]) -> Element:
    return element("tblGrid", *(element("gridCol", w=width) for width in widths))


def _heading(shown: Table, widths: Sequence[int], styles: StyleIds) -> Element:
    style = styles[CELL_HEADING]
    cells = (
        _cell(width, [paragraph(style, run(column.heading))])
        for column, width in zip(shown.columns, widths, strict=True)
    )
    return element("tr", element("trPr", element("cantSplit"), element("tblHeader")), *cells)


def _row(
    row: Row, widths: Sequence[int], styles: StyleIds, *, stays: bool, height: int, to_sign: bool
) -> Element:
    is_long = height > _LINES_OF_A_LONG_ROW
    settings = [] if is_long else [element("cantSplit")]
    settings += [element("trHeight", val=_ROOM_TO_SIGN, hRule="atLeast")] if to_sign else []
    cells = (
        _filled(cell, width, styles, stays and not is_long) for cell, width in zip(row, widths, strict=True)
    )
    return element("tr", *([element("trPr", *settings)] if settings else []), *cells)


def _filled(cell: Cell, width: int, styles: StyleIds, stays: bool) -> Element:
    style = styles[CELL]
    toned = styles[TONE_RUNS[cell.tone]] if cell.tone else ""
    lines = [
        paragraph(
            style,
            *runs(line, styles, "" if place else toned),
            layout=(element("keepNext"),) if stays else (),
        )
        for place, line in enumerate(cell.lines)
    ]
    return _cell(width, lines, TONES[cell.tone].background if cell.tone else "")


def _cell(width: int, paragraphs: Iterable[Element], background: str = "") -> Element:
    shading = [element("shd", val="clear", color="auto", fill=background)] if background else []
    return element("tc", element("tcPr", element("tcW", w=width, type="dxa"), *shading), *paragraphs)


def _height(row: Row, widths: Sequence[int]) -> int:
    """About how many lines a row takes."""
    return max(
        sum(ceil((len(words_of(line)) or 1) * _CHARACTER / width) for line in cell.lines)
        for cell, width in zip(row, widths, strict=True)
    )
