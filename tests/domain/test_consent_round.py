"""A round along the parties: what each says, what it changes, and what is still to be asked."""

from typing import Any

import pytest
from msgspec.structs import replace as but

from overleg.domain import consent_round
from overleg.domain.changes import apply
from overleg.domain.choices import AttendanceStatus
from overleg.domain.consent_round import Round, Stance, Voice
from overleg.domain.model import Attendance, Reservation, Session
from overleg.domain.together import Together
from overleg.errors import Refused
from tests.domain.conftest import NOW, Typed


@pytest.fixture
def proposed(session: Session, typed: Typed) -> Session:
    """A proposal at a table where GEM asks the college, ZOR has to ask somebody, and WIJ decides."""
    ruud, hilde = session.people
    people = (but(ruud, mandate_body="college"), hilde)
    return typed(but(session, people=people), "b *: Werkgroep")


def everybody_agrees(session: Session, ref: str = "B-001") -> Round:
    said = consent_round.begun(session, ref)
    for voice in said.voices:
        said = consent_round.spoken(session, said, voice.party, Stance.AGREES)
    return said


def closed(session: Session, said: Round) -> Any:
    return consent_round.after(session, said, NOW).entry(said.ref)


def test_begins_with_what_was_said_already(proposed: Session, typed: Typed) -> None:
    session = typed(proposed, "+B-001 WIJ", "?B-001 ZOR: te vroeg")
    said = consent_round.begun(session, "B-001")
    assert [(voice.party, voice.stance, voice.text) for voice in said.voices] == [
        ("GEM", Stance.SILENT, ""),
        ("ZOR", Stance.OBJECTS, "te vroeg"),
        ("WIJ", Stance.AGREES, ""),
    ]
    assert consent_round.changes(session, said, NOW) == ()


def test_who_has_to_consult_agrees_under_reservation(proposed: Session) -> None:
    said = everybody_agrees(proposed)
    assert said.voice("GEM").reservation == Reservation(body="college")
    assert [voice.party for voice in consent_round.still_to_ask(proposed, said)] == ["GEM", "ZOR"]
    assert closed(proposed, said).status == "taken_under_reservation"


def test_a_reservation_that_is_not_needed_is_none(proposed: Session) -> None:
    said = everybody_agrees(proposed)
    for party in ("GEM", "ZOR"):
        said = said.saying(Voice(party, Stance.AGREES, is_asked=True))
    assert consent_round.still_to_ask(proposed, said) == ()
    assert closed(proposed, said).status == "taken"


def test_an_objection_keeps_it_a_proposal_and_is_asked_for_afterwards(proposed: Session) -> None:
    said = consent_round.spoken(proposed, everybody_agrees(proposed), "WIJ", Stance.OBJECTS)
    assert closed(proposed, said).status == "proposed"
    assert "WIJ" in [voice.party for voice in consent_round.still_to_ask(proposed, said)]


def test_the_absent_are_to_be_informed_and_not_waited_for(proposed: Session) -> None:
    away = Attendance(person="hilde-oosterbaan", status=AttendanceStatus.EXCUSED)
    session = but(proposed, attendance=(away,))
    said = everybody_agrees(session)
    assert (said.away, [voice.party for voice in said.voices]) == (("ZOR",), ["GEM", "WIJ"])
    assert closed(session, said).status == "taken_under_reservation"


def test_in_other_words_nobody_has_spoken(proposed: Session, typed: Typed) -> None:
    session = typed(proposed, "+B-001 *")
    said = consent_round.amended(consent_round.begun(session, "B-001"), "Werkgroep van vier")
    assert {voice.stance for voice in said.voices} == {Stance.SILENT}
    entry = closed(session, said)
    assert (entry.text, entry.status, entry.endorsements) == ("Werkgroep van vier", "proposed", ())
    again = consent_round.spoken(session, said, "WIJ", Stance.AGREES)
    assert [each.party for each in closed(session, again).endorsements] == ["WIJ"]


def test_who_is_silent_again_has_said_nothing(proposed: Session, typed: Typed) -> None:
    session = typed(proposed, "+B-001 WIJ")
    said = consent_round.spoken(session, consent_round.begun(session, "B-001"), "WIJ", Stance.SILENT)
    assert closed(session, said).endorsements == ()


def test_everything_is_one_change(proposed: Session) -> None:
    said = consent_round.spoken(proposed, everybody_agrees(proposed), "ZOR", Stance.OBJECTS)
    made = consent_round.changes(proposed, said, NOW)
    after = apply(proposed, Together(at=NOW, changes=made))
    assert (len(made), after.revision) == (3, proposed.revision + 1)


def test_of_a_goal_asks_all_at_the_table_and_no_reservation(session: Session, typed: Typed) -> None:
    session = typed(session, "d WIJ: Zorg in het dorp")
    said = everybody_agrees(session, "D-001")
    assert len(said.voices) == 3
    assert consent_round.still_to_ask(session, said) == ()


def test_of_an_agreement_asks_those_it_names(session: Session, typed: Typed) -> None:
    session = typed(session, "f GEM+ZOR: Elkaar bellen")
    assert [voice.party for voice in consent_round.begun(session, "F-001").voices] == ["GEM", "ZOR"]


def test_of_what_was_said_for_another_asks_that_one(session: Session, typed: Typed) -> None:
    session = typed(session, "n ZOR/WIJ: Wij zijn moe")
    assert [voice.party for voice in consent_round.begun(session, "N-001").voices] == ["WIJ"]


@pytest.mark.parametrize(("line", "words"), [("a GEM: Bellen", "do not endorse")])
def test_of_what_parties_are_not_asked_about_is_refused(
    session: Session, typed: Typed, line: str, words: str
) -> None:
    session = typed(session, line)
    with pytest.raises(Refused, match=words):
        consent_round.begun(session, "A-001")
