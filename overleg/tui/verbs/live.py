"""What can be done while a meeting is on the table."""

from overleg.errors import Message
from overleg.tui.verbs.verb import Place, Verb, at

VERBS = (
    Verb(
        "capture",
        ("f2",),
        Message("Type"),
        Message("Go to the line you type on; any letter does the same"),
        at(Place.LIVE),
    ),
    Verb(
        "turn",
        ("f5",),
        Message("Turn"),
        Message("Give the next party the floor"),
        at(Place.LIVE),
        command=Message("/turn"),
    ),
    Verb(
        "previous_item",
        ("f7",),
        Message("Previous"),
        Message("Go to the previous agenda item"),
        at(Place.LIVE),
        command=Message("/step previous"),
    ),
    Verb(
        "next_item",
        ("f8",),
        Message("Next"),
        Message("Go to the next agenda item"),
        at(Place.LIVE),
        command=Message("/step next"),
    ),
    Verb(
        "pane",
        ("escape",),
        Message("List or line"),
        Message("From the line you type on to the list, and back; what you typed stays"),
        at(Place.LIVE),
        in_palette=False,
    ),
    Verb(
        "home",
        ("ctrl+o",),
        Message("Meetings"),
        Message("Go to the list of meetings; this one stays as it is"),
        at(Place.LIVE),
    ),
)

FOOTER = ("help", "capture", "turn", "previous_item", "next_item", "undo")
