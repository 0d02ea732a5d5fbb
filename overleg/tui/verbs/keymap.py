"""The keys as they are: those of the rows, or those a user has chosen in the settings."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from overleg.domain.choices import Language
from overleg.errors import Message
from overleg.locale import say
from overleg.settings import EXAMPLE, Settings, SettingsError
from overleg.tui.verbs import VERBS, key_name, verbs_at
from overleg.tui.verbs.arriving import is_free, is_typed
from overleg.tui.verbs.verb import TYPED_IN, Place, Verb

_SPACE = Message("Space")


@dataclass(frozen=True)
class Keymap:
    """Which keys a verb has; `chosen` are those of the settings, by verb."""

    chosen: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def keys_at(self, verb: Verb, place: Place) -> tuple[str, ...]:
        """The keys of a verb in a place, the one to show first."""
        return self.chosen.get(verb.id, verb.keys) + verb.more_keys_at(place)

    def names_at(self, verb: Verb, place: Place) -> tuple[str, ...]:
        """The same as they are written on a keyboard."""
        return tuple(map(key_name, self.keys_at(verb, place)))

    def said_at(self, verb: Verb, place: Place, language: Language) -> tuple[str, ...]:
        """The same in words, where a key has one."""
        return tuple(
            say(_SPACE, language) if name == str(_SPACE) else name for name in self.names_at(verb, place)
        )

    def by_binding(self) -> dict[str, str]:
        """What differs from the rows, as Textual takes it: the name of a binding and its keys."""
        return {
            f"{place}.{verb.id}": ",".join(self.keys_at(verb, place))
            for verb in VERBS
            if verb.id in self.chosen
            for place in verb.places
        }


USUAL = Keymap()


def keymap_of(settings: Settings) -> Keymap:
    """The keymap with the keys of the settings; raises `SettingsError` naming the file and what cannot be."""
    try:
        return _checked(Keymap({id: _listed(id, keys) for id, keys in settings.keys.items()}))
    except _Impossible as fault:
        raise SettingsError(
            Message("{file}: {why}", file=settings.file, why=fault.message), fault.hint
        ) from None


class _Impossible(SettingsError):
    """A key that cannot be given to a verb; says nothing of the file yet."""


def _checked(keymap: Keymap) -> Keymap:
    for id, keys in keymap.chosen.items():
        for key in keys:
            _check_key(id, key)
    for place in Place:
        _check_place(place, keymap)
    return keymap


def _listed(id: str, chosen: object) -> tuple[str, ...]:
    if all(verb.id != id for verb in VERBS):
        raise _Impossible(
            Message("there is nothing called “{name}” to give a key to.", name=id),
            Message("The help of each screen lists the names."),
        )
    given = chosen if isinstance(chosen, list) else [chosen]
    keys = [key for key in given if isinstance(key, str)]
    if not keys or len(keys) < len(given):
        raise _Impossible(
            Message("“{name}” has no key.", name=id),
            Message("Write a key between quotes, as in {example}.", example=EXAMPLE),
        )
    return tuple(dict.fromkeys(_LONG_NAMES.get(key, key) for key in keys))


_LONG_NAMES = {"?": "question_mark", " ": "space", "esc": "escape"}


def _check_key(id: str, key: str) -> None:
    if not is_free(key):
        raise _Impossible(
            Message("“{name}” cannot have the key “{key}”.", name=id, key=key),
            Message("Free are F1 to F9 and most of ctrl+letter; in lists single letters too."),
        )
    places = frozenset[Place]().union(*(verb.places for verb in VERBS if verb.id == id))
    if is_typed(key) and places & {Place.EVERYWHERE, *TYPED_IN}:
        raise _Impossible(
            Message("“{name}” cannot have the key “{key}”.", name=id, key=key),
            Message("Where “{name}” works, something is typed, and the key belongs to that.", name=id),
        )


def _check_place(place: Place, keymap: Keymap) -> None:
    """Two verbs may share a key in a place only where they always did."""
    for key, one, other in _shared(place, keymap):
        if {one, other} & keymap.chosen.keys():
            raise _Impossible(
                Message(
                    "“{name}” and “{other}” cannot both have the key “{key}”.", name=one, other=other, key=key
                ),
                Message("Give one of them another key."),
            )


def _shared(place: Place, keymap: Keymap) -> Iterator[tuple[str, str, str]]:
    """The keys that two verbs have in one place, with these verbs."""
    taken: dict[str, str] = {}
    for verb in verbs_at(place):
        for key in keymap.keys_at(verb, place):
            other = taken.setdefault(key, verb.id)
            if other != verb.id:
                yield key, other, verb.id
