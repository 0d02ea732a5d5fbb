"""One session on the table: do things to it, take them back, and have it on the disk."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

from overleg.clock import Clock
from overleg.desk.folders import Folders
from overleg.domain import capture, history, setup
from overleg.domain.changes import Change, apply
from overleg.domain.forms import MeetingForm
from overleg.domain.history import Step
from overleg.domain.model import Series, Session
from overleg.domain.setup import Setup
from overleg.errors import Message, Refused, StoreError
from overleg.store import drafts, folder
from overleg.store.forms import read_forms
from overleg.store.sessionfile import SessionFile
from overleg.store.trouble import Damaged, Newer

Read = Change | capture.Command | capture.Problem
Operation = Callable[[Session], Session]


@dataclass(frozen=True, slots=True)
class Made:
    """A change that was made: what it was, and the refs of the entries it added.

    `is_saved` says whether it is on the disk; if not, the desk keeps trying.
    """

    change: Change
    refs: tuple[str, ...]
    is_saved: bool


@dataclass
class Desk:
    """One session on the table.

    `session` is what is on the screen. `trouble` says why it is not on the disk; None when it is.
    """

    file: SessionFile
    session: Session
    clock: Clock
    forms: dict[str, MeetingForm] = field(default_factory=dict)
    trouble: StoreError | None = None
    set_aside: list[Message] = field(default_factory=list)
    """Why changes that waited to be saved no longer fit what others wrote in the meantime."""
    _waiting: list[Operation] = field(default_factory=list)
    _done: list[Step] = field(default_factory=list)
    _undone: list[Change] = field(default_factory=list)

    @property
    def path(self) -> Path:
        return self.file.path

    def read(self, line: str) -> Read:
        """What a line would do, without doing it; a change that would be refused is a problem."""
        read = capture.parse(line, self._context())
        if isinstance(read, Change):
            try:
                apply(self.session, read)
            except Refused as refused:
                return capture.Problem(refused.position, refused.message, refused.hint)
        return read

    def enter(self, line: str) -> Made | capture.Command | capture.Problem:
        """Do what a line says, and have it on the disk before this answers."""
        # The line may be about something that another program has just recorded.
        self.refresh()
        read = capture.parse(line, self._context())
        if not isinstance(read, Change):
            return read
        try:
            return self.make(read)
        except Refused as refused:
            return capture.Problem(refused.position, refused.message, refused.hint)

    def make(self, change: Change) -> Made:
        """Make a change to the newest state of the session and save it.

        Raises `Refused` where the rules forbid it. When saving fails the change stays in memory and
        `trouble` says so; `retry` tries again.
        """
        step = self._do(lambda session: apply(session, change), change)
        if step.after is not step.before:
            self._done.append(step)
            self._undone.clear()
        return Made(change, step.new_refs, self.trouble is None)

    @property
    def can_undo(self) -> bool:
        return bool(self._done)

    @property
    def can_redo(self) -> bool:
        return bool(self._undone)

    def undo(self) -> Change:
        """Take back the last change made at this desk; raises `Refused` where others built on it."""
        if not self._done:
            raise Refused(Message("There is nothing to undo here."))
        step = self._done[-1]
        self._do(lambda session: history.taken_back(session, step, self.clock()), step.change)
        self._done.pop()
        self._undone.append(step.change)
        return step.change

    def redo(self) -> Change:
        """Make the change that was undone last once more."""
        if not self._undone:
            raise Refused(Message("There is nothing to redo here."))
        change = self._undone[-1]
        self._done.append(self._do(lambda session: apply(session, change), change))
        self._undone.pop()
        return change

    def refresh(self) -> bool:
        """Take over what others wrote to the file; answers whether the session changed.

        What others wrote and cannot be read waits for the next save, which keeps both.
        """
        if self._waiting:
            return self.retry()
        if not self.file.has_moved_on():
            return False
        try:
            self.session = self.file.load()
        except StoreError:
            return False
        return True

    def retry(self) -> bool:
        """Try to save what waits; answers whether everything is on the disk."""
        if self._waiting:
            self._save()
        return self.trouble is None

    def keep_draft(self, text: str) -> None:
        """Keep what is typed and not entered, so that a killed program loses no sentence."""
        drafts.keep(self.path, text) if text else drafts.drop(self.path)

    def draft(self) -> str:
        """What was typed and not entered when the session was last open."""
        return drafts.kept(self.path)

    def _context(self) -> capture.Context:
        return capture.Context(self.session, self.clock(), tuple(self.forms.values()))

    def _do(self, operation: Operation, change: Change) -> Step:
        """Do something to the newest session and save; what is refused changes nothing."""
        try:
            with self.file.lock():
                self._catch_up()
                before = self.session
                after = operation(before)
                if after is not before:
                    self.file.save(after)
                self.session, self.trouble = after, None
        except StoreError as trouble:
            before = self.session
            after = operation(before)
            self._waiting.append(operation)
            self.session, self.trouble = after, trouble
        return Step(change, before, after)

    def _catch_up(self) -> None:
        """Under the lock: read what others wrote, and do on top of it what still waits to be saved."""
        if self.file.has_moved_on():
            try:
                self.session = self.file.load()
            except (Damaged, Newer):
                aside = self.file.keep_both(self.session)
                self.set_aside.append(
                    Message("Something else wrote this file; that is kept as {name}.", name=aside.name)
                )
                return
            for operation in self._waiting:
                self._do_again(operation)
        if self._waiting:
            self.file.save(self.session)
            self._waiting.clear()

    def _do_again(self, operation: Operation) -> None:
        try:
            self.session = operation(self.session)
        except Refused as refused:
            self.set_aside.append(refused.message)

    def _save(self) -> None:
        try:
            with self.file.lock():
                self._catch_up()
                self.trouble = None
        except StoreError as trouble:
            self.trouble = trouble


def open_session(folders: Folders, name: str, clock: Clock) -> Desk:
    """The desk with the session that `name` means; raises `StoreError` in words."""
    path = folder.resolve(folders.sessions, name, clock().date())
    file = SessionFile(path)
    return Desk(file, file.load(), clock, read_forms(folders.home))


def found_session(folders: Folders, plan: Setup, clock: Clock) -> Desk:
    """A new session in a file of its own, with the next number of its series."""
    series, number = _place_in_series(folders, plan)
    path = folder.new_path(folders.sessions, plan.date, series.slug)
    session = setup.new_session(replace(plan, series=series, number=number), path.stem)
    return Desk(SessionFile.create(path, session), session, clock, read_forms(folders.home))


def _place_in_series(folders: Folders, plan: Setup) -> tuple[Series, int]:
    """The series as it is known already, and the number that comes next in it."""
    earlier = [
        summary
        for summary in folder.summaries(folders.sessions)
        if summary.fault is None
        and summary.practice == plan.practice
        and summary.series.slug == plan.series.slug
    ]
    if not earlier:
        return plan.series, plan.number
    last = max(earlier, key=lambda summary: summary.number)
    return last.series, last.number + 1
