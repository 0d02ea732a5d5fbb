"""What can be done with the minutes of last time: first corrections, then adoption."""

from overleg.errors import Message
from overleg.tui.verbs.verb import Place, Verb, at

VERBS = (
    Verb(
        "last_minutes",
        (),
        Message("Minutes of last time"),
        Message("Read the minutes of last time, correct them, and adopt them"),
        at(Place.LIVE, Place.REVIEW),
        also=((Place.REVIEW, "m"),),
        command=Message("/minutes read"),
    ),
    Verb(
        "new_correction",
        ("n",),
        Message("New"),
        Message("Note a correction: where, what stood there, what it becomes, and who asked for it"),
        at(Place.MINUTES),
    ),
    Verb(
        "change_correction",
        ("enter",),
        Message("Change"),
        Message("Put the marked correction in other words"),
        at(Place.MINUTES),
    ),
    Verb(
        "drop_correction",
        ("delete",),
        Message("Remove"),
        Message("Take the marked correction off the list; undo brings it back"),
        at(Place.MINUTES),
    ),
    Verb(
        "adopt",
        ("a",),
        Message("Adopt"),
        Message("The minutes are adopted at this meeting, with these corrections"),
        at(Place.MINUTES),
    ),
    Verb(
        "matters",
        ("m",),
        Message("Open matters"),
        Message("Go on with what last time left open"),
        at(Place.MINUTES),
    ),
    Verb(
        "keep_correction",
        ("f2",),
        Message("Keep"),
        Message("Note the correction; Enter in the last field does the same"),
        at(Place.CORRECTION),
        in_palette=False,
    ),
)

FOOTER = ("new_correction", "change_correction", "drop_correction", "adopt", "matters", "close")
FOOTER_OF_CORRECTION = ("keep_correction", "close")
