"""What can be done everywhere, or in many places."""

from overleg.errors import Message
from overleg.tui.verbs.verb import Place, Verb, at

VERBS = (
    Verb(
        "help",
        ("f1",),
        Message("Help"),
        Message("Explain this screen and its keys"),
        at(Place.EVERYWHERE),
        also=((Place.HOME, "question_mark"),),
        command=Message("/help"),
    ),
    Verb(
        "undo",
        ("ctrl+z",),
        Message("Undo"),
        Message("Take back: first what you are typing, then what was recorded"),
        at(Place.LIVE),
        command=Message("/undo"),
    ),
    Verb(
        "redo",
        ("ctrl+y",),
        Message("Redo"),
        Message("Do again what you took back"),
        at(Place.LIVE),
        command=Message("/redo"),
    ),
    Verb(
        "saved",
        ("ctrl+s",),
        Message("Saved?"),
        Message("Say whether everything is on the disk; saving goes by itself"),
        at(Place.LIVE),
    ),
    Verb(
        "theme",
        ("f6",),
        Message("Light or dark"),
        Message("Light for a projector, dark for a dim room"),
        at(Place.EVERYWHERE),
    ),
    Verb(
        "close",
        ("escape",),
        Message("Back"),
        Message("Go back; nothing is made"),
        at(Place.HELP, Place.NEW),
        also=((Place.HELP, "f1"),),
        in_palette=False,
    ),
    Verb(
        "quit",
        ("ctrl+q",),
        Message("Leave"),
        Message("Leave the app; everything is saved already"),
        at(Place.EVERYWHERE),
        command=Message("/stop"),
        # Above the screens, so that no dialog or field can keep anybody in.
        priority=True,
    ),
)
