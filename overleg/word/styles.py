"""The styles of a document by name: Dutch Word keeps ``heading 1`` under another id than English Word."""

from collections.abc import Mapping

from docx.document import Document

StyleIds = Mapping[str, str]


class _ByName(dict[str, str]):
    """Ids by name, whatever the case it is written in."""

    def __getitem__(self, name: str) -> str:
        return super().__getitem__(name.lower())


def style_ids(document: Document) -> StyleIds:
    """The id of every style of a document by its name, in any case of letters."""
    return _ByName({(style.name or "").lower(): style.style_id for style in document.styles})
