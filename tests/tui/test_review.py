"""The review screen: real keys, what the session becomes, and what is drawn."""

from collections.abc import AsyncIterator, Callable
from datetime import date, datetime
from typing import Any

import pytest
from rich.cells import cell_len

from overleg.desk.example import open_example
from overleg.desk.folders import Folders
from overleg.desk.next_meeting import plan_next
from overleg.desk.workbench import Desk, Made, open_session
from overleg.domain.choices import Kind, Language
from overleg.locale import say
from overleg.tui.app import OverlegApp
from overleg.tui.screens.review import Review
from overleg.tui.verbs import verb
from overleg.tui.widgets.review_keys import VERBS_OF
from tests.tui.terminal import Sitting, sitting

Compare = Callable[[str, str], None]

FIRST = ("a WIJ: folder maken @Kees ^2027-01-25", "a GEM: zaal huren @Ruud", "/sluit")
SECOND = (
    *("/hervat", "*A-003 bezig: college vergadert later ^2027-03-10", "*A-002 klaar"),
    *("*A-005 bezig", "=V-001 bespreken: volgende keer", "/sluit"),
)
THIRD = (
    "/hervat",
    "*A-003 bezig ^2027-04-01",
    "*A-005 bezig: wacht op sleutel",
    "*A-004 vervallen: niemand las hem",
    "/sluit",
)
MOMENTS = [datetime(2027, *day, 19, 40) for day in ((1, 14), (2, 11), (3, 11), (4, 8))]


class Clock:
    def __init__(self) -> None:
        self.now = MOMENTS[0]

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def fourth(folders: Folders) -> Desk:
    """The fourth meeting of the example, with actions in every state, and begun."""
    clock = Clock()
    desk = open_session(folders, open_example(folders).session.id, clock)
    for lines, moment in zip((FIRST, SECOND, THIRD), MOMENTS[1:], strict=True):
        for line in lines:
            done = desk.enter(line)
            assert isinstance(done, Made), done
        desk = plan_next(desk, folders)
        clock.now = moment
        desk = open_session(folders, desk.session.id, clock)
    desk.enter("/hervat")
    return desk


async def at_review(
    folders: Folders, desk: Desk, width: int = 80, height: int = 24, language: Language = Language.EN
) -> AsyncIterator[Sitting]:
    async with sitting(OverlegApp(folders, language, desk.clock), width, height) as table:
        table.app.push_screen(Review(desk, language))
        await table.until(lambda: isinstance(table.app.screen, Review) and table.app.screen.row is not None)
        await table.rest()
        yield table


@pytest.fixture
async def review(folders: Folders, fourth: Desk) -> AsyncIterator[Sitting]:
    """The review of that meeting, in English, at 80×24."""
    async for table in at_review(folders, fourth):
        yield table


def entry(desk: Desk, ref: str) -> Any:
    found = desk.session.entry(ref)
    assert found is not None
    return found


def marked(table: Sitting) -> str:
    screen = table.app.screen
    assert isinstance(screen, Review)
    return screen.row.key if screen.row else ""


async def mark(table: Sitting, key: str) -> None:
    """Walk down to a row."""
    await table.press("home")
    for _ in range(60):
        if marked(table) == key:
            return
        await table.press("down")
        await table.rest()
    raise AssertionError(f"{key} cannot be marked in\n{table.text}")


async def click(table: Sitting, words: str) -> None:
    row, line = next((n, line) for n, line in enumerate(table.lines) if words in line)
    await table.pilot.click(offset=(line.index(words), row))
    await table.rest()


