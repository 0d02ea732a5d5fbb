"""The app: which screen is shown, what works everywhere, and how it ends."""

import asyncio
import gc
import io
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console
from textual import on
from textual.binding import Binding
from textual.driver import Driver
from textual.screen import Screen

from overleg.desk.folders import Folders
from overleg.desk.workbench import Desk
from overleg.domain.choices import Language
from overleg.errors import Message
from overleg.locale import say
from overleg.settings import Settings, SettingsError
from overleg.tui import themes
from overleg.tui.driver import plain_keys
from overleg.tui.keyed import KeyedApp
from overleg.tui.screens.placed import Placed
from overleg.tui.verbs import Place, Verb, bindings, verb
from overleg.tui.verbs.keymap import keymap_of
from overleg.tui.widgets.footer import Keys
from overleg.tui.widgets.notice import sentence

if TYPE_CHECKING:
    from overleg.tui.offers import Line

_UNSAVED = Message(
    "Some of this meeting could not be saved. If you leave now, that is lost. Leave all the same?"
)


class OverlegApp(KeyedApp, inherit_bindings=False):
    """Home, or the live screen of the desk that is on the table.

    Screens are imported when they are shown: the first paint waits for none but the first.
    """

    CSS_PATH = "overleg.tcss"
    # Textual's own palette crashes on Enter and speaks English.
    ENABLE_COMMAND_PALETTE = False
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide"), (160, "-widest")]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (8, "-short"), (14, "-high"), (30, "-tall")]
    # ctrl+C leaves in other programs; here it only says what does.
    BINDINGS = [*bindings(Place.EVERYWHERE), Binding("ctrl+c", "tell_how_to_leave", show=False, system=True)]

    def __init__(
        self,
        folders: Folders,
        language: Language,
        clock: Callable[[], datetime],
        desk: Desk | None = None,
        settings: Settings | None = None,
    ) -> None:
        super().__init__()
        self.folders = folders
        self.language = language
        self.clock = clock
        self.desk = desk
        self._table: Placed[None]
        self._came_from: Path | None = None
        self._own_loop: asyncio.AbstractEventLoop | None = None
        self._fault: SettingsError | None = None
        self._about_loss: Screen[bool] | None = None
        self._wear(settings or Settings())
        if "debug" not in self.features:
            # The report of a crash holds the texts of the meeting, and would stand on the beamer.
            self.error_console = Console(file=io.StringIO())

    def _wear(self, settings: Settings) -> None:
        """Take over the colours and keys that somebody chose."""
        # Before the style sheets are read: a change of theme reads all of them again.
        for theme in themes.THEMES:
            self.register_theme(theme)
        self.theme = themes.named(settings.theme)
        try:
            self.keymap = keymap_of(settings)
        except SettingsError as fault:
            self._fault = fault
        self.set_keymap(self.keymap.by_binding())

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
        if self._fault is not None:
            self._warn(self._fault)
        # `run` stops the collection of garbage while everything is imported and made.
        self.call_after_refresh(gc.enable)

    def leave(self, code: int) -> None:
        """End the app with that exit code; may be called from any thread, and from a signal handler."""
        if self._own_loop is not None:
            self._own_loop.call_soon_threadsafe(self._end, code)

    @on(Placed.Opened)
    def show_live(self, event: Placed.Opened) -> None:
        """Put the session on the table; what lies over the first screen was on the way to it."""
        if event.by is not self.screen:
            return
        self._put_all_away()
        while self.screen is not self._table:
            self.pop_screen()
        if event.desk is self.desk:
            self._table.arrive(event.ref, event.said)
            return
        self._came_from = self.desk.path if self.desk else None
        self.desk = event.desk
        self.switch_screen(self._first_screen(event.ref, event.said))

    @on(Placed.Left)
    def show_home(self) -> None:
        """Go home, unless something was opened over the meeting since that was asked."""
        if self.screen is not self._table:
            return
        left, self.desk = self.desk, None
        way_back = self._came_from or (left.path if left else None)
        self.switch_screen(self._first_screen(left=way_back))

    @on(Keys.Asked)
    async def do(self, event: Keys.Asked) -> None:
        """Do what was asked for by the mouse or by a command, unless that screen was left since."""
        if event.screen is self.screen:
            await self._do(event.verb)

    def action_help(self) -> None:
        """Explain the screen; asked for in the help itself, go back."""
        from overleg.tui.screens.help import Help

        screen = self.screen
        if isinstance(screen, Help):
            screen.dismiss()
        elif isinstance(screen, Placed):
            typed_language = self.desk.session.language if self.desk else self.language
            self.push_screen(Help(screen.PLACE, self.keymap, self.language, typed_language))

    def action_palette(self) -> None:
        """Offer all that can be done on the screen; asked for once more, go back."""
        from overleg.tui.offers import offers_at
        from overleg.tui.screens.palette import Palette

        screen = self.screen
        if isinstance(screen, Palette):
            screen.dismiss()
        elif isinstance(screen, Placed):
            offers = offers_at(screen.PLACE, self.keymap, self.language)
            self.push_screen(Palette(offers, self.language), self._do_chosen)

    def action_theme(self) -> None:
        self.theme = themes.after(self.theme)

    async def action_quit(self) -> None:
        """Leave without a question, unless something could not be saved."""
        if self.desk is None or self.desk.retry():
            self._end(0)
        else:
            self._ask_about_loss()

    def action_tell_how_to_leave(self) -> None:
        key = self.keymap.names_at(verb("quit"), Place.EVERYWHERE)[0].replace("^", "Ctrl+")
        words = Message("{key} leaves overleg. Everything is saved already.", key=key)
        self.notify(say(words, self.language), markup=False, timeout=4)

    async def _do(self, asked: Verb) -> None:
        everywhere = Place.EVERYWHERE in asked.places
        await self.run_action(asked.id, default_namespace=self if everywhere else self.screen)

    async def _do_chosen(self, chosen: "Verb | Line | None") -> None:
        """Do what was chosen in the palette, on the screen below it."""
        if isinstance(chosen, Verb):
            await self._do(chosen)
        elif chosen is not None and isinstance(self.screen, Placed):
            self.screen.take_line(chosen.text)

    def _ask_about_loss(self) -> None:
        from overleg.tui.screens.question import Question

        if self._about_loss not in self.screen_stack:
            self._about_loss = Question(_UNSAVED, self.language)
            self.push_screen(self._about_loss, lambda answer: self._end(0) if answer else None)

    def _warn(self, fault: SettingsError) -> None:
        """The settings cannot be followed; the meeting goes on with the usual keys."""
        words = Message("{fault} Until then the usual keys work.", fault=sentence(fault, self.language))
        self.notify(say(words, self.language), markup=False, severity="warning", timeout=20)

    def _first_screen(self, ref: str = "", said: str = "", left: Path | None = None) -> Placed[None]:
        """The live screen when something is on the table, at an entry where there is a `ref`, else home.

        Home has its mark on the session that was `left`.
        """
        if self.desk is not None:
            from overleg.tui.screens.live import Live

            self._table = Live(self.desk, self.language, self.folders, ref, said)
        else:
            from overleg.tui.screens.home import Home

            self._table = Home(self.folders, self.clock, self.language, left)
        return self._table

    def _end(self, code: int) -> None:
        self._put_all_away()
        self.is_leaving = True
        self.exit(return_code=code)

    def _put_all_away(self) -> None:
        # The one in front first: what is typed there may be kept by a screen below it.
        for screen in reversed(self.screen_stack):
            if isinstance(screen, Placed) and screen.is_mounted:
                screen.put_away()
