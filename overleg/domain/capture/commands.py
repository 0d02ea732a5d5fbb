"""Lines that begin with ``/``: what happens to the meeting itself, and what is asked of the program."""

import difflib
import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from overleg.domain.capture.agenda_commands import defer, extend, plan_next, skip, step, turn
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
    ENTRY = "entry"
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
    match = re.match(r"/([^\W\d_]+(?:-[^\W\d_]+)*)\s*", text)
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


def _asks(name: str, names: Words, meaning: Message, about: About = About.NOTHING) -> CommandRow:
    """A row that asks the program for something, with what was typed after it."""
    return CommandRow(names, meaning, lambda argument: Command(name, argument.text, meaning), about)


COMMANDS = (
    CommandRow(Words("stap", "step"), Message("Go to an agenda item"), step, About.ITEM),
    CommandRow(Words("sla-over", "skip", ("overslaan",)), Message("Skip an agenda item"), skip, About.ITEM),
    CommandRow(Words("uitstel", "defer"), Message("Put an agenda item off"), defer, About.ITEM),
    CommandRow(Words("verleng", "extend"), Message("Give the running item more time"), extend, About.TEXT),
    CommandRow(Words("beurt", "turn"), Message("Give a party the floor"), turn, About.PARTY),
    CommandRow(Words("volgende", "next"), Message("Plan the next meeting"), plan_next, About.TEXT),
    CommandRow(Words("verslag", "minutes"), Message("The minutes of last time"), minutes, About.TEXT),
    CommandRow(Words("aanwezig", "present"), Message("Somebody is here"), present, About.PERSON),
    CommandRow(Words("afwezig", "absent"), Message("Somebody is not here"), absent, About.PERSON),
    CommandRow(Words("vertrokken", "left"), Message("Somebody left"), left, About.PERSON),
    CommandRow(Words("pauze", "pause"), Message("Take a break"), _pause),
    CommandRow(Words("hervat", "resume"), Message("Go on after a break"), _resume),
    CommandRow(Words("sluit", "close"), Message("Close the meeting"), _close),
    _asks("undo", Words("ongedaan", "undo"), Message("Undo the last change")),
    _asks("redo", Words("opnieuw", "redo"), Message("Redo what was undone")),
    _asks("search", Words("zoek", "search"), Message("Search"), About.TEXT),
    _asks(
        "search_all",
        Words("overal", "everywhere", ("zoek-overal", "search-all")),
        Message("Search all meetings"),
        About.TEXT,
    ),
    _asks("past", Words("verloop", "history"), Message("What became of it in all meetings"), About.ENTRY),
    _asks("edit", Words("wijzig", "edit"), Message("Change an entry"), About.ENTRY),
    _asks("answer", Words("antwoord", "answer"), Message("Answer what waits for an answer")),
    _asks("round", Words("ronde", "round"), Message("Go round: who agrees?"), About.ENTRY),
    _asks("park", Words("parkeer", "park"), Message("Park this agenda item and go on")),
    _asks(
        "confidential",
        Words("vertrouwelijk", "confidential"),
        Message("Make it confidential, or open again"),
        About.ENTRY,
    ),
    _asks("reveal", Words("toon", "reveal"), Message("Show the text of what is confidential"), About.ENTRY),
    _asks("quiet", Words("stil", "quiet"), Message("Put away what the program noticed"), About.TEXT),
    _asks("columns", Words("kolommen", "columns"), Message("What each party said, side by side")),
    _asks("matrix", Words("matrix", "matrix"), Message("Who asks what of whom")),
    _asks("overviews", Words("overzichten", "overviews"), Message("Roles, give and take, shared goals")),
    _asks("review", Words("terugblik", "review"), Message("Walk through what was left open")),
    _asks("read_back", Words("voorlees", "readback"), Message("Read back what was agreed last")),
    _asks("presentation", Words("presentatie", "presentation"), Message("Large and calm, for the beamer")),
    _asks("setup", Words("voorbereiding", "setup"), Message("Parties, people and agenda")),
    _asks("attendance", Words("aanwezigheid", "attendance"), Message("Who is here")),
    _asks(
        "closing", Words("afronden", "finish"), Message("What is still open, the next date, the documents")
    ),
    _asks("theme", Words("kleuren", "colours"), Message("Dark, light, or black on white")),
    _asks("help", Words("hulp", "help"), Message("Help")),
    _asks("quit", Words("stop", "stop", ("quit",)), Message("Leave")),
)
"""Every command, in the order in which they are offered."""

_BY_NAME = {fold(name): row for row in COMMANDS for name in row.names.all()}
