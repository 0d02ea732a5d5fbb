"""Searching all meetings, and the past of what was found."""

from collections.abc import AsyncIterator, Callable
from datetime import date, datetime

import pytest
from rich.cells import cell_len

from overleg.desk.folders import Folders
from overleg.desk.next_meeting import plan_next
from overleg.desk.searching import Found, Results, past_of_refs, search
from overleg.desk.workbench import Desk, Made, found_session
from overleg.documents.timeline import heading, outline
from overleg.domain.choices import Kind, Language
from overleg.domain.filtering import Filter
from overleg.domain.query import Query, parse
from overleg.domain.setup import Setup, new_series, read_party, read_person
from overleg.tui.app import OverlegApp
from overleg.tui.screens import searching
from overleg.tui.screens.filter import as_query
from overleg.tui.screens.live import Live
from overleg.tui.screens.searching import Searching
from overleg.tui.widgets.found import said, where
from overleg.tui.widgets.past_list import lines_of
from tests.tui.terminal import Sitting, sitting

Compare = Callable[[str, str], None]

FIRST, SECOND, THIRD = date(2027, 1, 14), date(2027, 2, 11), date(2027, 3, 11)
PARTIES = tuple(map(read_party, ("GEM=Gemeente:municipality", "ZOR=ZorgOrg:care", "WIJ=Wij:residents")))
LONG = "eerst " * 12 + "komt de oude molen aan bod"


def at_eight(day: date) -> Callable[[], datetime]:
    return lambda: datetime(day.year, day.month, day.day, 20)


def a_desk(folders: Folders, title: str) -> Desk:
    plan = Setup(
        title=title,
        date=FIRST,
        place="Dorpshuis",
        series=new_series(title),
        parties=PARTIES,
        people=(read_person("GEM:Ruud Ketelaar", PARTIES),),
    )
    return found_session(folders, plan, at_eight(FIRST))


def enter(desk: Desk, *lines: str) -> None:
    for line in lines:
        assert isinstance(desk.enter(line), Made), line


@pytest.fixture
def series(folders: Folders) -> Desk:
    """Three meetings of which two are closed, one of another series, and a file that breaks off."""
    first = a_desk(folders, "Warnsveld")
    enter(
        first,
        "a GEM/Ruud: brief over de brink ^2027-02-01",
        "a ZOR: geheim over de brink !fin",
        "v WIJ>ZOR: Scholing",
        f"n {LONG}",
        "/sluit",
    )
    second = plan_next(first, folders, date=SECOND)
    second.clock = at_eight(SECOND)
    enter(second, "*A-001 bezig ^2027-03-01", "=V-001 bespreken: eerst [bold]plannen[/]", "/sluit")
    third = plan_next(second, folders, date=THIRD)
    third.clock = at_eight(THIRD)
    enter(third, "*A-001 bezig ^2027-04-01", "n brief [/] [@click=app.quit]ontvangen")
    enter(a_desk(folders, "Zutphen"), "n een brief uit Zutphen")
    (folders.sessions / "2026-11-01-kapot.json").write_text("{", encoding="utf-8")
    return third


@pytest.fixture
async def home(folders: Folders, series: Desk) -> AsyncIterator[Sitting]:
    """The search, opened at home."""
    async with sitting(OverlegApp(folders, Language.EN, at_eight(THIRD))) as table:
        await table.sees("F3 Search all")
        await table.press("f3")
        await table.sees("Look for")
        yield table


@pytest.fixture
async def at_table(folders: Folders, series: Desk) -> AsyncIterator[Sitting]:
    """The third meeting, with half a line in the bar."""
    async with sitting(OverlegApp(folders, Language.EN, at_eight(THIRD), series)) as table:
        await table.sees("F1 Help")
        yield table


def underlined(table: Sitting) -> str:
    """What is drawn with a line below it."""
    rows = table.driver.screen.buffer
    return "".join(
        rows[y][x].data for y in range(table.driver.screen.lines) for x in range(80) if rows[y][x].underscore
    )


def marked(table: Sitting) -> str:
    return next(line for line in table.lines if line.startswith("›"))


