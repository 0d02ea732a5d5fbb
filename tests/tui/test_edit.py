"""The form of an entry: what it shows, what it keeps, and that nothing typed in it is lost."""

from datetime import date
from typing import Any

import pytest
from msgspec.structs import replace as but

from overleg.desk.folders import Folders
from overleg.desk.workbench import Desk, open_session
from overleg.domain.choices import Kind, Language, Sensitivity
from overleg.domain.kinds import KINDS
from overleg.tui.app import OverlegApp
from overleg.tui.screens.edit import Edit
from tests.tui.terminal import Sitting, sitting

HOSTILE = "a [concept] [red]b[/red] [/x] [@click=app.quit]z[/]"


async def opened(table: Sitting, desk: Desk, line: str, *others: str) -> Edit:
    """The form of the entry that the first line records."""
    for each in (line, *others):
        desk.enter(each)
    screen = Edit(desk, Language.EN, desk.session.entries[0].ref)
    table.app.push_screen(screen)
    await table.sees("F2 Keep")
    await table.rest()
    return screen


async def to_field(table: Sitting, name: str) -> None:
    """Tab to the field with that name, to the end of what stands in it."""
    screen = table.app.screen
    assert isinstance(screen, Edit)
    for _ in range(60):
        if screen.fields.focused_key == name:
            await table.press("end")
            return
        await table.press("tab")
    raise AssertionError(f"there is no field {name}")


async def emptied(table: Sitting) -> None:
    """The field that has the focus, without what stood in it."""
    await table.press("home", "ctrl+k")


def entry(desk: Desk, ref: str) -> Any:
    return desk.session.entry(ref)


class TestWhatItShows:
    async def test_is_every_field_in_words(self, live: Sitting, desk: Desk) -> None:
        await opened(live, desk, "a GEM/Ruud: Begroting rond ^2027-01-15 &begroting=A #ouderen")
        await live.sees("A-001 · Action GEM (Ruud)", "GEM", "Gemeente", "Ruud Ketelaar", "Begroting rond")
        await live.sees("15-01-2027", "Fri 15 Jan 2027", "‹ A, is accountable ›", "ouderen", "‹ open ›")

    @pytest.mark.parametrize("kind", list(Kind))
    async def test_and_keeps_is_the_same_for_every_kind(self, live: Sitting, desk: Desk, kind: Kind) -> None:
        await opened(live, desk, f"{KINDS[kind].letters.nl} WIJ: iets #ouderen &zorg=R")
        before = desk.session
        await live.press("f2")
        await live.sees("F1 Help")
        assert desk.session is before

    async def test_is_what_happened_to_it(self, live: Sitting, desk: Desk) -> None:
        await opened(live, desk, "n GEM: iets", "*N-001 aangepast: iets anders")
        await live.sees("What happened to it", "21:10  What: was “iets”, is now “iets anders”")

    async def test_of_what_is_confidential_is_masked_until_somebody_asks(
        self, live: Sitting, desk: Desk
    ) -> None:
        await opened(
            live, desk, "k ZOR: [geld5] Huurcontract loopt door !fin", "*K-001 opgepakt: via de bank"
        )
        await live.sees("∙∙∙ confidential (finance)", "^R shows it, to be changed.")
        assert "Huurcontract" not in live.text
        assert "bank" not in live.text
        await live.press("ctrl+r")
        await live.sees("Huurcontract loopt door", "via de bank")
        await live.press("ctrl+r")
        await live.no_longer_sees("Huurcontract")

    async def test_of_a_confidential_answer_is_masked_too(self, live: Sitting, desk: Desk) -> None:
        await opened(live, desk, "v WIJ>ZOR: Scholing", "=V-001 nee: geen geld !fin")
        await live.sees("∙∙∙ confidential (finance)")
        assert "geen geld" not in live.text

    @pytest.mark.parametrize(("width", "height"), [(20, 5), (1, 1), (120, 40), (200, 50), (80, 24)])
    async def test_fits_any_window(self, live: Sitting, desk: Desk, width: int, height: int) -> None:
        await opened(live, desk, "a GEM: Bellen")
        await live.resize(width, height)
        await live.type("x")
        await live.press("escape")
        await live.resize(80, 24)
        await live.sees("F5 Turn")


