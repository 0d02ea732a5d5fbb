"""The meeting on the table: type a line, see it understood, see it stand."""

import asyncio
from collections.abc import Callable
from datetime import datetime

from textual import events, getters, on, work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.reactive import reactive
from textual.timer import Timer

from overleg.desk.workbench import Desk, Made
from overleg.documents.reading import hints
from overleg.domain import forms
from overleg.domain.capture import Command, Context, Problem
from overleg.domain.capture.commands import neighbour
from overleg.domain.changes import Change
from overleg.domain.entry_changes import AddEntry
from overleg.domain.meeting_changes import GiveTurn, GoToItem
from overleg.domain.model import Language, Session
from overleg.errors import Message, Refused
from overleg.locale import say
from overleg.tui.keeping import Keeper
from overleg.tui.screens.placed import Placed
from overleg.tui.told import told
from overleg.tui.verbs import Place, bindings, verb
from overleg.tui.widgets.agenda import Agenda, AgendaPanel, AgendaStrip
from overleg.tui.widgets.capture import CaptureBar
from overleg.tui.widgets.default import Default
from overleg.tui.widgets.entries import Entries
from overleg.tui.widgets.footer import Keys
from overleg.tui.widgets.header import LiveHeader, Prompt
from overleg.tui.widgets.notice import Notice
from overleg.tui.widgets.parties import PartyPanel
from overleg.tui.widgets.reading import Reading

_TICK = 1.0
_DRAFT_AFTER = 0.5

_ON_THE_COMMAND_LINE = {
    "search": Message("Searching is done on the command line for now: overleg search TEXT"),
    "documents": Message("Documents are made on the command line for now: overleg export"),
}


