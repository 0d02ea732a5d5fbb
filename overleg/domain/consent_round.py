"""A round along the parties: what each says about a proposal, and the changes which that amounts to.

Nothing is recorded while it goes on; a round is a value, and each party that speaks makes another one.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from overleg.domain.changes import Change, apply
from overleg.domain.choices import Sensitivity
from overleg.domain.entry_changes import Amend, Endorse, Retract, standing_entry
from overleg.domain.kinds import row_of
from overleg.domain.model import AnyEntry, Endorsement, Reservation, Session
from overleg.domain.support import (
    consulted_body,
    endorsement_value,
    is_proposal,
    must_consult,
    parties_asked,
)
from overleg.domain.together import as_one
from overleg.errors import Message, Refused


class Stance(StrEnum):
    SILENT = "silent"
    AGREES = "agrees"
    OBJECTS = "objects"


@dataclass(frozen=True, slots=True)
class Voice:
    """What one party says. `is_asked` tells that nothing has to be asked any more about what it said."""

    party: str
    stance: Stance = Stance.SILENT
    reservation: Reservation | None = None
    text: str = ""
    sensitivity: Sensitivity = Sensitivity.NONE
    is_asked: bool = False


@dataclass(frozen=True, slots=True)
class Round:
    """The voices of the parties that are here, on the entry in its `text`; `away` are the others."""

    ref: str
    text: str
    voices: tuple[Voice, ...]
    away: tuple[str, ...] = ()

    def voice(self, party: str) -> Voice:
        return next(voice for voice in self.voices if voice.party == party)

    def saying(self, voice: Voice) -> "Round":
        """The round in which that party says this."""
        voices = tuple(voice if each.party == voice.party else each for each in self.voices)
        return replace(self, voices=voices)


def begun(session: Session, ref: str) -> Round:
    """The round on an entry, with what the parties said already.

    Raises `Refused` for an entry of a kind about which parties are not asked, or that is withdrawn.
    """
    entry = standing_entry(session, ref)
    if endorsement_value(entry, resists=False) is None:
        raise Refused(
            Message("{ref} is of a kind that parties do not endorse.", ref=ref),
            Message("Parties endorse goals, roles, decisions, agreements and what they plan together."),
        )
    asked = parties_asked(session, entry)
    return Round(
        ref=ref,
        text=entry.text,
        voices=tuple(_recorded(entry, party) for party in asked if session.is_present(party)),
        away=tuple(party for party in asked if not session.is_present(party)),
    )


def spoken(session: Session, said: Round, party: str, stance: Stance) -> Round:
    """The round in which a party takes that stance; who has to consult agrees under reservation."""
    if said.voice(party).stance is stance:
        return said
    entry = standing_entry(session, said.ref)
    asks = stance is Stance.AGREES and _asks_reservation(session, entry, party)
    body = consulted_body(session, party) if asks else ""
    voice = Voice(party, stance, Reservation(body=body) if body else None)
    return said.saying(voice)


def amended(said: Round, text: str) -> Round:
    """The round on other words, in which nobody has spoken yet."""
    if text == said.text:
        return said
    return replace(said, text=text, voices=tuple(Voice(voice.party) for voice in said.voices))


def still_to_ask(session: Session, said: Round) -> tuple[Voice, ...]:
    """What is asked after the round: on whose approval a yes waits, and why a party objects."""
    entry = standing_entry(session, said.ref)
    return tuple(
        voice
        for voice in said.voices
        if not voice.is_asked
        and (
            voice.stance is Stance.OBJECTS
            or (voice.stance is Stance.AGREES and _asks_reservation(session, entry, voice.party))
        )
    )


def changes(session: Session, said: Round, at: datetime) -> tuple[Change, ...]:
    """What the round changes; nothing of it is what was recorded already."""
    entry = standing_entry(session, said.ref)
    return tuple(_changes(entry, said, at))


def after(session: Session, said: Round, at: datetime) -> Session:
    """The session as the round would leave it."""
    change = as_one(changes(session, said, at))
    return apply(session, change) if change else session


def _changes(entry: AnyEntry, said: Round, at: datetime) -> Iterator[Change]:
    ref = said.ref
    if said.text != entry.text:
        yield Amend(at=at, ref=ref, text=said.text)
    is_new = said.text != entry.text and is_proposal(entry)
    before = {
        voice.party: Voice(voice.party) if is_new else _recorded(entry, voice.party) for voice in said.voices
    }
    changed = [voice for voice in said.voices if _said(voice) != _said(before[voice.party])]
    silent = tuple(voice.party for voice in changed if voice.stance is Stance.SILENT)
    if silent:
        yield Retract(at=at, ref=ref, parties=silent)
    plain = tuple(voice.party for voice in changed if _is_plain_yes(voice))
    if plain:
        yield Endorse(at=at, ref=ref, parties=plain)
    for voice in changed:
        if voice.stance is not Stance.SILENT and not _is_plain_yes(voice):
            yield Endorse(
                at=at,
                ref=ref,
                parties=(voice.party,),
                resists=voice.stance is Stance.OBJECTS,
                text=voice.text,
                reservation=voice.reservation,
                sensitivity=voice.sensitivity,
            )


def _said(voice: Voice) -> Voice:
    return replace(voice, is_asked=False)


def _is_plain_yes(voice: Voice) -> bool:
    return _said(voice) == Voice(voice.party, Stance.AGREES)


def _recorded(entry: AnyEntry, party: str) -> Voice:
    """What the party said already."""
    said = next((each for each in entry.endorsements if each.party == party), None)
    if said is None:
        return Voice(party)
    return Voice(party, _stance(entry, said), said.reservation, said.text, said.sensitivity, is_asked=True)


def _stance(entry: AnyEntry, said: Endorsement) -> Stance:
    if said.value is endorsement_value(entry, resists=False):
        return Stance.AGREES
    return Stance.OBJECTS if said.value is endorsement_value(entry, resists=True) else Stance.SILENT


def _asks_reservation(session: Session, entry: AnyEntry, party: str) -> bool:
    """Whether a yes of this party counts only after approval: where a yes binds, and nobody may give it."""
    return bool(row_of(entry).settled) and is_proposal(entry) and must_consult(session, party)
