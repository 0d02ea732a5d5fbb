"""What is confidential: made so with one key, masked until somebody asks, never on the beamer by surprise."""

from overleg.desk.workbench import Desk
from overleg.domain.choices import Sensitivity
from tests.tui.terminal import Sitting


async def test_one_key_marks_what_is_being_typed(live: Sitting, desk: Desk) -> None:
    await live.type("n GEM: het potje is leeg")
    await live.press("f6")
    await live.sees(" › n GEM: het potje is leeg !v", "confidential")
    await live.press("f6", "f6")
    await live.type("\n")
    await live.sees("∙∙∙ confidential")
    assert desk.session.entries[0].sensitivity is Sensitivity.OTHER
    assert "potje" not in live.text


async def test_one_key_marks_the_last_entry_and_opens_it_again(live: Sitting, desk: Desk) -> None:
    await live.enter("n GEM: het potje is leeg")
    await live.press("f6")
    await live.sees("∙∙∙ confidential")
    await live.press("f6")
    await live.sees("het potje is leeg")
    assert desk.session.entries[0].sensitivity is Sensitivity.NONE


async def test_one_key_marks_the_entry_under_the_mark(live: Sitting, desk: Desk) -> None:
    await live.enter("n GEM: het eerste")
    await live.enter("n GEM: het tweede")
    await live.press("escape", "up", "f6")
    await live.no_longer_sees("het eerste")
    assert [entry.sensitivity for entry in desk.session.entries] == [Sensitivity.OTHER, Sensitivity.NONE]


async def test_it_is_shown_when_asked_for_and_masked_again(live: Sitting) -> None:
    await live.enter("n GEM: het potje is leeg !fin")
    await live.enter("/toon")
    await live.sees("het potje is leeg · confidential (finance)")
    await live.enter("/toon n1")
    await live.no_longer_sees("het potje")


async def test_on_the_beamer_it_is_masked_again(live: Sitting) -> None:
    await live.enter("n GEM: het potje is leeg !fin")
    await live.enter("/toon")
    await live.sees("het potje is leeg")
    await live.press("ctrl+g")
    await live.no_longer_sees("het potje")


async def test_on_the_beamer_there_is_room_around_what_matters(live: Sitting) -> None:
    await live.resize(120, 30)
    await live.enter("/stap case")
    await live.enter("n GEM: het eerste")
    await live.enter("n GEM: het tweede")
    await live.sees("N-002", "Agenda")
    await live.press("ctrl+g")
    await live.no_longer_sees("Agenda")
    first = next(n for n, line in enumerate(live.lines) if "N-001" in line)
    assert live.lines[first + 1].strip() == ""
    assert "N-002" in live.lines[first + 2]
    await live.enter("n GEM: er wordt gewoon verder getypt")
    await live.sees("N-003")
    await live.press("ctrl+g")
    await live.sees("Agenda")
