"""The meeting on the table: type a line, see it understood, see it stand."""

import asyncio

from textual import events, getters, on, work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.timer import Timer

from overleg.desk.workbench import Desk, Made
from overleg.domain.capture import Command, Problem
from overleg.domain.choices import Language
from overleg.errors import Message
from overleg.locale import say
from overleg.tui.keeping import Draft
from overleg.tui.screens.at_desk import AtDesk
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

_DRAFT_AFTER = 0.5

_ON_THE_COMMAND_LINE = {
    "search": Message("There is no search in the app; overleg show lists everything that was recorded."),
    "documents": Message("Documents are made on the command line: overleg export . minutes"),
}


class Live(AtDesk):
    """The live screen."""

    PLACE = Place.LIVE
    BINDINGS = bindings(Place.LIVE)

    bar = getters.query_one(CaptureBar)
    entries = getters.query_one(Entries)
    reading_line = getters.query_one(Reading)

    def __init__(self, desk: Desk, language: Language) -> None:
        super().__init__(desk, language)
        self._draft = Draft(desk)
        self._draft_timer: Timer | None = None
        self._to_record: list[str] = []

    def compose(self) -> ComposeResult:
        language = self.language
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
        if self._draft.text:
            self._give_back(self._draft.text)
            self.tell(Message("This is what you were typing when the app closed."))
        self.call_after_refresh(self.sit_down)

    def on_unmount(self) -> None:
        self.desk.get_up()

    @work(thread=True, exclusive=True, group="desk")
    def sit_down(self) -> None:
        self.desk.sit_down()

    def on_resize(self) -> None:
        self.call_after_refresh(self.read_line)

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
        self.notice.hint = self.chair.advice(read)

    @on(CaptureBar.Entered)
    def record(self, event: CaptureBar.Entered) -> None:
        self.notice.is_asking = False
        if len(event.lines) > 1:
            self._to_record += event.lines
            self.record_all()
            return
        match self.desk.enter(event.lines[0]):
            case Problem():
                self._give_back(event.lines[0])
            case Command() as command:
                self._run_command(command)
            case Made(change=change):
                self.show(self.chair.made(change))
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

    @on(Agenda.Chosen)
    def go_to_item(self, event: Agenda.Chosen) -> None:
        self.show(self.chair.go_to(event.item))

    @on(PartyPanel.Chosen)
    def give_turn(self, event: PartyPanel.Chosen) -> None:
        self.show(self.chair.give_turn(event.party))

    def action_capture(self) -> None:
        self.bar.focus()

    def action_pane(self) -> None:
        (self.entries if self.bar.has_focus else self.bar).focus()

    def action_turn(self) -> None:
        self.show(self.chair.give_next_turn())

    def action_next_item(self) -> None:
        self.show(self.chair.go_on())

    def action_previous_item(self) -> None:
        self.show(self.chair.go_back())

    def action_undo(self) -> None:
        if not self.bar.undo_typing():
            self.bar.forget_typing()
            self.show(self.chair.undo())

    def action_redo(self) -> None:
        if not self.bar.redo_typing():
            self.bar.forget_typing()
            self.show(self.chair.redo())

    def action_home(self) -> None:
        self.put_away()
        self.post_message(self.Left())

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
        self._give_back(first)
        self.tell(
            Message(
                "{done} recorded, {left} not: they wait in the bar and under the arrow up.",
                done=count - len(refused),
                left=len(refused),
            )
        )

    def _give_back(self, line: str) -> None:
        """Put a line in the bar again; where its problem stands is shown below it."""
        self.bar.give_back(line)
        self.read_line()

    def _run_command(self, command: Command) -> None:
        elsewhere = _ON_THE_COMMAND_LINE.get(command.name)
        if elsewhere is not None:
            self.tell(elsewhere)
        else:
            self.post_message(Keys.Asked(verb(command.name)))
