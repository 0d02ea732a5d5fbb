"""What can be done in a round along the parties; a digit goes to the party with that number."""

from overleg.errors import Message
from overleg.tui.verbs.verb import Place, Verb, at

VERBS = (
    Verb(
        "close_round",
        ("f2",),
        Message("Record"),
        Message("Close the round and record what was said; undo takes all of it back"),
        at(Place.ROUND),
        also=((Place.ROUND, "enter"),),
    ),
    Verb(
        "agrees",
        ("j",),
        Message("Yes"),
        Message("The party agrees"),
        at(Place.ROUND),
        also=((Place.ROUND, "y"),),
    ),
    Verb("objects", ("n",), Message("Objects"), Message("The party objects"), at(Place.ROUND)),
    Verb(
        "silent",
        ("space",),
        Message("Silent"),
        Message("The party has not spoken yet"),
        at(Place.ROUND),
        in_palette=False,
    ),
    Verb("all_agree", ("a",), Message("All agree"), Message("Everybody who is here agrees"), at(Place.ROUND)),
    Verb(
        "reserve",
        ("v",),
        Message("Reservation"),
        Message("The party agrees subject to approval; or no longer"),
        at(Place.ROUND),
        also=((Place.ROUND, "r"),),
    ),
    Verb(
        "amend",
        ("f4",),
        Message("Other words"),
        Message("Put it in other words; the round begins again"),
        at(Place.ROUND),
        also=((Place.ROUND, "w"),),
    ),
)

FOOTER = ("agrees", "objects", "all_agree", "amend", "close_round", "close")
