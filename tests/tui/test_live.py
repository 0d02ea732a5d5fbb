"""The meeting on the table: steps and turns, others at work, a disk that is full, any size of window."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from overleg.desk.folders import Folders
from overleg.desk.workbench import Desk, open_session
from overleg.domain.choices import ItemStatus, Language, SessionStatus
from overleg.errors import Message, StoreError
from overleg.tui.app import OverlegApp
from tests.tui.conftest import NOW
from tests.tui.terminal import Sitting, sitting

Compare = Callable[[str, str], None]


class TestTheScreen:
    @pytest.mark.parametrize(("width", "height"), [(80, 24), (120, 40), (200, 50)])
    async def test_looks_as_before(
        self, folders: Folders, example: Desk, as_before: Compare, width: int, height: int
    ) -> None:
        async with sitting(OverlegApp(folders, Language.EN, example.clock, example), width, height) as table:
            await table.type("a GEM/Ruud: stuurt begroting rond, uiterlijk vrijdag")
            await table.sees("Action GEM (Ruud)", "N-007", "Together:", "!")
            as_before(f"live-{width}x{height}", table.text)

    async def test_names_the_meeting_the_step_and_the_time(self, folders: Folders, example: Desk) -> None:
        async with sitting(OverlegApp(folders, Language.EN, example.clock, example)) as table:
            await table.sees("Warnsveld houdt zorg · meeting 1", "9/9 Nabespreken   06:00/8   21:10")

    async def test_says_when_a_step_takes_longer_than_was_planned(
        self, folders: Folders, example: Desk
    ) -> None:
        later = open_session(folders, example.session.id, lambda: NOW + timedelta(minutes=10))
        async with sitting(OverlegApp(folders, Language.EN, later.clock, later)) as table:
            await table.sees("16:00/8 over time")

    async def test_shows_no_sensitive_word(self, folders: Folders, example: Desk) -> None:
        async with sitting(OverlegApp(folders, Language.EN, example.clock, example), 120, 90) as table:
            await table.sees("N-001", "∙∙∙ confidential (finance)", "∙∙∙ confidential (strategy)")
            for word in ("410.000", "boete", "verdeelde", "garantie", "Huurcontract", "huurcontract"):
                assert word not in table.text

    async def test_speaks_dutch(self, folders: Folders, example: Desk) -> None:
        async with sitting(OverlegApp(folders, Language.NL, example.clock, example)) as table:
            await table.sees("F1 Hulp", "vertrouwelijk (geld)", "Notitie ›")


class TestStepsAndTurns:
    async def test_the_next_step_begins_the_meeting(self, live: Sitting, desk: Desk) -> None:
        await live.sees("F8 begins with the first agenda item.")
        await live.press("f8")
        await live.sees("1/9 Welkom en mandaat", "Wie zit hier namens wie")
        assert desk.session.status is SessionStatus.LIVE

    async def test_steps_go_forward_and_back(self, live: Sitting, desk: Desk) -> None:
        await live.press("f8", "f8", "f7")
        await live.sees("1/9 Welkom en mandaat")
        assert desk.session.agenda[1].status is ItemStatus.DONE

    async def test_before_the_first_there_is_none(self, live: Sitting) -> None:
        await live.press("f8", "f7")
        await live.sees("This is the first agenda item.")

    async def test_the_floor_goes_round_the_parties(self, live: Sitting, desk: Desk) -> None:
        await live.press("f8", "f5")
        await live.sees("WijWarnsveld has the floor", "Note WIJ ›")
        await live.press("f5")
        await live.sees("Note GEM ›")
        assert desk.session.turn is not None
        assert desk.session.turn.party == "GEM"

    async def test_a_click_in_the_strip_goes_to_a_step(self, live: Sitting, desk: Desk) -> None:
        await live.sees("3 Open kaart")
        column = live.lines[1].index("3 Open kaart")
        await live.pilot.click(offset=(column + 2, 1))
        await live.sees("3/9 Open kaart")

    async def test_a_click_in_the_panel_goes_to_a_step_or_gives_the_floor(
        self, folders: Folders, desk: Desk
    ) -> None:
        async with sitting(OverlegApp(folders, Language.EN, desk.clock, desk), 120, 40) as table:
            for words, seen in (("4 Waarde en nodig", "4/9 Waarde"), ("ZorgOrg", "has the floor")):
                row = next(n for n, line in enumerate(table.lines) if words in line)
                await table.pilot.click(offset=(table.lines[row].index(words), row))
                await table.sees(seen)

    async def test_a_click_in_the_footer_is_a_key(self, live: Sitting) -> None:
        await live.pilot.click(offset=(live.lines[23].index("Turn"), 23))
        await live.sees("has the floor")


class TestOthersAtTheTable:
    async def test_their_lines_appear(self, live: Sitting, folders: Folders, desk: Desk) -> None:
        secretary = open_session(folders, desk.session.id, desk.clock)
        secretary.enter("n GEM: van de secretaris")
        await live.sees("N-001", "van de secretaris")

    async def test_nobody_loses_a_line(self, live: Sitting, folders: Folders, desk: Desk) -> None:
        secretary = open_session(folders, desk.session.id, desk.clock)
        for number in range(3):
            await live.enter(f"n GEM: voorzitter {number}")
            secretary.enter(f"n GEM: secretaris {number}")
        secretary.refresh()
        assert len(secretary.session.entries) == 6
        await live.sees("secretaris 2", "voorzitter 0")

    async def test_what_is_typed_stays_when_they_write(
        self, live: Sitting, folders: Folders, desk: Desk
    ) -> None:
        await live.type("half een")
        open_session(folders, desk.session.id, desk.clock).enter("n GEM: iets")
        await live.sees("N-001", " › half een")


class TestAFullDisk:
    async def test_is_said_in_words_and_saving_is_tried_again(
        self, live: Sitting, desk: Desk, folders: Folders, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        with monkeypatch.context() as full:
            full.setattr(desk.file, "save", _refuse)
            await live.enter("n GEM: dit moet blijven")
            await live.sees("NOT SAVED: The disk is full.", "dit moet blijven")
        await live.no_longer_sees("NOT SAVED")
        again = open_session(folders, desk.session.id, desk.clock)
        assert [entry.text for entry in again.session.entries] == ["dit moet blijven"]

    async def test_makes_leaving_a_question(
        self, live: Sitting, desk: Desk, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(desk.file, "save", _refuse)
        await live.enter("n GEM: dit moet blijven")
        await live.press("ctrl+q")
        await live.sees("Leave all the same?")
        await live.press("n")
        await live.no_longer_sees("Leave all the same?")
        assert live.app.is_running
        await live.press("ctrl+q", "y")
        await live.until(lambda: not live.app.is_running, "the end")


class TestKeysThatWorkEverywhere:
    async def test_ctrl_s_says_that_everything_is_saved(self, live: Sitting, desk: Desk) -> None:
        await live.press("ctrl+s")
        await live.sees(f"Everything is saved, in {desk.path.name}.")

    async def test_ctrl_c_says_how_to_leave(self, live: Sitting) -> None:
        await live.press("ctrl+c")
        await live.sees("Ctrl+Q leaves overleg.")
        assert live.app.is_running

    async def test_ctrl_q_leaves_without_a_question(self, live: Sitting) -> None:
        await live.press("ctrl+q")
        await live.until(lambda: not live.app.is_running, "the end")
        assert not live.app.has_crashed

    async def test_ctrl_p_does_nothing_yet(self, live: Sitting) -> None:
        await live.press("ctrl+p", "enter", "enter")
        await live.sees("F1 Help")

    async def test_f1_explains_and_goes_back(self, live: Sitting) -> None:
        await live.press("f1")
        await live.sees("Give the next party the floor", "/turn")
        await live.press("f1")
        await live.sees("F5 Turn")

    async def test_the_colours_go_round(self, live: Sitting) -> None:
        for theme in ("overleg-light", "overleg-beamer", "overleg-dark"):
            await live.enter("/kleuren")
            await live.until(lambda wanted=theme: live.app.theme == wanted, theme)  # type: ignore[misc]

    async def test_ctrl_o_goes_to_the_list_of_meetings(self, live: Sitting) -> None:
        await live.press("ctrl+o")
        await live.sees("Enter Open", "Eerste overleg")


class TestTheWindow:
    async def test_becomes_tiny_and_large_again(self, live: Sitting, desk: Desk) -> None:
        await live.enter("n GEM: een")
        for width, height in ((20, 5), (5, 3), (1, 1), (200, 50), (80, 24)):
            await live.resize(width, height)
            await live.enter(f"n GEM: bij {width} breed")
        await live.sees("bij 1 breed", "bij 80 breed", "F1 Help")
        assert len(desk.session.entries) == 6

    async def test_of_twenty_by_five_still_shows_what_matters(self, live: Sitting) -> None:
        await live.enter("n GEM: kort")
        await live.resize(20, 5)
        await live.sees("N-001  kort", " Note ›")

    async def test_that_grows_shows_the_panel(self, live: Sitting) -> None:
        await live.resize(120, 40)
        await live.sees("Agenda", "Parties", "GEM   Gemeente")

    async def test_that_shrinks_reads_the_line_anew(self, live: Sitting) -> None:
        await live.type("a GEM: " + "woord " * 30)
        await live.resize(60, 20)
        await live.sees("… · who? when?")


def _refuse(*_: object) -> None:
    raise StoreError(Message("The disk is full."))
