"""The closing page, with real keys and real files."""

from collections.abc import AsyncIterator, Callable

import pytest

from overleg.desk import exporting
from overleg.desk.folders import Folders, list_sessions
from overleg.desk.next_meeting import plan_next
from overleg.desk.workbench import Desk, open_session
from overleg.domain.choices import Language, SessionStatus
from overleg.errors import ExportError, Message
from overleg.store import exports
from overleg.tui.app import OverlegApp
from tests.tui.conftest import clock
from tests.tui.terminal import Sitting, sitting


@pytest.fixture
async def closing(folders: Folders, example: Desk) -> AsyncIterator[Sitting]:
    """The closing page of the example meeting, in English."""
    async with sitting(OverlegApp(folders, Language.EN, clock, example)) as table:
        await table.sees("F1 Help")
        await table.press("f9")
        await table.sees("Closing · Warnsveld houdt zorg")
        yield table


async def test_what_is_open_stands_there_as_something_that_may_stay_so(closing: Sitting) -> None:
    await closing.sees("still open. They may stay so.", "No rhythm agreed yet")


async def test_one_key_closes_plans_and_makes_everything(
    closing: Sitting, example: Desk, folders: Folders
) -> None:
    await closing.press("f2")
    await closing.sees("minutes: 2027-01-14-verslag-concept.docx", "actions:", "agreements:", "The documents")
    assert example.session.status is SessionStatus.CLOSED
    made = {path.name for path in folders.exports.rglob("*.docx")}
    assert made == {
        "2027-01-14-verslag-concept.docx",
        "2027-01-14-actielijst-concept.docx",
        "2027-01-14-vervolgafspraken-concept.docx",
    }
    following = next(each for each in list_sessions(folders) if each.number == 2)
    assert (following.date, following.status) == (example.session.next.date, SessionStatus.PLANNED)  # type: ignore[union-attr]


async def test_the_closed_documents_are_asked_for_by_hand(closing: Sitting, folders: Folders) -> None:
    await closing.sees("confidential items stay out of them")
    await closing.press("tab", "tab", "right")
    await closing.sees("confidential items go into them")
    await closing.press("f2")
    await closing.sees("vervolgafspraken-concept-vertrouwelijk.docx")
    assert len(list(folders.exports.rglob("*vertrouwelijk.docx"))) == 3


async def test_a_meeting_that_was_closed_by_a_command_comes_here(folders: Folders, example: Desk) -> None:
    async with sitting(OverlegApp(folders, Language.EN, clock, example)) as table:
        await table.sees("F1 Help")
        await table.enter("/sluit")
        await table.sees("Closing · Warnsveld houdt zorg · meeting 1 · closed", "F2 makes: minutes")


async def test_the_next_date_is_typed_as_everywhere(closing: Sitting, example: Desk) -> None:
    await closing.press("tab", "end", "ctrl+u")
    await closing.enter("31 februari")
    await closing.sees("31 februari is not a date in any calendar.")
    await closing.press("ctrl+u")
    await closing.enter("4-3-2027 20:00")
    await closing.sees("Next meeting Thu 4 Mar 2027")
    assert example.session.next is not None
    assert (example.session.next.date.isoformat(), example.session.next.start) == ("2027-03-04", "20:00")


async def test_a_date_that_was_typed_and_not_entered_counts(closing: Sitting, example: Desk) -> None:
    await closing.press("tab", "ctrl+u")
    await closing.type("18-2 20:00")
    await closing.press("f2")
    await closing.sees("The next meeting is ready: Thu 18 Feb 2027", "The documents")


async def test_a_date_that_is_undone_leaves_the_field(closing: Sitting, example: Desk) -> None:
    await closing.press("tab", "ctrl+u")
    await closing.type("18-2\n")
    await closing.sees("18-2-2027")
    await closing.press("ctrl+z")
    await closing.no_longer_sees("18-2-2027")
    await closing.sees("11-2-2027 19:30")


