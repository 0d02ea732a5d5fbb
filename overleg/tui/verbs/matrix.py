"""What can be done in the matrix of expectations."""

from overleg.errors import Message
from overleg.tui.verbs.verb import Place, Verb, at

VERBS = (
    Verb(
        "look",
        ("enter",),
        Message("Look"),
        Message("Read all that these two parties ask and offer, and go through it with the arrows"),
        at(Place.MATRIX),
        in_palette=False,
    ),
    Verb(
        "ask",
        ("a",),
        Message("Ask"),
        Message("Write down what the one party expects of the other"),
        at(Place.MATRIX),
    ),
    Verb(
        "offer",
        ("o",),
        Message("Offer"),
        Message("Write down what the one party offers the other"),
        at(Place.MATRIX),
    ),
    Verb(
        "swap",
        ("x",),
        Message("Swap"),
        Message("Put the parties that are asked in the rows, or in the columns again"),
        at(Place.MATRIX),
    ),
)

FOOTER = ("look", "ask", "offer", "swap", "undo", "close")
