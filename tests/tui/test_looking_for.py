"""Showing only what is looked for."""

from collections.abc import AsyncIterator

import pytest

from overleg.desk.folders import Folders
from overleg.desk.workbench import Desk
from overleg.domain.choices import Language
from overleg.tui.app import OverlegApp
from tests.tui.conftest import clock
from tests.tui.terminal import Sitting, sitting


@pytest.fixture
async def table(folders: Folders, example: Desk) -> AsyncIterator[Sitting]:
    async with sitting(OverlegApp(folders, Language.EN, clock, example), 120, 40) as at_table:
        await at_table.sees("F1 Help", "N-007")
        yield at_table


def refs(table: Sitting) -> list[str]:
    return [line[1:6] for line in table.lines if line[1:2].isupper() and line[2:3] == "-"]


async def test_a_word_on_the_command_line_is_looked_for_without_accents(table: Sitting) -> None:
    await table.enter("/zoek DORPSAVOND")
    await table.sees("Only “DORPSAVOND”: 1. Esc shows everything.")
    assert refs(table) == ["A-001"]
    await table.press("escape")
    await table.sees("N-007")


async def test_the_dialog_counts_while_one_chooses(table: Sitting) -> None:
    await table.press("f3")
    await table.sees("With the words", "entries fit.")
    await table.press("tab", "right")
    await table.press("tab", *["right"] * 8)
    await table.sees("‹ actions ›", "1 entry fits.")
    await table.press("f2")
    await table.sees("Only Gemeente, actions: 1.")
    assert refs(table) == ["A-003"]


async def test_a_new_line_is_never_hidden_by_what_was_looked_for(table: Sitting) -> None:
    await table.enter("/zoek dorpsavond")
    await table.sees("Esc shows everything.")
    await table.enter("n GEM: iets heel anders")
    await table.sees("iets heel anders", "N-007")
    assert "Esc shows everything" not in table.text


async def test_escape_leaves_things_as_they_were(table: Sitting) -> None:
    await table.press("f3")
    await table.type("dorpsavond")
    await table.sees("1 entry fits.")
    await table.press("escape")
    await table.sees("N-007")
    assert len(refs(table)) > 1


async def test_a_filter_that_is_on_can_be_taken_off_in_the_dialog(table: Sitting) -> None:
    await table.enter("/zoek dorpsavond")
    await table.sees("Esc shows everything.")
    await table.press("f3")
    await table.sees("dorpsavond")
    await table.press("f3")
    await table.sees("N-007")
