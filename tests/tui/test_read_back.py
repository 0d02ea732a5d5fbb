"""Reading back to the table what was just decided or promised."""

from collections.abc import Callable

import pytest

from overleg.desk.folders import Folders
from overleg.desk.workbench import Desk, open_session
from overleg.domain.choices import Language
from overleg.tui.app import OverlegApp
from overleg.tui.screens.read_back import ReadBack
from tests.tui.terminal import Sitting, sitting

HOSTILE = "a [concept] [red]b[/red] [/x] [@click=app.quit]z[/]"


async def opened(table: Sitting, desk: Desk, *lines: str, ref: str | None = None) -> None:
    for line in lines:
        desk.enter(line)
    table.app.push_screen(ReadBack(desk, Language.EN, ref))
    await table.sees("Read back")
    await table.rest()


async def test_the_last_is_read_with_who_when_and_on_which_condition(live: Sitting, desk: Desk) -> None:
    await opened(
        live,
        desk,
        "a GEM: Bellen",
        "t GEM/Ruud: 12 uur per week %college ^2027-02-09 ^2027-03-01",
        "n ZOR: een notitie",
    )
    await live.sees("Commitment T-001", "12 uur per week", "Gemeente, Ruud Ketelaar")
    await live.sees("Monday 1 March 2027", "subject to college before Tue 9 Feb 2027", "made")


async def test_every_line_stands_apart(
    live: Sitting, desk: Desk, as_before: Callable[[str, str], None]
) -> None:
    await opened(live, desk, "b *: Werkgroep maakt een plan", "+B-001 *")
    await live.sees("Gemeente, ZorgOrg and WijWarnsveld")
    as_before("read-back-80x24", live.text)


async def test_the_arrows_walk_to_earlier_ones_and_back(live: Sitting, desk: Desk) -> None:
    await opened(live, desk, "b *: Werkgroep", "a GEM: Bellen", "f *: Elkaar bellen")
    await live.sees("Agreement F-001", "3/3")
    await live.press("left", "left")
    await live.sees("Decision B-001", "1/3")
    await live.press("left")
    await live.sees("This is the first one.", "Decision B-001")
    await live.press("right")
    await live.sees("Action A-001", "2/3")
    await live.press("right", "right")
    await live.sees("This is the last one.")


async def test_what_nobody_has_said_is_named(live: Sitting, desk: Desk) -> None:
    await opened(live, desk, "a iets doen")
    await live.sees("Not said yet: which party and before when.")


async def test_an_objection_is_read_too(live: Sitting, desk: Desk) -> None:
    await opened(live, desk, "b *: Werkgroep", "+B-001 GEM", "?B-001 ZOR: te vroeg")
    await live.sees("Agreed by", "Gemeente", "Objection of", "ZorgOrg", "proposed")


async def test_what_is_confidential_is_masked_until_asked_for_and_at_the_next_again(
    live: Sitting, desk: Desk
) -> None:
    await opened(
        live, desk, "t ZOR: Boeken open %raad !fin", "t ZOR: Tekort van 410.000 %toezichthouders !fin"
    )
    await live.sees("∙∙∙ confidential (finance)", "Space shows it to the whole table.")
    assert "410.000" not in live.text
    assert "toezichthouders" not in live.text
    await live.press("space")
    await live.sees("Tekort van 410.000", "subject to toezichthouders")
    await live.press("left")
    await live.sees("T-001", "∙∙∙ confidential (finance)")
    assert "Boeken" not in live.text


@pytest.mark.parametrize("key", ["e", "f4", "enter"])
async def test_a_key_opens_the_form_and_comes_back_with_what_was_put_right(
    live: Sitting, desk: Desk, key: str
) -> None:
    await opened(live, desk, "a GEM: Bellen")
    await live.press(key)
    await live.sees("F2 Keep")
    await live.press("tab", "end")
    await live.type(" morgen")
    await live.press("f2")
    await live.sees("Read back", "Bellen morgen", "A-001 edited")


async def test_undo_works_here(live: Sitting, desk: Desk) -> None:
    await opened(live, desk, "a GEM: Bellen", "a ZOR: Mailen")
    await live.sees("A-002")
    await live.press("ctrl+z")
    await live.sees("A-001", "Bellen", "1/1")


async def test_what_others_record_is_read_when_it_comes(live: Sitting, desk: Desk, folders: Folders) -> None:
    await opened(live, desk, "a GEM: Bellen")
    open_session(folders, desk.session.id, desk.clock).enter("b *: Werkgroep")
    await live.sees("Decision B-001", "Werkgroep")


async def test_one_with_a_number_is_read_first(live: Sitting, desk: Desk) -> None:
    await opened(live, desk, "d *: Samen", "a GEM: Bellen", ref="D-001")
    await live.sees("Goal D-001", "Samen")
    await live.press("left")
    await live.sees("Action A-001")


async def test_nothing_to_read_is_said(live: Sitting, desk: Desk) -> None:
    await opened(live, desk, "n GEM: iets")
    await live.sees("Nothing was decided or promised yet.")
    await live.press("left", "right", "e", "space", "escape")
    await live.sees("F5 Turn")


async def test_markup_is_text(live: Sitting, desk: Desk) -> None:
    await opened(live, desk, f"t GEM: {HOSTILE} %[/x]")
    drawn = " ".join(live.text.split())
    assert HOSTILE in drawn


@pytest.mark.parametrize(("width", "height"), [(20, 5), (1, 1), (200, 50)])
async def test_it_fits_any_window(live: Sitting, desk: Desk, width: int, height: int) -> None:
    await opened(live, desk, "b *: Werkgroep maakt een plan")
    await live.resize(width, height)
    await live.press("left", "right")
    await live.resize(80, 24)
    await live.sees("Werkgroep maakt een plan")


async def test_it_speaks_dutch(folders: Folders, desk: Desk) -> None:
    desk.enter("b *: Werkgroep")
    async with sitting(OverlegApp(folders, Language.NL, desk.clock, desk)) as table:
        table.app.push_screen(ReadBack(desk, Language.NL))
        await table.sees("Besluit B-001")
