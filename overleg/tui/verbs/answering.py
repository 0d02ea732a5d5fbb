"""The answers to what is asked or offered, wherever one is marked."""

from overleg.errors import Message
from overleg.tui.verbs.verb import Place, Verb, at

VERBS = (
    Verb(
        "accept",
        ("j", "y"),
        Message("Yes"),
        Message("The party that is asked says yes to what is marked"),
        at(Place.MATRIX, Place.REVIEW),
    ),
    Verb(
        "decline",
        ("n",),
        Message("No"),
        Message("The party that is asked says no"),
        at(Place.MATRIX, Place.REVIEW),
    ),
    Verb(
        "discuss",
        ("b", "d"),
        Message("Discuss"),
        Message("The party that is asked wants to talk about it first; it stays open"),
        at(Place.MATRIX, Place.REVIEW),
    ),
    Verb(
        "rephrase",
        ("v",),
        Message("Too vague"),
        Message("The party that is asked does not know what is meant; it is asked anew in other words"),
        at(Place.MATRIX),
    ),
)
