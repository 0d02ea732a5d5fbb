"""Setting up a meeting: a new one, and one that runs."""

from collections.abc import AsyncIterator, Callable

import pytest

from overleg.desk.folders import Folders, list_sessions
from overleg.desk.workbench import Desk, open_session
from overleg.domain.choices import (
    AttendanceStatus,
    ItemStatus,
    Language,
    Mandate,
    Paid,
    PartyKind,
    Purpose,
    Seat,
    SeatRole,
)
from overleg.domain.describing import Describe
from overleg.domain.model import Session
from overleg.tui.app import OverlegApp
from overleg.tui.screens.setup import Setup
from tests.tui.conftest import NOW, clock
from tests.tui.terminal import Sitting, sitting

Compare = Callable[[str, str], None]

HOSTILE = "a [concept] [red]b[/red] [/x] [@click=app.quit]z[/]"


@pytest.fixture
async def new(folders: Folders) -> AsyncIterator[Sitting]:
    """The setup of a first meeting, in the field of its title."""
    async with sitting(OverlegApp(folders, Language.EN, clock)) as table:
        await table.sees("n New")
        await table.press("n")
        await table.sees("▸Meeting", "‹ First meeting ›")
        yield table


@pytest.fixture
async def running(folders: Folders, desk: Desk) -> AsyncIterator[Sitting]:
    """The setup over a meeting of three parties that runs."""
    desk.enter("/stap 1")
    async with sitting(OverlegApp(folders, Language.EN, clock, desk)) as table:
        await table.sees("1/9")
        table.app.push_screen(Setup(desk, Language.EN))
        await table.sees("▸Meeting", "Eerste overleg")
        yield table


async def on_page(table: Sitting, name: str) -> Sitting:
    """Go to the page of that name by the key for the next one."""
    for _ in range(5):
        if f"▸{name}" in table.text:
            break
        shown = table.lines[1]
        await table.press("f8")
        await table.until(lambda shown=shown: table.lines[1] != shown, "another page")  # type: ignore[misc]
    await table.sees(f"▸{name}")
    return table


async def add(table: Sitting, name: str) -> None:
    await table.press("n")
    await table.enter(name)
    await table.press("escape")


def made(folders: Folders) -> Session:
    (summary,) = list_sessions(folders)
    return open_session(folders, summary.id, clock).session


