"""The order of the rows of a table: moved on purpose, and as it was again."""

from collections.abc import Sequence
from typing import TypeVar

from msgspec import Struct

Row = TypeVar("Row", bound=Struct)


def keys_of(rows: Sequence[Struct], key: str) -> list[str]:
    return [getattr(row, key) for row in rows]


def moved(rows: Sequence[Row], key: str, id: str, before: str | None) -> tuple[Row, ...]:
    """The rows with one of them right before another, or at the end; a row that is not there is the end."""
    mover = [row for row in rows if getattr(row, key) == id]
    others = [row for row in rows if getattr(row, key) != id]
    place = next((n for n, row in enumerate(others) if getattr(row, key) == before), len(others))
    return (*others[:place], *mover, *others[place:])


def in_order(rows: Sequence[Row], key: str, wanted: Sequence[str]) -> tuple[Row, ...]:
    """The rows in the wanted order; one that is not in it stays behind the row it stood behind."""
    by_key = {getattr(row, key): row for row in rows}
    order = [id for id in wanted if id in by_key]
    known = set(order)
    for previous, id in zip(["", *by_key], by_key, strict=False):
        if id not in known:
            order.insert(order.index(previous) + 1 if previous else 0, id)
            known.add(id)
    return tuple(by_key[id] for id in order)


def with_back(rows: Sequence[Row], key: str, back: Sequence[Row], places: Sequence[str]) -> tuple[Row, ...]:
    """The rows with others put back, each behind the one it came after in `places` that is still there."""
    order = keys_of(rows, key)
    returning = {getattr(row, key): row for row in back}
    for place, id in enumerate(places):
        if id in returning:
            behind = next((each for each in reversed(places[:place]) if each in order), None)
            order.insert(0 if behind is None else order.index(behind) + 1, id)
    by_key = {getattr(row, key): row for row in rows} | returning
    return tuple(by_key[id] for id in order)


def is_reordered(before: Sequence[Struct], after: Sequence[Struct], key: str) -> bool:
    """Whether the rows that are in both stand in another order."""
    old, new = keys_of(before, key), keys_of(after, key)
    common = set(old) & set(new)
    return [id for id in old if id in common] != [id for id in new if id in common]
