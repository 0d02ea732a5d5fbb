from typing import Any

import pytest
from msgspec.structs import replace as but

from overleg.domain.choices import AttendanceStatus, EndorsementValue, Kind
from overleg.domain.integrity import Fault, faults
from overleg.domain.model import (
    Action,
    Activity,
    AgendaItem,
    Attendance,
    Bottleneck,
    Contribution,
    Endorsement,
    Entry,
    Expectation,
    Link,
    Note,
    Party,
    Person,
    Role,
    Session,
    Turn,
)
from tests.domain.conftest import NOW

NO_PARTY = 'there is no party "XXX" at this table'
NO_STATE = "this kind of entry has no such state"


def said(of: type[Entry], ref: str, **fields: Any) -> Any:
    """Something that was said in the session of the fixture."""
    given = {"born_in": "2027-01-14-warnsveld", "created_at": NOW, "parties": ("ZOR",), "text": "Bellen"}
    return of(ref=ref, **given | fields)  # type: ignore[arg-type]


def with_entries(session: Session, *entries: Any) -> Session:
    """The session with these entries, counted as they should be."""
    counters = {entry.kind: int(entry.ref.partition("-")[2]) for entry in entries}
    return but(session, entries=entries, counters=counters)


def found(session: Session) -> list[str]:
    return [f"{path}: {message}" for path, message in faults(session)]


def test_a_session_that_holds_together_has_no_faults(session: Session) -> None:
    entries = (said(Action, "A-001", status="open", person="ruud-ketelaar"), said(Note, "N-001"))
    assert found(with_entries(session, *entries)) == []


@pytest.mark.parametrize(
    ("ref", "fields", "fault"),
    [
        ("A-001", {"parties": ("ZOR", "XXX")}, f'entries "A-001": parties: {NO_PARTY}'),
        ("A-001", {"voiced_party": "XXX"}, f'entries "A-001": voiced_party: {NO_PARTY}'),
        ("A-001", {"person": "piet"}, 'entries "A-001": person: "piet" is not on the list of people'),
        ("A-001", {"status": "asleep"}, f'entries "A-001": status: {NO_STATE}'),
        ("A-001", {"status": ""}, f'entries "A-001": status: {NO_STATE}'),
        ("X-001", {}, 'entries "X-001": ref: this is no number of an entry of this kind'),
        ("A-01", {}, 'entries "A-01": ref: this is no number of an entry of this kind'),
        ("A-0x1", {}, 'entries "A-0x1": ref: this is no number of an entry of this kind'),
    ],
)
def test_what_is_wrong_with_an_entry_is_told_with_its_place(
    session: Session, ref: str, fields: dict[str, Any], fault: str
) -> None:
    action = said(Action, ref, **{"status": "open"} | fields)
    assert found(but(session, entries=(action,), counters={Kind.ACTION: 1})) == [fault]


@pytest.mark.parametrize(
    ("entry", "field"),
    [
        (said(Expectation, "V-001", status="stated", from_party="XXX"), "from_party"),
        (said(Expectation, "V-001", status="stated", to_party="XXX"), "to_party"),
        (said(Bottleneck, "K-001", status="named", about_party="XXX"), "about_party"),
        (said(Role, "R-001", status="claimed", given_by="XXX"), "given_by"),
        (
            said(Activity, "J-001", status="idea", resources=(Contribution(party="XXX", text="zaal"),)),
            "resources",
        ),
        (
            said(
                Note,
                "N-001",
                endorsements=(Endorsement(party="XXX", value=EndorsementValue.YES, session="x", at=NOW),),
            ),
            "endorsements",
        ),
    ],
)
def test_every_party_that_an_entry_names_must_be_at_the_table(
    session: Session, entry: Entry, field: str
) -> None:
    assert found(with_entries(session, entry)) == [f'entries "{entry.ref}": {field}: {NO_PARTY}']


@pytest.mark.parametrize(
    ("fields", "fault"),
    [
        ({"chair": "piet"}, 'session: chair: "piet" is not on the list of people'),
        ({"secretary": "piet"}, 'session: secretary: "piet" is not on the list of people'),
        ({"people": (Person(id="x", name="X", party="XXX"),)}, f'people "x": party: {NO_PARTY}'),
        (
            {"attendance": (Attendance(person="piet", status=AttendanceStatus.PRESENT),)},
            'attendance "piet": person: "piet" is not on the list of people',
        ),
        ({"turns": (Turn(id="t1", item=None, party="XXX", start=NOW),)}, f'turns "t1": party: {NO_PARTY}'),
        (
            {"agenda": (AgendaItem(id="i", title="x"), AgendaItem(id="i", title="y"))},
            'agenda "i": it is there more than once',
        ),
        (
            {
                "parties": (Party(id="a", code="GEM", name="A"), Party(id="b", code="gem", name="B")),
                "people": (),
            },
            'parties: the code "GEM" is there more than once',
        ),
    ],
)
def test_what_is_wrong_with_the_rest_is_told_with_its_place(
    session: Session, fields: dict[str, Any], fault: str
) -> None:
    assert found(but(session, **fields)) == [fault]


def test_a_number_beyond_the_count_would_be_given_twice(session: Session) -> None:
    session = but(with_entries(session, said(Action, "A-007", status="open")), counters={Kind.ACTION: 6})
    assert found(session) == [
        "session: counters: action: it is lower than A-007, so a number would be given twice"
    ]


def test_two_entries_with_one_number_are_found(session: Session) -> None:
    entries = (said(Note, "N-001"), said(Note, "N-001", text="Anders"))
    assert found(with_entries(session, *entries)) == ['entries "N-001": it is there more than once']


@pytest.mark.parametrize("ref", ["V-001", "E-001"])
def test_the_letters_of_both_languages_number_a_kind(session: Session, ref: str) -> None:
    assert found(with_entries(session, said(Expectation, ref, status="stated"))) == []


def test_a_kind_without_states_has_none(session: Session) -> None:
    assert found(with_entries(session, said(Note, "N-001", status="open"))) == [
        f'entries "N-001": status: {NO_STATE}'
    ]


def test_an_entry_carried_over_may_be_of_somebody_who_is_not_here(session: Session) -> None:
    action = said(Action, "A-001", status="open", person="piet", born_in="2026-12-10-warnsveld")
    assert found(with_entries(session, action)) == []


def test_what_undoing_can_take_away_may_be_gone(session: Session) -> None:
    note = said(Note, "N-001", task="x", item="i9", target_groups=("y",), links=(Link(ref="A-099"),))
    assert found(with_entries(session, note)) == []


def test_every_fault_is_found_and_not_only_the_first(session: Session) -> None:
    action = said(Action, "A-001", status="x", parties=("XXX",))
    assert [type(fault) for fault in faults(with_entries(session, action))] == [Fault, Fault]
