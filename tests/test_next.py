"""Planning the next meeting of a series, on real files."""

from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from overleg.desk.example import open_example
from overleg.desk.folders import Folders, list_sessions, read_sessions
from overleg.desk.next_meeting import plan_next
from overleg.desk.workbench import Desk, Made, found_session, open_session
from overleg.domain.actions import action_rows
from overleg.domain.choices import SessionStatus
from overleg.domain.model import Action, Session
from overleg.domain.review import carried, untouched
from overleg.domain.setup import Setup, new_series, read_party
from overleg.errors import Refused, StoreError

EVENING = datetime(2027, 1, 14, 21, 10)


class Clock:
    """A clock that a test sets."""

    def __init__(self) -> None:
        self.now = EVENING

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    return Folders.at(tmp_path)


@pytest.fixture
def first(folders: Folders, clock: Clock) -> Desk:
    """The example meeting, of which the next day is set and which is not closed yet."""
    return open_session(folders, open_example(folders).session.id, clock)


@pytest.fixture
def plain(folders: Folders, clock: Clock) -> Desk:
    """A meeting of which no next day is set."""
    parties = tuple(map(read_party, ("GEM=Gemeente:municipality", "ZOR=ZorgOrg:care")))
    plan = Setup(title="Tafel", date=date(2027, 1, 14), series=new_series("Tafel"), parties=parties)
    return found_session(folders, plan, clock)


def type_lines(desk: Desk, *lines: str) -> None:
    for line in lines:
        done = desk.enter(line)
        assert isinstance(done, Made), done


def entry(session: Session, ref: str) -> Any:
    found = session.entry(ref)
    assert found is not None
    return found


def on_disk(desk: Desk, folders: Folders) -> Any:
    return open_session(folders, str(desk.path), desk.clock).session


class TestPlanning:
    def test_makes_one_file_and_leaves_the_closed_one_byte_for_byte(
        self, first: Desk, folders: Folders
    ) -> None:
        type_lines(first, "/sluit")
        before = first.path.read_bytes()
        planned = plan_next(first, folders)
        assert first.path.read_bytes() == before
        assert planned.path.name == "2027-02-11-warnsveld-houdt-zorg.json"
        assert on_disk(planned, folders) == planned.session
        session = planned.session
        assert (session.date, session.start, session.place) == (date(2027, 2, 11), "19:30", "dorpshuis")
        assert (session.number, session.undated, session.status) == (2, False, SessionStatus.PLANNED)

    def test_opens_with_what_the_example_leaves_open(self, first: Desk, folders: Folders) -> None:
        type_lines(first, "/sluit")
        session = plan_next(first, folders).session
        assert [each.entry.ref for each in carried(session).waiting] == [
            *("A-002", "A-003", "A-001"),
            *("T-001", "T-003", "T-002"),
            *("V-001", "V-004"),
            "P-001",
        ]
        refs = {each.ref for each in session.entries}
        assert {"D-004", "R-001", "G-001", "O-001", "F-001"} <= refs
        assert not {"B-001", "N-001", "V-003", "S-001"} & refs
        assert all(session.entry(ref) == first.session.entry(ref) for ref in refs)

    def test_never_makes_a_second_one(self, first: Desk, folders: Folders) -> None:
        made = plan_next(first, folders)
        type_lines(first, "a ZOR: nog iets", "/sluit")
        again = plan_next(first, folders)
        assert again.path == made.path
        assert again.session.entry("A-004") is not None
        assert len(list_sessions(folders)) == 2

    def test_writes_nothing_where_nothing_changed(self, first: Desk, folders: Folders) -> None:
        made = plan_next(first, folders)
        before = made.path.read_bytes()
        assert plan_next(first, folders).session == made.session
        assert made.path.read_bytes() == before

    def test_keeps_what_was_recorded_ahead_by_another_program(self, first: Desk, folders: Folders) -> None:
        made = plan_next(first, folders)
        type_lines(open_session(folders, made.session.id, first.clock), "p WIJ: ook nog", "*A-001 klaar")
        type_lines(first, "p ZOR: intussen", "/sluit")
        session = plan_next(first, folders).session
        assert {ref: entry(session, ref).text for ref in ("P-002", "P-003")} == {
            "P-002": "intussen",
            "P-003": "ook nog",
        }
        assert entry(session, "A-001").status == "done"

    def test_takes_up_a_meeting_that_was_planned_by_itself(self, plain: Desk, folders: Folders) -> None:
        type_lines(plain, "a GEM: bellen")
        own = found_session(
            folders,
            Setup(title="Tweede", date=date(2027, 2, 4), series=new_series("Tafel")),
            plain.clock,
        )
        planned = plan_next(plain, folders)
        assert planned.path == own.path
        session = planned.session
        assert (session.title, session.date, session.undated) == ("Tweede", date(2027, 2, 4), False)
        assert [each.ref for each in session.entries] == ["A-001"]
        assert [party.code for party in session.parties] == ["GEM", "ZOR"]

    def test_is_refused_where_a_later_meeting_was_held(self, plain: Desk, folders: Folders) -> None:
        second = plan_next(plain, folders)
        type_lines(second, "/hervat")
        with pytest.raises(Refused, match="held already"):
            plan_next(plain, folders)

    def test_keeps_rehearsals_apart(self, plain: Desk, folders: Folders) -> None:
        rehearsal = found_session(
            folders,
            Setup(title="Oefening", date=date(2027, 1, 20), series=new_series("Tafel"), practice=True),
            plain.clock,
        )
        planned = plan_next(rehearsal, folders)
        assert planned.session.practice
        assert plan_next(plain, folders).path not in (rehearsal.path, planned.path)

    def test_says_what_is_wrong_with_a_planned_file_and_leaves_it(
        self, plain: Desk, folders: Folders
    ) -> None:
        planned = plan_next(plain, folders)
        text = planned.path.read_text(encoding="utf-8").replace('"code":"ZOR"', '"code":"GEM"')
        planned.path.write_text(text, encoding="utf-8")
        with pytest.raises(StoreError):
            plan_next(plain, folders)
        assert planned.path.read_text(encoding="utf-8") == text


