"""The sessions of the working folder, by series, the nearest first."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from rich.cells import cell_len
from rich.segment import Segment
from textual import events
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from overleg.desk.folders import Summary, follows
from overleg.domain.choices import Language, SessionStatus
from overleg.domain.text import clean
from overleg.locale import catalogue, clock, say, weekday_date
from overleg.tui.cells import between, cut, fill
from overleg.tui.widgets.rows import Rows
from overleg.tui.widgets.standing import StandingWords

WIDE = 160
"""From this width on a series says how it stands beside its title, else on a line below that."""

Series = tuple[Summary, ...]
"""The sessions of one series, the last one first."""


@dataclass(frozen=True, slots=True)
class SessionRow:
    """A row of the list: the title of a series, or a session where there is a summary.

    `counts` is the slug of a series that says how it stands; practice does not.
    """

    text: str
    right: str = ""
    summary: Summary | None = None
    counts: str = ""

    @property
    def is_fault(self) -> bool:
        return self.summary is not None and self.summary.fault is not None


def in_series(summaries: Iterable[Summary], today: date) -> list[Series]:
    """The sessions by series, that with the nearest session first; damaged files are in none."""
    by_series: dict[str, list[Summary]] = {}
    for summary in sorted((each for each in summaries if each.fault is None), key=_age, reverse=True):
        by_series.setdefault(summary.series.slug, []).append(summary)
    series = [tuple(each) for each in by_series.values()]
    return sorted(series, key=lambda each: min(_distance(one, today) for one in each))


def rows_of(summaries: Iterable[Summary], today: date, language: Language) -> list[SessionRow]:
    """The rows of the list: series by their nearest session, damaged files at the end."""
    found = list(summaries)
    rows = []
    for series in in_series(found, today):
        counts = "" if all(each.practice for each in series) else series[0].series.slug
        rows.append(SessionRow(f" {clean(series[0].series.title)}", counts=counts))
        rows += [_row(summary, language) for summary in series]
    return rows + [_fault_row(summary, language) for summary in found if summary.fault is not None]


def nearest(rows: Sequence[SessionRow], today: date) -> int:
    """The place in the list of the session that runs, or is nearest; -1 where there is none.

    One that is closed makes way where another follows it, and practice that is closed does in any case.
    """
    places = [place for place, row in enumerate(rows) if row.summary is not None and not row.is_fault]
    followed = _last_to_come(rows)

    def distance(place: int) -> tuple[bool, int, bool]:
        summary = rows[place].summary
        return summary is not None and _is_over(summary, followed), *_distance(summary, today)

    return min(places, key=distance, default=-1)


def place_of(rows: Sequence[SessionRow], path: Path | None) -> int:
    """The place in the list of the session in that file; -1 where it is not there."""
    return next((n for n, row in enumerate(rows) if row.summary and row.summary.path == path), -1)


def place_after(rows: Sequence[SessionRow], path: Path | None) -> int:
    """As `place_of`, but where the session is closed the place of the one that follows it."""
    place = place_of(rows, path)
    left = rows[place].summary if place >= 0 else None
    if left is None or left.status is not SessionStatus.CLOSED:
        return place
    to_come = (
        n
        for n in range(place - 1, -1, -1)
        if (each := rows[n].summary) and follows(each, left) and each.status is not SessionStatus.CLOSED
    )
    return next(to_come, place)


def _last_to_come(rows: Sequence[SessionRow]) -> dict[tuple[str, bool], int]:
    """The highest number of a session that is not closed, by series, practice apart."""
    numbers: dict[tuple[str, bool], int] = {}
    for summary in (row.summary for row in rows if row.summary is not None and not row.is_fault):
        if summary.status is not SessionStatus.CLOSED:
            key = summary.series.slug, summary.practice
            numbers[key] = max(numbers.get(key, 0), summary.number)
    return numbers


def _is_over(summary: Summary, followed: Mapping[tuple[str, bool], int]) -> bool:
    """Whether it is closed and nobody has to come back to it: another follows, or it was practice."""
    if summary.status is not SessionStatus.CLOSED:
        return False
    return summary.practice or followed.get((summary.series.slug, summary.practice), 0) > summary.number


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

    COMPONENT_CLASSES = {"sessions--series", "sessions--standing", "sessions--fault", "sessions--marked"}

    rows: reactive[tuple[SessionRow, ...]] = reactive(())
    """What the list shows."""

    standings: reactive[Mapping[str, StandingWords]] = reactive({}, init=False)
    """How series stand, by slug, as far as that is known; it comes in after the rows are drawn."""

    @dataclass
    class Opened(Message):
        """A session was chosen."""

        summary: Summary

    @property
    def chosen(self) -> Summary | None:
        """The session that is marked."""
        return self.rows[self.marked].summary if 0 <= self.marked < len(self.rows) else None

    @property
    def beside(self) -> Path | None:
        """The file of the session below the marked one, else of the one above it."""
        places = (*range(self.marked + 1, len(self.rows)), *range(self.marked - 1, -1, -1))
        found = (self.rows[place].summary for place in places)
        return next((each.path for each in found if each is not None), None)

    def on_click(self, event: events.Click) -> None:
        row = self.row_at(event.y)
        summary = self.rows[row].summary if row is not None else None
        if summary is not None:
            self.post_message(self.Opened(summary))

    def on_resize(self) -> None:
        self._lay_out()
        self.show_mark()

    def watch_rows(self) -> None:
        self._lay_out()

    def can_mark(self, row: int) -> bool:
        return self.rows[row].summary is not None

    def show_mark(self) -> None:
        """Bring the marked row into sight, and with the first of a series its title."""
        if 0 < self.marked < self.row_count and not self.can_mark(self.marked - 1):
            self._bring_into_sight(self.marked - 1)
        super().show_mark()

    def draw_row(self, row: int, line: int, width: int) -> Strip:
        shown = self.rows[row]
        if shown.summary is None:
            return self._draw_series(shown, line, width)
        style = self.rich_style
        if row == self.marked:
            style = self.get_component_rich_style("sessions--marked")
            shown = replace(shown, text=self.SIGN + shown.text[1:])
        elif shown.is_fault:
            style = self.get_component_rich_style("sessions--fault")
        text = between(shown.text, f"{shown.right} ", width) if shown.right else cut(shown.text, width)
        return Strip([Segment(text, style)]).adjust_cell_length(width, style)

    def _draw_series(self, shown: SessionRow, line: int, width: int) -> Strip:
        """The title of a series, and how it stands."""
        words = self.standings.get(shown.counts, StandingWords())
        style = self.get_component_rich_style("sessions--series")
        quiet = self.get_component_rich_style("sessions--standing")
        if line:
            return Strip([Segment(cut(f"   {words.open}", width), quiet)]).adjust_cell_length(width, quiet)
        right = cut(f" {words.all if self._is_wide else words.upcoming} ", width)
        title = fill(shown.text, max(0, width - cell_len(right)))
        return Strip([Segment(title, style), Segment(right, quiet)]).adjust_cell_length(width, style)

    @property
    def _is_wide(self) -> bool:
        return self.size.width >= WIDE

    def _lay_out(self) -> None:
        self.set_heights(2 if row.counts and not self._is_wide else 1 for row in self.rows)
