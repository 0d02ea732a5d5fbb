"""Looking into a Word file as a curious reader would: part by part, and text by text."""

from collections.abc import Iterator
from xml.sax.saxutils import escape

from lxml import etree

from overleg.word.package import unpacked

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def part(package: bytes, name: str) -> etree._Element:
    return etree.fromstring(unpacked(package)[name])


def body(package: bytes) -> etree._Element:
    return part(package, "word/document.xml")[0]


def text_of(element: etree._Element) -> str:
    """The text of an element, however it is cut into runs."""
    return "".join(each.text or "" for each in element.iter(f"{W}t"))


def texts(package: bytes) -> list[str]:
    """The text of every paragraph of the body, those in tables among them."""
    return [text_of(paragraph) for paragraph in body(package).iter(f"{W}p")]


def leaks(package: bytes, words: tuple[str, ...]) -> list[str]:
    """The words that occur anywhere in a package: in a name, in bytes of any writing, across runs."""
    found = []
    for word in words:
        needles = [form.lower() for form in _forms(word)]
        if any(needle in hay for hay in _haystacks(package) for needle in needles):
            found.append(word)
    return found


def _forms(word: str) -> Iterator[bytes]:
    for spelled in (word, escape(word), word.encode("ascii", "xmlcharrefreplace").decode()):
        yield from (spelled.encode(encoding) for encoding in ("utf-8", "utf-16-le", "utf-16-be"))


def _haystacks(package: bytes) -> Iterator[bytes]:
    """Every part as it is and as its text, without the attribute that holds the word *reserve*."""
    yield package.lower()
    for name, blob in unpacked(package).items():
        yield name.lower().encode()
        yield blob.lower().replace(b'xml:space="preserve"', b"")
        yield "".join(etree.fromstring(blob).itertext()).lower().encode()
