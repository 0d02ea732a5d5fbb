"""What a verb is, and the places where verbs work."""

from dataclasses import dataclass
from enum import StrEnum

from overleg.errors import Message


class Place(StrEnum):
    """Where a verb works; EVERYWHERE is bound to the app itself."""

    EVERYWHERE = "everywhere"
    HOME = "home"
    SETUP = "setup"
    ATTENDANCE = "attendance"
    LIVE = "live"
    REVIEW = "review"
    EDIT = "edit"
    ROUND = "round"
    READBACK = "readback"
    HELP = "help"
    PALETTE = "palette"
    FILTER = "filter"
    CLOSING = "closing"
    MATRIX = "matrix"
    OVERVIEWS = "overviews"
    SEARCH = "search"
    PAST = "past"
    MINUTES = "minutes"
    CORRECTION = "correction"


TYPED_IN = frozenset(
    {Place.LIVE, Place.PALETTE, Place.FILTER, Place.CLOSING, Place.EDIT, Place.SEARCH, Place.CORRECTION}
)
"""The places with a text field, where a key that can be printed is text."""


@dataclass(frozen=True, slots=True)
class Verb:
    """One thing a user can do.

    The screens of its `places` have a method ``action_<id>`` for it. `also` are keys that it has in one
    place only, where no text is typed; `command` is what the capture bar understands for it after a ``/``.
    What has `priority` works above the screens, so that no dialog or field can keep it from anybody.
    """

    id: str
    keys: tuple[str, ...]
    label: Message
    tooltip: Message
    places: frozenset[Place]
    also: tuple[tuple[Place, str], ...] = ()
    in_palette: bool = True
    command: Message | None = None
    priority: bool = False

    def keys_at(self, place: Place) -> tuple[str, ...]:
        """The keys of the verb there, the one to show first."""
        return self.keys + self.more_keys_at(place)

    def more_keys_at(self, place: Place) -> tuple[str, ...]:
        return tuple(key for where, key in self.also if where is place)


def at(*places: Place) -> frozenset[Place]:
    return frozenset(places)
