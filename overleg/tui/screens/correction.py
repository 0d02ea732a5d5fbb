"""A correction of the minutes of last time, field by field."""

from dataclasses import dataclass

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Input, Label, Static

from overleg.domain.capture.tokens import CLASSES
from overleg.domain.choices import Language, Sensitivity
from overleg.domain.model import Correction, Session
from overleg.locale import catalogue
from overleg.tui.screens.placed import Placed
from overleg.tui.verbs import Place, bindings
from overleg.tui.widgets.choice import Choice
from overleg.tui.widgets.fields import Field
from overleg.tui.widgets.footer import Keys
from overleg.tui.widgets.one_line import OneLine


@dataclass(frozen=True, slots=True)
class Draft:
    """What stands in the fields; `is_kept` is False for what was given up."""

    correction: Correction
    is_kept: bool


class _Step(Choice[str]):
    """A choice after which Enter goes on to the next field."""

    BINDINGS = [Binding("enter", "app.focus_next", show=False)]


class _Last(Choice[Sensitivity]):
    """The last choice, on which Enter keeps what stands there."""

    BINDINGS = [Binding("enter", "screen.keep_correction", show=False)]


class CorrectionForm(ModalScreen[Draft], Placed[Draft]):
    """Asks for a correction, and returns what stands in its fields, also when it is given up."""

    PLACE = Place.CORRECTION
    BINDINGS = bindings(Place.CORRECTION)

    DEFAULT_CSS = """
    CorrectionForm { align: center middle; }
    CorrectionForm .row { height: 1; }
    CorrectionForm Label { width: 14; }
    CorrectionForm Field, CorrectionForm Choice { width: 1fr; }
    """

    where = getters.query_one("#where", Field)
    old = getters.query_one("#old", Field)
    new = getters.query_one("#new", Field)
    fault = getters.query_one(OneLine)

    def __init__(self, session: Session, correction: Correction, language: Language) -> None:
        super().__init__()
        self._session = session
        self.begun = correction
        self._language = language

    def compose(self) -> ComposeResult:
        _ = catalogue(self._language).gettext
        correction = self.begun
        with Vertical(classes="dialog"):
            yield Static(Content(_("Correction of the minutes")), classes="subtitle")
            yield from _row(_("Where"), Field(correction.where, placeholder=_("item 4"), id="where"))
            yield from _row(_("Stands there"), Field(correction.old, id="old"))
            yield from _row(_("Becomes"), Field(correction.new, id="new"))
            yield from _row(_("Asked by"), _Step(self._askers(), correction.party or "", id="party"))
            class_ = _Last(self._sensitivities(), correction.sensitivity, id="class")
            yield from _row(_("Confidential"), class_)
            yield OneLine()
            yield Keys(Place.CORRECTION, self._language)

    def on_mount(self) -> None:
        self.where.focus()

    @on(Input.Submitted)
    def go_on(self, event: Input.Submitted) -> None:
        event.stop()
        self.focus_next()

    @on(Input.Changed)
    def forget_fault(self) -> None:
        self.fault.words = ""

    def action_keep_correction(self) -> None:
        """Return what was typed; without words about what is to be changed the form stays."""
        if self.old.value.strip() or self.new.value.strip():
            self.dismiss(self.draft(is_kept=True))
            return
        self.fault.words = catalogue(self._language).gettext("Say what stands there, or what it becomes.")
        self.new.focus()

    def action_close(self) -> None:
        self.dismiss(self.draft(is_kept=False))

    def draft(self, *, is_kept: bool) -> Draft:
        """What stands in the fields now."""
        party: Choice[str] = self.query_one("#party", _Step)
        class_: Choice[Sensitivity] = self.query_one("#class", _Last)
        correction = Correction(
            party=party.chosen or None,
            where=self.where.value.strip(),
            old=self.old.value.strip(),
            new=self.new.value.strip(),
            at=self.begun.at,
            sensitivity=class_.chosen,
        )
        return Draft(correction, is_kept)

    def _askers(self) -> list[tuple[str, str]]:
        nobody = catalogue(self._language).gettext("nobody in particular")
        return [(nobody, ""), *((party.name, party.id) for party in self._session.parties)]

    def _sensitivities(self) -> list[tuple[str, Sensitivity]]:
        return [(words[self._language], each) for each, words in CLASSES.items()]


def _row(label: str, field: Widget) -> ComposeResult:
    with Horizontal(classes="row"):
        yield Label(Content(label))
        yield field
