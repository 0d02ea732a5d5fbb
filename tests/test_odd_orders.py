"""Between two meetings things happen in any order: no promise is lost, none comes twice."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from overleg.desk.discarding import discard
from overleg.desk.folders import Folders, read_sessions
from overleg.desk.next_meeting import plan_next
from overleg.desk.reminding import make_drafts
from overleg.desk.workbench import Desk, Made, found_session, open_session
from overleg.domain.actions import action_rows
from overleg.domain.choices import Sensitivity
from overleg.domain.editing import SetClass
from overleg.domain.model import Party, Person
from overleg.domain.review import carried
from overleg.domain.review_changes import HandOver, MoveDate
from overleg.domain.setup import Setup, new_series, read_party
from overleg.domain.table_changes import DropPerson, PutParty, PutPerson

SECRET = "GEHEIM"


class Ticking:
    """A clock that goes on a minute each time somebody looks."""

    def __init__(self) -> None:
        self.now = datetime(2027, 1, 14, 19, 31)

    def __call__(self) -> datetime:
        self.now += timedelta(minutes=1)
        return self.now


@pytest.fixture
def clock() -> Ticking:
    return Ticking()


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    return Folders.at(tmp_path)


@pytest.fixture
def first(folders: Folders, clock: Ticking) -> Desk:
    """A meeting that runs, in which one thing was agreed."""
    parties = tuple(map(read_party, ("GEM=Gemeente:municipality", "ZOR=ZorgOrg:care")))
    plan = Setup(title="Tafel", date=date(2027, 1, 14), series=new_series("Tafel"), parties=parties)
    desk = found_session(folders, plan, clock)
    say(desk, "/hervat", "a GEM: bellen")
    return desk


@pytest.fixture
def listed(folders: Folders) -> Callable[[], list[tuple[str, str, str]]]:
    """Every action as a list over all meetings has it now: ref, text and state."""

    def rows() -> list[tuple[str, str, str]]:
        sessions, unread = read_sessions(folders)
        assert unread == []
        return [(row.ref, row.text, row.status) for row in action_rows(sessions, date(2027, 1, 14))]

    return rows


Listed = Callable[[], list[tuple[str, str, str]]]


def say(desk: Desk, *lines: str) -> None:
    for line in lines:
        done = desk.enter(line)
        assert isinstance(done, Made), done


def test_what_is_done_after_the_next_was_planned_is_done_everywhere(
    first: Desk, folders: Folders, listed: Listed
) -> None:
    plan_next(first, folders)
    say(first, "*A-001 klaar")
    assert listed() == [("A-001", "bellen", "done")]
    say(first, "/sluit")
    walk = carried(plan_next(first, folders).session)
    assert ([each.entry.ref for each in walk.waiting], len(walk.done_before)) == ([], 1)


def test_what_is_taken_back_after_the_next_was_planned_is_nowhere(
    first: Desk, folders: Folders, listed: Listed
) -> None:
    plan_next(first, folders)
    first.undo()
    assert listed() == []
    say(first, "a ZOR: iets anders")
    assert listed() == [("A-001", "iets anders", "open")]
    say(first, "/sluit")
    session = plan_next(first, folders).session
    assert [each.text for each in session.entries] == ["iets anders"]


def test_a_number_that_was_given_back_belongs_to_the_new_promise(
    first: Desk, folders: Folders, listed: Listed
) -> None:
    second = plan_next(first, folders)
    say(second, "*A-001 klaar")
    first.undo()
    say(first, "a ZOR: iets anders", "/sluit")
    assert listed() == [("A-001", "iets anders", "open")]
    assert [(each.text, each.status) for each in plan_next(first, folders).session.entries] == [
        ("iets anders", "open")
    ]


def test_both_give_the_same_number_and_nothing_is_hidden(
    first: Desk, folders: Folders, listed: Listed
) -> None:
    second = plan_next(first, folders)
    say(second, "a ZOR: in de tweede")
    say(first, "a GEM: in de eerste")
    assert [text for _, text, _ in listed()] == ["bellen", "in de eerste", "in de tweede"]
    say(first, "/sluit")
    plan_next(first, folders)
    assert [(ref, text) for ref, text, _ in listed()] == [
        ("A-001", "bellen"),
        ("A-002", "in de eerste"),
        ("A-003", "in de tweede"),
    ]


def test_also_where_the_next_one_has_begun(first: Desk, folders: Folders, listed: Listed) -> None:
    second = plan_next(first, folders)
    say(second, "/hervat", "a ZOR: in de tweede")
    say(first, "a GEM: te laat in de eerste", "/sluit")
    assert [text for _, text, _ in listed()] == ["bellen", "te laat in de eerste", "in de tweede"]


@pytest.mark.parametrize(
    ("in_first", "in_second", "state"),
    [("*A-001 klaar", "*A-001 bezig", "done"), ("*A-001 bezig", "*A-001 klaar", "busy")],
)
def test_of_two_meetings_that_touch_it_the_last_holds(
    first: Desk, folders: Folders, listed: Listed, in_first: str, in_second: str, state: str
) -> None:
    second = plan_next(first, folders)
    say(second, in_second)
    say(first, in_first)
    assert listed() == [("A-001", "bellen", state)]
    say(first, "/sluit")
    assert listed() == [("A-001", "bellen", state)]
    entry = plan_next(first, folders).session.entry("A-001")
    assert entry is not None
    assert (entry.status, len(entry.history)) == (state, 2)
    again = plan_next(first, folders).session.entry("A-001")
    assert again == entry


def test_each_keeps_what_only_it_has_changed(first: Desk, folders: Folders, clock: Ticking) -> None:
    second = plan_next(first, folders)
    police = Party(id="POL", code="POL", name="Politie")
    second.make(PutParty(at=clock(), party=police))
    second.make(HandOver(at=clock(), ref="A-001", party="POL"))
    first.make(MoveDate(at=clock(), ref="A-001", due=date(2027, 2, 1)))
    say(first, "/sluit")
    entry = plan_next(first, folders).session.entry("A-001")
    assert entry is not None
    assert (entry.parties, getattr(entry, "due", None)) == (("POL",), date(2027, 2, 1))


def test_what_became_confidential_meanwhile_stays_so(
    first: Desk, folders: Folders, clock: Ticking, tmp_path: Path
) -> None:
    say(first, f"a ZOR: {SECRET}")
    second = plan_next(first, folders)
    say(second, "*A-002 bezig")
    first.make(SetClass(at=clock(), ref="A-002", sensitivity=Sensitivity.FINANCE))
    for _ in range(2):
        drafts = make_drafts(folders, date(2027, 2, 1), output=tmp_path / "post")
        assert all(SECRET.encode() not in path.read_bytes() for path in drafts.made)
        if first.session.ended_at is None:
            say(first, "/sluit")
            plan_next(first, folders)
    entry = open_session(folders, str(second.path), clock).session.entry("A-002")
    assert entry is not None
    assert entry.sensitivity is Sensitivity.FINANCE


def test_a_meeting_that_runs_again_and_is_closed_again_has_one_next(
    first: Desk, folders: Folders, listed: Listed
) -> None:
    say(first, "/sluit")
    planned = plan_next(first, folders)
    first.undo()
    say(first, "*A-001 ingetrokken: vergissing", "a ZOR: mailen", "/sluit")
    again = plan_next(first, folders)
    assert again.path == planned.path
    assert listed() == [("A-002", "mailen", "open")]


def test_whoever_got_something_to_do_after_the_next_was_planned_is_at_its_table(
    first: Desk, folders: Folders, clock: Ticking
) -> None:
    plan_next(first, folders)
    first.make(PutPerson(at=clock(), person=Person(id="", name="Wim Bos", party="GEM")))
    say(first, "a GEM: lopen @Wim", "/sluit")
    second = plan_next(first, folders)
    assert [each.name for each in second.session.people] == ["Wim Bos"]
    second.make(DropPerson(at=clock(), person="wim-bos"))
    assert plan_next(first, folders).session.people == ()


def test_one_that_was_thrown_away_is_made_again(first: Desk, folders: Folders, listed: Listed) -> None:
    say(first, "/sluit")
    discard(folders, plan_next(first, folders).path)
    assert listed() == [("A-001", "bellen", "open")]
    plan_next(first, folders)
    assert listed() == [("A-001", "bellen", "open")]


def test_parties_that_both_seated_are_one(first: Desk, folders: Folders, clock: Ticking) -> None:
    second = plan_next(first, folders)
    for desk in (second, first):
        desk.make(PutParty(at=clock(), party=Party(id="POL", code="POL", name="Politie")))
        say(desk, f"a POL: van {desk.session.number}")
    say(first, "/sluit")
    session = plan_next(first, folders).session
    assert [party.code for party in session.parties] == ["GEM", "ZOR", "POL"]
    assert sorted(each.text for each in session.entries) == ["bellen", "van 1", "van 2"]
