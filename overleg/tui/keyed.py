"""An app that knows its keys, and whether it is about to end."""

from textual.app import App

from overleg.tui.verbs.keymap import USUAL, Keymap


class KeyedApp(App[None], inherit_bindings=False):
    """What a widget may ask of the app it is in."""

    keymap: Keymap = USUAL
    is_leaving: bool = False
    """Whether it was told to end, and takes away what it shows."""
