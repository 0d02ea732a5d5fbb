"""Help for one screen: its keys, and on the live screen the language of the capture bar."""

from collections.abc import Iterable, Iterator

from rich.table import Table
from rich.text import Text
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from overleg.domain.choices import Language
from overleg.domain.kinds import KINDS
from overleg.errors import Message
from overleg.locale import catalogue, say
from overleg.tui.screens.placed import Placed
from overleg.tui.verbs import Place, bindings, key_name, verbs_at
from overleg.tui.widgets.footer import Keys

_EXAMPLES = (
    (
        "a GEM/Ruud: stuurt begroting rond, uiterlijk vrijdag",
        Message("an action, with a person and a date"),
    ),
    (
        "v WIJ>ZOR: een vaste achterwacht &achterwacht",
        Message("what one party expects of another, and the task"),
    ),
    ("=V-001 ja: vanaf april", Message("the answer; also nee, bespreken, vaag")),
    ("+B-001 GEM ZOR WIJ", Message("who agrees; ?B-001 HUU: text for an objection")),
    ("*A-001 klaar", Message("another state; also bezig, vervallen, ingetrokken")),
    (
        "k ZOR: [geld5] Huurcontract loopt door !fin",
        Message("sensitive: it is masked and stays out of open minutes"),
    ),
    ("/stap 4   /beurt ZOR   /volgende 11-2 19:30", Message("the agenda, the floor, the next meeting")),
    ("/aanwezig NAAM   /pauze   /hervat   /sluit", Message("who is here, a break, the end")),
)
_GRAMMAR = Message("Enter always saves. Start with a letter for the kind, then who, then what is said:")
_KINDS_ON_A_LINE = 4


class Help(Placed[None]):
    """Explains a place; goes back on Esc, F1 or a click in the footer."""

    PLACE = Place.HELP
    BINDINGS = bindings(Place.HELP)

    def __init__(self, place: Place, language: Language, typed_language: Language) -> None:
        """`typed_language` is that of the session, whose letters the capture bar understands."""
        super().__init__()
        self._place = place
        self._language = language
        self._typed_language = typed_language

    def compose(self) -> ComposeResult:
        _ = catalogue(self._language).gettext
        yield Static(Content(_("Help")), classes="title")
        with VerticalScroll():
            yield Static(_table(_verbs(self._place, self._language)))
            if self._place is Place.LIVE:
                yield Static(Content(_("One line for each thing said")), classes="subtitle")
                yield Static(Content(say(_GRAMMAR, self._language)))
                yield Static(_table(_kinds(self._typed_language)))
                yield from (Static(_example(*each, self._language)) for each in _EXAMPLES)
        yield Keys(Place.HELP, self._language)

    def action_close(self) -> None:
        self.dismiss(None)


def _example(line: str, meaning: Message, language: Language) -> Content:
    return Content.styled(line, "bold") + Content(f"\n   {say(meaning, language)}")


def _table(rows: Iterable[tuple[str, ...]]) -> Table:
    """Cells that wrap within their column, the first of a row in bold."""
    table = Table.grid(padding=(0, 2))
    for first, *others in rows:
        table.add_row(Text(first, style="bold", no_wrap=True), *map(Text, others))
    return table


def _verbs(place: Place, language: Language) -> Iterator[tuple[str, ...]]:
    for verb in verbs_at(place):
        keys = " ".join(key_name(key) for key in verb.keys_at(place))
        command = f"  {say(verb.command, language)}" if verb.command else ""
        yield keys, say(verb.label, language), say(verb.tooltip, language) + command


def _kinds(language: Language) -> Iterator[tuple[str, ...]]:
    """Letters and kinds, a few on a line."""
    kinds = [(row.letters[language], row.words[language]) for row in KINDS.values()]
    for start in range(0, len(kinds), _KINDS_ON_A_LINE):
        yield tuple(text for pair in kinds[start : start + _KINDS_ON_A_LINE] for text in pair)
