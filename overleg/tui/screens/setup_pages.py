"""The pages of a meeting's setup: a table to walk, the form of the marked row, and what is typed there."""

from rich.cells import cell_len
from textual import getters, on
from textual.app import ComposeResult
from textual.containers import Container
from textual.content import Content
from textual.reactive import reactive
from textual.widgets import Static

from overleg.desk.workbench import Desk
from overleg.domain.changes import Change
from overleg.domain.choices import Language
from overleg.domain.following import following
from overleg.domain.together import Together
from overleg.errors import Message, OverlegError
from overleg.locale import catalogue, say
from overleg.tui.cells import between
from overleg.tui.pages import PAGES
from overleg.tui.pages.page import Page, PageField, Row, Setting, Typed
from overleg.tui.screens.at_desk import AtDesk
from overleg.tui.told import told
from overleg.tui.verbs import Place
from overleg.tui.widgets.footer import Keys
from overleg.tui.widgets.notice import Notice, sentence
from overleg.tui.widgets.one_line import OneLine
from overleg.tui.widgets.page_names import PageNames
from overleg.tui.widgets.row_form import FieldLine, RowForm
from overleg.tui.widgets.row_table import Column, RowTable
from overleg.tui.widgets.written import Written

_OF_A_LIST = frozenset({"new_row", "as_lines"})
"""The verbs that do nothing on a page without a list."""

_OPEN: tuple[str, str] = ("-", "")
"""What stands in a choice about a row that is not there yet."""


