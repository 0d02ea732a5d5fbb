"""What a user can do, each verb once: from these rows come bindings, footer, help and palette."""

from dataclasses import dataclass
from enum import StrEnum

from textual.binding import Binding, BindingType

from overleg.errors import Message


class Place(StrEnum):
    """Where a verb works; EVERYWHERE is bound to the app itself."""

    EVERYWHERE = "everywhere"
    HOME = "home"
    LIVE = "live"
    HELP = "help"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Verb:
    """One thing a user can do.

    The screens of its `places` have a method ``action_<id>`` for it. `command` is what the capture bar
    understands for it after a ``/``; `in_footer` names the places where the footer shows it.
    """

    id: str
    keys: tuple[str, ...]
    label: Message
    tooltip: Message
    places: frozenset[Place]
    in_footer: frozenset[Place] = frozenset()
    in_palette: bool = True
    command: Message | None = None
    priority: bool = False


def _at(*places: Place) -> frozenset[Place]:
    return frozenset(places)


VERBS = (
    Verb(
        "open",
        ("enter",),
        Message("Open"),
        Message("Open the meeting that is marked"),
        _at(Place.HOME),
        in_footer=_at(Place.HOME),
    ),
    Verb(
        "new",
        ("n",),
        Message("New"),
        Message("Plan a new meeting"),
        _at(Place.HOME),
        in_footer=_at(Place.HOME),
    ),
    Verb(
        "example",
        ("e",),
        Message("Example"),
        Message("Open the example meeting, to look around in"),
        _at(Place.HOME),
        in_footer=_at(Place.HOME),
    ),
    Verb(
        "create",
        ("f2",),
        Message("Make"),
        Message("Make the meeting and open it"),
        _at(Place.NEW),
        in_footer=_at(Place.NEW),
    ),
    Verb(
        "help",
        ("f1",),
        Message("Help"),
        Message("Explain this screen and its keys"),
        _at(Place.EVERYWHERE),
        in_footer=_at(Place.HOME, Place.LIVE, Place.NEW),
        command=Message("/help"),
    ),
    Verb(
        "capture",
        ("f2",),
        Message("Type"),
        Message("Go to the line you type on; any letter does the same"),
        _at(Place.LIVE),
        in_footer=_at(Place.LIVE),
    ),
    Verb(
        "turn",
        ("f5",),
        Message("Turn"),
        Message("Give the next party the floor"),
        _at(Place.LIVE),
        in_footer=_at(Place.LIVE),
        command=Message("/turn"),
    ),
    Verb(
        "previous_item",
        ("f7",),
        Message("Previous"),
        Message("Go to the previous agenda item"),
        _at(Place.LIVE),
        in_footer=_at(Place.LIVE),
        command=Message("/step previous"),
    ),
    Verb(
        "next_item",
        ("f8",),
        Message("Next"),
        Message("Go to the next agenda item"),
        _at(Place.LIVE),
        in_footer=_at(Place.LIVE),
        command=Message("/step next"),
    ),
    Verb(
        "undo",
        ("ctrl+z",),
        Message("Undo"),
        Message("Take back: first what you are typing, then what was recorded"),
        _at(Place.LIVE),
        in_footer=_at(Place.LIVE),
        command=Message("/undo"),
    ),
    Verb(
        "redo",
        ("ctrl+y",),
        Message("Redo"),
        Message("Do again what you took back"),
        _at(Place.LIVE),
        command=Message("/redo"),
    ),
    Verb(
        "pane",
        ("escape",),
        Message("List or line"),
        Message("From the line you type on to the list, and back; what you typed stays"),
        _at(Place.LIVE),
        in_palette=False,
    ),
    Verb(
        "saved",
        ("ctrl+s",),
        Message("Saved?"),
        Message("Say whether everything is on the disk; saving goes by itself"),
        _at(Place.LIVE),
    ),
    Verb(
        "home",
        ("ctrl+o",),
        Message("Meetings"),
        Message("Go to the list of meetings; this one stays as it is"),
        _at(Place.LIVE),
    ),
    Verb(
        "theme",
        ("f6",),
        Message("Light or dark"),
        Message("Light for a projector, dark for a dim room"),
        _at(Place.EVERYWHERE),
        in_footer=_at(Place.HOME),
    ),
    Verb(
        "close",
        ("escape",),
        Message("Back"),
        Message("Go back; nothing is made"),
        _at(Place.HELP, Place.NEW),
        in_footer=_at(Place.HELP, Place.NEW),
        in_palette=False,
    ),
    Verb(
        "quit",
        ("ctrl+q",),
        Message("Leave"),
        Message("Leave the app; everything is saved already"),
        _at(Place.EVERYWHERE),
        in_footer=_at(Place.HOME, Place.HELP),
        command=Message("/stop"),
        # Above the screens, so that no dialog or field can keep anybody in.
        priority=True,
    ),
)

_SECOND_KEYS: dict[tuple[str, Place], tuple[str, ...]] = {
    ("help", Place.HOME): ("question_mark",),
    ("close", Place.HELP): ("f1",),
}
"""Keys that a verb has in one place only, where no text is typed."""


def verb(id: str) -> Verb:
    return next(each for each in VERBS if each.id == id)


def verbs_at(place: Place) -> tuple[Verb, ...]:
    """What can be done there, in the order in which help tells it."""
    return tuple(each for each in VERBS if each.places & {place, Place.EVERYWHERE})


def footer_of(place: Place) -> tuple[Verb, ...]:
    return tuple(each for each in VERBS if place in each.in_footer)


def keys_of(verb: Verb, place: Place) -> tuple[str, ...]:
    """The keys of the verb there, the one to show first."""
    return verb.keys + _SECOND_KEYS.get((verb.id, place), ())


def bindings(place: Place) -> list[BindingType]:
    """The bindings of a screen, or of the app for EVERYWHERE.

    Descriptions are English text keys: they are made when the module is imported, where no language
    is known, and translated where they are shown.
    """
    return [_binding(verb, ",".join(keys), place) for verb in VERBS if (keys := _bound_keys(verb, place))]


def _bound_keys(verb: Verb, place: Place) -> tuple[str, ...]:
    """The keys that the place itself binds; those of the app are bound already."""
    more = _SECOND_KEYS.get((verb.id, place), ())
    return (*verb.keys, *more) if place in verb.places else more


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
