"""Who stands before the colon: ``GEM``, ``GEM/Ruud``, ``GEM+ZOR``, ``*``, ``WIJ>ZOR``, ``WEL/BUU``."""

from dataclasses import dataclass, replace

from overleg.domain import names
from overleg.domain.model import Session
from overleg.domain.text import fold

_EVERYBODY = frozenset({"*", "allen", "all"})


@dataclass(frozen=True, slots=True)
class Speakers:
    """Who said it, the speaker or lead first, and to or about whom."""

    parties: tuple[str, ...] = ()
    for_all: bool = False
    person: str | None = None
    voiced_party: str | None = None
    to_party: str | None = None
    to_all: bool = False

    @property
    def is_directed(self) -> bool:
        return self.to_party is not None or self.to_all


def find_speakers(session: Session, typed: str) -> Speakers | None:
    """Who is meant by what was typed before the colon; None when that is nobody at this table."""
    left, arrow, right = typed.partition(">")
    speakers = _left(session, left.strip())
    if speakers is None or not arrow:
        return speakers
    if _is_everybody(right):
        return replace(speakers, to_all=True)
    addressed = _party(session, right)
    if addressed is None or addressed in speakers.parties[:1]:
        return None
    return replace(speakers, to_party=addressed)


def _left(session: Session, typed: str) -> Speakers | None:
    if _is_everybody(typed):
        return Speakers(parties=tuple(party.id for party in session.core_parties), for_all=True)
    if "+" in typed:
        parties = [_party(session, part) for part in typed.split("+")]
        known = tuple(party for party in dict.fromkeys(parties) if party is not None)
        return Speakers(parties=known) if len(known) == len(parties) else None
    if "/" in typed:
        return _with_slash(session, typed)
    return _one(session, typed)


def _one(session: Session, typed: str) -> Speakers | None:
    party = names.find_party(session, typed)
    if party is not None:
        return Speakers(parties=(party.id,))
    person = names.find_person(session, typed)
    if person is None:
        return None
    return Speakers(parties=(person.party,) if person.party else (), person=person.id)


def _with_slash(session: Session, typed: str) -> Speakers | None:
    """``GEM/Ruud`` is a person of it; ``WEL/BUU`` is WEL speaking as BUU."""
    before, _, after = typed.partition("/")
    party = names.find_party(session, before)
    if party is None:
        return None
    person = names.find_person(session, after, party.id)
    if person is not None and person.party == party.id:
        return Speakers(parties=(party.id,), person=person.id)
    voiced = names.find_party(session, after)
    if voiced is None or voiced.id == party.id:
        return None
    return Speakers(parties=(party.id,), voiced_party=voiced.id)


def _party(session: Session, typed: str) -> str | None:
    speakers = _one(session, typed)
    return speakers.parties[0] if speakers and speakers.parties else None


def _is_everybody(typed: str) -> bool:
    return fold(typed.strip()) in _EVERYBODY
