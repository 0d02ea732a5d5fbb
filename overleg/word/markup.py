"""The elements of WordprocessingML that we write."""

from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.oxml.xmlchemy import BaseOxmlElement

from overleg.documents.outline import Look, Text
from overleg.word.look import RUNS
from overleg.word.strings import clean
from overleg.word.styles import StyleIds

Element = BaseOxmlElement


def element(tag: str, *children: Element, **attributes: object) -> Element:
    """``<w:tag w:attribute="value">`` with its children."""
    made = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), str(value))
    made.extend(children)
    return made


def run(text: str, style: str = "") -> Element:
    """A stretch of typed text; whatever stands in it is text."""
    words = element("t")
    words.text = clean(text)
    words.set(qn("xml:space"), "preserve")
    return element("r", *([element("rPr", element("rStyle", val=style))] if style else []), words)


def runs(text: Text, styles: StyleIds, plain: str = "") -> list[Element]:
    """The runs of a line; `plain` is the style of those that have no look of their own."""
    return [
        run(each.text, plain if each.look is Look.PLAIN else styles[RUNS[each.look]])
        for each in text
        if each.text
    ]


def paragraph(style: str, *contents: Element, layout: tuple[Element, ...] = ()) -> Element:
    """A paragraph in a style; `layout` is what differs from it."""
    return element("p", element("pPr", element("pStyle", val=style), *layout), *contents)


def keep_with_next(above: Element) -> None:
    """Keeps a paragraph, or the last row of a table, on one page with what follows it."""
    rows = above.findall(qn("w:tr"))
    for each in (rows[-1] if rows else above).iter(qn("w:pPr")):
        if each.find(qn("w:keepNext")) is None:
            each.find(qn("w:pStyle")).addnext(element("keepNext"))


def field(instruction: str, shown: str) -> Element:
    """A field that Word fills in, such as PAGE, and what is shown until then."""
    return element("fldSimple", run(shown), instr=f" {instruction} ")
