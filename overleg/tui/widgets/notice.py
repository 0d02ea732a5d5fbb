"""The one line for what the program has to say."""

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from overleg.domain.choices import Language
from overleg.errors import OverlegError
from overleg.locale import say
from overleg.tui.cells import cut, wrap


def sentence(fault: OverlegError, language: Language) -> str:
    """What went wrong, and what to do about it."""
    return " ".join(say(part, language) for part in (fault.message, fault.hint) if part)


class Notice(Widget):
    """A message in words: an alarm as long as it lasts, else the last thing said, else a hint."""

    DEFAULT_CSS = """
    Notice { height: 1; padding: 0 1; text-wrap: nowrap; }
    Notice.-long { height: 2; }
    """

    alarm: reactive[str] = reactive("", layout=True, toggle_class="-alarm")
    """What goes on being wrong; stays until it is emptied, and may take more lines."""

    said: reactive[str] = reactive("")
    """What happened last; makes way for what comes next."""

    hint: reactive[str] = reactive("")
    """What may be of use, when there is nothing else to say."""

    is_asking: reactive[bool] = reactive(False, toggle_class="-asking")
    """Whether `said` waits for an answer."""

    def __init__(self, *, most_lines: int = 1) -> None:
        """On `most_lines` a long message is read whole; the screen makes room for as long as it stands."""
        super().__init__()
        self._most_lines = most_lines

    def watch_said(self) -> None:
        self._make_room()

    def on_resize(self) -> None:
        self._make_room()

    def _make_room(self) -> None:
        needed = 1 if self.alarm else len(wrap(self.said, max(1, self.content_size.width)))
        self.set_class(self._most_lines > 1 and needed > 1, "-long")

    def render(self) -> Content:
        if self.alarm:
            return Content(self.alarm)
        width = self.content_size.width
        if not self.has_class("-long"):
            return Content(cut(self.said or self.hint, width))
        first, *others = wrap(self.said, width)
        return Content(f"{first}\n{cut(' '.join(others), width)}")
