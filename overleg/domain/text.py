"""Text as it may enter a record, and text as it is compared."""

import re
import unicodedata

# Colours and titles as programs send them to a terminal; only whole ones, so that no word goes with them.
_ESCAPE_SEQUENCE = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\))")
_BREAKS = re.compile("[\t\n\x0b\x0c\r\x1c-\x1e\x85\u2028\u2029]+")
# Control characters, lone surrogates, direction overrides and what XML 1.0 cannot hold: none of it is
# something a person said, and each of it breaks a terminal, a file or a Word document.
_UNSPEAKABLE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]"
)
_MARKS = re.compile("[\u0300-\u036f]")


def clean(text: str) -> str:
    """Text as a record holds it: NFC, one line, no control characters or terminal sequences."""
    if text.isascii() and text.isprintable():
        return text
    text = _ESCAPE_SEQUENCE.sub("", unicodedata.normalize("NFC", text))
    text = _BREAKS.sub(" ", text)
    return unicodedata.normalize("NFC", _UNSPEAKABLE.sub("", text))


def fold(text: str) -> str:
    """Text as it is compared: without case and without diacritics."""
    if text.isascii():
        return text.lower()
    return _MARKS.sub("", unicodedata.normalize("NFKD", text.casefold()))


def slug(text: str) -> str:
    """A name for files and keys: lower case, marks removed, runs of anything else one hyphen."""
    return re.sub(r"[^a-z0-9]+", "-", fold(text).replace("'", "").replace("’", "")).strip("-")
