"""What can be done while it is recorded who is here; no text is typed there until a time is asked."""

from overleg.errors import Message
from overleg.tui.verbs.verb import Place, Verb, at

VERBS = (
    Verb(
        "here_or_not",
        ("space",),
        Message("Here or not"),
        Message("Present, or absent"),
        at(Place.ATTENDANCE),
    ),
    Verb(
        "came_late",
        ("l",),
        Message("Late"),
        Message("Came late; asks since when"),
        at(Place.ATTENDANCE),
    ),
    Verb(
        "went_away",
        ("w",),
        Message("Went"),
        Message("Went before the end; asks at what time"),
        at(Place.ATTENDANCE),
    ),
    Verb(
        "sent_word",
        ("h",),
        Message("With notice"),
        Message("Absent, and has said so"),
        at(Place.ATTENDANCE),
    ),
)

FOOTER = ("here_or_not", "came_late", "went_away", "sent_word", "undo", "close")
