"""What can be done at home."""

from overleg.errors import Message
from overleg.tui.verbs.verb import Place, Verb, at

VERBS = (
    Verb(
        "open",
        ("enter",),
        Message("Open"),
        Message("Open the meeting that is marked"),
        at(Place.HOME),
    ),
    Verb(
        "new",
        ("n",),
        Message("New"),
        Message("Plan a new meeting"),
        at(Place.HOME),
    ),
    Verb(
        "plan_next",
        ("v",),
        Message("Next"),
        Message("Plan the meeting after the marked one, with what that left open"),
        at(Place.HOME),
    ),
    Verb(
        "discard",
        ("delete",),
        Message("Throw away"),
        Message("Throw away a meeting that is no more than a plan; undo brings it back"),
        at(Place.HOME),
    ),
    Verb(
        "example",
        ("e",),
        Message("Example"),
        Message("Open the example meeting, to look around in"),
        at(Place.HOME),
    ),
)

FOOTER = ("open", "new", "plan_next", "search_all", "help", "quit")
