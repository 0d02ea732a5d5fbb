"""What was confided under another number is confidential there too."""

from msgspec.structs import replace as but

from overleg.domain.changes import Change
from overleg.domain.choices import LinkType, Sensitivity
from overleg.domain.entry_changes.about import history_line, with_entry
from overleg.domain.model import AnyEntry, Session


def covered(session: Session, change: Change, entry: AnyEntry) -> Session:
    """The session with the entry in its place, and with it what it was recorded as before.

    That says the same words under another number and in another kind: it would tell in public what the
    entry tells in confidence. What is confidential already keeps its class.
    """
    session = with_entry(session, entry)
    earlier = _earlier(session, entry)
    if earlier is None or entry.sensitivity is Sensitivity.NONE:
        return session
    if earlier.sensitivity is not Sensitivity.NONE:
        return session
    line = history_line(session, change, "sensitivity", earlier.sensitivity, entry.sensitivity)
    hidden = but(earlier, sensitivity=entry.sensitivity, history=(*earlier.history, line))
    return covered(session, change, hidden)


def _earlier(session: Session, entry: AnyEntry) -> AnyEntry | None:
    """The withdrawn entry of another kind that goes on as this one."""
    first = entry.history[0] if entry.history else None
    if first is None or first.field != "kind":
        return None
    # The history keeps the number of that moment; the link follows where the number becomes another.
    refs = {first.note, *(link.ref for link in entry.links if link.type is LinkType.REPLACES)}
    said = (first.old, entry.created_at, entry.born_in)
    return next(
        (
            each
            for each in session.entries
            if each.ref in refs and each.withdrawn and (each.kind, each.created_at, each.born_in) == said
        ),
        None,
    )
