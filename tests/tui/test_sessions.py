from datetime import date
from pathlib import Path

from overleg.desk.folders import Summary
from overleg.domain.choices import Language, SessionStatus
from overleg.domain.model import NextSession, Series
from overleg.domain.standing import Standing
from overleg.errors import Message
from overleg.tui.widgets.sessions import SessionRow, nearest, place_after, rows_of
from overleg.tui.widgets.standing import standing_words

TODAY = date(2027, 1, 14)


def summary(
    title: str,
    day: date,
    series: str = "Warnsveld",
    status: SessionStatus = SessionStatus.CLOSED,
    *,
    number: int = 1,
    practice: bool = False,
) -> Summary:
    return Summary(
        path=Path(f"{title}.json"),
        id=title,
        title=title,
        series=Series(slug=series.lower(), title=series),
        number=number,
        date=day,
        status=status,
        practice=practice,
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


def test_the_mark_passes_over_what_is_closed_and_followed() -> None:
    planned = summary("next", date(2027, 2, 11), status=SessionStatus.PLANNED, number=2)
    shown = rows(summary("closed", TODAY), planned)
    assert titles(shown)[nearest(shown, TODAY)] == "next"


def test_the_mark_passes_over_practice_that_is_closed() -> None:
    shown = rows(summary("practice", TODAY, practice=True), summary("before", date(2026, 12, 1), "Winter"))
    assert titles(shown)[nearest(shown, TODAY)] == "before"


def test_after_a_closed_meeting_comes_the_one_that_follows_it() -> None:
    planned = summary("next", date(2027, 2, 11), status=SessionStatus.PLANNED, number=2)
    nearer = summary("nearer", date(2027, 1, 15), "Winter", SessionStatus.PLANNED)
    practice = summary("practice", date(2027, 1, 20), status=SessionStatus.PLANNED, number=3, practice=True)
    shown = rows(summary("closed", TODAY), planned, nearer, practice)
    assert titles(shown)[place_after(shown, Path("closed.json"))] == "next"
    assert titles(shown)[place_after(shown, Path("nearer.json"))] == "nearer"
    assert place_after(shown, Path("gone.json")) == place_after(shown, None) == -1


def test_only_a_series_that_is_not_practice_says_how_it_stands() -> None:
    shown = rows(summary("real", TODAY), summary("practice", TODAY, "Oefenen", practice=True))
    assert {row.counts for row in shown if row.summary is None} == {"warnsveld", ""}


def test_a_series_says_how_it_stands_in_words() -> None:
    def words(standing: Standing) -> str:
        return standing_words(standing, TODAY, Language.EN).all

    day = NextSession(date=date(2027, 2, 11))
    held = date(2027, 1, 14)
    assert words(Standing(None, 0, 0, None)) == "no open actions · next: no date yet"
    assert words(Standing(day, 1, 0, None)) == "1 open action · next: Thu 11 Feb 2027"
    assert words(Standing(day, 3, 2, held)).startswith(
        "3 open actions, 2 overdue · minutes of 14 Jan 2027 to adopt"
    )
    passed = Standing(NextSession(date=date(2027, 1, 7)), 0, 0, None, ("x\x1b.json",))
    assert words(passed) == "not counted: x.json · no open actions · was planned for Thu 7 Jan 2027"


def test_a_damaged_file_is_a_marked_row_at_the_end() -> None:
    broken = Summary(path=Path("kapot.json"), id="kapot", fault=Message("it is cut off"))
    shown = rows(broken, summary("whole", TODAY))
    assert shown[-1].is_fault
    assert shown[-1].text == " ! kapot.json: it is cut off"


def test_without_sessions_nothing_is_marked() -> None:
    assert nearest(rows(), TODAY) == -1
