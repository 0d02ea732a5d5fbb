"""The words of a change, part by part: each sort of change registers its own."""

from collections.abc import Callable
from functools import singledispatch

from overleg.domain.changes import Change
from overleg.domain.choices import Language
from overleg.domain.model import Session
from overleg.errors import Message
from overleg.locale import say


@singledispatch
def parts_of(change: Change, session: Session, language: Language) -> list[str]:
    """The parts of the reading of a change; an empty one is left out."""
    raise NotImplementedError(f"no words for {type(change).__name__}")


def always(message: Message) -> Callable[[Change, Session, Language], list[str]]:
    """The same words for every change of a sort."""
    return lambda change, session, language: [say(message, language)]
