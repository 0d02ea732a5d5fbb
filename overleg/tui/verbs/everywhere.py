"""What can be done everywhere, or in many places."""

from overleg.errors import Message
from overleg.tui.verbs.verb import TYPED_IN, Place, Verb, at

_WHERE_CHANGES_ARE_MADE = at(
    Place.LIVE,
    Place.SETUP,
    Place.ATTENDANCE,
    Place.REVIEW,
    Place.MATRIX,
    Place.CLOSING,
    Place.READBACK,
)

VERBS = (
    Verb(
        "help",
        ("f1",),
        Message("Help"),
        Message("Explain this screen and its keys"),
        at(Place.EVERYWHERE),
        also=tuple(
            (place, "question_mark") for place in Place if place not in TYPED_IN | at(Place.EVERYWHERE)
        ),
        command=Message("/help"),
        priority=True,
    ),
    Verb(
        "palette",
        ("ctrl+p",),
        Message("Commands"),
        Message("Find anything that can be done here by its name"),
        at(Place.EVERYWHERE),
        in_palette=False,
        priority=True,
    ),
    Verb(
        "undo",
        ("ctrl+z",),
        Message("Undo"),
        Message("Take back: first what you are typing, then what was recorded"),
        _WHERE_CHANGES_ARE_MADE,
        also=((Place.REVIEW, "u"),),
        command=Message("/undo"),
    ),
    Verb(
        "redo",
        ("ctrl+y",),
        Message("Redo"),
        Message("Do again what you took back"),
        _WHERE_CHANGES_ARE_MADE,
        command=Message("/redo"),
    ),
    Verb(
        "saved",
        ("ctrl+s",),
        Message("Saved?"),
        Message("Say whether everything is on the disk; saving goes by itself"),
        _WHERE_CHANGES_ARE_MADE | at(Place.EDIT, Place.ROUND),
    ),
    Verb(
        "reveal",
        ("ctrl+r",),
        Message("Uncover"),
        Message("Show the text of what is confidential, until you ask to mask it"),
        at(Place.LIVE, Place.EDIT, Place.READBACK),
        also=((Place.READBACK, "space"),),
        command=Message("/reveal"),
    ),
    Verb(
        "theme",
        (),
        Message("Colours"),
        Message("Dark, light, or heavy black on white for a faint projector"),
        at(Place.EVERYWHERE),
        also=((Place.HOME, "t"),),
        command=Message("/colours"),
    ),
    Verb(
        "close",
        ("escape",),
        Message("Back"),
        Message("Go back to where you came from"),
        at(
            Place.HELP,
            Place.MATRIX,
            Place.OVERVIEWS,
            Place.SETUP,
            Place.ATTENDANCE,
            Place.PALETTE,
            Place.FILTER,
            Place.REVIEW,
            Place.CLOSING,
            Place.EDIT,
            Place.ROUND,
            Place.READBACK,
        ),
        in_palette=False,
    ),
    Verb(
        "quit",
        ("ctrl+q",),
        Message("Leave"),
        Message("Leave the app; everything is saved already"),
        at(Place.EVERYWHERE),
        command=Message("/stop"),
        priority=True,
    ),
)
