"""What the rules know of guests, absence, confidence and the shoes of another."""

from datetime import timedelta

import pytest
from msgspec.structs import replace as but

from overleg.domain.checks import Level, Moment
from overleg.domain.checks.meeting import Meeting
from overleg.domain.choices import AttendanceStatus, Base, PartyKind, Seat
from overleg.domain.forms import MeetingForm, Order, agenda_of
from overleg.domain.model import Attendance, Party, Person, Session, Task
from tests.domain.checks.cases import with_fields, with_rounds, with_turns
from tests.domain.checks.conftest import found, said
from tests.domain.conftest import NOW, Typed


def with_guest(session: Session) -> Session:
    """The municipality sits here as a guest."""
    parties = tuple(but(each, seat=Seat.GUEST) if each.id == "GEM" else each for each in session.parties)
    return but(session, parties=parties)


class TestAGuest:
    def test_is_not_needed_for_a_shared_goal(self, session: Session, typed: Typed) -> None:
        session = typed(with_guest(session), "/stap dream", "d *: een", "+D-001 ZOR WIJ")
        assert found(session, "no_shared_goal") == ()

    def test_has_no_goal_to_name(self, session: Session, typed: Typed) -> None:
        session = typed(with_guest(session), "/stap dream", "d ZOR: een")
        assert {each.parties for each in found(session, "goal_missing")} == {("WIJ",)}

    def test_is_asked_for_a_commitment_more_softly(self, session: Session, typed: Typed) -> None:
        for table, level in ((session, Level.WARN), (with_guest(session), Level.HINT)):
            (finding,) = found(typed(table, "/stap commitment"), "municipality_no_commitment")
            assert finding.level is level


class TestPresence:
    @pytest.mark.parametrize("status", AttendanceStatus)
    def test_is_what_the_session_says_it_is(self, session: Session, status: AttendanceStatus) -> None:
        people = (*session.people, Person(id="bep", name="Bep", party="WIJ"), Person(id="x", name="X"))
        away = (Attendance(person="ruud-ketelaar", status=status), Attendance(person="bep", status=status))
        session = but(session, people=people, attendance=away)
        present = Meeting(session, NOW, Moment.LIVE).present
        assert present == tuple(each.id for each in session.parties if session.is_present(each.id))

    def test_is_needed_to_be_missed(self, session: Session, typed: Typed) -> None:
        session = typed(session, "/afwezig Ruud", "/stap dream", "d ZOR: een")
        assert {each.parties for each in found(session, "goal_missing")} == {("WIJ",)}

    def test_is_not_needed_to_be_bound_by_a_decision(self, session: Session, typed: Typed) -> None:
        session = typed(session, "/afwezig Ruud", "b *: Werkgroep")
        assert said(session, "absent_party_affected") == ["Gemeente is not here, yet B-001 concerns it."]


class TestConfidence:
    def test_keeps_the_name_of_a_task(self, session: Session, typed: Typed) -> None:
        session = typed(session, "v ZOR>GEM: Zekerheid &huurgarantie !fin")
        (finding,) = found(session, "task_gap")
        assert str(finding.message) == "The task of V-001 is mentioned, but nobody does it."
        assert (finding.refs, finding.subject) == (("V-001",), "huurgarantie")

    def test_does_not_keep_a_name_that_was_said_in_the_open_too(self, session: Session, typed: Typed) -> None:
        session = typed(session, "v ZOR>GEM: Zekerheid &huur !fin", "g WIJ: Niet duurder &huur")
        assert said(session, "task_gap") == ["Task “huur” is mentioned, but nobody does it."]

    def test_keeps_the_name_of_a_task_that_two_claim(self, session: Session, typed: Typed) -> None:
        session = typed(session, "r GEM: een &sloop=A !v", "r ZOR: twee &sloop=A !v")
        assert said(session, "role_overlap") == [
            "Gemeente and ZorgOrg say they are accountable for the same task."
        ]

    def test_keeps_a_group_an_abbreviation_and_a_body(self, session: Session, typed: Typed) -> None:
        session = typed(
            session,
            *("d GEM: een #dak !v", "d ZOR: twee #dak !v", "j GEM: drie #straat", "n ZOR: via de BIBOB !v"),
            *("t GEM: 4 huizen %notaris !fin", "a GEM: Bellen @Ruud !fin", "/afwezig Ruud"),
        )
        assert found(session, "group_overlap") == found(session, "jargon") == ()
        assert "dak has no activity yet." not in said(session, "group_no_activity")
        assert said(session, "reservation_open") == ["Reservation on T-001 is still open."]
        assert said(session, "owner_absent") == ["The owner of action A-001 is not here. Who passes it on?"]

    def test_of_an_answer_counts_for_a_document(self, session: Session, typed: Typed) -> None:
        session = typed(session, "v ZOR>GEM: Zekerheid", "=V-001 ja: als de boete vervalt !fin")
        (finding,) = found(session, "sensitive_export", moment=Moment.EXPORT_CLOSED)
        assert str(finding.message) == "One sensitive item will be put in this document."
        assert finding.refs == ("V-001",)


class TestTheShoesOfAnother:
    def test_hold_no_goals_or_expectations_of_ones_own(self, session: Session, typed: Typed) -> None:
        session = typed(session, "/stap perspective", "d GEM/ZOR: een", "d ZOR: twee", "d WIJ: drie")
        assert {each.parties for each in found(session, "goal_missing")} == {("GEM",)}

    def test_can_name_a_task_as_well(self, session: Session, typed: Typed) -> None:
        (finding,) = found(typed(session, "n GEM/ZOR: wij doen alles &vervoer"), "task_gap")
        assert str(finding.message) == "Task “vervoer” is mentioned, but nobody does it."
        assert finding.refs == ("N-001",)


