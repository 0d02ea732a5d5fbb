"""Who is reminded of what."""

from collections.abc import Callable
from datetime import date

import pytest
from msgspec.structs import replace

from overleg.domain.model import Person, Series, Session
from overleg.domain.newest import newest_entries
from overleg.domain.reminding import Reminded, has_address, open_entries, readers_of, reminded

Typed = Callable[..., Session]
TODAY = date(2027, 2, 1)
RUUD = "ruud@gemeente.example"


def with_addresses(session: Session, **emails: str) -> Session:
    """The session where those with that first name have an address."""
    people = (
        replace(each, email=emails.get(each.name.split(" ")[0].lower(), each.email))
        for each in session.people
    )
    return replace(session, people=tuple(people))


def readers(
    sessions: list[Session], *, party: str = "", overdue: bool = False
) -> dict[str, tuple[list[str], list[str]]]:
    """By the name of who is reminded: the addresses, and the refs."""
    found = reminded(open_entries(sessions, TODAY, overdue=overdue), TODAY, party=party)
    return {_name(each): (_addresses(each), [one.entry.ref for one in each.entries]) for each in found}


def _name(each: Reminded) -> str:
    reader = each.reader
    return reader.person.name if reader.person else reader.party.code if reader.party else ""


def _addresses(each: Reminded) -> list[str]:
    return [person.email for person in each.reader.to]


class TestWhat:
    def test_is_an_action_to_be_done_or_a_promise_under_reservation(
        self, session: Session, typed: Typed
    ) -> None:
        session = typed(
            session,
            *("a GEM: open", "a GEM: bezig", "*A-002 bezig", "a GEM: klaar", "*A-003 klaar"),
            *("a GEM: weg", "*A-004 vervallen: hoeft niet", "t GEM: zonder voorbehoud", "v WIJ>GEM: wens"),
            *("t GEM: 12 uur %college", "t GEM: 3 uur %college", "*T-003 bevestigd"),
        )
        assert readers([session]) == {"GEM": ([], ["A-001", "A-002", "T-002"])}

    def test_that_is_overdue_comes_first_and_then_goes_by_day(self, session: Session, typed: Typed) -> None:
        session = typed(
            session,
            *("a GEM: later ^2027-03-01", "a GEM: laat ^2027-01-20", "a GEM: zonder dag"),
            *("t GEM: 12 uur %college ^2027-01-25", "a GEM: vandaag ^2027-02-01"),
        )
        assert readers([session])["GEM"][1] == ["A-002", "T-001", "A-004", "A-001", "A-003"]
        assert readers([session], overdue=True)["GEM"][1] == ["A-002", "T-001"]

    def test_stands_as_the_newest_session_knows_it(self, session: Session, typed: Typed) -> None:
        first = typed(session, "a GEM: bellen", "a GEM: mailen")
        second = replace(first, id="2027-01-28-warnsveld", number=2, date=date(2027, 1, 28))
        second = typed(second, "*A-001 klaar")
        assert readers([second, first]) == {"GEM": ([], ["A-002"])}
        assert [each.session.id for each in newest_entries([second, first])] == [second.id, second.id]

    def test_that_is_of_nobody_reminds_nobody(self, session: Session, typed: Typed) -> None:
        session = typed(session, "a iets doen")
        (entry,) = open_entries([session], TODAY)
        assert readers_of(entry) == []
        assert readers([session]) == {}


class TestWho:
    def test_is_the_owner_whose_address_is_known_and_else_the_party(
        self, session: Session, typed: Typed
    ) -> None:
        two = (*session.people, Person(id="tamar", name="Tamar de Wilde", party="GEM"))
        session = with_addresses(replace(session, people=two), ruud=RUUD, tamar="tamar@gemeente.example")
        session = typed(session, "a GEM: bellen @Ruud", "a GEM: schrijven", "a ZOR: mailen @Hilde")
        assert readers([session]) == {
            "GEM": ([RUUD, "tamar@gemeente.example"], ["A-002"]),
            "Ruud Ketelaar": ([RUUD], ["A-001"]),
            "ZOR": ([], ["A-003"]),
        }

    def test_is_the_only_one_of_a_party_with_an_address(self, session: Session, typed: Typed) -> None:
        session = typed(with_addresses(session, ruud=RUUD), "a GEM: bellen @Ruud", "t GEM: 12 uur %college")
        assert readers([session]) == {"Ruud Ketelaar": ([RUUD], ["A-001", "T-001"])}

    def test_is_every_party_of_what_was_said_for_all_and_else_the_first(
        self, session: Session, typed: Typed
    ) -> None:
        session = typed(session, "a *: samen", "a ZOR+WIJ: met zijn tweeën")
        assert {who: refs for who, (_, refs) in readers([session]).items()} == {
            "GEM": ["A-001"],
            "WIJ": ["A-001"],
            "ZOR": ["A-001", "A-002"],
        }

    def test_can_be_a_neutral_person(self, session: Session, typed: Typed) -> None:
        chair = Person(id="marleen", name="Marleen Hoekstra", email="marleen@voorzitter.example")
        session = typed(replace(session, people=(*session.people, chair)), "a GEM: zaal huren @Marleen")
        neutral = replace(session, entries=(replace(session.entries[0], parties=(), person="marleen"),))
        assert readers([neutral]) == {"Marleen Hoekstra": (["marleen@voorzitter.example"], ["A-001"])}
        assert readers([neutral], party="GEM") == {}

    def test_is_one_party_when_asked_for_by_code(self, session: Session, typed: Typed) -> None:
        session = typed(session, "a GEM: bellen", "a ZOR: mailen", "a *: samen")
        assert list(readers([session], party="zor")) == ["ZOR"]

    def test_is_one_reader_over_two_series_and_two_where_the_names_differ(
        self, session: Session, typed: Typed
    ) -> None:
        one = typed(session, "a GEM: bellen", "a ZOR: mailen")
        renamed = tuple(
            replace(each, name="Zorg Elders") if each.code == "ZOR" else each for each in session.parties
        )
        other = replace(session, id="2027-01-15-eefde", series=Series(slug="eefde", title="Eefde"))
        other = typed(replace(other, parties=renamed), "a GEM: schrijven", "a ZOR: lezen")
        found = reminded(open_entries([one, other], TODAY), TODAY)
        assert [[each.session.series.slug for each in one.entries] for one in found] == [
            ["eefde", "warnsveld"],
            ["eefde"],
            ["warnsveld"],
        ]


@pytest.mark.parametrize(
    ("email", "verdict"),
    [
        ("hilde@zorgorg.example", True),
        ("h.oosterbaan+overleg@zorg-org.co.example", True),
        ("", False),
        ("hilde", False),
        ("hilde@zorgorg", False),
        ("hilde@zorgorg.example, ander@elders.example", False),
        ("hilde@zorgorg.example\r\nBcc: ander@elders.example", False),
        ("hilde@zorgorg.example\n", False),
        ("Hilde <hilde@zorgorg.example>", False),
        ("hildé@zorgorg.example", False),
        (f"{'h' * 300}@zorgorg.example", False),
    ],
)
def test_an_address_is_one_plain_address(email: str, verdict: bool) -> None:
    assert has_address(Person(id="hilde", name="Hilde", email=email)) is verdict
