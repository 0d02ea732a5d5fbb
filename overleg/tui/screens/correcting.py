"""The corrections on a screen: noted, changed and removed, each by way of a form."""

from textual import getters, on

from overleg.desk.workbench import Desk
from overleg.documents.confided import classed
from overleg.domain.capture.minutes_commands import correction_line
from overleg.domain.changes import Change
from overleg.domain.choices import Language, Sensitivity
from overleg.domain.correction_changes import ChangeCorrection, DropCorrection
from overleg.domain.meeting_changes import CorrectMinutes, correctable
from overleg.domain.model import Correction, Session
from overleg.errors import Message, Refused
from overleg.tui.screens.at_desk import AtDesk
from overleg.tui.screens.correction import CorrectionForm, Draft
from overleg.tui.widgets.notice import sentence
from overleg.tui.widgets.row_table import RowTable


class Correcting(AtDesk):
    """A screen with a table of the corrections of the minutes of last time, in their order."""

    table = getters.query_one(RowTable)

    def __init__(self, desk: Desk, language: Language) -> None:
        super().__init__(desk, language)
        self.last: Session | None = None
        """The session that is corrected, once it is read."""
        self._form: CorrectionForm | None = None
        self._changed: Correction | None = None
        self._uncovers: Correction | None = None
        self._given_up: dict[Correction | None, Correction] = {}

    @property
    def corrections(self) -> tuple[Correction, ...]:
        """The corrections as they may be shown: those of a confidence are confidential."""
        adoption = self.desk.session.adopts
        return self._classed(adoption.corrections) if adoption else ()

    @property
    def marked(self) -> Correction | None:
        """The marked correction as the session holds it."""
        adoption, place = self.desk.session.adopts, self.table.marked
        found = adoption.corrections if adoption else ()
        return found[place] if 0 <= place < len(found) else None

    def action_new_correction(self) -> None:
        self._ask(None, Correction(party=None, at=self.desk.clock()))

    @on(RowTable.Chosen)
    def action_change_correction(self) -> None:
        """Ask for the marked one anew; what is confidential is not shown before it is asked for twice."""
        marked = self.marked
        if marked is None:
            self.action_new_correction()
        elif self._is_open(marked) or self._uncovers == marked:
            self._ask(marked, marked)
        else:
            self._uncovers = marked
            self.tell(Message("It is confidential. Enter once more shows it to the whole table."))

    def action_drop_correction(self) -> None:
        if (marked := self.marked) is not None:
            self.do(DropCorrection(at=self.desk.clock(), was=marked))

    @on(RowTable.Marked)
    def cover(self) -> None:
        self._uncovers = None

    def put_away(self) -> None:
        """Keep what is being typed, as the line that says the same."""
        if self._form is None or not self._form.is_mounted:
            return
        typed = self._form.draft(is_kept=False).correction
        if typed != self._form.begun:
            line = correction_line(typed, self.desk.session)
            self.desk.keep_draft("\n".join(filter(None, (self.desk.draft(), line))))

    def take_draft(self, draft: Draft | None) -> None:
        """Make the correction; what is refused or given up is there again when it is asked for once more."""
        self._form = None
        if draft is None:
            return
        was, typed = self._changed, draft.correction
        self._given_up[was] = typed
        if not draft.is_kept:
            return
        try:
            made = self.desk.make(self._change(was, typed))
        except Refused as refused:
            self.show(sentence(refused, self.language))
            return
        del self._given_up[was]
        self.show(self.chair.made(made.change))
        if was is None:
            self.table.action_mark_last()

    def _ask(self, was: Correction | None, begin: Correction) -> None:
        """Ask for a correction, from what was typed and given up before; refused after the adoption."""
        try:
            correctable(self.desk.session)
        except Refused as refused:
            self.show(sentence(refused, self.language))
            return
        self._changed = was
        self._form = CorrectionForm(self.desk.session, self._given_up.get(was, begin), self.language)
        self.app.push_screen(self._form, self.take_draft)

    def _change(self, was: Correction | None, typed: Correction) -> Change:
        at, sensitivity = self.desk.clock(), self._classed((typed,))[0].sensitivity
        if was is None:
            return CorrectMinutes(
                at=at,
                party=typed.party,
                where=typed.where,
                old=typed.old,
                new=typed.new,
                sensitivity=sensitivity,
            )
        return ChangeCorrection(
            at=at,
            was=was,
            party=typed.party,
            where=typed.where,
            old=typed.old,
            new=typed.new,
            sensitivity=sensitivity,
        )

    def _is_open(self, correction: Correction) -> bool:
        return self._classed((correction,))[0].sensitivity is Sensitivity.NONE

    def _classed(self, corrections: tuple[Correction, ...]) -> tuple[Correction, ...]:
        """Corrections with the class of what they correct; as they are before the minutes are read."""
        return classed(corrections, self.last) if self.last else corrections
