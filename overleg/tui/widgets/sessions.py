"""The sessions of the working folder, by series, the nearest first."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from rich.segment import Segment
from textual import events
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from overleg.desk.folders import Summary
from overleg.domain.choices import Language, SessionStatus
from overleg.domain.text import clean
from overleg.locale import catalogue, clock, say, weekday_date
from overleg.tui.cells import between, cut
from overleg.tui.widgets.rows import Rows


@dataclass(frozen=True, slots=True)
class SessionRow:
    """A line of the list: the title of a series, or a session where there is a summary."""

    text: str
    right: str = ""
    summary: Summary | None = None

    @property
    def is_fault(self) -> bool:
        return self.summary is not None and self.summary.fault is not None


def rows_of(summaries: Iterable[Summary], today: date, language: Language) -> list[SessionRow]:
    """The lines of the list: series by their nearest session, damaged files at the end."""
    found = list(summaries)
    by_series: dict[str, list[Summary]] = {}
    for summary in sorted((each for each in found if each.fault is None), key=_age, reverse=True):
        by_series.setdefault(summary.series.slug, []).append(summary)
    rows = []
    for series in sorted(by_series.values(), key=lambda each: min(_distance(one, today) for one in each)):
        rows.append(SessionRow(f" {clean(series[0].series.title)}"))
        rows += [_row(summary, language) for summary in series]
    return rows + [_fault_row(summary, language) for summary in found if summary.fault is not None]


def nearest(rows: Sequence[SessionRow], today: date) -> int:
    """The place in the list of the session that runs, or is nearest; -1 where there is none."""
    places = [place for place, row in enumerate(rows) if row.summary is not None and not row.is_fault]
    return min(places, key=lambda place: _distance(rows[place].summary, today), default=-1)


def _distance(summary: Summary | None, today: date) -> tuple[int, bool]:
    """How far away a session is: what runs is here, what is to come is nearer than what has been."""
    if summary is None or summary.status in (SessionStatus.LIVE, SessionStatus.PAUSED):
        return -1, False
    day = summary.date or date.min
    return abs((day - today).days), day < today


def _age(summary: Summary) -> tuple[date, str, int]:
    return summary.date or date.min, summary.start or "", summary.number


def _row(summary: Summary, language: Language) -> SessionRow:
    _ = catalogue(language).gettext
    day = weekday_date(summary.date, language) if summary.date else ""
    when = _("no day yet") if summary.undated else day
    start = clock(summary.start, language) if summary.start else ""
    practice = _("practice") if summary.practice else ""
    state = ", ".join(part for part in (_state(summary.status, language), practice) if part)
    place = f" · {clean(summary.place)}" if summary.place else ""
    text = f" {summary.number:>4}  {when:<15} {start:<10} {clean(summary.title)}{place}"
    return SessionRow(text, state, summary)


def _state(status: SessionStatus, language: Language) -> str:
    _ = catalogue(language).gettext
    return {
        SessionStatus.PLANNED: _("planned"),
        SessionStatus.LIVE: _("running"),
        SessionStatus.PAUSED: _("break"),
        SessionStatus.CLOSED: _("closed"),
    }[status]


def _fault_row(summary: Summary, language: Language) -> SessionRow:
    why = say(summary.fault, language) if summary.fault else ""
    return SessionRow(f" ! {clean(summary.path.name)}: {why}", "", summary)


class SessionList(Rows):
    """The list of sessions; a click opens one, and so does Enter by way of the screen."""

    DEFAULT_CSS = """
    SessionList { height: 1fr; }
    """

    COMPONENT_CLASSES = {"sessions--series", "sessions--fault", "sessions--marked"}

    rows: reactive[tuple[SessionRow, ...]] = reactive(())
    """What the list shows."""

    @dataclass
    class Opened(Message):
        """A session was chosen."""

        summary: Summary

    @property
    def chosen(self) -> Summary | None:
        """The session that is marked."""
        return self.rows[self.marked].summary if 0 <= self.marked < len(self.rows) else None

    def on_click(self, event: events.Click) -> None:
        row = self.row_at(event.y)
        summary = self.rows[row].summary if row is not None else None
        if summary is not None:
            self.post_message(self.Opened(summary))

    def watch_rows(self) -> None:
        self.set_heights([1] * len(self.rows))

    def can_mark(self, row: int) -> bool:
        return self.rows[row].summary is not None

    def draw_row(self, row: int, line: int, width: int) -> Strip:
        shown = self.rows[row]
        style = self.rich_style
        if row == self.marked:
            style = self.get_component_rich_style("sessions--marked")
            shown = replace(shown, text=self.SIGN + shown.text[1:])
        elif shown.is_fault:
            style = self.get_component_rich_style("sessions--fault")
        elif shown.summary is None:
            style = self.get_component_rich_style("sessions--series")
        text = between(shown.text, f"{shown.right} ", width) if shown.right else cut(shown.text, width)
        return Strip([Segment(text, style)]).adjust_cell_length(width, style)
