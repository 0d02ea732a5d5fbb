"""Who is here: ``/aanwezig``, ``/afwezig``, ``/vertrokken``."""

import re

from overleg.domain import dates, names
from overleg.domain.capture.command import Argument
from overleg.domain.changes import Change
from overleg.domain.choices import AttendanceStatus, SessionStatus
from overleg.domain.meeting_changes import Attend
from overleg.domain.model import Person
from overleg.errors import Message, Refused


def present(argument: Argument) -> Change:
    """Somebody is here; with a time, somebody came late."""
    person, time = _person_and_time(argument)
    status = AttendanceStatus.PARTIAL if time else AttendanceStatus.PRESENT
    return Attend(at=argument.context.now, person=person.id, status=status, from_time=time)


def absent(argument: Argument) -> Change:
    """Before the meeting that is a notice of absence, during it somebody is simply not there."""
    person, _ = _person_and_time(argument)
    planned = argument.context.session.status is SessionStatus.PLANNED
    status = AttendanceStatus.EXCUSED if planned else AttendanceStatus.ABSENT
    return Attend(at=argument.context.now, person=person.id, status=status)


def left(argument: Argument) -> Change:
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
