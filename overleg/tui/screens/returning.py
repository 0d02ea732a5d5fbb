"""A screen that goes back with a result, once."""

from typing import TypeVar

from textual.await_complete import AwaitComplete
from textual.screen import Screen

Result = TypeVar("Result")


class Returning(Screen[Result]):
    """Below every dialog and every screen that somebody comes back from.

    Keys come faster than screens: none does anything before the widgets are there, or after it was left.
    """

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return super().check_action(action, parameters) if self.is_mounted else False

    def dismiss(self, result: Result | None = None) -> AwaitComplete:
        """Go back; a second Enter or click that was on its way would take the screen below along."""
        return super().dismiss(result) if self.is_active else AwaitComplete()
