"""What the bar offers while one types, taken with Tab."""

from overleg.desk.workbench import Desk
from tests.tui.terminal import Sitting


def bar(table: Sitting) -> str:
    return next(line for line in table.lines if " › " in line or line.endswith(" ›"))


async def test_tab_takes_the_first_and_tab_again_the_next(live: Sitting) -> None:
    await live.type("+")
    await live.press("backspace")
    await live.type("a ")
    await live.type("z")
    await live.sees("Tab: ZOR ZorgOrg")
    await live.press("tab")
    await live.sees(" › a ZOR:")


async def test_several_are_offered_and_taken_in_turn(live: Sitting, desk: Desk) -> None:
    await live.enter("n één")
    await live.enter("n twee")
    await live.type("n drie ~")
    await live.sees("Tab: N-002 twee · N-001 één")
    await live.press("tab")
    await live.sees(" › n drie ~N-002")
    await live.press("tab")
    await live.sees(" › n drie ~N-001")
    await live.type("\n")
    await live.sees("N-003")
    assert [link.ref for link in desk.session.entries[-1].links] == ["N-001"]


async def test_after_a_command_its_argument_is_offered(live: Sitting, desk: Desk) -> None:
    await live.type("/beu")
    await live.sees("Tab: beurt Give a party the floor")
    await live.press("tab")
    await live.sees("Tab: GEM Gemeente")
    await live.type("z")
    await live.press("tab")
    await live.type("\n")
    await live.sees("ZorgOrg has the floor")
    assert [turn.party for turn in desk.session.turns] == ["ZOR"]


async def test_half_a_command_is_no_mistake(live: Sitting) -> None:
    await live.type("/pau")
    await live.sees("Tab: pauze")
    assert "There is no command" not in live.text


async def test_the_arrow_right_takes_one_too_and_moves_otherwise(live: Sitting) -> None:
    await live.type("a gemee")
    await live.sees("Tab: GEM Gemeente")
    await live.press("right")
    await live.sees(" › a GEM:")
    await live.press("left", "right")
    assert bar(live) == " Note › a GEM:"


async def test_tab_goes_to_the_list_where_nothing_is_offered(live: Sitting) -> None:
    await live.enter("n iets")
    await live.press("tab")
    await live.until(lambda: live.app.focused and live.app.focused.id != "bar", "another pane")
    await live.sees("›N-001")