class TestKeeping:
    async def test_sets_what_was_changed_and_says_so(self, live: Sitting, desk: Desk) -> None:
        await opened(live, desk, "a GEM: Bellen")
        await to_field(live, "text")
        await live.type(" met de bank")
        await to_field(live, "due")
        await live.type("vrijdag")
        await live.sees("Fri 15 Jan 2027")
        await live.press("f2")
        await live.sees("A-001 edited", "Bellen met de bank", "F5 Turn")
        assert entry(desk, "A-001").due == date(2027, 1, 15)
        assert [line.field for line in entry(desk, "A-001").history] == ["text", "due"]

    async def test_is_one_step_for_undo(self, live: Sitting, desk: Desk) -> None:
        await opened(live, desk, "a GEM: Bellen")
        await to_field(live, "person")
        await live.type("Ruud")
        await live.sees("Ruud Ketelaar")
        await to_field(live, "status")
        await live.press("right")
        await live.press("f2")
        await live.until(lambda: entry(desk, "A-001").status == "busy", "the state")
        desk.undo()
        assert (entry(desk, "A-001").person, entry(desk, "A-001").status) == (None, "open")

    async def test_with_enter_goes_from_field_to_field_and_keeps_after_the_last(
        self, live: Sitting, desk: Desk
    ) -> None:
        await opened(live, desk, "n GEM: iets")
        await to_field(live, "text")
        await live.type(" meer\n")
        await live.rest()
        assert entry(desk, "N-001").text == "iets"
        for _ in range(20):
            if not isinstance(live.app.screen, Edit):
                break
            await live.press("enter")
        await live.sees("N-001 edited")
        assert entry(desk, "N-001").text == "iets meer"

    async def test_says_what_cannot_be_read_and_keeps_nothing_of_it(self, live: Sitting, desk: Desk) -> None:
        await opened(live, desk, "a GEM: Bellen")
        await to_field(live, "due")
        await live.type("ooit eens")
        await live.sees("! “ooit eens” is not a")
        await live.press("f2")
        await live.sees("F2 Keep", " “ooit eens” is not a date.")
        assert entry(desk, "A-001").due is None

    async def test_names_a_party_that_was_mistyped(self, live: Sitting, desk: Desk) -> None:
        await opened(live, desk, "n GEM: iets")
        await to_field(live, "parties")
        await live.type("+zorgog")
        await live.sees("did you mean")
        await live.press("f2")
        await live.sees("Party “zorgog” is unknown; did you mean ZorgOrg?")

    async def test_takes_several_parties_all_and_another_direction(self, live: Sitting, desk: Desk) -> None:
        await opened(live, desk, "v WIJ>ZOR: Scholing", "n GEM: iets")
        await to_field(live, "to_party")
        await emptied(live)
        await live.type("gem")
        await live.sees("Gemeente")
        await live.press("f2")
        await live.until(lambda: entry(desk, "V-001").to_party == "GEM", "the other party")
        live.app.push_screen(Edit(desk, Language.EN, "N-001"))
        await live.sees("N-001 · Note GEM")
        await to_field(live, "parties")
        await emptied(live)
        await live.type("*")
        await live.press("f2")
        await live.until(lambda: entry(desk, "N-001").for_all, "all parties")

    async def test_is_refused_where_nothing_would_be_said(self, live: Sitting, desk: Desk) -> None:
        await opened(live, desk, "n GEM: iets")
        await to_field(live, "text")
        await emptied(live)
        await live.press("f2")
        await live.sees("Without a text N-001 says nothing.", "F2 Keep")
        assert entry(desk, "N-001").text == "iets"

    async def test_leaves_alone_what_somebody_else_changed(
        self, live: Sitting, desk: Desk, folders: Folders
    ) -> None:
        await opened(live, desk, "a GEM: Bellen")
        await to_field(live, "due")
        await live.type("15-1-2027")
        open_session(folders, desk.session.id, desk.clock).enter("*A-001 aangepast: Mailen")
        await live.press("f2")
        await live.until(lambda: entry(desk, "A-001").due, "the date")
        assert entry(desk, "A-001").text == "Mailen"

    async def test_other_words_for_a_proposal_asks_the_parties_again(self, live: Sitting, desk: Desk) -> None:
        await opened(live, desk, "b *: Op 14 mei", "+B-001 *")
        await to_field(live, "text")
        await live.type(" of later")
        await live.sees("the parties are asked again")
        await live.press("f2")
        await live.until(lambda: entry(desk, "B-001").status == "proposed", "a proposal")

    async def test_records_new_tasks_groups_links_and_a_reservation(self, live: Sitting, desk: Desk) -> None:
        await opened(live, desk, "t GEM: 12 uur", "d *: Samen")
        for name, text in (
            ("reservation", "college, uiterlijk 9 februari"),
            ("task", "Achterwacht"),
            ("target_groups", "ouderen, mantelzorgers"),
            ("links", "d1"),
        ):
            await to_field(live, name)
            await live.type(text)
        await live.sees("Tue 9 Feb 2027")
        await live.press("f2")
        await live.until(lambda: entry(desk, "T-001").task, "the task")
        after = entry(desk, "T-001")
        assert (after.reservation.body, after.reservation.until) == ("college", date(2027, 2, 9))
        assert (after.target_groups, after.links[0].ref) == (("ouderen", "mantelzorgers"), "D-001")
        assert desk.session.task("achterwacht") is not None


