"""A screen that goes back with a result, once."""

from contextlib import suppress
from typing import TypeVar

from rich.style import Style
from textual import events, getters
from textual.await_complete import AwaitComplete
from textual.errors import NoWidget
from textual.screen import Screen

from overleg.tui.keyed import KeyedApp

Result = TypeVar("Result")

_BEGINS = (events.Mount, events.ScreenResume, events.ScreenSuspend, events.Resize)


class Returning(Screen[Result]):
    """Below every dialog and every screen that somebody comes back from.

    Keys come faster than screens: none does anything before the widgets are there, or after it was left.
    """

    app = getters.app(KeyedApp)

    async def on_event(self, event: events.Event) -> None:
        """Begin only where the widgets will be there: an app that is told to end makes no more of them."""
        if not (self.app.is_leaving and isinstance(event, _BEGINS)):
            await super().on_event(event)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return super().check_action(action, parameters) if self.is_mounted else False

    def get_style_at(self, x: int, y: int) -> Style:
        """The style under the mouse; what was just taken away has none, though it is still drawn there."""
        with suppress(NoWidget):
            if self.get_widget_at(x, y)[0].is_running:
                return super().get_style_at(x, y)
        return Style.null()

    def dismiss(self, result: Result | None = None) -> AwaitComplete:
        """Go back; a second Enter or click that was on its way would take the screen below along."""
        return super().dismiss(result) if self.is_active else AwaitComplete()
