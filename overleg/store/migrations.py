"""From the file formats of earlier versions of this program to that of now."""

from collections.abc import Callable, Mapping

from overleg.domain.model import FORMAT
from overleg.store.strictjson import Tables

Migration = Callable[[Tables], Tables]

MIGRATIONS: dict[int, Migration] = {}
"""For each format: what brings a file of it to the next one. There has been one format so far."""


def migrated(
    tables: Tables, number: int, steps: Mapping[int, Migration] = MIGRATIONS, wanted: int = FORMAT
) -> Tables | None:
    """The tables in the format of now; None where no steps lead there from format `number`."""
    while number < wanted:
        if number not in steps:
            return None
        tables = steps[number](tables)
        number += 1
    return tables
