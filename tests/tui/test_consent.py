"""The round along the parties on the screen: keys, what is asked afterwards, one undo."""

from collections.abc import Callable
from typing import Any

import pytest
from msgspec.structs import replace as but

from overleg.desk.folders import Folders
from overleg.desk.workbench import Desk
from overleg.domain.choices import AttendanceStatus, Language, Mandate
from overleg.domain.meeting_changes import Attend
from overleg.tui.app import OverlegApp
from overleg.tui.screens.consent import Consent
from tests.tui.terminal import Sitting, sitting

HOSTILE = "a [concept] [red]b[/red] [/x] [@click=app.quit]z[/]"


async def opened(table: Sitting, desk: Desk, *lines: str) -> None:
    """A round on the entry that the first line records."""
    for line in lines:
        desk.enter(line)
    table.app.push_screen(Consent(desk, Language.EN, desk.session.entries[0].ref))
    await table.sees("F2 Record")


def consults(desk: Desk, body: str) -> None:
    """From now on Ruud has to ask before the municipality says yes."""
    (ruud,) = desk.session.people
    person = but(ruud, mandate=Mandate.CONSULT, mandate_body=body)
    session = but(desk.session, people=(person,), revision=desk.session.revision + 1)
    with desk.file.lock():
        desk.file.save(session)
    desk.session = session


def decision(desk: Desk) -> Any:
    return desk.session.entry("B-001")


class TestARound:
    async def test_is_shown_large_with_a_line_for_each_party(
        self, live: Sitting, desk: Desk, as_before: Callable[[str, str], None]
    ) -> None:
        await opened(live, desk, "b *: Werkgroep van drie maakt voor 1 april een plan", "+B-001 WIJ")
        await live.sees("Not heard yet: Gemeente and ZorgOrg.", "B-001 is then: proposed.")
        as_before("round-80x24", live.text)

    async def test_goes_from_party_to_party_and_takes_the_decision(self, live: Sitting, desk: Desk) -> None:
        await opened(live, desk, "b *: Werkgroep")
        await live.press("j", "y", "j")
        await live.sees("Everybody who is here agrees. B-001 is then: taken.")
        assert decision(desk).status == "proposed"
        await live.press("f2")
        await live.sees("B-001 GEM, ZOR and WIJ: yes", "F5 Turn")
        assert decision(desk).status == "taken"

    async def test_is_one_step_for_undo(self, live: Sitting, desk: Desk) -> None:
        await opened(live, desk, "b *: Werkgroep")
        await live.press("a", "2", "n", "enter", "enter")
        await live.until(lambda: decision(desk).endorsements, "what was said")
        desk.undo()
        assert decision(desk).endorsements == ()

    async def test_asks_why_a_party_objects_only_afterwards(self, live: Sitting, desk: Desk) -> None:
        await opened(live, desk, "b *: Werkgroep")
        await live.press("j", "n", "j")
        await live.sees("ZorgOrg: objects", "Objection of ZorgOrg.")
        await live.press("f2")
        await live.sees("Objection of ZorgOrg:", "Why not?")
        await live.type("te weinig tijd !strat\n")
        await live.until(lambda: decision(desk).endorsements, "what was said")
        objection = decision(desk).endorsements[-1]
        assert (objection.party, objection.text, objection.sensitivity) == (
            "ZOR",
            "te weinig tijd",
            "strategy",
        )
        assert "te weinig" not in live.text

    async def test_digits_space_and_arrows_choose_and_take_back(self, live: Sitting, desk: Desk) -> None:
        await opened(live, desk, "b *: Werkgroep")
        await live.press("a", "3", "space", "1", "n", "up", "j")
        await live.sees("Not heard yet: WijWarnsveld.")
        await live.sees("Gemeente: agrees")

    async def test_a_click_goes_from_silent_to_yes_to_objection(self, live: Sitting, desk: Desk) -> None:
        await opened(live, desk, "b *: Werkgroep")
        row = next(n for n, line in enumerate(live.lines) if "ZorgOrg: has not spoken" in line)
        await live.pilot.click(offset=(20, row))
        await live.sees("ZorgOrg: agrees")
        await live.pilot.click(offset=(20, row))
        await live.sees("ZorgOrg: objects")

    async def test_names_who_is_not_here(self, live: Sitting, desk: Desk) -> None:
        desk.enter("b *: Werkgroep")
        (ruud,) = desk.session.people
        desk.make(Attend(at=desk.clock(), person=ruud.id, status=AttendanceStatus.EXCUSED))
        await opened(live, desk)
        await live.sees("To be informed: Gemeente")
        await live.press("a", "f2")
        await live.until(lambda: decision(desk).status == "taken", "the decision")
        assert [each.party for each in decision(desk).endorsements] == ["ZOR", "WIJ"]


