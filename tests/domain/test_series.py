"""From one meeting to the next: what goes along, under which number, and in what order it is reviewed."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import pytest
from msgspec.structs import replace as but

from overleg.domain.choices import ItemStatus, Kind, Language, Mode, SessionStatus
from overleg.domain.forms import MeetingForm, agenda_of
from overleg.domain.integrity import faults
from overleg.domain.model import NextSession, Session, Silenced
from overleg.domain.review import carried, untouched
from overleg.domain.series import next_date, next_session, opened_with
from overleg.domain.setup import read_party
from overleg.errors import Refused
from tests.domain.conftest import Typed

SECOND = date(2027, 2, 11)
AT_SECOND = datetime(2027, 2, 11, 19, 40)
Following = Callable[..., Session]


@pytest.fixture
def following(forms: dict[str, MeetingForm]) -> Following:
    """The next meeting of a session, four weeks on unless told."""

    def follow(session: Session, day: date = SECOND, **more: Any) -> Session:
        id = f"{day}-warnsveld"
        planned = next_session(session, id=id, when=NextSession(date=day), known_forms=forms.values(), **more)
        assert list(faults(planned)) == []
        return planned

    return follow


def refs(session: Session) -> list[str]:
    return [entry.ref for entry in session.entries]


def entry(session: Session, ref: str) -> Any:
    found = session.entry(ref)
    assert found is not None
    return found


def waiting(session: Session, today: date | None = None) -> list[str]:
    return [each.entry.ref for each in carried(session, today).waiting]


class TestTheTable:
    def test_is_laid_as_it_was(self, session: Session, typed: Typed, following: Following) -> None:
        session = typed(session, "n GEM: iets #senioren &vervoer", "/aanwezig Ruud", "/beurt GEM")
        session = but(
            session,
            chair="ruud-ketelaar",
            secretary="hilde-oosterbaan",
            words={"Wmo": "Wet"},
            silenced=(Silenced(id="s1", check="party_silent"),),
        )
        after = following(session)
        for kept in ("series", "parties", "people", "chair", "secretary", "tasks", "target_groups", "words"):
            assert getattr(after, kept) == getattr(session, kept), kept
        assert (after.number, after.status, after.language) == (2, SessionStatus.PLANNED, Language.NL)
        assert (after.attendance, after.turns, after.silenced, after.started_at) == ((), (), (), None)

    def test_knows_whose_minutes_it_adopts(self, session: Session, following: Following) -> None:
        adopts = following(session).adopts
        assert adopts is not None
        assert (adopts.session, adopts.held_on, adopts.at) == (session.id, session.date, None)

    def test_of_a_rehearsal_is_that_of_a_rehearsal(self, session: Session, following: Following) -> None:
        assert following(but(session, practice=True)).practice

    def test_is_not_laid_before_this_meeting(self, session: Session, following: Following) -> None:
        with pytest.raises(Refused):
            following(session, date(2027, 1, 13))

    def test_without_a_day_stands_four_weeks_on_and_says_that_it_is_a_guess(self, session: Session) -> None:
        session = but(session, start="19:30", place="dorpshuis")
        when, is_guess = next_date(session, session.date)
        assert (when, is_guess) == (NextSession(date=SECOND, start="19:30", place="dorpshuis"), True)

    def test_is_never_guessed_to_be_in_the_past(self, session: Session) -> None:
        when, _ = next_date(session, date(2027, 6, 1))
        assert when.date == date(2027, 6, 29)

    def test_stands_at_the_day_that_was_set(self, session: Session, typed: Typed) -> None:
        when, is_guess = next_date(typed(session, "/volgende 18-2 20:00"), session.date)
        assert (when.date, when.start, is_guess) == (date(2027, 2, 18), "20:00", False)


class TestTheAgenda:
    def test_begins_with_the_review(self, session: Session, following: Following) -> None:
        assert [item.mode for item in following(session).agenda] == [Mode.REVIEW]

    def test_is_that_of_the_form_that_is_given(
        self, session: Session, following: Following, forms: dict[str, MeetingForm]
    ) -> None:
        after = following(session, form=forms["neighbourhood_contract"])
        assert after.form == "neighbourhood_contract"
        steps = [step.key for step in forms["neighbourhood_contract"].steps]
        assert [item.step for item in after.agenda] == ["review", *steps]

    def test_of_a_form_with_a_review_step_is_repeated(
        self, session: Session, following: Following, forms: dict[str, MeetingForm]
    ) -> None:
        form = forms["housing_care_programme"]
        agenda = agenda_of(form, session.parties, Language.NL)
        done = tuple(but(item, status=ItemStatus.DONE, elapsed_s=60) for item in agenda)
        after = following(but(session, form=form.key, agenda=done))
        assert (after.form, after.agenda) == (form.key, agenda)

    def test_of_a_form_for_once_is_not_repeated(
        self, session: Session, following: Following, typed: Typed, forms: dict[str, MeetingForm]
    ) -> None:
        form = forms["first_meeting"]
        session = but(session, form=form.key, agenda=agenda_of(form, session.parties, Language.NL))
        session = typed(session, *(f"/stap {n}" for n in range(1, 10)), "/sluit")
        after = following(session)
        assert (after.form, [item.id for item in after.agenda]) == ("", ["review"])

    def test_takes_up_what_was_not_reached(
        self, session: Session, following: Following, typed: Typed, forms: dict[str, MeetingForm]
    ) -> None:
        agenda = agenda_of(forms["first_meeting"], session.parties, Language.NL)
        session = typed(but(session, agenda=agenda), *(f"/stap {n}" for n in range(1, 9)))
        assert [item.id for item in following(session).agenda] == ["review"]
        assert [item.id for item in following(typed(session, "/sluit")).agenda] == ["review", "debrief"]


class TestEntries:
    def test_that_are_open_go_along_whole(self, session: Session, following: Following, typed: Typed) -> None:
        session = typed(session, "a GEM: Bellen @Ruud ^2027-02-01", "*A-001 bezig: nog niet ^2027-02-08")
        assert entry(following(session), "A-001") == entry(session, "A-001")
        assert entry(following(session), "A-001").born_in == session.id

    def test_count_on_from_the_last_number(
        self, session: Session, following: Following, typed: Typed
    ) -> None:
        session = typed(session, "a GEM: een", "a GEM: twee", "*A-002 ingetrokken")
        after = typed(following(session), "a GEM: drie", now=AT_SECOND)
        assert refs(after) == ["A-001", "A-003"]

    @pytest.mark.parametrize(
        ("lines", "goes"),
        [
            (("a GEM: x",), True),
            (("a GEM: x", "*A-001 bezig"), True),
            (("a GEM: x", "*A-001 ingetrokken"), False),
            (("t GEM: x %college",), True),
            (("v WIJ>ZOR: x",), True),
            (("v WIJ>ZOR: x", "=V-001 bespreken"), True),
            (("v WIJ>ZOR: x", "=V-001 ja"), False),
            (("v WIJ>ZOR: x", "=V-001 nee"), False),
            (("f *: x ^2027-02-01",), True),
            (("f *: x ^2027-12-01",), True),
            (("e GEM: x ^2027-12-01",), True),
            (("p WIJ: x",), True),
            (("n WIJ: x",), False),
            (("b *: x",), True),
            (("b *: x", "+B-001 GEM ZOR WIJ"), False),
            (("d WIJ: x",), True),
            (("g WIJ: x",), True),
        ],
    )
    def test_go_along_while_they_are_not_settled(
        self, session: Session, following: Following, typed: Typed, lines: tuple[str, ...], goes: bool
    ) -> None:
        assert bool(refs(following(typed(session, *lines)))) is goes

    def test_that_wait_for_a_later_day_come_up_when_it_has_come(
        self, session: Session, following: Following, typed: Typed
    ) -> None:
        second = following(typed(session, "f *: x ^2027-03-01", "e GEM: y ^2027-03-01"))
        third = following(second, date(2027, 3, 11))
        assert (waiting(second), waiting(third)) == ([], ["E-001", "F-001"])

    def test_that_were_settled_are_shown_once_more_and_then_leave(
        self, session: Session, following: Following, typed: Typed
    ) -> None:
        second = following(typed(session, "a GEM: x", "a GEM: y", "*A-002 vervallen: te duur"))
        assert [each.entry.ref for each in carried(second).done_before] == ["A-002"]
        second = typed(second, "*A-001 klaar", now=AT_SECOND)
        assert [each.entry.ref for each in carried(second).done] == ["A-001"]
        third = following(second, date(2027, 3, 11))
        assert [each.entry.ref for each in carried(third).done_before] == ["A-001"]
        assert refs(following(third, date(2027, 4, 8))) == []


class TestCarriedCount:
    def test_is_of_the_reviews_that_touched_an_action_and_left_it_open(
        self, session: Session, following: Following, typed: Typed
    ) -> None:
        second = following(typed(session, "a GEM: x", "a ZOR: y", "*A-001 bezig"))
        assert [entry(second, ref).carried for ref in ("A-001", "A-002")] == [0, 0]
        second = typed(second, "*A-001 bezig ^2027-03-01", now=AT_SECOND)
        third = following(second, date(2027, 3, 11))
        assert [entry(third, ref).carried for ref in ("A-001", "A-002")] == [1, 0]

    def test_makes_the_third_carry_over_one_too_many(
        self, session: Session, following: Following, typed: Typed
    ) -> None:
        meeting = following(typed(session, "a GEM: x"))
        often = [carried(meeting).waiting[0].comes_too_often]
        for month in (3, 4):
            day = date(2027, month, 11)
            meeting = typed(meeting, f"*A-001 bezig ^2027-{month:02}-20", now=AT_SECOND)
            meeting = following(meeting, day)
            often.append(carried(meeting).waiting[0].comes_too_often)
        assert often == [False, False, True]

    def test_does_not_rise_when_the_next_meeting_is_brought_up_to_date_again(
        self, session: Session, following: Following, typed: Typed
    ) -> None:
        second = typed(following(typed(session, "a GEM: x")), "*A-001 bezig", now=AT_SECOND)
        third = following(second, date(2027, 3, 11))
        assert opened_with(third, second) == third


class TestAMeetingThatIsPlannedAlready:
    def test_keeps_what_was_done_in_it(self, session: Session, following: Following, typed: Typed) -> None:
        session = typed(session, "a GEM: x", "a ZOR: y")
        planned = typed(following(session), "*A-001 klaar: per mail", "p WIJ: kopen?", now=AT_SECOND)
        after = opened_with(planned, typed(session, "*A-001 bezig", "*A-002 klaar"))
        assert [(each.ref, each.status) for each in after.entries] == [
            ("A-001", "done"),
            ("A-002", "done"),
            ("P-001", "open"),
        ]
        assert [line.new for line in entry(after, "A-001").history] == ["busy", "done"]

    def test_keeps_what_its_own_entries_point_at(
        self, session: Session, following: Following, typed: Typed
    ) -> None:
        session = typed(session, "d WIJ: Samen ouder worden")
        planned = typed(following(session), "n ZOR: daarover ~D-001", now=AT_SECOND)
        after = opened_with(planned, typed(session, "*D-001 bereikt"))
        assert entry(after, entry(after, "N-001").links[0].ref).status == "reached"

    def test_keeps_what_parties_said_in_both(
        self, session: Session, following: Following, typed: Typed
    ) -> None:
        session = typed(session, "b *: Werkgroep")
        planned = typed(following(session), "+B-001 GEM", now=AT_SECOND)
        after = opened_with(planned, typed(session, "+B-001 ZOR"))
        assert {each.party for each in entry(after, "B-001").endorsements} == {"GEM", "ZOR"}

    def test_gives_way_with_its_numbers_and_the_links_to_them(
        self, session: Session, following: Following, typed: Typed
    ) -> None:
        session = typed(session, "v WIJ>ZOR: vaag")
        ahead = ("=V-001 vaag", "v WIJ>ZOR: scherp ~V-001", "n ZOR: zie ~V-002")
        planned = typed(following(session), *ahead, now=AT_SECOND)
        after = opened_with(planned, typed(session, "v GEM>ZOR: intussen"))
        assert list(faults(after)) == []
        assert {each.ref: each.text for each in after.entries if each.kind is Kind.EXPECTATION} == {
            "V-001": "vaag",
            "V-002": "intussen",
            "V-003": "scherp",
        }
        assert entry(after, "V-001").replaced_by == "V-003"
        assert entry(after, "N-001").links[0].ref == "V-003"
        assert after.counters[Kind.EXPECTATION] == 3

    def test_in_another_language_gives_way_where_letters_are_the_same(
        self, session: Session, following: Following, typed: Typed
    ) -> None:
        english = typed(but(following(session), language=Language.EN), "b GEM: Rules", now=AT_SECOND)
        after = opened_with(english, typed(session, "b *: Werkgroep"))
        assert list(faults(after)) == []
        assert refs(after) == ["B-001", "B-002"]

    def test_gets_the_parties_that_entries_name_under_a_code_that_is_free(
        self, session: Session, following: Following, typed: Typed
    ) -> None:
        other = but(read_party("WIJ=Wijkteam:welfare"), id="wijkteam")
        planned = but(following(session), parties=(other,), people=(), adopts=None)
        after = opened_with(planned, typed(session, "a WIJ: x"))
        assert list(faults(after)) == []
        assert [party.code for party in after.parties] == ["WIJ", "GEM", "ZOR", "WIJ2"]

    def test_does_not_get_back_who_was_taken_off_its_list(
        self, session: Session, following: Following
    ) -> None:
        planned = but(following(session), people=())
        assert opened_with(planned, session).people == ()

    def test_keeps_the_adoption_that_has_begun(
        self, session: Session, following: Following, typed: Typed
    ) -> None:
        planned = typed(following(session), "/verslag vaststellen", now=AT_SECOND)
        assert opened_with(planned, session) == planned


class TestTheWalk:
    def test_goes_in_the_order_of_the_review(
        self, session: Session, following: Following, typed: Typed
    ) -> None:
        first = typed(
            session,
            "p WIJ: ooit",
            "p WIJ: nu ^2027-02-11",
            "p WIJ: later ^2027-09-01",
            "f *: terugkijken ^2027-02-01",
            "e GEM: proef ^2027-02-01",
            "v WIJ>ZOR: praten",
            "=V-001 bespreken",
            "v WIJ>ZOR: stil",
            "t GEM: uren ^2027-02-01",
            "t ZOR: zaal %bestuur ^2027-03-01",
            "a GEM: zonder dag",
            "a GEM: straks ^2027-03-01",
            "a GEM: te laat ^2027-02-01",
            "a GEM: veel te laat ^2027-01-20",
            "n GEM: geen deel van de wandeling",
        )
        walk = carried(following(first))
        assert walk.minutes is not None
        assert [each.entry.ref for each in walk.waiting] == [
            *("A-004", "A-003", "A-002", "A-001"),
            *("T-002", "T-001"),
            *("V-002", "V-001"),
            *("E-001", "F-001", "P-002", "P-001"),
        ]
        assert [each.overdue_days for each in walk.waiting[:3]] == [22, 10, 0]

    def test_stands_still_while_dates_are_moved(
        self, session: Session, following: Following, typed: Typed
    ) -> None:
        second = following(typed(session, "a GEM: x ^2027-01-20", "a GEM: y ^2027-02-01", "a GEM: z"))
        before = waiting(second)
        second = typed(second, "*A-001 bezig ^2027-05-01", "*A-003 bezig ^2027-01-25", now=AT_SECOND)
        assert waiting(second) == before == ["A-001", "A-002", "A-003"]

    def test_sees_what_is_overdue_from_today(
        self, session: Session, following: Following, typed: Typed
    ) -> None:
        second = following(typed(session, "a GEM: x ^2027-02-01"))
        assert [each.overdue_days for each in carried(second, date(2027, 1, 20)).waiting] == [0]

    def test_leaves_out_what_was_said_at_this_meeting(
        self, session: Session, following: Following, typed: Typed
    ) -> None:
        assert waiting(typed(following(session), "a GEM: nieuw", now=AT_SECOND)) == []

    def test_knows_what_was_touched_and_what_was_not(
        self, session: Session, following: Following, typed: Typed
    ) -> None:
        second = following(typed(session, "a GEM: x", "v WIJ>ZOR: y", "p WIJ: z", "*A-001 bezig"))
        second = typed(second, "=V-001 bespreken: volgende keer", now=AT_SECOND)
        assert [each.ref for each in untouched(second)] == ["A-001", "P-001"]
        assert waiting(second) == ["A-001", "V-001", "P-001"]

    def test_shows_the_days_an_entry_was_due_before(
        self, session: Session, following: Following, typed: Typed
    ) -> None:
        first = typed(session, "a GEM: x ^2027-01-20", "*A-001 bezig ^2027-01-28")
        second = typed(following(first), "*A-001 bezig ^2027-03-01", now=AT_SECOND)
        assert carried(second).waiting[0].old_dates == (date(2027, 1, 20), date(2027, 1, 28))
