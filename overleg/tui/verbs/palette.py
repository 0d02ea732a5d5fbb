"""What can be done in the list of all that can be done."""

from overleg.errors import Message
from overleg.tui.verbs.verb import Place, Verb, at

VERBS = (
    Verb(
        "choose",
        ("enter",),
        Message("Do it"),
        Message("Do what is marked, or put it in the line you type on"),
        at(Place.PALETTE),
        in_palette=False,
    ),
)

FOOTER = ("choose", "close", "help")
