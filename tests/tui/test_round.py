"""Rounds, turns and time on the live screen."""

from datetime import datetime, timedelta

import pytest

from overleg.desk.folders import Folders
from overleg.desk.workbench import Desk, open_session
from overleg.domain.choices import ItemStatus, Language
from overleg.tui.app import OverlegApp
from tests.tui.terminal import Sitting, sitting


class MovingClock:
    """A clock that a test moves."""

    def __init__(self) -> None:
        self.now = datetime(2027, 1, 14, 19, 30)

    def __call__(self) -> datetime:
        return self.now

    def wait(self, **time: int) -> None:
        self.now += timedelta(**time)


@pytest.fixture
def moving() -> MovingClock:
    return MovingClock()


@pytest.fixture
def timed(desk: Desk, folders: Folders, moving: MovingClock) -> Desk:
    return open_session(folders, desk.session.id, moving)


def status_of_first(desk: Desk) -> ItemStatus:
    return desk.session.agenda[0].status


class TestWhoIsSilent:
    async def test_stands_on_a_line_in_a_narrow_window(self, live: Sitting) -> None:
        await live.press("f8")
        await live.sees("WIJ (not heard yet)  GEM (not heard yet)  ZOR (not heard yet)")
        await live.press("f5")
        await live.sees("▸WIJ  GEM (not heard yet)")
        await live.enter("n ZOR: wij zijn er ook")
        await live.sees("▸WIJ  GEM (not heard yet)  ZOR ✓")

    async def test_stands_with_the_parties_in_a_wide_one(self, live: Sitting) -> None:
        await live.resize(120, 30)
        await live.press("f8", "f5")
        await live.sees("WIJ   WijWarnsveld", "speaks 0:00", "not heard yet")

    async def test_is_told_of_no_party_that_is_not_here(self, live: Sitting) -> None:
        await live.enter("/afwezig Ruud")
        await live.press("f8")
        await live.sees("GEM (absent)")

    async def test_is_told_in_signs_where_words_do_not_fit(self, live: Sitting) -> None:
        await live.resize(40, 24)
        await live.press("f8", "f5")
        await live.sees("▸WIJ  GEM  ZOR")
        await live.enter("n ZOR: wij zijn er ook")
        await live.sees("▸WIJ  GEM  ZOR ✓")

    async def test_is_not_told_in_free_talk(self, live: Sitting) -> None:
        await live.enter("/stap case")
        await live.sees("▸2 De aanleiding")
        assert "not heard yet" not in live.text


async def test_the_time_of_a_turn_runs(folders: Folders, timed: Desk, moving: MovingClock) -> None:
    async with sitting(OverlegApp(folders, Language.EN, moving, timed), 120, 30) as table:
        await table.sees("F1 Help")
        await table.press("f8", "f5")
        moving.wait(seconds=75)
        await table.sees("speaks 1:15")


class TestTheEndOfABox:
    async def test_offers_three_things_and_stops_nobody(
        self, folders: Folders, timed: Desk, moving: MovingClock
    ) -> None:
        async with sitting(OverlegApp(folders, Language.EN, moving, timed)) as table:
            await table.sees("F1 Help")
            await table.press("f8")
            moving.wait(minutes=6)
            await table.sees("Time is over:  [on to the next item]  [five more minutes]  [park it]")
            await table.enter("n nog één ding")
            await table.sees("N-001")
            await table.press("shift+tab", "right", "enter")
            await table.no_longer_sees("Time is over:")
            assert timed.session.agenda[0].planned_minutes == 11
            assert "minutes over" not in table.text
            assert table.app.screen.query("CaptureBar:focus")

    async def test_can_park_the_item(self, folders: Folders, timed: Desk, moving: MovingClock) -> None:
        async with sitting(OverlegApp(folders, Language.EN, moving, timed)) as table:
            await table.sees("F1 Help")
            await table.press("f8")
            await table.enter("/parkeer")
            await table.sees("P-001", "Welkom en mandaat", "▸2 De aanleiding")
            assert status_of_first(timed) is ItemStatus.DEFERRED
            await table.press("ctrl+z")
            await table.no_longer_sees("P-001")
            assert status_of_first(timed) is ItemStatus.ACTIVE

    async def test_a_click_goes_on(self, folders: Folders, timed: Desk, moving: MovingClock) -> None:
        async with sitting(OverlegApp(folders, Language.EN, moving, timed)) as table:
            await table.sees("F1 Help")
            await table.press("f8")
            moving.wait(minutes=6)
            await table.sees("Time is over:")
            row = next(n for n, line in enumerate(table.lines) if "Time is over" in line)
            await table.pilot.click(offset=(table.lines[row].index("on to the next") + 2, row))
            await table.sees("▸2 De aanleiding")

    async def test_what_was_used_stands_beside_what_was_planned(
        self, folders: Folders, timed: Desk, moving: MovingClock
    ) -> None:
        async with sitting(OverlegApp(folders, Language.EN, moving, timed), 120, 30) as table:
            await table.sees("F1 Help")
            await table.press("f8")
            moving.wait(minutes=9)
            await table.press("f8")
            await table.sees("9/6")


async def test_a_round_can_be_seen_in_columns(live: Sitting) -> None:
    await live.resize(120, 30)
    await live.press("f8")
    await live.enter("n GEM: de gemeente zegt iets")
    await live.enter("n WIJ: het dorp ook !v")
    await live.enter("/kolommen")
    await live.sees("N-001 note", "N-002 note", "∙∙∙ confidential")
    heading = next(line for line in live.lines if "ZorgOrg" in line and "Gemeente" in line)
    said = next(line for line in live.lines if "de gemeente zegt iets" in line)
    assert heading.index("Gemeente") == said.index("de gemeente zegt iets")
    assert "het dorp ook" not in live.text
    await live.enter("/kolommen")
    await live.sees("No.    Kind")


async def test_what_stands_in_no_column_is_told(live: Sitting) -> None:
    await live.press("f8")
    await live.enter("/kolommen")
    await live.sees("Gemeente", "ZorgOrg")
    await live.enter("n *: allen zijn er")
    await live.sees("Note all · allen zijn er")
    await live.enter("n *: dit blijft hier !v")
    await live.sees("Note all · ∙∙∙")
    assert "dit blijft hier" not in live.text


async def test_who_has_the_floor_has_a_column(live: Sitting, desk: Desk) -> None:
    await live.resize(32, 24)
    await live.press("f8", "f5", "f5", "f5")
    await live.enter("/kolommen")
    await live.sees("Gemeente        ZorgOrg", "No room for WIJ")
    await live.press("f5")
    await live.sees("WijWarnsveld    Gemeente", "No room for ZOR")
