"""What waits for an answer on the spot: asked or offered in the running item, without a yes or a no."""

from overleg.domain.model import AnyEntry, Expectation, Offer, Session


def waiting(session: Session) -> tuple[Expectation | Offer, ...]:
    """The expectations and offers to one party in the running item, the last one said first.

    They wait until the item ends; after that they are carried, and no longer pressed for.
    """
    item = session.active_item
    here = item.id if item else None
    return tuple(
        entry
        for entry in reversed(session.entries)
        if isinstance(entry, Expectation | Offer)
        and entry.born_in == session.id
        and entry.item == here
        and _waits(entry)
    )


def _waits(entry: AnyEntry) -> bool:
    is_open = entry.withdrawn is None and entry.status in ("stated", "open")
    return is_open and getattr(entry, "to_party", None) is not None
