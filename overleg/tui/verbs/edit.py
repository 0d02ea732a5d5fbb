"""What can be done in the form of an entry."""

from overleg.errors import Message
from overleg.tui.verbs.verb import Place, Verb, at

VERBS = (
    Verb(
        "keep",
        ("f2",),
        Message("Keep"),
        Message("Keep what was changed and go back; undo takes it back"),
        at(Place.EDIT),
    ),
    Verb(
        "next_field",
        ("enter",),
        Message("Next"),
        Message("Go to the next field; on the last one, keep what was changed"),
        at(Place.EDIT),
        in_palette=False,
    ),
    Verb(
        "confide",
        ("f6",),
        Message("Confidential"),
        Message("Make the entry confidential or public; on the answer, the answer alone"),
        at(Place.EDIT),
    ),
    Verb(
        "take_away",
        ("f8",),
        Message("Withdraw"),
        Message("Withdraw the entry: it stays to be seen, with the reason that is typed"),
        at(Place.EDIT),
    ),
)

FOOTER = ("keep", "confide", "take_away", "reveal", "help", "close")
