"""The one line for what the program has to say."""

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from overleg.domain.choices import Language
from overleg.errors import OverlegError
from overleg.locale import say
from overleg.tui.cells import cut


def sentence(fault: OverlegError, language: Language) -> str:
    """What went wrong, and what to do about it."""
    return " ".join(say(part, language) for part in (fault.message, fault.hint) if part)


class Notice(Widget):
    """A message in words: an alarm as long as it lasts, else the last thing said, else a hint."""

    DEFAULT_CSS = """
    Notice { height: 1; padding: 0 1; text-wrap: nowrap; }
    """

    alarm: reactive[str] = reactive("", layout=True, toggle_class="-alarm")
    """What goes on being wrong; stays until it is emptied, and may take more lines."""

    said: reactive[str] = reactive("")
    """What happened last; makes way for what comes next."""

    hint: reactive[str] = reactive("")
    """What may be of use, when there is nothing else to say."""

    is_asking: reactive[bool] = reactive(False, toggle_class="-asking")
    """Whether `said` waits for an answer."""

    def render(self) -> Content:
        if self.alarm:
            return Content(self.alarm)
        return Content(cut(self.said or self.hint, self.content_size.width))
