"""The capture line: one line per thing said, read into a change.

`parse` is total: any text gives a change, a command for the program, or a problem with a position. It
never raises, and never drops a word of what was typed.
"""

from dataclasses import dataclass

from overleg.domain.capture import commands, entries, references
from overleg.domain.capture.commands import Command
from overleg.domain.capture.context import Context
from overleg.domain.changes import Change
from overleg.domain.text import clean
from overleg.errors import Message, Refused

__all__ = ["Command", "Context", "Problem", "parse"]


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a line cannot be applied, and the position in it where that stands."""

    position: int
    message: Message
    hint: Message | None = None


def parse(line: str, context: Context) -> Change | Command | Problem:
    """What a typed line means in this session.

    `Problem.position` counts characters of the cleaned line. A line that is neither answer,
    endorsement, objection, state nor command is an entry, whatever it holds.
    """
    typed = clean(line)
    text = typed.strip()
    if not text:
        return Problem(0, Message("There is nothing on the line yet."))
    try:
        return (
            commands.parse(text, context) or references.parse(text, context) or entries.parse(text, context)
        )
    except Refused as refused:
        leading = len(typed) - len(typed.lstrip())
        return Problem(leading + refused.position, refused.message, refused.hint)
