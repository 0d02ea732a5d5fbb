"""An app that knows its keys."""

from textual.app import App

from overleg.tui.verbs.keymap import USUAL, Keymap


class KeyedApp(App[None], inherit_bindings=False):
    """What a widget may ask of the app it is in: which keys its verbs have."""

    keymap: Keymap = USUAL
