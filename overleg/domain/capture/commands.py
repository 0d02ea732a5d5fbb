"""Lines that begin with ``/``: what happens to the meeting itself, and what is asked of the program."""

import difflib
import re
from collections.abc import Callable
from dataclasses import dataclass

from overleg.domain import dates, forms, names
from overleg.domain.capture import tokens
from overleg.domain.capture.context import Context, unknown_party
from overleg.domain.capture.tokens import Allowed
from overleg.domain.changes import Change
from overleg.domain.choices import AttendanceStatus, SessionStatus
from overleg.domain.meeting_changes import (
    AdoptMinutes,
    Attend,
    Close,
    CorrectMinutes,
    GiveTurn,
    GoToItem,
    Pause,
    Resume,
    SetNext,
    TakeInStep,
)
from overleg.domain.model import AgendaItem, Person
from overleg.domain.text import fold
from overleg.errors import Message, Refused


@dataclass(frozen=True, slots=True)
class Command:
    """Something asked of the program and not of the meeting, such as help or undo."""

    name: str
    argument: str = ""


@dataclass(frozen=True, slots=True)
class Argument:
    """What was typed after the name of a command, and where it stands in the line."""

    text: str
    position: int
    context: Context

    def missing(self, what: Message) -> Refused:
        return Refused(what, position=self.position)


def parse(text: str, context: Context) -> Change | Command | None:
    """What a command asks for; None for a line that is no command, as with "/ " or "//".

    Raises `Refused` with a position for a command that is unknown or lacks something.
    """
    match = re.match(r"/([^\W\d_]+)\s*", text)
    if match is None:
        return None
    name = fold(match[1])
    if name in _CHANGES:
        return _CHANGES[name](Argument(text[match.end() :].strip(), match.end(), context))
    if name in _COMMANDS:
        return Command(_COMMANDS[name], text[match.end() :].strip())
    near = difflib.get_close_matches(name, [*_CHANGES, *_COMMANDS], n=1)
    raise Refused(
        Message("There is no command /{name}.", name=match[1]),
        Message("Did you mean /{name}?", name=near[0]) if near else Message("Type /help for help."),
        position=1,
    )


def _step(argument: Argument) -> Change:
    context = argument.context
    session, wanted = context.session, fold(argument.text)
    if not wanted:
        raise argument.missing(Message("Which agenda item? Type its number or key."))
    if wanted in _NEIGHBOURS:
        return GoToItem(at=context.now, item=_neighbour(argument, _NEIGHBOURS[wanted]).id)
    item = _item(argument, wanted)
    if item is not None:
        return GoToItem(at=context.now, item=item.id)
    step = forms.find_step(context.forms, wanted.replace("-", "_"))
    if step is None:
        raise Refused(
            Message("There is no agenda item or step {step}.", step=argument.text),
            Message("The agenda has: {items}.", items=", ".join(each.id for each in session.agenda))
            if session.agenda
            else None,
            position=argument.position,
        )
    return TakeInStep(at=context.now, item=forms.item_of(step, len(session.core_parties), session.language))


def _item(argument: Argument, wanted: str) -> AgendaItem | None:
    """The item by its number, its key, or an unambiguous start of its title."""
    agenda = argument.context.session.agenda
    if wanted.isascii() and wanted.isdigit():
        if not 1 <= int(wanted) <= len(agenda):
            raise Refused(
                Message("The agenda has {count} items.", count=len(agenda)), position=argument.position
            )
        return agenda[int(wanted) - 1]
    exact = [item for item in agenda if wanted.replace("-", "_") in (item.id, item.step)]
    titled = [item for item in agenda if fold(item.title).startswith(wanted)]
    return exact[0] if exact else titled[0] if len(titled) == 1 else None


def _neighbour(argument: Argument, distance: int) -> AgendaItem:
    session = argument.context.session
    found = neighbour(argument.context, distance)
    if found is not None:
        return found
    if not session.agenda:
        raise argument.missing(Message("This meeting has no agenda yet."))
    raise argument.missing(
        Message("This is the last agenda item.")
        if distance > 0
        else Message("This is the first agenda item.")
    )


def neighbour(context: Context, distance: int) -> AgendaItem | None:
    """The agenda item so many places after the running one; the first one where none runs."""
    agenda, active = context.session.agenda, context.session.active_item
    place = agenda.index(active) + distance if active else 0
    return agenda[place] if 0 <= place < len(agenda) else None


def _turn(argument: Argument) -> Change:
    context = argument.context
    if fold(argument.text) in ("", "volgende", "next"):
        party = forms.next_turn(context.session)
        if party is None:
            raise argument.missing(Message("There are no parties at this table yet."))
    else:
        party = names.find_party(context.session, argument.text)
        if party is None:
            raise unknown_party(context, argument.text, argument.position)
    return GiveTurn(at=context.now, party=party.id)


