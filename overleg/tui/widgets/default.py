"""Before the text: which kind a line gets that names none, and who has the floor."""

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from overleg.domain import names
from overleg.domain.choices import Kind, Language
from overleg.domain.kinds import KINDS
from overleg.domain.model import Session


def default_words(session: Session, language: Language) -> str:
    """``Doel WIJ ›``"""
    item = session.active_item
    kind = item.kinds[0] if item and item.kinds else Kind.NOTE
    return f" {KINDS[kind].words[language].capitalize()} {_speaker(session)}".rstrip() + " › "


def _speaker(session: Session) -> str:
    """Who has the floor, as it would be typed: ``WIJ``, or ``WEL/BUU`` where it speaks as another."""
    if session.turn is None:
        return ""
    spoken = (session.turn.party, session.turn.voiced_party)
    return "/".join(names.code(session, party) for party in spoken if party)


class Default(Widget):
    """What the chair need not type."""

    DEFAULT_CSS = """
    Default { width: auto; height: 1; text-wrap: nowrap; }
    """

    session: reactive[Session | None] = reactive(None, repaint=False)
    """The session that is typed in."""

    words: reactive[str] = reactive("", layout=True)
    """What is shown; the screen is laid out anew only when this changes."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language

    def watch_session(self) -> None:
        if self.session is not None:
            self.words = default_words(self.session, self._language)

    def render(self) -> Content:
        return Content(self.words)
