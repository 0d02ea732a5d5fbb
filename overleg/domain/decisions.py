"""The register of decisions: what was decided, over one session or over many."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from msgspec.structs import replace as but

from overleg.domain import names
from overleg.domain.choices import EndorsementValue, Sensitivity
from overleg.domain.model import Day, Decision, HistoryLine, Reservation, Session

STANDING = ("proposed", "taken", "taken_under_reservation", "deferred")
"""The states in which a decision counts, or may come to count."""

_TAKEN = "taken"

_Known = tuple[Decision, Session]
"""A decision as a session has it."""


@dataclass(frozen=True, slots=True)
class ReservationRow:
    """A yes that counts only after approval of `body`; of no party where it is of the decision itself."""

    party: str
    body: str
    until: date | None
    confirmed_on: date | None
    sensitivity: Sensitivity


@dataclass(frozen=True, slots=True)
class DecisionRow:
    """One decision as the register shows it: parties by code, `method` empty for what was not taken.

    `date` and `session` are of the meeting at which it was taken, or came to stand as it does;
    `agreed` are the parties that consented.
    """

    ref: str
    date: Day
    series: str
    session: str
    parties: tuple[str, ...]
    text: str
    method: str
    agreed: tuple[str, ...]
    status: str
    reservations: tuple[ReservationRow, ...]
    effective_from: Day | None
    review_on: Day | None
    sensitivity: Sensitivity


def decision_rows(sessions: Iterable[Session]) -> list[DecisionRow]:
    """Every decision once, as it stands after what was last done to it, in the order they were taken."""
    known = sorted(sessions, key=lambda each: (each.series.slug, each.number, each.date))
    days = {session.id: session.date for session in known}
    newest: dict[tuple[str, str, str], _Known] = {}
    for session in known:
        for entry in session.entries:
            if isinstance(entry, Decision):
                key = session.series.slug, entry.born_in, entry.ref
                newest[key] = _later(newest.get(key), (entry, session))
    rows = (_row(entry, session, days) for entry, session in newest.values())
    return sorted(rows, key=lambda row: (row.date, row.series, row.ref))


def _later(held: _Known | None, found: _Known) -> _Known:
    """What was touched last; confidential when either is, unless that was put right in it.

    A next meeting that was planned early may know less than the one that goes on before it.
    """
    if held is None:
        return found
    last, other = (found, held) if _last_touch(found[0]) >= _last_touch(held[0]) else (held, found)
    entry, session = last
    was_classed = any(line.field == "sensitivity" for line in entry.history)
    if entry.sensitivity is Sensitivity.NONE and not was_classed:
        entry = but(entry, sensitivity=other[0].sensitivity)
    return entry, session


def masked(row: DecisionRow) -> DecisionRow:
    """The row without what may not leave the room: words and conditions, but not that it was decided."""
    if row.sensitivity is not Sensitivity.NONE:
        return replace(row, text="", reservations=())
    reservations = tuple(each for each in row.reservations if each.sensitivity is Sensitivity.NONE)
    return replace(row, reservations=reservations)


def _row(entry: Decision, session: Session, days: Mapping[str, date]) -> DecisionRow:
    since = _since(entry)
    decided_in = since.session if since else entry.born_in
    moment = since.at if since else entry.created_at
    is_taken = entry.status.startswith(_TAKEN)
    agreed = {each.party for each in entry.endorsements if each.value is EndorsementValue.YES}
    return DecisionRow(
        ref=entry.ref,
        date=days.get(decided_in, moment.date()),
        series=session.series.title,
        session=decided_in,
        parties=tuple(names.codes(session, entry.parties)),
        text=entry.text,
        method=entry.method if is_taken else "",
        agreed=tuple(party.code for party in session.parties if party.id in agreed),
        status=entry.status,
        reservations=tuple(_reservations(entry, session)),
        effective_from=entry.effective_from,
        review_on=entry.review_on,
        sensitivity=entry.sensitivity,
    )


def _last_touch(entry: Decision) -> datetime:
    moments = [entry.created_at, *(line.at for line in entry.history)]
    moments += [each.at for each in entry.endorsements]
    return max(moments + ([entry.withdrawn.at] if entry.withdrawn else []))


def _since(entry: Decision) -> HistoryLine | None:
    """The change since which it stands as it does; to lift a reservation is no other decision."""
    changes = [line for line in entry.history if line.field == "status" and not _is_same(line)]
    return changes[-1] if changes else None


def _is_same(line: HistoryLine) -> bool:
    return line.old == line.new or (line.old.startswith(_TAKEN) and line.new.startswith(_TAKEN))


def _reservations(entry: Decision, session: Session) -> Iterator[ReservationRow]:
    if entry.reservation is not None:
        yield _reservation("", entry.reservation, entry.sensitivity)
    for each in entry.endorsements:
        if each.reservation is not None:
            party = names.code(session, each.party)
            yield _reservation(party, each.reservation, each.sensitivity)


def _reservation(party: str, given: Reservation, sensitivity: Sensitivity) -> ReservationRow:
    confirmed_on = given.confirmed_at.date() if given.confirmed_at else None
    return ReservationRow(party, given.body, given.until, confirmed_on, sensitivity)
