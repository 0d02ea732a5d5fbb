from datetime import date

from overleg.desk.workbench import Desk, Made
from overleg.domain.changes import Change
from overleg.domain.changing_kind import ChangeKind
from overleg.domain.choices import Kind, Language, Sensitivity
from overleg.domain.editing import EditEntry, SetClass
from overleg.domain.entry_changes import Retract, SetState
from overleg.domain.together import Together
from overleg.tui.told import told
from overleg.tui.widgets.entry_cells import MASK
from tests.tui.conftest import NOW


def words(desk: Desk, line: str) -> str:
    made = desk.enter(line)
    assert isinstance(made, Made)
    return told(made.change, desk.session, Language.EN)


def test_an_open_entry_is_told_with_its_text(desk: Desk) -> None:
    assert words(desk, "n GEM: iedereen mag dit lezen") == "Note GEM · iedereen mag dit lezen"


def test_a_sensitive_entry_is_told_without_it(desk: Desk) -> None:
    said = words(desk, "k ZOR: [geld5] Huurcontract loopt door !fin")
    assert "Huurcontract" not in said
    assert "confidential (finance)" in said


def test_a_sensitive_answer_is_told_without_what_it_is(desk: Desk) -> None:
    desk.enter("v WIJ>GEM: Eén aanspreekpunt")
    assert words(desk, "=V-001 nee: er is geen geld !fin") == "V-001: answered in confidence"


def test_an_answer_to_a_sensitive_entry_is_told_without_its_text(desk: Desk) -> None:
    desk.enter("v ZOR>GEM: Een garantie op de huur !fin")
    assert "cijfers" not in words(desk, "=V-001 bespreken: eerst de cijfers")


def test_a_sensitive_entry_in_other_words_stays_masked(desk: Desk) -> None:
    desk.enter("n ZOR: tekort van 410.000 !fin")
    assert "420" not in words(desk, "*N-001 aangepast: tekort van 420.000")


def made(desk: Desk, change: Change) -> str:
    desk.make(change)
    return told(change, desk.session, Language.EN)


def test_neither_its_task_its_group_nor_its_reservation_gives_a_sensitive_entry_away(desk: Desk) -> None:
    said = words(desk, "t GEM: 12 uur &huurgarantie #mantelzorgers %raad !fin")
    assert said == f"Commitment GEM · {MASK} · confidential (finance)"
    for word in ("huurgarantie", "mantelzorgers", "raad", "12 uur"):
        assert word not in said


def test_an_edited_entry_is_told_field_by_field(desk: Desk) -> None:
    desk.enter("a GEM: Bellen")
    change = EditEntry(at=NOW, ref="A-001", values={"text": "Mailen", "due": date(2027, 1, 15), "detail": ""})
    assert made(desk, change) == "A-001 edited · What: Mailen · When: Fri 15 Jan 2027 · Explanation: empty"


def test_of_a_sensitive_entry_only_that_it_was_edited(desk: Desk) -> None:
    desk.enter("n ZOR: tekort !fin")
    assert made(desk, EditEntry(at=NOW, ref="N-001", values={"text": "tekort van 410.000"})) == "N-001 edited"


def test_of_an_entry_that_becomes_sensitive_too_and_when_that_is_undone(desk: Desk) -> None:
    desk.enter("n ZOR: iets")
    values = {"text": "tekort van 410.000", "sensitivity": Sensitivity.FINANCE}
    change = EditEntry(at=NOW, ref="N-001", values=values)
    assert made(desk, change) == "N-001 edited"
    desk.undo()
    assert told(change, desk.session, Language.EN) == "N-001 edited"


def test_of_another_kind_only_which(desk: Desk) -> None:
    desk.enter("n ZOR: tekort !fin")
    change = ChangeKind(at=NOW, ref="N-001", kind=Kind.ACTION, values={"text": "tekort van 410.000"})
    assert made(desk, change) == "N-001 becomes: action"


def test_a_class_is_told_in_words(desk: Desk) -> None:
    desk.enter("v WIJ>GEM: Scholing")
    desk.enter("=V-001 nee: geen geld")
    up = SetClass(at=NOW, ref="V-001", sensitivity=Sensitivity.FINANCE, of_answer=True)
    down = SetClass(at=NOW, ref="V-001", sensitivity=Sensitivity.NONE, of_answer=True)
    assert made(desk, up) == "V-001 the answer is confidential (finance)"
    assert made(desk, down) == "V-001 the answer is not confidential"


def test_what_is_said_about_a_sensitive_entry_is_told_without_its_reservation(desk: Desk) -> None:
    desk.enter("b *: Garantie op de huur !fin")
    said = words(desk, "+B-001 GEM %raad: als de cijfers kloppen")
    assert "raad" not in said
    assert "cijfers" not in said


def test_a_stance_taken_back_is_told(desk: Desk) -> None:
    desk.enter("b *: Werkgroep")
    desk.enter("+B-001 GEM")
    assert made(desk, Retract(at=NOW, ref="B-001", parties=("GEM",))) == "B-001 GEM: has not spoken yet"


def test_what_is_said_while_it_becomes_sensitive_is_masked_before_it_is_made(desk: Desk) -> None:
    desk.enter("n ZOR: iets")
    confided = EditEntry(at=NOW, ref="N-001", values={"text": "anders", "sensitivity": Sensitivity.OTHER})
    gone = SetState(at=NOW, ref="N-001", state="withdrawn", text="om de cijfers")
    said = told(Together(at=NOW, changes=(confided, gone)), desk.session, Language.EN)
    assert said == f"N-001 edited · N-001 withdrawn · {MASK}"
