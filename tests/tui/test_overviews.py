"""The overviews: who does what, who gives, what is shared; speaking time only for who asks for it."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import date, timedelta

import pytest
from textual.app import ComposeResult

from overleg.desk.folders import Folders
from overleg.desk.workbench import Desk, found_session
from overleg.domain.choices import Language
from overleg.domain.meeting_changes import GiveTurn
from overleg.domain.model import Session
from overleg.domain.overviews.exchange import exchanges
from overleg.domain.setup import Setup, new_series, read_party
from overleg.tui.app import OverlegApp
from overleg.tui.screens.at_desk import AtDesk
from overleg.tui.screens.overviews import Overviews
from overleg.tui.widgets.notice import Notice
from overleg.tui.widgets.overviews import TALK, VIEWS, Told, view_lines
from overleg.tui.widgets.overviews.lines import Row, table
from overleg.tui.widgets.small_matrix import SmallMatrix, brief_cells, laid_out
from tests.tui.conftest import NOW, clock
from tests.tui.terminal import Sitting, sitting

Compare = Callable[[str, str], None]

HOSTILE = "a [concept] [red]b[/red] [/x] [@click=app.quit]z[/]"


@asynccontextmanager
async def overviews(
    folders: Folders,
    desk: Desk,
    width: int = 80,
    height: int = 24,
    language: Language = Language.EN,
    view: str = "role_map",
) -> AsyncIterator[Sitting]:
    """Somebody in front of the overviews of that session."""
    async with sitting(OverlegApp(folders, language, clock), width, height) as table:
        table.app.push_screen(Overviews(desk, language, view))
        await table.until(lambda: isinstance(table.app.screen, Overviews), "the overviews")
        await table.rest()
        yield table


def words(session: Session, view: str, width: int = 76, language: Language = Language.EN) -> str:
    return "\n".join(line.text for line in view_lines(view, session, NOW, language, width))


class TestTheScreen:
    @pytest.mark.parametrize("view", ["role_map", "give_and_take", "shared_goals"])
    async def test_looks_as_before(
        self, folders: Folders, example: Desk, as_before: Compare, view: str
    ) -> None:
        async with overviews(folders, example, view=view) as table:
            await table.sees("GEM", "WIJ", "Esc Back")
            as_before(f"overviews-{view.replace('_', '-')}-80x24", table.text)

    async def test_is_walked_through_with_the_arrows_and_the_digits(
        self, folders: Folders, example: Desk
    ) -> None:
        async with overviews(folders, example) as table:
            await table.sees("▸1 Roles", "Who does what")
            await table.press("right")
            await table.sees("▸2 Give and take", "brings   3  ======")
            await table.press("left", "left")
            await table.sees("▸5 Target groups", "There is no activity for this group yet.")
            await table.press("4")
            await table.sees("T-001  12 uur per week", "subject to college")
            await table.press("right", "right")
            await table.sees("▸1 Roles")

    async def test_is_chosen_with_a_click(self, folders: Folders, example: Desk) -> None:
        async with overviews(folders, example) as table:
            await table.sees("3 Goals")
            await table.pilot.click(offset=(table.lines[1].index("3 Goals") + 2, 1))
            await table.sees("▸3 Goals", "✓ This is a shared goal.")

    async def test_scrolls_where_it_does_not_fit(self, folders: Folders, example: Desk) -> None:
        async with overviews(folders, example, 80, 14) as table:
            await table.sees("Task")
            assert "A answers for it" not in table.text
            await table.press("end")
            await table.sees("A answers for it   R does it")
            await table.press("2")
            await table.sees("GEM  Gemeente")

    async def test_shows_what_is_recorded_meanwhile(self, folders: Folders, desk: Desk) -> None:
        async with overviews(folders, desk) as table:
            await table.sees("No task was named yet.")
            desk.enter("r GEM: Het loket &loket=A")
            await table.sees("loket", "A")

    async def test_speaks_dutch(self, folders: Folders, example: Desk) -> None:
        async with overviews(folders, example, language=Language.NL) as table:
            await table.sees("∙∙∙ vertrouwelijk", "aanspreekpunt")

    async def test_becomes_tiny_and_large_again(self, folders: Folders, example: Desk) -> None:
        async with overviews(folders, example) as table:
            for width, height in ((20, 5), (5, 3), (1, 1), (200, 50), (80, 24)):
                await table.resize(width, height)
                for key in ("1", "2", "3", "4", "5", "s", "right"):
                    await table.press(key)
            await table.press("1")
            await table.sees("▸1 Roles", "Esc Back")

    async def test_escape_goes_back(self, folders: Folders, example: Desk) -> None:
        async with overviews(folders, example) as table:
            await table.press("escape")
            await table.no_longer_sees("Overviews")


class TestSpeakingTime:
    async def test_is_shown_only_when_it_is_asked_for(self, folders: Folders, desk: Desk) -> None:
        desk.enter("/beurt GEM")
        async with overviews(folders, desk) as table:
            for _ in VIEWS:
                await table.press("right")
                assert "0%" not in table.text
            await table.sees("Esc Back")
            assert "▸s" not in table.text
            await table.press("s")
            await table.sees("▸s Speaking time", "GEM")
            await table.press("s")
            await table.no_longer_sees("▸s Speaking time")

    def test_has_minutes_a_share_and_the_mark_of_an_even_one(self, desk: Desk) -> None:
        seconds = {"GEM": 300, "ZOR": 640, "WIJ": 120}
        told = words(_spoken(desk, seconds), TALK)
        rows = [line for line in told.splitlines() if "%" in line]
        assert [row.split()[:3] for row in rows] == [
            ["GEM", "5:00", "28%"],
            ["ZOR", "10:40", "60%"],
            ["WIJ", "2:00", "11%"],
        ]
        assert len({row.index("|") for row in rows}) == 1

    def test_is_told_for_each_agenda_item(self, desk: Desk) -> None:
        session = _spoken(desk, {"GEM": 300, "ZOR": 640})
        assert "outside the agenda  5:00   10:40" in words(session, TALK)

    def test_that_nobody_had_the_floor_is_said(self, desk: Desk) -> None:
        assert "Nobody had the floor yet" in words(desk.session, TALK)


class TestRoles:
    def test_show_letters_what_is_implied_and_boundaries(self, example: Desk) -> None:
        lines = {
            line.split("  ")[0]: line.split() for line in words(example.session, "role_map").splitlines()
        }
        assert lines["aanspreekpunt"][1:] == ["A", "(r)"]
        assert lines["lijfzorg"][1:] == ["x"]
        assert lines["scholing"][1:] == ["R"]

    def test_name_overlap_gap_and_boundary_in_words(self, desk: Desk) -> None:
        for line in (
            "r GEM: Regie &regie=A",
            "r ZOR: Regie &regie=A",
            "g WIJ: Geen lijfzorg &lijfzorg",
            "v ZOR>WIJ: Avondrondes &lijfzorg",
        ):
            desk.enter(line)
        told = words(desk.session, "role_map", 120)
        assert "! Several say that they answer for it: Gemeente and ZorgOrg." in told
        assert "! It was named, and nobody does it yet." in told
        assert "! E-001" not in told
        assert "! V-001 touches a boundary of WijWarnsveld (G-001)." in told

    def test_mask_a_task_that_would_give_a_secret_away(self, example: Desk) -> None:
        told = words(example.session, "role_map")
        assert "huurgarantie" not in told
        assert "∙∙∙ confidential" in told


class TestGiveAndTake:
    def test_has_two_bars_for_each_party(self, example: Desk) -> None:
        told = words(example.session, "give_and_take")
        bars = [
            (line.split()[0], line.split()[1], line.count("=")) for line in told.splitlines() if "=" in line
        ]
        assert bars == [("brings", "3", 6), ("asks", "2", 4)] * 2 + [("brings", "2", 4), ("asks", "2", 4)]
        assert "1 accepted, 0 offered, 2 promised" in told
        assert "?" not in told

    def test_keeps_the_bars_within_the_window(self, desk: Desk) -> None:
        for number in range(30):
            desk.enter(f"v GEM>ZOR: Vraag {number}")
        told = words(desk.session, "give_and_take", 40)
        assert max(map(len, told.splitlines())) <= 40
        assert "30" in told

    def test_asks_a_municipality_that_only_connects(self, desk: Desk) -> None:
        desk.enter("r GEM: Partijen bij elkaar brengen &verbinden=A")
        assert "The municipality calls itself a connector." in words(desk.session, "give_and_take")

    def test_asks_a_system_party_that_only_asks_of_residents(self, desk: Desk) -> None:
        desk.enter("v ZOR>WIJ: Avondrondes")
        assert "ZorgOrg asks something of residents." in words(desk.session, "give_and_take")


class TestSharedGoals:
    def test_come_first_with_who_endorses_them(self, example: Desk) -> None:
        lines = words(example.session, "shared_goals", 110).splitlines()
        goals = [line for line in lines if line.startswith("D-0")]
        assert goals[0].startswith("D-004")
        assert goals[0].split()[-3:] == ["yes", "yes", "yes"]
        assert [line.split()[-3:] for line in goals[1:]] == [
            ["-", "-", "own"],
            ["-", "own", "-"],
            ["own", "-", "-"],
        ]

    def test_come_with_the_groups_that_several_parties_name(self, example: Desk) -> None:
        told = words(example.session, "shared_goals", 110)
        assert "ouderen comes back with Gemeente, ZorgOrg and Vereniging WijWarnsveld" in told

    def test_mask_a_sensitive_goal_and_its_group(self, desk: Desk) -> None:
        for line in ("d GEM: Stil plan #opvang !strat", "d ZOR: Ook stil #opvang !strat"):
            desk.enter(line)
        told = words(desk.session, "shared_goals")
        assert "D-001  ∙∙∙ confidential (strategy)" in told
        assert "plan" not in told
        assert "opvang" not in told


class TestCommitmentsAndGroups:
    def test_name_what_each_party_promised(self, example: Desk) -> None:
        told = words(example.session, "commitments", 110)
        assert "T-002  Wethouder is tot de zomer zelf aanspreekpunt · Thu 1 Jul 2027 · made" in told
        assert "T-003  ∙∙∙ confidential (finance)" in told
        assert "No commitment yet." in told

    def test_count_activities_and_say_who_waits_and_why(self, desk: Desk) -> None:
        for line in (
            "j WIJ+ZOR: Eettafel #senioren",
            "n WIJ: [dekking] Na de zomer #jongeren",
            "d GEM: Steun #mantelzorgers",
        ):
            desk.enter(line)
        lines = words(desk.session, "coverage").splitlines()
        assert next(line for line in lines if line.startswith("senioren")).split()[1:] == ["1", "1", "1"]
        assert any("N-001  Na de zomer" in line for line in lines)
        assert sum("There is no activity for this group yet." in line for line in lines) == 1


@pytest.mark.parametrize("view", list(VIEWS))
class TestEveryView:
    @pytest.mark.parametrize("width", [1, 7, 20, 76, 196])
    def test_fits_in_any_window(self, example: Desk, view: str, width: int) -> None:
        lines = words(example.session, view, width).splitlines()
        assert max(map(len, lines)) <= max(width, 12)

    def test_fits_with_nine_parties(self, folders: Folders, view: str) -> None:
        desk = _many(folders)
        lines = words(desk.session, view, 76).splitlines()
        assert max(map(len, lines)) <= 76

    def test_has_something_to_say_about_an_empty_meeting(self, desk: Desk, view: str) -> None:
        assert len(words(desk.session, view).split()) > 10

    def test_shows_user_text_as_it_was_typed(self, desk: Desk, view: str) -> None:
        for line in (
            f"d GEM: {HOSTILE} #ouderen",
            f"t GEM: {HOSTILE} &was=R",
            f"n GEM: [dekking] {HOSTILE} #x",
        ):
            desk.enter(line)
        told = words(desk.session, view, 200)
        assert HOSTILE in told or view not in ("shared_goals", "commitments", "coverage")


async def test_hostile_text_is_drawn_in_every_view(folders: Folders, desk: Desk) -> None:
    for line in (f"d GEM: {HOSTILE}", f"t GEM: {HOSTILE}"):
        desk.enter(line)
    async with overviews(folders, desk, 120, 40) as table:
        await table.press("3")
        await table.sees(HOSTILE)
        await table.press("4")
        await table.sees(HOSTILE)


def test_a_table_folds_up_where_it_is_too_wide() -> None:
    row = Row("een lange naam van een taak", ["A", "", "R"], ["! let op"])
    assert table("Taak", ["GEM", "ZOR", "WIJ"], [row], 30) == [
        Told("een lange naam van een taak", is_bold=True),
        Told("   GEM A · WIJ R"),
        Told("   ! let op"),
        Told(),
    ]


class TestTheSmallMatrix:
    def test_has_a_sign_for_every_answer_and_counts_for_more(self, example: Desk) -> None:
        cells = brief_cells(example.session, exchanges(example.session), Language.EN)
        assert cells == (
            ("", "GEM", "ZOR", "WIJ"),
            ("GEM", "·", "yes", "yes"),
            ("ZOR", "∙∙∙", "·", "no+1"),
            ("WIJ", "yes", "~+1", "·"),
        )
        example.enter("v GEM>ZOR: Nog iets")
        example.enter("v GEM>ZOR: En nog iets")
        assert brief_cells(example.session, exchanges(example.session), Language.EN)[1][2] == "3?2"

    def test_leaves_out_what_does_not_fit_and_says_so(self, example: Desk) -> None:
        cells = brief_cells(example.session, exchanges(example.session), Language.EN)
        assert laid_out(cells, 40)[2] == "ZOR ∙∙∙ ·   no+1"
        assert laid_out(cells, 12) == ["    GEM ZOR…", "GEM ·   yes…", "ZOR ∙∙∙ ·…", "WIJ yes ~+1…"]

    async def test_follows_what_is_recorded_and_rests_otherwise(self, folders: Folders, desk: Desk) -> None:
        async with sitting(OverlegApp(folders, Language.EN, clock), 120, 40) as table:
            screen = Beside(desk, Language.EN)
            table.app.push_screen(screen)
            await table.sees("Who asks what of whom", "GEM ·")
            desk.enter("v GEM>WIJ: Iets")
            screen.show()
            await table.sees("GEM ·       ?")
            matrix = screen.query_one(SmallMatrix)
            before = matrix.cells
            desk.enter("/beurt ZOR")
            screen.show()
            assert matrix.cells is before


class Beside(AtDesk):
    """A screen with nothing but the small matrix."""

    def compose(self) -> ComposeResult:
        yield SmallMatrix(self.language).data_bind(AtDesk.session)
        yield Notice()


def _spoken(desk: Desk, seconds: dict[str, int]) -> Session:
    """The session in which each party had the floor for so long, the last of them until now."""
    at = NOW - timedelta(seconds=sum(seconds.values()))
    for party, duration in seconds.items():
        desk.make(GiveTurn(at=at, party=party))
        at += timedelta(seconds=duration)
    return desk.session


def _many(folders: Folders) -> Desk:
    """A meeting of nine parties with something in every view."""
    codes = [f"PA{letter}" for letter in "ABCDEFGHI"]
    plan = Setup(
        title="Overleg",
        date=date(2027, 1, 14),
        series=new_series("Veel partijen"),
        parties=tuple(read_party(f"{code}=Een partij met een lange naam {code}") for code in codes),
    )
    desk = found_session(folders, plan, clock)
    for code in codes:
        desk.enter(f"r {code}: Een rol met een lange omschrijving &een_lange_taak=A")
        desk.enter(f"t {code}: Een toezegging #een_lange_doelgroep")
        desk.enter(f"j {code}: Een activiteit #een_lange_doelgroep")
    desk.enter("d *: Een doel met een lange omschrijving die niet op een regel past #een_lange_doelgroep")
    desk.enter("/beurt PAA")
    return desk
