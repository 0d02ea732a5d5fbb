"""Looking something up in an outline."""

from collections.abc import Iterator

from overleg.documents.outline import (
    Block,
    Bullets,
    Callout,
    Fields,
    Heading,
    Outline,
    Paragraph,
    StatusLine,
    Table,
)
from overleg.documents.runs import words_of


def headings(outline: Outline, level: int = 1) -> list[str]:
    return [block.text for block in outline.blocks if isinstance(block, Heading) and block.level == level]


def section(outline: Outline, heading: str) -> str:
    """What stands under a heading, down to the next one of its level or higher, a line a text."""
    lines: list[str] = []
    level: int | None = None
    for block in outline.blocks:
        if isinstance(block, Heading) and level is not None and block.level <= level:
            break
        if level is not None:
            lines += texts(block)
        if isinstance(block, Heading) and block.text == heading:
            level = block.level
    assert level is not None, f"no {heading!r} among {headings(outline)}"
    return "\n".join(lines)


def rows(outline: Outline, title: str) -> list[list[str]]:
    """The cells of the table with that title, the lines of a cell joined by a slash."""
    table = next(each for each in outline.blocks if isinstance(each, Table) and each.title == title)
    return [[" / ".join(words_of(line) for line in cell.lines) for cell in row] for row in table.rows]


def whole(outline: Outline) -> str:
    """Everything a document says, its properties and margins among it."""
    told = [text for block in outline.blocks for text in texts(block)]
    return "\n".join([*told, repr(outline.properties), repr(outline.header), outline.footer, outline.title])


def texts(block: Block) -> Iterator[str]:
    match block:
        case Heading(text=text):
            yield text
        case Paragraph(runs=runs) | StatusLine(runs=runs) | Callout(runs=runs):
            yield words_of(runs)
        case Bullets(items=items):
            yield from (words_of(item) for item in items)
        case Fields(rows=fields):
            yield from (f"{field.label}: {words_of(field.value)}" for field in fields)
        case Table():
            yield f"{block.title} {block.description}"
            yield from (column.heading for column in block.columns)
            yield from (words_of(line) for row in block.rows for cell in row for line in cell.lines)
