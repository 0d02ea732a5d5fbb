"""What the one at the keys does to the meeting, and what there is to say about it."""

from collections.abc import Callable, Iterable

from overleg.desk.workbench import Desk, Made
from overleg.documents.reading import hints
from overleg.domain.capture import Command, Problem
from overleg.domain.changes import Change
from overleg.domain.choices import Language
from overleg.domain.entry_changes import AddEntry
from overleg.domain.meeting_changes import GiveTurn, GoToItem
from overleg.domain.together import Together
from overleg.errors import Message, Refused
from overleg.locale import say
from overleg.tui.told import told


class Chair:
    """Does things at a desk; each answers with the sentence that says what happened, or why not."""

    def __init__(self, desk: Desk, language: Language) -> None:
        self._desk = desk
        self._language = language

    def make_all(self, changes: Iterable[Change]) -> str:
        """Make several changes as one."""
        several = tuple(changes)
        if not several:
            return ""
        return self.make(several[0] if len(several) == 1 else Together(at=several[0].at, changes=several))

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
        return self._said(words(told(change, self._desk.session, self._language)))

    def _said(self, message: Message) -> str:
        return say(message, self._language)
