"""Changes that put findings away in words."""

from overleg.documents.reading.parts import parts_of
from overleg.domain.choices import Language
from overleg.domain.model import Session
from overleg.domain.silencing import Silence, Unsilence
from overleg.errors import Message
from overleg.locale import say


@parts_of.register
def _(change: Silence, session: Session, language: Language) -> list[str]:
    finding = _what(change, session)
    return [say(Message("Finding put away: {finding}", finding=finding), language), change.reason]


@parts_of.register
def _(change: Unsilence, session: Session, language: Language) -> list[str]:
    return [say(Message("Finding brought back: {finding}", finding=_what(change, session)), language)]


def _what(change: Silence | Unsilence, session: Session) -> Message | str:
    """The sentence of the finding; the name of its check where there is nothing to find any more."""
    # Not above: reading a line does not wait for all checks.
    from overleg.domain.checks import finding_about

    finding = finding_about(session, change.at, change.check, change.subject)
    return finding.message if finding else change.check
