"""What a user can do, each verb once: from these rows come bindings, footer, help and palette.

The rows stand in a module for each place, and so does the order of its footer.
"""

from textual.binding import Binding, BindingType

from overleg.tui.verbs import everywhere, explaining, home, live, setup
from overleg.tui.verbs.verb import Place, Verb

__all__ = ["VERBS", "Place", "Verb", "bindings", "footer_of", "key_name", "verb", "verbs_at"]

VERBS = (*home.VERBS, *setup.VERBS, *live.VERBS, *everywhere.VERBS)

_FOOTERS: dict[Place, tuple[str, ...]] = {
    Place.HOME: home.FOOTER,
    Place.NEW: setup.FOOTER,
    Place.LIVE: live.FOOTER,
    Place.HELP: explaining.FOOTER,
}


def verb(id: str) -> Verb:
    return next(each for each in VERBS if each.id == id)


def verbs_at(place: Place) -> tuple[Verb, ...]:
    """What can be done there, in the order in which help tells it."""
    return tuple(each for each in VERBS if each.places & {place, Place.EVERYWHERE})


def footer_of(place: Place) -> tuple[Verb, ...]:
    """The few verbs that the footer of a place shows, in its order."""
    return tuple(verb(id) for id in _FOOTERS.get(place, ()))


def bindings(place: Place) -> list[BindingType]:
    """The bindings of a screen, or of the app for EVERYWHERE.

    Descriptions are English text keys: they are made when the module is imported, where no language
    is known, and translated where they are shown.
    """
    return [_binding(verb, ",".join(keys), place) for verb in VERBS if (keys := _bound_keys(verb, place))]


def _bound_keys(verb: Verb, place: Place) -> tuple[str, ...]:
    """The keys that the place itself binds; those of the app are bound already."""
    return verb.keys_at(place) if place in verb.places else verb.more_keys_at(place)


def _binding(verb: Verb, keys: str, place: Place) -> Binding:
    namespace = "app." if Place.EVERYWHERE in verb.places else ""
    return Binding(
        keys,
        f"{namespace}{verb.id}",
        verb.label.text,
        tooltip=verb.tooltip.text,
        id=f"{place}.{verb.id}",
        priority=verb.priority,
    )


_NAMES = {
    "enter": "Enter",
    "escape": "Esc",
    "question_mark": "?",
}


def key_name(key: str) -> str:
    """A key as the footer and the help write it: ``F1``, ``^Z``, ``Esc``, ``n``."""
    if key.startswith("ctrl+"):
        return f"^{key.removeprefix('ctrl+').upper()}"
    if key.startswith("f") and key[1:].isdigit():
        return key.upper()
    return _NAMES.get(key, key)
