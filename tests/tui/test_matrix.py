"""The matrix of expectations: walk through it, read, add, answer; with two parties and with nine."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import date

import pytest

from overleg.desk.folders import Folders
from overleg.desk.workbench import Desk, found_session
from overleg.domain.choices import Language
from overleg.domain.model import Expectation, Offer
from overleg.domain.setup import Setup, new_series, read_party
from overleg.tui.app import OverlegApp
from overleg.tui.screens.matrix import Matrix
from overleg.tui.widgets.matrix_grid import MatrixGrid
from tests.tui.conftest import clock
from tests.tui.terminal import Sitting, sitting

Compare = Callable[[str, str], None]

HOSTILE = "a [concept] [red]b[/red] [/x] [@click=app.quit]z[/]"


@asynccontextmanager
async def matrix(
    folders: Folders, desk: Desk, width: int = 80, height: int = 24, language: Language = Language.EN
) -> AsyncIterator[Sitting]:
    """Somebody in front of the matrix of that session."""
    async with sitting(OverlegApp(folders, language, clock), width, height) as table:
        table.app.push_screen(Matrix(desk, language))
        await table.until(lambda: isinstance(table.app.screen, Matrix), "the matrix")
        await table.rest()
        yield table


def table_of(folders: Folders, *codes: str) -> Desk:
    """A meeting with parties of these codes."""
    plan = Setup(
        title="Overleg",
        date=date(2027, 1, 14),
        series=new_series("Veel partijen"),
        parties=tuple(read_party(f"{code}=Partij {code}") for code in codes),
    )
    return found_session(folders, plan, clock)


def expectation(desk: Desk, ref: str) -> Expectation:
    entry = desk.session.entry(ref)
    assert isinstance(entry, Expectation)
    return entry


class TestTheScreen:
    @pytest.mark.parametrize(("width", "height"), [(80, 24), (120, 40), (200, 50)])
    async def test_looks_as_before(
        self, folders: Folders, example: Desk, as_before: Compare, width: int, height: int
    ) -> None:
        async with matrix(folders, example, width, height) as table:
            await table.press("down", "right")
            await table.sees("Vereniging WijWarnsveld", "›V-003")
            as_before(f"matrix-{width}x{height}", table.text)

    async def test_shows_no_sensitive_word(self, folders: Folders, example: Desk) -> None:
        async with matrix(folders, example, 120, 40) as table:
            await table.press("down", "left")
            await table.sees("›V-004  ∙∙∙ confidential (finance)", "V-004 ∙∙∙")
            for word in ("garantie", "huur", "cijfers", "discuss:"):
                assert word not in table.text

    async def test_masks_a_confidential_answer_to_an_open_question(
        self, folders: Folders, example: Desk
    ) -> None:
        example.enter("=V-006 nee: Geen geld meer !fin")
        async with matrix(folders, example) as table:
            await table.press("right")
            await table.sees("V-006 ∙∙∙", "Een schets van wat het dorp", "∙∙∙ confidential (finance)")
            assert "Geen geld meer" not in table.text

    async def test_says_on_which_condition_a_yes_was_given(self, folders: Folders, example: Desk) -> None:
        example.enter("=V-005 ja: Prima %toezichthouders ^2027-02-01")
        async with matrix(folders, example) as table:
            await table.sees("V-005 yes, if", "subject to toezichthouders")

    async def test_speaks_dutch(self, folders: Folders, example: Desk) -> None:
        async with matrix(folders, example, language=Language.NL) as table:
            await table.sees("V-005 ja", "V-003 nee", "vraagt \\ aan")

    async def test_counts_what_was_asked_and_what_waits(self, folders: Folders, desk: Desk) -> None:
        for line in ("v GEM>WIJ: Een", "v ZOR>WIJ: Twee", "v GEM>ZOR: Drie"):
            desk.enter(line)
        async with matrix(folders, desk, 120, 40) as table:
            await table.sees("V-001 ?", "asked")
            rows = {line.split()[0]: line.split() for line in table.lines if line.strip()}
            assert rows["GEM"][-1] == "2"
            assert rows["waiting"] == ["waiting", "0", "1", "2"]

    async def test_shows_user_text_as_it_was_typed(self, folders: Folders, desk: Desk) -> None:
        desk.enter(f"v GEM>ZOR: {HOSTILE}")
        desk.enter(f"=V-001 bespreken: {HOSTILE}")
        async with matrix(folders, desk) as table:
            await table.sees(f"V-001  {HOSTILE}", f"discuss: {HOSTILE}")

    async def test_shows_what_others_record_meanwhile(self, folders: Folders, desk: Desk) -> None:
        async with matrix(folders, desk) as table:
            desk.enter("v GEM>ZOR: Nieuw")
            await table.sees("V-001 ?", "Nieuw", "No answer yet.")


class TestTheWindow:
    async def test_has_room_for_nine_parties_in_signs(self, folders: Folders) -> None:
        codes = ("AAA", "BBB", "CCC", "DDD", "EEE", "FFF", "GGG", "HHH", "III")
        many = table_of(folders, *codes)
        for line in ("v AAA>III: Een", "v AAA>III: Twee", "o AAA>III: Drie", "=V-001 ja", "v III>AAA: Vier"):
            many.enter(line)
        async with matrix(folders, many) as table:
            await table.sees("2?1+1", *codes)
            await table.press("end", "left", "left", "left")
            await table.sees("Partij III asks and offers Partij AAA:", "V-003  Vier")

    async def test_goes_sideways_where_there_is_no_room_for_all(self, folders: Folders) -> None:
        many = table_of(folders, *(f"P{n}X" for n in range(9)))
        async with matrix(folders, many, 40, 20) as table:
            await table.sees("P0X", "P3X")
            assert "P8X" not in table.lines[1]
            await table.press(*["right"] * 8)
            await table.until(lambda: "P8X" in table.lines[1], "the last party")
            assert "P0X" not in table.lines[1]

    async def test_with_two_parties_every_cell_can_be_reached(self, folders: Folders) -> None:
        two = table_of(folders, "AAA", "BBB")
        two.enter("v BBB>AAA: Iets")
        async with matrix(folders, two) as table:
            await table.press("down", "left")
            await table.sees("Partij BBB asks and offers Partij AAA:", "›V-001  Iets")

    async def test_without_parties_says_so(self, folders: Folders) -> None:
        async with matrix(folders, table_of(folders)) as table:
            await table.sees("There are no parties at this table yet.")
            await table.press("down", "right", "enter", "x", "a", "j")
            await table.sees("There is nothing to answer in this cell.")

    async def test_becomes_tiny_and_large_again(self, folders: Folders, example: Desk) -> None:
        async with matrix(folders, example) as table:
            for width, height in ((20, 5), (5, 3), (1, 1), (200, 50), (80, 24)):
                await table.resize(width, height)
                await table.press("right", "down", "enter", "escape", "left", "up")
            await table.sees("V-001 ~", "Enter Look")

    async def test_of_twenty_by_five_shows_the_marked_cell(self, folders: Folders, example: Desk) -> None:
        async with matrix(folders, example, 20, 5) as table:
            await table.press("down", "right")
            await table.sees("›no+1")


class TestWalking:
    async def test_enter_looks_and_escape_goes_back_step_by_step(
        self, folders: Folders, example: Desk
    ) -> None:
        async with matrix(folders, example) as table:
            await table.press("down", "right", "enter", "down")
            await table.sees("›O-002")
            await table.press("escape")
            await table.until(lambda: isinstance(table.app.focused, MatrixGrid), "the matrix in focus")
            assert isinstance(table.app.screen, Matrix)
            await table.press("escape")
            await table.no_longer_sees("Who asks what of whom")

    async def test_a_click_marks_a_cell(self, folders: Folders, example: Desk) -> None:
        async with matrix(folders, example) as table:
            row = next(n for n, line in enumerate(table.lines) if "V-001 ~" in line)
            await table.pilot.click(offset=(table.lines[row].index("V-001"), row))
            await table.sees("›V-001 ~", "Vereniging WijWarnsveld asks and offers ZorgOrg:")

    async def test_swapped_axes_keep_the_cell(self, folders: Folders, example: Desk) -> None:
        async with matrix(folders, example) as table:
            await table.press("down", "right", "x")
            await table.sees("is asked \\ by", "ZorgOrg asks and offers Vereniging WijWarnsveld:", "›V-003")
            await table.press("x")
            await table.sees("asks \\ of", "ZorgOrg asks and offers Vereniging WijWarnsveld:")

    async def test_help_explains_the_keys(self, folders: Folders, example: Desk) -> None:
        async with matrix(folders, example) as table:
            await table.press("f1")
            await table.sees("Write down what the one party expects of the other")


class TestAdding:
    async def test_writes_down_what_the_one_asks_of_the_other(self, folders: Folders, desk: Desk) -> None:
        async with matrix(folders, desk) as table:
            await table.press("a")
            await table.sees("v GEM>ZOR:")
            await table.type("Een vaste achterwacht &achterwacht")
            await table.sees("Expectation GEM > ZOR · Een vaste achterwacht · &achterwacht")
            await table.type("\n")
            await table.sees("V-001 ?", "›V-001  Een vaste achterwacht")
        entry = expectation(desk, "V-001")
        assert (entry.from_party, entry.to_party, entry.task) == ("GEM", "ZOR", "achterwacht")

    async def test_writes_down_what_the_one_offers_the_other(self, folders: Folders, desk: Desk) -> None:
        async with matrix(folders, desk) as table:
            await table.press("right", "o")
            await table.type("De zaal op dinsdag\n")
            await table.sees("O-001", "Offers: De zaal op dinsdag")
        (entry,) = desk.session.entries
        assert isinstance(entry, Offer)
        assert (entry.from_party, entry.to_party) == ("GEM", "WIJ")

    async def test_asks_the_other_way_round_when_the_axes_are_swapped(
        self, folders: Folders, desk: Desk
    ) -> None:
        async with matrix(folders, desk) as table:
            await table.press("x", "a")
            await table.sees("v GEM>ZOR:")
            await table.press("escape", "up", "right", "a")
            await table.sees("v ZOR>GEM:")

    async def test_letters_are_text_while_a_line_is_open(self, folders: Folders, desk: Desk) -> None:
        async with matrix(folders, desk) as table:
            await table.press("a")
            await table.type("ajnbvox?\n")
            await table.sees("›V-001  ajnbvox?")

    async def test_nothing_typed_records_nothing(self, folders: Folders, desk: Desk) -> None:
        async with matrix(folders, desk) as table:
            await table.press("a")
            await table.type("\n")
            await table.until(lambda: isinstance(table.app.focused, MatrixGrid), "the matrix in focus")
        assert desk.session.entries == ()

    async def test_what_was_typed_and_left_comes_back_with_the_arrow_up(
        self, folders: Folders, desk: Desk
    ) -> None:
        async with matrix(folders, desk) as table:
            await table.press("a")
            await table.type("half af")
            await table.press("escape")
            await table.no_longer_sees("half af")
            await table.press("a")
            await table.press(*["backspace"] * len("v GEM>ZOR: "))
            await table.press("up")
            await table.sees("v GEM>ZOR: half af")

    async def test_what_was_typed_when_the_app_ends_is_kept(self, folders: Folders, desk: Desk) -> None:
        desk.keep_draft("n GEM: wat al in de balk stond")
        async with matrix(folders, desk) as table:
            await table.press("a")
            await table.type("half af")
            await table.press("ctrl+q")
            await table.until(lambda: not table.app.is_running, "the end")
        assert desk.draft().split(" v ") == ["n GEM: wat al in de balk stond", "GEM>ZOR: half af"]

    async def test_a_party_asks_nothing_of_itself(self, folders: Folders, desk: Desk) -> None:
        async with matrix(folders, desk) as table:
            await table.press("left", "a")
            await table.sees("Mark a cell where two different parties meet.")

    async def test_a_line_that_is_refused_stays_with_the_problem_below_it(
        self, folders: Folders, desk: Desk
    ) -> None:
        async with matrix(folders, desk) as table:
            await table.press("a")
            await table.type("Iets ~B-099\n")
            await table.sees("v GEM>ZOR: Iets ~B-099", "^ There is no B-099 in this meeting.")
        assert desk.session.entries == ()

    async def test_pasted_lines_are_all_asked_of_the_same_party(self, folders: Folders, desk: Desk) -> None:
        async with matrix(folders, desk) as table:
            await table.press("a")
            await table.paste("Een\nTwee")
            await table.sees("Record 2 lines?")
            await table.press("enter")
            await table.sees("V-001 ?", "V-002 ?")
        assert [(each.text, each.parties) for each in desk.session.entries] == [
            ("Een", ("GEM",)),
            ("Twee", ("GEM",)),
        ]

    async def test_a_paste_outside_of_the_line_fires_no_commands(self, folders: Folders, desk: Desk) -> None:
        async with matrix(folders, desk) as table:
            await table.paste("ja, o nee")
            await table.sees("belongs on a line")

    async def test_a_command_belongs_in_the_meeting_itself(self, folders: Folders, desk: Desk) -> None:
        async with matrix(folders, desk) as table:
            await table.press("a")
            await table.sees("v GEM>ZOR:")
            await table.press(*["backspace"] * len("v GEM>ZOR: "))
            await table.type("/help\n")
            await table.sees("Commands are typed in the meeting itself")


class TestAnswering:
    @pytest.mark.parametrize(
        ("key", "language", "answer"),
        [
            ("j", Language.NL, "accept"),
            ("n", Language.NL, "decline"),
            ("b", Language.NL, "discuss"),
            ("v", Language.NL, "rephrase"),
            ("y", Language.EN, "accept"),
            ("d", Language.EN, "discuss"),
        ],
    )
    async def test_takes_one_key_and_enter(
        self, folders: Folders, desk: Desk, key: str, language: Language, answer: str
    ) -> None:
        desk.enter("v GEM>ZOR: Cijfers")
        async with matrix(folders, desk, language=language) as table:
            await table.press(key)
            await table.type("\n")
            await table.until(lambda: expectation(desk, "V-001").answer, "an answer")
            await table.sees("V-001 ZOR")
        given = expectation(desk, "V-001").answer
        assert given
        assert (given.value, given.text) == (answer, "")

    async def test_takes_words_and_is_undone_at_once(self, folders: Folders, desk: Desk) -> None:
        desk.enter("v GEM>ZOR: Cijfers")
        async with matrix(folders, desk) as table:
            await table.press("y")
            await table.sees("=V-001 ja:")
            await table.type("vanaf april\n")
            await table.sees("V-001 yes", "accept: vanaf april")
            await table.press("ctrl+z")
            await table.sees("V-001 ?", "Undone:")
        assert expectation(desk, "V-001").answer is None

    async def test_is_of_what_waits_before_what_was_answered(self, folders: Folders, desk: Desk) -> None:
        for line in ("v GEM>ZOR: Een", "=V-001 ja", "v GEM>ZOR: Twee"):
            desk.enter(line)
        async with matrix(folders, desk) as table:
            await table.sees("›V-002  Twee", "V-002   y Yes   n No   d Discuss   v Too vague")
            await table.press("n")
            await table.sees("=V-002 nee:")

    async def test_is_of_the_entry_that_somebody_walked_to(self, folders: Folders, example: Desk) -> None:
        async with matrix(folders, example) as table:
            await table.press("down", "right", "enter", "down")
            await table.sees("›O-002", "O-002   y Yes   n No")
            await table.press("j")
            await table.type("\n")
            await table.sees("O-002 yes")
        offer = example.session.entry("O-002")
        assert offer
        assert offer.status == "accepted"

    async def test_of_a_sensitive_question_is_masked(self, folders: Folders, example: Desk) -> None:
        async with matrix(folders, example) as table:
            await table.press("down", "left", "n")
            await table.type("Geen euro\n")
            await table.until(lambda: example.session.entry("V-004").answer.value == "decline", "the answer")  # type: ignore[union-attr]
            await table.sees("∙∙∙")
            assert "Geen euro" not in table.text
