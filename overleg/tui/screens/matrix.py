"""Who asks what of whom: walk through the matrix, read, add and answer."""

from textual import events, getters, on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from overleg.desk.workbench import Made
from overleg.domain.capture import Command
from overleg.domain.capture.references import ANSWERS
from overleg.domain.choices import AnswerValue, Kind, Language
from overleg.domain.kinds import KINDS
from overleg.domain.model import Expectation
from overleg.errors import Message
from overleg.locale import catalogue, say
from overleg.tui.cells import cut
from overleg.tui.keyed import KeyedApp
from overleg.tui.screens.at_desk import AtDesk
from overleg.tui.verbs import Place, bindings, verb
from overleg.tui.widgets.capture import CaptureBar
from overleg.tui.widgets.exchange_texts import ExchangeTexts
from overleg.tui.widgets.footer import Keys
from overleg.tui.widgets.line import LineBelow
from overleg.tui.widgets.matrix_cells import legend
from overleg.tui.widgets.matrix_grid import MatrixGrid
from overleg.tui.widgets.notice import Notice

_ANSWERS = ("accept", "decline", "discuss", "rephrase")
_ANSWERS_TO_AN_OFFER = _ANSWERS[:2]


class Matrix(AtDesk):
    """The matrix above, the texts of its marked cell below.

    Everything is recorded by a line as in the capture bar: it opens with its beginning, and Enter
    records it.
    """

    PLACE = Place.MATRIX
    BINDINGS = bindings(Place.MATRIX)

    app = getters.app(KeyedApp)
    grid = getters.query_one(MatrixGrid)
    texts = getters.query_one(ExchangeTexts)
    line = getters.query_one(LineBelow)

    def compose(self) -> ComposeResult:
        _ = catalogue(self.language).gettext
        yield Static(Content(_("Who asks what of whom")), classes="title")
        yield MatrixGrid(self.language).data_bind(Matrix.session)
        yield Static(id="legend")
        yield Static(id="pair")
        yield ExchangeTexts(self.language)
        yield Notice()
        yield LineBelow(self.language)
        yield Keys(Place.MATRIX, self.language)

    def on_mount(self) -> None:
        self.grid.focus()

    def on_resize(self) -> None:
        self.call_after_refresh(self.show_cell)

    @on(MatrixGrid.Moved)
    def show_cell(self) -> None:
        """Show what is in the marked cell, in full."""
        self.texts.show(self.grid.exchange)
        self.query_one("#pair", Static).update(Content(self._pair_words()))
        self.query_one("#legend", Static).update(Content(self._legend()))
        self.hint()

    @on(ExchangeTexts.Marked)
    def hint(self) -> None:
        """Name the keys with which what is marked can be answered."""
        chosen = self.texts.chosen
        ids = () if chosen is None else _ANSWERS if isinstance(chosen, Expectation) else _ANSWERS_TO_AN_OFFER
        keys = [f"{self._key(id)} {say(verb(id).label, self.language)}" for id in ids]
        self.notice.hint = f"{chosen.ref}   {'   '.join(keys)}" if chosen else ""

    @on(CaptureBar.Changed)
    def read_line(self) -> None:
        line = self.line.bar.value
        if not line.strip():
            self.line.reading.clear()
            return
        self.notice.said = ""
        self.line.show(self.desk.read(line), self.desk.session)

    @on(CaptureBar.Entered)
    def record(self, event: CaptureBar.Entered) -> None:
        self.notice.is_asking = False
        lines = self.line.completed(event.lines)
        done = [self.desk.enter(line) for line in lines]
        self.show(" ".join(self.chair.made(each.change) for each in done if isinstance(each, Made)))
        refused = [line for line, each in zip(lines, done, strict=True) if not isinstance(each, Made)]
        if refused:
            self.line.give_back(*refused)
            self.read_line()
        else:
            self._close_line()
        if any(isinstance(each, Command) for each in done):
            self.tell(Message("Commands are typed in the meeting itself; Esc goes back to it."))

    @on(CaptureBar.Pasted)
    def ask_about_paste(self, event: CaptureBar.Pasted) -> None:
        self.tell(Message("Record {count} lines? Enter records them, Esc does not.", count=event.count))
        self.notice.is_asking = True

    @on(CaptureBar.PutAside)
    def tell_put_aside(self) -> None:
        self.notice.is_asking = False
        self.tell(Message("Nothing was recorded; the arrow up brings the lines back one by one."))

    def on_paste(self, event: events.Paste) -> None:
        """Outside of the line a paste would be taken for a row of commands."""
        event.stop()
        self.tell(Message("What you paste belongs on a line: open one first, and paste it there."))

    def action_look(self) -> None:
        self.texts.focus()

    def action_ask(self) -> None:
        self._begin(Kind.EXPECTATION)

    def action_offer(self) -> None:
        self._begin(Kind.OFFER)

    def action_accept(self) -> None:
        self._answer(AnswerValue.ACCEPT)

    def action_decline(self) -> None:
        self._answer(AnswerValue.DECLINE)

    def action_discuss(self) -> None:
        self._answer(AnswerValue.DISCUSS)

    def action_rephrase(self) -> None:
        self._answer(AnswerValue.REPHRASE)

    def action_swap(self) -> None:
        self.grid.swapped = not self.grid.swapped

    def action_undo(self) -> None:
        if not (self.line.is_open and self.line.bar.undo_typing()):
            super().action_undo()

    def action_redo(self) -> None:
        if not (self.line.is_open and self.line.bar.redo_typing()):
            super().action_redo()

    def action_close(self) -> None:
        """One step back: from the line, from the texts, from the matrix."""
        if self.line.is_open:
            self._close_line()
        elif self.texts.has_focus:
            self.grid.focus()
        else:
            self.dismiss(None)

    def put_away(self) -> None:
        """Keep what is typed and not recorded with what waits in the meeting itself."""
        if self.line.unsaved:
            self.desk.keep_draft("\n".join(filter(None, (self.desk.draft(), self.line.unsaved))))

    def _begin(self, kind: Kind) -> None:
        """Open the line with who says what sort of thing to whom."""
        pair = self.grid.pair
        if pair is None or pair[0] is pair[1]:
            self.tell(Message("Mark a cell where two different parties meet."))
            return
        letter = KINDS[kind].letters[self.desk.session.language]
        self.line.begin(f"{letter} {pair[0].code}>{pair[1].code}: ", needs_more=True)

    def _answer(self, value: AnswerValue) -> None:
        """Open the line with the answer, to which words may be added."""
        chosen = self.texts.chosen
        if chosen is None:
            self.tell(Message("There is nothing to answer in this cell."))
            return
        word = ANSWERS[value][self.desk.session.language]
        self.line.begin(f"={chosen.ref} {word}: ", needs_more=False)

    def _close_line(self) -> None:
        self.line.close()
        self.set_focus(self.grid)

    def _pair_words(self) -> str:
        pair = self.grid.pair
        if pair is None or pair[0] is pair[1]:
            return ""
        words = Message("{party} asks and offers {other}:", party=pair[0].name, other=pair[1].name)
        return cut(say(words, self.language), max(self.size.width - 2, 0))

    def _legend(self) -> str:
        plan = self.grid.plan
        if plan is None:
            return say(Message("There are no parties at this table yet."), self.language)
        return cut(legend(self.language, brief=plan.brief), max(self.size.width - 2, 0))

    def _key(self, id: str) -> str:
        """The key of a verb, the letter of the language where it has one for each."""
        names = self.app.keymap.names_at(verb(id), Place.MATRIX)
        return names[-1] if self.language is Language.EN else names[0]
