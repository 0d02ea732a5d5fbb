"""What may not be named in front of the table: tasks and target groups that would give a secret away."""

from overleg.domain.choices import Sensitivity
from overleg.domain.model import AnyEntry, Session


def hidden_tasks(session: Session) -> frozenset[str]:
    """The tasks that occur on confidential entries only: their name alone would tell."""
    hidden = {entry.task for entry in session.entries if entry.task and _is_hidden(entry)}
    return frozenset(hidden - {entry.task for entry in session.entries if not _is_hidden(entry)})


def hidden_groups(session: Session) -> frozenset[str]:
    """The target groups that occur on confidential entries only."""
    hidden = {group for entry in session.entries if _is_hidden(entry) for group in entry.target_groups}
    if not hidden:
        return frozenset()
    told = {group for entry in session.entries if not _is_hidden(entry) for group in entry.target_groups}
    return frozenset(hidden - told)


def _is_hidden(entry: AnyEntry) -> bool:
    return entry.sensitivity is not Sensitivity.NONE
