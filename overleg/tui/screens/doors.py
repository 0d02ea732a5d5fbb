"""The doors from the live screen to the others, and to the dialogs that change an entry."""

from overleg.desk.folders import Folders
from overleg.desk.workbench import Desk
from overleg.domain.choices import Language
from overleg.errors import Refused
from overleg.tui.screens.at_desk import AtDesk


class Doors(AtDesk):
    """A screen from which all that can be done with a session is one key away.

    What is behind a door is imported when it is opened: the first paint waits for none of it.
    """

    def __init__(self, desk: Desk, language: Language, folders: Folders) -> None:
        super().__init__(desk, language)
        self.folders = folders

    def action_home(self) -> None:
        self.put_away()
        self.post_message(self.Left())

    def action_matrix(self) -> None:
        from overleg.tui.screens.matrix import Matrix

        self.app.push_screen(Matrix(self.desk, self.language))

    def action_overviews(self) -> None:
        from overleg.tui.screens.overviews import Overviews

        self.app.push_screen(Overviews(self.desk, self.language))

    def action_review(self) -> None:
        from overleg.tui.screens.review import Review

        self.app.push_screen(Review(self.desk, self.language))

    def action_last_minutes(self) -> None:
        from overleg.tui.screens.last_minutes import LastMinutes

        self.app.push_screen(LastMinutes(self.desk, self.language))

    def action_setup(self) -> None:
        from overleg.tui.screens.setup import Setup

        self.app.push_screen(Setup(self.desk, self.language))

    def action_attendance(self) -> None:
        from overleg.tui.screens.attendance import Attendance

        self.app.push_screen(Attendance(self.desk, self.language))

    def action_read_back(self) -> None:
        from overleg.tui.screens.read_back import ReadBack

        self.app.push_screen(ReadBack(self.desk, self.language))

    def action_closing(self) -> None:
        from overleg.tui.screens.closing import Closing

        self.app.push_screen(Closing(self.desk, self.language, self.folders))

    def action_search_all(self) -> None:
        self.search_everywhere("")

    def search_everywhere(self, typed: str) -> None:
        """Look through all meetings; without words for what was looked for last."""
        from overleg.tui.screens.searching import Searching

        self.put_away()
        self.app.push_screen(Searching(self.folders, self.desk.clock, self.language, self.desk, typed))

    def action_past(self) -> None:
        self.show_past(self.ref_in_mind())

    def show_past(self, typed: str) -> None:
        """What became of an entry, from meeting to meeting."""
        from overleg.tui.screens.past import Past

        wanted = (self.desk.session.series.slug, self.chair.in_mind(typed))
        self.app.push_screen(Past(self.folders, self.desk.clock, self.language, (wanted,), self.desk))

    def action_edit(self) -> None:
        self.edit(self.ref_in_mind())

    def ref_in_mind(self) -> str:
        """The number of the entry that a key is about."""
        return self.chair.in_mind()

    def action_round(self) -> None:
        self.go_round(self.ref_in_mind())

    def go_round(self, typed: str) -> None:
        """Ask every party about an entry; refused where parties are not asked."""
        from overleg.tui.screens.consent import Consent

        try:
            self.app.push_screen(Consent(self.desk, self.language, self.chair.in_mind(typed)))
        except Refused as refused:
            self.tell(refused.message)
