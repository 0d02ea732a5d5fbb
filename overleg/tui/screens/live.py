"""The meeting on the table: type a line, see it understood, see it stand."""

from collections.abc import Callable, Mapping
from typing import ClassVar

from textual import events, getters, on, work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical

from overleg.desk.folders import Folders
from overleg.desk.workbench import Desk
from overleg.domain.capture import Command
from overleg.domain.changes import Change
from overleg.domain.choices import Language
from overleg.domain.entry_changes import AddEntry
from overleg.domain.filtering import Filter
from overleg.domain.meeting_changes import Close
from overleg.errors import Message
from overleg.tui.lookout import Lookout
from overleg.tui.screens.capturing import Capturing
from overleg.tui.screens.doors import Doors
from overleg.tui.verbs import Place, bindings, verb
from overleg.tui.widgets.agenda import Agenda, AgendaPanel, AgendaStrip
from overleg.tui.widgets.answer_band import AnswerBand
from overleg.tui.widgets.capture import CaptureBar
from overleg.tui.widgets.columns import PartyColumns
from overleg.tui.widgets.default import Default
from overleg.tui.widgets.entries import Entries
from overleg.tui.widgets.findings import Findings
from overleg.tui.widgets.footer import Keys
from overleg.tui.widgets.header import LiveHeader, Prompt
from overleg.tui.widgets.notice import Notice
from overleg.tui.widgets.one_line import OneLine
from overleg.tui.widgets.parties import PartyPanel
from overleg.tui.widgets.reading import Reading
from overleg.tui.widgets.round_strip import RoundStrip
from overleg.tui.widgets.small_matrix import SmallMatrix
from overleg.tui.widgets.time_box import AtTheEnd, TimeBox


