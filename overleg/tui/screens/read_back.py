"""Reading back: what was just decided or promised, so large that the table can put it right."""

from collections.abc import Iterator

from textual import getters
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Label, Static

from overleg.desk.workbench import Desk
from overleg.documents.aloud import Said, binding, conditions, heading, lacking, particulars
from overleg.domain.choices import Language, Sensitivity
from overleg.domain.model import AnyEntry, Session
from overleg.errors import Message
from overleg.locale import say
from overleg.tui.keyed import KeyedApp
from overleg.tui.screens.at_desk import AtDesk
from overleg.tui.verbs import Place, bindings, verb
from overleg.tui.widgets.entry_cells import masked
from overleg.tui.widgets.footer import Keys
from overleg.tui.widgets.notice import Notice


class ReadBack(AtDesk):
    """One decision, promise, agreement or action at a time; at first the last, or the one with that number.

    What is confidential is masked until it is asked for, and again at the next one.
    """

    PLACE = Place.READBACK
    BINDINGS = bindings(Place.READBACK)

    DEFAULT_CSS = """
    ReadBack #room { height: 1fr; align: center middle; }
    ReadBack #aloud { width: 60; max-width: 90%; height: auto; }
    ReadBack #aloud > Static { height: auto; margin-bottom: 1; }
    ReadBack .said { height: auto; margin-bottom: 1; }
    ReadBack .said Static { width: 1fr; height: auto; }
    ReadBack .said Label { width: 16; max-width: 40%; }
    ReadBack.-short #aloud > Static, ReadBack.-short .said, ReadBack.-low #aloud > Static,
    ReadBack.-low .said { margin-bottom: 0; }
    """

    app = getters.app(KeyedApp)
    page = getters.query_one("#aloud", Vertical)

    def __init__(self, desk: Desk, language: Language, ref: str | None = None) -> None:
        super().__init__(desk, language)
        self._ref = ref or ""
        self._is_revealed = False

    def compose(self) -> ComposeResult:
        yield Static(id="heading", classes="title")
        with VerticalScroll(id="room"):
            yield Vertical(id="aloud")
        yield Notice()
        yield Keys(Place.READBACK, self.language)

    def on_mount(self) -> None:
        self.call_next(self._draw)

    async def watch_session(self, before: Session | None, session: Session | None) -> None:
        if self.is_mounted and before is not session:
            await self._draw()

    async def action_earlier(self) -> None:
        await self._walk(-1)

    async def action_later(self) -> None:
        await self._walk(1)

    async def action_reveal(self) -> None:
        self._is_revealed = not self._is_revealed
        await self._draw()

    def action_correct(self) -> None:
        if self._entry is not None:
            self.edit(self._entry.ref)

    @property
    def _entry(self) -> AnyEntry | None:
        """What is read now: the one that was walked to, or else the last."""
        found = binding(self.desk.session)
        asked = self.desk.session.entry(self._ref)
        return asked or (found[-1] if found else None)

    async def _walk(self, distance: int) -> None:
        refs = [entry.ref for entry in binding(self.desk.session)]
        entry = self._entry
        if entry is None or not refs:
            return
        place = refs.index(entry.ref) + distance if entry.ref in refs else len(refs) - 1
        if not 0 <= place < len(refs):
            first, last = Message("This is the first one."), Message("This is the last one.")
            self.tell(first if place < 0 else last)
            return
        self._ref, self._is_revealed = refs[place], False
        self.notice.said = ""
        await self._draw()

    async def _draw(self) -> None:
        entry = self._entry
        await self.page.remove_children()
        await self.page.mount_all(self._lines(entry) if entry else [Static(Content(self._nothing()))])
        self.query_one("#heading", Static).update(Content(self._title(entry)))

    def _lines(self, entry: AnyEntry) -> Iterator[Static | Horizontal]:
        session, language = self.desk.session, self.language
        is_masked = entry.sensitivity is not Sensitivity.NONE and not self._is_revealed
        yield Static(Content(heading(entry, language)), classes="kind")
        yield Static(
            Content(masked(entry.sensitivity, language) if is_masked else entry.text), classes="text"
        )
        said = particulars(entry, session, language)
        for each in said if is_masked else said + conditions(entry, session, language):
            yield _row(each)
        if words := lacking(entry, language):
            yield Static(Content(words), classes="lacking")
        if is_masked:
            yield Static(Content(self._how_to_reveal()), classes="hint")

    def _title(self, entry: AnyEntry | None) -> str:
        title = say(Message("Read back"), self.language)
        refs = [each.ref for each in binding(self.desk.session)]
        if entry is None or entry.ref not in refs:
            return title
        return f"{title} · {refs.index(entry.ref) + 1}/{len(refs)}"

    def _nothing(self) -> str:
        return say(Message("Nothing was decided or promised yet."), self.language)

    def _how_to_reveal(self) -> str:
        key = self.app.keymap.names_at(verb("reveal"), Place.READBACK)[-1]
        return say(Message("{key} shows it to the whole table.", key=key), self.language)


def _row(said: Said) -> Horizontal:
    return Horizontal(Label(Content(said.label)), Static(Content(said.words)), classes="said")
