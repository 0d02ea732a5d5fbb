from datetime import timedelta

import pytest
from msgspec.structs import replace as but

from overleg.domain.agenda_changes import (
    ArrangeAgenda,
    DeferItem,
    DropItem,
    GiveTime,
    GoToItem,
    MoveItem,
    PutItem,
    ReopenItem,
    SkipItem,
    UseForm,
)
from overleg.domain.changes import Change, apply
from overleg.domain.choices import ItemStatus, SessionStatus
from overleg.domain.forms import MeetingForm, agenda_of
from overleg.domain.history import Step, taken_back
from overleg.domain.model import AgendaItem, Session
from overleg.errors import Refused
from tests.domain.conftest import NOW, Typed


@pytest.fixture
def agenda(session: Session) -> Session:
    """Three items, of which none has begun."""
    items = tuple(
        AgendaItem(id=id, title=id.capitalize(), planned_minutes=10) for id in ("een", "twee", "drie")
    )
    return but(session, agenda=items)


def ids(session: Session) -> list[str]:
    return [item.id for item in session.agenda]


def status(session: Session, id: str) -> ItemStatus:
    item = session.item(id)
    assert item is not None
    return item.status


def going(session: Session, id: str = "een") -> Session:
    return apply(session, GoToItem(at=NOW, item=id))


class TestPutting:
    def test_a_new_item_comes_at_the_end_or_before_another(self, agenda: Session) -> None:
        new = AgendaItem(id="Rondvraag", title="Rondvraag")
        assert ids(apply(agenda, PutItem(at=NOW, item=new)))[-1] == "rondvraag"
        assert ids(apply(agenda, PutItem(at=NOW, item=new, before="twee")))[1] == "rondvraag"

    def test_an_id_is_given_once(self, agenda: Session) -> None:
        new = AgendaItem(id="een", title="Een")
        assert ids(apply(agenda, PutItem(at=NOW, item=new)))[-1] == "een_2"

    def test_only_what_was_changed_is_set(self, agenda: Session) -> None:
        was = agenda.agenda[0]
        titled = apply(agenda, PutItem(at=NOW, item=but(was, title="Anders"), was=was))
        timed = apply(titled, PutItem(at=NOW, item=but(was, planned_minutes=25), was=was))
        assert (timed.agenda[0].title, timed.agenda[0].planned_minutes) == ("Anders", 25)

    @pytest.mark.parametrize(
        "item",
        [
            AgendaItem(id="x", title=""),
            AgendaItem(id="x", title="X", planned_minutes=0),
            AgendaItem(id="x", title="X", planned_minutes=9999),
            AgendaItem(id="x", title="X", brought_in_by="XYZ"),
        ],
    )
    def test_what_cannot_be_is_refused(self, agenda: Session, item: AgendaItem) -> None:
        with pytest.raises(Refused):
            apply(agenda, PutItem(at=NOW, item=item))


class TestOrder:
    def test_an_item_is_moved_before_another_or_to_the_end(self, agenda: Session) -> None:
        assert ids(apply(agenda, MoveItem(at=NOW, item="drie", before="een"))) == ["drie", "een", "twee"]
        assert ids(apply(agenda, MoveItem(at=NOW, item="een"))) == ["twee", "drie", "een"]

    def test_a_move_to_where_it_stands_changes_nothing(self, agenda: Session) -> None:
        assert apply(agenda, MoveItem(at=NOW, item="een", before="twee")) is agenda

    def test_an_item_that_is_not_named_stays_behind_its_neighbour(self, agenda: Session) -> None:
        assert ids(apply(agenda, ArrangeAgenda(at=NOW, order=("drie", "een")))) == ["drie", "een", "twee"]


class TestLeavingOut:
    @pytest.mark.parametrize(
        ("change", "state"), [(SkipItem, ItemStatus.SKIPPED), (DeferItem, ItemStatus.DEFERRED)]
    )
    def test_the_running_item_makes_way_for_the_next(
        self, agenda: Session, change: type[SkipItem] | type[DeferItem], state: ItemStatus
    ) -> None:
        left = apply(going(agenda), change(at=NOW + timedelta(minutes=2), item="een"))
        assert (status(left, "een"), status(left, "twee")) == (state, ItemStatus.ACTIVE)
        assert left.agenda[0].elapsed_s == 120

    def test_the_last_item_makes_way_for_none(self, agenda: Session) -> None:
        left = apply(going(agenda, "drie"), SkipItem(at=NOW, item="drie"))
        assert left.active_item is None

    def test_an_item_to_come_is_left_out_and_the_meeting_does_not_begin(self, agenda: Session) -> None:
        left = apply(agenda, DeferItem(at=NOW, item="twee"))
        assert status(left, "twee") is ItemStatus.DEFERRED
        assert left.status is SessionStatus.PLANNED

    def test_what_is_done_is_not_skipped(self, agenda: Session) -> None:
        with pytest.raises(Refused, match="done already"):
            apply(going(going(agenda), "twee"), SkipItem(at=NOW, item="een"))

    def test_what_was_left_out_can_be_reopened_and_keeps_its_time(self, agenda: Session) -> None:
        left = apply(going(agenda), SkipItem(at=NOW + timedelta(minutes=2), item="een"))
        again = apply(left, ReopenItem(at=NOW, item="een"))
        assert status(again, "een") is ItemStatus.PENDING
        assert again.agenda[0].elapsed_s == 120

    def test_an_item_on_which_nothing_was_said_is_dropped(self, agenda: Session) -> None:
        assert ids(apply(agenda, DropItem(at=NOW, item="twee"))) == ["een", "drie"]

    def test_an_item_with_something_recorded_is_not_dropped(self, agenda: Session, typed: Typed) -> None:
        noted = typed(agenda, "/stap 1", "n iets", "/stap 2")
        with pytest.raises(Refused, match="stays on the agenda"):
            apply(noted, DropItem(at=NOW, item="een"))


