"""The past of one entry in words, meeting by meeting."""

from overleg.documents.fields import LABELS
from overleg.documents.in_brief import ENDORSEMENTS, reservation_words
from overleg.documents.past import told
from overleg.domain import names
from overleg.domain.capture.references import ANSWERS
from overleg.domain.choices import Language
from overleg.domain.model import Answer, Endorsement, HistoryLine
from overleg.domain.timeline import CameBy, Chapter, Event, Said, Timeline
from overleg.errors import Message
from overleg.locale import say, short_date


def meeting_words(chapter: Chapter, language: Language) -> str:
    """Which meeting it was: ``overleg 2, 11 feb 2027``."""
    day = short_date(chapter.date, language)
    if chapter.number is None:
        return day
    if chapter.table is not None and chapter.table.undated:
        return say(Message("meeting {number}, no day yet", number=chapter.number), language)
    return say(Message("meeting {number}, {date}", number=chapter.number, date=day), language)


def event_words(event: Event, chapter: Chapter, line: Timeline, language: Language) -> str:
    """What happened, in one line; empty for what is not told. Texts stay as they were said."""
    match event:
        case Said():
            return say(Message("Said: {text}", text=event.text), language)
        case CameBy():
            return say(Message("Came by and stayed as it was."), language)
        case HistoryLine():
            return _change_words(event, chapter, line, language)
        case Answer():
            answer = say(Message("Answer: {answer}", answer=ANSWERS[event.value]), language)
            return _with_more(answer, event, language)
        case Endorsement():
            party = names.code(chapter.table or line.session, event.party)
            return _with_more(f"{party}: {ENDORSEMENTS[event.value][language]}", event, language)


def _change_words(event: HistoryLine, chapter: Chapter, line: Timeline, language: Language) -> str:
    """A change as it is told; of one that is not, only that there was one."""
    if event.old or event.new or event.note:
        return told(chapter.entry or line.entry, event, chapter.table or line.session, language)
    field = LABELS.get(event.field)
    return say(Message("{field}: changed", field=field), language) if field else ""


def _with_more(said: str, event: Answer | Endorsement, language: Language) -> str:
    """With what waits for approval, and what was said with it."""
    more = ", ".join(part for part in (reservation_words(event.reservation, language), event.text) if part)
    return f"{said} ({more})" if more else said
