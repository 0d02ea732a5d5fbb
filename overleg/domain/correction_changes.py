"""What can be done to a correction of the minutes of last time before they are adopted."""

from dataclasses import dataclass

from msgspec.structs import replace as but

from overleg.domain.changes import Change
from overleg.domain.choices import Sensitivity
from overleg.domain.meeting_changes import check_correction, correctable, with_corrections
from overleg.domain.model import Correction, Session
from overleg.errors import Message, Refused


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeCorrection(Change):
    """Put a correction, known by what it was, in other words."""

    was: Correction
    party: str | None
    where: str = ""
    old: str = ""
    new: str = ""
    sensitivity: Sensitivity = Sensitivity.NONE

    def made(self, session: Session) -> Session:
        becomes = but(
            self.was,
            party=self.party,
            where=self.where,
            old=self.old,
            new=self.new,
            sensitivity=self.sensitivity,
        )
        corrections, place = _found(session, self.was)
        if becomes == self.was:
            return session
        check_correction(session, becomes)
        return with_corrections(session, (*corrections[:place], becomes, *corrections[place + 1 :]))


@dataclass(frozen=True, slots=True, kw_only=True)
class DropCorrection(Change):
    """Take a correction, known by what it was, off the list."""

    was: Correction

    def made(self, session: Session) -> Session:
        corrections, place = _found(session, self.was)
        return with_corrections(session, (*corrections[:place], *corrections[place + 1 :]))


def _found(session: Session, correction: Correction) -> tuple[tuple[Correction, ...], int]:
    """The corrections, and the place of this one among them."""
    corrections = correctable(session).corrections
    if correction not in corrections:
        raise Refused(
            Message("Somebody has changed or removed that correction."),
            Message("Look at the list again, and change what stands there now."),
        )
    return corrections, corrections.index(correction)
