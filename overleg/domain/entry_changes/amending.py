"""Putting an entry in other words."""

from dataclasses import dataclass

from msgspec.structs import replace as but

from overleg.domain.changes import Change
from overleg.domain.choices import Sensitivity
from overleg.domain.entry_changes.about import AboutEntry, history_line, standing_entry
from overleg.domain.entry_changes.covering import covered
from overleg.domain.entry_changes.endorsing import without_stances
from overleg.domain.kinds import row_of
from overleg.domain.model import AnyEntry, Session
from overleg.domain.support import is_proposal


@dataclass(frozen=True, slots=True, kw_only=True)
class Amend(AboutEntry):
    """Put an entry in other words; a proposal loses what was said for and against the old ones."""

    text: str
    sensitivity: Sensitivity = Sensitivity.NONE

    def made(self, session: Session) -> Session:
        entry = standing_entry(session, self.ref)
        sensitivity = entry.sensitivity if self.sensitivity is Sensitivity.NONE else self.sensitivity
        if (entry.text, entry.sensitivity) == (self.text, sensitivity):
            return session
        line = history_line(session, self, "text", entry.text, self.text)
        # The class that covered the old words goes on covering them when the entry becomes public.
        line = but(line, sensitivity=entry.sensitivity)
        amended = but(entry, text=self.text, sensitivity=sensitivity, history=(*entry.history, line))
        return covered(session, self, asked_anew(session, self, amended))


def asked_anew(session: Session, change: Change, entry: AnyEntry) -> AnyEntry:
    """The entry, just put in other words: a proposal is one about which nobody has spoken yet."""
    if not is_proposal(entry):
        return entry
    row = row_of(entry)
    parties = tuple(each.party for each in entry.endorsements)
    silent = without_stances(session, change, entry, parties)
    if silent.status == row.first_state:
        return silent
    line = history_line(session, change, "status", silent.status, row.first_state)
    return but(silent, status=row.first_state, history=(*silent.history, line))
