"""What a Word file says about itself."""

from docx.document import Document
from docx.oxml.ns import qn

from overleg.documents.outline import Outline
from overleg.domain.choices import Language
from overleg.word.strings import property_text

_LANGUAGES = {Language.NL: "nl-NL", Language.EN: "en-GB"}
_DECIMAL_SIGNS = {Language.NL: (",", ";"), Language.EN: (".", ",")}


def set_properties(document: Document, outline: Outline) -> None:
    """The properties of the outline, and nothing of the machine it is made on."""
    told, core = outline.properties, document.core_properties
    core.title = property_text(told.title)
    core.subject = property_text(told.subject)
    core.author = property_text(told.author)
    core.last_modified_by = property_text(told.author)
    core.category = property_text(told.category)
    core.content_status = property_text(told.status)
    core.identifier = property_text(told.identifier)
    core.version = property_text(told.version)
    core.language = _LANGUAGES[outline.language]
    core.created = told.created.replace(microsecond=0)
    core.modified = told.modified.replace(microsecond=0)


def set_language(document: Document, language: Language) -> None:
    """The language in which the text is proofread and read aloud."""
    for spoken in document.styles.element.iter(qn("w:lang")):
        spoken.set(qn("w:val"), _LANGUAGES[language])
    settings = document.settings.element
    values = (_LANGUAGES[language], *_DECIMAL_SIGNS[language])
    for tag, value in zip(("themeFontLang", "decimalSymbol", "listSeparator"), values, strict=True):
        settings.find(qn(f"w:{tag}")).set(qn("w:val"), value)
