"""Lines that begin with ``/``: what happens to the meeting itself, and what is asked of the program."""

import difflib
import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from overleg.domain.capture.agenda_commands import plan_next, step, turn
from overleg.domain.capture.attendance_commands import absent, left, present
from overleg.domain.capture.command import Argument, Command
from overleg.domain.capture.context import Context
from overleg.domain.capture.minutes_commands import minutes
from overleg.domain.changes import Change
from overleg.domain.meeting_changes import Close, Pause, Resume
from overleg.domain.text import fold
from overleg.domain.words import Words
from overleg.errors import Message, Refused

__all__ = ["COMMANDS", "About", "Command", "CommandRow", "command_called", "parse"]


class About(StrEnum):
    """What the argument of a command is taken from, so that it can be suggested."""

    NOTHING = "nothing"
    ITEM = "item"
    PARTY = "party"
    PERSON = "person"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class CommandRow:
    """A command: its twins in both languages, what reads its argument, and what that is about."""

    names: Words
    meaning: Message
    read: Callable[[Argument], Change | Command]
    about: About = About.NOTHING


def command_called(name: str) -> CommandRow | None:
    """The command with that name in either language."""
    return _BY_NAME.get(fold(name))


def parse(text: str, context: Context) -> Change | Command | None:
    """What a command asks for; None for a line that is no command, as with "/ " or "//".

    Raises `Refused` with a position for a command that is unknown or lacks something.
    """
    match = re.match(r"/([^\W\d_]+)\s*", text)
    if match is None:
        return None
    name = fold(match[1])
    row = _BY_NAME.get(name)
    if row is not None:
        return row.read(Argument(text[match.end() :].strip(), match.end(), context))
    near = difflib.get_close_matches(name, _BY_NAME, n=1)
    raise Refused(
        Message("There is no command /{name}.", name=match[1]),
        Message("Did you mean /{name}?", name=near[0]) if near else Message("Type /help for help."),
        position=1,
    )


def _pause(argument: Argument) -> Change:
    return Pause(at=argument.context.now)


def _resume(argument: Argument) -> Change:
    return Resume(at=argument.context.now)


def _close(argument: Argument) -> Change:
    return Close(at=argument.context.now)


def _asks(name: str) -> Callable[[Argument], Command]:
    """Asks the program for something, with what was typed after it."""
    return lambda argument: Command(name, argument.text)


COMMANDS = (
    CommandRow(Words("stap", "step"), Message("Go to an agenda item"), step, About.ITEM),
    CommandRow(Words("beurt", "turn"), Message("Give a party the floor"), turn, About.PARTY),
    CommandRow(Words("volgende", "next"), Message("Plan the next meeting"), plan_next, About.TEXT),
    CommandRow(Words("verslag", "minutes"), Message("The minutes of last time"), minutes, About.TEXT),
    CommandRow(Words("aanwezig", "present"), Message("Somebody is here"), present, About.PERSON),
    CommandRow(Words("afwezig", "absent"), Message("Somebody is not here"), absent, About.PERSON),
    CommandRow(Words("vertrokken", "left"), Message("Somebody left"), left, About.PERSON),
    CommandRow(Words("pauze", "pause"), Message("Take a break"), _pause),
    CommandRow(Words("hervat", "resume"), Message("Go on after a break"), _resume),
    CommandRow(Words("sluit", "close"), Message("Close the meeting"), _close),
    CommandRow(Words("ongedaan", "undo"), Message("Undo the last change"), _asks("undo")),
    CommandRow(Words("opnieuw", "redo"), Message("Redo what was undone"), _asks("redo")),
    CommandRow(Words("zoek", "search"), Message("Search"), _asks("search"), About.TEXT),
    CommandRow(Words("hulp", "help"), Message("Help"), _asks("help")),
    CommandRow(Words("stop", "stop", ("quit",)), Message("Leave"), _asks("quit")),
)
"""Every command, in the order in which they are offered."""

_BY_NAME = {fold(name): row for row in COMMANDS for name in row.names.all()}
