"""An app that knows its keys, and whether it is about to end."""

from contextlib import suppress

from textual import events
from textual.app import App
from textual.errors import NoWidget

from overleg.tui.verbs.keymap import USUAL, Keymap


class KeyedApp(App[None], inherit_bindings=False):
    """What a widget may ask of the app it is in."""

    keymap: Keymap = USUAL
    looked_for: str = ""
    """What was looked for last in all meetings."""

    is_leaving: bool = False
    """Whether it was told to end, and takes away what it shows."""

    async def on_event(self, event: events.Event) -> None:
        """Take no key for, and no mouse on, what was just taken away, though it is still drawn there."""
        if isinstance(event, events.Key) and self.focused is not None and not self.focused.is_attached:
            self.screen.set_focus(None)
        if not (isinstance(event, events.MouseEvent) and self._is_gone(event.x, event.y)):
            await super().on_event(event)

    def _is_gone(self, x: int, y: int) -> bool:
        with suppress(NoWidget):
            return not self.get_widget_at(x, y)[0].is_attached
        return False
