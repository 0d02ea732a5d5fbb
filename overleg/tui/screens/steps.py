"""The steps of all meeting forms, of which one can be put on the agenda."""

from collections.abc import Iterable

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from overleg.domain.choices import Language
from overleg.domain.forms import FormStep, MeetingForm
from overleg.locale import catalogue
from overleg.tui.screens.returning import Returning
from overleg.tui.widgets.row_table import Column, RowTable, TableRow


class StepDialog(ModalScreen[FormStep | None], Returning[FormStep | None]):
    """Shows the steps form by form, and returns the one that is chosen; None for none."""

    DEFAULT_CSS = """
    StepDialog { align: center middle; }
    StepDialog > Vertical { width: 76; max-width: 100%; height: 80%; min-height: 5; padding: 0 1; }
    """

    BINDINGS = [Binding("escape", "close", show=False)]

    table = getters.query_one(RowTable)

    def __init__(self, forms: Iterable[MeetingForm], language: Language) -> None:
        super().__init__()
        self._forms = tuple(forms)
        self._language = language

    def compose(self) -> ComposeResult:
        _ = catalogue(self._language).gettext
        with Vertical(classes="dialog"):
            yield Static(Content(_("Which step? Enter puts it on the agenda, Esc goes back.")))
            yield RowTable()

    def on_mount(self) -> None:
        _ = catalogue(self._language).gettext
        self.table.columns = (Column(_("Step"), stretches=True), Column(_("Minutes")))
        self.table.rows = tuple(self._rows())
        self.table.action_mark_first()
        self.table.focus()

    def _rows(self) -> Iterable[TableRow]:
        for form in self._forms:
            yield TableRow("", (form.title[self._language],))
            for step in form.steps:
                yield TableRow(f"{form.key}/{step.key}", (step.title[self._language], str(step.minutes)))

    @on(RowTable.Chosen)
    def choose(self, event: RowTable.Chosen) -> None:
        form, _, key = event.id.partition("/")
        found = next((each.step(key) for each in self._forms if each.key == form), None)
        if found is not None:
            self.dismiss(found)

    def action_close(self) -> None:
        self.dismiss(None)
