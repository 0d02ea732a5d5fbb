from overleg.desk.folders import Folders
from overleg.desk.workbench import Desk, open_session
from overleg.domain.choices import Language
from overleg.tui.app import OverlegApp
from tests.tui.terminal import MACHINE, Sitting, sitting


def texts(desk: Desk) -> list[str]:
    return [entry.text for entry in desk.session.entries]


def bar_line(table: Sitting) -> str:
    """What stands on the line of the capture bar."""
    return next(line for line in table.lines if " › " in line or line.endswith(" ›"))


class TestOneLine:
    async def test_is_read_while_it_is_typed(self, live: Sitting) -> None:
        await live.type("a gem/ruud: stuurt begroting rond, uiterlijk vrijdag")
        await live.sees("Action GEM (Ruud) · stuurt begroting rond · Fri 15 Jan 2027")

    async def test_is_saved_and_drawn_on_enter(self, live: Sitting, desk: Desk, folders: Folders) -> None:
        await live.enter("d WIJ: Zorg in het dorp é ë €")
        await live.sees("D-001  Goal        WIJ          Zorg in het dorp é ë €")
        assert texts(desk) == ["Zorg in het dorp é ë €"]
        assert texts(open_session(folders, desk.session.id, desk.clock)) == ["Zorg in het dorp é ë €"]
        assert bar_line(live) == " Note ›"

    async def test_with_nothing_on_it_records_nothing(self, live: Sitting, desk: Desk) -> None:
        await live.enter("   ")
        await live.enter("")
        assert texts(desk) == []

    async def test_that_is_refused_stays_with_the_problem_below_it(self, live: Sitting) -> None:
        await live.enter("+D-099 WIJ")
        await live.sees(" › +D-099 WIJ", "^ There is no D-099 in this meeting.")
        lines = live.lines
        mark = next(line for line in lines if "^ There" in line)
        assert bar_line(live)[mark.index("^")] == "D"
        await live.type("x")
        await live.sees(" › +D-099 WIJx")

    async def test_that_is_refused_comes_with_what_can_be_done(self, live: Sitting) -> None:
        await live.enter("v WIJ>GEM: Eén aanspreekpunt")
        await live.type("*V-001 kwijt")
        await live.sees("^ V-001 cannot become “kwijt”.", "Possible are: stated, answered, fulfilled")

    async def test_with_an_unknown_party_is_saved_and_the_party_is_asked_for(
        self, live: Sitting, desk: Desk
    ) -> None:
        await live.enter("a geemente: bellen")
        await live.sees("Party “geemente” is unknown; did you mean Gemeente?")
        assert texts(desk) == ["geemente: bellen"]

    async def test_longer_than_the_window_keeps_its_end_in_sight(self, live: Sitting, desk: Desk) -> None:
        line = "n GEM: " + "heel veel woorden " * 8 + "het einde"
        await live.type(line)
        await live.sees("het einde")
        await live.press("home")
        await live.sees(" › n GEM: heel veel")
        await live.type("\n")
        await live.until(lambda: texts(desk), "the entry")
        assert texts(desk)[0].endswith("het einde")

    async def test_an_accent_typed_after_its_letter_becomes_one_with_it(
        self, live: Sitting, desk: Desk
    ) -> None:
        await live.enter("n cafe\u0301 open")
        assert texts(desk) == ["caf\u00e9 open"]

    async def test_what_the_step_and_the_turn_say_need_not_be_typed(self, live: Sitting, desk: Desk) -> None:
        await live.enter("/stap open_agenda")
        await live.enter("/beurt ZOR")
        await live.sees(" Note ZOR ›")
        await live.enter("dit kost ons geld")
        (entry,) = desk.session.entries
        assert (entry.parties, entry.item) == (("ZOR",), "open_agenda")


