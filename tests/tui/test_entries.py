"""The list of entries: what it draws, what it costs, where it stands."""

import pytest

from overleg.desk.folders import Folders
from overleg.desk.workbench import Desk
from overleg.domain.choices import Language
from overleg.tui.app import OverlegApp
from overleg.tui.widgets.entries import Entries
from tests.tui.terminal import Sitting, sitting


def fill(desk: Desk, count: int) -> None:
    for number in range(1, count + 1):
        desk.enter(f"n GEM: regel {number}")


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The rows that were drawn, one for each time."""
    rows: list[int] = []
    draw = Entries.draw_row

    def draw_row(self: Entries, row: int, line: int, width: int) -> object:
        rows.append(row)
        return draw(self, row, line, width)

    monkeypatch.setattr(Entries, "draw_row", draw_row)
    return rows


async def test_only_what_is_in_sight_is_drawn(folders: Folders, desk: Desk, drawn: list[int]) -> None:
    fill(desk, 200)
    async with sitting(OverlegApp(folders, Language.EN, desk.clock, desk)) as table:
        await table.sees("regel 200")
        assert min(drawn) > 150
        drawn.clear()
        await table.enter("n GEM: nog een")
        await table.sees("nog een")
        assert min(drawn) > 150


async def test_a_key_in_the_bar_draws_no_entry(live: Sitting, desk: Desk, drawn: list[int]) -> None:
    await live.enter("n een")
    await live.sees("N-001")
    drawn.clear()
    await live.type("a GEM: een nieuwe regel")
    await live.sees("Action GEM")
    assert drawn == []


async def test_it_follows_the_newest_entry(live: Sitting) -> None:
    for number in range(1, 31):
        await live.enter(f"n regel {number}")
    await live.sees("regel 30")
    assert "regel 1\n" not in live.text


async def test_the_arrows_walk_through_it_and_past_its_edge(live: Sitting, desk: Desk) -> None:
    fill(desk, 40)
    live.app.screen.tick()  # type: ignore[attr-defined]
    await live.sees("regel 40")
    await live.press("escape")
    await live.sees("›N-040")
    await live.press("up")
    await live.sees("›N-039")
    await live.press("home")
    await live.sees("›N-001")
    await live.press("pagedown")
    await live.sees("›N-015")
    await live.press("pagedown")
    await live.no_longer_sees("N-001")
    await live.press("end")
    await live.sees("›N-040")
    await live.press("down")
    await live.sees("›N-040")


async def test_it_stays_where_somebody_reads_while_lines_come_in(live: Sitting, desk: Desk) -> None:
    fill(desk, 40)
    live.app.screen.tick()  # type: ignore[attr-defined]
    await live.press("escape", "home")
    await live.sees("›N-001")
    desk.enter("n GEM: van iemand anders")
    live.app.screen.tick()  # type: ignore[attr-defined]
    await live.rest()
    await live.sees("›N-001")
    assert "van iemand anders" not in live.text


async def test_the_marked_entry_stays_in_sight_when_something_appears_below_it(
    live: Sitting, desk: Desk
) -> None:
    fill(desk, 40)
    live.app.screen.tick()  # type: ignore[attr-defined]
    await live.press("escape", "up")
    await live.sees("›N-039", "N-040")
    desk.enter("v WIJ>ZOR: een vaste achterwacht")
    live.app.screen.tick()  # type: ignore[attr-defined]
    await live.sees("y yes", "›N-039")


async def test_a_click_marks_an_entry(live: Sitting, desk: Desk) -> None:
    fill(desk, 3)
    live.app.screen.tick()  # type: ignore[attr-defined]
    await live.sees("regel 3")
    await live.pilot.click(Entries, offset=(20, 2))
    await live.sees("›N-002")


async def test_the_wheel_moves_it(live: Sitting, desk: Desk) -> None:
    fill(desk, 60)
    live.app.screen.tick()  # type: ignore[attr-defined]
    await live.sees("regel 60")
    entries = live.app.screen.query_one(Entries)
    for _ in range(10):
        entries.scroll_up(animate=False)
    await live.no_longer_sees("regel 60")


async def test_an_answer_changes_the_line_it_belongs_to(live: Sitting) -> None:
    await live.enter("v WIJ>GEM: Eén aanspreekpunt")
    await live.enter("n GEM: nog iets")
    await live.enter("=V-001 ja")
    await live.sees("Eén aanspreekpunt · accept", "V-001 GEM: accept")


async def test_a_withdrawn_entry_stays_and_says_so(live: Sitting) -> None:
    await live.enter("n GEM: te vroeg")
    await live.enter("*N-001 ingetrokken")
    await live.sees("te vroeg · withdrawn")
