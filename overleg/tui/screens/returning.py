"""A screen that goes back with a result, once."""

from typing import TypeVar

from textual import events, getters
from textual.await_complete import AwaitComplete
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

    def dismiss(self, result: Result | None = None) -> AwaitComplete:
        """Go back; a second Enter or click that was on its way would take the screen below along."""
        return super().dismiss(result) if self.is_active else AwaitComplete()