class TestANewMeeting:
    async def test_is_made_with_all_that_was_filled_in(self, new: Sitting, folders: Folders) -> None:
        await new.type("Eerste overleg\tTafel Zuid\t")
        await new.press("end", *["backspace"] * 10)
        await new.type("11-2-2027\t19.30\t1u45\tdorpshuis\t\tMarleen\tJoke\tZorg")
        await on_page(new, "Parties")
        await add(new, "Gemeente")
        await add(new, "WijWarnsveld")
        await on_page(new, "People")
        await add(new, "Ruud Ketelaar")
        await on_page(new, "Target groups")
        await add(new, "Senioren")
        await new.press("f2")
        await new.sees("Tafel Zuid · meeting 1", "not begun")
        session = made(folders)
        assert (session.id, session.title) == ("2027-02-11-tafel-zuid", "Eerste overleg")
        assert (session.start, session.end, session.place) == ("19:30", "21:15", "dorpshuis")
        assert [person.name for person in session.people] == ["Marleen", "Joke", "Ruud Ketelaar"]
        assert (session.chair, session.secretary, session.case_text) == ("marleen", "joke", "Zorg")
        assert [party.code for party in session.parties] == ["GEM", "WIJ"]
        assert [group.slug for group in session.target_groups] == ["senioren"]
        assert session.agenda[0].step == "opening"

    async def test_is_in_no_file_before_that(self, new: Sitting, folders: Folders) -> None:
        await new.type("Overleg\t")
        await new.press("ctrl+s")
        await new.sees("This meeting is in no file yet: F2 makes it, Esc lets it wait.")
        assert list_sessions(folders) == []

    async def test_asks_for_a_title(self, new: Sitting, folders: Folders) -> None:
        await on_page(new, "Parties")
        await new.press("f2")
        await new.sees("▸Meeting", "Fill in a title.")
        assert list_sessions(folders) == []
        await new.type("Overleg")
        await new.press("f2")
        await new.sees("Overleg · meeting 1")

    async def test_can_have_a_free_agenda_in_dutch(self, new: Sitting, folders: Folders) -> None:
        await new.type("Overleg\t\t\t\t\t\t")
        await new.press("left", "left", "tab", "tab", "tab", "tab", "left", "tab")
        await new.press("f2")
        await new.sees("Overleg · meeting 1")
        session = made(folders)
        assert (session.form, session.agenda, session.language) == ("", (), Language.NL)

    async def test_another_language_puts_the_agenda_in_it(self, new: Sitting, folders: Folders) -> None:
        await new.type("Overleg")
        await new.press(*["tab"] * 10, "left", "tab", "f2")
        await new.sees("Overleg · meeting 1")
        assert made(folders).agenda[0].title == "Welkom en mandaat"

    async def test_waits_at_home_when_it_is_put_aside(self, new: Sitting, folders: Folders) -> None:
        await new.type("Overleg\tTafel\t")
        await new.press("escape")
        await new.sees("The new meeting waits: n goes on with it.")
        assert list_sessions(folders) == []
        await new.press("n")
        await new.sees("Title           Overleg", "Series          Tafel")

    async def test_is_in_a_file_when_the_app_is_left_before_it_was_made(
        self, new: Sitting, folders: Folders
    ) -> None:
        await new.type("Overleg Zuid\t\t\t19.30")
        await new.press("ctrl+q")
        await new.until(lambda: bool(list_sessions(folders)), "a meeting in the folder")
        session = made(folders)
        assert (session.title, session.start) == ("Overleg Zuid", "19:30")

    async def test_is_in_a_file_when_another_meeting_is_opened(self, new: Sitting, folders: Folders) -> None:
        await new.type("Overleg Zuid")
        await new.press("escape")
        await new.sees("The new meeting waits")
        await new.press("e")
        await new.sees("9/9 Nabespreken")
        assert "Overleg Zuid" in [summary.title for summary in list_sessions(folders)]

    async def test_takes_another_date_in_place_of_the_one_of_today(self, new: Sitting) -> None:
        await new.type("Overleg Zuid\t\t11-2-2027\t19.30 uur\t")
        await new.sees("Date            11-02-2027", "Starts at       19:30")
        await new.press("tab", "tab", "ctrl+z")
        await new.sees("Starts at       such as 19:30")

    async def test_names_no_keys_of_a_list_on_the_page_without_one(self, new: Sitting) -> None:
        assert "n New" not in new.lines[-1]
        await on_page(new, "Parties")
        await new.sees("n New  F4 As lines")

    async def test_claims_no_choice_for_a_row_that_is_not_there_yet(self, new: Sitting) -> None:
        await on_page(new, "People")
        await new.press("n")
        await new.sees("Seat            ‹ - ›")
        await new.enter("Joke")
        await new.sees("Seat            ‹ member ›")

    async def test_names_the_page_that_is_shown_in_a_narrow_window(self, new: Sitting) -> None:
        await on_page(new, "Agenda")
        await new.pilot.resize_terminal(30, 12)
        await new.sees("▸Agenda")

    async def test_lines_that_are_put_aside_are_not_left_without_a_word(self, new: Sitting) -> None:
        await on_page(new, "Parties")
        await new.press("f4")
        await new.paste("Zorg:brandweer")
        await new.press("escape", "escape")
        await new.sees("not understood and not kept yet")
        await new.press("f4")
        await new.sees("Zorg:brandweer", "“brandweer” is no kind of party.")

    async def test_says_that_it_is_not_understood_when_it_is_left_from_another_page(
        self, new: Sitting
    ) -> None:
        await new.type("Overleg Zuid\t\t\tzoiets")
        await on_page(new, "Agenda")
        await new.press("escape")
        await new.sees("▸Meeting", "zoiets", "not understood and not kept yet")

    async def test_has_rounds_as_long_as_its_parties_ask(self, new: Sitting) -> None:
        await on_page(new, "Agenda")
        await new.sees("8 min")
        await on_page(new, "Meeting")
        await on_page(new, "Parties")
        for name in ("Gemeente", "Zorg", "Bewoners"):
            await add(new, name)
        await on_page(new, "Agenda")
        await new.sees("›1    Welcome and mandate", "6 min")

    @pytest.mark.parametrize(
        ("fields", "fault"),
        [
            ("\t\t30-2-2027\t", "30-2-2027 is not a date in any calendar."),
            ("\t\tooit\t", "ooit is not a date"),
            ("\t\t\t25:00\t", "25:00 is not a time of the clock."),
            ("\t\t\t19:30\t18:00\t", "The meeting ends at 18:00, before it begins at 19:30."),
            ("\t\t\t\tlang\t", "lang is not a time of the clock."),
        ],
    )
    async def test_says_what_is_not_understood_and_keeps_it(
        self, new: Sitting, folders: Folders, fields: str, fault: str
    ) -> None:
        await new.type("Overleg")
        if "\t\t30" in fields or "ooit" in fields:
            await new.type("\t\t")
            for _ in "14-01-2027":
                await new.press("backspace")
            await new.type(fields[2:])
        else:
            await new.type(fields)
        await new.sees(fault)
        await new.press("f2")
        await new.sees("New meeting", fault.split()[0])
        assert list_sessions(folders) == []

    async def test_a_start_that_moves_takes_the_end_along(self, new: Sitting, folders: Folders) -> None:
        await new.type("Overleg\t\t\t19:30\t21:00\t")
        await new.press("shift+tab", "shift+tab", "end", *["backspace"] * 5)
        await new.type("21:30\t")
        await new.sees("Ends at         23:00")


