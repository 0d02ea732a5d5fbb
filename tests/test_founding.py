"""A meeting that is planned, and how it takes its place in its series."""

from datetime import date, datetime
from pathlib import Path

import pytest
from msgspec.structs import replace as but

from overleg.desk.folders import Folders, list_sessions
from overleg.desk.founding import as_last_time, found, last_of_series, new_desk
from overleg.desk.workbench import Desk, open_session
from overleg.domain.choices import Language, SeatRole
from overleg.domain.describing import Describe
from overleg.domain.following import following
from overleg.domain.model import Party, Person, Session
from overleg.domain.setup import new_series
from overleg.domain.table_changes import PutParty, PutPerson
from overleg.errors import StoreError

NOW = datetime(2027, 1, 14, 19, 30)


def clock() -> datetime:
    return NOW


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    return Folders.at(tmp_path)


@pytest.fixture
def first(folders: Folders) -> Desk:
    """A first meeting of a series, with a party, a chair, and an action that was left open."""
    desk = new_desk(folders, clock, Language.NL)
    fields = {"title": "Een", "series": new_series("Tafel Zuid"), "place": "dorpshuis", "start": "19:30"}
    desk.make(Describe(at=NOW, fields=fields))
    desk.make(PutParty(at=NOW, party=Party(id="GEM", code="GEM", name="Gemeente")))
    desk.make(PutPerson(at=NOW, person=Person(id="", name="An", party="GEM", seat_role=SeatRole.CHAIR)))
    founded = found(folders, desk.session, clock)
    founded.enter("a GEM: bellen")
    return founded


def planned(folders: Folders, day: date = date(2027, 2, 11)) -> Desk:
    desk = new_desk(folders, clock, Language.NL, "tafel zuid")
    desk.make(Describe(at=NOW, fields={"title": "Twee", "date": day}))
    return desk


def taken_over(desk: Desk, folders: Folders) -> Session:
    last = last_of_series(folders, desk.session)
    assert last is not None
    desk.make(as_last_time(last, clock, desk.forms, desk.session))
    return desk.session


def test_nothing_is_written_until_it_is_founded(folders: Folders) -> None:
    desk = new_desk(folders, clock, Language.NL)
    desk.make(Describe(at=NOW, fields={"title": "Een"}))
    assert desk.session.title == "Een"
    assert not folders.sessions.exists()
    desk.undo()
    assert desk.session.title == ""


def test_a_founded_meeting_is_in_a_file_with_its_id(first: Desk, folders: Folders) -> None:
    assert first.session.id == first.path.stem == "2027-01-14-tafel-zuid"
    assert open_session(folders, first.session.id, clock).session == first.session


def test_the_table_of_last_time_is_taken_over(first: Desk, folders: Folders) -> None:
    session = taken_over(planned(folders), folders)
    assert [party.id for party in session.parties] == ["GEM"]
    assert (session.people[0].name, session.chair) == ("An", "an")
    assert (session.place, session.start, session.title) == ("dorpshuis", "19:30", "Twee")


def test_what_is_there_already_stays(first: Desk, folders: Folders) -> None:
    desk = planned(folders)
    desk.make(Describe(at=NOW, fields={"place": "school"}))
    desk.make(PutPerson(at=NOW, person=Person(id="", name="Bo", seat_role=SeatRole.CHAIR)))
    session = taken_over(desk, folders)
    assert (session.place, session.chair) == ("school", "bo")
    assert [each.seat_role for each in session.people] == [SeatRole.CHAIR, SeatRole.MEMBER]


def test_taking_over_is_undone_as_if_it_never_was(first: Desk, folders: Folders) -> None:
    desk = planned(folders)
    before = desk.session
    taken_over(desk, folders)
    desk.undo()
    assert but(desk.session, revision=0) == but(before, revision=0)


def test_what_was_left_open_comes_along(first: Desk, folders: Folders) -> None:
    desk = planned(folders)
    taken_over(desk, folders)
    second = found(folders, desk.session, clock)
    assert (second.session.number, [each.ref for each in second.session.entries]) == (2, ["A-001"])
    assert second.session.adopts is not None
    second.enter("a GEM: schrijven")
    assert second.session.entries[-1].ref == "A-002"


def test_one_that_takes_nothing_over_counts_on_all_the_same(first: Desk, folders: Folders) -> None:
    second = found(folders, planned(folders).session, clock)
    assert (second.session.number, second.session.entries, second.session.adopts) == (2, (), None)
    second.enter("actie: schrijven")
    assert second.session.entries[0].ref == "A-002"


def test_one_before_the_last_takes_no_open_matters(first: Desk, folders: Folders) -> None:
    desk = planned(folders, date(2027, 1, 1))
    taken_over(desk, folders)
    assert found(folders, desk.session, clock).session.entries == ()


def test_practice_is_a_series_of_its_own(first: Desk, folders: Folders) -> None:
    desk = planned(folders)
    desk.make(Describe(at=NOW, fields={"practice": True}))
    assert last_of_series(folders, desk.session) is None
    assert found(folders, desk.session, clock).session.number == 1


def test_a_damaged_last_meeting_keeps_nobody_from_planning(first: Desk, folders: Folders) -> None:
    text = first.path.read_text(encoding="utf-8")
    first.path.write_text(text.replace('"A-001"', '"A-001'), encoding="utf-8")
    desk = planned(folders)
    with pytest.raises(StoreError):
        last_of_series(folders, desk.session)
    assert found(folders, desk.session, clock).session.number in (1, 2)
    assert len(list_sessions(folders)) == 2


class TestFollowing:
    """Steps of a form, as the table and the language of the meeting change."""

    @pytest.fixture
    def before(self, folders: Folders) -> Session:
        return new_desk(folders, clock, Language.NL).session

    def after(self, folders: Folders, before: Session, **fields: object) -> Session:
        forms = new_desk(folders, clock, Language.NL).forms.values()
        after = but(before, **fields)
        for change in following(before, after, forms, NOW):
            after = change.made(after)
        return after

    def test_rounds_take_the_time_of_the_parties_there_are(self, folders: Folders, before: Session) -> None:
        parties = tuple(Party(id=code, code=code, name=code) for code in ("AAA", "BBB", "CCC"))
        after = self.after(folders, before, parties=parties)
        assert (before.agenda[0].planned_minutes, after.agenda[0].planned_minutes) == (8, 6)

    def test_a_time_that_somebody_set_stays(self, folders: Folders, before: Session) -> None:
        set_ = but(before, agenda=(but(before.agenda[0], planned_minutes=12), *before.agenda[1:]))
        parties = tuple(Party(id=code, code=code, name=code) for code in ("AAA", "BBB", "CCC"))
        assert self.after(folders, set_, parties=parties).agenda[0].planned_minutes == 12

    def test_titles_and_questions_follow_the_language(self, folders: Folders, before: Session) -> None:
        after = self.after(folders, before, language=Language.EN)
        assert (before.agenda[0].title, after.agenda[0].title) == ("Welkom en mandaat", "Welcome and mandate")
        assert after.agenda[0].prompt.startswith("Who are you here for")