class SetupPages(AtDesk):
    """One page at a time; what was typed in a field is a change as soon as the field is left."""

    place: reactive[int] = reactive(0)
    """The place of the page that is shown."""

    table = getters.query_one(RowTable)
    form = getters.query_one(RowForm)
    written = getters.query_one(Written)

    def __init__(self, desk: Desk, language: Language) -> None:
        super().__init__(desk, language)
        self._row_id = ""
        self._is_adding = False
        self._is_turning = True

    def compose(self) -> ComposeResult:
        yield Static(id="heading")
        yield PageNames()
        yield OneLine(id="offer")
        with Container(id="page"):
            yield RowTable()
            yield RowForm()
        yield Written()
        yield OneLine(id="sum")
        yield Notice(most_lines=2)
        yield Keys(Place.SETUP, self.language)

    def on_mount(self) -> None:
        self.call_later(self.show_page, 0)

    def on_resize(self) -> None:
        self.tell_what_it_is()

    @property
    def page(self) -> Page:
        return PAGES[self.place]

    @property
    def setting(self) -> Setting:
        desk = self.desk
        return Setting(desk.session, self.language, desk.clock(), desk.forms)

    @property
    def heading(self) -> tuple[str, str]:
        """What stands at the two ends of the top line."""
        _ = catalogue(self.language).gettext
        return _("Setup · {title}").format(title=self.desk.session.title), _("every change is kept at once")

    def go_to(self, place: int) -> None:
        """Go to another page; what is typed on this one is kept first."""
        self.keep_typing()
        self.call_later(self.show_page, place)

    async def show_page(self, place: int, row: str = "") -> None:
        """Lay out a page, with the mark on that row, else on the first.

        Until that is done nothing of the page before is drawn or kept.
        """
        self._is_turning = True
        self.place = place % len(PAGES)
        self.notice.said = ""
        self._row_id, self._is_adding = "", False
        self.table.marked = -1
        page, setting = self.page, self.setting
        self.set_class(page.list is None, "-form-only")
        self.query_one(Keys).left_out = _OF_A_LIST if page.list is None else frozenset()
        self.table.columns = tuple(
            Column(say(each.words, self.language), each.goes, each.stretches) for each in page.headings
        )
        self.table.empty = say(Message("Nothing here yet: n makes the first."), self.language)
        self.table.rows = page.rows(setting)
        self.table.action_mark_first()
        self.table.mark(row)
        self._row_id = self.table.marked_id
        await self.form.lay_out(self._field_lines(setting), self._scope)
        self._is_turning = False
        self.draw()
        self.form.focus_field() if page.list is None else self.table.focus()

    def watch_session(self) -> None:
        if self.is_mounted:
            self.draw()

    def draw(self) -> None:
        """Show what the session has now, and leave what is being typed."""
        if self._is_turning:
            return
        setting, page = self.setting, self.page
        self.table.rows = page.rows(setting)
        row = self._row
        self.form.display = row is not None or self._is_adding
        if self.form.display:
            self.form.show(self._field_lines(setting), self._scope)
        self.query_one("#sum", OneLine).words = page.summary(setting)
        self.tell_what_it_is()

    def tell_what_it_is(self) -> None:
        names = self.query_one(PageNames)
        names.shown = self.place
        names.names = tuple(self._page_name(page) for page in PAGES)
        left, right = self.heading
        fits = cell_len(left) + cell_len(right) + 3 < self.size.width
        line = between(f" {left}", f"{right} " if fits else "", self.size.width)
        self.query_one("#heading", Static).update(Content(line), layout=False)

    def keep_typing(self) -> bool:
        """Make the changes that were typed and not made yet; answers whether all of it was understood."""
        if self._is_turning:
            return True
        for key, text in self.form.edits().items():
            field = next((each for each in self.page.fields if each.key == key), None)
            if field is not None:
                self._keep(field, text)
        return not self.form.faulty and not self.form.unread

    def point_out(self) -> None:
        """Go to what is not understood, here or on another page."""
        if self.form.faulty:
            self.form.focus_field(self.form.faulty)
        elif self.form.unread:
            self.call_later(self._show_unread)

    async def _show_unread(self) -> None:
        key, _, row = self.form.unread.partition("/")
        place = next(n for n, page in enumerate(PAGES) if page.key == key)
        if row and PAGES[place].record(self.desk.session, row) is None:
            self.form.forget(f"{key}/{row}")
            return
        said = self.notice.said
        await self.show_page(place, row)
        self.keep_typing()
        self.point_out()
        self.notice.said = said

    def make(self, change: Change) -> None:
        """Make a change, with what follows from it; raises `Refused`.

        It is told in the words of before: what is taken off the list still has its name then.
        """
        before = self.desk.session
        words = told(change, before, self.language)
        more = tuple(following(before, change.made(before), self.desk.forms.values(), change.at))
        self.desk.make(Together(at=change.at, changes=(change, *more)) if more else change)
        self.show(words)

    def try_to(self, change: Change | None) -> None:
        """Make a change, or say why not."""
        if change is None:
            return
        try:
            self.make(change)
        except OverlegError as refused:
            self.notice.said = sentence(refused, self.language)

    @on(RowForm.Left)
    def keep_what_was_left(self) -> None:
        self.keep_typing()

    @on(RowTable.Marked)
    def show_marked(self, event: RowTable.Marked) -> None:
        is_typing_new = self._is_adding and self.form.typed_in
        if self._is_turning or is_typing_new or event.id == self._row_id:
            return
        self.keep_typing()
        self._row_id, self._is_adding = event.id, False
        self.draw()

    @on(RowTable.Chosen)
    def fill_in(self) -> None:
        if self._row is None:
            self.add()
        else:
            self.form.focus_field()

    def add(self) -> None:
        """Begin a new row: its first field makes it."""
        if self._is_turning:
            return
        self.keep_typing()
        self._row_id, self._is_adding = "", True
        self.draw()
        self.form.focus_field()

    def action_undo(self) -> None:
        """First what is being typed, then what was changed."""
        if not self.form.take_back():
            self.keep_typing()
            super().action_undo()

    @property
    def _row(self) -> Row:
        return self.page.record(self.desk.session, self._row_id)

    @property
    def _scope(self) -> str:
        return f"{self.page.key}/{self._row_id}"

    def _page_name(self, page: Page) -> str:
        name = say(page.name, self.language)
        return f"{name} {len(page.records(self.desk.session))}" if page.list else name

    def _field_lines(self, setting: Setting) -> list[FieldLine]:
        row = self._row
        return [self._field_line(field, setting, row) for field in self.page.shown_fields(setting)]

    def _field_line(self, field: PageField, setting: Setting, row: Row) -> FieldLine:
        options = tuple(field.options(setting, row)) if field.options else ()
        return FieldLine(
            field.key,
            say(field.label, self.language),
            field.text(setting, row) if row is not None else "",
            say(field.hint, self.language) if field.hint else "",
            (_OPEN, *options) if row is None and options else options,
            tuple(field.suggests(setting)) if field.suggests else (),
            field.is_measure,
        )

    def _keep(self, field: PageField, text: str) -> None:
        """Make a change of what was typed in a field; the first field of a new row makes the row."""
        row = self._row
        if row is None and field is not self.page.fields[0]:
            return
        before = {each.id for each in self.page.rows(self.setting)}
        try:
            self.make(field.change(Typed(self.setting, row, text)))
        except OverlegError as fault:
            self.form.tell(field.key, sentence(fault, self.language))
            return
        if row is None:
            self.form.tell(field.key, "")
            self._follow_new(before)
        else:
            self.form.accept(field.key)

    def _follow_new(self, before: set[str]) -> None:
        """The form goes on with the row that was just made."""
        made = next((each.id for each in self.table.rows if each.id not in before), "")
        self._row_id, self._is_adding = made, False
        self.table.mark(made)
        self.draw()
