"""What can be done while choosing which entries are shown."""

from overleg.errors import Message
from overleg.tui.verbs.verb import Place, Verb, at

VERBS = (
    Verb(
        "show",
        ("f2",),
        Message("Show"),
        Message("Show the entries that fit; Enter in the field of words does the same"),
        at(Place.FILTER),
        in_palette=False,
    ),
    Verb(
        "show_all",
        ("f3",),
        Message("Show all"),
        Message("Show every entry again"),
        at(Place.FILTER),
        in_palette=False,
    ),
)

FOOTER = ("show", "show_all", "search_all", "close")
