"""What can be done in the overviews."""

from overleg.errors import Message
from overleg.tui.verbs.verb import Place, Verb, at

VERBS = (
    Verb(
        "role_map",
        ("1",),
        Message("Roles"),
        Message("Show who does what, task by task"),
        at(Place.OVERVIEWS),
    ),
    Verb(
        "give_and_take",
        ("2",),
        Message("Give and take"),
        Message("Show what each party brings and what it asks"),
        at(Place.OVERVIEWS),
    ),
    Verb(
        "shared_goals",
        ("3",),
        Message("Goals"),
        Message("Show which goals all parties stand behind"),
        at(Place.OVERVIEWS),
    ),
    Verb(
        "commitments",
        ("4",),
        Message("Commitments"),
        Message("Show what each party promised"),
        at(Place.OVERVIEWS),
    ),
    Verb(
        "coverage",
        ("5",),
        Message("Target groups"),
        Message("Show for which target groups there is an activity"),
        at(Place.OVERVIEWS),
    ),
    Verb(
        "speaking_time",
        ("s",),
        Message("Speaking time"),
        Message("Show how long each party had the floor, and put it away again"),
        at(Place.OVERVIEWS),
    ),
    Verb(
        "view_before",
        ("left",),
        Message("Previous view"),
        Message("Go to the view before this one"),
        at(Place.OVERVIEWS),
        in_palette=False,
    ),
    Verb(
        "view_after",
        ("right",),
        Message("Next view"),
        Message("Go to the view after this one"),
        at(Place.OVERVIEWS),
        in_palette=False,
    ),
)

FOOTER = ("view_before", "view_after", "speaking_time", "help", "close")
