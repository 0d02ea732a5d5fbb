"""`overleg decisions`: the register of what was decided, over all meetings."""

from dataclasses import asdict
from datetime import date
from typing import Any

from overleg.cli.arguments import Given
from overleg.cli.output import as_json, complain, print_filled_rows
from overleg.cli.states import asked_state
from overleg.desk.folders import read_sessions
from overleg.documents.in_brief import sensitivity
from overleg.documents.reading import SEPARATOR
from overleg.domain.choices import DecisionMethod, Kind
from overleg.domain.decisions import STANDING, DecisionRow, ReservationRow, decision_rows, masked
from overleg.domain.kind_row import State
from overleg.domain.kinds import KINDS
from overleg.domain.text import fold
from overleg.domain.words import Words
from overleg.errors import Message
from overleg.locale import narrow_date, say

_METHODS: dict[str, Words] = {
    DecisionMethod.CONSENT: Words("instemming", "consent"),
    DecisionMethod.MAJORITY: Words("meerderheid", "majority"),
    DecisionMethod.CHAIR: Words("voorzitter", "chair"),
}


def run(given: Given) -> int:
    """The decisions of all sessions that count, each once, as it stands now; masked unless closed."""
    asked = given.options
    state = asked_state(Kind.DECISION, asked.status)
    sessions, unread = read_sessions(given.folders, asked.series)
    for error in unread:
        complain(error, given.language)
    rows = [row for row in decision_rows(sessions) if _is_asked_for(row, given, state)]
    shown = rows if asked.variant == "closed" else [masked(row) for row in rows]
    if asked.format == "json":
        as_json([_as_data(row, given) for row in shown])
        return 0
    headings = (
        *(Message("no."), Message("date"), Message("series"), Message("meeting"), Message("what")),
        *(Message("state"), Message("how"), Message("reservation")),
        *(Message("takes effect"), Message("looked back at")),
    )
    print_filled_rows(given, headings, [_cells(row, given) for row in shown], wide=4)
    return 0


def _is_asked_for(row: DecisionRow, given: Given, state: State | None) -> bool:
    asked = given.options
    return (row.status == state.key if state else asked.all or row.status in STANDING) and (
        not asked.party or fold(asked.party) in map(fold, row.parties)
    )


def _as_data(row: DecisionRow, given: Given) -> dict[str, Any]:
    return asdict(row) | {"text": row.text or sensitivity(row.sensitivity, given.language)}


def _cells(row: DecisionRow, given: Given) -> list[object]:
    language = given.language
    state = KINDS[Kind.DECISION].state(row.status)
    waiting = [each for each in row.reservations if each.confirmed_on is None]
    return [
        row.ref,
        narrow_date(row.date),
        row.series,
        row.session,
        SEPARATOR.join(filter(None, (row.text, sensitivity(row.sensitivity, language)))),
        state.words[language] if state else row.status,
        _how(row, given),
        "; ".join(_reservation(each, given) for each in waiting),
        _day(row.effective_from),
        _day(row.review_on),
    ]


def _how(row: DecisionRow, given: Given) -> str:
    method = _METHODS[row.method][given.language] if row.method else ""
    return f"{method} ({', '.join(row.agreed)})" if method and row.agreed else method


def _reservation(reservation: ReservationRow, given: Given) -> str:
    """``GEM: college, before 1-2-2027``"""
    said = f"{reservation.party}: {reservation.body}" if reservation.party else reservation.body
    if reservation.until is None:
        return said
    until = narrow_date(reservation.until)
    return say(Message("{reservation}, before {date}", reservation=said, date=until), given.language)


def _day(day: date | None) -> str:
    return narrow_date(day) if day else ""
