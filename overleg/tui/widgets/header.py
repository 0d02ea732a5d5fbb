"""The first line of the live screen: which meeting, which step, how long, what time it is."""

from datetime import datetime

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from overleg.domain.choices import Language, SessionStatus
from overleg.domain.model import Session
from overleg.locale import catalogue, clock_of
from overleg.tui.cells import between
from overleg.tui.widgets.agenda import running_place, spent


def heading(session: Session, now: datetime, width: int, language: Language) -> str:
    """The header line; in a narrow window the title of the step gives way, the times stay."""
    times = "   ".join(part for part in (_progress(session, now, language), clock_of(now)) if part)
    return between(f" {_meeting(session, language)}", f"{_step(session)}   {times} ", width)


def _meeting(session: Session, language: Language) -> str:
    _ = catalogue(language).gettext
    name = _("{series} · meeting {number}").format(series=session.series.title, number=session.number)
    return f"{name} · {_('practice')}" if session.practice else name


def _step(session: Session) -> str:
    place = running_place(session)
    if place is None:
        return ""
    return f"{place + 1}/{len(session.agenda)} {session.agenda[place].title}"


def _progress(session: Session, now: datetime, language: Language) -> str:
    """How long the step has taken, or that nothing runs."""
    _ = catalogue(language).gettext
    states = {
        SessionStatus.PLANNED: _("not begun"),
        SessionStatus.PAUSED: _("break"),
        SessionStatus.CLOSED: _("closed"),
    }
    item = session.active_item
    if session.status in states:
        return states[session.status]
    return spent(item, session, now, language) if item else ""


class LiveHeader(Widget):
    DEFAULT_CSS = """
    LiveHeader { height: 1; text-wrap: nowrap; }
    """

    session: reactive[Session | None] = reactive(None)
    """The session on the table."""

    now: reactive[datetime | None] = reactive(None)
    """The moment it is."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language

    def render(self) -> Content:
        if self.session is None or self.now is None:
            return Content()
        return Content(heading(self.session, self.now, self.size.width, self._language))


class Prompt(Widget):
    """The question of the running step, or how to begin."""

    DEFAULT_CSS = """
    Prompt { height: auto; max-height: 2; padding: 0 1; }
    """

    session: reactive[Session | None] = reactive(None, repaint=False)
    """The session whose running step asks something."""

    words: reactive[str] = reactive("", layout=True)
    """What is shown; the screen is laid out anew only when this changes."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language

    def watch_session(self) -> None:
        if self.session is not None:
            self.words = prompt(self.session, self._language)

    def render(self) -> Content:
        return Content(self.words)


def prompt(session: Session, language: Language) -> str:
    _ = catalogue(language).gettext
    item = session.active_item
    if item is not None:
        return item.prompt
    if session.status is SessionStatus.CLOSED:
        return _("This meeting is closed; you can read it, and no longer change it.")
    if session.agenda:
        return _("F8 begins with the first agenda item.")
    return _("Type what is said; there is no agenda.")