class TestAnotherKind:
    async def test_has_its_own_fields_and_keeps_what_was_typed(self, live: Sitting, desk: Desk) -> None:
        await opened(live, desk, "n GEM: Bellen met de bank")
        await to_field(live, "text")
        await live.type(" morgen")
        await live.press("shift+tab", "shift+tab", "shift+tab")
        kinds = list(KINDS)
        for _ in range(kinds.index(Kind.NOTE) - kinds.index(Kind.ACTION)):
            await live.press("left")
        await live.sees("‹ action ›", "Bellen met de bank morgen", "When")
        await to_field(live, "due")
        await live.type("vrijdag")
        await live.press("f2")
        await live.until(lambda: entry(desk, "A-001"), "the action")
        assert (entry(desk, "A-001").text, entry(desk, "A-001").due) == (
            "Bellen met de bank morgen",
            date(2027, 1, 15),
        )
        assert entry(desk, "N-001") is None
        await live.sees("N-001 becomes: action")

    async def test_keeps_a_date_under_its_own_name(self, live: Sitting, desk: Desk) -> None:
        await opened(live, desk, "a GEM: Bellen")
        await to_field(live, "due")
        await live.type("15-1-2027")
        await to_field(live, "kind")
        for _ in range(list(KINDS).index(Kind.AGREEMENT) - list(KINDS).index(Kind.ACTION)):
            await live.press("right")
        await live.sees("‹ agreement ›", "Look back on", "15-1-2027")
        await live.press("f2")
        await live.until(lambda: entry(desk, "F-001"), "the agreement")
        assert entry(desk, "F-001").review_on == date(2027, 1, 15)


class TestLeaving:
    async def test_keeps_nothing_and_redo_takes_it_up(self, live: Sitting, desk: Desk) -> None:
        await opened(live, desk, "n GEM: iets")
        await to_field(live, "text")
        await live.type(" anders")
        await live.press("escape")
        await live.sees("Not kept; ^Y keeps it after all: N-001 edited", "iets anders", "F5 Turn")
        assert entry(desk, "N-001").text == "iets"
        await live.press("ctrl+y")
        await live.sees("Redone: N-001 edited")
        assert entry(desk, "N-001").text == "iets anders"

    async def test_names_what_was_not_understood(self, live: Sitting, desk: Desk) -> None:
        await opened(live, desk, "a GEM: Bellen")
        await to_field(live, "due")
        await live.type("ooit")
        await live.press("escape")
        await live.sees("“ooit” was not understood and not kept.")

    async def test_an_untouched_form_says_nothing(self, live: Sitting, desk: Desk) -> None:
        await opened(live, desk, "n GEM: iets")
        await live.press("escape")
        await live.sees("F5 Turn")
        assert "Not kept" not in live.text

    async def test_shows_no_confidential_word(self, live: Sitting, desk: Desk) -> None:
        await opened(live, desk, "n ZOR: tekort !fin")
        await live.press("ctrl+r")
        await to_field(live, "text")
        await live.type(" van 410.000")
        await live.press("escape")
        await live.sees("Not kept; ^Y keeps it after all: N-001 edited")
        assert "410.000" not in live.text


