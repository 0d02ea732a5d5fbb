"""What stands at the head and the foot of every page."""

import re

from docx.oxml.ns import qn
from docx.section import Section

from overleg.documents.outline import Outline
from overleg.word.look import FOOTER, HEADER
from overleg.word.markup import Element, element, field, paragraph, run
from overleg.word.styles import StyleIds

_FIELDS = {"{page}": ("PAGE", "1"), "{pages}": ("NUMPAGES", "1")}


def fill_margins(section: Section, outline: Outline, styles: StyleIds, width: int) -> None:
    """Puts the texts of the outline left and right in the margins, with the number of the page."""
    header, footer = section.header.part.element, section.footer.part.element
    _fill(header, styles[HEADER], [run(outline.header.left)], [run(outline.header.right)], width)
    _fill(footer, styles[FOOTER], [run(outline.footer)], _page(outline.page), width)


def _fill(part: Element, style: str, left: list[Element], right: list[Element], width: int) -> None:
    """One paragraph in place of what was there: left, a tab as far as the margin, right."""
    for each in part.findall(qn("w:p")):
        part.remove(each)
    tab = element("tabs", element("tab", val="right", pos=width))
    part.append(paragraph(style, *left, element("r", element("tab")), *right, layout=(tab,)))


def _page(text: str) -> list[Element]:
    """The text with fields in place of ``{page}`` and ``{pages}``."""
    parts = re.split(r"(\{pages?\})", text)
    return [field(*_FIELDS[part]) if part in _FIELDS else run(part) for part in parts if part]
