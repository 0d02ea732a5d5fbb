"""The app: which screen is shown, what works everywhere, and how it ends."""

import asyncio
import gc
import io
from collections.abc import Callable
from datetime import datetime

from rich.console import Console
from textual import on, work
from textual.app import App
from textual.binding import Binding
from textual.driver import Driver

from overleg.desk.folders import Folders
from overleg.desk.workbench import Desk
from overleg.domain.choices import Language
from overleg.errors import Message
from overleg.locale import say
from overleg.tui import themes
from overleg.tui.driver import plain_keys
from overleg.tui.screens.placed import Placed
from overleg.tui.verbs import Place, bindings
from overleg.tui.widgets.footer import Keys

_UNSAVED = Message(
    "Some of this meeting could not be saved. If you leave now, that is lost. Leave all the same?"
)
_HOW_TO_LEAVE = Message("Ctrl+Q leaves overleg. Everything is saved already.")


class OverlegApp(App[None], inherit_bindings=False):
    """Home, or the live screen of the desk that is on the table.

    Screens are imported when they are shown: the first paint waits for none but the first.
    """

    CSS_PATH = "overleg.tcss"
    # Textual's own palette crashes on Enter and speaks English.
    ENABLE_COMMAND_PALETTE = False
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide"), (160, "-widest")]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (8, "-short"), (14, "-high")]
    # ctrl+C leaves in other programs; here it only says what does.
    BINDINGS = [*bindings(Place.EVERYWHERE), Binding("ctrl+c", "tell_how_to_leave", show=False, system=True)]

    def __init__(
        self,
        folders: Folders,
        language: Language,
        clock: Callable[[], datetime],
        desk: Desk | None = None,
    ) -> None:
        super().__init__()
        self.folders = folders
        self.language = language
        self.clock = clock
        self.desk = desk
        self._own_loop: asyncio.AbstractEventLoop | None = None
        # Before the style sheets are read: a change of theme reads all of them again.
        for theme in themes.THEMES:
            self.register_theme(theme)
        self.theme = themes.DARK.name
        if "debug" not in self.features:
            # The report of a crash holds the texts of the meeting, and would stand on the beamer.
            self.error_console = Console(file=io.StringIO())

    @property
    def has_crashed(self) -> bool:
        return self.return_code == 1

    def get_driver_class(self) -> type[Driver]:
        return plain_keys(super().get_driver_class())

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return themes.DARK.variables

    def on_mount(self) -> None:
        self._own_loop = asyncio.get_running_loop()
        self.push_screen(self._first_screen())
        # `run` stops the collection of garbage while everything is imported and made.
        self.call_after_refresh(gc.enable)

    def leave(self, code: int) -> None:
        """End the app with that exit code; may be called from any thread, and from a signal handler."""
        if self._own_loop is not None:
            self._own_loop.call_soon_threadsafe(self._end, code)

    @on(Placed.Opened)
    def show_live(self, event: Placed.Opened) -> None:
        self.desk = event.desk
        self.switch_screen(self._first_screen())

    @on(Placed.Left)
    def show_home(self) -> None:
        self.desk = None
        self.switch_screen(self._first_screen())

    @on(Keys.Asked)
    async def do(self, event: Keys.Asked) -> None:
        """Do what was asked for by the mouse or by a command."""
        everywhere = Place.EVERYWHERE in event.verb.places
        await self.run_action(event.verb.id, default_namespace=self if everywhere else self.screen)

    def action_help(self) -> None:
        from overleg.tui.screens.help import Help

        screen = self.screen
        if isinstance(screen, Placed):
            typed_language = self.desk.session.language if self.desk else self.language
            self.push_screen(Help(screen.PLACE, self.language, typed_language))

    def action_theme(self) -> None:
        self.theme = themes.after(self.theme)

    async def action_quit(self) -> None:
        """Leave without a question, unless something could not be saved."""
        if self.desk is None or self.desk.retry():
            self._end(0)
        else:
            self.ask_about_loss()

    @work(exclusive=True)
    async def ask_about_loss(self) -> None:
        from overleg.tui.screens.question import Question

        if await self.push_screen_wait(Question(_UNSAVED, self.language)):
            self._end(0)

    def action_tell_how_to_leave(self) -> None:
        self.notify(say(_HOW_TO_LEAVE, self.language), markup=False, timeout=4)

    def _first_screen(self) -> Placed[None]:
        """The live screen when something is on the table, else home."""
        if self.desk is not None:
            from overleg.tui.screens.live import Live

            return Live(self.desk, self.language)
        from overleg.tui.screens.home import Home

        return Home(self.folders, self.clock, self.language)

    def _end(self, code: int) -> None:
        for screen in self.screen_stack:
            if isinstance(screen, Placed):
                screen.put_away()
        self.exit(return_code=code)