def _next(argument: Argument) -> Change:
    day, _, time = argument.text.rpartition(" ")
    start = dates.read_clock(time) if day else None
    session = argument.context.session
    typed = day if start else argument.text
    try:
        when = dates.read(typed, session.date)
    except dates.ImpossibleDate:
        when = None
    if when is None:
        raise Refused(
            Message("{date} is not a date in any calendar.", date=typed)
            if typed
            else Message("On which date is the next meeting?"),
            Message("Type a date such as {example}.", example="11-2-2027 19:30"),
            position=argument.position,
        )
    return SetNext(at=argument.context.now, date=when, start=start)


def _minutes(argument: Argument) -> Change | Command:
    word, _, rest = argument.text.partition(" ")
    if fold(word) in ("vaststellen", "adopt"):
        return AdoptMinutes(at=argument.context.now)
    if fold(word) not in ("wijzig", "change"):
        return Command("documents", argument.text)
    if not rest.strip():
        raise argument.missing(Message("What has to change in the minutes of last time?"))
    return _correction(rest.strip(), argument.context)


_OPEN, _CLOSE = "['‘“\"]", "['’”\"]"
_ARROW = re.compile(rf"(?P<where>.*?)\s*{_OPEN}(?P<old>.+?){_CLOSE}\s*(?:->|→)\s*{_OPEN}(?P<new>.+?){_CLOSE}")


def _correction(text: str, context: Context) -> CorrectMinutes:
    """``PARTY: where 'old' -> 'new'``, or any text, which is kept whole as the correction."""
    who, colon, rest = text.partition(":")
    party = names.find_party(context.session, who) if colon else None
    read = tokens.read(rest.strip() if party else text, 0, context.session, Allowed())
    said = read.text
    arrow = _ARROW.fullmatch(said)
    return CorrectMinutes(
        at=context.now,
        party=party.id if party else None,
        where=arrow["where"] if arrow else "",
        old=arrow["old"] if arrow else "",
        new=arrow["new"] if arrow else said,
        sensitivity=read.sensitivity,
    )


def _present(argument: Argument) -> Change:
    """Somebody is here; with a time, somebody came late."""
    person, time = _person_and_time(argument)
    status = AttendanceStatus.PARTIAL if time else AttendanceStatus.PRESENT
    return Attend(at=argument.context.now, person=person.id, status=status, from_time=time)


def _absent(argument: Argument) -> Change:
    """Before the meeting that is a notice of absence, during it somebody is simply not there."""
    person, _ = _person_and_time(argument)
    planned = argument.context.session.status is SessionStatus.PLANNED
    status = AttendanceStatus.EXCUSED if planned else AttendanceStatus.ABSENT
    return Attend(at=argument.context.now, person=person.id, status=status)


def _left(argument: Argument) -> Change:
    person, time = _person_and_time(argument)
    earlier = next((each for each in argument.context.session.attendance if each.person == person.id), None)
    return Attend(
        at=argument.context.now,
        person=person.id,
        status=AttendanceStatus.PARTIAL,
        from_time=earlier.from_time if earlier else None,
        until=time or f"{argument.context.now:%H:%M}",
    )


def _person_and_time(argument: Argument) -> tuple[Person, str | None]:
    name, _, last = argument.text.rpartition(" ")
    time = dates.read_clock(last) if name else None
    name = re.sub(r"\s+(?:om|vanaf|tot|at|from|until)\Z", "", name, flags=re.IGNORECASE)
    typed = name if time else argument.text
    if not typed:
        raise argument.missing(Message("Who? Type a name from the list of people."))
    person = names.find_person(argument.context.session, typed)
    if person is None:
        raise Refused(
            Message("“{name}” is not on the list of people.", name=typed),
            Message("Type the name, or a beginning of it that only one person has."),
            position=argument.position,
        )
    return person, time


def _pause(argument: Argument) -> Change:
    return Pause(at=argument.context.now)


def _resume(argument: Argument) -> Change:
    return Resume(at=argument.context.now)


def _close(argument: Argument) -> Change:
    return Close(at=argument.context.now)


_NEIGHBOURS = {"volgende": 1, "next": 1, "vorige": -1, "previous": -1}

_CHANGES: dict[str, Callable[[Argument], Change | Command]] = {
    name: read
    for twins, read in (
        ("stap step", _step),
        ("beurt turn", _turn),
        ("volgende next", _next),
        ("verslag minutes", _minutes),
        ("aanwezig present", _present),
        ("afwezig absent", _absent),
        ("vertrokken left", _left),
        ("pauze pause", _pause),
        ("hervat resume", _resume),
        ("sluit close", _close),
    )
    for name in twins.split()
}

_COMMANDS: dict[str, str] = {
    name: command
    for twins, command in (
        ("ongedaan undo", "undo"),
        ("opnieuw redo", "redo"),
        ("zoek search", "search"),
        ("hulp help", "help"),
        ("stop quit", "quit"),
    )
    for name in twins.split()
}