class TestASeriesThatIsThere:
    @pytest.fixture
    async def second(self, folders: Folders, desk: Desk) -> AsyncIterator[Sitting]:
        desk.enter("a GEM: bellen")
        async with sitting(OverlegApp(folders, Language.EN, clock)) as table:
            await table.sees("Eerste overleg")
            await table.press("n")
            await table.sees("▸Meeting")
            yield table

    async def test_offers_the_table_of_last_time(self, second: Sitting) -> None:
        await second.sees("F5 as on 14 January 2027: parties 3, people 1, open matters 1.")

    async def test_is_taken_over_with_one_key_and_undone_with_another(
        self, second: Sitting, folders: Folders
    ) -> None:
        await second.type("Tweede")
        await second.press("f5")
        await second.sees("Parties 3", "As on 14 January 2027")
        await second.press("ctrl+z")
        await second.sees("Parties 0", "F5 as on")
        await second.press("f5", "f2")
        await second.sees("Warnsveld houdt zorg · meeting 2", "A-001")
        session = open_session(folders, "2027-01-14-warnsveld-houdt-zorg-2", clock).session
        assert [party.code for party in session.parties] == ["GEM", "ZOR", "WIJ"]
        assert (session.start, session.people[0].function) == ("19:30", "beleidsadviseur")

    async def test_a_day_before_the_last_meeting_leaves_open_matters_behind_only_when_that_is_meant(
        self, second: Sitting, folders: Folders
    ) -> None:
        await second.type("Tweede")
        await second.press("f5")
        await second.sees("Parties 3")
        await second.type("\t\t1-12-2026\t")
        await second.press("f2")
        await second.sees("This day is before the last meeting")
        await second.press("f2")
        await second.sees("Warnsveld houdt zorg · meeting 2")
        assert open_session(folders, "2026-12-01-warnsveld-houdt-zorg", clock).session.entries == ()

    async def test_another_series_has_nothing_to_take_over(self, second: Sitting) -> None:
        await second.type("Tweede\t")
        await second.press("end", *["backspace"] * 30)
        await second.type("Heel anders\t")
        await second.no_longer_sees("F5 as on")
        await second.press("f5")
        await second.sees("This is the first meeting of its series")


