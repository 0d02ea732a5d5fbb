"""No session makes a check raise, however odd it is."""

from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace as but

from overleg.domain.checks import CHECKS, Moment, finding_about, findings, shown
from overleg.domain.choices import (
    AnswerValue,
    AttendanceStatus,
    EndorsementValue,
    ItemStatus,
    Language,
    Mode,
    Rasci,
    Sensitivity,
    SessionStatus,
)
from overleg.domain.kinds import KINDS
from overleg.domain.model import (
    AgendaItem,
    Answer,
    Attendance,
    Endorsement,
    Expectation,
    HistoryLine,
    Link,
    Person,
    Reservation,
    Session,
    TargetGroup,
    Task,
    Turn,
)
from overleg.locale import say
from tests.domain.conftest import NOW, a_table

PARTIES = st.sampled_from(["GEM", "ZOR", "WIJ", "gone"])
MAYBE_PARTY = st.none() | PARTIES
DAYS = st.none() | st.dates(date(2026, 12, 1), date(2027, 3, 1))
REFS = st.sampled_from(["A-001", "V-001", "D-001", "X-999"])
SLUGS = st.sampled_from(["vervoer", "gone", "verbinden"])
TEXTS = st.text(max_size=20) | st.sampled_from(["", "Mevrouw {x} De Bruin", "POH 123456789", "{party}"])
RESERVATIONS = st.none() | st.builds(Reservation, body=TEXTS, until=DAYS)


@st.composite
def entries(draw: st.DrawFn) -> tuple[Any, ...]:
    count = draw(st.integers(0, 12))
    return tuple(draw(entry(number)) for number in range(1, count + 1))


@st.composite
def entry(draw: st.DrawFn, number: int) -> Any:
    row = KINDS[draw(st.sampled_from(list(KINDS)))]
    fields: dict[str, Any] = {
        "ref": f"{row.letters.nl.upper()}-{number:03}",
        "born_in": draw(st.sampled_from(["2027-01-14-warnsveld", "gone"])),
        "created_at": NOW,
        "text": draw(TEXTS),
        "parties": tuple(draw(st.lists(PARTIES, max_size=3, unique=True))),
        "for_all": draw(st.booleans()),
        "status": draw(st.sampled_from([state.key for state in row.states] or [""])),
        "task": draw(st.none() | SLUGS),
        "rasci": draw(st.none() | st.sampled_from(Rasci)),
        "target_groups": tuple(draw(st.lists(SLUGS, max_size=2))),
        "links": tuple(Link(ref=ref) for ref in draw(st.lists(REFS, max_size=2))),
        "sensitivity": draw(st.sampled_from(Sensitivity)),
        "item": draw(st.sampled_from([None, "one", "gone"])),
        "person": draw(st.sampled_from([None, "ruud-ketelaar", "gone"])),
        "voiced_party": draw(st.none() | st.none() | PARTIES),
        "endorsements": tuple(draw(st.lists(endorsements(), max_size=2))),
        "history": tuple(draw(st.lists(HISTORY, max_size=1))),
    }
    own = row.record.__struct_fields__
    if "from_party" in own:
        fields |= {"from_party": draw(MAYBE_PARTY), "to_party": draw(MAYBE_PARTY)}
    if "about_party" in own:
        fields |= {"about_party": draw(MAYBE_PARTY)}
    if row.date_field:
        fields |= {row.date_field: draw(DAYS)}
    if "reservation" in own:
        fields |= {"reservation": draw(RESERVATIONS)}
    if row.record is Expectation:
        fields |= {"answer": draw(st.none() | ANSWERS)}
    return row.record(**fields)


HISTORY = st.builds(HistoryLine, session=st.just("gone"), at=st.just(NOW), field=st.just("status"))
ANSWERS = st.builds(
    Answer,
    value=st.sampled_from(AnswerValue),
    text=TEXTS,
    at=st.just(NOW),
    reservation=RESERVATIONS,
    sensitivity=st.sampled_from(Sensitivity),
)


def endorsements() -> st.SearchStrategy[Endorsement]:
    return st.builds(
        Endorsement,
        party=PARTIES,
        value=st.sampled_from(EndorsementValue),
        reservation=RESERVATIONS,
        sensitivity=st.sampled_from(Sensitivity),
        session=st.just("2027-01-14-warnsveld"),
        at=st.just(NOW),
    )


@st.composite
def sessions(draw: st.DrawFn) -> Session:
    table = a_table()
    item = AgendaItem(
        id="one",
        title=draw(TEXTS),
        step=draw(st.sampled_from(["", "roles"])),
        mode=draw(st.sampled_from(Mode)),
        status=draw(st.sampled_from(ItemStatus)),
        planned_minutes=draw(st.none() | st.integers(0, 30)),
        started_at=draw(st.none() | st.just(NOW)),
        opener=draw(MAYBE_PARTY),
        checks=tuple(draw(st.lists(st.sampled_from([*CHECKS, "no_such_check"]), max_size=5))),
    )
    turn = Turn(id="t1", item=draw(st.sampled_from([None, "one", "gone"])), party=draw(PARTIES), start=NOW)
    person = Person(id="x", name=draw(TEXTS), party=draw(MAYBE_PARTY))
    away = Attendance(
        person=draw(st.sampled_from(["x", "gone"])), status=draw(st.sampled_from(AttendanceStatus))
    )
    return but(
        table,
        parties=draw(st.sampled_from([table.parties, table.parties[:1], ()])),
        people=draw(st.sampled_from([(), (*table.people, person)])),
        attendance=draw(st.sampled_from([(), (away,)])),
        agenda=draw(st.sampled_from([(), (item,)])),
        turns=draw(st.sampled_from([(), (turn,)])),
        tasks=draw(st.sampled_from([(), (Task(slug="vervoer", title="vervoer"),)])),
        target_groups=draw(st.sampled_from([(), (TargetGroup(slug="vervoer", title="Vervoer"),)])),
        status=draw(st.sampled_from(SessionStatus)),
        end=draw(st.sampled_from([None, "21:15"])),
        entries=draw(entries()),
    )


@settings(max_examples=150, deadline=None)
@given(sessions(), st.datetimes(datetime(2026, 1, 1), datetime(2028, 1, 1)))
def test_every_session_can_be_looked_at_and_spoken_of(session: Session, now: datetime) -> None:
    for moment in Moment:
        for finding in findings(session, now, moment):
            for language in Language:
                assert say(finding.message, language)
            assert finding_about(session, now, finding.check, finding.subject) or moment != Moment.ASKED
    assert len(shown(session, now)) <= 3


@pytest.mark.parametrize("moment", Moment)
def test_an_empty_session_has_nothing_to_say_about_parties(moment: Moment) -> None:
    empty = but(a_table(), parties=(), people=())
    assert [each for each in findings(empty, NOW, moment) if each.parties] == []
