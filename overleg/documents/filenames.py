"""Where a document goes: a folder and a name that no title can make unsafe."""

import re
from collections.abc import Iterable
from datetime import date

from overleg.documents.catalogue import DOCUMENTS
from overleg.documents.variant import Variant
from overleg.domain.choices import Language
from overleg.domain.model import Session
from overleg.domain.text import slug
from overleg.domain.words import Words

_LONGEST = 60
_NAMELESS = Words("reeks", "series")
_DRAFT = Words("concept", "draft")
_ADOPTED = Words("vastgesteld", "adopted")
_CONFIDENTIAL = Words("vertrouwelijk", "confidential")
_RESERVED = re.compile(r"con|prn|aux|nul|(?:com|lpt)\d")
_REMINDER = Words("herinnering", "reminder")
_CALENDAR = Words("agenda", "calendar")
_ALL = "all"


def file_name(
    session: Session, document: str, variant: Variant, language: Language, *, adopted: bool = False
) -> tuple[str, str]:
    """The folder of the series and the stem of the file, of small letters, digits and hyphens only.

    ``("warnsveld-houdt-zorg", "2027-01-14-verslag-concept-vertrouwelijk")``
    """
    state = _ADOPTED if adopted else _DRAFT
    parts = [session.date.isoformat(), DOCUMENTS[document].words[language], state[language]]
    parts += [_CONFIDENTIAL[language]] if variant is Variant.CLOSED else []
    return _folder(session, language), "-".join(parts)


def reminder_name(reader: str, day: date, language: Language) -> str:
    """``2027-01-14-herinnering-zor``, whoever the reader is"""
    return "-".join(filter(None, (day.isoformat(), _REMINDER[language], slug(reader)[:_LONGEST].strip("-"))))


def calendar_name(day: date, language: Language) -> str:
    """``2027-01-14-agenda``"""
    return f"{day.isoformat()}-{_CALENDAR[language]}"


def series_folder(sessions: Iterable[Session]) -> str:
    """The folder of the one series that all of them are of, else that for what is about more."""
    folders = {_folder(session, session.language) for session in sessions}
    return folders.pop() if len(folders) == 1 else _ALL


def _folder(session: Session, language: Language) -> str:
    """A name for the series that is no path, no device of Windows, and not too long."""
    name = slug(session.series.slug) or slug(session.series.title)
    name = name[:_LONGEST].strip("-") or _NAMELESS[language]
    return f"{_NAMELESS[language]}-{name}" if _RESERVED.fullmatch(name) else name
