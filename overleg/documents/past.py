"""What happened to an entry, line by line, for whoever looks at it on a screen."""

from overleg.documents.fields import LABELS, kept_words
from overleg.domain import names
from overleg.domain.choices import Language, Sensitivity
from overleg.domain.model import AnyEntry, HistoryLine, Session
from overleg.errors import Message
from overleg.locale import clock_of, say, short_date

_IN_QUOTES = ("text", "detail")


def past(entry: AnyEntry, session: Session, language: Language, mask: str = "") -> list[str]:
    """The history of an entry in words, oldest first; `mask` stands for what is confidential in it."""
    return [
        f"{_when(line, session, language)}  {told(entry, line, session, language, mask)}"
        for line in entry.history
    ]


def _when(line: HistoryLine, session: Session, language: Language) -> str:
    if line.session == session.id:
        return clock_of(line.at)
    return short_date(line.at.date(), language)


def told(entry: AnyEntry, line: HistoryLine, session: Session, language: Language, mask: str = "") -> str:
    """One change in words, with the note that was made; `mask` as in `past`."""
    if mask and {entry.sensitivity, line.sensitivity} != {Sensitivity.NONE}:
        return mask
    change = _change(entry, line, session, language)
    if change is None:
        return line.note
    words = say(change, language)
    return f"{words} ({line.note})" if line.note else words


def _change(entry: AnyEntry, line: HistoryLine, session: Session, language: Language) -> Message | None:
    """What changed, or None where something was only said."""
    old, new = (_words(entry, line.field, text, session, language) for text in (line.old, line.new))
    if line.field == "endorsement":
        return Message("{party} had said “{value}”", party=names.code(session, line.by), value=old)
    field = LABELS.get(line.field)
    if field is None:
        return None
    if old and new and old != new:
        return Message("{field}: was {old}, is now {new}", field=field, old=old, new=new)
    if new:
        return Message("{field}: {new}", field=field, new=new)
    return Message("{field}: {old} was taken away", field=field, old=old)


def _words(entry: AnyEntry, field: str, text: str, session: Session, language: Language) -> str:
    words = kept_words(entry.kind, field, text, session, language)
    return f"“{words}”" if words and field in _IN_QUOTES else words
