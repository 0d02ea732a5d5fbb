"""Two desks on one file, doing whatever comes up in turn: nothing that either recorded is lost."""

import errno
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from unittest.mock import patch

import msgspec
from hypothesis import given, settings

from overleg.desk.workbench import Desk
from overleg.domain.changes import Change
from overleg.domain.choices import Language
from overleg.domain.editing import EditEntry
from overleg.domain.entry_changes import AddEntry, Amend, Endorse, GiveAnswer, SetState
from overleg.domain.integrity import faults
from overleg.domain.meeting_changes import Close, CorrectMinutes
from overleg.domain.model import Session
from overleg.domain.review_changes import Explain
from overleg.domain.together import Together
from overleg.errors import Refused
from overleg.locale import say
from overleg.store.sessionfile import SessionFile
from tests.domain.any_change import CHANCES, Draw, any_change
from tests.domain.conftest import NOW, a_table

FIXED = settings(max_examples=25, deadline=None, derandomize=True, database=None)
TURNS = 30


@dataclass
class Table:
    """Two desks at one file, and what was said at each that was not taken back there."""

    chance: Random
    path: Path
    at: datetime = NOW
    desks: list[Desk] = field(default_factory=list)
    said: tuple[set[str], set[str]] = field(default_factory=lambda: (set(), set()))

    def __post_init__(self) -> None:
        first = SessionFile.create(self.path, a_table())
        other = SessionFile(self.path)
        self.desks = [Desk(file, file.load(), lambda: self.at) for file in (first, other)]

    def turn(self) -> None:
        """One of both does something; what is refused is refused in words."""
        self.at += timedelta(seconds=self.chance.randrange(90))
        who = self.chance.randrange(2)
        action = self.chance.choice([*[self.make] * 6, *[self.undo] * 2, self.redo, self.refresh])
        try:
            action(who)
        except Refused as refused:
            for message in filter(None, (refused.message, refused.hint)):
                assert all(say(message, language) for language in Language)

    def make(self, who: int) -> None:
        desk = self.desks[who]
        change = any_change(Draw(self.chance, desk.session, self.at))
        if isinstance(change, Close):
            return
        before = desk.session
        desk.make(change)
        if desk.session is not before:
            self.said[who].update(texts_of(change))

    def undo(self, who: int) -> None:
        self.said[who].difference_update(texts_of(self.desks[who].undo()))

    def redo(self, who: int) -> None:
        self.said[who].update(texts_of(self.desks[who].redo()))

    def refresh(self, who: int) -> None:
        self.desks[who].refresh()

    def holds_together(self) -> None:
        """Everything said that was not taken back is in the session, or was told as not recorded."""
        saved = SessionFile(self.path).load()
        assert list(faults(saved)) == []
        kept = [msgspec.json.encode(session).decode() for session in (saved, *self.waiting())]
        told = " ".join(str(aside.message) for desk in self.desks for aside in desk.set_aside)
        for text in self.said[0] | self.said[1]:
            assert text in told or any(text in session for session in kept), text

    def waiting(self) -> list[Session]:
        return [desk.session for desk in self.desks if desk.trouble]


def texts_of(change: Change) -> set[str]:
    """What somebody said with a change, which stays readable whatever others do after it."""
    match change:
        case Together(changes=changes):
            return set().union(*map(texts_of, changes))
        case AddEntry(entry=entry):
            return {entry.text}
        case EditEntry(values={"text": text}):
            return {text}
        case CorrectMinutes(new=text) | Amend(text=text) | Explain(text=text) | GiveAnswer(text=text):
            return {text} - {""}
        case Endorse(text=text) | SetState(text=text):
            return {text} - {""}
    return set()


@contextmanager
def table(chance: Random) -> Iterator[Table]:
    with TemporaryDirectory() as folder:
        yield Table(chance, Path(folder) / f"{a_table().id}.json")


@given(CHANCES)
@FIXED
def test_whatever_two_do_in_turn_nothing_of_either_is_lost(chance: Random) -> None:
    with table(chance) as both:
        for _ in range(TURNS):
            both.turn()
            both.holds_together()


@given(CHANCES)
@FIXED
def test_nothing_is_lost_when_the_disk_is_full_for_a_while(chance: Random) -> None:
    with table(chance) as both:
        for _ in range(TURNS):
            with full_disk() if chance.randrange(3) == 0 else nullcontext():
                both.turn()
            both.holds_together()
        assert all(desk.retry() for desk in both.desks)
        both.holds_together()


def full_disk() -> AbstractContextManager[object]:
    return patch("os.fsync", side_effect=OSError(errno.ENOSPC, "full"))
