"""A new meeting: a few fields, and it can begin."""

from collections.abc import Mapping
from datetime import date

from textual import events, getters, on
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Input, Label, Static, TextArea

from overleg.domain.choices import Language, Seat
from overleg.domain.forms import MeetingForm
from overleg.domain.model import Party
from overleg.domain.text import clean
from overleg.errors import OverlegError
from overleg.locale import catalogue
from overleg.tui.planning import KIND_WORDS, Fields, parties_of, plan_of
from overleg.tui.screens.placed import Placed
from overleg.tui.verbs import Place, bindings
from overleg.tui.widgets.choice import Choice
from overleg.tui.widgets.footer import Keys
from overleg.tui.widgets.notice import Notice, sentence


class New(Placed[Fields | None]):
    """Asks what a new meeting is, and returns the fields when they make a plan; None for no meeting."""

    PLACE = Place.NEW
    BINDINGS = bindings(Place.NEW)

    notice = getters.query_one(Notice)

    def __init__(
        self,
        fields: Fields,
        forms: Mapping[str, MeetingForm],
        today: date,
        language: Language,
        fault: str = "",
    ) -> None:
        super().__init__()
        self._fields = fields
        self._forms = forms
        self._today = today
        self._language = language
        self._fault = fault

    def compose(self) -> ComposeResult:
        _ = catalogue(self._language).gettext
        fields = self._fields
        yield Static(Content(_("New meeting")), classes="title")
        with VerticalScroll(can_focus=False):
            yield from _row(_("Title"), Field(fields.title, id="title"))
            yield from _row(_("Date"), Field(fields.date, id="date"))
            yield from _row(_("Starts at"), Field(fields.start, placeholder=_("such as 19:30"), id="start"))
            yield from _row(_("Place"), Field(fields.place, id="place"))
            hint = _("as the title, when there is nothing here")
            yield from _row(_("Series"), Field(fields.series, placeholder=hint, id="series"))
            yield from _row(_("Meeting form"), self._form_choice())
            yield from _row(_("Parties"), Lines(fields.parties, id="parties"))
            yield Static(id="understood")
        yield Notice()
        yield Keys(Place.NEW, self._language)

    def on_mount(self) -> None:
        self.notice.alarm = self._fault
        _ = catalogue(self._language).gettext
        self.notice.hint = _("One party on a line: its name, or GEM=Gemeente:municipality")
        self.tell_parties()

    @on(Input.Submitted)
    def go_on(self) -> None:
        self.focus_next()

    @on(Input.Changed)
    @on(TextArea.Changed)
    def forget_fault(self) -> None:
        self.notice.alarm = ""

    @on(TextArea.Changed)
    def tell_parties(self) -> None:
        """How the parties are understood, while they are typed."""
        try:
            words = ", ".join(self._in_words(party) for party in parties_of(self._text("parties")))
        except OverlegError as fault:
            words = sentence(fault, self._language)
        self.query_one("#understood", Static).update(Content(words))

    def action_create(self) -> None:
        fields = self.fields
        try:
            plan_of(fields, self._forms, self._today, self._language)
        except OverlegError as fault:
            self.notice.alarm = sentence(fault, self._language)
        else:
            self.dismiss(fields)

    def action_close(self) -> None:
        self.dismiss(None)

    @property
    def fields(self) -> Fields:
        """What stands in the fields now."""
        names = ("title", "date", "start", "place", "series")
        texts = {name: self.query_one(f"#{name}", Field).value for name in names}
        form: Choice[str] = self.query_one("#form", Choice)
        return Fields(**texts, form=form.chosen, parties=self._text("parties"))

    def _text(self, name: str) -> str:
        return self.query_one(f"#{name}", Lines).text

    def _form_choice(self) -> Choice[str]:
        _ = catalogue(self._language).gettext
        options = [(form.title[self._language], key) for key, form in self._forms.items()] + [
            (_("free agenda"), "")
        ]
        choice = Choice(options, id="form")
        choice.set_reactive(
            Choice.place, next((n for n, (_, key) in enumerate(options) if key == self._fields.form), 0)
        )
        return choice

    def _in_words(self, party: Party) -> str:
        kind = KIND_WORDS[party.kind][self._language]
        _ = catalogue(self._language).gettext
        details = ", ".join([kind, _("guest")] if party.seat is Seat.GUEST else [kind])
        return f"{party.code} = {party.name} ({details})"


class Field(Input):
    """A field of one line, of clean text."""

    def __init__(self, value: str, *, placeholder: str = "", id: str) -> None:
        super().__init__(value, placeholder=placeholder, select_on_focus=False, compact=True, id=id)

    def validate_value(self, value: str) -> str:
        return clean(value)


class Lines(TextArea):
    """A field of several lines; what is pasted is cleaned line by line."""

    def __init__(self, text: str, *, id: str) -> None:
        super().__init__(text, compact=True, highlight_cursor_line=False, id=id)

    def on_paste(self, event: events.Paste) -> None:
        event.stop().prevent_default()
        self.replace("\n".join(map(clean, event.text.splitlines())), *self.selection)


def _row(label: str, field: Field | Lines | Choice[str]) -> ComposeResult:
    with Horizontal(classes="row"):
        yield Label(Content(label))
        yield field