class TestSearching:
    @pytest.mark.parametrize(("width", "height"), [(80, 24), (120, 40)])
    async def test_looks_as_before(
        self, folders: Folders, series: Desk, as_before: Compare, width: int, height: int
    ) -> None:
        async with sitting(OverlegApp(folders, Language.EN, at_eight(THIRD)), width, height) as table:
            await table.sees("F3 Search all")
            await table.press("slash")
            await table.type("br")
            await table.sees("3 found", "kapot.json")
            as_before(f"searching-{width}x{height}", table.text)
            await table.press("f4")
            await table.sees("meeting 1, 14 Jan 2027")
            as_before(f"past-{width}x{height}", table.text)

    async def test_finds_while_one_types_and_draws_a_line_below_the_words(self, home: Sitting) -> None:
        await home.type("BRINK")
        await home.sees("1 found", "brief over de brink", "Warnsveld 3")
        assert underlined(home) == "brink"

    async def test_says_what_is_no_filter_and_what_was_not_found(self, home: Sitting) -> None:
        await home.type("kind:olifant")
        await home.sees("“kind:olifant” is no filter that can be read", "Nothing was found.", "0 found")

    async def test_never_shows_or_finds_a_confidential_word(self, home: Sitting) -> None:
        await home.type("geheim")
        await home.sees("Nothing was found.")
        await home.press(*["backspace"] * 6)
        await home.type("ref:A-002")
        await home.sees("1 found", "∙∙∙ confidential (finance)")
        assert "over de brink" not in home.text

    async def test_takes_text_for_text_and_no_letter_for_a_command(self, home: Sitting) -> None:
        await home.type("[/] h?")
        await home.sees("[/] h?", "Nothing was found.")
        await home.press("backspace", "backspace")
        await home.sees("brief [/] [@click=app.quit]ontvangen")

    async def test_opens_a_closed_meeting_at_the_entry(self, home: Sitting) -> None:
        await home.type("v-001")
        await home.sees("Scholing")
        await home.press("f4")
        await home.sees("eerst [bold]plannen[/]")
        await home.press("down", "down", "enter")
        await home.sees("Warnsveld · meeting 1", "closed")
        assert "V-001" in marked(home)
        await home.press("ctrl+o")
        await home.sees("F3 Search all")

    async def test_what_was_looked_for_last_is_there_again_and_makes_way_for_what_is_typed(
        self, home: Sitting
    ) -> None:
        await home.type("zutphen")
        await home.sees("1 found")
        await home.press("escape", "f3")
        await home.sees("1 found", "Zutphen")
        await home.type("brink")
        await home.sees("Look for brink", "Warnsveld 3")

    async def test_a_click_opens_what_it_is_on_and_the_line_of_a_damaged_file_does_nothing(
        self, home: Sitting
    ) -> None:
        await home.type("br")
        await home.sees("kapot.json cannot be opened")
        await home.pilot.click(offset=(20, next(n for n, each in enumerate(home.lines) if "kapot" in each)))
        await home.rest()
        assert isinstance(home.app.screen, Searching)
        await home.pilot.click(offset=(20, next(n for n, each in enumerate(home.lines) if "uit Zu" in each)))
        await home.sees("Zutphen · meeting 1")

    async def test_the_last_question_wins_however_long_the_one_before_takes(
        self, home: Sitting, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        asked: list[str] = []
        answers: list[bool] = []

        def slowly(folders: Folders, query: Query, today: date) -> Results:
            asked.append(" ".join(query.words))
            if len(asked) == 1:
                wait_until(lambda: bool(answers))
            return search(folders, query, today)

        monkeypatch.setattr(searching, "search", slowly)
        await home.type("brink")
        await home.until(lambda: asked == ["brink"])
        await home.press(*["backspace"] * 5)
        await home.type("zutphen")
        await home.sees("looking …", "Look for zutphen")
        assert asked == ["brink"]
        answers.append(True)
        await home.sees("een brief uit Zutphen")
        assert asked == ["brink", "zutphen"]
        assert "over de brink" not in home.text

    async def test_enter_opens_nothing_that_was_found_for_other_words(self, home: Sitting) -> None:
        await home.type("zutphen")
        await home.sees("1 found")
        await home.press(*["backspace"] * 7)
        await home.type("brink\n")
        await home.sees("brief over de brink")
        assert isinstance(home.app.screen, Searching)

    async def test_can_be_used_in_the_smallest_window(self, home: Sitting) -> None:
        await home.resize(20, 5)
        await home.type("brink")
        await home.sees("Look for brink", "›A-001")
        await home.press("f4")
        await home.sees("›A-001")
        await home.press("down", "down", "down", "down", "enter")
        await home.sees("A-001")
        assert isinstance(home.app.screen, Live)
        await home.resize(1, 1)


def wait_until(condition: Callable[[], bool]) -> None:
    import threading

    while not condition():
        threading.Event().wait(0.001)


class TestFromAMeeting:
    async def test_what_is_in_it_is_marked_and_half_a_line_stays(self, at_table: Sitting) -> None:
        await at_table.type("n half een zin")
        await at_table.press("f3")
        await at_table.type("brink")
        await at_table.press("f5")
        await at_table.sees("Look for brink", "1 found")
        await at_table.press("enter")
        await at_table.sees("Note › n half een zin")
        assert "A-001" in marked(at_table)

    async def test_another_one_says_where_it_is_and_home_leads_back(self, at_table: Sitting) -> None:
        await at_table.enter("/everywhere zutphen")
        await at_table.sees("een brief uit Zutphen")
        await at_table.type("\n")
        await at_table.sees("You are in meeting 1, 14 Jan 2027. ^O leads back to Warnsveld 3.")
        assert "een brief uit Zutphen" in marked(at_table)
        await at_table.press("ctrl+o")
        await at_table.sees("F3 Search all")
        assert marked(at_table).startswith("›   3")
        await at_table.press("enter")
        await at_table.sees("Warnsveld · meeting 3")

    async def test_what_was_half_typed_is_there_when_one_comes_back(self, at_table: Sitting) -> None:
        await at_table.type("half een zin")
        await at_table.press("f3", "f5")
        await at_table.type("zutphen")
        await at_table.sees("een brief uit Zutphen")
        await at_table.type("\n")
        await at_table.sees("Zutphen · meeting 1")
        await at_table.press("ctrl+o")
        await at_table.sees("F3 Search all")
        await at_table.press("enter")
        await at_table.sees("Note › half een zin")

    async def test_one_that_is_not_on_the_disk_stays_open(
        self, at_table: Sitting, series: Desk, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        await at_table.enter("/everywhere zutphen")
        await at_table.sees("een brief uit Zutphen")
        monkeypatch.setattr(series, "retry", lambda: False)
        await at_table.type("\n")
        await at_table.sees("Some of meeting 3, 11 Mar 2027 is not on the disk yet")
        await at_table.press("escape")
        await at_table.sees("Warnsveld · meeting 3")

    async def test_the_past_of_an_entry_is_one_command_away(self, at_table: Sitting) -> None:
        await at_table.enter("/verloop a1")
        await at_table.sees("carried over 2 times", "When: was Mon 1 Feb 2027, is now Mon 1 Mar 2027")
        await at_table.press("escape")
        await at_table.enter("/history a9")
        await at_table.sees("No meeting in this folder knows of it")


class TestWhatIsFound:
    @pytest.fixture
    def found(self, folders: Folders, series: Desk) -> Found:
        return search(folders, parse("molen", THIRD), THIRD).found[0]

    def test_fits_with_the_found_word_in_sight(self, found: Found) -> None:
        for width in range(1, 110):
            shown = said(found, width, Language.EN)
            assert cell_len(shown.text) <= width
            if width >= 10:
                assert [shown.text[start:end] for start, end in shown.marks] == ["molen"], width

    def test_says_where_it_stands_and_since_when(self, found: Found) -> None:
        assert where(found, Language.EN) == "note · Warnsveld 1 · 14 Jan 2027 · Dorpshuis"


class TestThePast:
    def test_is_what_the_command_line_tells(self, folders: Folders, series: Desk) -> None:
        past = past_of_refs(folders, [(series.session.series.slug, "A-001")])
        lines = [line.text.strip() for line in lines_of(past, 200, Language.EN)]
        told = [words for each in outline(past[0], Language.EN) for words in (each.meeting, *each.told)]
        assert lines == [heading(past[0], Language.EN), past[0].entry.text, *told]

    def test_fits_any_window(self, folders: Folders, series: Desk) -> None:
        slug = series.session.series.slug
        past = past_of_refs(folders, [(slug, "A-001"), (slug, "A-002"), (slug, "V-001")])
        for width in (1, 7, 20, 80):
            lines = list(lines_of(past, width, Language.EN))
            assert max(cell_len(line.text) for line in lines) <= max(width, 3)
            assert "geheim" not in "".join(line.text for line in lines)


def test_what_is_chosen_in_the_dialog_is_a_query(series: Desk) -> None:
    session = series.session
    chosen = Filter("brief brink", session.parties[0].id, Kind.ACTION, None)
    assert as_query(chosen, session, Language.NL) == "brief brink partij:GEM soort:actie"
    assert as_query(Filter(), session, Language.EN) == ""
    for kind in Kind:
        for language in Language:
            query = parse(as_query(Filter(kind=kind), session, language), THIRD)
            assert query == Query(kinds=(kind,))