class TestAroundTheBar:
    async def test_a_letter_typed_in_the_list_goes_to_the_bar(self, live: Sitting) -> None:
        await live.enter("n een")
        await live.press("escape")
        await live.sees("›N-001")
        await live.type("e n?")
        await live.sees(" › e n?")

    async def test_escape_goes_to_the_list_and_back_and_keeps_the_text(self, live: Sitting) -> None:
        await live.enter("n een")
        await live.type("half")
        await live.press("escape")
        await live.sees("›N-001", " › half")
        await live.press("escape")
        await live.no_longer_sees("›N-001")
        await live.type(" af")
        await live.sees(" › half af")

    async def test_the_arrow_up_brings_the_last_line_back(self, live: Sitting) -> None:
        await live.enter("n een")
        await live.enter("n twee")
        await live.press("up")
        await live.sees(" › n twee")
        await live.press("up")
        await live.sees(" › n een")
        await live.press("down", "down")
        await live.until(lambda: bar_line(live) == " Note ›", "an empty bar")

    async def test_the_arrow_up_goes_on_from_a_line_that_was_given_back(self, live: Sitting) -> None:
        await live.paste("*X-001 klaar\n*X-002 klaar")
        await live.press("enter")
        await live.sees("0 recorded, 2 not", " › *X-001 klaar")
        await live.press("up")
        await live.sees(" › *X-002 klaar")

    async def test_the_arrow_up_leaves_what_is_being_typed_alone(self, live: Sitting) -> None:
        await live.enter("n een")
        await live.type("half")
        await live.press("up")
        await live.sees(" › half")


class TestUndo:
    async def test_first_takes_back_what_is_typed_then_what_was_recorded(
        self, live: Sitting, desk: Desk
    ) -> None:
        await live.enter("n GEM: een")
        await live.type("twee")
        await live.press("ctrl+z")
        assert texts(desk) == ["een"]
        await live.press("ctrl+z")
        await live.sees("Undone: Note GEM · een")
        assert texts(desk) == []

    async def test_redo_goes_the_same_way_back(self, live: Sitting, desk: Desk) -> None:
        await live.enter("n GEM: een")
        await live.press("ctrl+z", "ctrl+y")
        await live.sees("Redone: Note GEM · een")
        assert texts(desk) == ["een"]

    async def test_redo_brings_the_text_of_the_bar_back(self, live: Sitting) -> None:
        await live.type("een twee")
        await live.press("ctrl+z", "ctrl+z", "ctrl+z")
        await live.until(lambda: bar_line(live) == " Note ›", "an empty bar")
        await live.press("ctrl+y", "ctrl+y", "ctrl+y")
        await live.sees(" › een twee")

    async def test_can_be_typed(self, live: Sitting, desk: Desk) -> None:
        await live.enter("n een")
        await live.enter("/ongedaan")
        await live.sees("Undone:")
        assert texts(desk) == []

    async def test_says_when_there_is_nothing(self, live: Sitting) -> None:
        await live.press("ctrl+z")
        await live.sees("There is nothing to undo here.")


