"""Typed text as it may stand in a Word document."""

from overleg.domain import text

_LONGEST_PROPERTY = 255


def clean(typed: str) -> str:
    """Text without what XML cannot hold; everything else, markup included, is kept as text.

    The records are clean already; this guards the file whatever the outline was made from.
    """
    return text.clean(typed)


def property_text(typed: str) -> str:
    """Text for a property of the file, which ends where Word's properties do."""
    return clean(typed)[:_LONGEST_PROPERTY]
