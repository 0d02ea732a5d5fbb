"""Keys of one's own: what the settings ask for is bound, shown and told, or refused in a sentence."""

import tomllib
from collections.abc import Mapping
from pathlib import Path

import pytest

from overleg.desk.folders import Folders
from overleg.desk.workbench import Desk
from overleg.domain.choices import Language
from overleg.settings import EXAMPLE, Look, Settings, SettingsError
from overleg.tui.app import OverlegApp
from overleg.tui.verbs import Place, verb, verbs_at
from overleg.tui.verbs.keymap import USUAL, Keymap, keymap_of
from tests.tui.conftest import clock
from tests.tui.terminal import sitting

FILE = Path("/home/joke/settings.toml")


def settings(keys: Mapping[str, object]) -> Settings:
    return Settings(keys=keys, file=FILE)


def chosen(keys: Mapping[str, object]) -> Keymap:
    return keymap_of(settings(keys))


class TestChoosing:
    def test_nothing_chosen_is_as_usual(self) -> None:
        assert chosen({}) == USUAL
        assert USUAL.by_binding() == {}

    def test_a_key_takes_the_place_of_the_usual_ones(self) -> None:
        keymap = chosen({"next_item": "insert"})
        assert keymap.keys_at(verb("next_item"), Place.LIVE) == ("insert",)
        assert keymap.by_binding() == {"live.next_item": "insert"}

    def test_the_example_that_people_are_given_works(self) -> None:
        assert chosen(tomllib.loads(EXAMPLE)).by_binding() == {"live.matrix": "insert"}

    def test_several_keys_are_a_list(self) -> None:
        assert chosen({"next_item": ["insert", "f8"]}).by_binding() == {"live.next_item": "insert,f8"}

    def test_two_verbs_may_change_places(self) -> None:
        keymap = chosen({"next_item": "f7", "previous_item": "f8"})
        assert keymap.names_at(verb("next_item"), Place.LIVE) == ("F7",)

    def test_a_letter_is_a_key_in_a_list(self) -> None:
        assert chosen({"new": "+"}).by_binding()["home.new"] == "+"

    def test_a_key_that_a_place_adds_stays(self) -> None:
        keymap = chosen({"help": "insert"})
        assert keymap.names_at(verb("help"), Place.HOME) == ("insert", "?")

    @pytest.mark.parametrize(
        ("keys", "said"),
        [
            ({"next_itme": "insert"}, "next_itme"),
            ({"next_item": "ctrl+m"}, "ctrl+m"),
            ({"next_item": "alt+n"}, "alt+n"),
            ({"next_item": "f12"}, "f12"),
            ({"next_item": "up"}, "up"),
            ({"next_item": "tab"}, "tab"),
            ({"next_item": "contrl+f"}, "contrl+f"),
            ({"next_item": "f9,f8"}, "f9,f8"),
            ({"next_item": ""}, "next_item"),
            ({"next_item": "x"}, "something is typed"),
            ({"next_item": "?"}, "something is typed"),
            ({"help": "h"}, "something is typed"),
            ({"next_item": "delete"}, "something is typed"),
            ({"next_item": 9}, "has no key"),
            ({"next_item": []}, "has no key"),
            ({"next_item": ["insert", 8]}, "has no key"),
            ({"next_item": {"a": "insert"}}, "has no key"),
            ({"next_item": "f5"}, "turn"),
            ({"next_item": "f1"}, "help"),
            ({"help": "f5"}, "f5"),
            ({"new": "e"}, "example"),
            ({"next_item": "insert", "turn": "insert"}, "insert"),
        ],
    )
    def test_what_cannot_be_is_refused_with_the_file_and_the_name(
        self, keys: Mapping[str, object], said: str
    ) -> None:
        with pytest.raises(SettingsError) as refused:
            chosen(keys)
        assert str(FILE) in str(refused.value.message)
        assert said in str(refused.value)
        assert any(name in str(refused.value) for name in keys)
        assert refused.value.hint


class TestInTheApp:
    async def test_keys_footer_and_help_are_as_chosen(self, folders: Folders, desk: Desk) -> None:
        wanted = settings({"next_item": "f1", "help": "insert"})
        async with sitting(OverlegApp(folders, Language.EN, clock, desk, wanted)) as table:
            await table.sees("insert Help", "F1 Next")
            await table.press("f8")
            assert desk.session.active_item is None
            await table.press("f1")
            await table.until(lambda: desk.session.active_item, "the item")
            await table.press("insert")
            await table.sees("F1", "Go to the next agenda item")
            await table.press("insert")
            await table.sees("F1 Next")
            await table.press("ctrl+p")
            await table.sees("F1")

    async def test_a_verb_without_a_key_gets_one(self, folders: Folders, desk: Desk) -> None:
        keyless = next(each for each in verbs_at(Place.LIVE) if not each.keys)
        app = OverlegApp(folders, Language.EN, clock, desk, settings({keyless.id: "insert"}))
        async with sitting(app) as table:
            await table.press("f1")
            await table.sees("insert")
            bound = table.app.screen_stack[-2].active_bindings["insert"]
            assert bound.binding.action == keyless.id

    async def test_how_to_leave_is_told_with_the_key_that_leaves(self, folders: Folders, desk: Desk) -> None:
        wanted = settings({"quit": "insert"})
        async with sitting(OverlegApp(folders, Language.EN, clock, desk, wanted)) as table:
            await table.press("ctrl+c")
            await table.sees("insert leaves overleg.")
            await table.press("ctrl+q")
            assert table.app.is_running
            await table.press("insert")
            await table.until(lambda: table.app.return_code == 0)

    async def test_with_keys_that_cannot_be_it_starts_with_the_usual_ones_and_says_so(
        self, folders: Folders, desk: Desk
    ) -> None:
        wanted = settings({"next_item": "f5"})
        async with sitting(OverlegApp(folders, Language.EN, clock, desk, wanted), 100, 30) as table:
            await table.sees("F8 Next", "settings.toml", "“next_item”", "usual keys work")

    async def test_it_begins_in_the_colours_that_were_chosen(self, folders: Folders, desk: Desk) -> None:
        async with sitting(
            OverlegApp(folders, Language.EN, clock, desk, Settings(theme=Look.BEAMER))
        ) as table:
            assert table.app.theme == "overleg-beamer"