async def test_an_impossible_date_is_told_before_anything_is_closed(closing: Sitting, example: Desk) -> None:
    await closing.press("tab", "ctrl+u")
    await closing.type("31-2")
    await closing.press("f2")
    await closing.sees("31-2 is not a date in any calendar.")
    assert example.session.status is SessionStatus.LIVE
    await closing.press("escape")
    await closing.sees("“31-2” was not understood and not kept.", "F5 Turn")


async def test_a_date_that_was_typed_is_not_lost_when_somebody_goes_back(
    closing: Sitting, example: Desk
) -> None:
    await closing.press("tab", "ctrl+u")
    await closing.type("18-2")
    await closing.press("escape")
    await closing.sees("Not kept; ^Y keeps it after all:")
    await closing.press("ctrl+y")
    await closing.until(lambda: example.session.next.date.day == 18, "the date")  # type: ignore[union-attr]


async def test_a_question_without_an_entry_says_where_to_answer_it(closing: Sitting) -> None:
    await closing.press("end", "up", "enter")
    await closing.sees("Esc goes back, to type it.")


async def test_a_question_that_is_put_away_comes_back_by_undo(closing: Sitting, example: Desk) -> None:
    await closing.sees("9 things are still open.")
    await closing.press("delete")
    await closing.sees("8 things are still open.", "Finding put away: Shared goal D-004")
    assert len(example.session.silenced) == 1
    await closing.press("ctrl+z")
    await closing.sees("9 things are still open.", "Undone: Finding put away")


async def test_a_document_that_cannot_be_made_does_not_keep_the_others(
    closing: Sitting, folders: Folders, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = exports.place

    def full_disk(target: object, *args: object, **options: object) -> object:
        if "actielijst" in str(target):
            raise ExportError(Message("The disk is full."))
        return place(target, *args, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(exporting, "place", full_disk)
    await closing.press("f2")
    await closing.sees("! actions: The disk is full.", "agreements: 2027-01-14-vervolgafspraken-concept.docx")


@pytest.mark.parametrize(("width", "height"), [(80, 24), (120, 40), (200, 50)])
async def test_looks_as_before(
    folders: Folders, example: Desk, as_before: Callable[[str, str], None], width: int, height: int
) -> None:
    async with sitting(OverlegApp(folders, Language.EN, clock, example), width, height) as table:
        await table.sees("F1 Help")
        await table.press("f9")
        await table.sees("Closing", "They may stay so")
        as_before(f"closing-{width}x{height}", table.text)


async def test_adopted_minutes_are_exported_as_such_from_the_closed_meeting(
    folders: Folders, example: Desk
) -> None:
    example.enter("/sluit")
    second = plan_next(example, folders)
    second.enter("/hervat")
    second.enter("/verslag vaststellen")
    closed = open_session(folders, example.session.id, clock)
    async with sitting(OverlegApp(folders, Language.EN, clock, closed)) as table:
        await table.sees("F1 Help")
        await table.press("f9")
        await table.sees("The minutes of this meeting were adopted at meeting 2, 11 February 2027")
        await table.press("f2")
        await table.sees("✓ minutes: 2027-01-14-verslag-vastgesteld.docx", "The documents")


async def test_a_damaged_later_meeting_is_told_with_the_draft(folders: Folders, example: Desk) -> None:
    example.enter("/sluit")
    second = plan_next(example, folders)
    second.enter("/hervat")
    second.path.write_text("{")
    async with sitting(OverlegApp(folders, Language.EN, clock, example), 200, 50) as table:
        await table.sees("F1 Help")
        await table.press("f9")
        await table.sees("Closing")
        await table.press("f2")
        await table.sees("verslag-concept.docx", "cannot be opened", "this is the draft.", "The documents")


async def test_a_meeting_with_adopted_minutes_does_not_run_again(folders: Folders, example: Desk) -> None:
    async with sitting(OverlegApp(folders, Language.EN, clock, example)) as table:
        await table.sees("F1 Help")
        await table.enter("/sluit")
        await table.sees("F2 makes: minutes")
        second = plan_next(example, folders)
        second.enter("/verslag vaststellen")
        await table.press("ctrl+z")
        await table.sees("This meeting stays closed: meeting 2 adopted its minutes.")
        assert example.session.status is SessionStatus.CLOSED
