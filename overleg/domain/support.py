"""What support and resistance of the parties amount to: is it agreed, is it reserved, who is still silent."""

from datetime import datetime

from msgspec.structs import replace as but

from overleg.domain.choices import EndorsementValue, Mandate
from overleg.domain.kind_row import Say
from overleg.domain.kinds import row_of
from overleg.domain.model import AnyEntry, Reservation, Session

UNDER_RESERVATION = "taken_under_reservation"
"""The state of a decision to which a party said yes, but."""

_DEFERRED = "deferred"


def endorsement_value(entry: AnyEntry, resists: bool) -> EndorsementValue | None:
    """What a + or ? line records on this entry; None where its kind knows neither.

    What somebody said in the role of another party is recognised or contested, whatever its kind.
    """
    row = row_of(entry)
    if entry.voiced_party is not None:
        return EndorsementValue.CONTESTED if resists else EndorsementValue.RECOGNISED
    return row.resist if resists else row.support


def agreed_state(session: Session, entry: AnyEntry) -> str:
    """The state that what the parties said amounts to; the one it has where they do not decide that."""
    row = row_of(entry)
    if not row.settled or entry.status not in _decided_by_parties(entry):
        return entry.status
    by_party = {each.party: each for each in entry.endorsements}
    if any(each.value is row.resist for each in by_party.values()):
        return row.resisted or row.first_state
    supporters = {party for party, each in by_party.items() if each.value is row.support}
    if row.say is Say.ANYBODY:
        return row.settled if supporters else row.first_state
    needed = set(parties_with_a_say(session, entry))
    if not needed or not needed <= supporters:
        return row.first_state
    return UNDER_RESERVATION if row.say is Say.TABLE and is_reserved(entry) else row.settled


def parties_with_a_say(session: Session, entry: AnyEntry) -> tuple[str, ...]:
    """The parties whose support settles the entry, by id."""
    if row_of(entry).say is Say.TABLE:
        return tuple(party.id for party in session.core_parties if session.is_present(party.id))
    to_party = getattr(entry, "to_party", None)
    return (*entry.parties, to_party) if to_party else entry.parties


def is_proposal(entry: AnyEntry) -> bool:
    """Whether the parties are asked to agree on it, and nothing further has become of it yet."""
    return row_of(entry).support is EndorsementValue.YES and (
        entry.status in _decided_by_parties(entry) or entry.status == _DEFERRED
    )


def _decided_by_parties(entry: AnyEntry) -> tuple[str, ...]:
    row = row_of(entry)
    return (row.first_state, row.settled, row.resisted, UNDER_RESERVATION)


def parties_asked(session: Session, entry: AnyEntry) -> tuple[str, ...]:
    """The parties that a round goes along, absent ones too: whose say settles it, else all at the table."""
    row = row_of(entry)
    if entry.voiced_party is not None:
        return (entry.voiced_party,)
    if row.settled and row.say is Say.NAMED:
        return tuple(dict.fromkeys(parties_with_a_say(session, entry)))
    return tuple(party.id for party in session.core_parties)


def must_consult(session: Session, party: str) -> bool:
    """Whether nobody who sits here for the party may say yes without asking first."""
    here = [person for person in session.people_of(party) if not session.is_away(person.id)]
    return bool(here) and all(person.mandate is Mandate.CONSULT for person in here)


def consulted_body(session: Session, party: str) -> str:
    """Who has to approve what the party says here, as far as that is known."""
    here = [person for person in session.people_of(party) if not session.is_away(person.id)]
    return next((person.mandate_body for person in here if person.mandate_body), "")


def is_reserved(entry: AnyEntry) -> bool:
    reservations = [each.reservation for each in entry.endorsements] + [getattr(entry, "reservation", None)]
    return any(each is not None and each.confirmed_at is None for each in reservations)


def confirmed(entry: AnyEntry, at: datetime) -> AnyEntry:
    """The entry with every reservation on it confirmed; those that were confirmed keep their moment."""
    if getattr(entry, "reservation", None) is not None:
        entry = but(entry, reservation=_lifted(entry.reservation, at))  # type: ignore[union-attr]
    endorsements = tuple(but(each, reservation=_lifted(each.reservation, at)) for each in entry.endorsements)
    return but(entry, endorsements=endorsements)


def _lifted(reservation: Reservation | None, at: datetime) -> Reservation | None:
    if reservation is None or reservation.confirmed_at is not None:
        return reservation
    return but(reservation, confirmed_at=at)
