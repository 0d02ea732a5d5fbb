"""What the one at the keys does to the meeting, and what there is to say about it."""

from collections.abc import Callable

from overleg.desk.workbench import Desk, Made
from overleg.documents.reading import hints
from overleg.domain import names
from overleg.domain.agenda_changes import GoToItem
from overleg.domain.capture import Command, Problem
from overleg.domain.capture.tokens import REF, normal_ref
from overleg.domain.changes import Change
from overleg.domain.choices import Language, Sensitivity
from overleg.domain.editing import SetClass
from overleg.domain.entry_changes import AddEntry
from overleg.domain.filtering import Filter, filtered
from overleg.domain.kinds import KINDS
from overleg.domain.meeting_changes import GiveTurn
from overleg.domain.parking import parked
from overleg.errors import Message, Refused
from overleg.locale import say
from overleg.tui.told import told
from overleg.tui.widgets.time_box import MORE


class Chair:
    """Does things at a desk; each answers with the sentence that says what happened, or why not."""

    def __init__(self, desk: Desk, language: Language) -> None:
        self._desk = desk
        self._language = language

    def go_on(self) -> str:
        return self._typed("/step next")

    def go_back(self) -> str:
        return self._typed("/step previous")

    def go_to(self, item: str) -> str:
        return self.make(GoToItem(at=self._desk.clock(), item=item))

    def give_next_turn(self) -> str:
        return self._typed("/turn next")

    def give_turn(self, party: str) -> str:
        return self.make(GiveTurn(at=self._desk.clock(), party=party))

    def extend(self) -> str:
        """Five more minutes for the running item."""
        return self._typed(f"/extend {MORE}")

    def park(self) -> str:
        """Put the running item off, with an entry that says so, and go on to the next."""
        session = self._desk.session
        item = session.active_item
        if item is None:
            return self._said(Message("No agenda item runs, so there is nothing to park."))
        return self.make(parked(session, item, self._desk.clock()))

    def toggle_confidential(self, ref: str) -> str:
        """Make an entry confidential, or open again."""
        entry = self._desk.session.entry(ref)
        if entry is None:
            return self._said(Message("There is no entry to make confidential."))
        opens = entry.sensitivity is not Sensitivity.NONE
        to = Sensitivity.NONE if opens else Sensitivity.OTHER
        return self.make(SetClass(at=self._desk.clock(), ref=ref, sensitivity=to))

    def in_mind(self, typed: str = "") -> str:
        """The number of the entry that is meant: what was typed, else the last one of this meeting."""
        match = REF.fullmatch(typed.strip())
        if match is not None:
            return normal_ref(match)
        session = self._desk.session
        return next((each.ref for each in reversed(session.entries) if each.born_in == session.id), "")

    def last_confidential(self) -> str:
        """The number of the last entry that is masked; empty where none is."""
        entries = reversed(self._desk.session.entries)
        return next((each.ref for each in entries if each.sensitivity is not Sensitivity.NONE), "")

    def selection(self, chosen: Filter) -> str:
        """What is shown only, in words; nothing where everything is."""
        if not chosen.is_on:
            return ""
        session = self._desk.session
        item = session.item(chosen.item)
        parts = (
            f"“{chosen.words}”" if chosen.words else "",
            names.party_name(session, chosen.party),
            KINDS[chosen.kind].plural[self._language] if chosen.kind else "",
            item.title if item else "",
        )
        what = ", ".join(part for part in parts if part)
        count = len(filtered(session.entries, chosen))
        return self._said(Message("Only {what}: {count}. Esc shows everything.", what=what, count=count))

    def undo(self) -> str:
        return self._take_back(self._desk.undo, lambda what: Message("Undone: {what}", what=what))

    def redo(self) -> str:
        return self._take_back(self._desk.redo, lambda what: Message("Redone: {what}", what=what))

    def save(self) -> str:
        """Whether everything is on the disk; nothing to say where it is not, for the alarm does."""
        if not self._desk.retry():
            return ""
        return self._said(Message("Everything is saved, in {file}.", file=self._desk.path.name))

    def made(self, change: Change) -> str:
        """What there is to say about a change: of an entry, which can be seen, only what is odd."""
        if isinstance(change, AddEntry):
            return " ".join(hints(change, self._language))
        return self.told(change)

    def told(self, change: Change) -> str:
        """A change in words; what is confidential is masked in it."""
        return told(change, self._desk.session, self._language)

    def advice(self, read: Change | Command | Problem) -> str:
        """What may help with a line that was read: how to mend it, or what is odd about it."""
        if isinstance(read, Problem):
            return self._said(read.hint) if read.hint else ""
        return " ".join(hints(read, self._language))

    def _typed(self, command: str) -> str:
        """What a key does is what its command does, and it is told in the same words."""
        done = self._desk.enter(command)
        if isinstance(done, Problem):
            return self._said(done.message)
        return self.made(done.change) if isinstance(done, Made) else ""

    def make(self, change: Change) -> str:
        try:
            self._desk.make(change)
        except Refused as refused:
            return self._said(refused.message)
        return self.made(change)

    def _take_back(self, step: Callable[[], Change], words: Callable[[str], Message]) -> str:
        try:
            change = step()
        except Refused as refused:
            return self._said(refused.message)
        return self._said(words(self.told(change)))

    def _said(self, message: Message) -> str:
        return say(message, self._language)
