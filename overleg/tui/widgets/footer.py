"""The last line: the keys that matter here, each of them a button too."""

from dataclasses import dataclass
from typing import Any

from textual import events, getters
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.screen import Screen
from textual.widget import Widget

from overleg.domain.choices import Language
from overleg.locale import catalogue
from overleg.tui.keyed import KeyedApp
from overleg.tui.verbs import Place, Verb, footer_of
from overleg.tui.verbs.keymap import USUAL, Keymap

_GAP = 2


def footer_labels(place: Place, language: Language, keymap: Keymap = USUAL) -> list[tuple[Verb, str, str]]:
    """The verbs of the footer with the key and the word that are shown."""
    _ = catalogue(language).gettext
    return [
        (verb, next(iter(keymap.said_at(verb, place, language)), ""), _(verb.label.text))
        for verb in footer_of(place)
    ]


def _label(key: str, word: str) -> Content:
    return Content.styled(key, "bold") + Content(f" {word}") if key else Content(word)


class Keys(Widget):
    """The footer of a screen."""

    DEFAULT_CSS = """
    Keys { height: 1; text-wrap: nowrap; }
    """

    app = getters.app(KeyedApp)

    left_out: reactive[frozenset[str]] = reactive(frozenset())
    """The verbs that do nothing as the screen is now."""

    @dataclass
    class Asked(Message):
        """Something was asked for by other means than its key."""

        verb: Verb
        screen: Screen[Any]
        """Where that was: it is to be done there, or not at all."""

    def __init__(self, place: Place, language: Language) -> None:
        super().__init__()
        self._place = place
        self._language = language
        self._labels: list[tuple[Verb, str, str]] = []

    def on_mount(self) -> None:
        self._labels = self.labels()

    def labels(self) -> list[tuple[Verb, str, str]]:
        """The verbs to show, each with its key and its word."""
        return footer_labels(self._place, self._language, self.app.keymap)

    @property
    def _shown(self) -> list[tuple[Verb, str, str]]:
        return [each for each in self._labels if each[0].id not in self.left_out]

    def render(self) -> Content:
        return Content(" ") + Content(" " * _GAP).join(_label(key, word) for _, key, word in self._shown)

    def on_click(self, event: events.Click) -> None:
        column = 1
        for verb, key, word in self._shown:
            end = column + _label(key, word).cell_length
            if column <= event.x < end:
                self.post_message(self.Asked(verb, self.screen))
                return
            column = end + _GAP
