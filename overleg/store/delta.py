"""What has to be written of a table when its records change."""

from collections.abc import Sequence
from itertools import count
from typing import NamedTuple

from msgspec import Struct

from overleg.store.sheet import Sheet

_PART = 256


class Delta(NamedTuple):
    """The difference between two versions of a table, by document id."""

    put: dict[int, Struct]
    """The records that are new or were changed."""
    gone: list[int]
    order: list[int]
    """All ids in their order, where removing and adding at the end does not lead there; else empty."""


def delta(old: Sequence[Struct], sheet: Sheet, new: Sequence[Struct], key: str) -> Delta:
    """What changed between `old`, of which `sheet` holds the lines, and `new`.

    Records are known by the field `key`. Those that are the same at the beginning and the end of both
    are passed over: a change in a long meeting touches one or two.
    """
    start = _same(old, new)
    end = _same(old[start:][::-1], new[start:][::-1])
    last = len(old) - end
    ids = sheet.ids(start, last)
    known = {getattr(old[place], key): (ids[place - start], old[place]) for place in range(start, last)}
    fresh = count(sheet.highest + 1)
    put: dict[int, Struct] = {}
    order: list[int] = []
    for record in new[start : len(new) - end]:
        id, before = known.pop(getattr(record, key), None) or (next(fresh), None)
        order.append(id)
        if before != record:
            put[id] = record
    gone = [id for id, _ in known.values()]
    stayed = [id for id in ids if id not in gone]
    added = len(order) > len(stayed)
    if order[: len(stayed)] == stayed and not (added and end):
        return Delta(put, gone, [])
    return Delta(put, gone, sheet.ids(0, start) + order + sheet.ids(last, len(old)))


def _same(old: Sequence[Struct], new: Sequence[Struct]) -> int:
    """How many records at the beginning are the same."""
    same = 0
    # A tuple compares its records without a step of Python for each, and the same object at once.
    while (part := old[same : same + _PART]) and part == new[same : same + len(part)]:
        same += len(part)
    for before, after in zip(part, new[same : same + len(part)], strict=False):
        if before != after:
            break
        same += 1
    return same
