"""The board of commitments: what each party promised."""

from overleg.domain.model import Commitment, Session


def commitment_board(session: Session) -> dict[str, tuple[Commitment, ...]]:
    """What every party promised and did not take back, by the id of the party, in the order of the table.

    What several parties promised together stands with the first of them.
    """
    promised: dict[str, list[Commitment]] = {party.id: [] for party in session.parties}
    for entry in session.entries:
        if isinstance(entry, Commitment) and entry.withdrawn is None and entry.parties:
            promised.setdefault(entry.parties[0], []).append(entry)
    return {party: tuple(entries) for party, entries in promised.items()}
