"""Help for one screen: what it is for, its keys, and on the live screen the language of the capture bar."""

from collections.abc import Iterable, Iterator

from rich.table import Table
from rich.text import Text
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from overleg.domain.capture.commands import COMMANDS
from overleg.domain.choices import Language
from overleg.domain.kinds import KINDS
from overleg.errors import Message
from overleg.locale import catalogue, say
from overleg.tui.explained import EXAMPLES, GRAMMAR, OWN_KEYS, PURPOSES
from overleg.tui.screens.placed import Placed
from overleg.tui.verbs import Place, bindings, verbs_at
from overleg.tui.verbs.keymap import Keymap
from overleg.tui.widgets.footer import Keys

_KINDS_ON_A_LINE = 4


class Help(Placed[None]):
    """Explains a place; goes back on Esc, the key of help or a click in the footer."""

    PLACE = Place.HELP
    BINDINGS = bindings(Place.HELP)

    def __init__(self, place: Place, keymap: Keymap, language: Language, typed_language: Language) -> None:
        """`typed_language` is that of the session, whose letters the capture bar understands."""
        super().__init__()
        self._place = place
        self._keymap = keymap
        self._language = language
        self._typed_language = typed_language

    def compose(self) -> ComposeResult:
        _ = catalogue(self._language).gettext
        yield Static(Content(_("Help")), classes="title")
        with VerticalScroll():
            yield self._said(PURPOSES[self._place])
            yield Static(_table(self._verbs()))
            if self._place is Place.LIVE:
                yield from self._grammar()
            yield Static(Content(_("Keys of your own")), classes="subtitle")
            yield self._said(OWN_KEYS)
            yield Static(_table(self._names()))
        yield Keys(Place.HELP, self._language)

    def action_close(self) -> None:
        self.dismiss(None)

    def _grammar(self) -> ComposeResult:
        _ = catalogue(self._language).gettext
        yield Static(Content(_("One line for each thing said")), classes="subtitle")
        yield self._said(GRAMMAR)
        yield Static(_table(_kinds(self._typed_language)))
        yield from (Static(_example(*each, self._language)) for each in EXAMPLES)
        yield Static(Content(_("Commands")), classes="subtitle")
        yield Static(_table(_commands(self._language)))

    def _said(self, message: Message) -> Static:
        return Static(Content(say(message, self._language)))

    def _verbs(self) -> Iterator[tuple[str, ...]]:
        for verb in verbs_at(self._place):
            keys = " ".join(self._keymap.said_at(verb, self._place, self._language))
            command = f"  {say(verb.command, self._language)}" if verb.command else ""
            yield keys, say(verb.label, self._language), say(verb.tooltip, self._language) + command

    def _names(self) -> Iterator[tuple[str, ...]]:
        """What the settings call the verbs of the place."""
        for verb in verbs_at(self._place):
            yield verb.id, say(verb.label, self._language)


def _example(line: str, meaning: Message, language: Language) -> Content:
    return Content.styled(line, "bold") + Content(f"\n   {say(meaning, language)}")


def _table(rows: Iterable[tuple[str, ...]]) -> Table:
    """Cells that wrap within their column, the first of a row in bold."""
    table = Table.grid(padding=(0, 2))
    for first, *others in rows:
        table.add_row(Text(first, style="bold", no_wrap=True), *map(Text, others))
    return table


def _kinds(language: Language) -> Iterator[tuple[str, ...]]:
    """Letters and kinds, a few on a line."""
    kinds = [(row.letters[language], row.words[language]) for row in KINDS.values()]
    for start in range(0, len(kinds), _KINDS_ON_A_LINE):
        yield tuple(text for pair in kinds[start : start + _KINDS_ON_A_LINE] for text in pair)


def _commands(language: Language) -> Iterator[tuple[str, ...]]:
    for row in COMMANDS:
        yield f"/{row.names[language]}", say(row.meaning, language)
