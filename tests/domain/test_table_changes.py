from datetime import date

import pytest
from msgspec.structs import replace as but

from overleg.domain.changes import Change, apply
from overleg.domain.choices import AttendanceStatus, Language, Mandate, Seat, SeatRole
from overleg.domain.describing import Describe
from overleg.domain.history import Step, taken_back
from overleg.domain.integrity import faults
from overleg.domain.meeting_changes import Attend
from overleg.domain.model import AgendaItem, Party, Person, Session, TargetGroup
from overleg.domain.table_changes import (
    ArrangeTable,
    DropGroup,
    DropParty,
    DropPerson,
    PutGroup,
    PutParty,
    PutPerson,
    SeatPerson,
)
from overleg.errors import Refused
from tests.domain.conftest import NOW, Typed

HUU = Party(id="HUU", code="HUU", name="Huurders")
PIET = Person(id="", name="Piet Jansen", party="GEM")


def person(session: Session, id: str) -> Person:
    found = session.person(id)
    assert found is not None
    return found


class TestParties:
    def test_a_new_one_sits_at_the_end_or_before_another(self, session: Session) -> None:
        assert [each.id for each in apply(session, PutParty(at=NOW, party=HUU)).parties][-1] == "HUU"
        assert apply(session, PutParty(at=NOW, party=HUU, before="GEM")).parties[0].id == "HUU"

    def test_only_what_was_changed_is_set(self, session: Session) -> None:
        was = session.parties[0]
        named = apply(session, PutParty(at=NOW, party=but(was, name="Gemeente Zutphen"), was=was))
        seated = apply(named, PutParty(at=NOW, party=but(was, seat=Seat.GUEST), was=was))
        assert (seated.parties[0].name, seated.parties[0].seat) == ("Gemeente Zutphen", Seat.GUEST)

    def test_another_code_keeps_the_id_that_entries_name(self, session: Session, typed: Typed) -> None:
        noted, was = typed(session, "n GEM: iets"), session.parties[0]
        coded = apply(noted, PutParty(at=NOW, party=but(was, code="ZUT"), was=was))
        assert (coded.parties[0].id, coded.parties[0].code) == ("GEM", "ZUT")
        again = apply(coded, PutParty(at=NOW, party=but(was, name="Gelderland")))
        assert again.parties[-1].id == "GEM-2"
        assert not list(faults(again))

    @pytest.mark.parametrize(
        "party",
        [
            but(HUU, code="GEM"),
            but(HUU, code="gem"),
            but(HUU, code="X"),
            but(HUU, code=""),
            but(HUU, name=""),
        ],
    )
    def test_what_cannot_be_is_refused(self, session: Session, party: Party) -> None:
        with pytest.raises(Refused):
            apply(session, PutParty(at=NOW, party=party))

    def test_a_dropped_one_takes_its_people_along(self, session: Session) -> None:
        item = AgendaItem(id="x", title="X", brought_in_by="GEM", opener="GEM")
        session = but(session, agenda=(item,), chair="ruud-ketelaar")
        session = apply(session, Attend(at=NOW, person="ruud-ketelaar", status=AttendanceStatus.ABSENT))
        left = apply(session, DropParty(at=NOW, party="GEM"))
        assert [each.name for each in left.people] == ["Hilde Oosterbaan"]
        assert (left.chair, left.attendance, left.agenda[0].brought_in_by) == (None, (), None)
        assert not list(faults(left))

    @pytest.mark.parametrize("line", ["n GEM: iets", "v WIJ>GEM: iets", "/beurt GEM", "a ZOR: x @Ruud"])
    def test_one_that_was_named_stays(self, session: Session, typed: Typed, line: str) -> None:
        with pytest.raises(Refused, match="Gemeente is named") as refused:
            apply(typed(session, line), DropParty(at=NOW, party="GEM"))
        assert "guest" in str(refused.value)


class TestPeople:
    def test_two_of_the_same_name_are_two(self, session: Session) -> None:
        twice = apply(apply(session, PutPerson(at=NOW, person=PIET)), PutPerson(at=NOW, person=PIET))
        assert [each.id for each in twice.people[-2:]] == ["piet-jansen", "piet-jansen-2"]

    def test_only_what_was_changed_is_set(self, session: Session) -> None:
        was = session.people[0]
        one = apply(session, PutPerson(at=NOW, person=but(was, function="wethouder"), was=was))
        both = apply(one, PutPerson(at=NOW, person=but(was, mandate=Mandate.DECIDE), was=was))
        assert (both.people[0].function, both.people[0].mandate) == ("wethouder", Mandate.DECIDE)

    def test_there_is_one_chair(self, session: Session) -> None:
        first = apply(session, SeatPerson(at=NOW, person="ruud-ketelaar", seat_role=SeatRole.CHAIR))
        then = apply(first, SeatPerson(at=NOW, person="hilde-oosterbaan", seat_role=SeatRole.CHAIR))
        assert then.chair == "hilde-oosterbaan"
        assert person(then, "ruud-ketelaar").seat_role is SeatRole.MEMBER

    def test_a_chair_who_becomes_something_else_leaves_the_seat_empty(self, session: Session) -> None:
        first = apply(session, SeatPerson(at=NOW, person="ruud-ketelaar", seat_role=SeatRole.CHAIR))
        then = apply(first, SeatPerson(at=NOW, person="ruud-ketelaar", seat_role=SeatRole.SECRETARY))
        assert (then.chair, then.secretary) == (None, "ruud-ketelaar")

    def test_a_new_person_may_take_a_seat_at_once(self, session: Session) -> None:
        seated = apply(session, PutPerson(at=NOW, person=but(PIET, seat_role=SeatRole.CHAIR)))
        assert seated.chair == "piet-jansen"

    @pytest.mark.parametrize("who", [but(PIET, name=""), but(PIET, party="XYZ")])
    def test_what_cannot_be_is_refused(self, session: Session, who: Person) -> None:
        with pytest.raises(Refused):
            apply(session, PutPerson(at=NOW, person=who))

    def test_one_who_was_named_stays_on_the_list(self, session: Session, typed: Typed) -> None:
        with pytest.raises(Refused, match="stays on the list"):
            apply(typed(session, "a GEM: bellen @Ruud"), DropPerson(at=NOW, person="ruud-ketelaar"))

    def test_anybody_else_can_be_taken_off(self, session: Session) -> None:
        assert [each.id for each in apply(session, DropPerson(at=NOW, person="ruud-ketelaar")).people] == [
            "hilde-oosterbaan"
        ]


