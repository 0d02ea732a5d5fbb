"""The overviews: who does what, who gives, what is shared; one at a time, for all to see."""

from textual import getters, on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from overleg.desk.workbench import Desk
from overleg.domain.choices import Language
from overleg.locale import catalogue
from overleg.tui.screens.at_desk import AtDesk
from overleg.tui.verbs import Place, bindings
from overleg.tui.widgets.footer import Keys
from overleg.tui.widgets.notice import Notice
from overleg.tui.widgets.overview import Overview, Scrolled, Views
from overleg.tui.widgets.overviews import TALK, VIEWS

_WALKED = [id for id in VIEWS if id != TALK]


class Overviews(AtDesk):
    """One overview; the digits and the arrows to the sides choose another.

    Speaking time is no part of the walk: it is shown when its key is pressed, and the same key puts it
    away. A share that is always on the screen makes people speak to the meter.
    """

    PLACE = Place.OVERVIEWS
    BINDINGS = bindings(Place.OVERVIEWS)

    overview = getters.query_one(Overview)
    views = getters.query_one(Views)
    scrolled = getters.query_one(Scrolled)

    def __init__(self, desk: Desk, language: Language, view: str = _WALKED[0]) -> None:
        """`view` is the id of the one to begin with, which is that of its verb."""
        super().__init__(desk, language)
        self._first = view
        self._before_talk = _WALKED[0]

    def compose(self) -> ComposeResult:
        _ = catalogue(self.language).gettext
        yield Static(Content(_("Overviews")), classes="title")
        yield Views(self.language)
        with Scrolled():
            yield Overview(self.language).data_bind(Overviews.session, Overviews.now)
        yield Notice()
        yield Keys(Place.OVERVIEWS, self.language)

    def on_mount(self) -> None:
        self.scrolled.focus()
        self.look_at(self._first)

    @on(Views.Chosen)
    def look_at_clicked(self, event: Views.Chosen) -> None:
        self.look_at(event.view)

    def look_at(self, view: str) -> None:
        """Show that view from its beginning."""
        if view != TALK:
            self._before_talk = view
        self.views.view = self.overview.view = view
        self.scrolled.scroll_home(animate=False)

    def action_role_map(self) -> None:
        self.look_at("role_map")

    def action_give_and_take(self) -> None:
        self.look_at("give_and_take")

    def action_shared_goals(self) -> None:
        self.look_at("shared_goals")

    def action_commitments(self) -> None:
        self.look_at("commitments")

    def action_coverage(self) -> None:
        self.look_at("coverage")

    def action_speaking_time(self) -> None:
        self.look_at(self._before_talk if self.overview.view == TALK else TALK)

    def action_view_before(self) -> None:
        self._walk(-1)

    def action_view_after(self) -> None:
        self._walk(1)

    def _walk(self, distance: int) -> None:
        place = _WALKED.index(self._before_talk) + (0 if self.overview.view == TALK else distance)
        self.look_at(_WALKED[place % len(_WALKED)])
