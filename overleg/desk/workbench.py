"""One session on the table: do things to it, take them back, and have it on the disk."""

from dataclasses import dataclass, field, replace
from pathlib import Path

from overleg.clock import Clock
from overleg.desk.folders import Folders
from overleg.desk.presence import Other, Presence
from overleg.desk.reopening import check_reopening
from overleg.domain import capture, history, setup
from overleg.domain.changes import Change, apply
from overleg.domain.forms import MeetingForm
from overleg.domain.history import Step
from overleg.domain.model import Session
from overleg.domain.said import SetAside, set_aside
from overleg.domain.setup import Setup
from overleg.errors import Message, Refused, StoreError
from overleg.store import drafts, folder, lease
from overleg.store.forms import read_forms
from overleg.store.sessionfile import PATIENCE, SessionFile
from overleg.store.trouble import Damaged, Newer

Read = Change | capture.Command | capture.Problem

_AT_ONCE = 0.0
"""Seconds to wait for another program that is writing, where somebody's screen would wait as well."""


@dataclass(frozen=True, slots=True)
class Made:
    """A change that was made: what it was, and the refs of the entries it added.

    `is_saved` says whether it is on the disk; if not, the desk keeps trying.
    """

    change: Change
    refs: tuple[str, ...]
    is_saved: bool


