import pytest
from rich.cells import cell_len
from textual.binding import Binding

from overleg.domain.choices import Language
from overleg.tui.app import OverlegApp
from overleg.tui.screens.attendance import Attendance
from overleg.tui.screens.closing import Closing
from overleg.tui.screens.consent import Consent
from overleg.tui.screens.correction import CorrectionForm
from overleg.tui.screens.edit import Edit
from overleg.tui.screens.filter import FilterDialog
from overleg.tui.screens.help import Help
from overleg.tui.screens.home import Home
from overleg.tui.screens.last_minutes import LastMinutes
from overleg.tui.screens.live import Live
from overleg.tui.screens.matrix import Matrix
from overleg.tui.screens.overviews import Overviews
from overleg.tui.screens.palette import Palette
from overleg.tui.screens.past import Past
from overleg.tui.screens.read_back import ReadBack
from overleg.tui.screens.review import Review
from overleg.tui.screens.searching import Searching
from overleg.tui.screens.setup import Setup
from overleg.tui.verbs import NO_KEY, VERBS, Place, bindings, footer_of, key_name, verb, verbs_at
from overleg.tui.verbs.arriving import is_free, is_printable, is_taken
from overleg.tui.verbs.verb import TYPED_IN
from overleg.tui.widgets.footer import footer_labels

SCREENS = {
    Place.HOME: Home,
    Place.LIVE: Live,
    Place.HELP: Help,
    Place.SETUP: Setup,
    Place.ATTENDANCE: Attendance,
    Place.PALETTE: Palette,
    Place.REVIEW: Review,
    Place.MINUTES: LastMinutes,
    Place.CORRECTION: CorrectionForm,
    Place.MATRIX: Matrix,
    Place.OVERVIEWS: Overviews,
    Place.EDIT: Edit,
    Place.ROUND: Consent,
    Place.READBACK: ReadBack,
    Place.CLOSING: Closing,
    Place.FILTER: FilterDialog,
    Place.SEARCH: Searching,
    Place.PAST: Past,
}

every_place = pytest.mark.parametrize("place", list(SCREENS))
every_language = pytest.mark.parametrize("language", list(Language))


def keys_at(place: Place) -> list[str]:
    return [key for verb in verbs_at(place) for key in verb.keys_at(place)]


def test_no_verb_has_a_key_that_cannot_arrive() -> None:
    assert [key for place in Place for key in keys_at(place) if is_taken(key)] == []


@pytest.mark.parametrize(
    "key", ["alt+x", "ctrl+shift+z", "ctrl+1", "ctrl+left", "f11", "ctrl+n", "ctrl+i", "ctrl+b"]
)
def test_such_keys_would_be_noticed(key: str) -> None:
    assert is_taken(key)
    assert not is_free(key)


@every_place
def test_a_key_means_one_thing_in_one_place(place: Place) -> None:
    own = [key for verb in verbs_at(place) if place in verb.places for key in verb.keys_at(place)]
    everywhere = {key for verb in verbs_at(place) if place not in verb.places for key in verb.keys_at(place)}
    assert len(own) == len(set(own))
    assert everywhere & set(own) == set()


@every_place
def test_what_is_bound_is_what_the_verbs_say(place: Place) -> None:
    made = [*bindings(place), *bindings(Place.EVERYWHERE)]
    bound = {key for each in made if isinstance(each, Binding) for key in each.key.split(",")}
    assert bound - {NO_KEY} == set(keys_at(place))


@pytest.mark.parametrize("place", sorted(TYPED_IN))
def test_a_letter_is_text_where_text_is_typed(place: Place) -> None:
    assert [key for key in keys_at(place) if is_printable(key)] == []


@pytest.mark.parametrize("place", sorted(SCREENS.keys() - TYPED_IN))
def test_a_question_mark_asks_for_help_where_nothing_is_typed(place: Place) -> None:
    assert "question_mark" in verb("help").keys_at(place)


def test_every_place_has_a_screen() -> None:
    assert SCREENS.keys() == set(Place) - {Place.EVERYWHERE}


def test_a_name_means_one_verb() -> None:
    names = [each.id for each in VERBS]
    assert len(names) == len(set(names))


@every_place
def test_a_screen_can_do_what_its_verbs_say(place: Place) -> None:
    for each in verbs_at(place):
        doer = OverlegApp if Place.EVERYWHERE in each.places else SCREENS[place]
        assert callable(getattr(doer, f"action_{each.id}", None)), each.id


@every_place
def test_a_footer_shows_at_most_six_keys(place: Place) -> None:
    assert 0 < len(footer_of(place)) <= 6


@every_place
@every_language
def test_a_footer_fits_in_eighty_columns(place: Place, language: Language) -> None:
    labels = [f"{key} {word}" for _, key, word in footer_labels(place, language)]
    assert cell_len(" " + "  ".join(labels)) <= 80


@pytest.mark.parametrize(
    ("key", "name"), [("f1", "F1"), ("ctrl+z", "^Z"), ("escape", "Esc"), ("question_mark", "?"), ("n", "n")]
)
def test_keys_are_written_as_on_the_keyboard(key: str, name: str) -> None:
    assert key_name(key) == name