class Live(Capturing):
    """The live screen."""

    PLACE = Place.LIVE
    BINDINGS = bindings(Place.LIVE)

    entries = getters.query_one(Entries)
    columns = getters.query_one(PartyColumns)
    findings = getters.query_one(Findings)
    band = getters.query_one(AnswerBand)
    goal = getters.query_one("#goal", OneLine)
    company = getters.query_one("#company", OneLine)
    selection = getters.query_one("#selection", OneLine)

    def __init__(
        self, desk: Desk, language: Language, folders: Folders, ref: str = "", said: str = ""
    ) -> None:
        """Somebody who looked for an entry comes to it by its `ref`, and is told what is `said`."""
        super().__init__(desk, language, folders)
        self._comes_to = ref, said
        self._lookout = Lookout(desk, language)

    def compose(self) -> ComposeResult:
        language = self.language
        yield LiveHeader(language).data_bind(Live.session, Live.now)
        yield OneLine(id="goal")
        yield AgendaStrip().data_bind(Live.session)
        yield RoundStrip(language).data_bind(Live.session)
        yield Prompt(language).data_bind(Live.session)
        with Horizontal(id="table"):
            yield Entries(language).data_bind(Live.session)
            yield PartyColumns(language).data_bind(Live.session)
            with Vertical(id="side"):
                yield AgendaPanel(language).data_bind(Live.session)
                yield PartyPanel(language).data_bind(Live.session, Live.now)
            with Vertical(id="third"):
                yield SmallMatrix(language).data_bind(Live.session)
        yield OneLine(id="selection")
        yield AnswerBand(language).data_bind(Live.session)
        yield TimeBox(language).data_bind(Live.session, Live.now)
        yield OneLine(id="company")
        yield Findings(language)
        yield Notice()
        with Horizontal(id="capture"):
            yield Default(language).data_bind(Live.session)
            yield CaptureBar()
        yield Reading(language)
        yield Keys(Place.LIVE, language)

    def on_mount(self) -> None:
        self.call_after_refresh(self.sit_down)
        self.call_after_refresh(self.arrive, *self._comes_to)

    def on_unmount(self) -> None:
        self.desk.get_up()

    @work(thread=True, exclusive=True, group="desk")
    def sit_down(self) -> None:
        self.desk.sit_down()

    def tick(self) -> None:
        super().tick()
        self._lookout.look()
        self.findings.found = self._lookout.found
        self.goal.words = self._lookout.goal
        self.company.words = self._lookout.company()

    def run_command(self, command: Command) -> None:
        asked = self._WITH_ARGUMENT.get(command.name)
        if command.argument and asked is not None:
            asked(self, command.argument)
        else:
            self.post_message(Keys.Asked(verb(command.name), self))

    def after(self, change: Change) -> None:
        """What was just said is never hidden by what was looked for before; the end has a page of its own."""
        if isinstance(change, AddEntry) and not self.entries.chosen.fits(self.desk.session.entries[-1]):
            self.select(Filter())
        if isinstance(change, AddEntry) and self.columns.leaves_out(self.desk.session.entries[-1]):
            self.show(self.chair.told(change))
        if isinstance(change, Close):
            self.action_closing()

    def arrive(self, ref: str, said: str) -> None:
        """Mark an entry in the list, whatever part of it was shown, and say where this is."""
        if not ref:
            return
        if self.columns.display:
            self.action_columns()
        self.select(Filter())
        self.entries.mark(ref)
        self.entries.focus()
        if said:
            self.show(said)

    def select(self, chosen: Filter) -> None:
        """Show only the entries that fit, and say so as long as it lasts."""
        self.entries.chosen = chosen
        self.selection.words = self.chair.selection(chosen)

    @on(Agenda.Chosen)
    def go_to_item(self, event: Agenda.Chosen) -> None:
        self.show(self.chair.go_to(event.item))

    @on(PartyPanel.Chosen)
    def give_turn(self, event: PartyPanel.Chosen) -> None:
        self.show(self.chair.give_turn(event.party))

    @on(AnswerBand.Answered)
    def record_answer(self, event: AnswerBand.Answered) -> None:
        self.record_line(event.line)

    @on(AnswerBand.Left)
    def action_capture(self) -> None:
        self.bar.focus()

    @on(TimeBox.Chosen)
    def end_box(self, event: TimeBox.Chosen) -> None:
        match event.choice:
            case AtTheEnd.GO_ON:
                self.action_next_item()
            case AtTheEnd.MORE:
                self.action_extend()
            case AtTheEnd.PARK:
                self.action_park()
        self.bar.focus()

    @on(Findings.Chosen)
    def put_finding_away(self, event: Findings.Chosen) -> None:
        self.silence(event.finding.check, event.finding.subject)

    @on(Entries.Opened)
    def open_entry(self, event: Entries.Opened) -> None:
        self.edit(event.ref)

    def silence(self, check: str, subject: str, reason: str = "") -> None:
        """Put a finding away; undo brings it back."""
        from overleg.domain.silencing import Silence

        self.do(Silence(at=self.desk.clock(), check=check, subject=subject, reason=reason))
        self._lookout.look()
        self.findings.found = self._lookout.found

    def on_key(self, event: events.Key) -> None:
        """From an empty line Tab goes to what waits for an answer."""
        is_empty = self.bar.has_focus and not self.bar.value.strip()
        if event.key == "tab" and is_empty and self.band.is_waiting:
            event.stop().prevent_default()
            self.band.focus()

    def action_answer(self) -> None:
        if self.band.is_waiting:
            self.band.focus()
        else:
            self.tell(Message("Nothing waits for an answer in this agenda item."))

    def action_pane(self) -> None:
        """From the line to the list and back; what was looked for is given up first."""
        if self.entries.chosen.is_on:
            self.select(Filter())
        elif self.bar.has_focus:
            (self.columns if self.columns.display else self.entries).focus()
        else:
            self.bar.focus()

    def action_turn(self) -> None:
        self.show(self.chair.give_next_turn())

    def action_next_item(self) -> None:
        self.show(self.chair.go_on())

    def action_previous_item(self) -> None:
        self.show(self.chair.go_back())

    def action_extend(self) -> None:
        self.show(self.chair.extend())

    def action_park(self) -> None:
        self.show(self.chair.park())

    def action_undo(self) -> None:
        if not self.bar.undo_typing():
            self.bar.forget_typing()
            super().action_undo()

    def action_redo(self) -> None:
        if not self.bar.redo_typing():
            self.bar.forget_typing()
            super().action_redo()

    def action_columns(self) -> None:
        """The entries as a list, or what each party said in the running item side by side."""
        self.columns.display = not self.columns.display
        self.entries.display = not self.columns.display
        self.bar.focus()

    def action_presentation(self) -> None:
        """Large and calm, and back; what was uncovered is masked again."""
        self.entries.is_spacious = not self.entries.is_spacious
        self.entries.revealed = frozenset()
        self.set_class(self.entries.is_spacious, "-presentation")

    def action_reveal(self) -> None:
        """Show the text of the confidential entry that is marked, else of the last one, or mask it again."""
        self.reveal(self.entries.marked_ref or self.chair.last_confidential())

    def reveal(self, ref: str) -> None:
        self.entries.revealed = self.entries.revealed ^ {self.chair.in_mind(ref)}

    def action_confidential(self) -> None:
        """Mark what is being typed as confidential, else the entry that is marked or was recorded last."""
        if self.bar.value.strip():
            self.bar.toggle_end(" !v")
        else:
            self.make_confidential(self.entries.marked_ref or "")

    def make_confidential(self, ref: str) -> None:
        self.show(self.chair.toggle_confidential(self.chair.in_mind(ref)))

    def action_quiet(self) -> None:
        self.quiet("")

    def quiet(self, reason: str) -> None:
        """Put the first finding away."""
        if self.findings.found:
            first = self.findings.found[0]
            self.silence(first.check, first.subject, reason)

    def action_search(self) -> None:
        self.ask_filter()

    @work
    async def ask_filter(self) -> None:
        from overleg.tui.screens.filter import Everywhere, FilterDialog

        dialog = FilterDialog(self.desk.session, self.entries.chosen, self.language)
        chosen = await self.app.push_screen_wait(dialog)
        if isinstance(chosen, Everywhere):
            self.search_everywhere(chosen.typed)
        elif chosen is not None:
            self.select(chosen)

    def ref_in_mind(self) -> str:
        return self.entries.marked_ref or super().ref_in_mind()

    def edit_typed(self, typed: str) -> None:
        self.edit(self.chair.in_mind(typed))

    def search_for(self, words: str) -> None:
        self.select(Filter(words=words))

    _WITH_ARGUMENT: ClassVar[Mapping[str, Callable[["Live", str], object]]] = {
        "search": search_for,
        "search_all": Doors.search_everywhere,
        "past": Doors.show_past,
        "edit": edit_typed,
        "round": Doors.go_round,
        "confidential": make_confidential,
        "reveal": reveal,
        "quiet": quiet,
    }
    """What is done with what was typed after a command."""