class TestSeveralLines:
    LINES = "n GEM: een\nn ZOR: twee\r\n\n+D-099 WIJ\nn WIJ: drie"

    async def test_pasted_wait_for_an_answer(self, live: Sitting, desk: Desk) -> None:
        await live.paste(self.LINES)
        await live.sees("Record 4 lines?")
        assert texts(desk) == []

    async def test_are_all_recorded_on_enter_and_what_is_refused_stays(
        self, live: Sitting, desk: Desk
    ) -> None:
        await live.paste(self.LINES)
        await live.sees("Record 4 lines?")
        await live.press("enter")
        await live.sees("3 recorded, 1 not", " › +D-099 WIJ", "^ There is no D-099")
        assert texts(desk) == ["een", "twee", "drie"]

    async def test_are_put_aside_on_escape_and_come_back_one_by_one(self, live: Sitting, desk: Desk) -> None:
        await live.paste(self.LINES)
        await live.sees("Record 4 lines?")
        await live.press("escape")
        await live.sees("Nothing was recorded")
        await live.press("up")
        await live.sees(" › n WIJ: drie")
        assert texts(desk) == []

    async def test_typed_faster_than_anybody_can_are_a_paste(self, live: Sitting, desk: Desk) -> None:
        await live.type("n een\nn twee\n", gap=MACHINE)
        await live.sees("Record 2 lines?")
        assert texts(desk) == []
        await live.press("enter")
        await live.sees("2 lines recorded.")
        assert texts(desk) == ["een", "twee"]

    async def test_a_tab_in_such_a_paste_is_a_space(self, live: Sitting, desk: Desk) -> None:
        await live.type("n een\ttwee\n", gap=MACHINE)
        await live.until(lambda: texts(desk) == ["een twee"], "the entry")

    async def test_one_line_sent_at_once_is_recorded_without_a_question(
        self, live: Sitting, desk: Desk
    ) -> None:
        await live.type("n een\n", gap=MACHINE)
        await live.until(lambda: texts(desk) == ["een"], "the entry")
        assert "Record" not in live.text

    async def test_one_pasted_line_goes_into_the_bar(self, live: Sitting, desk: Desk) -> None:
        await live.type("n GEM: ")
        await live.paste("geplakt\x1b[31m\x07 é\n")
        await live.sees(" › n GEM: geplakt é")
        await live.type("\n")
        await live.until(lambda: texts(desk) == ["geplakt é"], "the entry")

    async def test_pasted_while_the_list_has_the_focus_are_taken_too(self, live: Sitting) -> None:
        await live.press("escape")
        await live.paste("n een\nn twee")
        await live.sees("Record 2 lines?")


class TestDraft:
    async def test_comes_back_when_the_meeting_is_opened_again(self, folders: Folders, desk: Desk) -> None:
        async with sitting(OverlegApp(folders, Language.EN, desk.clock, desk)) as table:
            await table.type("half een zin é")
            await table.until(lambda: desk.draft() == "half een zin é", "the draft")
        again = open_session(folders, desk.session.id, desk.clock)
        async with sitting(OverlegApp(folders, Language.EN, desk.clock, again)) as table:
            await table.sees("This is what you were typing", " › half een zin é")

    async def test_is_kept_at_once_when_somebody_leaves(self, folders: Folders, desk: Desk) -> None:
        async with sitting(OverlegApp(folders, Language.EN, desk.clock, desk)) as table:
            await table.type("half")
            await table.press("ctrl+q")
        assert desk.draft() == "half"

    async def test_is_gone_when_the_line_was_entered(self, live: Sitting, desk: Desk) -> None:
        await live.type("n een")
        await live.until(lambda: desk.draft() == "n een", "the draft")
        await live.type("\n")
        await live.until(lambda: desk.draft() == "", "no draft")

    async def test_holds_the_lines_of_a_paste_that_is_not_done(self, live: Sitting, desk: Desk) -> None:
        await live.paste("\n".join(f"n GEM: regel {number}" for number in range(200)))
        await live.sees("Record 200 lines?")
        live.driver.key("enter", None, 0.1)
        await live.until(lambda: desk.session.entries, "the first line")
        await live.press("ctrl+q")
        recorded = len(desk.session.entries)
        assert all(f"regel {number}" in desk.draft() for number in range(recorded, 200))

    async def test_holds_pasted_lines_that_wait(self, live: Sitting, desk: Desk) -> None:
        await live.paste("n een\nn twee")
        await live.until(lambda: "een" in desk.draft() and "twee" in desk.draft(), "the draft")


class TestCommands:
    async def test_documents_are_made_on_the_closing_page(self, live: Sitting) -> None:
        await live.enter("/verslag")
        await live.sees("Closing", "F2 closes the meeting and makes: minutes")

    async def test_help_can_be_typed(self, live: Sitting) -> None:
        await live.enter("/hulp")
        await live.sees("Help", "Type one line for each thing said")

    async def test_so_can_leaving(self, live: Sitting) -> None:
        await live.enter("/stop")
        await live.until(lambda: not live.app.is_running, "the end")

    async def test_an_unknown_command_stays_in_the_bar(self, live: Sitting) -> None:
        await live.enter("/nonsens")
        await live.sees(" › /nonsens", "There is no command /nonsens")
