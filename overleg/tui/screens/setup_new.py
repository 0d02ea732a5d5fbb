"""A new meeting: set up like any other, but in no file until it is made."""

from overleg.desk.folders import Folders
from overleg.desk.founding import as_last_time, found, known_series, last_of_series
from overleg.desk.workbench import Desk
from overleg.domain.choices import Language
from overleg.domain.describing import Describe
from overleg.domain.model import Session
from overleg.domain.setup import new_series
from overleg.domain.taking_over import open_matters
from overleg.errors import Message, OverlegError
from overleg.locale import catalogue, say
from overleg.tui.pages.page import Setting
from overleg.tui.screens.setup import Setup
from overleg.tui.widgets.notice import sentence
from overleg.tui.widgets.one_line import OneLine

_BEFORE_LAST = Message(
    "This day is before the last meeting: what that left open does not come along. F2 makes it all the same."
)


class NewMeeting(Setup):
    """The setup of a meeting on a desk without a file; `made` is the desk it lies on once it was made.

    In a series that is known the table of last time is offered, to be taken over with one key.
    """

    def __init__(self, desk: Desk, folders: Folders, language: Language) -> None:
        super().__init__(desk, language)
        self.made: Desk | None = None
        self._folders = folders
        self._series = known_series(folders)
        self._last: Session | None = None
        self._last_of: tuple[str, bool] | None = None

    @property
    def setting(self) -> Setting:
        desk = self.desk
        return Setting(desk.session, self.language, desk.clock(), desk.forms, self._series)

    @property
    def heading(self) -> tuple[str, str]:
        _ = catalogue(self.language).gettext
        return _("New meeting"), _("F2 makes it, Esc lets it wait")

    def draw(self) -> None:
        self.offer()
        super().draw()

    def offer(self) -> None:
        """Say what can be taken over from the last meeting of the series."""
        session = self.desk.session
        if self._last_of != (session.series.slug, session.practice):
            self._last_of = session.series.slug, session.practice
            self._last = self._look_up()
        last = self._last
        is_taken = last is None or (session.adopts is not None and session.adopts.session == last.id)
        words = "" if last is None or is_taken else say(_offered(last), self.language)
        self.query_one("#offer", OneLine).words = words

    def action_take_over(self) -> None:
        last = self._last
        if last is None:
            self.tell(Message("This is the first meeting of its series: there is no table to take over."))
            return
        self.keep_typing()
        self.try_to(as_last_time(last, self.desk.clock, self.desk.forms, self.desk.session))

    def action_ready(self) -> None:
        """Make the meeting; what is missing or not understood is asked for first."""
        if not self.take_lines() or not self.keep_typing():
            self.point_out()
            return
        session = self.desk.session
        if not session.title:
            self.call_later(self._ask_for_title)
            return
        if self._is_before_last and not self.notice.is_asking:
            self.tell(_BEFORE_LAST)
            self.notice.is_asking = True
            return
        if not session.series.title:
            series = new_series(session.title)
            self.make(Describe(at=self.desk.clock(), fields={"series": series}))
        try:
            self.made = found(self._folders, self.desk.session, self.desk.clock)
        except OverlegError as fault:
            self.notice.said = sentence(fault, self.language)
        else:
            self.dismiss(None)

    def action_saved(self) -> None:
        self.tell(Message("This meeting is in no file yet: F2 makes it, Esc lets it wait."))

    @property
    def _is_before_last(self) -> bool:
        """Whether the day is before that of the meeting whose open matters were to come along."""
        session, last = self.desk.session, self._last
        follows = last is not None and session.adopts is not None and session.adopts.session == last.id
        return last is not None and follows and not session.undated and session.date < last.date

    async def _ask_for_title(self) -> None:
        await self.show_page(0)
        self.form.tell("title", say(Message("What is the meeting called? Fill in a title."), self.language))

    def _look_up(self) -> Session | None:
        try:
            return last_of_series(self._folders, self.desk.session)
        except OverlegError:
            # A damaged file is no template; the list of meetings says what is wrong with it.
            return None


def _offered(last: Session) -> Message:
    return Message(
        "F5 as on {date}: parties {parties}, people {people}, open matters {open}.",
        date=last.date,
        parties=len(last.parties),
        people=len(last.people),
        open=open_matters(last),
    )
