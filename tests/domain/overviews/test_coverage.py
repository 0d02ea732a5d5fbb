"""Which target group has an activity, and what was promised by whom."""

from overleg.domain.model import Session
from overleg.domain.overviews.commitments import commitment_board
from overleg.domain.overviews.confidential import hidden_groups, hidden_tasks
from overleg.domain.overviews.coverage import Coverage, coverage
from tests.domain.conftest import Typed


def of_group(session: Session, slug: str) -> Coverage:
    return next(each for each in coverage(session) if each.group.slug == slug)


class TestCoverage:
    def test_counts_activities_and_who_takes_part(self, session: Session, typed: Typed) -> None:
        covered = typed(session, "j WIJ+ZOR: Eettafel #senioren", "j WIJ: Wandelen #senioren")
        group = of_group(covered, "senioren")
        assert (group.activities, dict(group.by_party)) == (2, {"WIJ": 2, "ZOR": 1})

    def test_names_a_group_that_nobody_thought_of(self, session: Session, typed: Typed) -> None:
        assert of_group(typed(session, "d GEM: Steun #mantelzorgers"), "mantelzorgers").is_left_out

    def test_a_note_says_why_a_group_has_to_wait(self, session: Session, typed: Typed) -> None:
        group = of_group(typed(session, "n WIJ: [dekking] Na de zomer #jongeren"), "jongeren")
        assert not group.is_left_out
        assert [note.text for note in group.later] == ["Na de zomer"]

    def test_forgets_what_was_stopped_or_withdrawn(self, session: Session, typed: Typed) -> None:
        stopped = typed(
            session,
            "j WIJ: Eettafel #senioren",
            "j WIJ: Wandelen #senioren",
            "*J-001 gestopt: geen koks",
            "*J-002 ingetrokken: dubbel",
        )
        assert of_group(stopped, "senioren").is_left_out


class TestTheBoardOfCommitments:
    def test_has_every_party_with_what_it_promised(self, warnsveld: Session) -> None:
        board = commitment_board(warnsveld)
        assert {party: [each.ref for each in promised] for party, promised in board.items()} == {
            "GEM": ["T-001", "T-002"],
            "ZOR": ["T-003"],
            "WIJ": [],
        }

    def test_forgets_what_was_withdrawn(self, session: Session, typed: Typed) -> None:
        gone = typed(session, "t GEM: Uren", "*T-001 ingetrokken: geen geld")
        assert commitment_board(gone)["GEM"] == ()

    def test_has_what_was_promised_together_once(self, session: Session, typed: Typed) -> None:
        board = commitment_board(typed(session, "t ZOR+GEM: Uren"))
        assert [len(promised) for promised in board.values()] == [0, 1, 0]


class TestNamesThatGiveASecretAway:
    def test_occur_on_confidential_entries_only(self, warnsveld: Session) -> None:
        assert hidden_tasks(warnsveld) == {"huurgarantie"}
        assert hidden_groups(warnsveld) == frozenset()

    def test_are_free_as_soon_as_an_open_entry_has_them(self, session: Session, typed: Typed) -> None:
        secret = typed(session, "d GEM: Stil #opvang !v", "v ZOR>GEM: Garantie &garantie !fin")
        assert hidden_tasks(secret) == {"garantie"}
        assert hidden_groups(secret) == {"opvang"}
        told = typed(secret, "d ZOR: Hardop #opvang", "n ZOR: Hardop &garantie")
        assert (hidden_tasks(told), hidden_groups(told)) == (frozenset(), frozenset())
