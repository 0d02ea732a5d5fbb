"""What a line that begins with ``/`` gives, and what its command is read from."""

from dataclasses import dataclass, field

from overleg.domain.capture.context import Context
from overleg.errors import Message, Refused


@dataclass(frozen=True, slots=True)
class Command:
    """Something asked of the program and not of the meeting, such as help or undo."""

    name: str
    argument: str = ""
    meaning: Message = field(default=Message(""), compare=False)
    """What is asked, in words."""


@dataclass(frozen=True, slots=True)
class Argument:
    """What was typed after the name of a command, and where it stands in the line."""

    text: str
    position: int
    context: Context

    def missing(self, what: Message) -> Refused:
        return Refused(what, position=self.position)
