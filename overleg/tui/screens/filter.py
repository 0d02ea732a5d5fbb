"""Which of the entries are shown: those with certain words, of one party, one kind, one agenda item."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, TypeVar

from textual import getters, on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Label, Static

from overleg.domain.choices import Kind, Language
from overleg.domain.filtering import Filter, filtered
from overleg.domain.kinds import KINDS
from overleg.domain.model import Session
from overleg.domain.words import Words
from overleg.locale import catalogue
from overleg.tui.screens.placed import Placed
from overleg.tui.verbs import Place, bindings
from overleg.tui.widgets.choice import Choice
from overleg.tui.widgets.fields import Field
from overleg.tui.widgets.footer import Keys

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Everywhere:
    """It is looked for in all meetings; `typed` is what there is to look for."""

    typed: str


class FilterDialog(ModalScreen[Filter | Everywhere | None], Placed[Filter | Everywhere | None]):
    """Asks what is looked for, and returns it; None leaves things as they were."""

    PLACE = Place.FILTER
    BINDINGS = bindings(Place.FILTER)

    DEFAULT_CSS = """
    FilterDialog { align: center middle; }
    FilterDialog .row { height: 1; }
    FilterDialog Label { width: 14; }
    FilterDialog Field, FilterDialog Choice { width: 1fr; }
    """

    words = getters.query_one(Field)

    def __init__(self, session: Session, chosen: Filter, language: Language) -> None:
        super().__init__()
        self._session = session
        self._chosen = chosen
        self._language = language

    def compose(self) -> ComposeResult:
        _ = catalogue(self._language).gettext
        session, chosen = self._session, self._chosen
        everything = _("all")
        parties = [(party.name, party.id) for party in session.parties]
        kinds = [(row.plural[self._language], kind) for kind, row in KINDS.items()]
        items = [(f"{n} {item.title}", item.id) for n, item in enumerate(session.agenda, start=1)]
        with Vertical(classes="dialog"):
            yield Static(Content(_("Show only")), classes="subtitle")
            with Horizontal(classes="row"):
                yield Label(Content(_("With the words")))
                yield Field(chosen.words)
            yield from _row(_("Party"), _choice(parties, chosen.party, everything, "party"))
            yield from _row(_("Kind"), _choice(kinds, chosen.kind, everything, "kind"))
            yield from _row(_("Agenda item"), _choice(items, chosen.item, everything, "item"))
            yield Static(id="count")
            yield Keys(Place.FILTER, self._language)

    def on_mount(self) -> None:
        self.count()

    @on(Input.Changed)
    @on(Choice.Changed)
    def count(self) -> None:
        """How many entries fit, while it is being chosen."""
        n = len(filtered(self._session.entries, self.filter))
        text = catalogue(self._language).ngettext("{n} entry fits.", "{n} entries fit.", n)
        self.query_one("#count", Static).update(Content(text.format(n=n)))

    @on(Input.Submitted)
    def action_show(self) -> None:
        self.dismiss(self.filter)

    def action_show_all(self) -> None:
        self.dismiss(Filter())

    def action_search_all(self) -> None:
        self.dismiss(Everywhere(as_query(self.filter, self._session, self._language)))

    def action_close(self) -> None:
        self.dismiss(None)

    @property
    def filter(self) -> Filter:
        """What is looked for now."""
        party: Choice[str | None] = self.query_one("#party", Choice)
        kind: Choice[Kind | None] = self.query_one("#kind", Choice)
        item: Choice[str | None] = self.query_one("#item", Choice)
        return Filter(self.words.value.strip(), party.chosen, kind.chosen, item.chosen)


def as_query(chosen: Filter, session: Session, language: Language) -> str:
    """What is looked for, as it is typed to look for it in all meetings; their agenda items differ."""
    party = session.party(chosen.party)
    return " ".join(
        part
        for part in (
            chosen.words,
            _written(_PARTY[language], party.code) if party else "",
            _written(_KIND[language], KINDS[chosen.kind].words[language]) if chosen.kind else "",
        )
        if part
    )


_PARTY, _KIND = Words("partij", "party"), Words("soort", "kind")


def _written(name: str, value: str) -> str:
    return f'{name}:"{value}"' if " " in value else f"{name}:{value}"


def _row(label: str, choice: Choice[Any]) -> ComposeResult:
    with Horizontal(classes="row"):
        yield Label(Content(label))
        yield choice


def _choice(
    options: Iterable[tuple[str, Value]], chosen: Value | None, everything: str, id: str
) -> Choice[Value | None]:
    """The options after one for all of them."""
    all_options: list[tuple[str, Value | None]] = [(everything, None), *options]
    return Choice(all_options, chosen, id=id)
