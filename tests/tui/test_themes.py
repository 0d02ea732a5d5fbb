"""Every text on every screen stands out from what is behind it, in each of our themes."""

import pytest

from overleg.desk.folders import Folders
from overleg.desk.workbench import Desk
from overleg.domain.choices import Language
from overleg.tui.app import OverlegApp
from overleg.tui.themes import BEAMER, DARK, LIGHT, THEMES, after
from overleg.tui.verbs import Place, verbs_at
from tests.tui.conftest import clock
from tests.tui.terminal import Sitting, sitting

LEAST = 7.0
LEAST_ON_A_PROJECTOR = 12.0
DOORS = [verb.id for verb in verbs_at(Place.LIVE) if verb.in_palette and verb.id not in ("home", "quit")]
NOT_TEXT = frozenset("│─▁▂▃▄▅▆▇█▔▕▌▐ ")

every_theme = pytest.mark.parametrize("theme", [theme.name for theme in THEMES])


def luminance(colour: str) -> float:
    """The relative luminance of a colour as in WCAG 2, from six hexadecimal digits."""
    channels = (int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4))
    red, green, blue = (
        each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def unreadable(table: Sitting) -> set[tuple[str, str, str]]:
    """The characters that do not stand out, with their colours."""
    found = set()
    least = LEAST_ON_A_PROJECTOR if table.app.theme == BEAMER.name else LEAST
    for row in table.driver.screen.buffer.values():
        for cell in row.values():
            if cell.data.strip() and cell.data not in NOT_TEXT:
                front, back = (cell.bg, cell.fg) if cell.reverse else (cell.fg, cell.bg)
                if "default" in (front, back) or contrast(front, back) < least:
                    found.add((cell.data, front, back))
    return found


def test_black_on_white_is_as_far_apart_as_can_be() -> None:
    assert contrast("000000", "ffffff") == pytest.approx(21)
    assert contrast("777777", "ffffff") < LEAST


@every_theme
async def test_the_live_screen_is_readable(folders: Folders, example: Desk, theme: str) -> None:
    example.enter("*N-007 ingetrokken")
    async with sitting(OverlegApp(folders, Language.EN, clock, example), 120, 80) as table:
        table.app.theme = theme
        await table.rest()
        await table.press("f5")
        await table.type("+D-099")
        await table.sees("^ There is no D-099", "withdrawn", "∙∙∙")
        assert unreadable(table) == set()
        await table.press("escape")
        await table.sees("›N-007")
        assert unreadable(table) == set()


@every_theme
async def test_an_alarm_and_a_question_are_readable(
    folders: Folders, desk: Desk, theme: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with sitting(OverlegApp(folders, Language.EN, clock, desk)) as table:
        table.app.theme = theme
        await table.rest()
        monkeypatch.setattr(desk, "retry", lambda: False)
        await table.paste("n een\nn twee")
        await table.sees("Record 2 lines?")
        assert unreadable(table) == set()
        await table.press("ctrl+q")
        await table.sees("Leave all the same?")
        assert unreadable(table) == set()


@every_theme
async def test_home_help_and_a_new_meeting_are_readable(folders: Folders, desk: Desk, theme: str) -> None:
    (folders.sessions / "kapot.json").write_text("{", encoding="utf-8")
    async with sitting(OverlegApp(folders, Language.EN, clock)) as table:
        table.app.theme = theme
        await table.rest()
        await table.sees("kapot.json", "Eerste overleg")
        assert unreadable(table) == set()
        await table.press("f1")
        await table.sees("Plan a new meeting")
        assert unreadable(table) == set()
        await table.press("escape", "n", "f2")
        await table.sees("Fill in a title.")
        assert unreadable(table) == set()


async def test_whatever_opens_from_the_live_screen_is_readable(folders: Folders, example: Desk) -> None:
    async with sitting(OverlegApp(folders, Language.EN, clock, example), 120, 40) as table:
        await table.sees("F1 Help")
        live = table.app.screen
        opened = 0
        for door in DOORS:
            await table.app.run_action(door, live)
            await table.rest()
            opened += table.app.screen is not live
            for theme in THEMES:
                table.app.theme = theme.name
                await table.rest()
                assert unreadable(table) == set(), (door, theme.name)
            if table.app.screen is not live:
                await table.press("tab")
                assert unreadable(table) == set(), door
            while table.app.screen is not live:
                await table.press("escape")
        assert opened > 5


@every_theme
async def test_the_palette_is_readable(folders: Folders, desk: Desk, theme: str) -> None:
    async with sitting(OverlegApp(folders, Language.EN, clock, desk)) as table:
        table.app.theme = theme
        await table.rest()
        await table.press("ctrl+p")
        await table.sees("What do you want to do?")
        assert unreadable(table) == set()
        await table.type("zzz")
        await table.sees("Nothing that can be done")
        assert unreadable(table) == set()


def test_on_a_projector_there_is_only_black_and_white() -> None:
    colours = {BEAMER.background, BEAMER.panel, BEAMER.foreground, BEAMER.error, *BEAMER.variables.values()}
    assert colours == {"#000000", "#ffffff"}


def test_the_themes_follow_each_other() -> None:
    assert after(DARK.name) == LIGHT.name
    assert after(LIGHT.name) == BEAMER.name
    assert after(BEAMER.name) == DARK.name
    assert after("textual-dark") == DARK.name
