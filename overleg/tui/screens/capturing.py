"""The line at the bottom of the live screen: typed, understood, recorded, and never lost."""

import asyncio

from textual import events, getters, on, work
from textual.timer import Timer

from overleg.desk.folders import Folders
from overleg.desk.workbench import Desk, Made
from overleg.domain.capture import Command, Problem
from overleg.domain.capture.suggest import suggest
from overleg.domain.changes import Change
from overleg.domain.choices import Language
from overleg.domain.said import SetAside
from overleg.errors import Message
from overleg.locale import say
from overleg.tui.keeping import Draft
from overleg.tui.screens.doors import Doors
from overleg.tui.suggested import lines_with, suggested
from overleg.tui.widgets.capture import CaptureBar
from overleg.tui.widgets.reading import Reading

_DRAFT_AFTER = 0.5


class Capturing(Doors):
    """A screen with a capture bar and its reading.

    A subclass says what is done with a command for the program, and after a change.
    """

    bar = getters.query_one(CaptureBar)
    reading_line = getters.query_one(Reading)

    def __init__(self, desk: Desk, language: Language, folders: Folders) -> None:
        super().__init__(desk, language, folders)
        self._draft = Draft(desk)
        self._draft_timer: Timer | None = None
        self._to_record: list[str] = []

    def run_command(self, command: Command) -> None:
        """Do what a command asks of the program."""
        raise NotImplementedError

    def after(self, change: Change) -> None:
        """Something was recorded."""

    def on_mount(self) -> None:
        self.bar.focus()
        if self._draft.text:
            self.give_back(self._draft.text)
            self.tell(Message("This is what you were typing when the app closed."))

    def on_resize(self) -> None:
        self.call_after_refresh(self.read_line)

    @on(CaptureBar.Changed)
    def follow_typing(self) -> None:
        self._keep_draft_soon()
        if not self.bar.is_asking and self.bar.value:
            self.notice.said = ""
        self.read_line()

    def read_line(self, *, is_entered: bool = False) -> None:
        """Say what the line in the bar is understood to mean, and what it may become.

        Half a command is no mistake, as long as nobody pressed Enter on it.
        """
        line = self.bar.value
        if not line.strip():
            self.bar.suggest(())
            self.reading_line.clear()
            self.notice.hint = ""
            return
        read = self.desk.read(line)
        offered = suggest(line, self.desk.session)
        self.bar.suggest(lines_with(line, offered))
        if isinstance(read, Problem) and offered and not is_entered:
            self.reading_line.clear()
        else:
            column = self.bar.column_of(read.position) if isinstance(read, Problem) else 0
            self.reading_line.show(read, self.desk.session, column)
        words = suggested(offered, self.language, self.notice.content_size.width)
        self.notice.hint = words or self.chair.advice(read)

    @on(CaptureBar.Entered)
    def record(self, event: CaptureBar.Entered) -> None:
        self.notice.is_asking = False
        if len(event.lines) > 1:
            self._to_record += event.lines
            self.record_all()
        else:
            self.record_line(event.lines[0])

    def record_line(self, line: str) -> None:
        """Record a line; what cannot be recorded stands in the bar, with the reason."""
        match self.desk.enter(line):
            case Problem():
                self.give_back(line)
            case Command() as command:
                self.run_command(command)
            case Made(change=change):
                self.show(self.chair.made(change))
                self.after(change)
        self.keep_draft()

    @work
    async def record_all(self) -> None:
        """Record pasted lines one by one, so that the screen stays alive; what is refused stays at hand."""
        count, refused = 0, []
        while self._to_record:
            line = self._to_record.pop(0)
            count += 1
            if not isinstance(self.desk.enter(line), Made):
                refused.append(line)
            self.show(say(Message("{left} lines to go", left=len(self._to_record)), self.language))
            await asyncio.sleep(0)
        self._tell_recorded(count, refused)
        self.keep_draft()

    @on(CaptureBar.Pasted)
    def ask_about_paste(self, event: CaptureBar.Pasted) -> None:
        self._keep_draft_soon()
        self.tell(Message("Record {count} lines? Enter records them, Esc does not.", count=event.count))
        self.notice.is_asking = True

    @on(CaptureBar.PutAside)
    def tell_put_aside(self) -> None:
        self.notice.is_asking = False
        self.tell(Message("Nothing was recorded; the arrow up brings the lines back one by one."))

    def tell_aside(self, aside: SetAside) -> None:
        """Say what no longer fits; what was said waits under the arrow up, also where it is not shown."""
        if aside.line:
            self.bar.put_aside(aside.line)
        super().tell_aside(aside)

    def on_key(self, event: events.Key) -> None:
        """A letter is text, wherever the focus is: a sentence never fires commands.

        What reaches this was not typed in the bar; but the focus may have got there since.
        """
        if event.is_printable and event.character:
            event.stop()
            self.bar.focus()
            self.bar.insert_text_at_cursor(event.character)

    def on_paste(self, event: events.Paste) -> None:
        event.stop()
        self.bar.focus()
        self.bar.take(event.text)

    def take_line(self, line: str) -> None:
        self.bar.focus()
        self.bar.begin(line)

    def put_away(self) -> None:
        self.keep_draft()

    def keep_draft(self) -> None:
        """Keep what is typed or pasted and not recorded."""
        if self._draft_timer is not None:
            self._draft_timer.stop()
            self._draft_timer = None
        self._draft.keep("\n".join(filter(None, (*self._to_record, self.bar.unsaved))))

    def _keep_draft_soon(self) -> None:
        """Not at every key: writing takes longer than drawing one."""
        if self._draft_timer is None:
            self._draft_timer = self.set_timer(_DRAFT_AFTER, self.keep_draft)

    def _tell_recorded(self, count: int, refused: list[str]) -> None:
        if not refused:
            self.tell(Message("{count} lines recorded.", count=count))
            return
        first, *others = refused
        self.bar.put_aside(*others)
        self.give_back(first)
        self.tell(
            Message(
                "{done} recorded, {left} not: they wait in the bar and under the arrow up.",
                done=count - len(refused),
                left=len(refused),
            )
        )

    def give_back(self, line: str) -> None:
        """Put a line in the bar again; where its problem stands is shown below it."""
        self.bar.give_back(line)
        self.read_line(is_entered=True)
