"""`overleg add`: the capture line without the app."""

import sys
from collections.abc import Callable, Iterator

from overleg.cli.arguments import Given
from overleg.cli.output import complain, say_line, told, warn
from overleg.desk.workbench import Desk, Made, open_session
from overleg.documents.reading import hints, reading
from overleg.domain.capture import Command, Problem
from overleg.domain.capture.commands import command_called
from overleg.domain.changes import Change
from overleg.domain.choices import SessionStatus
from overleg.domain.meeting_changes import Close
from overleg.domain.model import Session
from overleg.errors import Message, OverlegError, Refused
from overleg.locale import say


def run(given: Given) -> int:
    """Record each line, and say so when it is on the disk and not before.

    A line that cannot be applied is named on standard error with its number and position, the others are
    recorded all the same; answers 1 if any was not.
    """
    desk = open_session(given.folders, given.options.session, given.clock)
    failed = 0
    for number, line in enumerate(_lines(given.options.lines), start=1):
        if line.strip():
            failed += not _record(desk, given, number, line)
    return 1 if failed else 0


def _lines(given: list[str]) -> Iterator[str]:
    """The lines of the arguments; without any, or for ``-``, those of standard input as they come."""
    for argument in given or ["-"]:
        if argument == "-":
            yield from map(_decoded, iter(sys.stdin.buffer.readline, b""))
        else:
            yield from argument.splitlines()


def _decoded(raw: bytes) -> str:
    """A line of standard input; what is no UTF-8 comes from an old Windows program."""
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("cp1252", errors="replace")


def _record(desk: Desk, given: Given, number: int, line: str) -> bool:
    """Record one line; answers whether it is on the disk, and the next meeting ready where it closed this."""
    if _closed_again(line, desk.session):
        # Again: whoever closed it before may have been kept from planning the next meeting.
        say_line(say(Message("The meeting is closed"), given.language))
        return _plan_next(desk, given)
    done = desk.enter(line)
    problem = _obey(desk, given, done) if isinstance(done, Command) else done
    if isinstance(problem, Problem):
        _complain(given, number, problem.position, reading(problem, desk.session, given.language))
        return False
    if desk.trouble is not None:
        _complain(given, number, 0, told(desk.trouble, given.language))
        # Who is told that a line was not recorded types it again: it must not be saved later after all.
        desk.give_up_waiting()
        return False
    if isinstance(done, Made):
        say_line(" ".join([*done.refs, reading(done.change, desk.session, given.language)]))
        for hint in hints(done.change, given.language):
            warn(say(Message("line {number}: ", number=number), given.language) + hint)
    return _plan_next(desk, given) if isinstance(done, Made) and isinstance(done.change, Close) else True


def _closed_again(line: str, session: Session) -> bool:
    """Whether a line closes a meeting that is closed already."""
    is_close = command_called(line.strip().removeprefix("/")) is command_called("close")
    return is_close and line.lstrip().startswith("/") and session.status is SessionStatus.CLOSED


def _plan_next(desk: Desk, given: Given) -> bool:
    """Have the next meeting ready, as at the end of a meeting in the app; answers whether it is."""
    from overleg.cli.next import tell_planned
    from overleg.desk.next_meeting import plan_next

    try:
        tell_planned(plan_next(desk, given.folders).session, given.language)
    except OverlegError as error:
        complain(error, given.language)
        return False
    return True


def _obey(desk: Desk, given: Given, command: Command) -> Problem | None:
    """Undo and redo mean something here; the other commands are for the app."""
    if command.name not in _OBEYED:
        return Problem(
            0, Message("This works in the app only."), Message("Open it with {command}.", command="overleg")
        )
    do, said = _OBEYED[command.name]
    try:
        what = reading(do(desk), desk.session, given.language)
    except Refused as refused:
        return Problem(refused.position, refused.message, refused.hint)
    say_line(say(said(what), given.language))
    return None


_OBEYED: dict[str, tuple[Callable[[Desk], Change], Callable[[str], Message]]] = {
    "undo": (Desk.undo, lambda what: Message("Undone: {what}", what=what)),
    "redo": (Desk.redo, lambda what: Message("Redone: {what}", what=what)),
}


def _complain(given: Given, number: int, position: int, reason: str) -> None:
    at = say(
        Message("line {number}, position {position}: ", number=number, position=position + 1), given.language
    )
    warn(at + reason)
