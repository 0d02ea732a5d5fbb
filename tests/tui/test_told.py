from overleg.desk.workbench import Desk, Made
from overleg.domain.choices import Language
from overleg.tui.told import told


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


def test_a_sensitive_answer_is_told_without_its_text(desk: Desk) -> None:
    desk.enter("v WIJ>GEM: Eén aanspreekpunt")
    said = words(desk, "=V-001 nee: er is geen geld !fin")
    assert "geld" not in said
    assert "decline" in said


def test_an_answer_to_a_sensitive_entry_is_told_without_its_text(desk: Desk) -> None:
    desk.enter("v ZOR>GEM: Een garantie op de huur !fin")
    assert "cijfers" not in words(desk, "=V-001 bespreken: eerst de cijfers")


def test_a_sensitive_entry_in_other_words_stays_masked(desk: Desk) -> None:
    desk.enter("n ZOR: tekort van 410.000 !fin")
    assert "420" not in words(desk, "*N-001 aangepast: tekort van 420.000")
