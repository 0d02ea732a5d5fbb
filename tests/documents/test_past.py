"""What happened to an entry, in words."""

from datetime import date
from typing import Any

from msgspec.structs import replace as but

from overleg.documents.past import past
from overleg.domain.changes import apply
from overleg.domain.changing_kind import ChangeKind
from overleg.domain.choices import Kind, Language, Sensitivity
from overleg.domain.editing import EditEntry, SetClass
from overleg.domain.model import Session
from tests.domain.conftest import NOW, Typed, a_table, forms, typed

__all__ = ["forms", "typed"]


def lines(session: Session, ref: str, mask: str = "", language: Language = Language.EN) -> list[str]:
    entry = session.entry(ref)
    assert entry is not None
    return past(entry, session, language, mask)


def edit(session: Session, ref: str, **values: Any) -> Session:
    return apply(session, EditEntry(at=NOW, ref=ref, values=values))


def test_every_change_is_told_with_what_it_was(typed: Typed) -> None:
    session = typed(a_table(), "a GEM: Bellen ^2027-02-01", "*A-001 vervallen: te duur")
    session = edit(
        session, "A-001", text="Terugbellen", due=date(2027, 3, 1), person="ruud-ketelaar", parties=("ZOR",)
    )
    assert lines(session, "A-001") == [
        "19:31  Standing: was open, is now dropped (te duur)",
        "19:31  What: was “Bellen”, is now “Terugbellen”",
        "19:31  When: was Mon 1 Feb 2027, is now Mon 1 Mar 2027",
        "19:31  Person: Ruud Ketelaar",
        "19:31  Who: was GEM, is now ZOR",
    ]


def test_what_was_said_for_and_against_other_words_is_told(typed: Typed) -> None:
    session = typed(a_table(), "b *: Op 14 mei", "?B-001 ZOR: te vroeg", "*B-001 aangepast: Op 24 mei")
    assert "19:31  ZOR had said “objection” (te vroeg)" in lines(session, "B-001")


def test_what_is_taken_away_is_told(typed: Typed) -> None:
    session = edit(typed(a_table(), "a GEM: Bellen ^2027-02-01"), "A-001", due=None)
    assert lines(session, "A-001") == ["19:31  When: Mon 1 Feb 2027 was taken away"]


def test_the_kind_it_was_is_told(typed: Typed) -> None:
    session = typed(a_table(), "n een")
    session = apply(session, ChangeKind(at=NOW, ref="N-001", kind=Kind.ACTION))
    assert lines(session, "A-001") == ["19:31  Kind: was note, is now action (N-001)"]


def test_what_is_confidential_is_masked(typed: Typed) -> None:
    session = typed(a_table(), "n ZOR: tekort van 410.000 !fin", "*N-001 aangepast: tekort van 420.000")
    assert lines(session, "N-001", "∙∙∙") == ["19:31  ∙∙∙"]
    opened = apply(session, SetClass(at=NOW, ref="N-001", sensitivity=Sensitivity.NONE))
    assert lines(opened, "N-001", "∙∙∙")[0] == "19:31  ∙∙∙"
    assert "410.000" in lines(opened, "N-001")[0]


def test_of_another_meeting_the_day_is_told(typed: Typed) -> None:
    session = typed(a_table(), "a GEM: Bellen", "*A-001 bezig")
    later = but(session, id="2027-02-11-warnsveld")
    assert lines(later, "A-001") == ["14 Jan 2027  Standing: was open, is now busy"]


def test_a_word_nobody_knows_any_more_stays_as_it_is(typed: Typed) -> None:
    session = typed(a_table(), "a GEM: Bellen", "*A-001 klaar")
    entry: Any = session.entries[0]
    odd = but(entry, history=(but(entry.history[0], old="asleep", new="awake"),))
    assert past(odd, session, Language.EN) == ["19:31  Standing: was asleep, is now awake"]
