"""Putting right what was recorded: fields, kind and class of an entry, and what the history keeps of it."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from msgspec.structs import replace as but

from overleg.domain.changes import Change, apply
from overleg.domain.changing_kind import ChangeKind
from overleg.domain.choices import Kind, LinkType, Sensitivity
from overleg.domain.editing import EditEntry, SetClass
from overleg.domain.entry_changes import Endorse, Retract
from overleg.domain.history import Step, taken_back
from overleg.domain.integrity import faults
from overleg.domain.kinds import KINDS
from overleg.domain.model import Link, Session, TargetGroup, Task
from overleg.errors import Refused
from tests.domain.conftest import NOW, Typed


def edit(session: Session, ref: str, **values: Any) -> Session:
    return apply(session, EditEntry(at=NOW, ref=ref, values=values))


def become(session: Session, ref: str, kind: Kind, **values: Any) -> Session:
    return apply(session, ChangeKind(at=NOW, ref=ref, kind=kind, values=values))


def entry(session: Session, ref: str) -> Any:
    return session.entry(ref)


def refused(session: Session, change: Change) -> str:
    with pytest.raises(Refused) as caught:
        apply(session, change)
    return str(caught.value)


def told(session: Session, ref: str) -> list[tuple[str, str, str]]:
    return [(line.field, line.old, line.new) for line in entry(session, ref).history]


class TestFields:
    def test_each_that_changes_is_kept_as_it_was(self, session: Session, typed: Typed) -> None:
        session = typed(session, "a GEM: Bellen ^2027-02-01")
        after = edit(
            session,
            "A-001",
            text="Terugbellen",
            due=date(2027, 3, 1),
            person="ruud-ketelaar",
            parties=("GEM", "ZOR"),
        )
        assert told(after, "A-001") == [
            ("text", "Bellen", "Terugbellen"),
            ("due", "2027-02-01", "2027-03-01"),
            ("person", "", "ruud-ketelaar"),
            ("parties", "GEM", "GEM ZOR"),
        ]
        assert entry(after, "A-001").parties == ("GEM", "ZOR")

    def test_that_stay_the_same_change_nothing(self, session: Session, typed: Typed) -> None:
        session = typed(session, "a GEM: Bellen")
        assert edit(session, "A-001", text="Bellen", due=None) is session

    def test_that_are_not_named_stay_as_somebody_else_made_them(self, session: Session, typed: Typed) -> None:
        session = typed(session, "a GEM: Bellen")
        mine = EditEntry(at=NOW, ref="A-001", values={"due": date(2027, 3, 1)})
        after = apply(edit(session, "A-001", text="Iemand anders schreef dit"), mine)
        assert (entry(after, "A-001").text, entry(after, "A-001").due) == (
            "Iemand anders schreef dit",
            date(2027, 3, 1),
        )

    def test_said_for_all_are_one_line_of_history(self, session: Session, typed: Typed) -> None:
        session = typed(session, "n GEM: iets")
        after = edit(session, "N-001", parties=("GEM", "ZOR", "WIJ"), for_all=True)
        assert told(after, "N-001") == [("parties", "GEM", "*")]

    def test_bring_new_tasks_and_groups_along(self, session: Session, typed: Typed) -> None:
        session = typed(session, "n GEM: iets")
        change = EditEntry(
            at=NOW,
            ref="N-001",
            values={"task": "achterwacht", "target_groups": ("ouderen",)},
            tasks=(Task(slug="achterwacht", title="Achterwacht"),),
            groups=(TargetGroup(slug="ouderen", title="Ouderen"),),
        )
        after = apply(session, change)
        assert after.task("achterwacht") is not None
        assert after.group("ouderen") is not None
        assert [task.slug for task in apply(after, replace(change, values={"task": None})).tasks] == [
            "achterwacht"
        ]

    def test_of_a_link_get_its_meaning_and_known_ones_keep_theirs(
        self, session: Session, typed: Typed
    ) -> None:
        session = typed(session, "d *: Samen", "k ZOR: Geen geld", "a GEM: Bellen ~D-001")
        kept = entry(session, "A-001").links[0]
        after = edit(session, "A-001", links=(kept, Link(ref="K-001")))
        assert [(link.ref, link.type) for link in entry(after, "A-001").links] == [
            ("D-001", LinkType.SERVES),
            ("K-001", LinkType.SOLVES),
        ]

    def test_of_the_speaker_say_who_asks(self, session: Session, typed: Typed) -> None:
        session = typed(session, "v WIJ>ZOR: Scholing")
        after = edit(session, "V-001", parties=("GEM",))
        assert (entry(after, "V-001").from_party, told(after, "V-001")) == (
            "GEM",
            [("parties", "WIJ", "GEM")],
        )
        assert "to itself" in refused(session, EditEntry(at=NOW, ref="V-001", values={"parties": ("ZOR",)}))

    @pytest.mark.parametrize(
        ("values", "words"),
        [
            ({"text": "  "}, "says nothing"),
            ({"parties": ("XXX",)}, "no party XXX"),
            ({"voiced_party": "XXX"}, "no party XXX"),
            ({"person": "piet"}, "not on the list of people"),
            ({"links": (Link(ref="A-009"),)}, "no A-009"),
            ({"links": (Link(ref="A-001"),)}, "linked to itself"),
        ],
    )
    def test_that_point_at_nothing_are_refused(
        self, session: Session, typed: Typed, values: dict[str, Any], words: str
    ) -> None:
        session = typed(session, "a GEM: Bellen")
        assert words in refused(session, EditEntry(at=NOW, ref="A-001", values=values))

    def test_of_an_earlier_meeting_are_refused_in_words(self, session: Session, typed: Typed) -> None:
        later = but(typed(session, "a GEM: Bellen"), id="2027-02-11-warnsveld")
        assert "earlier meeting" in refused(later, EditEntry(at=NOW, ref="A-001", values={"text": "x"}))
        assert "earlier meeting" in refused(later, ChangeKind(at=NOW, ref="A-001", kind=Kind.NOTE))

    def test_of_what_is_withdrawn_are_refused(self, session: Session, typed: Typed) -> None:
        session = typed(session, "n GEM: iets", "*N-001 ingetrokken")
        assert "is withdrawn" in refused(session, EditEntry(at=NOW, ref="N-001", values={"text": "x"}))

    def test_are_taken_back_by_undo(self, session: Session, typed: Typed) -> None:
        session = typed(session, "a GEM: Bellen")
        change = EditEntry(
            at=NOW, ref="A-001", values={"task": "bel"}, tasks=(Task(slug="bel", title="Bel"),)
        )
        after = apply(session, change)
        back = taken_back(after, Step(change, session, after), NOW)
        assert (back.entries, back.tasks) == (session.entries, ())


class TestOtherWords:
    def test_make_a_proposal_one_that_nobody_spoke_about(self, session: Session, typed: Typed) -> None:
        session = typed(session, "b *: Op 14 mei", "+B-001 *")
        after = edit(session, "B-001", text="Op 24 mei")
        assert (entry(after, "B-001").status, entry(after, "B-001").endorsements) == ("proposed", ())
        assert {line.by for line in entry(after, "B-001").history if line.field == "endorsement"} == {
            "GEM",
            "ZOR",
            "WIJ",
        }

    def test_leave_a_decision_alone_when_only_its_date_changes(self, session: Session, typed: Typed) -> None:
        session = typed(session, "b *: Op 14 mei", "+B-001 *")
        after = edit(session, "B-001", review_on=date(2027, 6, 1))
        assert (entry(after, "B-001").status, len(entry(after, "B-001").endorsements)) == ("taken", 3)

    def test_do_not_take_back_what_is_running(self, session: Session, typed: Typed) -> None:
        session = typed(session, "j GEM: Soepfeits", "+J-001 GEM", "*J-001 loopt")
        after = edit(session, "J-001", text="Soepfiets")
        assert (entry(after, "J-001").status, len(entry(after, "J-001").endorsements)) == ("running", 1)

    def test_of_an_agreement_for_one_party_more_wait_for_it(self, session: Session, typed: Typed) -> None:
        session = typed(session, "f GEM+ZOR: Elkaar bellen", "+F-001 GEM ZOR")
        after = edit(session, "F-001", parties=("GEM", "ZOR", "WIJ"))
        assert entry(after, "F-001").status == "draft"

    def test_addressed_to_another_wait_for_its_answer(self, session: Session, typed: Typed) -> None:
        session = typed(session, "v WIJ>ZOR: Scholing", "=V-001 nee: geen geld !fin")
        after = edit(session, "V-001", to_party="GEM")
        assert (entry(after, "V-001").answer, entry(after, "V-001").status) == (None, "stated")
        old = entry(after, "V-001").history[-1]
        assert (old.old, old.note, old.sensitivity) == ("decline", "geen geld", Sensitivity.FINANCE)


class TestTheClass:
    def test_goes_up_and_down(self, session: Session, typed: Typed) -> None:
        session = typed(session, "n ZOR: tekort")
        up = apply(session, SetClass(at=NOW, ref="N-001", sensitivity=Sensitivity.FINANCE))
        assert entry(up, "N-001").sensitivity is Sensitivity.FINANCE
        down = apply(up, SetClass(at=NOW, ref="N-001", sensitivity=Sensitivity.NONE))
        assert told(down, "N-001") == [("sensitivity", "none", "finance"), ("sensitivity", "finance", "none")]
        assert apply(down, SetClass(at=NOW, ref="N-001", sensitivity=Sensitivity.NONE)) is down

    def test_of_an_answer_is_its_own(self, session: Session, typed: Typed) -> None:
        session = typed(session, "v WIJ>ZOR: Scholing")
        change = SetClass(at=NOW, ref="V-001", sensitivity=Sensitivity.OTHER, of_answer=True)
        assert "no answer" in refused(session, change)
        after = apply(typed(session, "=V-001 nee: geen geld"), change)
        assert (entry(after, "V-001").sensitivity, entry(after, "V-001").answer.sensitivity) == (
            Sensitivity.NONE,
            Sensitivity.OTHER,
        )

    def test_that_covered_old_words_goes_on_covering_them(self, session: Session, typed: Typed) -> None:
        session = typed(session, "n ZOR: tekort van 410.000 !fin")
        session = typed(session, "*N-001 aangepast: tekort van 420.000")
        after = edit(session, "N-001", text="er is een tekort", sensitivity=Sensitivity.NONE)
        assert [line.sensitivity for line in entry(after, "N-001").history] == [Sensitivity.FINANCE] * 3

    def test_may_be_changed_at_a_later_meeting(self, session: Session, typed: Typed) -> None:
        later = but(typed(session, "n ZOR: tekort"), id="2027-02-11-warnsveld")
        after = apply(later, SetClass(at=NOW, ref="N-001", sensitivity=Sensitivity.FINANCE))
        assert entry(after, "N-001").sensitivity is Sensitivity.FINANCE


class TestAnotherKind:
    def test_takes_the_next_number_and_what_both_have(self, session: Session, typed: Typed) -> None:
        session = typed(
            session, "a GEM: Bellen", "n ZOR: Teruggebeld worden @Hilde #ouderen &bel=R !fin ~A-001"
        )
        after = become(session, "N-001", Kind.ACTION, due=date(2027, 2, 1))
        old, new = session.entries[-1], entry(after, "A-002")
        for name in "text parties person target_groups task rasci sensitivity links source_line".split():
            assert getattr(new, name) == getattr(old, name), name
        assert (new.status, new.due, new.born_in) == ("open", date(2027, 2, 1), session.id)
        assert told(after, "A-002") == [("kind", "note", "action"), ("due", "", "2027-02-01")]

    def test_gives_the_last_number_back_where_nothing_is_lost(self, session: Session, typed: Typed) -> None:
        session = typed(session, "n een", "n twee")
        after = become(session, "N-002", Kind.ACTION)
        assert [each.ref for each in after.entries] == ["N-001", "A-001"]
        assert typed(after, "n drie").entries[-1].ref == "N-002"
        assert list(faults(after)) == []

    @pytest.mark.parametrize(
        "lines",
        [
            ("n een", "n twee"),
            ("n een", "a GEM: Bellen ~N-001"),
            ("n een", "*N-001 ingetrokken", "*N-001 heropend"),
            ("n [vraag] een",),
        ],
        ids=["numbered after", "linked to", "with a history", "with a field of its own"],
    )
    def test_leaves_the_old_one_withdrawn_else(
        self, session: Session, typed: Typed, lines: tuple[str, ...]
    ) -> None:
        session = typed(session, *lines)
        after = become(session, "N-001", Kind.PARKED)
        assert entry(after, "N-001").withdrawn.reason == "gaat verder als P-001"
        assert (entry(after, "P-001").links[-1].ref, entry(after, "P-001").links[-1].type) == (
            "N-001",
            LinkType.REPLACES,
        )
        assert list(faults(after)) == []

    def test_keeps_the_date_under_its_own_name(self, session: Session, typed: Typed) -> None:
        session = typed(session, "a GEM: Bellen ^2027-02-01")
        assert entry(become(session, "A-001", Kind.AGREEMENT), "F-001").review_on == date(2027, 2, 1)

    def test_keeps_who_is_asked_or_spoken_about(self, session: Session, typed: Typed) -> None:
        session = typed(session, "v WIJ>ZOR: Scholing", "k WIJ>ZOR: Geen antwoord")
        assert entry(become(session, "V-001", Kind.STRENGTH), "S-001").about_party == "ZOR"
        offer = entry(become(session, "K-001", Kind.OFFER), "O-001")
        assert (offer.from_party, offer.to_party) == ("WIJ", "ZOR")

    def test_takes_over_no_field_that_only_has_the_same_name(self, session: Session, typed: Typed) -> None:
        session = edit(typed(session, "n [aanname] Er komt geld"), "N-001", outcome="klopte niet")
        assert entry(become(session, "N-001", Kind.EXPERIMENT), "E-001").outcome is None

    @pytest.mark.parametrize("kind", list(Kind))
    def test_is_possible_from_and_to_every_kind(self, session: Session, typed: Typed, kind: Kind) -> None:
        letter = KINDS[kind].letters.nl
        session = typed(session, f"{letter} WIJ: iets", "k WIJ>ZOR: [geld3] Duur")
        for other in Kind:
            after = become(session, session.entries[0].ref, other)
            assert list(faults(after)) == []
            if other is not kind:
                assert any(each.kind is other and each.text == "iets" for each in after.entries)
        after = become(session, session.entries[1].ref, kind)
        assert list(faults(after)) == []

    @pytest.mark.parametrize("lines", [("n een", "n twee", "a GEM: drie"), ("n een", "a ZOR: twee")])
    def test_is_taken_back_by_undo(self, session: Session, typed: Typed, lines: tuple[str, ...]) -> None:
        session = typed(session, *lines)
        change = ChangeKind(at=NOW, ref="N-001", kind=Kind.ACTION)
        after = apply(session, change)
        step = Step(change, session, after)
        assert step.new_refs == (after.entries[-1].ref,)
        back = taken_back(after, step, NOW)
        assert (back.entries, back.counters) == (session.entries, {**session.counters})
        assert list(faults(back)) == []

    def test_that_it_has_already_changes_nothing(self, session: Session, typed: Typed) -> None:
        session = typed(session, "n een")
        assert become(session, "N-001", Kind.NOTE) is session


class TestTakingAStanceBack:
    def test_makes_a_party_silent_and_keeps_what_it_said(self, session: Session, typed: Typed) -> None:
        session = typed(session, "b *: Werkgroep", "+B-001 *")
        after = apply(session, Retract(at=NOW, ref="B-001", parties=("ZOR",)))
        assert (
            [each.party for each in entry(after, "B-001").endorsements],
            entry(after, "B-001").status,
        ) == (
            ["GEM", "WIJ"],
            "proposed",
        )
        assert ("endorsement", "yes", "") in told(after, "B-001")

    def test_that_was_never_taken_changes_nothing(self, session: Session, typed: Typed) -> None:
        session = typed(session, "b *: Werkgroep")
        assert apply(session, Retract(at=NOW, ref="B-001", parties=("ZOR",))) is session
        assert apply(session, Endorse(at=NOW, ref="B-001", parties=("ZOR",))) is not session


def test_what_waited_to_be_saved_follows_its_new_number() -> None:
    links = (Link(ref="N-001"),)
    change = EditEntry(at=NOW, ref="A-001", values={"links": links, "severity": 3})
    renamed = change.renamed({"A-001": "A-002", "N-001": "N-002"})
    assert (renamed.ref, renamed.values["links"][0].ref) == ("A-002", "N-002")


class TestWhatWentOnUnderAnotherNumber:
    """The withdrawn entry says the same words; it may not tell in public what was confided later."""

    @pytest.fixture
    def changed(self, session: Session, typed: Typed) -> Session:
        session = typed(session, "n GEM: De huur is te hoog", "n ZOR: iets anders")
        return become(session, "N-001", Kind.BOTTLENECK)

    def test_is_confidential_when_that_becomes_so(self, changed: Session) -> None:
        confide = SetClass(at=NOW, ref="K-001", sensitivity=Sensitivity.FINANCE)
        assert entry(apply(changed, confide), "N-001").sensitivity is Sensitivity.FINANCE
        edited = edit(changed, "K-001", sensitivity=Sensitivity.FINANCE)
        assert entry(edited, "N-001").sensitivity is Sensitivity.FINANCE

    def test_is_confidential_when_the_kind_changes_in_confidence(
        self, session: Session, typed: Typed
    ) -> None:
        session = typed(session, "n GEM: De huur is te hoog", "n ZOR: iets anders")
        after = become(session, "N-001", Kind.BOTTLENECK, sensitivity=Sensitivity.FINANCE)
        assert entry(after, "N-001").sensitivity is Sensitivity.FINANCE

    def test_is_so_all_the_way_back(self, changed: Session) -> None:
        again = become(changed, "K-001", Kind.PARKED)
        after = apply(again, SetClass(at=NOW, ref="P-001", sensitivity=Sensitivity.OTHER))
        assert [entry(after, ref).sensitivity for ref in ("N-001", "K-001")] == [Sensitivity.OTHER] * 2

    def test_stays_as_it_is_when_another_entry_is_confided(self, changed: Session) -> None:
        after = apply(changed, SetClass(at=NOW, ref="N-002", sensitivity=Sensitivity.OTHER))
        assert entry(after, "N-001").sensitivity is Sensitivity.NONE
