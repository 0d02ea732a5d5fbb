"""What a reader who cannot see the page needs of a document, as checks: EN 301 549 for our own Word files.

Each check yields a sentence for everything it finds; a document in order gives none.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

from lxml import etree

from overleg.domain.choices import Language
from tests.word.packages import W, body, part, text_of

_SMALLEST = 18  # half points
_LEAST_CONTRAST = 4.5
_WHITE = "FFFFFF"
_DUBLIN = "{http://purl.org/dc/elements/1.1/}"


def findings(package: bytes, language: Language = Language.NL) -> list[str]:
    found: list[Iterable[str]] = [
        _headings(package),
        _identity(package, language),
        _tables(package),
        _empty_paragraphs(package),
        _lettering(package),
        _draft(package),
    ]
    return [finding for each in found for finding in each]


def _headings(package: bytes) -> Iterator[str]:
    """Real headings, one title, and no level skipped on the way down."""
    names = _style_names(package)
    levels = [0]
    titles = 0
    for paragraph in body(package).iter(f"{W}p"):
        name = names[_style_of(paragraph)]
        titles += name == "Title"
        if name.startswith("heading "):
            levels.append(int(name[-1]))
    if titles != 1:
        yield f"{titles} titles"
    yield from (
        f"heading {deeper} right below {higher}" for higher, deeper in pairwise(levels) if deeper > higher + 1
    )


def _identity(package: bytes, language: Language) -> Iterator[str]:
    core = part(package, "docProps/core.xml")
    if not (core.findtext(f"{_DUBLIN}title") or "").strip():
        yield "no title in the properties"
    spoken = {"nl": "nl-NL", "en": "en-GB"}[language.value]
    found = part(package, "word/styles.xml").find(f".//{W}docDefaults//{W}lang").get(f"{W}val")
    if spoken != found or core.findtext(f"{_DUBLIN}language") != spoken:
        yield f"the text is to be read aloud as {found}, not {spoken}"


def _tables(package: bytes) -> Iterator[str]:
    """A heading row, a title and a description, no merged, nested or empty cells, fixed widths that fit."""
    section = body(package).find(f"{W}sectPr")
    size, margins = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
    width = _number(size, "w") - _number(margins, "left") - _number(margins, "right")
    for table in body(package).iter(f"{W}tbl"):
        properties, rows = table.find(f"{W}tblPr"), table.findall(f"{W}tr")
        title = properties.find(f"{W}tblCaption")
        name = title.get(f"{W}val") if title is not None else "a table without a title"
        if title is None or properties.find(f"{W}tblDescription") is None:
            yield f"{name}: no title or no description"
        if rows[0].find(f"{W}trPr/{W}tblHeader") is None:
            yield f"{name}: no heading row"
        if any(table.find(f".//{W}{tag}") is not None for tag in ("gridSpan", "vMerge", "hMerge")):
            yield f"{name}: merged cells"
        if table.find(f".//{W}tc//{W}tbl") is not None:
            yield f"{name}: a table within a table"
        if any(not text_of(cell).strip() for cell in table.iter(f"{W}tc")):
            yield f"{name}: an empty cell"
        yield from (f"{name}: {fault}" for fault in _widths(table, width))


def _widths(table: etree._Element, width: int) -> Iterator[str]:
    if table.find(f"{W}tblPr/{W}tblLayout").get(f"{W}type") != "fixed":
        yield "its widths are not fixed"
    grid = [_number(column, "w") for column in table.iter(f"{W}gridCol")]
    if not _number(table.find(f"{W}tblPr/{W}tblW"), "w") == sum(grid) == width:
        yield f"{sum(grid)} wide where the text is {width}"
    for row in table.findall(f"{W}tr"):
        if [_number(cell, "w") for cell in row.iter(f"{W}tcW")] != grid:
            yield "a row that is not as wide as the grid"


def _empty_paragraphs(package: bytes) -> Iterator[str]:
    for name in ("word/document.xml", "word/header1.xml", "word/footer1.xml"):
        for paragraph in part(package, name).iter(f"{W}p"):
            if not text_of(paragraph).strip():
                yield f"an empty paragraph in {name}"
            if "___" in text_of(paragraph):
                yield f"a line of underscores in {name}"


def _lettering(package: bytes) -> Iterator[str]:
    """Text of 9 points and more, and 4.5 to 1 against what it stands on."""
    styles = part(package, "word/styles.xml")
    for name in ("word/document.xml", "word/header1.xml", "word/footer1.xml"):
        for paragraph in part(package, name).iter(f"{W}p"):
            for run in paragraph.iter(f"{W}r"):
                if text_of(run):
                    yield from _letters(_look(run, paragraph, styles), text_of(run))


def _letters(look: Mapping[str, str], text: str) -> Iterator[str]:
    if int(look["size"]) < _SMALLEST:
        yield f"{text!r} is {int(look['size']) / 2} points"
    ratio = contrast(look["ink"], look["paper"])
    if ratio < _LEAST_CONTRAST:
        yield f"{text!r} stands out {ratio:.1f} to 1 ({look['ink']} on {look['paper']})"


def contrast(one: str, other: str) -> float:
    """How far two colours stand apart, from 1 to 21, as WCAG reckons."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    channels = (int(colour[place : place + 2], 16) / 255 for place in (0, 2, 4))
    linear = (each / 12.92 if each <= 0.03928 else ((each + 0.055) / 1.055) ** 2.4 for each in channels)
    return sum(weight * each for weight, each in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def _look(run: etree._Element, paragraph: etree._Element, styles: etree._Element) -> dict[str, str]:
    """Ink, paper and size of a run, from the defaults down to what stands on the run itself."""
    look = {"size": "22", "ink": "000000", "paper": _WHITE}
    cell = next(paragraph.iterancestors(f"{W}tc"), None)
    if cell is not None:
        look |= _table_look(cell, styles)
    for style in reversed(_chain(_style_of(paragraph), styles)):
        look |= _set_by(style)
    own = run.find(f"{W}rPr/{W}rStyle")
    for style in reversed(_chain(own.get(f"{W}val"), styles)) if own is not None else ():
        look |= _set_by(style)
    return look


def _table_look(cell: etree._Element, styles: etree._Element) -> dict[str, str]:
    row = cell.getparent()
    table = row.getparent()
    look = {}
    if row.find(f"{W}trPr/{W}tblHeader") is not None:
        id = table.find(f"{W}tblPr/{W}tblStyle").get(f"{W}val")
        first = styles.find(f"{W}style[@{W}styleId='{id}']/{W}tblStylePr[@{W}type='firstRow']")
        look = _set_by(first)
    return look | _set_by(cell.find(f"{W}tcPr"))


def _set_by(element: etree._Element) -> dict[str, str]:
    """What a style or the properties of a cell say about ink, paper and size."""
    look = {}
    for key, tag, attribute in (("size", "sz", "val"), ("ink", "color", "val"), ("paper", "shd", "fill")):
        for found in element.iter(f"{W}{tag}"):
            look[key] = found.get(f"{W}{attribute}")
    return look


def _chain(id: str, styles: etree._Element) -> list[etree._Element]:
    """A style and all it is based on."""
    chain = []
    while id:
        style = styles.find(f"{W}style[@{W}styleId='{id}']")
        assert style is not None, f"no style {id}"
        chain.append(style)
        below = style.find(f"{W}basedOn")
        id = below.get(f"{W}val") if below is not None else ""
    return chain


def _draft(package: bytes) -> Iterator[str]:
    """What stands at the head of every page stands in the text as well: who listens hears no margin."""
    head = text_of(part(package, "word/header1.xml"))
    said = text_of(body(package)).lower()
    for word in ("CONCEPT", "DRAFT", "VERTROUWELIJK", "CONFIDENTIAL", "OEFENING", "EXERCISE"):
        if word in head and word.lower() not in said:
            yield f"{word} stands in the margin only"


def _style_names(package: bytes) -> dict[str, str]:
    return {
        style.get(f"{W}styleId"): style.find(f"{W}name").get(f"{W}val")
        for style in part(package, "word/styles.xml").iter(f"{W}style")
    }


def _style_of(paragraph: etree._Element) -> str:
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    assert style is not None, f"a paragraph without a style: {text_of(paragraph)!r}"
    return str(style.get(f"{W}val"))


def _number(element: etree._Element, attribute: str) -> int:
    return int(element.get(f"{W}{attribute}"))
