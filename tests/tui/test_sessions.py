from datetime import date
from pathlib import Path

from overleg.desk.folders import Summary
from overleg.domain.choices import Language, SessionStatus
from overleg.domain.model import Series
from overleg.errors import Message
from overleg.tui.widgets.sessions import SessionRow, nearest, rows_of

TODAY = date(2027, 1, 14)


def summary(
    title: str, day: date, series: str = "Warnsveld", status: SessionStatus = SessionStatus.CLOSED
) -> Summary:
    return Summary(
        path=Path(f"{title}.json"),
        id=title,
        title=title,
        series=Series(slug=series.lower(), title=series),
        number=1,
        date=day,
        status=status,
    )


def rows(*summaries: Summary) -> list[SessionRow]:
    return rows_of(summaries, TODAY, Language.EN)


def titles(rows: list[SessionRow]) -> list[str]:
    return [row.summary.title if row.summary else row.text.strip() for row in rows]


def test_sessions_stand_under_their_series_the_newest_first() -> None:
    shown = rows(summary("first", date(2026, 11, 1)), summary("second", date(2026, 12, 1)))
    assert titles(shown) == ["Warnsveld", "second", "first"]


def test_the_series_that_meets_soonest_comes_first() -> None:
    shown = rows(
        summary("far", date(2026, 5, 1), "Autumn"),
        summary("near", date(2027, 1, 20), "Winter"),
    )
    assert titles(shown) == ["Winter", "near", "Autumn", "far"]


def test_the_mark_stands_on_what_runs() -> None:
    shown = rows(
        summary("today", TODAY, status=SessionStatus.PLANNED),
        summary("running", date(2027, 1, 10), status=SessionStatus.LIVE),
    )
    assert titles(shown)[nearest(shown, TODAY)] == "running"


def test_the_mark_stands_on_the_nearest_else_and_rather_on_what_is_to_come() -> None:
    shown = rows(summary("before", date(2027, 1, 12)), summary("after", date(2027, 1, 16)))
    assert titles(shown)[nearest(shown, TODAY)] == "after"


def test_a_damaged_file_is_a_marked_row_at_the_end() -> None:
    broken = Summary(path=Path("kapot.json"), id="kapot", fault=Message("it is cut off"))
    shown = rows(broken, summary("whole", TODAY))
    assert shown[-1].is_fault
    assert shown[-1].text == " ! kapot.json: it is cut off"


def test_without_sessions_nothing_is_marked() -> None:
    assert nearest(rows(), TODAY) == -1
