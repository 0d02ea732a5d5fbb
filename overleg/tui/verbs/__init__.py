"""What a user can do, each verb once: from these rows come bindings, footer, help and palette.

The rows stand in a module for each place, and so does the order of its footer.
"""

from textual.binding import Binding, BindingType

from overleg.tui.verbs import (
    answering,
    attendance,
    choosing,
    closing,
    consent,
    edit,
    everywhere,
    explaining,
    home,
    last_minutes,
    live,
    matrix,
    overviews,
    palette,
    read_back,
    review,
    searching,
    setup,
)
from overleg.tui.verbs.verb import Place, Verb

__all__ = ["VERBS", "Place", "Verb", "bindings", "footer_of", "key_name", "verb", "verbs_at"]

VERBS = (
    *home.VERBS,
    *setup.VERBS,
    *attendance.VERBS,
    *live.VERBS,
    *edit.VERBS,
    *consent.VERBS,
    *read_back.VERBS,
    *review.VERBS,
    *last_minutes.VERBS,
    *matrix.VERBS,
    *answering.VERBS,
    *overviews.VERBS,
    *closing.VERBS,
    *choosing.VERBS,
    *searching.VERBS,
    *palette.VERBS,
    *everywhere.VERBS,
)

_FOOTERS: dict[Place, tuple[str, ...]] = {
    Place.HOME: home.FOOTER,
    Place.SETUP: setup.FOOTER,
    Place.ATTENDANCE: attendance.FOOTER,
    Place.LIVE: live.FOOTER,
    Place.EDIT: edit.FOOTER,
    Place.ROUND: consent.FOOTER,
    Place.READBACK: read_back.FOOTER,
    Place.REVIEW: review.FOOTER,
    Place.HELP: explaining.FOOTER,
    Place.MATRIX: matrix.FOOTER,
    Place.OVERVIEWS: overviews.FOOTER,
    Place.PALETTE: palette.FOOTER,
    Place.FILTER: choosing.FOOTER,
    Place.CLOSING: closing.FOOTER,
    Place.SEARCH: searching.FOOTER,
    Place.PAST: searching.FOOTER_OF_PAST,
    Place.MINUTES: last_minutes.FOOTER,
    Place.CORRECTION: last_minutes.FOOTER_OF_CORRECTION,
}


def verb(id: str) -> Verb:
    return next(each for each in VERBS if each.id == id)


def verbs_at(place: Place) -> tuple[Verb, ...]:
    """What can be done there, in the order in which help tells it."""
    return tuple(each for each in VERBS if each.places & {place, Place.EVERYWHERE})


def footer_of(place: Place) -> tuple[Verb, ...]:
    """The few verbs that the footer of a place shows, in its order."""
    here = {verb.id: verb for verb in verbs_at(place)}
    return tuple(here[id] for id in _FOOTERS.get(place, ()))


def bindings(place: Place) -> list[BindingType]:
    """The bindings of a screen, or of the app for EVERYWHERE.

    Descriptions are English text keys: they are made when the module is imported, where no language
    is known, and translated where they are shown.
    """
    return [_binding(verb, ",".join(keys), place) for verb in VERBS if (keys := _bound_keys(verb, place))]


NO_KEY = "no-key"
"""Stands for the key of a verb that has none, so that the settings can give it one."""


def _bound_keys(verb: Verb, place: Place) -> tuple[str, ...]:
    """The keys that the place itself binds; those of the app are bound already."""
    if place in verb.places:
        return verb.keys_at(place) or (NO_KEY,)
    return verb.more_keys_at(place)


def _binding(verb: Verb, keys: str, place: Place) -> Binding:
    namespace = "app." if Place.EVERYWHERE in verb.places else ""
    return Binding(
        keys,
        f"{namespace}{verb.id}",
        verb.label.text,
        tooltip=verb.tooltip.text,
        id=f"{place}.{verb.id}",
        # A letter that a place gives to a verb gives way to a field that wants to be typed in.
        priority=verb.priority and place in verb.places,
    )


_NAMES = {
    "enter": "Enter",
    "escape": "Esc",
    "delete": "Del",
    "question_mark": "?",
    "slash": "/",
    "space": "Space",
    # The arrows of a keyboard take two columns in some terminals.
    "left": "‹",
    "right": "›",
}


def key_name(key: str) -> str:
    """A key as the footer and the help write it: ``F1``, ``^Z``, ``Esc``, ``n``."""
    if key.startswith("ctrl+"):
        return f"^{key.removeprefix('ctrl+').upper()}"
    if key.startswith("f") and key[1:].isdigit():
        return key.upper()
    return _NAMES.get(key, key)
