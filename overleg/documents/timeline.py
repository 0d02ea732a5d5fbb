"""The past of one entry in words, meeting by meeting."""

from dataclasses import dataclass

from overleg.documents.fields import LABELS
from overleg.documents.in_brief import ENDORSEMENTS, reservation_words, state_of, who
from overleg.documents.past import told
from overleg.documents.reading import SEPARATOR
from overleg.documents.variant import is_confidential
from overleg.domain import names
from overleg.domain.capture.references import ANSWERS
from overleg.domain.choices import Language
from overleg.domain.kinds import row_of
from overleg.domain.model import Answer, Endorsement, HistoryLine, Session
from overleg.domain.timeline import CameBy, Chapter, Event, Said, Timeline
from overleg.errors import Message
from overleg.locale import catalogue, say, short_date


@dataclass(frozen=True, slots=True)
class Happened:
    """A meeting in the past of an entry: its id, which one it was in words, and a line for each event."""

    session: str
    meeting: str
    told: tuple[str, ...]


def outline(line: Timeline, language: Language) -> tuple[Happened, ...]:
    """The past of an entry, oldest meeting first."""
    return tuple(
        Happened(each.session, meeting_words(each, language), tuple(_told(each, line, language)))
        for each in line.chapters
    )


def heading(line: Timeline, language: Language) -> str:
    """Which entry it is, how it stands now, and how often it was carried over."""
    entry, session = line.entry, line.session
    kind = f"{row_of(entry).words[language].capitalize()} {who(entry, session, language)}".strip()
    state = "" if is_confidential(entry) else state_of(entry, language)
    parts = (entry.ref, kind, session.series.title, state, _carried(line, language))
    return SEPARATOR.join(part for part in parts if part)


def which_meeting(session: Session, language: Language) -> str:
    """One meeting of its series: ``overleg 2, 11 feb 2027``."""
    if session.undated:
        return say(Message("meeting {number}, no day yet", number=session.number), language)
    day = short_date(session.date, language)
    return say(Message("meeting {number}, {date}", number=session.number, date=day), language)


def series_and_number(session: Session) -> str:
    """A meeting by its name: ``Warnsveld houdt zorg 2``."""
    return f"{session.series.title} {session.number}"


def meeting_words(chapter: Chapter, language: Language) -> str:
    """Which meeting it was; of one that is no longer there only the day is known."""
    if chapter.table is not None:
        return which_meeting(chapter.table, language)
    return short_date(chapter.date, language)


def _carried(line: Timeline, language: Language) -> str:
    """At how many later meetings it was on the table, in words."""
    n = line.carried
    if not n:
        return ""
    words = catalogue(language).ngettext("carried over once", "carried over {n} times", n)
    return words.format(n=n)


def _told(chapter: Chapter, line: Timeline, language: Language) -> list[str]:
    """What happened at a meeting, one line each; that something did, where more may not be said."""
    if not chapter.events:
        return [say(Message("confidential"), language)]
    return [words for event in chapter.events if (words := event_words(event, chapter, line, language))]


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
