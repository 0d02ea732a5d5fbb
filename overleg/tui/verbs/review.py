"""What can be done while open matters are gone through; no text is typed there until something is asked."""

from overleg.errors import Message
from overleg.tui.verbs.verb import Place, Verb, at

VERBS = (
    Verb(
        "settle",
        ("space",),
        Message("Done"),
        Message("It is done; for the minutes: adopt them"),
        at(Place.REVIEW),
    ),
    Verb(
        "put_off",
        ("s",),
        Message("New date"),
        Message("It is being worked on, and gets another date; the old one stays to be seen"),
        at(Place.REVIEW),
    ),
    Verb(
        "drop",
        ("v",),
        Message("Drop"),
        Message("It is dropped, with a reason; for an expectation: it is too vague"),
        at(Place.REVIEW),
    ),
    Verb(
        "explain",
        ("t",),
        Message("Explain"),
        Message("Record what is said about it; for the minutes: a correction"),
        at(Place.REVIEW),
    ),
    Verb(
        "hand_over",
        ("o",),
        Message("Hand over"),
        Message("Another party does it from now on"),
        at(Place.REVIEW),
    ),
    Verb(
        "smaller",
        ("k",),
        Message("Smaller"),
        Message("Put it in other words, such as a smaller step"),
        at(Place.REVIEW),
    ),
    Verb(
        "withdraw",
        ("x",),
        Message("Withdraw"),
        Message("It is taken back, with a reason"),
        at(Place.REVIEW),
    ),
    Verb(
        "by_party",
        ("g",),
        Message("By party"),
        Message("Show it party by party, or kind by kind again"),
        at(Place.REVIEW),
    ),
    Verb(
        "by_number",
        ("r",),
        Message("By number"),
        Message("Show it in the order of its numbers, or with what is overdue first again"),
        at(Place.REVIEW),
    ),
)

FOOTER = ("by_party", "by_number", "undo", "help", "close")
