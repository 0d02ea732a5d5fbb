"""What can be done on the page that closes a meeting."""

from overleg.errors import Message
from overleg.tui.verbs.verb import Place, Verb, at

VERBS = (
    Verb(
        "finish",
        ("f2",),
        Message("Close and make"),
        Message("Close the meeting, plan the next one and make the documents"),
        at(Place.CLOSING),
    ),
    Verb(
        "complete",
        ("enter",),
        Message("Fill in"),
        Message("Go to what the marked question is about, to complete it"),
        at(Place.CLOSING),
    ),
    Verb(
        "put_away",
        ("delete",),
        Message("Put away"),
        Message("Leave the marked question as it is; undo brings it back"),
        at(Place.CLOSING),
    ),
)

FOOTER = ("help", "finish", "complete", "put_away", "undo", "close")