class TestWhatItShows:
    @pytest.mark.parametrize(("width", "height"), [(80, 24), (120, 40), (200, 50)])
    async def test_looks_as_before(
        self, folders: Folders, fourth: Desk, as_before: Compare, width: int, height: int
    ) -> None:
        async for table in at_review(folders, fourth, width, height):
            await mark(table, "A-003")
            as_before(f"review-{width}x{height}", table.text)

    async def test_begins_at_the_minutes_and_goes_on_with_what_is_overdue(self, review: Sitting) -> None:
        assert marked(review) == "minutes"
        await review.press("down")
        await review.sees("A-001 ·")
        assert marked(review) == "A-001"

    async def test_tells_where_an_action_comes_from_and_its_old_dates(self, review: Sitting) -> None:
        await mark(review, "A-003")
        await review.sees(
            "Since 14 January 2027. Was due 9 Feb 2027 and 10 Mar 2027.", "college vergadert later"
        )

    async def test_asks_what_to_do_with_what_was_left_open_too_often(self, review: Sitting) -> None:
        await mark(review, "A-003")
        await review.sees("It was left open 2 times. Make it smaller, hand it over, or drop it?")
        await mark(review, "A-001")
        await review.no_longer_sees("hand it over, or drop it?")

    async def test_hides_what_is_sensitive(self, review: Sitting, fourth: Desk) -> None:
        await mark(review, "V-004")
        await review.sees("∙∙∙ confidential (finance)")
        assert "garantie" not in review.text
        assert "cijfers" not in review.text

    async def test_shows_once_more_what_was_done_last_time(self, review: Sitting) -> None:
        await review.press("end")
        await review.sees("Done last time", "A-004")
        assert "A-002" not in review.text

    async def test_counts_how_far_it_is(self, review: Sitting) -> None:
        await review.sees("0 of 10 gone through")
        await mark(review, "A-001")
        await review.press("space")
        await review.sees("1 of 10 gone through")

    async def test_goes_party_by_party_and_by_number_on_request(self, review: Sitting) -> None:
        await review.press("g")
        await review.sees("Gemeente (")
        await review.press("g", "r")
        await review.sees("Actions (3)")
        numbers = [line.split("A-00")[1][0] for line in review.lines if " A-00" in line]
        assert numbers == sorted(numbers)

    async def test_of_a_first_meeting_has_nothing_to_go_through(self, folders: Folders, desk: Desk) -> None:
        async with sitting(OverlegApp(folders, Language.EN, desk.clock)) as table:
            table.app.push_screen(Review(desk, Language.EN))
            await table.sees("Earlier meetings left nothing open.")
            await table.press("space", "s", "v", "t", "j", "escape")
            await table.sees("n New")

    @pytest.mark.parametrize("size", [(20, 5), (1, 1), (40, 10)])
    async def test_survives_a_window_of_any_size(
        self, review: Sitting, fourth: Desk, size: tuple[int, int]
    ) -> None:
        await mark(review, "A-001")
        await review.resize(*size)
        await review.press("space")
        await review.until(lambda: entry(fourth, "A-001").status == "done")
        await review.resize(80, 24)
        await review.sees("1 of 10 gone through", "A-003 ·")


