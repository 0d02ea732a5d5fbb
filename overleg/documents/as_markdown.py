"""An outline as Markdown in which no typed text can become markup."""

import re
from collections.abc import Iterator

from overleg.documents.outline import (
    Block,
    Bullets,
    Callout,
    Cell,
    Fields,
    Heading,
    Look,
    Outline,
    Paragraph,
    ParagraphRole,
    Run,
    StatusLine,
    Table,
    Text,
)
from overleg.domain.text import clean

_MARKUP = re.compile(r"[\\`*_{}\[\]<>#|~!&$^@]|(?<=:)//|(?<=www)\.")
_AT_THE_START = re.compile(r"^(\d+(?=[.)]))?([-+=:.)])")
_MARKS = {Look.BOLD: "**", Look.REF: "**", Look.CONFIDENTIAL: "**", Look.STRIKE: "~~"}


def as_markdown(outline: Outline) -> str:
    """The document as Markdown with tables, one line a paragraph."""
    head = " · ".join(filter(None, (outline.header.left, outline.header.right)))
    parts = [escaped(head), *("\n".join(_block(block)) for block in outline.blocks), escaped(outline.footer)]
    return "\n\n".join(parts) + "\n"


def escaped(text: str) -> str:
    """Text that a reader of Markdown shows as it was typed, also at the beginning of a line."""
    return _begun(_inside(text))


def _inside(text: str) -> str:
    return _MARKUP.sub(lambda found: f"\\{found[0]}", clean(text))


def _begun(line: str) -> str:
    """A line that does not begin as a list, a rule or code."""
    return _AT_THE_START.sub(r"\1\\\2", line.lstrip())


def _block(block: Block) -> Iterator[str]:
    match block:
        case Heading(level=level, text=text):
            yield f"{'#' * (level + 1)} {escaped(text)}"
        case Paragraph(runs=runs, role=ParagraphRole.LEAD):
            yield _inline(tuple(Run(run.text, Look.BOLD) for run in runs))
        case Paragraph(runs=runs):
            yield _inline(runs)
        case StatusLine(runs=runs) | Callout(runs=runs):
            yield f"> {_inline(runs)}"
        case Fields(rows=rows):
            yield from (f"- **{escaped(field.label)}:** {_inline(field.value)}" for field in rows)
        case Bullets():
            yield from _bullets(block)
        case Table():
            yield from _table(block)


def _bullets(bullets: Bullets) -> Iterator[str]:
    for number, item in enumerate(bullets.items, start=1):
        yield f"{f'{number}.' if bullets.numbered else '-'} {_inline(item)}"


def _table(table: Table) -> Iterator[str]:
    yield _line(escaped(column.heading) for column in table.columns)
    yield _line("---" for column in table.columns)
    for row in table.rows:
        yield _line(_cell(cell) for cell in row)


def _line(cells: Iterator[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cell(cell: Cell) -> str:
    return "<br>".join(_inline(line) for line in cell.lines)


def _inline(text: Text) -> str:
    return _begun("".join(_run(run) for run in text))


def _run(run: Run) -> str:
    """A run between its marks, spaces left outside: ``** so **`` would not be bold."""
    words, mark = clean(run.text), _MARKS.get(run.look, "")
    bare = words.strip()
    if not mark or not bare:
        return _inside(words)
    before, after = words.split(bare, 1)
    return f"{before}{mark}{_inside(bare)}{mark}{after}"
