"""What people type is text: no bracket of it is markup, on any screen, in any field."""

import pytest

from overleg.desk.folders import Folders, known_forms, list_sessions
from overleg.desk.workbench import Desk, found_session, open_session
from overleg.domain.choices import Language
from overleg.domain.setup import Setup, new_series, read_party
from overleg.errors import Message
from overleg.tui.app import OverlegApp
from overleg.tui.screens.question import Question
from tests.tui.conftest import NOW, clock
from tests.tui.terminal import Sitting, sitting

HOSTILE = "a [concept] [red]b[/red] [/x] [@click=app.quit]z[/]"


@pytest.fixture
def hostile(folders: Folders) -> Desk:
    """A meeting of which every name holds markup."""
    parties = tuple(read_party(f"{code}={HOSTILE.replace('=', ' ')}:other") for code in ("AAA", "BBB"))
    plan = Setup(
        title=HOSTILE,
        date=NOW.date(),
        place=HOSTILE,
        series=new_series(HOSTILE),
        form=known_forms(folders.home)["first_meeting"],
        language=Language.NL,
        parties=parties,
    )
    return found_session(folders, plan, clock)


def shown(table: Sitting) -> str:
    """What is drawn left of the panel, with the breaks and gaps of a wrapped text taken out."""
    return " ".join(" ".join(line.partition("│")[0] for line in table.lines).split())


@pytest.fixture(params=[(80, 24), (120, 40)], ids=["narrow", "wide"])
def size(request: pytest.FixtureRequest) -> tuple[int, int]:
    width, height = request.param
    return width, height


async def test_in_the_bar_the_reading_and_the_entries(
    hostile: Desk, folders: Folders, size: tuple[int, int]
) -> None:
    async with sitting(OverlegApp(folders, Language.EN, clock, hostile), *size) as table:
        await table.type(f"n AAA: {HOSTILE}")
        await table.sees(f" › n AAA: {HOSTILE}", f"Note AAA · {HOSTILE}")
        await table.type("\n")
        await table.until(lambda: hostile.session.entries, "the entry")
        await table.until(
            lambda: f"N-001 Note AAA {HOSTILE}" in shown(table), "the entry drawn: ", lambda: table.text
        )
        assert hostile.session.entries[0].text == HOSTILE


async def test_in_the_header_the_agenda_and_the_parties(
    hostile: Desk, folders: Folders, size: tuple[int, int]
) -> None:
    hostile.enter("/stap opening")
    async with sitting(OverlegApp(folders, Language.EN, clock, hostile), *size) as table:
        await table.sees("a [concept] [red]b[/red]")
        await table.press("f5")
        await table.sees("has the floor")
        assert table.app.is_running


async def test_in_what_is_undone_and_in_a_problem(hostile: Desk, folders: Folders) -> None:
    async with sitting(OverlegApp(folders, Language.EN, clock, hostile)) as table:
        await table.enter(f"n AAA: {HOSTILE}")
        await table.press("ctrl+z")
        await table.sees(f"Undone: Note AAA · {HOSTILE}")
        await table.enter("/[x]")
        await table.enter("+B-001 [/x]")
        await table.sees("^ There is no B-001")
        await table.press("ctrl+z", "ctrl+z", "ctrl+z")
        await table.enter("/beurt [/x]")
        await table.sees("“[/x]”")


async def test_in_lines_that_are_pasted(hostile: Desk, folders: Folders) -> None:
    async with sitting(OverlegApp(folders, Language.EN, clock, hostile)) as table:
        await table.paste(f"n {HOSTILE}\nn {HOSTILE}")
        await table.press("enter")
        await table.sees("2 lines recorded.")
        assert [entry.text for entry in hostile.session.entries] == [HOSTILE, HOSTILE]


async def test_in_the_list_of_meetings(hostile: Desk, folders: Folders, size: tuple[int, int]) -> None:
    (folders.sessions / "[red]x[] [@click=app.quit].json").write_text("{", encoding="utf-8")
    async with sitting(OverlegApp(folders, Language.EN, clock), *size) as table:
        await table.sees(f" {HOSTILE} ", "[red]x[] [@click=app.quit].json")
        await table.press("end", "enter")
        words = "[red]x[][@click=app.quit].jsoncannotbeopened"
        await table.until(lambda: words in shown(table).replace(" ", ""))


async def test_in_the_fields_of_a_new_meeting(folders: Folders) -> None:
    async with sitting(OverlegApp(folders, Language.EN, clock)) as table:
        await table.press("n")
        await table.sees("▸Meeting")
        await table.type(f"{HOSTILE}\t\t")
        await table.type(f"{HOSTILE}\t")
        await table.sees("any calendar", HOSTILE)
        await table.press("shift+tab", "ctrl+z", "f8")
        await table.sees("▸Parties")
        await table.press("n")
        await table.enter("[concept] [/x] [red]b[/red]")
        await table.sees("CON   [concept] [/x] [red]b[/red]")
        await table.press("f2")
        await table.sees("not begun")
        (summary,) = list_sessions(folders)
        session = open_session(folders, summary.id, clock).session
        assert session.title == HOSTILE
        assert session.parties[0].name == "[concept] [/x] [red]b[/red]"


async def test_in_a_question_and_a_notification(live: Sitting) -> None:
    live.app.push_screen(Question(Message("{what}", what=HOSTILE), Language.EN))
    await live.sees("[concept]", "[@click=app.quit]z[/]")
    await live.press("escape")
    live.app.notify(HOSTILE, markup=False)
    await live.sees("[concept]", "[@click=app.quit]z[/]")


async def test_in_a_draft_that_comes_back(hostile: Desk, folders: Folders) -> None:
    hostile.keep_draft(HOSTILE)
    async with sitting(OverlegApp(folders, Language.EN, clock, hostile)) as table:
        await table.sees(f" › {HOSTILE}")
