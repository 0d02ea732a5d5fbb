"""Parties support an entry or resist it, and what all that was said amounts to."""

from dataclasses import dataclass

from msgspec.structs import replace as but

from overleg.domain.at_table import check_parties
from overleg.domain.changes import Change
from overleg.domain.choices import Sensitivity
from overleg.domain.entry_changes.about import AboutEntry, history_line, standing_entry, with_entry
from overleg.domain.model import AnyEntry, Endorsement, HistoryLine, Reservation, Session
from overleg.domain.support import agreed_state, endorsement_value
from overleg.errors import Message, Refused


@dataclass(frozen=True, slots=True, kw_only=True)
class Endorse(AboutEntry):
    """Parties support an entry, or resist it; what each said before is kept in the history."""

    parties: tuple[str, ...]
    resists: bool = False
    text: str = ""
    reservation: Reservation | None = None
    sensitivity: Sensitivity = Sensitivity.NONE

    def made(self, session: Session) -> Session:
        entry = standing_entry(session, self.ref)
        check_parties(session, self.parties)
        value = endorsement_value(entry, self.resists)
        if value is None:
            raise _not_endorsable(entry, self.resists)
        new = tuple(
            Endorsement(
                party=party,
                value=value,
                reservation=self.reservation,
                text=self.text,
                sensitivity=self.sensitivity,
                session=session.id,
                at=self.at,
            )
            for party in dict.fromkeys(self.parties)
        )
        heard = without_stances(session, self, entry, self.parties)
        endorsed = but(heard, endorsements=heard.endorsements + new)
        return with_entry(session, settled(session, self, endorsed))


@dataclass(frozen=True, slots=True, kw_only=True)
class Retract(AboutEntry):
    """What parties said about an entry no longer counts: they are silent again, and the history knows."""

    parties: tuple[str, ...]

    def made(self, session: Session) -> Session:
        entry = standing_entry(session, self.ref)
        heard = without_stances(session, self, entry, self.parties)
        if heard is entry:
            return session
        return with_entry(session, settled(session, self, heard))


def settled(session: Session, change: Change, entry: AnyEntry) -> AnyEntry:
    """The entry in the state that all that was said about it amounts to."""
    status = agreed_state(session, entry)
    if status == entry.status:
        return entry
    line = history_line(session, change, "status", entry.status, status)
    return but(entry, status=status, history=(*entry.history, line))


def without_stances(session: Session, change: Change, entry: AnyEntry, parties: tuple[str, ...]) -> AnyEntry:
    """The entry without what these parties said about it, which is kept in its history."""
    gone = [each for each in entry.endorsements if each.party in parties]
    if not gone:
        return entry
    kept = tuple(each for each in entry.endorsements if each.party not in parties)
    history = entry.history + tuple(_said_before(session, change, each) for each in gone)
    return but(entry, endorsements=kept, history=history)


def _said_before(session: Session, change: Change, old: Endorsement) -> HistoryLine:
    line = history_line(session, change, "endorsement", old.value, "")
    return but(line, note=old.text, sensitivity=old.sensitivity, by=old.party)


def _not_endorsable(entry: AnyEntry, resists: bool) -> Refused:
    if resists:
        return Refused(
            Message("Nobody can object to {ref}: it is of a kind that is not agreed upon.", ref=entry.ref)
        )
    return Refused(
        Message("{ref} is of a kind that parties do not endorse.", ref=entry.ref),
        Message("Parties endorse goals, roles, decisions, agreements and what they plan together."),
    )
