"""Below the list of the review: where the marked one comes from, and what was said of it."""

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from overleg.documents.in_brief import reservation_words, who
from overleg.domain.capture.references import ANSWERS
from overleg.domain.choices import Kind, Language, Sensitivity
from overleg.domain.kinds import row_of
from overleg.domain.model import AnyEntry, Expectation, HistoryLine, Session
from overleg.domain.review import Carried, awaited
from overleg.domain.text import clean
from overleg.errors import Message
from overleg.locale import catalogue, listing, plain_date, say, short_date
from overleg.tui.cells import cut, wrap
from overleg.tui.corrections import whole
from overleg.tui.widgets.entry_cells import MASK, cells_of
from overleg.tui.widgets.review_rows import ReviewRow

_MOST_TEXT, _MOST_NOTES = 2, 2


def details(carried: Carried, session: Session, language: Language, width: int) -> list[str]:
    """What to know of an entry before it is talked about: itself, its past, and what was said of it."""
    entry = carried.entry
    cells = cells_of(entry, session, language)
    head = f"{entry.ref} · {row_of(entry).words[language].capitalize()} {who(entry, session, language)}"
    text = wrap(clean(f"{head} · {cells.text}"), width)
    if len(text) > _MOST_TEXT:
        text = [*text[: _MOST_TEXT - 1], cut(" ".join(text[_MOST_TEXT - 1 :]), width)]
    past = " ".join(_past(carried, language))
    return [*text, *(cut(line, width) for line in (past, *_said(entry, session, language)) if line)]


def question(carried: Carried, language: Language) -> str:
    """What is asked about an action that was left open too often; nothing for any other."""
    if carried.entry.kind is not Kind.ACTION or not carried.comes_too_often:
        return ""
    return say(
        Message(
            "It was left open {n} times. Make it smaller, hand it over, or drop it?", n=carried.left_open
        ),
        language,
    )


def _past(carried: Carried, language: Language) -> list[str]:
    """Since when it is there, the days it was due before, and how often it was left open."""
    _ = catalogue(language).gettext
    told = [_("Since {date}.").format(date=plain_date(carried.entry.created_at.date(), language))]
    if carried.old_dates:
        days = listing([short_date(day, language) for day in carried.old_dates], language)
        told.append(_("Was due {dates}.").format(dates=days))
    if carried.left_open and not question(carried, language):
        told.append(_("Left open {n}×.").format(n=carried.left_open))
    return told


def _said(entry: AnyEntry, session: Session, language: Language) -> list[str]:
    """The approval it waits for, its answer, and the last that was noted; what is sensitive is masked."""
    told = [reservation_words(awaited(entry), language)]
    if isinstance(entry, Expectation) and entry.answer is not None:
        text = _masked(entry.answer.text, entry, entry.answer.sensitivity)
        told.append(": ".join(filter(None, (_answer(entry, language), text))))
    notes = [line for line in entry.history if line.note][-_MOST_NOTES:]
    return [*filter(None, told), *(_note(line, entry, language) for line in notes)]


def _answer(entry: Expectation, language: Language) -> str:
    """The answer in a word, unless that is sensitive."""
    answer = entry.answer
    is_open = answer is not None and answer.sensitivity is entry.sensitivity is Sensitivity.NONE
    return ANSWERS[answer.value][language] if answer is not None and is_open else ""


def _note(line: HistoryLine, entry: AnyEntry, language: Language) -> str:
    return f"{short_date(line.at.date(), language)}: {_masked(line.note, entry, line.sensitivity)}"


def _masked(text: str, entry: AnyEntry, own: Sensitivity) -> str:
    is_open = own is entry.sensitivity is Sensitivity.NONE
    return clean(text) if is_open or not text else MASK


def corrections(session: Session, language: Language) -> list[str]:
    """What was said about the minutes of last time."""
    _ = catalogue(language).gettext
    found = session.adopts.corrections if session.adopts else ()
    return [whole(each, session) for each in found] or [_("Are the minutes right?")]


class ReviewCard(Widget):
    """What there is to know about the marked one; always as high, so that the list stands still."""

    DEFAULT_CSS = """
    ReviewCard { height: 6; padding: 0 1; text-wrap: nowrap; }
    """

    row: reactive[ReviewRow | None] = reactive(None)
    """The row that is marked."""

    session: reactive[Session | None] = reactive(None)
    """The session it is of."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language

    def render(self) -> Content:
        row, session = self.row, self.session
        if row is None or session is None:
            return Content()
        width = self.content_size.width
        if row.carried is None:
            lines = [cut(line, width) for line in corrections(session, self._language)]
            return Content("\n").join(map(Content, lines))
        told = details(row.carried, session, self._language, width)
        asked = "" if row.is_over else question(row.carried, self._language)
        lead = [Content.styled(cut(asked, width), "bold")] if asked else []
        return Content("\n").join([*lead, *map(Content, told)])