@dataclass(frozen=True, slots=True)
class Waiting:
    """Something done that is not on the disk yet: a step made, or one taken back."""

    step: Step
    undone: bool = False


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
    set_aside: list[SetAside] = field(default_factory=list)
    """What no longer fits what others wrote in the meantime, to be told to whoever sits here."""
    _waiting: list[Waiting] = field(default_factory=list)
    _done: list[Step] = field(default_factory=list)
    _undone: list[Change] = field(default_factory=list)
    _presence: Presence = field(init=False)

    def __post_init__(self) -> None:
        self._presence = Presence(self.path)

    @property
    def path(self) -> Path:
        return self.file.path

    def sit_down(self) -> None:
        """Let other programs know who has the session open, and get ready to write.

        For a moment when nobody waits: what writing needs takes a tenth of a second to load. May be
        called from another thread.
        """
        lease.hold(self.path)
        self.file.prepare()

    def get_up(self) -> None:
        lease.release(self.path)

    def others(self) -> tuple[Other, ...]:
        """The other programs that have this session open, the first comer first; cheap to ask often."""
        return self._presence.others()

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
        step = self._do(Waiting(Step(change, self.session, self.session)))
        if step.after is not step.before:
            self._done.append(step)
            self._undone.clear()
        return Made(change, step.new_refs, self.trouble is None)

    def undo(self) -> Change:
        """Take back the last change made at this desk; raises `Refused` where others built on it.

        What cannot be taken back is out of the way then: the next undo is of the change before it.
        """
        if not self._done:
            raise Refused(Message("There is nothing to undo here."))
        step = self._done.pop()
        if step.closes:
            check_reopening(self.session, self.path)
        self._do(Waiting(step, undone=True))
        self._undone.append(step.change)
        return step.change

    def redo(self) -> Change:
        """Make the change that was undone last once more."""
        if not self._undone:
            raise Refused(Message("There is nothing to redo here."))
        change = self._undone.pop()
        step = self._do(Waiting(Step(change, self.session, self.session)))
        if step.after is not step.before:
            self._done.append(step)
        return change

    def put_by(self, change: Change) -> None:
        """Keep a change at hand that was thought of and not made: redo makes it."""
        self._undone.append(change)

    def refresh(self) -> bool:
        """Take over what others wrote to the file; answers whether the session changed.

        What others wrote and cannot be read waits for the next save, which keeps both. It never waits
        for another program: the screen asks it every moment.
        """
        before = self.session
        if self._waiting:
            self._save()
            return self.session is not before
        try:
            if self.file.has_moved_on():
                self.session = self.file.load()
        except StoreError:
            return False
        return self.session is not before

    def retry(self) -> bool:
        """Try once to save what waits; answers whether everything is on the disk."""
        if self._waiting:
            self._save()
        return self.trouble is None

    def give_up_waiting(self) -> None:
        """Forget what could not be saved, so that it is not saved later without anybody knowing."""
        waiting = [each.step for each in self._waiting]
        self._done = [step for step in self._done if all(step is not each for each in waiting)]
        self._waiting.clear()
        self.session, self.trouble = self.file.session, None

    def keep_draft(self, text: str) -> None:
        """Keep what is typed and not entered, so that a killed program loses no sentence."""
        drafts.keep(self.path, text) if text else drafts.drop(self.path)

    def draft(self) -> str:
        """What was typed and not entered when the session was last open."""
        return drafts.kept(self.path)

    def _context(self) -> capture.Context:
        return capture.Context(self.session, self.clock(), tuple(self.forms.values()))

    def _do(self, wanted: Waiting) -> Step:
        """Do something to the newest session and save; what is refused changes nothing.

        It waits for another program that is writing, but not again for each line as long as that lasts.
        """
        try:
            with self.file.lock(_AT_ONCE if self._waiting else PATIENCE):
                self._catch_up()
                step = self._done_to(self.session, wanted)
                if step.after is not step.before:
                    self.file.save(step.after)
                self.session, self.trouble = step.after, None
        except StoreError as trouble:
            step = self._done_to(self.session, wanted)
            self._waiting.append(wanted if wanted.undone else Waiting(step))
            self.session, self.trouble = step.after, trouble
        return step

    def _done_to(self, session: Session, wanted: Waiting) -> Step:
        """What becomes of that session when this is done to it."""
        if wanted.undone:
            after = history.taken_back(session, wanted.step, self.clock())
        else:
            after = apply(session, wanted.step.change)
        return Step(wanted.step.change, session, after)

    def _catch_up(self) -> None:
        """Under the lock: read what others wrote, and do on top of it what still waits to be saved."""
        if self.file.has_moved_on():
            self._read_what_others_wrote()
        if self._waiting:
            self.file.save(self.session)
            self._waiting.clear()
        self.trouble = None

    def _read_what_others_wrote(self) -> None:
        try:
            self.session = self.file.load()
        except (Damaged, Newer):
            aside = self.file.keep_both(self.session)
            self.set_aside.append(
                SetAside(Message("Something else wrote this file; that is kept as {name}.", name=aside.name))
            )
            self._waiting.clear()
            return
        self._do_all_again()

    def _do_all_again(self) -> None:
        """Do what waited to the session that others wrote, with new numbers where they took the old."""
        waiting, self._waiting = self._waiting, []
        refs: dict[str, str] = {}
        again: dict[int, Step] = {}
        for old in waiting:
            # A step that is taken back may have waited itself, and have been done again just now.
            step = again.get(id(old.step), old.step)
            wanted = replace(old, step=replace(step, change=step.change.renamed(refs)))
            try:
                done = self._done_to(self.session, wanted)
            except Refused as refused:
                self.set_aside.append(set_aside(step.change, refused.message, self.session))
                continue
            if not old.undone:
                again[id(old.step)] = done
                refs |= dict(zip(old.step.new_refs, done.new_refs, strict=False))
            self._waiting.append(wanted if old.undone else Waiting(done))
            self.session = done.after
        self._done = [again.get(id(step), step) for step in self._done]
        self._undone = [change.renamed(refs) for change in self._undone]

    def _save(self) -> None:
        try:
            with self.file.lock(_AT_ONCE):
                self._catch_up()
        except StoreError as trouble:
            self.trouble = trouble


def open_session(folders: Folders, name: str, clock: Clock) -> Desk:
    """The desk with the session that `name` means; raises `StoreError` in words."""
    path = folder.resolve(folders.sessions, name, clock().date())
    file = SessionFile(path)
    return Desk(file, file.load(), clock, read_forms(folders.home))


def found_session(folders: Folders, plan: Setup, clock: Clock) -> Desk:
    """A new session in a file of its own, with the next number of its series."""
    # Not above: it is only needed once in the life of a meeting.
    from overleg.desk.founding import found

    return found(folders, setup.new_session(plan, ""), clock)
