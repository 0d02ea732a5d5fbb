"""Who does what: letters said and implied, and what rubs."""

import pytest
from msgspec.structs import replace as but

from overleg.domain.choices import Rasci
from overleg.domain.model import Session, Task
from overleg.domain.overviews.roles import (
    TaskRoles,
    conflicts,
    holdings,
    is_connecting,
    limits,
    role_map,
)
from tests.domain.conftest import Typed


def of_task(session: Session, slug: str) -> TaskRoles:
    return next(each for each in role_map(session) if each.task.slug == slug)


def letters(session: Session, slug: str) -> list[tuple[str, str]]:
    """Who holds what; a letter that nobody said is small."""
    return [
        (each.party, each.letter.value.lower() if each.is_implied else each.letter.value)
        for each in of_task(session, slug).holdings
    ]


class TestLetters:
    @pytest.mark.parametrize("kind", ["r", "t", "a", "j"])
    def test_on_a_role_or_a_promise_are_held_by_its_party(
        self, session: Session, typed: Typed, kind: str
    ) -> None:
        assert letters(typed(session, f"{kind} GEM: Doet de was &was=A"), "was") == [("GEM", "A")]

    def test_on_an_offer_are_held_by_the_party_that_offers(self, session: Session, typed: Typed) -> None:
        assert letters(typed(session, "o WIJ>ZOR: Koken &eettafel=R"), "eettafel") == [("WIJ", "R")]

    def test_that_were_not_said_with_a_role_are_implied(self, session: Session, typed: Typed) -> None:
        assert letters(typed(session, "r GEM: Doet de was &was"), "was") == [("GEM", "r")]

    def test_are_not_implied_by_a_promise_without_one(self, session: Session, typed: Typed) -> None:
        assert letters(typed(session, "t GEM: Betaalt de was &was"), "was") == []

    @pytest.mark.parametrize(
        ("said", "ends"),
        [
            ("r GEM: Doet de was &was=A", "*R-001 beëindigd"),
            ("o GEM>ZOR: Doet de was &was=A", "=O-001 nee"),
            ("t GEM: Doet de was &was=A", "*T-001 vervallen"),
            ("t GEM: Doet de was &was=A", "*T-001 ingetrokken: toch niet"),
            ("a GEM: Doet de was &was=A", "*A-001 vervallen: geen tijd"),
        ],
    )
    def test_are_given_back_when_the_entry_ends(
        self, session: Session, typed: Typed, said: str, ends: str
    ) -> None:
        assert letters(typed(session, said, ends), "was") == []

    def test_stay_with_a_party_that_carried_it_out(self, session: Session, typed: Typed) -> None:
        done = typed(session, "a GEM: Doet de was &was=R", "*A-001 klaar")
        assert letters(done, "was") == [("GEM", "R")]

    def test_said_in_the_role_of_another_party_are_nobodys(self, session: Session, typed: Typed) -> None:
        assert letters(typed(session, "r ZOR/GEM: Ik doe de was &was=A"), "was") == []


class TestAcceptedExpectations:
    def test_make_the_accepting_party_an_implied_r(self, session: Session, typed: Typed) -> None:
        asked = typed(session, "v WIJ>ZOR: Achterwacht &achterwacht", "=V-001 ja")
        assert letters(asked, "achterwacht") == [("ZOR", "r")]
        assert not any(entry.kind == "role" for entry in asked.entries)

    def test_give_the_letter_that_was_asked_for(self, session: Session, typed: Typed) -> None:
        asked = typed(session, "v WIJ>ZOR: Denk mee &achterwacht=C", "=V-001 ja")
        assert letters(asked, "achterwacht") == [("ZOR", "c")]
        assert of_task(asked, "achterwacht").has_gap

    @pytest.mark.parametrize("answer", ["", "=V-001 nee", "=V-001 bespreken", "=V-001 vaag"])
    def test_only_count_when_they_are_accepted(self, session: Session, typed: Typed, answer: str) -> None:
        asked = typed(session, "v WIJ>ZOR: Achterwacht &achterwacht", *([answer] if answer else []))
        assert letters(asked, "achterwacht") == []
        assert of_task(asked, "achterwacht").has_gap

    def test_still_count_when_they_were_fulfilled(self, session: Session, typed: Typed) -> None:
        kept = typed(session, "v WIJ>ZOR: Achterwacht &achterwacht", "=V-001 ja", "*V-001 nagekomen")
        assert letters(kept, "achterwacht") == [("ZOR", "r")]


class TestOverlap:
    def test_is_two_parties_with_an_a(self, session: Session, typed: Typed) -> None:
        both = typed(session, "r GEM: Regie &regie=A", "r ZOR: Regie &regie=A")
        assert of_task(both, "regie").has_overlap
        assert of_task(both, "regie").accountable == ("GEM", "ZOR")

    def test_ends_when_one_of_them_ends(self, session: Session, typed: Typed) -> None:
        one = typed(session, "r GEM: Regie &regie=A", "r ZOR: Regie &regie=A", "*R-001 beëindigd")
        assert not of_task(one, "regie").has_overlap

    def test_is_not_one_party_that_says_it_twice(self, session: Session, typed: Typed) -> None:
        twice = typed(session, "r GEM: Regie &regie=A", "t GEM: Regie in 2027 &regie=A")
        assert not of_task(twice, "regie").has_overlap


