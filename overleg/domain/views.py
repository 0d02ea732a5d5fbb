"""A session as others look at it: as plain data, and as a matrix of who asks what of whom."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import msgspec

from overleg.domain import names
from overleg.domain.kinds import row_of
from overleg.domain.model import AnyEntry, Expectation, Offer, Session

_PARTY_FIELDS = frozenset(
    "party parties voiced_party from_party to_party about_party given_by brought_in_by opener plays_party"
    " transfer_from transfer_to by".split()
)


def as_data(session: Session) -> dict[str, Any]:
    """The session with the field names of the model, parties by code and the people of entries by name.

    Dates are ISO texts. Every field is there, also the empty ones; entries have their kind and a ``due``
    whatever the field of their kind is called.
    """
    codes = {party.id: party.code for party in session.parties}
    data: dict[str, Any] = _data(session, codes)
    data["entries"] = [_entry_data(entry, session, codes) for entry in session.entries]
    return data


def _entry_data(entry: AnyEntry, session: Session, codes: Mapping[str, str]) -> dict[str, Any]:
    data = _data(entry, codes)
    data["person"] = names.person_name(session, entry.person) or None
    if "owner" in data:
        data["owner"] = names.owner_name(session, entry)
        data["helpers"] = [names.person_name(session, each) for each in data["helpers"]]
    when = due(entry)
    return {
        "ref": entry.ref,
        "kind": entry.kind.value,
        **data,
        "due": when.isoformat() if when else None,
    }


def due(entry: AnyEntry) -> date | None:
    """The date on which an entry comes back, whatever the field of its kind is called."""
    field = row_of(entry).date_field
    when: date | None = getattr(entry, field) if field else None
    return when


def _data(value: Any, codes: Mapping[str, str]) -> Any:
    """Records as mappings of all their fields; what is in a field of a party becomes its code."""
    match value:
        case msgspec.Struct():
            return {
                name: _coded(getattr(value, name), codes)
                if name in _PARTY_FIELDS
                else _data(getattr(value, name), codes)
                for name in value.__struct_fields__
            }
        case tuple():
            return [_data(each, codes) for each in value]
    return msgspec.to_builtins(value)


def _coded(value: Any, codes: Mapping[str, str]) -> Any:
    match value:
        case str():
            return codes.get(value, value)
        case tuple():
            return [codes.get(each, each) if isinstance(each, str) else _data(each, codes) for each in value]
    return _data(value, codes)


Matrix = dict[str, dict[str, list[AnyEntry]]]


def matrix(session: Session) -> Matrix:
    """What each party asks of and offers to each other one: ids of both, then the entries in order.

    Withdrawn and replaced entries are not in it; what is offered to all stands with everybody else.
    """
    ids = [party.id for party in session.parties]
    cells: Matrix = {a: {b: [] for b in ids if b != a} for a in ids}
    for entry in session.entries:
        if not isinstance(entry, Expectation | Offer) or entry.from_party not in cells:
            continue
        if entry.withdrawn or entry.status in ("withdrawn", "replaced"):
            continue
        everybody = isinstance(entry, Offer) and entry.to_all
        for party, cell in cells[entry.from_party].items():
            if everybody or party == entry.to_party:
                cell.append(entry)
    return cells


def matrix_data(session: Session) -> dict[str, dict[str, list[dict[str, str | None]]]]:
    """The matrix as plain data, parties by code: ``{from: {to: [{ref, text, answer}]}}``."""
    return {
        names.code(session, a): {
            names.code(session, b): [
                {"ref": entry.ref, "text": entry.text, "answer": answer_of(entry)} for entry in cell
            ]
            for b, cell in row.items()
        }
        for a, row in matrix(session).items()
    }


def answer_of(entry: AnyEntry) -> str | None:
    """The answer to an expectation; None for one without, and for anything else."""
    answer = entry.answer if isinstance(entry, Expectation) else None
    return answer.value.value if answer else None
