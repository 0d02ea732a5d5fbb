"""An outline as a Word document."""

from collections.abc import Iterable, Iterator
from importlib.resources import files
from io import BytesIO
from itertools import chain, pairwise

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENTATION
from docx.section import Section
from docx.shared import Twips

from overleg.documents.outline import (
    Block,
    Bullets,
    Callout,
    Field,
    Fields,
    Heading,
    Look,
    Outline,
    Paragraph,
    ParagraphRole,
    StatusLine,
    Table,
    Text,
)
from overleg.documents.runs import words_of
from overleg.word.lists import listed
from overleg.word.look import CALLOUTS, FIELD, HEADINGS, PARAGRAPHS, RUNS, STATUS_LINES
from overleg.word.margins import fill_margins
from overleg.word.markup import Element, element, keep_with_next, paragraph, run, runs
from overleg.word.package import packed, unpacked
from overleg.word.properties import set_language, set_properties
from overleg.word.styles import StyleIds, style_ids
from overleg.word.tables import table

_LONG_CALLOUT = 600  # characters, about seven lines


def render(outline: Outline) -> bytes:
    """The document as the bytes of a .docx file; the same outline gives the same bytes."""
    document = docx.Document(BytesIO(_base()))
    styles = style_ids(document)
    width = _lay(document.sections[0], outline.landscape)
    end = document.element.body.sectPr
    for made in _written(outline.blocks, document, styles, width):
        end.addprevious(made)
    fill_margins(document.sections[0], outline, styles, width)
    set_language(document, outline.language)
    set_properties(document, outline)
    return _saved(document)


def _written(blocks: Iterable[Block], document: Document, styles: StyleIds, width: int) -> Iterator[Element]:
    written = [(block, _block(block, document, styles, width)) for block in blocks]
    for (above, elements), (below, _) in pairwise(written):
        if _belong_together(above, below):
            keep_with_next(elements[-1])
    return chain.from_iterable(elements for _, elements in written)


def _belong_together(above: Block, below: Block) -> bool:
    """Whether no page may end between two blocks: a table and its introduction, a remark and its object."""
    if isinstance(below, Table):
        return isinstance(above, Paragraph)
    return isinstance(below, Paragraph) and below.role is ParagraphRole.NOTE


def _base() -> bytes:
    return files(__package__).joinpath("base.docx").read_bytes()


def _saved(document: Document) -> bytes:
    file = BytesIO()
    document.save(file)
    return packed(unpacked(file.getvalue()))


def _lay(section: Section, landscape: bool) -> int:
    """Turns the page if asked; answers the width of the text in twentieths of a point."""
    if landscape:
        section.orientation = WD_ORIENTATION.LANDSCAPE
        section.page_width, section.page_height = section.page_height, section.page_width
    margins = (section.left_margin or 0) + (section.right_margin or 0)
    return ((section.page_width or 0) - margins) // Twips(1)


def _block(block: Block, document: Document, styles: StyleIds, width: int) -> list[Element]:
    match block:
        case Heading(level=level, text=text):
            return [paragraph(styles[HEADINGS[level]], run(text))]
        case Paragraph(runs=text, role=role):
            return [paragraph(styles[PARAGRAPHS[role]], *runs(text, styles))]
        case StatusLine(runs=text, tone=tone):
            return [paragraph(styles[STATUS_LINES[tone]], *runs(text, styles))]
        case Callout(runs=text, kind=kind):
            return [paragraph(styles[CALLOUTS[kind]], *runs(text, styles), layout=_breakable(text))]
        case Fields(rows=rows):
            return [_field(field, styles) for field in rows]
        case Bullets():
            return listed(block, document, styles)
        case Table():
            return [table(block, width, styles)]


def _breakable(text: Text) -> tuple[Element, ...]:
    """Lets a long callout go over a page; kept whole it would leave half of one empty."""
    return (element("keepLines", val=0),) if len(words_of(text)) > _LONG_CALLOUT else ()


def _field(field: Field, styles: StyleIds) -> Element:
    """A label, a tab, and its value, which hangs when it is long."""
    label = run(field.label, styles[RUNS[Look.BOLD]])
    return paragraph(styles[FIELD], label, element("r", element("tab")), *runs(field.value, styles))
