"""What can be done while looking through all meetings, and along the past of what was found."""

from overleg.errors import Message
from overleg.tui.verbs.verb import Place, Verb, at

VERBS = (
    Verb(
        "search_all",
        (),
        Message("Search all"),
        Message("Look for something in all meetings"),
        at(Place.HOME, Place.LIVE, Place.FILTER),
        also=((Place.HOME, "f3"), (Place.HOME, "slash"), (Place.FILTER, "f5")),
        command=Message("/everywhere"),
    ),
    Verb(
        "go_there",
        ("enter",),
        Message("Open"),
        Message("Open the meeting where it stands, with the entry marked"),
        at(Place.SEARCH, Place.PAST),
        in_palette=False,
    ),
    Verb(
        "past",
        (),
        Message("History"),
        Message("What became of the marked entry, from meeting to meeting"),
        at(Place.LIVE, Place.SEARCH),
        also=((Place.SEARCH, "f4"),),
        command=Message("/history"),
    ),
    Verb(
        "past_of_all",
        ("f5",),
        Message("History of all"),
        Message("What became of everything that was found, one after the other"),
        at(Place.SEARCH),
    ),
)

FOOTER = ("go_there", "past", "past_of_all", "close", "help")
FOOTER_OF_PAST = ("go_there", "close", "help")