class TestARunningMeeting:
    async def test_is_changed_at_once_and_undone(
        self, running: Sitting, desk: Desk, folders: Folders
    ) -> None:
        await running.type("\t\t\t\t\tschool\t")
        await running.sees("Place: school")
        assert open_session(folders, desk.session.id, clock).session.place == "school"
        await running.press("ctrl+z")
        await running.sees("Undone: Place: school")
        assert desk.session.place == ""
        await running.press("ctrl+y")
        await running.until(lambda: desk.session.place == "school")

    async def test_another_day_and_series_keep_its_file(self, running: Sitting, desk: Desk) -> None:
        await running.press("tab", "end")
        await running.type(" 2\t")
        await running.press("end", *["backspace"] * 10)
        await running.type("1-3-2027\t")
        await running.sees("Date: 1 March 2027")
        assert (desk.session.id, desk.session.series.title) == (
            "2027-01-14-warnsveld-houdt-zorg",
            "Warnsveld houdt zorg 2",
        )

    async def test_shows_what_another_program_changes_beside_what_is_typed(
        self, running: Sitting, desk: Desk, folders: Folders
    ) -> None:
        await running.press("end")
        await running.type(" anders")
        other = open_session(folders, desk.session.id, clock)
        other.enter("/volgende 11-2-2027")
        other.make(Describe(at=NOW, fields={"place": "dorpshuis"}))
        screen = running.app.screen
        assert isinstance(screen, Setup)
        screen.tick()
        await running.sees("Eerste overleg anders", "Place           dorpshuis")

    async def test_goes_back_with_what_was_typed_last(self, running: Sitting, desk: Desk) -> None:
        await running.press("end")
        await running.type(" 2")
        await running.press("f2")
        await running.sees("1/9")
        assert desk.session.title == "Eerste overleg 2"

    async def test_keeps_what_is_being_typed_when_the_app_is_left(self, running: Sitting, desk: Desk) -> None:
        await running.press("end")
        await running.type(" Zuid")
        await running.press("ctrl+q")
        await running.until(lambda: desk.session.title == "Eerste overleg Zuid", "the title that was typed")

    async def test_names_what_is_not_understood_before_it_goes_back(
        self, running: Sitting, desk: Desk
    ) -> None:
        await running.type("\t\t\t")
        await running.press("end", *["backspace"] * 5)
        await running.type("laat")
        await running.press("escape")
        await running.sees("not understood and not kept yet", "laat is not a time of the clock")
        await running.press("escape")
        await running.sees("1/9")
        assert desk.session.start == "19:30"

    async def test_undo_takes_back_what_is_being_typed_first(self, running: Sitting, desk: Desk) -> None:
        await running.press("end")
        await running.type(" onzin")
        await running.press("ctrl+z")
        await running.no_longer_sees("onzin")
        assert desk.session.agenda[0].status is ItemStatus.ACTIVE

    async def test_a_closed_meeting_stays_as_it_is(self, running: Sitting, desk: Desk) -> None:
        desk.enter("/sluit")
        await running.press("end")
        await running.type("x\t")
        await running.sees("This meeting is closed")


