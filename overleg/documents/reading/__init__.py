"""Lines and changes in words: what stands under the capture bar, and what `overleg add` answers.

The words for each sort of change stand in a module of its own, which registers them when it is imported.
"""

from overleg.documents.reading import editing, entries, findings, meeting, review, setup
from overleg.documents.reading.parts import parts_of
from overleg.domain.capture import Command, Problem
from overleg.domain.changes import Change
from overleg.domain.choices import Language
from overleg.domain.entry_changes import AddEntry
from overleg.domain.model import Session
from overleg.locale import say

__all__ = ["SEPARATOR", "editing", "entries", "findings", "hints", "meeting", "reading", "review", "setup"]

SEPARATOR = " · "


def reading(read: Change | Command | Problem, session: Session, language: Language) -> str:
    """The meaning of a line in one line of words, nothing of it by colour alone.

    For a change that was not made yet the session is the one it would be made in.
    """
    if isinstance(read, Problem):
        parts = [read.message, read.hint] if read.hint else [read.message]
        return " ".join(say(part, language) for part in parts)
    if isinstance(read, Command):
        return say(read.meaning, language)
    return SEPARATOR.join(part for part in parts_of(read, session, language) if part)


def hints(read: Change | Command | Problem, language: Language) -> list[str]:
    """What the chair may want to know about how the line was read."""
    return [say(hint, language) for hint in read.hints] if isinstance(read, AddEntry) else []