class TestReservations:
    async def test_are_asked_of_who_has_to_consult(self, live: Sitting, desk: Desk) -> None:
        consults(desk, "college")
        await opened(live, desk, "b *: Werkgroep")
        await live.press("a")
        await live.sees(
            "Gemeente: agrees, subject to college", "Gemeente under reservation. B-001 is then: taken under"
        )
        await live.press("f2")
        await live.sees("Gemeente agrees, subject to:", "college")
        await live.type(", uiterlijk 9 februari\n")
        await live.until(lambda: decision(desk).endorsements, "what was said")
        assert decision(desk).status == "taken_under_reservation"
        reservation = next(each.reservation for each in decision(desk).endorsements if each.reservation)
        assert (reservation.body, reservation.until.isoformat()) == ("college", "2027-02-09")

    async def test_may_be_needless(self, live: Sitting, desk: Desk) -> None:
        consults(desk, "college")
        await opened(live, desk, "b *: Werkgroep")
        await live.press("a", "f2")
        await live.sees("Gemeente agrees, subject to:")
        await live.press("home", "ctrl+k", "enter")
        await live.until(lambda: decision(desk).status == "taken", "the decision")

    async def test_of_any_party_are_made_and_taken_away_with_a_key(self, live: Sitting, desk: Desk) -> None:
        await opened(live, desk, "b *: Werkgroep")
        await live.press("2", "v")
        await live.sees("ZorgOrg agrees, subject to:")
        await live.type("toezichthouders\n")
        await live.sees("ZorgOrg: agrees, subject to toezichthouders")
        await live.press("2", "v")
        await live.no_longer_sees("subject to toezichthouders")

    async def test_given_up_halfway_go_back_to_the_round(self, live: Sitting, desk: Desk) -> None:
        await opened(live, desk, "b *: Werkgroep")
        await live.press("n", "f2")
        await live.sees("Objection of Gemeente:")
        await live.type("omdat")
        await live.press("escape")
        await live.no_longer_sees("omdat")
        assert decision(desk).endorsements == ()
        await live.press("f2")
        await live.sees("Objection of Gemeente: omdat")


class TestOtherWords:
    async def test_begin_the_round_again(self, live: Sitting, desk: Desk) -> None:
        await opened(live, desk, "b *: Op 14 mei", "+B-001 *")
        await live.press("f4")
        await live.sees("In other words: Op 14 mei")
        await live.type(" of later\n")
        await live.sees("Not heard yet: Gemeente, ZorgOrg and WijWarnsveld.", "Op 14 mei of later")
        await live.press("a", "f2")
        await live.until(lambda: decision(desk).text == "Op 14 mei of later", "the other words")
        assert decision(desk).status == "taken"
        desk.undo()
        assert (decision(desk).text, decision(desk).status) == ("Op 14 mei", "taken")


class TestLeaving:
    async def test_records_nothing_and_redo_does_after_all(self, live: Sitting, desk: Desk) -> None:
        await opened(live, desk, "b *: Werkgroep")
        await live.press("a", "escape")
        await live.sees("Not recorded; ^Y records it after all: B-001", "F5 Turn")
        assert decision(desk).endorsements == ()
        await live.press("ctrl+y")
        await live.until(lambda: decision(desk).status == "taken", "the decision")

    async def test_a_round_in_which_nobody_spoke_says_nothing(self, live: Sitting, desk: Desk) -> None:
        await opened(live, desk, "b *: Werkgroep")
        await live.press("f2")
        await live.sees("F5 Turn")
        assert "Not recorded" not in live.text


async def test_what_is_confidential_is_masked(live: Sitting, desk: Desk) -> None:
    await opened(
        live, desk, "b *: Garantie op de huur !fin", "?B-001 ZOR: eerst de cijfers", "+B-001 GEM %raad"
    )
    await live.sees("∙∙∙ confidential (finance)", "ZorgOrg: objects, ∙∙∙", "Gemeente: agrees, ∙∙∙")
    for word in ("huur", "cijfers", "raad"):
        assert word not in live.text


async def test_other_words_do_not_begin_from_what_is_confidential(live: Sitting, desk: Desk) -> None:
    await opened(live, desk, "b *: Garantie op de huur !fin")
    await live.press("f4")
    await live.sees("In other words:")
    assert "huur" not in live.text
    await live.press("enter")
    await live.no_longer_sees("In other words:")
    assert decision(desk).text == "Garantie op de huur"


async def test_markup_is_text(live: Sitting, desk: Desk) -> None:
    await opened(live, desk, f"b *: {HOSTILE}")
    await live.sees(HOSTILE)
    await live.press("1", "n", "f2")
    await live.sees("Objection of Gemeente:")
    await live.type(f"{HOSTILE}\n")
    await live.until(lambda: decision(desk).endorsements, "the objection")
    assert decision(desk).endorsements[0].text == HOSTILE
    live.app.push_screen(Consent(desk, Language.EN, "B-001"))
    await live.sees(f"Gemeente: objects, {HOSTILE}"[:60])


@pytest.mark.parametrize(("width", "height"), [(20, 5), (1, 1), (120, 40), (200, 50)])
async def test_it_fits_any_window(live: Sitting, desk: Desk, width: int, height: int) -> None:
    await opened(live, desk, "b *: Werkgroep")
    await live.resize(width, height)
    await live.press("j", "n", "f2", "escape")
    await live.resize(80, 24)
    await live.sees("Objection of ZorgOrg.")


async def test_it_speaks_dutch(folders: Folders, desk: Desk) -> None:
    desk.enter("d *: Samen")
    async with sitting(OverlegApp(folders, Language.NL, desk.clock, desk)) as table:
        table.app.push_screen(Consent(desk, Language.NL, "D-001"))
        await table.sees("Doel D-001")
