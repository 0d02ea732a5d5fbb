"""What can be done while a meeting is set up; letters are text as long as a field is typed in."""

from overleg.errors import Message
from overleg.tui.verbs.verb import Place, Verb, at

VERBS = (
    Verb(
        "ready",
        ("f2",),
        Message("Ready"),
        Message("Make the new meeting and open it, or go back to the one that is set up"),
        at(Place.SETUP),
    ),
    Verb(
        "previous_page",
        ("f7",),
        Message("Previous"),
        Message("Go to the previous page"),
        at(Place.SETUP),
    ),
    Verb(
        "next_page",
        ("f8",),
        Message("Next"),
        Message("Go to the next page"),
        at(Place.SETUP),
    ),
    Verb(
        "new_row",
        ("n",),
        Message("New"),
        Message("Add a party, a person, a target group or an agenda item"),
        at(Place.SETUP),
    ),
    Verb(
        "as_lines",
        ("f4",),
        Message("As lines"),
        Message("Type or paste the list as lines; the second time the lines are taken over"),
        at(Place.SETUP),
        also=((Place.SETUP, "l"),),
    ),
    Verb(
        "add_step",
        ("s",),
        Message("Step"),
        Message("Put a step of a meeting form on the agenda"),
        at(Place.SETUP),
    ),
    Verb(
        "remove_row",
        ("delete",),
        Message("Remove"),
        Message("Take the marked row off the list"),
        at(Place.SETUP),
    ),
    Verb(
        "move_up",
        ("shift+up",),
        Message("Up"),
        Message("Move the marked row up"),
        at(Place.SETUP),
    ),
    Verb(
        "move_down",
        ("shift+down",),
        Message("Down"),
        Message("Move the marked row down"),
        at(Place.SETUP),
    ),
    Verb(
        "take_over",
        ("f5",),
        Message("As last time"),
        Message("Seat the parties and people of last time, and take along what is open"),
        at(Place.SETUP),
    ),
)

FOOTER = ("ready", "previous_page", "next_page", "new_row", "as_lines", "help")
