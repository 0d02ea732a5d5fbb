"""What a round amounts to, in words, before it is closed."""

from overleg.documents.in_brief import state_of
from overleg.domain import names
from overleg.domain.choices import Language
from overleg.domain.consent_round import Round, Stance
from overleg.domain.kinds import row_of
from overleg.domain.model import AnyEntry, Session
from overleg.errors import Message
from overleg.locale import listing, say


def amounts_to(said: Round, session: Session, after: Session, language: Language) -> list[str]:
    """What becomes of the entry if the round is closed now, and why, a sentence each.

    `after` is the session as the round would leave it.
    """
    entry = after.entry(said.ref)
    told = [_why(said, session, language), _outcome(entry, language) if entry else None]
    return [say(each, language) for each in told if each is not None]


def to_be_informed(said: Round, session: Session, language: Language) -> str:
    """Who is not here, and hears of it later."""
    if not said.away:
        return ""
    return say(
        Message("To be informed: {parties}", parties=_named(list(said.away), session, language)), language
    )


def _why(said: Round, session: Session, language: Language) -> Message | None:
    by_stance = {
        stance: [voice.party for voice in said.voices if voice.stance is stance] for stance in Stance
    }
    if objecting := by_stance[Stance.OBJECTS]:
        return Message("Objection of {parties}.", parties=_named(objecting, session, language))
    if silent := by_stance[Stance.SILENT]:
        return Message("Not heard yet: {parties}.", parties=_named(silent, session, language))
    reserved = [
        voice.party for voice in said.voices if voice.reservation and not voice.reservation.confirmed_at
    ]
    if reserved:
        return Message(
            "Everybody agrees, {parties} under reservation.", parties=_named(reserved, session, language)
        )
    return Message("Everybody who is here agrees.") if said.voices else None


def _outcome(entry: AnyEntry, language: Language) -> Message | None:
    if not row_of(entry).settled:
        return None
    return Message("{ref} is then: {state}.", ref=entry.ref, state=state_of(entry, language))


def _named(parties: list[str], session: Session, language: Language) -> str:
    return listing([names.party_name(session, party) for party in parties], language)