class TestGroups:
    def test_a_group_keeps_its_slug_when_its_title_changes(self, session: Session) -> None:
        one = apply(session, PutGroup(at=NOW, group=TargetGroup(slug="", title="Senioren")))
        was = one.target_groups[0]
        named = apply(one, PutGroup(at=NOW, group=but(was, title="Ouderen"), was=was))
        assert (named.target_groups[0].slug, named.target_groups[0].title) == ("senioren", "Ouderen")

    @pytest.mark.parametrize("title", ["", "!", "senioren"])
    def test_what_cannot_be_is_refused(self, session: Session, title: str) -> None:
        one = apply(session, PutGroup(at=NOW, group=TargetGroup(slug="", title="Senioren")))
        with pytest.raises(Refused):
            apply(one, PutGroup(at=NOW, group=TargetGroup(slug="", title=title)))

    def test_one_that_was_named_stays(self, session: Session, typed: Typed) -> None:
        with pytest.raises(Refused):
            apply(typed(session, "n GEM: iets #ouderen"), DropGroup(at=NOW, group="ouderen"))


class TestDescribing:
    def test_another_day_and_series_keep_the_id(self, session: Session) -> None:
        series = but(session.series, title="Anders")
        changed = apply(
            but(session, undated=True),
            Describe(at=NOW, fields={"date": date(2027, 2, 1), "series": series}),
        )
        assert (changed.id, changed.date, changed.undated) == (session.id, date(2027, 2, 1), False)
        assert changed.series == series

    def test_a_field_that_is_not_named_stays(self, session: Session) -> None:
        placed = apply(session, Describe(at=NOW, fields={"place": "dorpshuis"}))
        titled = apply(placed, Describe(at=NOW, fields={"title": "Tafel"}))
        assert (titled.title, titled.place) == ("Tafel", "dorpshuis")

    def test_nothing_else_can_be_set(self, session: Session) -> None:
        assert apply(session, Describe(at=NOW, fields={"id": "x", "entries": ()})) is session

    @pytest.mark.parametrize(
        "fields", [{"title": ""}, {"start": "20:00", "end": "19:00"}, {"start": "19:00", "end": "19:00"}]
    )
    def test_what_cannot_be_is_refused(self, session: Session, fields: dict[str, object]) -> None:
        with pytest.raises(Refused):
            apply(but(session, title="x"), Describe(at=NOW, fields=fields))


def changes(session: Session) -> list[Change]:
    was, ruud = session.parties[0], session.people[0]
    return [
        PutParty(at=NOW, party=HUU, before="GEM"),
        PutParty(at=NOW, party=but(was, code="ZUT", name="Zutphen"), was=was),
        DropParty(at=NOW, party="GEM"),
        PutPerson(at=NOW, person=but(PIET, seat_role=SeatRole.CHAIR)),
        PutPerson(at=NOW, person=but(ruud, function="wethouder"), was=ruud),
        SeatPerson(at=NOW, person="hilde-oosterbaan", seat_role=SeatRole.SECRETARY),
        DropPerson(at=NOW, person="ruud-ketelaar"),
        PutGroup(at=NOW, group=TargetGroup(slug="", title="Senioren")),
        ArrangeTable(at=NOW, table="parties", order=("WIJ", "ZOR", "GEM")),
        Describe(at=NOW, fields={"title": "Anders", "language": Language.EN, "case_text": "Zorg"}),
    ]


@pytest.mark.parametrize("place", range(10))
def test_every_change_is_undone_as_if_it_never_was(session: Session, place: int) -> None:
    change = changes(session)[place]
    after = apply(session, change)
    assert after != session
    assert not list(faults(after))
    assert but(taken_back(after, Step(change, session, after), NOW), revision=0) == but(session, revision=0)


class TestUndoBesideOthers:
    def test_a_party_that_was_named_since_is_not_undone(self, session: Session, typed: Typed) -> None:
        put = PutParty(at=NOW, party=HUU)
        after = apply(session, put)
        with pytest.raises(Refused):
            taken_back(typed(after, "n HUU: iets"), Step(put, session, after), NOW)

    def test_what_somebody_else_changed_stays(self, session: Session) -> None:
        drop = DropPerson(at=NOW, person="ruud-ketelaar")
        after = apply(session, drop)
        others = apply(after, PutParty(at=NOW, party=HUU))
        back = taken_back(others, Step(drop, session, after), NOW)
        assert [each.id for each in back.people] == ["ruud-ketelaar", "hilde-oosterbaan"]
        assert back.party("HUU") is not None
