"""An outline as plain text: for the terminal, for a preview, and to be compared."""

from collections.abc import Iterable, Iterator

from overleg.documents.columns import padded, shared_out, width, wrapped
from overleg.documents.outline import (
    Block,
    Bullets,
    Callout,
    Fields,
    Heading,
    Look,
    Outline,
    Paragraph,
    ParagraphRole,
    Row,
    StatusLine,
    Table,
    Text,
)
from overleg.domain.text import clean

NARROWEST = 40
_GAP = 2
_LONGEST_NEED = 20
_RULES = {0: "=", 1: "-"}


def as_text(outline: Outline, columns: int = 80) -> str:
    """The document in lines of at most that many columns, not less than `NARROWEST`."""
    columns = max(columns, NARROWEST)
    return "\n".join(_lines(outline, columns)) + "\n"


def _lines(outline: Outline, columns: int) -> Iterator[str]:
    head = " · ".join(filter(None, (outline.header.left, outline.header.right)))
    yield from wrapped(clean(head), columns)
    for block in outline.blocks:
        if not _clings(block):
            yield ""
        yield from _block(block, columns)
    yield ""
    yield from wrapped(clean(outline.footer), columns)


def _clings(block: Block) -> bool:
    """Whether a block stands directly below what is before it."""
    return isinstance(block, Paragraph) and block.role is ParagraphRole.SUBTITLE


def _block(block: Block, columns: int) -> Iterator[str]:
    match block:
        case Heading(level=level, text=text):
            yield from _heading(clean(text), _RULES.get(level, ""), columns)
        case Paragraph(runs=runs):
            yield from wrapped(_plain(runs), columns)
        case StatusLine(runs=runs) | Callout(runs=runs):
            yield from _hanging("| ", _plain(runs), columns, "| ")
        case Fields():
            yield from _fields(block, columns)
        case Bullets():
            yield from _bullets(block, columns)
        case Table():
            yield from _table(block, columns)


def _heading(text: str, rule: str, columns: int) -> Iterator[str]:
    lines = wrapped(text, columns)
    yield from lines
    if rule:
        yield rule * max(width(line) for line in lines)


def _fields(fields: Fields, columns: int) -> Iterator[str]:
    labels = [clean(field.label) for field in fields.rows]
    indent = min(max(width(label) for label in labels), columns // 3) + _GAP
    for label, field in zip(labels, fields.rows, strict=True):
        *above, last = wrapped(label, indent - _GAP)
        yield from above
        yield from _hanging(padded(last, indent), _plain(field.value), columns)


def _bullets(bullets: Bullets, columns: int) -> Iterator[str]:
    for number, item in enumerate(bullets.items, start=1):
        yield from _hanging(f"{number}. " if bullets.numbered else "- ", _plain(item), columns)


def _hanging(first: str, text: str, columns: int, following: str = "") -> Iterator[str]:
    """A text behind something at its first line, the other lines indented as far."""
    before = first
    for line in wrapped(text, columns - width(first)):
        yield (before + line).rstrip()
        before = following or " " * width(first)


def _table(table: Table, columns: int) -> Iterator[str]:
    headings = [[clean(column.heading)] for column in table.columns]
    rows = [headings, *(_texts(row) for row in table.rows)]
    available = columns - _GAP * (len(headings) - 1)
    needs = [min(_longest_word(column), _LONGEST_NEED) for column in zip(*rows, strict=True)]
    widths = shared_out(available, [column.share for column in table.columns], needs)
    for place, row in enumerate(rows):
        yield from _row(row, widths)
        if not place:
            yield (" " * _GAP).join("-" * each for each in widths)


def _row(cells: Iterable[list[str]], widths: list[int]) -> Iterator[str]:
    wrapped_cells = [
        [line for text in texts for line in wrapped(text, columns)]
        for texts, columns in zip(cells, widths, strict=True)
    ]
    for height in range(max(len(cell) for cell in wrapped_cells)):
        texts = (cell[height] if height < len(cell) else "" for cell in wrapped_cells)
        padding = zip(texts, widths, strict=True)
        yield (" " * _GAP).join(padded(text, columns) for text, columns in padding).rstrip()


def _texts(row: Row) -> list[list[str]]:
    return [[_plain(line) for line in cell.lines] for cell in row]


def _longest_word(cells: Iterable[list[str]]) -> int:
    return max((width(word) for cell in cells for text in cell for word in text.split()), default=1)


def _plain(text: Text) -> str:
    """The words of a line; what was struck out stands between tildes, what is confidential in brackets."""
    return "".join(_MARKS.get(run.look, "{}").format(clean(run.text)) for run in text)


_MARKS = {Look.STRIKE: "~{}~", Look.CONFIDENTIAL: "[{}]"}