class TestClassStateAndAnswer:
    async def test_one_key_makes_it_confidential_and_public(self, live: Sitting, desk: Desk) -> None:
        await opened(live, desk, "n ZOR: tekort")
        await live.press("f6")
        await live.sees("‹ other ›")
        await live.press("f2")
        await live.sees("N-001 confidential")
        assert entry(desk, "N-001").sensitivity is Sensitivity.OTHER
        live.app.push_screen(Edit(desk, Language.EN, "N-001"))
        await live.sees("^R shows it")
        await live.press("ctrl+r", "f6", "f2")
        await live.sees("N-001 not confidential")

    async def test_one_key_withdraws_it_with_a_reason(self, live: Sitting, desk: Desk) -> None:
        await opened(live, desk, "n GEM: iets")
        await live.press("f8")
        await live.sees("Type why it is withdrawn", "‹ withdrawn ›")
        await live.type("verkeerd verstaan\n")
        await live.sees("N-001 withdrawn · verkeerd verstaan")
        assert entry(desk, "N-001").withdrawn.reason == "verkeerd verstaan"

    async def test_what_is_withdrawn_can_only_be_reopened(self, live: Sitting, desk: Desk) -> None:
        screen = await opened(live, desk, "n GEM: iets", "*N-001 ingetrokken")
        assert set(screen.fields.typed) == {"status", "reason"}
        await live.press("right", "f2")
        await live.until(lambda: entry(desk, "N-001").withdrawn is None, "it is open again")

    async def test_an_answer_can_be_given_and_confided_alone(self, live: Sitting, desk: Desk) -> None:
        await opened(live, desk, "v WIJ>ZOR: Scholing")
        await to_field(live, "answer_text")
        await live.type("eerst langs planning")
        await live.press("f2")
        await live.sees("Choose which answer it is")
        await to_field(live, "answer")
        await live.press("right", "right", "right")
        await live.sees("‹ discuss ›")
        await live.press("f6", "f2")
        await live.until(lambda: entry(desk, "V-001").answer, "the answer")
        answer = entry(desk, "V-001").answer
        assert (answer.value, answer.text, answer.sensitivity) == (
            "discuss",
            "eerst langs planning",
            Sensitivity.OTHER,
        )
        assert entry(desk, "V-001").sensitivity is Sensitivity.NONE
        await live.sees("V-001: answered in confidence")

    async def test_a_word_of_explanation_changes_nothing_else(self, live: Sitting, desk: Desk) -> None:
        await opened(live, desk, "a GEM: Bellen")
        await to_field(live, "reason")
        await live.type("wacht op de bank")
        await live.press("f2")
        await live.until(lambda: entry(desk, "A-001").history, "the explanation")
        assert (entry(desk, "A-001").status, entry(desk, "A-001").history[0].note) == (
            "open",
            "wacht op de bank",
        )

    async def test_of_an_earlier_meeting_the_words_stay(self, live: Sitting, desk: Desk) -> None:
        desk.enter("v WIJ>ZOR: Scholing")
        earlier = but(entry(desk, "V-001"), born_in="2026-12-01-warnsveld")
        desk.session = but(desk.session, entries=(earlier,))
        screen = Edit(desk, Language.EN, "V-001")
        live.app.push_screen(screen)
        await live.sees("stays as it was said there", "Answer", "Standing")
        assert not screen.fields.typed.keys() & {"text", "parties", "kind"}


class TestHostileText:
    async def test_is_text_in_every_field(self, folders: Folders, desk: Desk) -> None:
        async with sitting(OverlegApp(folders, Language.EN, desk.clock, desk), 200, 50) as table:
            desk.enter("e WIJ: iets")
            table.app.push_screen(Edit(desk, Language.EN, "E-001"))
            await table.sees("F2 Keep")
            names = ("text", "detail", "sign_of_success", "lesson", "task", "target_groups", "reason")
            for name in names:
                await to_field(table, name)
                await emptied(table)
                await table.paste(f"{HOSTILE}\x1b[31m\nmeer")
            await to_field(table, "evaluate_on")
            await table.paste("[/x]")
            await table.sees("! “[/x]” is not a date.", "[@click=app.quit]z[/] meer")
            await emptied(table)
            await table.press("f2")
            await table.until(lambda: entry(desk, "E-001").lesson, "what was kept")
            assert entry(desk, "E-001").lesson == f"{HOSTILE} meer"
            table.app.push_screen(Edit(desk, Language.EN, "E-001"))
            await table.sees("What happened to it", f"is now “{HOSTILE} meer”")

    async def test_is_text_in_a_title(self, live: Sitting, desk: Desk) -> None:
        desk.enter(f"a GEM: x @{'[/x]'}")
        live.app.push_screen(Edit(desk, Language.EN, "A-001"))
        await live.sees("A-001 · Action GEM")
        assert live.app.is_running
