"""Lists with bullets or numbers that Word itself counts, each numbered list from one."""

from docx.document import Document
from docx.oxml.ns import qn

from overleg.documents.outline import Bullets
from overleg.word.look import BULLET, NUMBERED
from overleg.word.markup import Element, element, paragraph, runs
from overleg.word.styles import StyleIds


def listed(bullets: Bullets, document: Document, styles: StyleIds) -> list[Element]:
    style = styles[NUMBERED if bullets.numbered else BULLET]
    number = _new_list(document, style) if bullets.numbered else 0
    return [paragraph(style, *runs(item, styles), layout=_counted(number)) for item in bullets.items]


def _counted(number: int) -> tuple[Element, ...]:
    """Which list an item is counted in; nothing for the list of its style."""
    return (element("numPr", element("ilvl", val=0), element("numId", val=number)),) if number else ()


def _new_list(document: Document, style: str) -> int:
    """The number of a new list in the numbering of a style, which begins again at one."""
    numbering = document.part.numbering_part.element
    kind = next(
        each.get(qn("w:abstractNumId"))
        for each in numbering.findall(qn("w:abstractNum"))
        if any(level.get(qn("w:val")) == style for level in each.iter(qn("w:pStyle")))
    )
    number = 1 + max(int(each.get(qn("w:numId"))) for each in numbering.findall(qn("w:num")))
    again = element("lvlOverride", element("startOverride", val=1), ilvl=0)
    numbering.append(element("num", element("abstractNumId", val=kind), again, numId=number))
    return number