class TestTime:
    def test_more_is_counted_from_what_was_planned(self, agenda: Session) -> None:
        given = apply(going(agenda), GiveTime(at=NOW + timedelta(minutes=3), minutes=5))
        assert given.agenda[0].planned_minutes == 15

    def test_more_is_counted_from_now_where_the_time_is_up(self, agenda: Session) -> None:
        given = apply(going(agenda), GiveTime(at=NOW + timedelta(minutes=20), minutes=5))
        assert given.agenda[0].planned_minutes == 25

    def test_there_is_none_where_nothing_runs(self, agenda: Session) -> None:
        with pytest.raises(Refused):
            apply(agenda, GiveTime(at=NOW, minutes=5))

    @pytest.mark.parametrize("minutes", [0, -5, 99999])
    def test_nonsense_is_refused(self, agenda: Session, minutes: int) -> None:
        with pytest.raises(Refused):
            apply(going(agenda), GiveTime(at=NOW, minutes=minutes))


class TestAnotherForm:
    def test_takes_the_place_of_steps_on_which_nothing_was_said(
        self, session: Session, forms: dict[str, MeetingForm], typed: Typed
    ) -> None:
        first, living = forms["first_meeting"], forms["living_lab"]
        session = apply(
            session, UseForm(at=NOW, form=first.key, items=agenda_of(first, (), session.language))
        )
        session = apply(session, PutItem(at=NOW, item=AgendaItem(id="eigen", title="Eigen punt")))
        begun = typed(session, "/stap 1", "n iets")
        changed = apply(begun, UseForm(at=NOW, form=living.key, items=agenda_of(living, (), begun.language)))
        assert ids(changed)[0] == session.agenda[0].id
        assert ids(changed)[-1] == "eigen"
        assert len(changed.agenda) == 2 + len(living.steps)
        assert len(set(ids(changed))) == len(changed.agenda)

    def test_may_be_none(self, session: Session, forms: dict[str, MeetingForm]) -> None:
        first = forms["first_meeting"]
        session = apply(
            session, UseForm(at=NOW, form=first.key, items=agenda_of(first, (), session.language))
        )
        free = apply(session, UseForm(at=NOW, form="", items=()))
        assert (free.form, free.agenda) == ("", ())


CHANGES: list[Change] = [
    PutItem(at=NOW, item=AgendaItem(id="x", title="X"), before="twee"),
    PutItem(
        at=NOW,
        item=AgendaItem(id="een", title="Anders", planned_minutes=10),
        was=AgendaItem(id="een", title="Een", planned_minutes=10),
    ),
    MoveItem(at=NOW, item="drie", before="een"),
    ArrangeAgenda(at=NOW, order=("drie", "twee", "een")),
    SkipItem(at=NOW, item="een"),
    DeferItem(at=NOW, item="twee"),
    DropItem(at=NOW, item="twee"),
    GiveTime(at=NOW, minutes=5),
    UseForm(at=NOW, form="f", items=(AgendaItem(id="stap", title="Stap", step="stap"),)),
]


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: type(change).__name__)
def test_every_change_is_undone_as_if_it_never_was(agenda: Session, change: Change) -> None:
    running = going(agenda)
    after = apply(running, change)
    assert after != running
    assert but(taken_back(after, Step(change, running, after), NOW), revision=0) == but(running, revision=0)


class TestUndoBesideOthers:
    def test_a_dropped_item_comes_back_where_it_stood(self, agenda: Session) -> None:
        drop = DropItem(at=NOW, item="twee")
        after = apply(agenda, drop)
        others = apply(after, PutItem(at=NOW, item=AgendaItem(id="vier", title="Vier")))
        assert ids(taken_back(others, Step(drop, agenda, after), NOW)) == ["een", "twee", "drie", "vier"]

    def test_a_move_is_not_undone_when_somebody_else_moved_since(self, agenda: Session) -> None:
        move = MoveItem(at=NOW, item="drie", before="een")
        after = apply(agenda, move)
        others = apply(after, MoveItem(at=NOW, item="een", before="drie"))
        with pytest.raises(Refused):
            taken_back(others, Step(move, agenda, after), NOW)

    def test_an_item_at_which_something_was_recorded_is_not_undone(
        self, agenda: Session, typed: Typed
    ) -> None:
        put = PutItem(at=NOW, item=AgendaItem(id="x", title="X"))
        after = apply(agenda, put)
        noted = typed(after, "/stap x", "n iets", "/stap een")
        with pytest.raises(Refused):
            taken_back(noted, Step(put, agenda, after), NOW)


class TestCommands:
    @pytest.mark.parametrize("line", ["/sla-over", "/skip", "/overslaan", "/skip 1", "/sla-over een"])
    def test_skip_the_running_item_or_the_one_that_is_named(
        self, agenda: Session, typed: Typed, line: str
    ) -> None:
        assert status(typed(going(agenda), line), "een") is ItemStatus.SKIPPED

    @pytest.mark.parametrize("line", ["/uitstel 2", "/defer twee"])
    def test_put_an_item_off(self, agenda: Session, typed: Typed, line: str) -> None:
        assert status(typed(going(agenda), line), "twee") is ItemStatus.DEFERRED

    @pytest.mark.parametrize(("line", "minutes"), [("/verleng", 15), ("/extend 10", 20), ("/verleng 1u", 70)])
    def test_give_more_time(self, agenda: Session, typed: Typed, line: str, minutes: int) -> None:
        assert typed(going(agenda), line).agenda[0].planned_minutes == minutes
