"""The answers that can be given on the spot, each with its key and a button too."""

from collections.abc import Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from textual import events
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from overleg.domain.choices import AnswerValue, Language
from overleg.locale import catalogue

KEYS = {
    "j": AnswerValue.ACCEPT,
    "y": AnswerValue.ACCEPT,
    "n": AnswerValue.DECLINE,
    "b": AnswerValue.DISCUSS,
    "d": AnswerValue.DISCUSS,
    "v": AnswerValue.REPHRASE,
}
_SHOWN = {
    Language.NL: {"j": "ja", "n": "nee", "b": "bespreken", "v": "te vaag"},
    Language.EN: {"y": "yes", "n": "no", "d": "discuss", "v": "too vague"},
}
TO_AN_OFFER = (AnswerValue.ACCEPT, AnswerValue.DECLINE)

GAP = " · "


class AnswerKeys(Widget):
    """The answers that can be given, each with its key and a button too."""

    DEFAULT_CSS = """
    AnswerKeys { height: 1; padding: 0 1; text-wrap: nowrap; }
    """

    values: reactive[Sequence[AnswerValue]] = reactive(tuple(AnswerValue))
    """The answers that fit."""

    others: reactive[int] = reactive(0)
    """How many more wait."""

    is_ready: reactive[bool] = reactive(False)
    """Whether a letter answers now."""

    is_confidential: reactive[bool] = reactive(False)
    """Whether the answer will be confidential."""

    @dataclass
    class Chosen(Message):
        """An answer was clicked."""

        value: AnswerValue

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language

    def render(self) -> Content:
        _ = catalogue(self._language)
        parts = [Content.styled(key, "bold") + Content(f" {word}") for key, word, _value in self._options()]
        answers, later = _.gettext("answers"), _.gettext("later")
        before = [] if self.is_ready else [Content.styled("Tab", "bold") + Content(f" {answers}")]
        after = [Content.styled("Esc", "bold") + Content(f" {later}")] if self.is_ready else []
        if self.is_confidential:
            after.append(Content(_.gettext("confidential")))
        if self.others > 0:
            more = _.ngettext("{n} more waits", "{n} more wait", self.others)
            after.append(Content(more.format(n=self.others)))
        return Content(GAP).join([*parts, *before, *after])

    def on_click(self, event: events.Click) -> None:
        column = 1
        for key, word, value in self._options():
            end = column + cell_len(f"{key} {word}")
            if column <= event.x < end:
                event.stop()
                self.post_message(self.Chosen(value))
                return
            column = end + len(GAP)

    def _options(self) -> list[tuple[str, str, AnswerValue]]:
        shown = _SHOWN[self._language].items()
        return [(key, word, KEYS[key]) for key, word in shown if KEYS[key] in self.values]
