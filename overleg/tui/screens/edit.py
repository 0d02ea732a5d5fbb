"""The form of an entry: all its fields, what happened to it, and one key to keep what was changed."""

from typing import Any

from textual import getters, on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from overleg.desk.workbench import Desk
from overleg.documents.in_brief import sensitivity, who
from overleg.documents.past import past
from overleg.domain.changes import Change
from overleg.domain.choices import Language, Sensitivity
from overleg.domain.entry_changes import WITHDRAWN, entry_of
from overleg.domain.kinds import row_of
from overleg.domain.model import AnyEntry, Expectation
from overleg.domain.support import is_proposal
from overleg.domain.together import as_one
from overleg.errors import Message, Refused
from overleg.locale import catalogue, say
from overleg.tui.entry_form.form import EntryForm
from overleg.tui.entry_form.rows import ANSWER_CLASS, REASON, STATE
from overleg.tui.keyed import KeyedApp
from overleg.tui.screens.at_desk import AtDesk
from overleg.tui.told import told
from overleg.tui.verbs import Place, bindings, verb
from overleg.tui.widgets.entry_cells import MASK
from overleg.tui.widgets.entry_fields import EntryFields
from overleg.tui.widgets.footer import Keys
from overleg.tui.widgets.notice import Notice, sentence


class Edit(AtDesk):
    """The form of one entry; makes its changes itself, so that what is refused stays in the fields.

    F2 keeps what was changed as one change. Esc keeps nothing and loses nothing: what was typed can be
    taken up with redo, as if it had been kept and undone. Of an entry of an earlier meeting, or one that
    is withdrawn, the form has the fields that can still change. What is confidential is masked until
    somebody asks for it. Raises `Refused` for a number that no entry has.
    """

    PLACE = Place.EDIT
    BINDINGS = bindings(Place.EDIT)

    DEFAULT_CSS = """
    Edit VerticalScroll { height: 1fr; }
    Edit #hidden, Edit #past { height: auto; padding: 1; }
    Edit.-masked EntryFields, Edit #hidden { display: none; }
    Edit.-masked #hidden { display: block; }
    """

    app = getters.app(KeyedApp)
    fields = getters.query_one(EntryFields)

    def __init__(self, desk: Desk, language: Language, ref: str) -> None:
        super().__init__(desk, language)
        self._entry = entry_of(desk.session, ref)
        self.set_class(_class_of(self._entry) is not Sensitivity.NONE, "-masked")

    def compose(self) -> ComposeResult:
        yield Static(Content(self._title()), classes="title")
        with VerticalScroll(can_focus=False):
            yield EntryFields(EntryForm(self._entry, self.desk.session), self.language)
            yield Static(Content(self._hidden_words()), id="hidden")
            yield Static(id="past")
        yield Notice()
        yield Keys(Place.EDIT, self.language)

    def on_mount(self) -> None:
        self._begin()

    @property
    def is_masked(self) -> bool:
        return self.has_class("-masked")

    @on(EntryFields.Changed)
    def tell_consequence(self) -> None:
        """What was wrong may be right now; what keeping it would bring about is told beforehand."""
        self.notice.said = ""
        consequence = self._consequence(self.fields.typed)
        self.notice.hint = say(consequence, self.language) if consequence else ""

    def action_next_field(self) -> None:
        self.fields.go_on()

    @on(EntryFields.Finished)
    def action_keep(self) -> None:
        """Keep what was changed; what cannot be read or is refused is told, and stays."""
        typed = self.fields.typed
        for key, refused in self.fields.form.troubles(typed).items():
            self.fields.focus_on(key)
            self.notice.said = sentence(refused, self.language)
            return
        change = self._change(typed)
        if change is None:
            self.dismiss(None)
            return
        try:
            self.desk.make(change)
        except Refused as refused:
            self.show(sentence(refused, self.language))
        else:
            self.go_back(self.chair.made(change))

    def action_close(self) -> None:
        """Go back; what was typed and not kept is named, and redo takes it up again."""
        typed = self.fields.typed
        troubles = self.fields.form.troubles(typed)
        change = self._change(typed)
        words = [
            Message("“{text}” was not understood and not kept.", text=typed[key])
            for key in troubles
            if typed[key]
        ]
        if change is not None:
            self.desk.put_by(change)
            redo = self.app.keymap.names_at(verb("redo"), Place.LIVE)[0]
            what = told(change, self.desk.session, self.language)
            words.append(Message("Not kept; {key} keeps it after all: {what}", key=redo, what=what))
        self.go_back(" ".join(say(each, self.language) for each in words))

    def action_confide(self) -> None:
        """Take the class of the entry, or of the answer where the focus is on that, up or down."""
        key = ANSWER_CLASS if self.fields.focused_key.startswith("answer") else "sensitivity"
        now = self.fields.chosen(key)
        if now is not None and not self.is_masked:
            self.fields.choose(key, Sensitivity.OTHER if now is Sensitivity.NONE else Sensitivity.NONE)

    def action_take_away(self) -> None:
        """Choose that it is withdrawn, and ask why."""
        can_be = STATE in self.fields.form.shown and self._entry.withdrawn is None
        if can_be and not self.is_masked:
            self.fields.choose(STATE, WITHDRAWN)
            self.fields.focus_on(REASON)

    def action_reveal(self) -> None:
        if _class_of(self._entry) is not Sensitivity.NONE:
            self.toggle_class("-masked")
            self._begin()

    def _begin(self) -> None:
        """Tell what happened, and begin in the first field where the form may be seen."""
        mask = MASK if self.is_masked else ""
        self.query_one("#past", Static).update(Content(self._past_words(mask)))
        if self.is_masked:
            self.set_focus(None)
        else:
            self.fields.focus_first()

    def _consequence(self, typed: dict[str, Any]) -> Message | None:
        if self._entry.withdrawn is None and typed.get(STATE) == WITHDRAWN:
            return Message("Type why it is withdrawn, if you like; Enter withdraws it.")
        is_reworded = typed.get("text", self._entry.text).strip() != self._entry.text
        if is_reworded and self._entry.endorsements and is_proposal(self._entry):
            return Message("In other words it is a new proposal: the parties are asked again.")
        return None

    def _change(self, typed: dict[str, Any]) -> Change | None:
        return as_one(self.fields.form.changes(typed, self.desk.clock()))

    def _title(self) -> str:
        kind = row_of(self._entry).words[self.language].capitalize()
        return f"{self._entry.ref} · {kind} {who(self._entry, self.desk.session, self.language)}".rstrip()

    def _hidden_words(self) -> str:
        secret = sensitivity(_class_of(self._entry), self.language)
        key = self.app.keymap.names_at(verb("reveal"), Place.EDIT)[0]
        shows = say(Message("{key} shows it, to be changed.", key=key), self.language)
        return f"{MASK} {secret}\n\n{shows}"

    def _past_words(self, mask: str) -> str:
        _ = catalogue(self.language).gettext
        lines = past(self._entry, self.desk.session, self.language, mask)
        told = [_("What happened to it"), *lines] if lines else []
        if self._entry.born_in != self.desk.session.id:
            told[:0] = [_("This was recorded at an earlier meeting, and stays as it was said there."), ""]
        return "\n".join(told)


def _class_of(entry: AnyEntry) -> Sensitivity:
    """The class of the entry, or where that is open the one of the answer to it."""
    answer = entry.answer if isinstance(entry, Expectation) else None
    if entry.sensitivity is Sensitivity.NONE and answer is not None:
        return answer.sensitivity
    return entry.sensitivity