class TestTheDay:
    def test_is_a_guess_that_says_so_where_none_was_set(self, plain: Desk, folders: Folders) -> None:
        session = plan_next(plain, folders).session
        assert (session.date, session.undated) == (date(2027, 2, 11), True)

    @pytest.mark.parametrize("line", ["/hervat", "/stap review"])
    def test_of_a_guess_is_the_day_it_is_held(
        self, plain: Desk, folders: Folders, clock: Clock, line: str
    ) -> None:
        second = plan_next(plain, folders)
        clock.now = datetime(2027, 2, 18, 19, 30)
        type_lines(second, line)
        assert (second.session.date, second.session.undated) == (date(2027, 2, 18), False)
        second.undo()
        assert (second.session.date, second.session.undated) == (date(2027, 2, 11), True)

    def test_that_is_set_takes_the_place_of_a_guess(self, plain: Desk, folders: Folders) -> None:
        made = plan_next(plain, folders)
        type_lines(plain, "/volgende 4-3-2027 20:00")
        session = plan_next(plain, folders).session
        assert session.id == made.session.id
        assert (session.date, session.start, session.undated) == (date(2027, 3, 4), "20:00", False)

    def test_can_be_asked_for(self, first: Desk, folders: Folders) -> None:
        plan_next(first, folders)
        session = plan_next(first, folders, date=date(2027, 2, 18), start="20:00").session
        assert (session.date, session.start) == (date(2027, 2, 18), "20:00")
        again = plan_next(first, folders).session
        assert (again.date, again.start) == (date(2027, 2, 18), "20:00")

    def test_before_this_meeting_is_refused_and_nothing_is_made(self, first: Desk, folders: Folders) -> None:
        with pytest.raises(Refused, match="before this one"):
            plan_next(first, folders, date=date(2027, 1, 1))
        assert len(list_sessions(folders)) == 1


class TestThreeMeetings:
    @pytest.fixture
    def third(self, first: Desk, folders: Folders, clock: Clock) -> Desk:
        """Five actions and more of the example in every state, through a second meeting to a third."""
        type_lines(first, "a WIJ: folder maken @Kees ^2027-01-25", "a GEM: zaal huren @Ruud", "/sluit")
        second = plan_next(first, folders)
        clock.now = datetime(2027, 2, 11, 19, 40)
        type_lines(
            second,
            "/hervat",
            "*A-001 bezig ^2027-03-10",
            "*A-002 klaar",
            "*A-004 vervallen: niemand las hem",
            "*A-005 bezig",
            "*T-001 bevestigd",
            "=V-001 ja: de planning is rond",
            "/sluit",
        )
        clock.now = datetime(2027, 2, 11, 21, 15)
        planned = plan_next(second, folders)
        clock.now = datetime(2027, 3, 11, 19, 40)
        return open_session(folders, planned.session.id, clock)

    def test_the_second_leaves_every_action_as_it_stood(self, third: Desk) -> None:
        session = third.session
        states = {e.ref: (e.status, e.carried) for e in session.entries if isinstance(e, Action)}
        assert states == {
            "A-001": ("busy", 1),
            "A-002": ("done", 0),
            "A-003": ("open", 0),
            "A-004": ("dropped", 0),
            "A-005": ("busy", 1),
        }
        walk = carried(session)
        assert [each.entry.ref for each in walk.done_before] == ["A-002", "A-004"]
        assert [each.entry.ref for each in walk.waiting] == [
            *("A-003", "A-001", "A-005"),
            *("T-003", "T-002", "T-001"),
            *("V-004", "P-001"),
        ]

    def test_what_nobody_touched_is_known(self, third: Desk) -> None:
        type_lines(third, "*A-001 klaar", "*A-003 bezig ^2027-04-01")
        assert [each.ref for each in untouched(third.session)][:2] == ["A-005", "T-003"]

    def test_a_list_of_actions_has_each_of_them_once_as_it_stands_now(
        self, third: Desk, folders: Folders
    ) -> None:
        type_lines(third, "*A-001 klaar")
        sessions, unread = read_sessions(folders)
        rows = {row.ref: row for row in action_rows(sessions, date(2027, 3, 11))}
        assert (len(sessions), unread) == (3, [])
        assert {ref: row.status for ref, row in rows.items()} == {
            "A-001": "done",
            "A-002": "done",
            "A-003": "open",
            "A-004": "dropped",
            "A-005": "busy",
        }
        assert {row.session for row in rows.values()} == {third.session.id}
        assert (rows["A-003"].overdue_days, rows["A-003"].born_on) == (30, date(2027, 1, 14))

    def test_the_meetings_before_are_as_they_were_on_the_day(self, third: Desk, folders: Folders) -> None:
        sessions, _ = read_sessions(folders)
        first, second, _third = sorted(sessions, key=lambda each: each.number)
        assert [entry(each, "A-001").status for each in (first, second)] == ["open", "busy"]
        assert {first.status, second.status} == {SessionStatus.CLOSED}
        assert third.session.adopts
        assert third.session.adopts.session == second.id