class Live(Placed[None]):
    """The live screen. Everything goes through the desk; `session` is what the desk has."""

    PLACE = Place.LIVE
    BINDINGS = bindings(Place.LIVE)

    session: reactive[Session | None] = reactive(None)
    """The session on the table, for the widgets that draw it."""

    now: reactive[datetime | None] = reactive(None)
    """The moment it is."""

    bar = getters.query_one(CaptureBar)
    entries = getters.query_one(Entries)
    notice = getters.query_one(Notice)
    reading_line = getters.query_one(Reading)

    def __init__(self, desk: Desk, language: Language) -> None:
        super().__init__()
        self.desk = desk
        self._language = language
        self._keeper = Keeper(desk)
        self._draft_timer: Timer | None = None
        self.set_reactive(Live.session, desk.session)
        self.set_reactive(Live.now, desk.clock())

    def compose(self) -> ComposeResult:
        language = self._language
        yield LiveHeader(language).data_bind(Live.session, Live.now)
        yield AgendaStrip().data_bind(Live.session)
        yield Prompt(language).data_bind(Live.session)
        with Horizontal(id="table"):
            yield Entries(language).data_bind(Live.session)
            with Vertical(id="side"):
                yield AgendaPanel(language).data_bind(Live.session)
                yield PartyPanel(language).data_bind(Live.session)
        yield Notice()
        with Horizontal(id="capture"):
            yield Default(language).data_bind(Live.session)
            yield CaptureBar()
        yield Reading(language)
        yield Keys(Place.LIVE, language)

    def on_mount(self) -> None:
        self.bar.focus()
        if self._keeper.draft:
            self._give_back(self._keeper.draft, len(self._keeper.draft))
            self._say(Message("This is what you were typing when the app closed."))
        self.set_interval(_TICK, self.tick)

    def on_resize(self) -> None:
        self.call_after_refresh(self.read_line)

    # What is typed

    @on(CaptureBar.Changed)
    def follow_typing(self) -> None:
        self._keep_draft_soon()
        if not self.bar.is_asking and self.bar.value:
            self.notice.said = ""
        self.read_line()

    def read_line(self) -> None:
        """Say what the line in the bar is understood to mean."""
        if not self.bar.value.strip():
            self.reading_line.clear()
            self.notice.hint = ""
            return
        read = self.desk.read(self.bar.value)
        column = self.bar.column_of(read.position) if isinstance(read, Problem) else 0
        self.reading_line.show(read, self.desk.session, column)
        self.notice.hint = " ".join(hints(read, self._language))

    @on(CaptureBar.Entered)
    def record(self, event: CaptureBar.Entered) -> None:
        self.notice.is_asking = False
        if len(event.lines) > 1:
            self.record_all(event.lines)
            return
        done = self.desk.enter(event.lines[0])
        match done:
            case Problem():
                self._give_back(event.lines[0], done.position)
            case Command():
                self._run_command(done)
            case Made(change=change):
                self._show_made(change)
        self.keep_draft()

    @work
    async def record_all(self, lines: tuple[str, ...]) -> None:
        """Record pasted lines one by one, so that the screen stays alive; what is refused stays at hand."""
        refused = []
        for number, line in enumerate(lines, 1):
            if not isinstance(self.desk.enter(line), Made):
                refused.append(line)
            self._show_session()
            self._say(Message("{done} of {count} lines", done=number, count=len(lines)))
            await asyncio.sleep(0)
        self._tell_recorded(len(lines), refused)
        self.keep_draft()

    @on(CaptureBar.Pasted)
    def ask_about_paste(self, event: CaptureBar.Pasted) -> None:
        self._keep_draft_soon()
        self._say(Message("Record {count} lines? Enter records them, Esc does not.", count=event.count))
        self.notice.is_asking = True

    @on(CaptureBar.PutAside)
    def tell_put_aside(self) -> None:
        self.notice.is_asking = False
        self._say(Message("Nothing was recorded; the arrow up brings the lines back one by one."))

    def on_key(self, event: events.Key) -> None:
        """A letter is text, wherever the focus is: a sentence never fires commands."""
        if event.is_printable and event.character and not self.bar.has_focus:
            event.stop()
            self.bar.focus()
            self.bar.insert_text_at_cursor(event.character)

    def on_paste(self, event: events.Paste) -> None:
        event.stop()
        self.bar.focus()
        self.bar.take(event.text)

    # What can be done

    @on(Agenda.Chosen)
    def go_to_item(self, event: Agenda.Chosen) -> None:
        self._make(GoToItem(at=self.desk.clock(), item=event.item))

    @on(PartyPanel.Chosen)
    def give_turn(self, event: PartyPanel.Chosen) -> None:
        self._make(GiveTurn(at=self.desk.clock(), party=event.party))

    def action_capture(self) -> None:
        self.bar.focus()

    def action_pane(self) -> None:
        (self.entries if self.bar.has_focus else self.bar).focus()

    def action_turn(self) -> None:
        party = forms.next_turn(self.desk.session)
        if party is None:
            self._say(Message("There are no parties at this table yet."))
        else:
            self._make(GiveTurn(at=self.desk.clock(), party=party.id))

    def action_next_item(self) -> None:
        self._go(1, Message("This is the last agenda item."))

    def action_previous_item(self) -> None:
        self._go(-1, Message("This is the first agenda item."))

    def action_undo(self) -> None:
        if not self.bar.undo_typing():
            self._take_back(self.desk.undo, lambda what: Message("Undone: {what}", what=what))

    def action_redo(self) -> None:
        if not self.bar.redo_typing():
            self._take_back(self.desk.redo, lambda what: Message("Done again: {what}", what=what))

    def action_home(self) -> None:
        self.keep_draft()
        self.post_message(self.Left())

    def action_saved(self) -> None:
        self.desk.retry()
        self._show_session()
        if self.desk.trouble is None:
            self._say(Message("Everything is saved, in {file}.", file=self.desk.path.name))

    # What the disk and others do

    def tick(self) -> None:
        """Every second: the clock, what others wrote, and what waits to be saved."""
        self.now = self.desk.clock()
        self._keeper.look()
        self._show_session()
        for each in self._keeper.news():
            self._say(each)

    def put_away(self) -> None:
        self.keep_draft()

    def keep_draft(self) -> None:
        """Keep what is typed and not entered."""
        if self._draft_timer is not None:
            self._draft_timer.stop()
            self._draft_timer = None
        self._keeper.keep_draft(self.bar.unsaved)

    def _keep_draft_soon(self) -> None:
        """Not at every key: writing takes longer than drawing one."""
        if self._draft_timer is None:
            self._draft_timer = self.set_timer(_DRAFT_AFTER, self.keep_draft)

    def _tell_recorded(self, count: int, refused: list[str]) -> None:
        if not refused:
            self._say(Message("{count} lines recorded.", count=count))
            return
        first, *others = refused
        self.bar.put_aside(*others)
        read = self.desk.read(first)
        self._give_back(first, read.position if isinstance(read, Problem) else len(first))
        self._say(
            Message(
                "{done} recorded, {left} not: they wait in the bar and under the arrow up.",
                done=count - len(refused),
                left=len(refused),
            )
        )

    def _give_back(self, line: str, position: int) -> None:
        self.bar.give_back(line, position)
        self.read_line()

    def _run_command(self, command: Command) -> None:
        elsewhere = _ON_THE_COMMAND_LINE.get(command.name)
        if elsewhere is not None:
            self._say(elsewhere)
        else:
            self.post_message(Keys.Asked(verb(command.name)))

    def _make(self, change: Change) -> None:
        try:
            self.desk.make(change)
        except Refused as refused:
            self._say(refused.message)
            return
        self._show_made(change)

    def _go(self, distance: int, none: Message) -> None:
        now = self.desk.clock()
        item = neighbour(Context(self.desk.session, now), distance)
        if item is None:
            self._say(none if self.desk.session.agenda else Message("This meeting has no agenda yet."))
        else:
            self._make(GoToItem(at=now, item=item.id))

    def _take_back(self, step: Callable[[], Change], words: Callable[[str], Message]) -> None:
        self.bar.forget_typing()
        try:
            change = step()
        except Refused as refused:
            self._say(refused.message)
            return
        self._show_session()
        self._say(words(told(change, self.desk.session, self._language)))

    def _show_made(self, change: Change) -> None:
        """Show the session; a new entry speaks for itself, another change is told."""
        self._show_session()
        if isinstance(change, AddEntry):
            self.notice.said = " ".join(hints(change, self._language))
        else:
            self.notice.said = told(change, self.desk.session, self._language)

    def _show_session(self) -> None:
        self.session = self.desk.session
        alarm = self._keeper.alarm()
        self.notice.alarm = say(alarm, self._language) if alarm else ""

    def _say(self, message: Message) -> None:
        self.notice.said = say(message, self._language)
