"""Answer on the spot: what waits, the keys that answer it, and a chair who types on all the while."""

from typing import Any

import pytest
from msgspec.structs import replace as but
from textual import on
from textual.app import ComposeResult

from overleg.desk.workbench import Desk, Made
from overleg.domain.choices import AnswerValue, Language, Mandate, Sensitivity
from overleg.tui.screens.at_desk import AtDesk
from overleg.tui.verbs import Place
from overleg.tui.widgets.answer_band import AnswerBand, answer_line
from overleg.tui.widgets.capture import CaptureBar
from overleg.tui.widgets.notice import Notice
from tests.tui.terminal import MACHINE, Sitting

HOSTILE = "a [concept] [red]b[/red] [/x] [@click=app.quit]z[/]"


class Table(AtDesk):
    """A bar to type in with the band above it, as on the live screen."""

    PLACE = Place.LIVE

    def compose(self) -> ComposeResult:
        yield Notice()
        yield AnswerBand(self.language).data_bind(Table.session)
        yield CaptureBar()

    def on_mount(self) -> None:
        self.query_one(CaptureBar).focus()

    @on(CaptureBar.Entered)
    def record(self, event: CaptureBar.Entered) -> None:
        self.enter(event.lines[0])

    @on(AnswerBand.Answered)
    def answer(self, event: AnswerBand.Answered) -> None:
        self.enter(event.line)

    @on(AnswerBand.Left)
    def go_back_to_bar(self) -> None:
        self.query_one(CaptureBar).focus()

    def enter(self, line: str) -> None:
        made = self.desk.enter(line)
        assert isinstance(made, Made), made
        self.show(self.chair.made(made.change))


async def opened(live: Sitting, desk: Desk, *lines: str, language: Language = Language.EN) -> Table:
    screen = Table(desk, language)
    live.app.push_screen(screen)
    for line in lines:
        desk.enter(line)
    await live.until(lambda: screen.query("CaptureBar:focus"), "the bar")
    screen.show()
    await live.rest()
    return screen


def answer(desk: Desk, ref: str = "V-001") -> Any:
    entry: Any = desk.session.entry(ref)
    return entry.answer


def bar_has_focus(live: Sitting) -> bool:
    return live.app.screen.query_one(CaptureBar).has_focus


class TestTheLine:
    @pytest.mark.parametrize(
        ("text", "body", "line"),
        [
            ("", "", "=V-001 ja"),
            ("vanaf april", "", "=V-001 ja: vanaf april"),
            ("! vanaf april", "", "=V-001 ja: !v vanaf april"),
            ("goed % !fin", "raad van toezicht", '=V-001 ja: goed %"raad van toezicht" !fin'),
            ("10 % meer", "", "=V-001 ja: 10 % meer"),
        ],
    )
    def test_is_what_a_chair_would_type(self, text: str, body: str, line: str) -> None:
        assert answer_line("V-001", AnswerValue.ACCEPT, text, body) == line


