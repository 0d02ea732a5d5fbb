"""Lines of text as runs: made from plain words, and joined."""

from collections.abc import Iterable

from overleg.documents.outline import Look, Run, Text

_ENDINGS = ".!?…:;"
_CLOSERS = "\"'’”)]»"


def plain(text: str) -> Text:
    return (Run(text),) if text else ()


def bold(text: str) -> Text:
    return (Run(text, Look.BOLD),) if text else ()


def ref(text: str) -> Text:
    """A number that people point at, or a label that ends in one."""
    return (Run(text, Look.REF),) if text else ()


def struck(text: str) -> Text:
    return (Run(text, Look.STRIKE),) if text else ()


def muted(text: str) -> Text:
    return (Run(text, Look.MUTED),) if text else ()


def confidential(text: str) -> Text:
    return (Run(text, Look.CONFIDENTIAL),) if text else ()


def joined(*parts: Text) -> Text:
    """The parts that say something, a space between them."""
    filled = [part for part in parts if part]
    return tuple(run for place, part in enumerate(filled) for run in ((Run(" "), *part) if place else part))


def sentence(text: str) -> str:
    """Text with a full stop where somebody typed none."""
    text = text.strip()
    ends = text.rstrip(_CLOSERS) or text
    return text if not text or ends[-1] in _ENDINGS else f"{text}."


def capitalised(text: str) -> str:
    """Text with a capital at its beginning and nothing else changed."""
    return text[:1].upper() + text[1:]


def words_of(text: Iterable[Run]) -> str:
    """What a line says, without how it looks."""
    return "".join(run.text for run in text)
