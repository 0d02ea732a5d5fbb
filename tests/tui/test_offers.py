from collections.abc import Iterable

import pytest

from overleg.domain.choices import Language
from overleg.tui.offers import Line, Offer, fitting, offers_at
from overleg.tui.verbs import Place, Verb, verbs_at
from overleg.tui.verbs.keymap import USUAL

LIVE = offers_at(Place.LIVE, USUAL, Language.EN)
HOME = offers_at(Place.HOME, USUAL, Language.EN)


def labels(offers: Iterable[Offer]) -> list[str]:
    return [offer.label for offer in offers]


def offer(label: str, meaning: str = "", command: str = "") -> Offer:
    return Offer(Line(label), label, meaning, command=command)


@pytest.mark.parametrize("place", [place for place in Place if place is not Place.EVERYWHERE])
def test_all_that_can_be_done_in_a_place_is_offered(place: Place) -> None:
    offered = [each.chosen for each in offers_at(place, USUAL, Language.EN)]
    assert [each for each in offered if isinstance(each, Verb)] == [
        verb for verb in verbs_at(place) if verb.in_palette
    ]


def test_each_has_its_key() -> None:
    assert {offer.label: offer.keys for offer in LIVE}["Undo"] == "^Z"


def test_commands_without_a_verb_are_offered_where_lines_are_typed() -> None:
    assert Line("/present ") in [offer.chosen for offer in LIVE]
    assert Line("/pause") in [offer.chosen for offer in LIVE]
    assert not any(isinstance(offer.chosen, Line) for offer in HOME)


def test_commands_that_are_a_verb_are_offered_once() -> None:
    assert "/undo" not in labels(LIVE)
    assert "/help" not in labels(LIVE)


def test_they_are_in_the_language_of_the_screen() -> None:
    assert "/aanwezig" in labels(offers_at(Place.LIVE, USUAL, Language.NL))


class TestFitting:
    def test_everything_fits_nothing(self) -> None:
        assert fitting(LIVE, "  ") == LIVE

    def test_without_case_and_diacritics(self) -> None:
        assert labels(fitting((offer("Coördinatie"), offer("Pauze")), "COORD")) == ["Coördinatie"]

    def test_all_words_count_in_any_order(self) -> None:
        offers = (offer("Undo", "take back what was recorded"), offer("Redo", "do again"))
        assert labels(fitting(offers, "back un")) == ["Undo"]
        assert fitting(offers, "back again") == ()

    def test_a_name_goes_before_a_meaning_and_a_beginning_before_a_middle(self) -> None:
        offers = (
            offer("Leave", "the next one"),
            offer("Go on", "unnext"),
            offer("Go next"),
            offer("Unnext"),
            offer("Next"),
        )
        assert labels(fitting(offers, "next")) == ["Next", "Go next", "Unnext", "Leave", "Go on"]

    def test_a_command_is_found_with_and_without_its_stroke(self) -> None:
        assert fitting(LIVE, "/turn")[0].label == "Turn"
        assert fitting(LIVE, "present")[0].label == "/present"
        assert fitting(LIVE, "/undo")[0].label == "Undo"

    @pytest.mark.parametrize("typed", ["zzz", "[/x]", "\\", "%s{0}", "(a+)+$", "é" * 500])
    def test_no_text_is_more_than_it_can_stand(self, typed: str) -> None:
        assert fitting(LIVE, typed) == ()