class TestWhatWaits:
    async def test_stands_above_the_bar_with_its_keys(self, live: Sitting, desk: Desk) -> None:
        await opened(live, desk, "v WIJ>ZOR: Scholing en een vaste achterwacht")
        await live.sees("V-001 WIJ asks ZorgOrg: Scholing en een vaste achterwacht")
        await live.sees("y yes · n no · d discuss · v too vague · Tab answers")

    async def test_in_dutch_has_dutch_keys(self, live: Sitting, desk: Desk) -> None:
        await opened(live, desk, "v WIJ>ZOR: Scholing", language=Language.NL)
        await live.sees("j ja · n nee · b bespreken · v te vaag")

    async def test_appears_when_it_is_said_and_leaves_the_bar_alone(self, live: Sitting, desk: Desk) -> None:
        await opened(live, desk)
        assert "yes" not in live.text
        await live.enter("v WIJ>ZOR: Scholing")
        await live.sees("V-001 WIJ asks ZorgOrg: Scholing")
        await live.enter("n GEM: jammer, nee, bespreken")
        assert answer(desk) is None
        assert desk.session.entries[-1].text == "jammer, nee, bespreken"

    async def test_is_the_last_one_said_and_how_many_more(self, live: Sitting, desk: Desk) -> None:
        await opened(live, desk, "v WIJ>ZOR: een", "v WIJ>GEM: twee", "v GEM>ZOR: drie")
        await live.sees("V-003 GEM asks ZorgOrg: drie", "2 more wait")

    async def test_goes_when_the_item_ends(self, live: Sitting, desk: Desk) -> None:
        screen = await opened(live, desk, "/stap opening", "v WIJ>ZOR: Scholing")
        await live.sees("V-001 WIJ asks")
        desk.enter("/stap case")
        screen.show()
        await live.no_longer_sees("V-001 WIJ asks")

    async def test_is_masked_where_it_is_confidential(self, live: Sitting, desk: Desk) -> None:
        await opened(live, desk, "v ZOR>GEM: Garantie op de huur !fin")
        await live.sees("V-001 ZOR asks Gemeente: ∙∙∙ confidential (finance)")
        assert "huur" not in live.text

    async def test_an_offer_is_taken_or_not(self, live: Sitting, desk: Desk) -> None:
        await opened(live, desk, "o ZOR>WIJ: Meelezen in het rooster")
        await live.sees("O-001 ZOR offers WijWarnsveld: Meelezen", "y yes · n no · Tab answers")
        await live.press("tab", "d")
        await live.rest()
        assert desk.session.entries[0].status == "open"
        await live.press("y", "enter")
        await live.until(lambda: desk.session.entries[0].status == "accepted", "the answer")


class TestAnswering:
    @pytest.mark.parametrize(
        ("key", "value"),
        [
            ("j", "accept"),
            ("y", "accept"),
            ("n", "decline"),
            ("b", "discuss"),
            ("d", "discuss"),
            ("v", "rephrase"),
        ],
    )
    async def test_takes_one_key_and_enter(self, live: Sitting, desk: Desk, key: str, value: str) -> None:
        await opened(live, desk, "v WIJ>ZOR: Scholing")
        await live.press("tab", key, "enter")
        await live.until(lambda: answer(desk), "the answer")
        assert (answer(desk).value, answer(desk).text) == (value, "")
        await live.until(lambda: bar_has_focus(live), "the bar")

    async def test_takes_every_letter_of_who_types_before_the_text_has_the_focus(
        self, live: Sitting, desk: Desk
    ) -> None:
        await opened(live, desk, "v WIJ>ZOR: een vaste achterwacht")
        await live.press("tab")
        await live.type("ndan doen we dat niet\n", MACHINE)
        await live.until(lambda: answer(desk), "the answer")
        assert (answer(desk).value, answer(desk).text) == (AnswerValue.DECLINE, "dan doen we dat niet")

    async def test_may_have_a_text(self, live: Sitting, desk: Desk) -> None:
        await opened(live, desk, "v WIJ>ZOR: Scholing")
        await live.press("tab", "n")
        await live.sees("V-001 decline:", "! confidential · Enter, or a few words")
        await live.type("geen geld, wel tijd\n")
        await live.until(lambda: answer(desk), "the answer")
        assert (answer(desk).value, answer(desk).text) == ("decline", "geen geld, wel tijd")

    @pytest.mark.parametrize("keys", [("exclamation_mark", "n"), ("n", "exclamation_mark", "space")])
    async def test_may_be_confidential_alone(self, live: Sitting, desk: Desk, keys: tuple[str, ...]) -> None:
        await opened(live, desk, "v WIJ>ZOR: Scholing")
        await live.press("tab", *keys)
        await live.type("geen geld\n")
        await live.until(lambda: answer(desk), "the answer")
        assert (answer(desk).text, answer(desk).sensitivity) == ("geen geld", Sensitivity.OTHER)
        assert "geen geld" not in live.text

    async def test_is_given_when_somebody_goes_elsewhere(self, live: Sitting, desk: Desk) -> None:
        await opened(live, desk, "v WIJ>ZOR: Scholing")
        await live.press("tab", "j")
        await live.type("vanaf april")
        live.app.screen.query_one(CaptureBar).focus()
        await live.until(lambda: answer(desk), "the answer")
        assert answer(desk).text == "vanaf april"

    async def test_by_mouse_is_a_click_on_the_word(self, live: Sitting, desk: Desk) -> None:
        await opened(live, desk, "v WIJ>ZOR: Scholing")
        await live.sees("n no")
        row = next(n for n, line in enumerate(live.lines) if "n no" in line)
        await live.pilot.click(offset=(live.lines[row].index("n no"), row))
        await live.sees("V-001 decline")
        await live.press("enter")
        await live.until(lambda: answer(desk), "the answer")
        assert answer(desk).value == "decline"

    async def test_of_who_must_consult_offers_the_reservation(self, live: Sitting, desk: Desk) -> None:
        (ruud,) = desk.session.people
        person = but(ruud, mandate=Mandate.CONSULT, mandate_body="college van B&W")
        session = but(desk.session, people=(person,), revision=desk.session.revision + 1)
        with desk.file.lock():
            desk.file.save(session)
        desk.session = session
        await opened(live, desk, "v WIJ>GEM: Iemand die beslist")
        await live.press("tab", "j")
        await live.sees("% subject to college van B&W")
        await live.type("goed % ^9-2\n")
        await live.until(lambda: answer(desk), "the answer")
        assert (answer(desk).text, answer(desk).reservation.body) == ("goed", "college van B&W")
        assert answer(desk).reservation.until.isoformat() == "2027-02-09"

    async def test_goes_on_with_the_next_that_waits(self, live: Sitting, desk: Desk) -> None:
        await opened(live, desk, "v WIJ>ZOR: een", "v WIJ>GEM: twee")
        await live.press("tab", "j", "enter")
        await live.sees("V-001 WIJ asks ZorgOrg: een")
        await live.press("tab", "n", "enter")
        await live.until(lambda: answer(desk, "V-001"), "the other answer")
        await live.no_longer_sees("asks ZorgOrg")


