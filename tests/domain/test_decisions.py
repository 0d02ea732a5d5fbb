"""The register of decisions: each once, as it stands, with the day and the way it was taken."""

from datetime import date, datetime, timedelta

from msgspec.structs import replace as but

from overleg.domain.changes import apply
from overleg.domain.choices import Kind, Language, Sensitivity
from overleg.domain.decisions import DecisionRow, ReservationRow, decision_rows, masked
from overleg.domain.editing import SetClass
from overleg.domain.model import NextSession, Session
from overleg.domain.series import next_session, opened_with
from tests.domain.conftest import NOW, Typed

SECOND = date(2027, 2, 11)
AT_SECOND = datetime(2027, 2, 11, 19, 40)


def following(session: Session) -> Session:
    return next_session(session, id="2027-02-11-warnsveld", when=NextSession(date=SECOND))


def only(*sessions: Session) -> DecisionRow:
    (row,) = decision_rows(sessions)
    return row


def test_a_decision_says_who_consented_and_under_which_reservation(session: Session, typed: Typed) -> None:
    lines = (
        "b *: werkgroep maakt een plan per 1-3-2027",
        "+B-001 WIJ ZOR",
        "+B-001 GEM %college ^2027-02-09",
    )
    row = only(typed(session, *lines))
    assert row == DecisionRow(
        ref="B-001",
        date=date(2027, 1, 14),
        series="Warnsveld houdt zorg",
        session="2027-01-14-warnsveld",
        parties=("GEM", "ZOR", "WIJ"),
        text="werkgroep maakt een plan",
        method="consent",
        agreed=("GEM", "ZOR", "WIJ"),
        status="taken_under_reservation",
        reservations=(ReservationRow("GEM", "college", date(2027, 2, 9), None, Sensitivity.NONE),),
        effective_from=date(2027, 3, 1),
        review_on=None,
        sensitivity=Sensitivity.NONE,
    )


def test_a_reservation_of_the_decision_itself_is_of_no_party(session: Session, typed: Typed) -> None:
    row = only(typed(session, "b GEM: zaal huren %raad ^2027-02-09"))
    assert [(each.party, each.body, each.until) for each in row.reservations] == [
        ("", "raad", date(2027, 2, 9))
    ]


def test_what_is_only_proposed_was_not_taken_in_any_way(session: Session, typed: Typed) -> None:
    row = only(typed(session, "b *: werkgroep", "+B-001 GEM"))
    assert (row.status, row.method, row.agreed) == ("proposed", "", ("GEM",))


def test_a_decision_is_of_the_meeting_that_took_it(session: Session, typed: Typed) -> None:
    first = typed(session, "b *: werkgroep")
    second = typed(following(first), "+B-001 *", now=AT_SECOND)
    row = only(second, first)
    assert (row.status, row.session, row.date) == ("taken", second.id, SECOND)


def test_to_lift_a_reservation_later_leaves_it_on_the_day_it_was_taken(
    session: Session, typed: Typed
) -> None:
    first = typed(session, "b *: werkgroep", "+B-001 *", "+B-001 GEM %college")
    second = typed(following(first), now=AT_SECOND)
    carried = but(second, entries=first.entries, counters=first.counters)
    row = only(first, typed(carried, "*B-001 genomen", now=AT_SECOND))
    assert (row.status, row.session, row.date) == ("taken", first.id, first.date)
    assert [each.confirmed_on for each in row.reservations] == [SECOND]


def test_a_next_meeting_that_was_planned_early_does_not_undo_what_was_decided_since(
    session: Session, typed: Typed
) -> None:
    proposed = typed(session, "b *: werkgroep")
    planned = following(proposed)
    taken = typed(proposed, "+B-001 *", now=NOW + timedelta(minutes=1))
    assert only(taken, planned).status == "taken"
    assert only(taken, opened_with(planned, taken)).status == "taken"


def test_a_decision_stays_when_another_kind_takes_its_number_in_another_language(
    session: Session, typed: Typed
) -> None:
    first = typed(session, "b *: werkgroep", "+B-001 *")
    english = but(session, id="2027-02-11-warnsveld", number=2, date=SECOND, language=Language.EN)
    second = typed(english, "b ZOR: [rules] too many forms", now=AT_SECOND)
    assert [each.kind for each in second.entries] == [Kind.BOTTLENECK]
    assert second.entries[0].ref == "B-001"
    assert only(first, second).text == "werkgroep"


def test_the_register_runs_from_the_first_decision_to_the_last(session: Session, typed: Typed) -> None:
    first = typed(session, "b *: een", "b *: twee", "+B-002 *")
    second = typed(following(first), "+B-001 *", now=AT_SECOND)
    assert [row.ref for row in decision_rows([second, first])] == ["B-002", "B-001"]


class TestMasked:
    def test_a_confidential_decision_keeps_its_number_day_and_state(
        self, session: Session, typed: Typed
    ) -> None:
        row = only(typed(session, "b *: huurgarantie afgeven !geld", "+B-001 *", "+B-001 GEM %college"))
        hidden = masked(row)
        assert (hidden.text, hidden.reservations) == ("", ())
        assert (hidden.ref, hidden.date, hidden.status) == (row.ref, row.date, row.status)
        assert "huurgarantie" in row.text

    def test_a_confidential_condition_of_an_open_decision_is_left_out(
        self, session: Session, typed: Typed
    ) -> None:
        lines = ("b *: werkgroep", "+B-001 ZOR %toezichthouders !strat", "+B-001 GEM %college", "+B-001 WIJ")
        row = only(typed(session, *lines))
        assert [each.body for each in row.reservations] == ["toezichthouders", "college"]
        assert masked(row).text == "werkgroep"
        assert [each.body for each in masked(row).reservations] == ["college"]

    def test_what_became_confidential_in_either_meeting_is_so_until_that_is_put_right(
        self, session: Session, typed: Typed
    ) -> None:
        proposed = typed(session, "b *: huurgarantie afgeven")
        later = NOW + timedelta(minutes=1)
        classed = apply(following(proposed), SetClass(at=later, ref="B-001", sensitivity=Sensitivity.FINANCE))
        taken = typed(proposed, "+B-001 *", now=later + timedelta(minutes=1))
        row = only(taken, classed)
        assert (row.status, masked(row).text) == ("taken", "")
        opened = apply(classed, SetClass(at=AT_SECOND, ref="B-001", sensitivity=Sensitivity.NONE))
        assert masked(only(typed(session, "b *: huurgarantie afgeven !geld"), opened)).text


def test_what_was_withdrawn_since_stands_as_withdrawn(session: Session, typed: Typed) -> None:
    first = typed(session, "b *: werkgroep")
    second = typed(following(first), "*B-001 ingetrokken: niet nodig", now=AT_SECOND)
    assert only(first, second).status == "withdrawn"