class TestParties:
    async def test_a_name_makes_one_and_its_fields_change_it(self, running: Sitting, desk: Desk) -> None:
        await on_page(running, "Parties")
        await running.press("n")
        await running.enter("Huurdersvereniging")
        await running.sees("New party: HUU = Huurdersvereniging", "‹ tenants ›")
        await running.press("end", *["backspace"] * 3)
        await running.type("hur\t")
        await running.press("right", "tab", "tab", "right", "tab")
        await running.type("huurders van Noord\t")
        party = desk.session.parties[-1]
        assert (party.id, party.code, party.kind) == ("HUU", "HUR", PartyKind.CARE)
        assert (party.seat, party.constituency) == (Seat.GUEST, "huurders van Noord")

    async def test_one_is_taken_off_and_comes_back(self, running: Sitting, desk: Desk) -> None:
        await on_page(running, "Parties")
        await running.press("down", "delete")
        await running.sees("Party taken off the table: ZorgOrg")
        await running.press("ctrl+z")
        await running.until(lambda: [each.code for each in desk.session.parties] == ["GEM", "ZOR", "WIJ"])

    async def test_one_that_was_named_says_why_it_stays(self, running: Sitting, desk: Desk) -> None:
        desk.enter("n ZOR: iets")
        await on_page(running, "Parties")
        await running.press("down", "delete")
        await running.sees("ZorgOrg is named in what was recorded, so it stays.")

    async def test_they_are_put_in_another_order(self, running: Sitting, desk: Desk) -> None:
        await on_page(running, "Parties")
        await running.press("end", "shift+up", "shift+up")
        await running.until(lambda: [each.code for each in desk.session.parties] == ["WIJ", "GEM", "ZOR"])
        await running.press("shift+up")
        assert desk.session.parties[0].code == "WIJ"
        await running.press("shift+down")
        await running.until(lambda: desk.session.parties[1].code == "WIJ")

    async def test_a_code_that_another_has_is_refused_and_kept(self, running: Sitting, desk: Desk) -> None:
        await on_page(running, "Parties")
        await running.press("enter", "tab", "end", *["backspace"] * 3)
        await running.type("zor\t")
        await running.sees("Another party has the code ZOR.")
        await running.press("escape", "down", "up")
        await running.sees("Code            zor")
        assert desk.session.parties[0].code == "GEM"

    async def test_a_row_begun_without_a_name_is_none(self, running: Sitting, desk: Desk) -> None:
        await on_page(running, "Parties")
        await running.press("n", "tab", "tab", "right", "escape", "up")
        assert len(desk.session.parties) == 3

    async def test_a_letter_in_a_field_is_text(self, running: Sitting, desk: Desk) -> None:
        await on_page(running, "Parties")
        await running.press("enter", "end")
        await running.type(" nls?\t")
        await running.until(lambda: desk.session.parties[0].name == "Gemeente nls?")


class TestPeople:
    async def test_somebody_new_is_of_the_party_of_the_last_and_gets_the_rest(
        self, running: Sitting, desk: Desk
    ) -> None:
        await on_page(running, "People")
        await running.press("n")
        await running.enter("Hilde Oosterbaan")
        await running.press("right", "tab")
        await running.type("bestuurder\t")
        await running.press("left", "tab", "right", "right", "tab")
        await running.type("de raad\t")
        await running.press("right", "tab", "tab")
        await running.type("19:45\t20:30\t")
        person = desk.session.people[-1]
        assert (person.name, person.party, person.function) == ("Hilde Oosterbaan", "ZOR", "bestuurder")
        assert (person.seat_role, desk.session.secretary) == (SeatRole.SECRETARY, person.id)
        assert (person.mandate, person.mandate_body, person.paid) == (Mandate.CONSULT, "de raad", Paid.NO)
        (known,) = desk.session.attendance
        assert (known.from_time, known.until) == ("19:45", "20:30")
        assert known.status is AttendanceStatus.PARTIAL

    async def test_a_time_that_is_emptied_makes_somebody_present_again(
        self, running: Sitting, desk: Desk
    ) -> None:
        desk.enter("/aanwezig Ruud 19:45")
        await on_page(running, "People")
        await running.press("enter", *["tab"] * 8, "end", *["backspace"] * 5, "tab")
        await running.until(lambda: desk.session.attendance[0].status is AttendanceStatus.PRESENT)

    async def test_an_address_is_kept_or_refused_in_words_and_stands_in_its_field_only(
        self, running: Sitting, desk: Desk
    ) -> None:
        await on_page(running, "People")
        await running.press("enter", *["shift+tab"] * 2)
        await running.type("ruud@\t")
        await running.sees("“ruud@” is not an e-mail address.")
        await running.press("shift+tab", "end")
        await running.type("gemeente.nl\t")
        await running.until(lambda: desk.session.people[0].email == "ruud@gemeente.nl")
        await running.sees("Person: Ruud Ketelaar · GEM · beleidsadviseur")
        assert running.text.count("ruud@gemeente.nl") == 1


