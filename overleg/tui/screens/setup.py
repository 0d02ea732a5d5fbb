"""Setup: what a meeting is, who sits at the table and what is on the agenda, before it and while it runs."""

from textual import on, work

from overleg.desk.workbench import Desk
from overleg.domain.agenda_changes import PutItem
from overleg.domain.choices import Language
from overleg.domain.forms import item_of
from overleg.domain.rewriting import Line, changes_of, read_lines
from overleg.domain.together import as_one
from overleg.errors import Message, OverlegError
from overleg.locale import catalogue, say
from overleg.tui.pages import agenda
from overleg.tui.screens.setup_pages import SetupPages
from overleg.tui.screens.steps import StepDialog
from overleg.tui.verbs import Place, bindings
from overleg.tui.widgets.notice import sentence
from overleg.tui.widgets.page_names import PageNames
from overleg.tui.widgets.written import LineNote, Written

_SEPARATOR = " · "
_NO_LIST = Message("There is no list here; the other pages have one.")


class Setup(SetupPages):
    """The setup of the session on the desk; each edit is a change at once, and can be undone.

    A list can be written as lines too. Lines that are put aside with Esc are there again the next time.
    """

    PLACE = Place.SETUP
    BINDINGS = bindings(Place.SETUP)

    def __init__(self, desk: Desk, language: Language) -> None:
        super().__init__(desk, language)
        self._put_aside: dict[str, str] = {}

    @on(PageNames.Chosen)
    def go_to_page(self, event: PageNames.Chosen) -> None:
        if self.take_lines():
            self.go_to(event.place)

    def action_next_page(self) -> None:
        if self.take_lines():
            self.go_to(self.place + 1)

    def action_previous_page(self) -> None:
        if self.take_lines():
            self.go_to(self.place - 1)

    def action_new_row(self) -> None:
        if self.page.list is None:
            self.tell(_NO_LIST)
        elif not self.is_written:
            self.add()

    def action_remove_row(self) -> None:
        if self.page.list is not None and self.table.has_focus and self.table.marked_id:
            self.try_to(self.page.list.drop(self.desk.clock(), self.table.marked_id))

    def action_move_up(self) -> None:
        self._move(-1)

    def action_move_down(self) -> None:
        self._move(1)

    def _move(self, distance: int) -> None:
        if self.table.has_focus:
            self.try_to(self.page.moved(self.desk.session, self.table.marked_id, distance, self.desk.clock()))

    @work
    async def action_add_step(self) -> None:
        """Put a step of any form on the agenda, before the item that is marked."""
        if self.page is not agenda.PAGE or not self.table.has_focus:
            return
        session, before = self.desk.session, self.table.marked_id or None
        step = await self.app.push_screen_wait(StepDialog(self.desk.forms.values(), self.language))
        if step is not None:
            item = item_of(step, len(session.core_parties), session.language)
            self.try_to(PutItem(at=self.desk.clock(), item=item, before=before))

    def action_take_over(self) -> None:
        self.tell(Message("The table of last time is taken over when a new meeting is planned."))

    def action_ready(self) -> None:
        """Go back, with everything kept that was typed."""
        if self.take_lines():
            self._leave()

    def action_close(self) -> None:
        """From the lines to the table, from the form to the table, from there back."""
        if self.is_written:
            self._put_lines_aside()
            self._show_table()
        elif self.page.list is not None and self.form.typed_in:
            self.keep_typing()
            self.table.focus()
        else:
            self._leave()

    def _leave(self) -> None:
        """Go back; what cannot be understood is named first, and let go the second time."""
        is_understood = self.keep_typing()
        if self.notice.is_asking or (is_understood and not self._put_aside):
            self.dismiss(None)
            return
        self.point_out()
        self.tell(Message("This is not understood and not kept yet. Press once more to leave it so."))
        self.notice.is_asking = True

    def _put_lines_aside(self) -> None:
        """Keep lines that say something else than the list does."""
        text, of = self.written.text, self.page.list
        if of is not None and text.strip() != of.text(self.desk.session).strip():
            self._put_aside[self.page.key] = text

    def put_away(self) -> None:
        """What is typed when the app ends is kept, as far as it is understood."""
        if self.take_lines():
            self.keep_typing()

    def show(self, words: str | None = None) -> None:
        if words is not None and self.is_mounted:
            self.notice.is_asking = False
        super().show(words)

    @property
    def is_written(self) -> bool:
        """Whether the list is shown as lines."""
        return self.has_class("-written")

    def action_as_lines(self) -> None:
        """Write the list as lines; the second time they are taken over."""
        if self.is_written:
            self.take_lines()
        elif self.page.list is None:
            self.tell(_NO_LIST)
        else:
            self.keep_typing()
            self.add_class("-written")
            text = self.page.list.text(self.desk.session)
            self.written.begin(self._put_aside.pop(self.page.key, f"{text}\n" if text else ""))
            self.notice.said = ""
            self.notice.hint = say(self.page.how, self.language) if self.page.how else ""

    def take_lines(self) -> bool:
        """Make the list what its lines say; answers whether every line was understood."""
        if not self.is_written or self.page.list is None:
            return True
        lines = self._read()
        problem = next((place for place, line in enumerate(lines) if line.problem), None)
        if problem is not None:
            self._point_at(problem, lines[problem])
            return False
        change = as_one(changes_of(self.desk.session, self.page.list, lines, self.desk.clock()))
        try:
            if change is not None:
                self.make(change)
        except OverlegError as refused:
            self.notice.said = sentence(refused, self.language)
            return False
        self._show_table()
        return True

    @on(Written.Changed)
    def say_how_they_are_read(self) -> None:
        if self.is_written:
            self.written.say([self._note(line) for line in self._read()])

    def _read(self) -> list[Line]:
        of = self.page.list
        return read_lines(self.desk.session, of, self.written.text) if of else []

    def _point_at(self, place: int, line: Line) -> None:
        self.written.go_to(place)
        words = sentence(line.problem, self.language) if line.problem else ""
        self.tell(Message("Line {number}: {problem}", number=place + 1, problem=words))

    def _note(self, line: Line) -> LineNote:
        _ = catalogue(self.language).gettext
        if line.problem is not None:
            return LineNote(sentence(line.problem, self.language), is_problem=True)
        if line.row is None:
            return LineNote("")
        words = _SEPARATOR.join(part for part in self.page.brief(self.setting, line.row) if part)
        if line.was is None:
            return LineNote(_("new: {row}").format(row=words))
        return LineNote(_("changed: {row}").format(row=words) if line.row != line.was else words)

    def _show_table(self) -> None:
        self.remove_class("-written")
        self.notice.hint = ""
        self.table.focus()
