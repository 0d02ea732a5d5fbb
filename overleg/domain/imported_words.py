"""What people write in the cells of a list of actions, beside names, dates and our own words for states."""


def _words(*lines: str) -> frozenset[str]:
    return frozenset(word for line in lines for word in line.split(", "))


EMPTY = _words(
    "-, –, —, ?, nvt, ntb, nnb, onbekend, nog te bepalen, geen",
    "n/a, na, tbd, tba, unknown, to be decided, none",
) | {""}
EVERYBODY = _words("*, allen, alle partijen, iedereen", "all, all parties, everybody")
NO_DAY = _words(
    "zsm, zo spoedig mogelijk, zo snel mogelijk, doorlopend, continu, lopend, structureel",
    "asap, as soon as possible, ongoing, continuous",
)
STATES: dict[str, frozenset[str]] = {
    "open": _words("nieuw, te doen, niet gestart, nog niet gestart", "new, to do, todo, not started"),
    "busy": _words(
        "lopend, loopt, in behandeling, in uitvoering, onderhanden, mee bezig",
        "in progress, running, started",
    ),
    "done": _words(
        "afgerond, gedaan, voltooid, uitgevoerd, afgehandeld, gesloten", "finished, completed, closed"
    ),
    "dropped": _words("geannuleerd, ingetrokken", "cancelled, canceled, withdrawn"),
}
"""Other words for the states of an action, by state."""
