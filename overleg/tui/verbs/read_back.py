"""What can be done while something is read back to the table."""

from overleg.errors import Message
from overleg.tui.verbs.verb import Place, Verb, at

VERBS = (
    Verb(
        "earlier",
        ("left",),
        Message("Earlier"),
        Message("Read the one that was recorded before this one"),
        at(Place.READBACK),
        also=((Place.READBACK, "up"),),
    ),
    Verb(
        "later",
        ("right",),
        Message("Later"),
        Message("Read the one that was recorded after this one"),
        at(Place.READBACK),
        also=((Place.READBACK, "down"),),
    ),
    Verb(
        "correct",
        ("f4",),
        Message("Put right"),
        Message("Open its form, to put right what does not stand there well"),
        at(Place.READBACK),
        also=((Place.READBACK, "e"), (Place.READBACK, "enter")),
    ),
)

FOOTER = ("earlier", "later", "correct", "reveal", "undo", "close")
