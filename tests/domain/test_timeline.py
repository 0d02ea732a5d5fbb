"""What became of one entry, from meeting to meeting."""

from datetime import date, datetime

import pytest
from msgspec.structs import replace as but

from overleg.documents.timeline import event_words, heading, meeting_words
from overleg.domain.choices import Language, SessionStatus
from overleg.domain.forms import MeetingForm
from overleg.domain.model import NextSession, Session
from overleg.domain.series import next_session
from overleg.domain.timeline import CameBy, Said, Timeline, timeline
from tests.domain.conftest import Typed

SECOND, THIRD = date(2027, 2, 11), date(2027, 3, 11)


@pytest.fixture
def series(session: Session, typed: Typed, forms: dict[str, MeetingForm]) -> list[Session]:
    """Three meetings: said at the first, moved at the second, left alone at the third."""

    def follow(before: Session, day: date) -> Session:
        after = next_session(
            before, id=f"{day}-warnsveld", when=NextSession(date=day), known_forms=forms.values()
        )
        return but(after, status=SessionStatus.LIVE)

    one = typed(session, "a GEM: brief sturen ^2027-02-01", "v WIJ>ZOR: Scholing", "b *: Werkgroep")
    two = typed(
        follow(one, SECOND),
        "*A-001 bezig ^2027-03-01",
        "=V-001 bespreken: eerst met planning",
        "+B-001 ZOR",
        now=datetime(2027, 2, 11, 20),
    )
    return [one, two, follow(two, THIRD)]


def line_of(series: list[Session], ref: str) -> Timeline:
    line = timeline(series, "warnsveld", ref)
    assert line is not None
    return line


def told(series: list[Session], ref: str, language: Language = Language.EN) -> list[tuple[str, list[str]]]:
    line = line_of(series, ref)
    return [
        (
            meeting_words(chapter, language),
            [event_words(event, chapter, line, language) for event in chapter.events],
        )
        for chapter in line.chapters
    ]


def test_an_action_tells_its_birth_its_dates_and_that_it_was_left(series: list[Session]) -> None:
    assert told(series, "A-001") == [
        ("meeting 1, 14 Jan 2027", ["Said: brief sturen"]),
        (
            "meeting 2, 11 Feb 2027",
            ["Standing: was open, is now busy", "When: was Mon 1 Feb 2027, is now Mon 1 Mar 2027"],
        ),
        ("meeting 3, 11 Mar 2027", ["Came by and stayed as it was."]),
    ]


def test_an_expectation_tells_its_answer(series: list[Session]) -> None:
    assert told(series, "V-001")[1][1] == ["Answer: discuss (eerst met planning)"]


def test_a_decision_tells_who_supported_it(series: list[Session]) -> None:
    assert "ZOR: yes" in told(series, "B-001")[1][1]


def test_the_order_of_the_files_does_not_matter(series: list[Session]) -> None:
    assert line_of(series[::-1], "A-001") == line_of(series, "A-001")


def test_a_meeting_that_is_only_planned_has_not_seen_it(series: list[Session]) -> None:
    series[2] = but(series[2], status=SessionStatus.PLANNED)
    assert [chapter.number for chapter in line_of(series, "A-001").chapters] == [1, 2]


def test_what_is_said_ahead_of_a_meeting_is_told(series: list[Session], typed: Typed) -> None:
    planned = typed(but(series[2], status=SessionStatus.PLANNED), "n vast vooruit")
    assert [type(event) for event in line_of([planned], "N-001").chapters[0].events] == [Said]


def test_meetings_that_are_gone_are_told_as_far_as_the_entry_knows(series: list[Session]) -> None:
    chapters = line_of(series[2:], "A-001").chapters
    assert [(each.number, each.date) for each in chapters] == [
        (None, date(2027, 1, 14)),
        (None, SECOND),
        (3, THIRD),
    ]
    assert chapters[0].events == (Said(datetime(2027, 1, 14, 19, 31), "brief sturen"),)
    assert chapters[2].events == (CameBy(),)


def test_it_is_that_of_one_series(series: list[Session]) -> None:
    assert timeline(series, "elders", "A-001") is None
    assert timeline(series, "warnsveld", "A-009") is None


def test_it_is_told_in_dutch(series: list[Session]) -> None:
    assert told(series, "A-001", Language.NL)[0][0].endswith("14 jan 2027")


def test_it_is_counted_at_how_many_later_meetings_it_was_on_the_table(series: list[Session]) -> None:
    assert [line_of(series, ref).carried for ref in ("A-001", "B-001")] == [2, 2]
    assert line_of(series[:1], "A-001").carried == 0


def test_its_heading_says_which_it_is_how_it_stands_and_how_often_it_was_carried(
    series: list[Session],
) -> None:
    words = heading(line_of(series, "A-001"), Language.EN)
    assert words.startswith("A-001 · Action GEM · ")
    assert words.endswith(" · busy · carried over 2 times")