class TestLater:
    async def test_esc_puts_it_last_and_goes_back_to_the_bar(self, live: Sitting, desk: Desk) -> None:
        await opened(live, desk, "v WIJ>ZOR: een", "v WIJ>GEM: twee")
        await live.press("tab", "escape")
        await live.sees("V-001 WIJ asks ZorgOrg: een", "1 more waits")
        await live.until(lambda: bar_has_focus(live), "the bar")
        assert answer(desk, "V-002") is None

    async def test_esc_in_the_text_goes_back_to_the_keys_and_keeps_it(
        self, live: Sitting, desk: Desk
    ) -> None:
        await opened(live, desk, "v WIJ>ZOR: Scholing")
        await live.press("tab", "j")
        await live.type("onder dak")
        await live.press("escape")
        await live.sees("Esc later")
        assert answer(desk) is None
        await live.press("n")
        await live.sees("V-001 decline", "onder dak")

    async def test_the_arrows_go_along_what_waits(self, live: Sitting, desk: Desk) -> None:
        await opened(live, desk, "v WIJ>ZOR: een", "v WIJ>GEM: twee")
        await live.press("tab", "down")
        await live.sees("V-001 WIJ asks ZorgOrg: een")
        await live.press("down")
        await live.sees("V-002 WIJ asks Gemeente: twee")


async def test_markup_is_text(live: Sitting, desk: Desk) -> None:
    await opened(live, desk, f"v WIJ>ZOR: {HOSTILE}")
    await live.sees("V-001 WIJ asks ZorgOrg: a [concept] [red]b[/red] [/x]")
    await live.press("tab", "j")
    await live.paste(f"{HOSTILE}\nen meer")
    await live.press("enter")
    await live.until(lambda: answer(desk), "the answer")
    assert answer(desk).text == f"{HOSTILE} en meer"


@pytest.mark.parametrize(("width", "height"), [(20, 5), (1, 1), (200, 50)])
async def test_it_fits_any_window(live: Sitting, desk: Desk, width: int, height: int) -> None:
    await opened(live, desk, "v WIJ>ZOR: Scholing")
    await live.resize(width, height)
    await live.press("tab", "j", "escape", "escape")
    await live.resize(80, 24)
    await live.sees("V-001 WIJ asks ZorgOrg: Scholing")