class TestTheAgenda:
    async def test_an_item_has_time_party_purpose_and_question(self, running: Sitting, desk: Desk) -> None:
        await on_page(running, "Agenda")
        await running.press("n")
        await running.enter("Begroting")
        await running.type("1u30\t")
        await running.press("right", "right", "tab", "left", "tab", "tab")
        await running.type("Wat mag het kosten?\t")
        item = desk.session.agenda[-1]
        assert (item.title, item.planned_minutes, item.brought_in_by) == ("Begroting", 90, "ZOR")
        assert (item.purpose, item.prompt) == (Purpose.DECIDE, "Wat mag het kosten?")

    async def test_is_skipped_put_off_and_reopened(self, running: Sitting, desk: Desk) -> None:
        await on_page(running, "Agenda")
        await running.press("down", "enter", *["tab"] * 6, "right", "tab")
        await running.sees("skipped", "Agenda item skipped: De aanleiding")
        await running.press("enter", *["tab"] * 6, "right", "tab")
        await running.sees("put off")
        assert desk.session.agenda[1].status is ItemStatus.DEFERRED
        await running.press("enter", *["tab"] * 6, "right", "tab")
        await running.until(lambda: desk.session.agenda[1].status is ItemStatus.PENDING)

    async def test_what_runs_over_the_end_is_marked_in_words(self, running: Sitting) -> None:
        await running.type("\t\t\t\t20:00\t")
        await on_page(running, "Agenda")
        await running.sees("runs over", "the meeting takes 30 min: 1:00 too much.")

    async def test_takes_a_step_of_another_form(self, running: Sitting, desk: Desk) -> None:
        await on_page(running, "Agenda")
        await running.press("end", "s")
        await running.sees("Which step?")
        await running.press("end", "enter")
        await running.no_longer_sees("Which step?")
        assert len(desk.session.agenda) == 10
        assert desk.session.agenda[8].step not in ("", "debrief")

    async def test_an_item_with_something_recorded_is_not_taken_off(
        self, running: Sitting, desk: Desk
    ) -> None:
        await on_page(running, "Agenda")
        await running.press("home", "delete")
        await running.sees("has begun, so it stays on the agenda. Skip it, or put")
        assert len(desk.session.agenda) == 9


class TestAsLines:
    async def test_pasted_lines_become_the_agenda(self, running: Sitting, desk: Desk) -> None:
        await on_page(running, "Agenda")
        await running.press("f4")
        await running.sees("1 Welkom en mandaat (6 min)")
        await running.paste("10 Begroting (20 min) ZOR besluit\nRondvraag 5m")
        await running.sees("new: Begroting · 20 min · ZOR", "new: Rondvraag · 5 min")
        await running.press("f4")
        await running.sees("▸Agenda 11", "New agenda item: Begroting · 20 min")
        first, second = desk.session.agenda[-2:]
        assert (first.title, first.purpose, second.planned_minutes) == ("Begroting", Purpose.DECIDE, 5)
        await running.press("ctrl+z")
        await running.until(lambda: len(desk.session.agenda) == 9)

    async def test_a_problem_is_named_at_its_line_and_nothing_is_dropped(
        self, running: Sitting, desk: Desk
    ) -> None:
        await on_page(running, "Parties")
        await running.press("l")
        await running.sees("GEM=Gemeente:gemeente")
        await running.paste("Huurders\nX=Kerk")
        await running.sees("! “X” cannot be the code")
        await running.press("f4")
        await running.sees("Line 5: “X” cannot be the code of a party.", "X=Kerk")
        assert len(desk.session.parties) == 3
        await running.press("f8")
        await running.sees("X=Kerk")
        await running.press("escape")
        await running.sees("›GEM")
        await running.press("l")
        await running.sees("X=Kerk", "Huurders")
        await running.press("ctrl+end", *["backspace"] * 7)
        await running.press("f4")
        await running.until(lambda: [each.code for each in desk.session.parties][3:] == ["HUU"])

    @pytest.mark.parametrize(("key", "page"), [("f7", "Meeting"), ("f8", "People")])
    async def test_the_lines_are_taken_over_when_the_page_is_left(
        self, running: Sitting, desk: Desk, key: str, page: str
    ) -> None:
        await on_page(running, "Parties")
        await running.press("l")
        await running.type("Huurders")
        await running.press(key)
        await running.sees(f"▸{page}")
        assert desk.session.parties[-1].code == "HUU"

    async def test_people_are_pasted_from_a_sheet(self, running: Sitting, desk: Desk) -> None:
        await on_page(running, "People")
        await running.press("l")
        await running.paste("Hilde Oosterbaan\tZorgOrg\tbestuurder")
        await running.sees("Hilde Oosterbaan · ZOR")
        await running.press("f2")
        await running.sees("1/9")
        person = desk.session.people[-1]
        assert (person.name, person.party, person.function) == ("Hilde Oosterbaan", "ZOR", "bestuurder")

    async def test_a_list_that_was_emptied_of_what_must_stay_says_so(
        self, running: Sitting, desk: Desk
    ) -> None:
        await on_page(running, "Agenda")
        await running.press("f4", *["up"] * 12, "home", *["shift+down"] * 2, "delete", "f4")
        await running.sees("stays on the agenda")
        assert len(desk.session.agenda) == 9


