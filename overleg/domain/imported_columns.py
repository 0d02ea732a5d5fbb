"""The columns of a list of actions, by the headings that people give them."""

import re
from collections.abc import Sequence
from enum import StrEnum

from overleg.domain.text import fold


class Column(StrEnum):
    NUMBER = "number"
    TEXT = "text"
    PARTY = "party"
    PERSON = "person"
    DUE = "due"
    STATUS = "status"
    NOTE = "note"


_HEADINGS: dict[Column, tuple[str, ...]] = {
    Column.NUMBER: ("nummer", "number", "nr", "no"),
    Column.TEXT: ("actie", "action", "wat", "what", "omschrijving", "description"),
    Column.PARTY: ("partij", "party", "organisatie", "organisation", "organization"),
    Column.PERSON: ("actiehouder", "action owner", "owner", "wie", "who", "naam", "name"),
    Column.DUE: ("deadline", "gereed op", "due", "due on", "wanneer", "when", "datum", "date"),
    Column.STATUS: ("status", "stand", "state"),
    Column.NOTE: ("toelichting", "note", "opmerking", "remark"),
}
"""What a column is called; the first names say most: beside a deadline, a date is of something else."""


def columns_of(cells: Sequence[str]) -> tuple[dict[int, Column], dict[int, str]]:
    """What each cell of a heading means by its place, and those that mean nothing here.

    A second description of the action is a note with it, and there may be several notes.
    """
    words = [" ".join(re.findall(r"\w+", fold(cell))) for cell in cells]
    columns: dict[int, Column] = {}
    for column, headings in _HEADINGS.items():
        places = [place for place, word in enumerate(words) if word in headings]
        places.sort(key=lambda place: headings.index(words[place]))
        columns |= dict.fromkeys(places[:1], column)
        if column in (Column.TEXT, Column.NOTE):
            columns |= dict.fromkeys(places[1:], Column.NOTE)
    unread = {place: cell for place, cell in enumerate(cells) if cell and place not in columns}
    return dict(sorted(columns.items())), unread