class TestGap:
    def test_is_a_task_that_nobody_does(self, session: Session, typed: Typed) -> None:
        assert of_task(typed(session, "k GEM: Niemand wast [tijd3] &was"), "was").has_gap

    def test_is_no_task_that_only_a_boundary_names(self, session: Session, typed: Typed) -> None:
        assert not of_task(typed(session, "g WIJ: Geen lijfzorg &lijfzorg"), "lijfzorg").has_gap

    @pytest.mark.parametrize(("letter", "has_gap"), [("R", False), ("A", False), ("S", True), ("I", True)])
    def test_is_closed_by_who_does_it_or_answers_for_it(
        self, session: Session, typed: Typed, letter: str, has_gap: bool
    ) -> None:
        assert of_task(typed(session, f"r GEM: De was &was={letter}"), "was").has_gap is has_gap

    def test_is_not_left_by_what_was_withdrawn(self, session: Session, typed: Typed) -> None:
        gone = typed(session, "v WIJ>ZOR: Achterwacht &achterwacht", "*V-001 ingetrokken: vergissing")
        assert not of_task(gone, "achterwacht").has_gap

    def test_is_something_else_than_nobody_who_answers_for_it(self, session: Session, typed: Typed) -> None:
        done = of_task(typed(session, "r GEM: De was &was=R"), "was")
        assert (done.has_gap, done.lacks_accountable) == (False, True)
        assert not of_task(typed(session, "r GEM: De was &was=A"), "was").lacks_accountable


class TestBoundaries:
    def test_are_touched_by_what_asks_their_task(self, session: Session, typed: Typed) -> None:
        asked = typed(session, "g WIJ: Geen lijfzorg &lijfzorg", "v ZOR>WIJ: Avondrondes &lijfzorg")
        assert [(each.entry.ref, each.limit.boundary.ref) for each in conflicts(asked)] == [
            ("V-001", "G-001")
        ]
        assert [each.party for each in of_task(asked, "lijfzorg").limits] == ["WIJ"]

    @pytest.mark.parametrize("line", ["r WIJ: Rondes &lijfzorg=S", "a WIJ: Rondes &lijfzorg"])
    def test_are_touched_by_a_role_or_an_action_of_that_party(
        self, session: Session, typed: Typed, line: str
    ) -> None:
        assert len(list(conflicts(typed(session, "g WIJ: Geen lijfzorg &lijfzorg", line)))) == 1

    def test_are_touched_by_a_handover_to_that_party(self, session: Session, typed: Typed) -> None:
        handed = typed(session, "g WIJ: Geen lijfzorg &lijfzorg", "h ZOR>WIJ: Na zessen &lijfzorg")
        assert [each.entry.ref for each in conflicts(handed)] == ["H-001"]

    @pytest.mark.parametrize("line", ["=V-001 nee", "*G-001 opgeheven", "*V-001 ingetrokken: toch niet"])
    def test_are_no_longer_touched_after(self, session: Session, typed: Typed, line: str) -> None:
        asked = ("g WIJ: Geen lijfzorg &lijfzorg", "v ZOR>WIJ: Avondrondes &lijfzorg")
        assert list(conflicts(typed(session, *asked, line))) == []

    def test_of_another_party_are_not_touched(self, session: Session, typed: Typed) -> None:
        assert not list(conflicts(typed(session, "g WIJ: Geen was &was", "v WIJ>ZOR: De was &was")))

    def test_without_a_task_limit_no_task(self, session: Session, typed: Typed) -> None:
        assert list(limits(typed(session, "g WIJ: Geen vergaderingen op zondag"))) == []


@pytest.mark.parametrize(
    ("task", "connects"),
    [
        (Task(slug="verbinden", title="verbinden"), True),
        (Task(slug="regie", title="Regie", nature="connect"), True),
        (Task(slug="was", title="De was"), False),
    ],
)
def test_a_task_is_connecting_by_its_nature_or_its_name(task: Task, connects: bool) -> None:
    assert is_connecting(task) is connects


def test_every_task_has_its_row_in_its_own_order(warnsveld: Session) -> None:
    assert [each.task for each in role_map(warnsveld)] == list(warnsveld.tasks)


def test_the_example_has_the_gaps_that_were_found_by_hand(warnsveld: Session) -> None:
    rows = role_map(warnsveld)
    assert {each.task.slug for each in rows if each.has_gap} == {"lijfzorg", "achterwacht", "huurgarantie"}
    assert {each.task.slug for each in rows if each.lacks_accountable} == {"eettafel", "scholing"}
    assert not any(each.has_overlap or each.conflicts for each in rows)
    assert letters(warnsveld, "aanspreekpunt") == [("GEM", "r"), ("GEM", "A")]


def test_a_session_without_tasks_has_nothing_to_show(session: Session) -> None:
    assert (role_map(session), list(holdings(session))) == ((), [])
    assert of_task(but(session, tasks=(Task(slug="x", title="x"),)), "x").holders(Rasci.RESPONSIBLE) == ()