class TestARound:
    def test_misses_nobody_before_it_begins(self, session: Session, typed: Typed) -> None:
        assert found(typed(session, "/stap dream"), "party_silent") == ()

    def test_of_which_the_form_says_who_starts_does_not_count(self, session: Session) -> None:
        free, meant = (
            with_rounds("WIJ", "WIJ", "WIJ"),
            with_rounds("WIJ", "WIJ", "WIJ", order=Order.RESIDENTS_FIRST),
        )
        assert found(free(session), "same_opener")
        assert not found(meant(session), "same_opener")


class TestSpeakingTime:
    def test_says_nothing_under_ten_minutes(self, session: Session) -> None:
        assert found(with_turns(ZOR=540, GEM=40, WIJ=19)(session), "talk_share") == ()
        assert found(with_turns(ZOR=540, GEM=40, WIJ=20)(session), "talk_share")

    def test_counts_the_running_turn_in_whole_minutes(self, session: Session, typed: Typed) -> None:
        session = typed(with_turns(ZOR=600, GEM=300, WIJ=300)(session), "/beurt ZOR")
        shares = {said(session, "talk_share", NOW + timedelta(seconds=60 * 5 + n))[0] for n in range(60)}
        assert shares == {"ZorgOrg had 60% of the speaking time; an even share is 33%."}


class TestNames:
    @pytest.mark.parametrize(
        "text",
        [
            *("Meneer Jansen belt elke dag", "mw. van der Berg wacht al weken", "dhr Pietersen"),
            *("BSN 123456782 staat fout", "Zij is geboren op 3 mei 1941", "3-5-1941 in het dossier"),
        ],
    )
    def test_of_others_are_seen(self, session: Session, typed: Typed, text: str) -> None:
        assert len(found(typed(session, f"n ZOR: {text}"), "person_data")) == 1

    @pytest.mark.parametrize(
        "text",
        [
            *("Meneer Ketelaar belt", "Het beheer van het gebouw", "soms komt er niemand"),
            *("Bel 0612345678", "410.000.000 euro", "Heer en meester", "de heer des huizes"),
        ],
    )
    def test_that_are_none_or_of_participants_are_not(
        self, session: Session, typed: Typed, text: str
    ) -> None:
        assert found(typed(session, f"n ZOR: {text}"), "person_data") == ()

    def test_in_an_answer_are_seen_too(self, session: Session, typed: Typed) -> None:
        session = typed(session, "v ZOR>GEM: Hulp", "=V-001 ja: voor mevrouw De Bruin")
        assert found(session, "person_data")[0].refs == ("V-001",)


class TestAnAbbreviation:
    def test_is_asked_about_once(self, session: Session, typed: Typed) -> None:
        session = typed(session, "n ZOR: via de POH", "n GEM: de POH weer")
        assert [each.refs for each in found(session, "jargon")] == [("N-001",)]

    @pytest.mark.parametrize("text", ["met GEM en WIJ", "LET OP DE TIJD", "lokaal AB-12", "A-001", "Ik"])
    def test_is_not_seen_in_codes_numbers_and_shouting(
        self, session: Session, typed: Typed, text: str
    ) -> None:
        assert found(typed(session, f"n ZOR: {text}"), "jargon") == ()


class TestLinks:
    def test_count_whichever_was_said_first(self, session: Session, typed: Typed) -> None:
        session = typed(session, "a GEM: Voorstel", "b *: Werkgroep ~A-001")
        assert found(session, "decision_no_action") == ()

    def test_with_what_was_withdrawn_do_not_count(self, session: Session, typed: Typed) -> None:
        session = typed(session, "b *: Werkgroep", "a GEM: Voorstel ~B-001", "*A-001 ingetrokken")
        assert len(found(session, "decision_no_action")) == 1


def test_a_task_marked_connect_makes_a_connector(session: Session, typed: Typed) -> None:
    task = Task(slug="netwerk", title="netwerk", nature="connect")
    session = typed(with_fields(tasks=(task,))(session), "r GEM: Het netwerk dragen &netwerk=A")
    assert found(session, "connector_only")


def test_a_third_party_that_claims_a_task_is_one_of_all(session: Session, typed: Typed) -> None:
    session = typed(session, *(f"r {code}: een &vervoer=A" for code in ("GEM", "ZOR", "WIJ")))
    assert said(session, "role_overlap") == [
        "Task “vervoer”: Gemeente, ZorgOrg and Vereniging WijWarnsveld all say they are accountable."
    ]


def test_what_the_system_gives_is_asked_from_the_step_for_commitments_on(
    session: Session, typed: Typed, forms: dict[str, MeetingForm]
) -> None:
    agenda = agenda_of(forms["first_meeting"], session.parties, session.language)
    early = typed(with_fields(agenda=agenda)(session), "/stap worth", "v ZOR>WIJ: Avondrondes")
    assert found(early, "system_gives_nothing", moment=Moment.LIVE) == ()
    assert found(early, "system_gives_nothing", moment=Moment.ASKED)
    assert found(typed(early, "/stap commitment"), "system_gives_nothing", moment=Moment.LIVE)


def test_two_parties_may_both_be_the_municipality(session: Session, typed: Typed) -> None:
    other = Party(id="GM2", code="GM2", name="Lochem", kind=PartyKind.MUNICIPALITY, base=Base.SYSTEM)
    session = typed(but(session, parties=(*session.parties, other)), "/stap commitment", "t GEM: 12 uur")
    assert [each.parties for each in found(session, "municipality_no_commitment")] == [("GM2",)]