class TestOneKeyEach:
    async def test_space_is_done_and_goes_on_to_the_next(self, review: Sitting, fourth: Desk) -> None:
        await mark(review, "A-001")
        await review.press("space")
        await review.sees("A-001 done")
        assert entry(fourth, "A-001").status == "done"
        assert marked(review) == "A-003"
        await mark(review, "A-001")
        await review.sees("Done at this meeting", "›✓ A-001")

    async def test_is_taken_back_with_undo(self, review: Sitting, fourth: Desk) -> None:
        await mark(review, "A-001")
        await review.press("space", "ctrl+z")
        await review.sees("Undone: A-001 done")
        assert entry(fourth, "A-001").status == "open"
        await review.no_longer_sees("Done at this meeting")

    async def test_undo_has_a_letter_too(self, review: Sitting, fourth: Desk) -> None:
        await mark(review, "A-001")
        await review.press("space", "u")
        await review.until(lambda: entry(fourth, "A-001").status == "open")

    async def test_undo_gives_up_first_what_is_typed(self, review: Sitting, fourth: Desk) -> None:
        await mark(review, "A-001")
        await review.press("space", "v")
        await review.type("te duur")
        await review.press("ctrl+z")
        await review.no_longer_sees("Why is")
        assert entry(fourth, "A-001").status == "done"

    async def test_a_new_date_keeps_the_old_one(self, review: Sitting, fourth: Desk) -> None:
        await mark(review, "A-001")
        await review.press("s")
        await review.sees("New date for A-001?")
        await review.enter("20 april")
        await review.sees("A-001 busy", "20-04-2027", "Was due 24 Feb 2027.")
        assert (entry(fourth, "A-001").status, entry(fourth, "A-001").due) == ("busy", date(2027, 4, 20))
        assert marked(review) == "A-001"

    async def test_a_date_that_is_none_stays_to_be_mended(self, review: Sitting, fourth: Desk) -> None:
        await mark(review, "A-001")
        await review.press("s")
        await review.enter("gauw")
        await review.sees("gauw is not a date in any calendar.", "New date for A-001? gauw")
        await review.press("escape")
        await review.no_longer_sees("New date for A-001?")
        assert not any(line.session == fourth.session.id for line in entry(fourth, "A-001").history)
        assert marked(review) == "A-001"

    async def test_dropping_asks_for_a_reason(self, review: Sitting, fourth: Desk) -> None:
        await mark(review, "A-005")
        await review.press("v")
        await review.enter("")
        await review.sees("A few words say why; Esc leaves A-005 as it is.")
        await review.enter("zaal is gratis !geld")
        await review.sees("A-005 dropped · ∙∙∙")
        line = entry(fourth, "A-005").history[-1]
        assert (line.new, line.note, line.sensitivity) == ("dropped", "zaal is gratis", "finance")

    async def test_what_was_given_up_is_there_again(self, review: Sitting) -> None:
        await mark(review, "A-005")
        await review.press("v")
        await review.type("zaal is")
        await review.press("escape", "v")
        await review.sees("Why is A-005 dropped? zaal is")

    async def test_what_was_typed_survives_another_question_and_the_end(
        self, review: Sitting, fourth: Desk
    ) -> None:
        await mark(review, "A-005")
        await review.press("v")
        await review.type("zaal is")
        await click(review, "t Explain")
        await review.sees("What is there to say about A-005?")
        await review.press("escape", "v")
        await review.sees("Why is A-005 dropped? zaal is")
        await review.press("ctrl+q")
        await review.until(lambda: fourth.draft() == "A-005 zaal is")

    async def test_an_explanation_stays_with_the_entry(self, review: Sitting, fourth: Desk) -> None:
        await mark(review, "P-001")
        await review.press("t")
        await review.enter("notaris zoekt het uit; j n v s")
        await review.sees("P-001 explained", "8 Apr 2027: notaris zoekt het uit; j n v s")
        assert entry(fourth, "P-001").history[-1].note == "notaris zoekt het uit; j n v s"

    @pytest.mark.parametrize(
        ("typed", "party", "person"),
        [("ZOR", "ZOR", None), ("zorg/hilde", "ZOR", "hilde-oosterbaan"), ("Bep", "WIJ", "bep-lammers")],
    )
    async def test_an_action_goes_to_another_party(
        self, review: Sitting, fourth: Desk, typed: str, party: str, person: str | None
    ) -> None:
        await mark(review, "A-003")
        await review.press("o")
        await review.enter(typed)
        await review.sees("A-003 handed over to")
        assert (entry(fourth, "A-003").parties, entry(fourth, "A-003").person) == ((party,), person)

    async def test_a_stranger_takes_over_nothing(self, review: Sitting, fourth: Desk) -> None:
        await mark(review, "A-003")
        await review.press("o")
        await review.enter("ZOR/Truus")
        await review.sees("Nobody here is called Truus.", "Who takes over A-003? ZOR/Truus")
        assert entry(fourth, "A-003").parties == ("GEM",)

    async def test_an_action_becomes_smaller_from_its_own_words(self, review: Sitting, fourth: Desk) -> None:
        await mark(review, "A-003")
        await review.press("k")
        await review.sees("What does A-003 become? Collegevoorstel opbouwwerk")
        await review.enter(": alleen de eerste bladzijde")
        assert entry(fourth, "A-003").text == "Collegevoorstel opbouwwerk: alleen de eerste bladzijde"

    async def test_words_that_are_sensitive_are_not_shown_to_make_them_smaller(self, review: Sitting) -> None:
        await mark(review, "T-003")
        await review.press("k")
        await review.sees("What does T-003 become?")
        assert "huurcontract" not in review.text.lower()

    @pytest.mark.parametrize(
        ("key", "value"),
        [("j", "accept"), ("y", "accept"), ("n", "decline"), ("b", "discuss"), ("d", "discuss")],
    )
    async def test_an_expectation_is_answered(
        self, review: Sitting, fourth: Desk, key: str, value: str
    ) -> None:
        await mark(review, "V-001")
        await review.press(key)
        await review.sees("V-001 ZOR:")
        assert entry(fourth, "V-001").answer.value == value

    async def test_a_vague_expectation_says_so_with_the_key_that_drops_the_rest(
        self, review: Sitting, fourth: Desk
    ) -> None:
        await mark(review, "V-001")
        await review.sees("v Too vague")
        await review.press("v")
        await review.sees("V-001 ZOR: rephrase")
        assert entry(fourth, "V-001").answer.value == "rephrase"

    async def test_only_an_expectation_is_answered(self, review: Sitting, fourth: Desk) -> None:
        await mark(review, "A-001")
        await review.press("j")
        await review.sees("Only an expectation is answered with yes, no or discuss.")
        await mark(review, "V-001")
        await review.press("space")
        await review.sees("V-001 waits for an answer")
        await review.press("s")
        await review.sees("V-001 is of a kind that has no date.")
        assert fourth.session.revision == 1

    async def test_an_approval_comes_before_a_promise_is_kept(self, review: Sitting, fourth: Desk) -> None:
        await mark(review, "T-001")
        await review.sees("Space Approved", "subject to college")
        await review.press("space")
        await review.sees("T-001 confirmed", "Space Kept")
        await review.press("space")
        await review.until(lambda: entry(fourth, "T-001").status == "fulfilled")

    async def test_the_minutes_are_corrected_and_adopted(self, review: Sitting, fourth: Desk) -> None:
        await review.press("t")
        await review.enter("bij punt 2 ‘huurt’ in plaats van ‘koopt’")
        await review.sees("not adopted yet, 1 correction", "bij punt 2 ‘huurt’")
        await review.press("space")
        await review.sees("Minutes of last time adopted", "adopted at meeting 4, 8 April")
        assert fourth.session.adopts
        assert fourth.session.adopts.at == MOMENTS[3]

    async def test_a_correction_in_a_line_is_read_as_a_command_is(
        self, review: Sitting, fourth: Desk
    ) -> None:
        await review.press("t")
        await review.enter("ZOR: punt 4 'bouwt' -> 'onderzoekt'")
        await review.sees("not adopted yet, 1 correction", "ZOR: punt 4: “bouwt” -> “onderzoekt”")
        assert fourth.session.adopts
        correction = fourth.session.adopts.corrections[0]
        assert (correction.party, correction.where, correction.new) == ("ZOR", "punt 4", "onderzoekt")

    async def test_markup_in_an_answer_is_text(self, review: Sitting, fourth: Desk) -> None:
        nonsense = "a [concept] [red]b[/red] [/x] [@click=app.quit]z[/]"
        await mark(review, "P-001")
        await review.press("t")
        await review.enter(nonsense)
        await review.sees(nonsense)

    async def test_several_pasted_lines_become_one(self, review: Sitting, fourth: Desk) -> None:
        await mark(review, "P-001")
        await review.press("t")
        await review.paste("een\ntwee")
        await review.press("enter")
        await review.sees("een twee")
        assert entry(fourth, "P-001").history[-1].note == "een twee"

    async def test_what_another_program_did_is_seen(
        self, review: Sitting, fourth: Desk, folders: Folders
    ) -> None:
        open_session(folders, fourth.session.id, fourth.clock).enter("*A-001 klaar")
        await review.sees("1 of 10 gone through")


