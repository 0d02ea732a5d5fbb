"""Changes to entries: said, answered, endorsed, put in another state, put in other words."""

from overleg.domain.entry_changes.about import WITHDRAWN, AboutEntry, entry_of, standing_entry, withdrawn
from overleg.domain.entry_changes.adding import AddEntry
from overleg.domain.entry_changes.amending import Amend
from overleg.domain.entry_changes.answering import GiveAnswer
from overleg.domain.entry_changes.endorsing import Endorse, Retract
from overleg.domain.entry_changes.states import SetState

__all__ = [
    "WITHDRAWN",
    "AboutEntry",
    "AddEntry",
    "Amend",
    "Endorse",
    "GiveAnswer",
    "Retract",
    "SetState",
    "entry_of",
    "standing_entry",
    "withdrawn",
]