class TestMarkup:
    @pytest.mark.parametrize("page", ["Meeting", "Parties", "People", "Target groups", "Agenda"])
    async def test_is_text_in_every_field(self, running: Sitting, desk: Desk, page: str) -> None:
        await on_page(running, page)
        screen = running.app.screen
        assert isinstance(screen, Setup)
        if page != "Meeting":
            await add(running, HOSTILE)
            await running.sees(f"{HOSTILE[:20]}")
            await running.press("end", "enter")
        for _ in screen.page.fields:
            await running.press("end")
            await running.type(f"{HOSTILE}\t")
        await running.sees("a [concept] [red]b")
        assert running.app.screen is screen

    @pytest.mark.parametrize("page", ["Parties", "People", "Target groups", "Agenda"])
    async def test_is_text_in_lines(self, running: Sitting, page: str) -> None:
        await on_page(running, page)
        await running.press("f4")
        await running.paste(f"{HOSTILE}\n{HOSTILE}")
        await running.sees("a [concept] [red]b")
        await running.press("f4")
        assert running.app.is_running


class TestLooks:
    @pytest.mark.parametrize(("width", "height"), [(80, 24), (120, 40), (200, 50)])
    @pytest.mark.parametrize("page", ["Meeting", "People", "Agenda"])
    async def test_as_before(
        self, folders: Folders, example: Desk, as_before: Compare, width: int, height: int, page: str
    ) -> None:
        async with sitting(OverlegApp(folders, Language.EN, clock, example), width, height) as table:
            await table.sees("9/9")
            table.app.push_screen(Setup(example, Language.EN))
            await table.sees("▸Meeting")
            await on_page(table, page)
            as_before(f"setup-{page.lower()}-{width}x{height}", table.text)

    @pytest.mark.parametrize("size", [(20, 5), (1, 1), (40, 10)])
    async def test_survives_a_window_that_is_too_small(self, running: Sitting, size: tuple[int, int]) -> None:
        for page in ("Parties", "People", "Agenda"):
            await on_page(running, page)
            await running.resize(*size)
            await running.press("n", "x", "escape", "f4", "escape")
            await running.resize(80, 24)
        assert running.app.is_running

    async def test_pages_are_chosen_with_the_mouse(self, running: Sitting) -> None:
        await running.pilot.click(offset=(running.lines[1].index("Agenda") + 1, 1))
        await running.sees("▸Agenda")
        await running.pilot.click(offset=(10, 5))
        await running.sees("›3")
