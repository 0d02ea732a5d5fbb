"""A record that somebody edits while others may edit it too."""

from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace as but

Edited = TypeVar("Edited", bound=Struct)


def merged(now: Edited, was: Edited, new: Edited) -> Edited:
    """The record as it is now, with only the fields in which `new` differs from what it was before."""
    fields = {
        name: getattr(new, name)
        for name in new.__struct_fields__
        if getattr(new, name) != getattr(was, name) and getattr(new, name) != getattr(now, name)
    }
    return but(now, **fields) if fields else now
