"""Searching a working folder: what is found once, what is masked, and that an index changes nothing."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from overleg.desk.folders import Folders
from overleg.desk.next_meeting import plan_next
from overleg.desk.searching import Results, past_of, search
from overleg.desk.workbench import Desk, Made, found_session, open_session
from overleg.documents.variant import Variant
from overleg.domain.choices import Sensitivity
from overleg.domain.editing import SetClass
from overleg.domain.query import parse
from overleg.domain.setup import Setup, new_series, read_party, read_person
from overleg.domain.timeline import Said
from overleg.store import shelf

FIRST, SECOND = date(2027, 1, 14), date(2027, 2, 11)
TODAY = date(2027, 2, 12)
PARTIES = tuple(map(read_party, ("GEM=Gemeente:municipality", "ZOR=ZorgOrg:care", "WIJ=Wij:residents")))


def at_eight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 20)


def a_desk(folders: Folders, title: str, day: date = FIRST, *, practice: bool = False) -> Desk:
    plan = Setup(
        title=title,
        date=day,
        series=new_series(title),
        parties=PARTIES,
        people=(read_person("GEM:Ruud Ketelaar", PARTIES),),
        practice=practice,
    )
    return found_session(folders, plan, lambda: at_eight(day))


def enter(desk: Desk, *lines: str) -> None:
    for line in lines:
        assert isinstance(desk.enter(line), Made), line


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    """Two meetings of one series, one of another, and a rehearsal."""
    folders = Folders.at(tmp_path)
    first = a_desk(folders, "Warnsveld")
    enter(
        first,
        "a GEM/Ruud: brief over de brink ^2027-02-01",
        "a ZOR: brief aan de bank !fin",
        "a ZOR: rooster brief",
        "v WIJ>ZOR: Scholing",
        "*A-003 klaar",
    )
    second = plan_next(first, folders, date=SECOND)
    second.clock = lambda: at_eight(SECOND)
    enter(second, "*A-001 bezig ^2027-03-01", "=V-001 ja: mits Oosterbank betaalt !fin", "n brief ontvangen")
    enter(a_desk(folders, "Zutphen"), "n een brief uit Zutphen")
    enter(a_desk(folders, "Oefenen", practice=True), "n een brief om te oefenen")
    return folders


Look = Callable[..., Results]


@pytest.fixture(params=["by reading", "by index"])
def look(folders: Folders, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Look:
    """The search, without an index and with one that is up to date."""
    monkeypatch.setattr(shelf, "WORTH_AN_INDEX", 1 if request.param == "by index" else 99)

    def looked(text: str, variant: Variant = Variant.OPEN, *, everywhere: bool = False) -> Results:
        query = parse(text, TODAY)
        for _ in range(2):
            results = search(folders, query, TODAY, variant=variant, everywhere=everywhere)
            assert results.unread == ()
        return results

    return looked


def places(results: Results) -> list[tuple[str, str, int]]:
    return [
        (each.hit.session.series.title, each.hit.entry.ref, each.hit.session.number) for each in results.found
    ]


class TestWhatIsFound:
    def test_stands_once_in_its_newest_meeting_the_newest_first(self, look: Look) -> None:
        assert places(look("brief")) == [
            ("Warnsveld", "A-001", 2),
            ("Warnsveld", "A-003", 2),
            ("Warnsveld", "N-001", 2),
            ("Zutphen", "N-001", 1),
        ]

    def test_knows_where_it_was_born(self, look: Look) -> None:
        (found,) = look("brink").found
        assert (found.born_on, found.born_number) == (FIRST, 1)

    def test_stands_in_earlier_meetings_too_where_that_is_asked(self, look: Look) -> None:
        assert places(look("brink", everywhere=True)) == [
            ("Warnsveld", "A-001", 2),
            ("Warnsveld", "A-001", 1),
        ]

    def test_is_as_the_newest_meeting_knows_it(self, look: Look) -> None:
        assert places(look("kind:actie is:open party:GEM")) == [("Warnsveld", "A-001", 2)]
        assert places(look("ref:A-003 is:open")) == []

    def test_can_be_of_one_series(self, look: Look) -> None:
        assert places(look("brief reeks:zutphen")) == [("Zutphen", "N-001", 1)]

    def test_is_never_a_rehearsal(self, look: Look) -> None:
        assert places(look("oefenen")) == []


class TestWhatIsConfidential:
    def test_is_not_found_by_its_words(self, look: Look) -> None:
        assert places(look("bank")) == []
        assert [ref for _, ref, _ in places(look("bank", Variant.CLOSED))] == ["A-002", "V-001"]

    @pytest.mark.parametrize("text", ["mits", "oosterbank", "!fin", "geld"])
    def test_is_not_found_by_an_answer_either(self, look: Look, text: str) -> None:
        assert places(look(text)) == []
        assert places(look(text, everywhere=True)) == []

    def test_is_found_by_its_number_kind_and_party_and_shows_no_word(self, look: Look) -> None:
        for text in ("ref:A-002", "kind:actie partij:ZOR ref:a2", "a-002"):
            (found,) = look(text).found
            assert (found.hit.entry.text, found.hit.snippet.text) == ("", "")
            assert found.hit.entry.source_line == ""

    def test_is_not_found_by_its_person_or_state(self, look: Look) -> None:
        assert "A-002" not in [ref for _, ref, _ in places(look("is:open"))]
        assert "A-002" in [ref for _, ref, _ in places(look("is:open", Variant.CLOSED))]

    def test_is_not_told_by_a_meeting_from_before_it_became_so(self, folders: Folders, look: Look) -> None:
        third = plan_next(desk_of(folders, "2027-02-11"), folders, date=date(2027, 3, 11))
        third.make(SetClass(ref="A-001", sensitivity=Sensitivity.FINANCE, at=at_eight(date(2027, 3, 11))))
        assert places(look("brink")) == []
        assert places(look("brink", everywhere=True)) == []
        for line in past_of(folders, look("ref:A-001 reeks:warnsveld").found):
            assert [each.events for each in line.chapters] == [(), ()]
        assert len(look("brink", Variant.CLOSED, everywhere=True).found) == 3

    def test_is_not_told_by_an_answer_that_became_so_and_was_replaced(
        self, folders: Folders, look: Look
    ) -> None:
        first = a_desk(folders, "Lochem")
        enter(first, "v WIJ>ZOR: Vervoer", "=V-001 bespreken: hangt van subsidie af")
        second = plan_next(first, folders, date=SECOND)
        second.clock = lambda: at_eight(SECOND)
        second.make(
            SetClass(ref="V-001", sensitivity=Sensitivity.FINANCE, of_answer=True, at=at_eight(SECOND))
        )
        enter(second, "=V-001 ja: geregeld")
        assert places(look("subsidie", everywhere=True)) == []
        (line,) = past_of(folders, look("ref:V-001 reeks:lochem").found)
        assert "subsidie" not in repr([each.events for each in line.chapters])
        assert "geregeld" in repr([each.events for each in line.chapters])


def desk_of(folders: Folders, name: str) -> Desk:
    return open_session(folders, name, lambda: at_eight(date(2027, 3, 11)))


class TestThePast:
    def test_is_told_from_the_meetings_of_its_series(self, folders: Folders, look: Look) -> None:
        (line,) = past_of(folders, look("brink").found)
        assert [(each.number, len(each.events)) for each in line.chapters] == [(1, 1), (2, 2)]
        assert isinstance(line.chapters[0].events[0], Said)

    def test_leaves_out_an_answer_that_is_confidential(self, folders: Folders, look: Look) -> None:
        (line,) = past_of(folders, look("ref:V-001").found)
        assert "Oosterbank" not in repr([each.events for each in line.chapters])
        (line,) = past_of(folders, look("ref:V-001").found, variant=Variant.CLOSED)
        assert "Oosterbank" in repr([each.events for each in line.chapters])


WORDS = (
    "brief",
    "rief",
    "zoe",
    "Zoë",
    "a-00",
    "na",
    "de b",
    "bank",
    "ORG",
    "-",
    "kind:actie",
    "is:open",
    "x",
)


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], database=None
)
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=3), st.sampled_from(Variant), st.booleans())
def test_an_index_changes_nothing(
    folders: Folders, words: list[str], variant: Variant, everywhere: bool
) -> None:
    query = parse(" ".join(words), TODAY)
    found = []
    for worth in (99, 1, 1):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(shelf, "WORTH_AN_INDEX", worth)
            found.append(search(folders, query, TODAY, variant=variant, everywhere=everywhere))
    assert found[0] == found[1] == found[2]


def test_a_meeting_without_a_day_keeps_its_place(tmp_path: Path) -> None:
    folders = Folders.at(tmp_path)
    desk = a_desk(folders, "Warnsveld")
    enter(desk, "a GEM: brief")
    plan_next(desk, folders)
    (found,) = search(folders, parse("brief", TODAY), TODAY).found
    assert (found.hit.session.number, found.hit.session.undated) == (2, True)
