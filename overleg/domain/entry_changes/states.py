"""Putting an entry in another state of its kind."""

from dataclasses import dataclass
from datetime import date

from msgspec.structs import replace as but

from overleg.domain.choices import Kind, Sensitivity
from overleg.domain.entry_changes.about import (
    WITHDRAWN,
    AboutEntry,
    entry_of,
    history_line,
    is_withdrawn,
    state_word,
    with_entry,
    withdrawn,
)
from overleg.domain.kind_row import KindRow
from overleg.domain.kinds import row_of
from overleg.domain.model import AnyEntry, Session
from overleg.domain.support import confirmed, is_reserved
from overleg.errors import Message, Refused


@dataclass(frozen=True, slots=True, kw_only=True)
class SetState(AboutEntry):
    """Put an entry in another state of its kind, perhaps with a reason and a new date."""

    state: str
    text: str = ""
    due: date | None = None
    sensitivity: Sensitivity = Sensitivity.NONE

    def made(self, session: Session) -> Session:
        entry = entry_of(session, self.ref)
        row = row_of(entry)
        self._check(entry, row)
        line = history_line(session, self, "status", entry.status, self.state)
        history = (*entry.history, but(line, note=self.text, sensitivity=self.sensitivity))
        if self.state == WITHDRAWN:
            return with_entry(session, withdrawn(but(entry, history=history), self.text, self.at))
        changed = but(entry, status=self.state, withdrawn=None, history=history)
        dated = _dated(session, changed, self)
        if self.state in ("confirmed", row.settled):
            dated = confirmed(dated, self.at)
        return with_entry(session, dated)

    def _check(self, entry: AnyEntry, row: KindRow) -> None:
        if self.state == WITHDRAWN:
            self._check_withdrawal(entry)
            return
        if entry.withdrawn is not None and self.state != row.first_state:
            raise is_withdrawn(self.ref)
        if self.state == row.first_state and (entry.withdrawn is not None or not row.states):
            self._check_reopening(entry)
            return
        self._check_change(entry, row)

    def _check_withdrawal(self, entry: AnyEntry) -> None:
        if entry.withdrawn is not None:
            raise Refused(Message("{ref} is withdrawn already.", ref=self.ref))
        if self.due is not None:
            raise Refused(Message("Withdrawing {ref} takes no date.", ref=self.ref))

    def _check_reopening(self, entry: AnyEntry) -> None:
        if entry.withdrawn is None:
            raise Refused(Message("{ref} is not withdrawn, so it cannot be reopened.", ref=self.ref))

    def _check_change(self, entry: AnyEntry, row: KindRow) -> None:
        state = row.state(self.state)
        if state is None:
            raise Refused(
                Message("{ref} is of a kind that cannot become {state}.", ref=self.ref, state=self.state)
            )
        if state.after and entry.status not in state.after:
            raise Refused(
                Message(
                    "{ref} is {state} and cannot become {new} from there.",
                    ref=self.ref,
                    state=state_word(entry),
                    new=state_word(entry, self.state),
                )
            )
        if entry.status == self.state and not (self.due or self.text or is_reserved(entry)):
            raise Refused(Message("{ref} is {state} already.", ref=self.ref, state=state_word(entry)))
        if state.needs_reason and not self.text:
            raise Refused(
                Message("Say why {ref} becomes {state}.", ref=self.ref, state=state_word(entry, self.state)),
                Message("Type the reason after a colon."),
            )


def _dated(session: Session, entry: AnyEntry, change: SetState) -> AnyEntry:
    """The entry with the new date of its kind; the old date stays in the history."""
    if change.due is None:
        return entry
    name = "ended_from" if change.state == "ended" and entry.kind is Kind.ROLE else row_of(entry).date_field
    if not name:
        raise Refused(Message("{ref} is of a kind that has no date.", ref=entry.ref))
    old = getattr(entry, name)
    if old == change.due:
        return entry
    line = history_line(session, change, name, old.isoformat() if old else "", change.due.isoformat())
    return but(entry, **{name: change.due}, history=(*entry.history, line))
