"""Changes to the meeting itself: turns, attendance, breaks, next date, minutes of last time."""

from dataclasses import dataclass
from datetime import date

from msgspec.structs import replace as but

from overleg.domain import rounds
from overleg.domain.agenda_changes import GoToItem
from overleg.domain.changes import Change
from overleg.domain.choices import AttendanceStatus, ItemStatus, Sensitivity, SessionStatus
from overleg.domain.model import (
    Adoption,
    Attendance,
    Clock,
    Correction,
    NextSession,
    Session,
    Turn,
)
from overleg.domain.running import begun, ended_turn, left_item, stopped_clock
from overleg.errors import Message, Refused


@dataclass(frozen=True, slots=True, kw_only=True)
class GiveTurn(Change):
    """Give a party the floor; the turn that ran ends."""

    party: str

    def made(self, session: Session) -> Session:
        if session.party(self.party) is None:
            raise Refused(Message("There is no party {party} at this table.", party=self.party))
        if session.turn and session.turn.party == self.party:
            return session
        session = ended_turn(session, self.at)
        active = session.active_item
        turn = Turn(
            id=f"t{len(session.turns) + 1}",
            item=active.id if active else None,
            party=self.party,
            voiced_party=rounds.voiced_by(session, self.party),
            start=self.at,
        )
        return but(session, turns=(*session.turns, turn))


@dataclass(frozen=True, slots=True, kw_only=True)
class SetNext(Change):
    """Plan the next session of the series."""

    date: date
    start: Clock | None = None

    def made(self, session: Session) -> Session:
        if self.date < session.date:
            raise Refused(
                Message("The next meeting cannot be before this one."),
                Message("Type the date with its year, such as {example}.", example="11-2-2027"),
            )
        place = session.next.place if session.next else ""
        return but(session, next=NextSession(date=self.date, start=self.start, place=place))


@dataclass(frozen=True, slots=True, kw_only=True)
class Attend(Change):
    """Record that somebody is here, is not, came late or left."""

    person: str
    status: AttendanceStatus
    from_time: Clock | None = None
    until: Clock | None = None

    def made(self, session: Session) -> Session:
        if session.person(self.person) is None:
            raise Refused(Message("{person} is not on the list of people.", person=self.person))
        record = Attendance(
            person=self.person, status=self.status, from_time=self.from_time, until=self.until
        )
        before = next((each for each in session.attendance if each.person == self.person), None)
        if before is None:
            return but(session, attendance=(*session.attendance, record))
        if record == before:
            return session
        return but(
            session, attendance=tuple(record if each is before else each for each in session.attendance)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Pause(Change):
    def made(self, session: Session) -> Session:
        if session.status is not SessionStatus.LIVE:
            raise Refused(Message("The meeting is not running, so there is nothing to pause."))
        session = stopped_clock(ended_turn(session, self.at), self.at)
        return but(session, status=SessionStatus.PAUSED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Resume(Change):
    """Begin, or go on after a pause, in the running item or else the first that is not done."""

    def made(self, session: Session) -> Session:
        if session.status is SessionStatus.LIVE:
            return session
        active = session.active_item
        first = next((item for item in session.agenda if item.status is ItemStatus.PENDING), None)
        if active is None and first is not None:
            return GoToItem(at=self.at, item=first.id).made(session)
        agenda = tuple(but(item, started_at=self.at) if item is active else item for item in session.agenda)
        return begun(but(session, agenda=agenda), self.at)


@dataclass(frozen=True, slots=True, kw_only=True)
class Close(Change):
    def made(self, session: Session) -> Session:
        return but(left_item(session, self.at), status=SessionStatus.CLOSED, ended_at=self.at)


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectMinutes(Change):
    """Note a correction to the minutes of last time, before they are adopted."""

    party: str | None
    where: str = ""
    old: str = ""
    new: str = ""
    sensitivity: Sensitivity = Sensitivity.NONE

    def made(self, session: Session) -> Session:
        correction = Correction(
            party=self.party,
            where=self.where,
            old=self.old,
            new=self.new,
            at=self.at,
            sensitivity=self.sensitivity,
        )
        corrections = correctable(session).corrections
        check_correction(session, correction)
        return with_corrections(session, (*corrections, correction))


@dataclass(frozen=True, slots=True, kw_only=True)
class AdoptMinutes(Change):
    def made(self, session: Session) -> Session:
        if session.adopts is None:
            raise _no_minutes()
        if session.adopts.at is not None:
            return session
        return but(session, adopts=but(session.adopts, at=self.at))


def correctable(session: Session) -> Adoption:
    """The minutes of last time as long as they can be corrected; refused where they cannot."""
    if session.adopts is None:
        raise _no_minutes()
    if session.adopts.at is not None:
        raise Refused(
            Message("The minutes of last time are adopted already."),
            Message("Record the correction as a note in this meeting."),
        )
    return session.adopts


def with_corrections(session: Session, corrections: tuple[Correction, ...]) -> Session:
    return but(session, adopts=but(correctable(session), corrections=corrections))


def check_correction(session: Session, correction: Correction) -> None:
    """Refuse a correction that says nothing, or is of a party that is not at the table."""
    if not correction.new and not correction.old:
        raise Refused(Message("A correction says what is to be changed, and what it becomes."))
    if correction.party is not None and session.party(correction.party) is None:
        raise Refused(Message("There is no party {party} at this table.", party=correction.party))


def _no_minutes() -> Refused:
    return Refused(Message("This is the first meeting of its series: there are no minutes of last time."))
