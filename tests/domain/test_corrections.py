"""Corrections of the minutes of last time: noted, changed and removed, until the adoption."""

from datetime import datetime

import pytest
from msgspec.structs import replace as but

from overleg.domain.capture.minutes_commands import correction_line, read_correction
from overleg.domain.changes import apply
from overleg.domain.choices import Language, Sensitivity
from overleg.domain.correction_changes import ChangeCorrection, DropCorrection
from overleg.domain.history import Step, taken_back
from overleg.domain.meeting_changes import AdoptMinutes, CorrectMinutes
from overleg.domain.model import Adoption, Correction, Session
from overleg.errors import Refused
from tests.domain.conftest import a_table

AT = datetime(2027, 2, 11, 19, 40)
FIRST = Correction(party="ZOR", where="punt 4", old="bouwt", new="onderzoekt", at=AT)
SECOND = Correction(party=None, new="Bep was er ook", at=AT)


@pytest.fixture
def session() -> Session:
    adopts = Adoption(session="2026-12-01-warnsveld", corrections=(FIRST, SECOND))
    return but(a_table(), adopts=adopts)


def corrections(session: Session) -> tuple[Correction, ...]:
    assert session.adopts is not None
    return session.adopts.corrections


def changed(was: Correction, **fields: str) -> ChangeCorrection:
    said = {"party": was.party, "where": was.where, "old": was.old, "new": was.new} | fields
    return ChangeCorrection(at=AT, was=was, **said)  # type: ignore[arg-type]


def test_one_is_changed_in_its_place(session: Session) -> None:
    after = apply(session, changed(FIRST, new="onderzoekt het"))
    assert corrections(after) == (but(FIRST, new="onderzoekt het"), SECOND)


def test_one_is_removed_and_undo_brings_it_back_in_its_place(session: Session) -> None:
    drop = DropCorrection(at=AT, was=FIRST)
    after = apply(session, drop)
    assert corrections(after) == (SECOND,)
    assert corrections(taken_back(after, Step(drop, session, after), AT)) == (FIRST, SECOND)


def test_what_stays_the_same_is_no_change(session: Session) -> None:
    assert apply(session, changed(FIRST)) is session


@pytest.mark.parametrize(
    "change", [changed(but(FIRST, new="x")), DropCorrection(at=AT, was=but(FIRST, new="x"))]
)
def test_what_somebody_else_changed_is_looked_at_again(
    session: Session, change: ChangeCorrection | DropCorrection
) -> None:
    with pytest.raises(Refused, match="changed or removed that correction"):
        apply(session, change)


@pytest.mark.parametrize(
    "change",
    [changed(FIRST, new="x"), DropCorrection(at=AT, was=FIRST), CorrectMinutes(at=AT, party=None, new="x")],
)
def test_after_the_adoption_nothing_is_corrected_until_undo(
    session: Session, change: ChangeCorrection | DropCorrection | CorrectMinutes
) -> None:
    adopt = AdoptMinutes(at=AT)
    after = apply(session, adopt)
    with pytest.raises(Refused, match="adopted already"):
        apply(after, change)
    back = taken_back(after, Step(adopt, session, after), AT)
    assert corrections(apply(back, change)) != corrections(back)


def test_a_correction_says_something(session: Session) -> None:
    for change in (CorrectMinutes(at=AT, party=None, where="punt 4"), changed(SECOND, new="")):
        with pytest.raises(Refused, match="says what is to be changed"):
            apply(session, change)


def test_nobody_corrects_who_is_not_at_the_table(session: Session) -> None:
    with pytest.raises(Refused, match="no party XYZ"):
        apply(session, CorrectMinutes(at=AT, party="XYZ", new="x"))


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize(
    "correction",
    [
        FIRST,
        SECOND,
        but(FIRST, where=""),
        but(FIRST, party=None, sensitivity=Sensitivity.FINANCE),
        but(FIRST, sensitivity=Sensitivity.OTHER),
    ],
)
def test_the_line_of_a_correction_records_it(
    session: Session, correction: Correction, language: Language
) -> None:
    line = correction_line(correction, but(session, language=language))
    typed = line.split(" ", 2)[2]
    read = read_correction(typed, session, AT)
    assert (read.party, read.where, read.old, read.new, read.sensitivity) == (
        *(correction.party, correction.where, correction.old, correction.new, correction.sensitivity),
    )
