"""The first line of the review: which meeting, how much is behind, what time it is; and its last word."""

from collections.abc import Sequence
from datetime import date, datetime

from rich.cells import cell_len
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from overleg.domain.choices import Language
from overleg.domain.model import Session
from overleg.domain.review import carried
from overleg.errors import Message
from overleg.locale import catalogue, clock_of, say
from overleg.tui.cells import between


def heading(session: Session, today: date, now: datetime, width: int, language: Language) -> str:
    _ = catalogue(language).gettext
    walk = carried(session, today)
    total = len(walk.waiting) + len(walk.done)
    behind = total - sum(not each.is_touched for each in walk.waiting)
    far = _("{n} of {total} gone through").format(n=behind, total=total)
    name = _("Review · {series} · meeting {number}").format(
        series=session.series.title, number=session.number
    )
    return between(f" {name}", f"{far}   {clock_of(now)} ", width)


def not_gone_through(refs: Sequence[str], width: int, language: Language) -> str:
    """What was not gone through, as many by number as there is room for, and how to leave it."""
    said = ""
    for most in range(len(refs), 0, -1):
        names = ", ".join(refs[:most]) + (" …" if most < len(refs) else "")
        said = say(Message("Not gone through yet: {refs}. Esc leaves that for later.", refs=names), language)
        if cell_len(said) <= width:
            break
    return said


class ReviewHeading(Widget):
    DEFAULT_CSS = """
    ReviewHeading { height: 1; text-wrap: nowrap; }
    """

    session: reactive[Session | None] = reactive(None)
    """The session whose review it is."""

    today: reactive[date] = reactive(date.min)
    """The day from which it is seen what waits."""

    now: reactive[datetime | None] = reactive(None)
    """The moment it is."""

    def __init__(self, language: Language, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._language = language

    def render(self) -> Content:
        if self.session is None or self.now is None:
            return Content()
        return Content(heading(self.session, self.today, self.now, self.size.width, self._language))
