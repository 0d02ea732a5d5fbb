"""Who stood behind an entry, who did not, who has not spoken yet, and under which conditions."""

from collections.abc import Iterable

from overleg.documents.marks import own_mark
from overleg.documents.outline import Text
from overleg.documents.particulars import reservation_sentence, reservation_words
from overleg.documents.runs import capitalised, plain, sentence
from overleg.documents.source import Source, is_first_state
from overleg.domain.choices import EndorsementValue
from overleg.domain.kinds import row_of
from overleg.domain.model import AnyEntry, Decision, Endorsement
from overleg.domain.support import parties_with_a_say


def endorsements(source: Source, entry: AnyEntry) -> Iterable[Text]:
    """Who agreed, recognised or objected, value by value, and then what they said with it."""
    _ = source.gettext
    patterns = {
        EndorsementValue.YES: _("Agreed: {parties}."),
        EndorsementValue.RECOGNISED: _("Recognised by {parties}."),
        EndorsementValue.OBJECTION: _("Objection of {parties}."),
        EndorsementValue.CONTESTED: _("Seen differently by {parties}."),
        EndorsementValue.NOT_YET: _("Not yet agreed: {parties}."),
    }
    for value, pattern in patterns.items():
        given = [each for each in entry.endorsements if each.value is value]
        if given:
            yield plain(pattern.format(parties=source.parties(each.party for each in given)))
        for each in given:
            yield from _remark(source, entry, each, "" if len(given) == 1 else source.party(each.party))


def _remark(source: Source, entry: AnyEntry, endorsement: Endorsement, who: str) -> Iterable[Text]:
    """What was said with an endorsement; `who` said it, where that is not clear already."""
    reservation = endorsement.reservation
    words = [reservation_words(source, reservation)] if reservation else []
    words += [endorsement.text] if endorsement.text else []
    if words:
        yield from own_mark(source, entry, endorsement.sensitivity)
        yield plain(" ".join(sentence(f"{who}: {each}" if who else capitalised(each)) for each in words))


def reservations(source: Source, entry: AnyEntry) -> list[str]:
    """The conditions on an entry itself and on the yes of each party, a sentence each."""
    own = getattr(entry, "reservation", None)
    told = [reservation_sentence(source, own)] if own else []
    for each in entry.endorsements:
        if each.reservation:
            words = reservation_words(source, each.reservation)
            told.append(sentence(f"{source.party(each.party)}: {words}"))
    return told


def objecting(entry: AnyEntry) -> list[str]:
    """The parties whose objection stands."""
    return [each.party for each in entry.endorsements if each.value is EndorsementValue.OBJECTION]


def consenting(entry: AnyEntry) -> list[Endorsement]:
    return [each for each in entry.endorsements if each.value is EndorsementValue.YES]


def still_missing(source: Source, entry: AnyEntry) -> list[str]:
    """The parties whose yes a proposal or a draft still lacks."""
    row = row_of(entry)
    if not row.settled or row.support is not EndorsementValue.YES or not is_first_state(entry):
        return []
    given = {each.party for each in consenting(entry)}
    return [party for party in parties_with_a_say(source.session, entry) if party not in given]


def to_be_informed(source: Source, entry: AnyEntry) -> list[str]:
    """The core parties that were not there when a decision was taken."""
    if not isinstance(entry, Decision) or not entry.status.startswith("taken"):
        return []
    session = source.session
    return [party.id for party in session.core_parties if not session.is_present(party.id)]
