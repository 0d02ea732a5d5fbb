import re

import pytest
from rich.cells import cell_len
from textual.binding import Binding

from overleg.domain.choices import Language
from overleg.tui.app import OverlegApp
from overleg.tui.screens.help import Help
from overleg.tui.screens.home import Home
from overleg.tui.screens.live import Live
from overleg.tui.screens.new import New
from overleg.tui.verbs import Place, bindings, footer_of, key_name, verbs_at
from overleg.tui.widgets.footer import footer_labels

SCREENS = {Place.HOME: Home, Place.LIVE: Live, Place.HELP: Help, Place.NEW: New}
WITH_A_TEXT_FIELD = (Place.LIVE, Place.NEW)

# Terminals swallow them, browsers take them, text fields need them, or they are another key on the wire.
FORBIDDEN = re.compile(
    r"(alt\+.*|ctrl\+shift\+.*|ctrl\+\d|ctrl\+(left|right|up|down|space|enter)|shift\+enter|f1[0-2]"
    r"|ctrl\+[ntw]|ctrl\+(m|i|h|left_square_bracket)|ctrl\+[adekuxcv]|ctrl\+b)\Z"
)

every_place = pytest.mark.parametrize("place", list(SCREENS))
every_language = pytest.mark.parametrize("language", list(Language))


def keys_at(place: Place) -> list[str]:
    return [key for verb in verbs_at(place) for key in verb.keys_at(place)]


def test_no_verb_has_a_key_that_cannot_arrive() -> None:
    assert [key for place in Place for key in keys_at(place) if FORBIDDEN.match(key)] == []


@pytest.mark.parametrize(
    "key", ["alt+x", "ctrl+shift+z", "ctrl+1", "ctrl+left", "f11", "ctrl+n", "ctrl+i", "ctrl+b"]
)
def test_such_keys_would_be_noticed(key: str) -> None:
    assert FORBIDDEN.match(key)


@every_place
def test_a_key_means_one_thing_in_one_place(place: Place) -> None:
    own = [key for verb in verbs_at(place) if place in verb.places for key in verb.keys_at(place)]
    everywhere = {key for verb in verbs_at(place) if place not in verb.places for key in verb.keys_at(place)}
    assert len(own) == len(set(own))
    # Help is left by the key that opened it.
    assert everywhere & set(own) == ({"f1"} if place is Place.HELP else set())


@every_place
def test_what_is_bound_is_what_the_verbs_say(place: Place) -> None:
    made = [*bindings(place), *bindings(Place.EVERYWHERE)]
    bound = {key for each in made if isinstance(each, Binding) for key in each.key.split(",")}
    assert bound == set(keys_at(place))


@pytest.mark.parametrize("place", WITH_A_TEXT_FIELD)
def test_a_letter_is_text_where_text_is_typed(place: Place) -> None:
    assert [key for key in keys_at(place) if len(key) == 1 or key == "question_mark"] == []


@every_place
def test_a_screen_can_do_what_its_verbs_say(place: Place) -> None:
    for verb in verbs_at(place):
        doer = OverlegApp if Place.EVERYWHERE in verb.places else SCREENS[place]
        assert callable(getattr(doer, f"action_{verb.id}", None)), verb.id


@every_place
def test_a_footer_shows_at_most_six_keys(place: Place) -> None:
    assert 0 < len(footer_of(place)) <= 6


@every_place
@every_language
def test_a_footer_fits_in_eighty_columns(place: Place, language: Language) -> None:
    labels = [f"{key} {word}" for _, key, word in footer_labels(place, language)]
    assert cell_len(" " + "  ".join(labels)) <= 80


def test_a_footer_shows_only_what_works_there() -> None:
    for place in Place:
        assert set(footer_of(place)) <= set(verbs_at(place))


@pytest.mark.parametrize(
    ("key", "name"), [("f1", "F1"), ("ctrl+z", "^Z"), ("escape", "Esc"), ("question_mark", "?"), ("n", "n")]
)
def test_keys_are_written_as_on_the_keyboard(key: str, name: str) -> None:
    assert key_name(key) == name
