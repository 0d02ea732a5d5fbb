"""The invariants of a meeting: what a change does, and what it refuses in words."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from msgspec.structs import replace as but

from overleg.domain.agenda_changes import GoToItem
from overleg.domain.capture import Context, parse
from overleg.domain.changes import Change, apply
from overleg.domain.choices import (
    AttendanceStatus,
    EndorsementValue,
    ItemStatus,
    Kind,
    Language,
    LinkType,
    SessionStatus,
)
from overleg.domain.entry_changes import Endorse, SetState
from overleg.domain.meeting_changes import Close, Pause, Resume
from overleg.domain.model import Adoption, Attendance, Session
from overleg.errors import Refused
from tests.domain.conftest import NOW, Typed


def refused(session: Session, line: str) -> str:
    """The words with which a line is refused when its change is made."""
    change = parse(line, Context(session, NOW))
    assert isinstance(change, Change), change
    with pytest.raises(Refused) as caught:
        apply(session, change)
    return str(caught.value)


def last(session: Session) -> Any:
    return session.entries[-1]


class TestNumbers:
    def test_run_on_per_kind_in_the_letters_of_the_session(self, session: Session, typed: Typed) -> None:
        session = typed(session, "a GEM: een", "b *: besluit", "a GEM: twee")
        assert [entry.ref for entry in session.entries] == ["A-001", "B-001", "A-002"]

    def test_go_on_where_the_series_was(self, session: Session, typed: Typed) -> None:
        later = but(session, counters={Kind.ACTION: 999})
        assert last(typed(later, "a GEM: een")).ref == "A-1000"

    def test_are_never_given_twice_where_a_series_changed_its_language(
        self, session: Session, typed: Typed
    ) -> None:
        english = but(typed(session, "b *: Werkgroep"), language=Language.EN)
        assert last(typed(english, "b GEM: Rules")).ref == "B-002"

    def test_an_entry_knows_the_session_step_moment_and_line_it_came_from(
        self, session: Session, typed: Typed
    ) -> None:
        entry = last(typed(session, "/stap case", "n GEM: iets !v"))
        assert (entry.born_in, entry.item, entry.created_at) == (session.id, "case", NOW)
        assert entry.source_line == "n GEM: iets !v"


class TestExpectations:
    def test_a_new_answer_replaces_the_old_one_and_keeps_it(self, session: Session, typed: Typed) -> None:
        session = typed(session, "v WIJ>ZOR: Scholing", "=V-001 nee: geen geld !geld", "=V-001 ja: toch")
        entry = last(session)
        assert (entry.answer.value, entry.answer.text) == ("accept", "toch")
        old = entry.history[-1]
        assert (old.field, old.old, old.new, old.note) == ("answer", "decline", "accept", "geen geld")
        assert old.sensitivity == "finance"

    def test_rephrasing_replaces_the_vague_one(self, session: Session, typed: Typed) -> None:
        session = typed(session, "v WIJ>ZOR: Iets met zorg", "=V-001 vaag", "v WIJ>ZOR: Avondzorg ~V-001")
        old: Any = session.entry("V-001")
        assert (old.status, old.replaced_by) == ("replaced", "V-002")
        assert last(session).links[0].type is LinkType.REPLACES
        assert "no longer waits" in refused(session, "=V-001 ja")

    def test_only_what_is_addressed_can_be_answered(self, session: Session, typed: Typed) -> None:
        session = typed(session, "v WIJ: Scholing", "a GEM: Bellen")
        assert "of whom" in refused(session, "=V-001 ja")
        assert "cannot be answered" in refused(session, "=A-001 ja")

    def test_an_offer_is_accepted_or_declined(self, session: Session, typed: Typed) -> None:
        session = typed(session, "o WIJ>ZOR: Eettafel", "=O-001 ja")
        assert last(session).status == "accepted"
        assert refused(session, "=O-001 bespreken")
        assert "without a reservation" in refused(session, "=O-001 ja %raad ^2027-02-01")


class TestDecisions:
    def test_are_taken_when_every_core_party_present_agrees(self, session: Session, typed: Typed) -> None:
        session = typed(session, "b *: Werkgroep", "+B-001 GEM ZOR")
        assert last(session).status == "proposed"
        assert last(typed(session, "+B-001 WIJ")).status == "taken"

    def test_do_not_wait_for_who_is_absent(self, session: Session, typed: Typed) -> None:
        absent = but(
            session,
            attendance=(Attendance(person="hilde-oosterbaan", status=AttendanceStatus.EXCUSED),),
        )
        assert last(typed(absent, "b *: Werkgroep", "+B-001 GEM WIJ")).status == "taken"

    def test_are_not_taken_over_an_objection(self, session: Session, typed: Typed) -> None:
        session = typed(session, "b *: Werkgroep", "+B-001 *", "?B-001 ZOR: te vroeg")
        assert last(session).status == "proposed"
        objection = last(session).endorsements[-1]
        assert (objection.party, objection.value, objection.text) == (
            "ZOR",
            EndorsementValue.OBJECTION,
            "te vroeg",
        )
        assert last(typed(session, "+B-001 ZOR")).status == "taken"

    def test_are_under_reservation_until_it_is_confirmed(self, session: Session, typed: Typed) -> None:
        session = typed(session, "b *: Werkgroep", "+B-001 GEM WIJ", "+B-001 ZOR %raad ^2027-02-01")
        assert last(session).status == "taken_under_reservation"
        confirmed = last(typed(session, "*B-001 bevestigd"))
        assert confirmed.status == "taken"
        assert all(e.reservation is None or e.reservation.confirmed_at for e in confirmed.endorsements)

    def test_in_other_words_lose_every_consent_and_keep_it_in_the_history(
        self, session: Session, typed: Typed
    ) -> None:
        session = typed(session, "b *: Op 14 mei", "+B-001 *", "*B-001 aangepast: Op 24 mei")
        entry = last(session)
        assert (entry.text, entry.status, entry.endorsements) == ("Op 24 mei", "proposed", ())
        assert {line.by for line in entry.history if line.field == "endorsement"} == {"GEM", "ZOR", "WIJ"}
        assert [(line.field, line.old) for line in entry.history if line.field == "text"] == [
            ("text", "Op 14 mei")
        ]


class TestSupport:
    def test_puts_an_agreement_in_force_when_all_it_names_agree(self, session: Session, typed: Typed) -> None:
        session = typed(session, "f GEM+ZOR: [proces] Elkaar bellen", "+F-001 GEM")
        assert last(session).status == "draft"
        assert last(typed(session, "+F-001 ZOR")).status == "in_force"

    def test_under_reservation_can_be_confirmed(self, session: Session, typed: Typed) -> None:
        session = typed(session, "f GEM+ZOR: [proces] Elkaar bellen", "+F-001 GEM", "+F-001 ZOR %raad")
        confirmed = last(typed(session, "*F-001 bevestigd"))
        assert [each.reservation and each.reservation.confirmed_at for each in confirmed.endorsements] == [
            None,
            NOW,
        ]

    def test_recognises_a_bottleneck_and_confirms_a_role(self, session: Session, typed: Typed) -> None:
        session = typed(session, "k WIJ>ZOR: [wrijving3] Geen antwoord", "+K-001 ZOR", "r ZOR: Scholen")
        assert session.entries[0].status == "recognised"
        assert last(typed(session, "+R-001 ZOR")).status == "confirmed"
        assert last(typed(session, "?R-001 WIJ: liever niet")).status == "contested"

    def test_of_a_voiced_entry_is_recognition(self, session: Session, typed: Typed) -> None:
        session = typed(session, "n ZOR/WIJ: Wij zijn moe", "+N-001 WIJ")
        assert last(session).endorsements[0].value is EndorsementValue.RECOGNISED

    def test_of_one_party_counts_once(self, session: Session, typed: Typed) -> None:
        session = typed(session, "d *: Samen", "+D-001 GEM", "+D-001 GEM ZOR")
        assert [each.party for each in last(session).endorsements] == ["GEM", "ZOR"]

    def test_means_nothing_for_an_action(self, session: Session, typed: Typed) -> None:
        session = typed(session, "a GEM: Bellen")
        assert "do not endorse" in refused(session, "+A-001 *")
        assert "object" in refused(session, "?A-001 ZOR: nee")


class TestActions:
    def test_keep_the_old_date(self, session: Session, typed: Typed) -> None:
        session = typed(session, "a GEM: Bellen ^2027-02-01", "*A-001 bezig ^2027-03-01")
        entry = last(session)
        assert (entry.status, entry.due) == ("busy", date(2027, 3, 1))
        assert ("due", "2027-02-01") in [(line.field, line.old) for line in entry.history]

    def test_are_dropped_and_reopened_with_a_reason(self, session: Session, typed: Typed) -> None:
        session = typed(session, "a GEM: Bellen")
        assert "Say why" in refused(session, "*A-001 vervallen")
        session = typed(session, "*A-001 vervallen: te duur")
        assert "Say why" in refused(session, "*A-001 heropend")
        assert last(typed(session, "*A-001 heropend: toch geld")).status == "open"

    def test_change_only_along_their_states(self, session: Session, typed: Typed) -> None:
        session = typed(session, "a GEM: Bellen", "*A-001 klaar")
        assert "cannot become" in refused(session, "*A-001 bezig")
        assert "cannot become" in refused(session, "*A-001 vervallen: x")

    def test_have_no_responsible_party_when_said_for_all(self, session: Session, typed: Typed) -> None:
        from overleg.domain.gaps import missing

        assert missing(last(typed(session, "a *: Opruimen"))) == ("who", "when")


class TestWithdrawing:
    def test_keeps_an_entry_of_any_kind_visible(self, session: Session, typed: Typed) -> None:
        session = typed(session, "n GEM: iets", "*N-001 ingetrokken: verkeerd verstaan")
        assert last(session).withdrawn.reason == "verkeerd verstaan"
        assert "withdrawn already" in refused(session, "*N-001 ingetrokken")

    def test_can_be_taken_back_for_every_kind(self, session: Session, typed: Typed) -> None:
        session = typed(session, "n GEM: iets", "a GEM: Bellen")
        session = typed(session, "*N-001 ingetrokken", "*A-001 ingetrokken: dubbel")
        assert "is withdrawn" in refused(session, "*A-001 klaar")
        session = typed(session, "*N-001 heropend", "*A-001 heropend: toch wel")
        assert [entry.withdrawn for entry in session.entries] == [None, None]
        assert "not withdrawn" in refused(session, "*N-001 heropend")

    def test_takes_no_date(self, session: Session, typed: Typed) -> None:
        session = typed(session, "a GEM: Bellen")
        assert "takes no date" in refused(session, "*A-001 ingetrokken ^2027-02-01")

    def test_closes_it_for_answers(self, session: Session, typed: Typed) -> None:
        session = typed(session, "v WIJ>ZOR: Scholing", "*V-001 ingetrokken")
        assert "is withdrawn" in refused(session, "=V-001 ja")


class TestTheMeeting:
    def test_begins_with_its_first_item_and_keeps_time(self, session: Session, typed: Typed) -> None:
        session = typed(session, "/stap opening")
        assert (session.status, session.started_at) == (SessionStatus.LIVE, NOW)
        session = typed(session, "/stap case", now=NOW + timedelta(minutes=7))
        opening = session.agenda[0]
        assert (opening.status, opening.elapsed_s) == (ItemStatus.DONE, 420)
        assert session.active_item == session.agenda[1]

    def test_does_not_count_a_break(self, session: Session, typed: Typed) -> None:
        session = typed(session, "/stap opening")
        session = apply(session, Pause(at=NOW + timedelta(minutes=5)))
        assert session.status is SessionStatus.PAUSED
        session = apply(session, Resume(at=NOW + timedelta(minutes=20)))
        session = apply(session, Close(at=NOW + timedelta(minutes=21)))
        assert (session.agenda[0].elapsed_s, session.status) == (360, SessionStatus.CLOSED)

    def test_survives_a_clock_that_is_set_back(self, session: Session, typed: Typed) -> None:
        session = typed(session, "/stap opening", "/stap case", now=NOW)
        session = apply(session, GoToItem(at=NOW - timedelta(hours=1), item="opening"))
        assert [item.elapsed_s for item in session.agenda] == [0, 0]

    def test_that_is_closed_takes_nothing_more(self, session: Session, typed: Typed) -> None:
        assert "closed" in refused(typed(session, "/sluit"), "a GEM: nog iets")

    def test_turns_end_when_another_gets_the_floor(self, session: Session, typed: Typed) -> None:
        session = typed(session, "/stap opening", "/beurt WIJ")
        session = typed(session, "/beurt volgende", now=NOW + timedelta(seconds=90))
        assert [(turn.party, turn.seconds) for turn in session.turns] == [("WIJ", 90), ("GEM", None)]

    def test_the_next_one_is_not_before_this_one(self, session: Session) -> None:
        assert "cannot be before" in refused(session, "/volgende 2026-12-01")

    def test_adopts_the_minutes_of_last_time_after_the_corrections(
        self, session: Session, typed: Typed
    ) -> None:
        assert "first meeting" in refused(session, "/verslag vaststellen")
        second = but(session, adopts=Adoption(session="2026-12-01-warnsveld"))
        second = typed(second, "/verslag wijzig WIJ: punt 2 'nee' -> 'ja'", "/verslag vaststellen")
        assert second.adopts is not None
        assert (second.adopts.corrections[0].new, second.adopts.at) == ("ja", NOW)
        assert "adopted already" in refused(second, "/verslag wijzig WIJ: te laat")


class TestApply:
    def test_counts_revisions(self, session: Session, typed: Typed) -> None:
        assert typed(session, "n een", "n twee").revision == session.revision + 2

    def test_answers_the_same_session_where_nothing_changes(self, session: Session, typed: Typed) -> None:
        session = typed(session, "/stap opening")
        assert typed(session, "/stap opening") is session

    def test_never_changes_the_session_it_is_given(self, session: Session, typed: Typed) -> None:
        before = but(session)
        typed(session, "a GEM: Bellen", "*A-001 klaar", "/stap case")
        assert session == before

    @pytest.mark.parametrize(
        "change",
        [
            SetState(at=datetime(2027, 1, 1), ref="A-009", state="done"),
            Endorse(at=datetime(2027, 1, 1), ref="A-009", parties=("GEM",)),
            GoToItem(at=datetime(2027, 1, 1), item="nergens"),
        ],
    )
    def test_refuses_what_points_at_nothing(self, session: Session, change: Change) -> None:
        with pytest.raises(Refused):
            apply(session, change)
