"""What can be done while a meeting is set up."""

from overleg.errors import Message
from overleg.tui.verbs.verb import Place, Verb, at

VERBS = (
    Verb(
        "create",
        ("f2",),
        Message("Make"),
        Message("Make the meeting and open it"),
        at(Place.NEW),
    ),
)

FOOTER = ("create", "help", "close")