class TestTheMouse:
    async def test_marks_a_row_and_presses_its_keys(self, review: Sitting, fourth: Desk) -> None:
        await click(review, "A-003")
        await review.sees("A-003 ·")
        await click(review, "Space Done")
        await review.sees("A-003 done")
        assert entry(fourth, "A-003").status == "done"

    async def test_answers_an_expectation(self, review: Sitting, fourth: Desk) -> None:
        await mark(review, "V-001")
        await click(review, "n No")
        await review.until(lambda: entry(fourth, "V-001").answer.value == "decline")

    async def test_goes_back(self, review: Sitting) -> None:
        await click(review, "Esc Back")
        await review.sees("Not gone through yet:")
        await click(review, "Esc Back")
        await review.sees("n New")


class TestLeaving:
    async def test_names_what_was_not_touched_and_leaves_it_for_later(
        self, review: Sitting, fourth: Desk
    ) -> None:
        await mark(review, "A-001")
        await review.press("space", "escape")
        await review.sees("Not gone through yet: A-003, A-005, T-001, T-003 …. Esc leaves that for later.")
        await review.press("escape")
        await review.sees("n New")

    async def test_goes_on_when_somebody_walks_on(self, review: Sitting) -> None:
        await review.press("escape")
        await review.sees("Not gone through yet:")
        await review.press("down")
        await review.no_longer_sees("Not gone through yet:")
        await review.press("escape")
        await review.sees("Not gone through yet:")

    async def test_a_planned_meeting_is_left_at_once(self, folders: Folders, example: Desk) -> None:
        example.enter("/sluit")
        desk = plan_next(example, folders)
        async for table in at_review(folders, desk):
            await table.press("escape")
            await table.sees("n New")

    async def test_a_closed_meeting_can_be_read_and_not_changed(self, folders: Folders, fourth: Desk) -> None:
        fourth.enter("/sluit")
        async for table in at_review(folders, fourth):
            await mark(table, "A-001")
            await table.press("space")
            await table.sees("This meeting is closed")
            await table.press("escape")
            await table.sees("n New")


async def test_answers_have_the_letters_of_the_reader(folders: Folders, fourth: Desk) -> None:
    async for table in at_review(folders, fourth, language=Language.NL):
        await mark(table, "V-001")
        line = next(line for line in table.lines if line.startswith(" j "))
        assert [word for word in line.split() if len(word) == 1] == ["j", "n", "b", "v", "t", "x"]


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("kind", list(VERBS_OF))
def test_what_can_be_done_fits_on_a_line(kind: Kind, language: Language) -> None:
    words = [f"{verb(id).keys[0]} {say(word, language)}" for id, word in VERBS_OF[kind]]
    assert cell_len(" " + "  ".join(words)) <= 80
