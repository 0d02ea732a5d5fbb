"""Checks on decisions: who still has to speak, who objects, who must ask at home first."""

from collections.abc import Iterator

from overleg.domain.actions import STANDING
from overleg.domain.checks.meeting import Meeting
from overleg.domain.checks.moment import Moment
from overleg.domain.checks.row import Check, Found, Level, when
from overleg.domain.choices import DecisionMethod, EndorsementValue, Kind, Mandate
from overleg.domain.model import Action, AnyEntry, Decision, Expectation
from overleg.errors import Message

_NOT_NOW = ("withdrawn", "revised", "deferred")
_FOLLOWED_BY = (Kind.ACTION, Kind.AGREEMENT)


def standing(meeting: Meeting) -> list[Decision]:
    return [decision for decision in meeting.of(Decision) if decision.status not in _NOT_NOW]


def decision_no_action(meeting: Meeting) -> Iterator[Found]:
    for decision in standing(meeting):
        if not meeting.has_link(decision, *_FOLLOWED_BY):
            yield Found(decision.ref, refs=(decision.ref,), values={"no": decision.ref})


def consent_incomplete(meeting: Meeting) -> Iterator[Found]:
    for decision in standing(meeting):
        if decision.status != "proposed" or decision.method is not DecisionMethod.CONSENT:
            continue
        spoken = {each.party for each in decision.endorsements}
        silent = tuple(party for party in meeting.core if party not in spoken)
        if silent:
            values = {"no": decision.ref, "parties": meeting.names(silent)}
            yield Found(decision.ref, refs=(decision.ref,), parties=silent, values=values)


def objection_open(meeting: Meeting) -> Iterator[Found]:
    for decision in standing(meeting):
        for each in decision.endorsements:
            if each.value is EndorsementValue.OBJECTION:
                yield _about_party(decision, each.party, meeting)


def decision_without_mandate(meeting: Meeting) -> Iterator[Found]:
    for decision in standing(meeting):
        if decision.reservation is not None:
            continue
        for each in decision.endorsements:
            is_plain_yes = each.value is EndorsementValue.YES and each.reservation is None
            if is_plain_yes and each.session == meeting.session.id and _consults(each.party, meeting):
                yield _about_party(decision, each.party, meeting)


def _consults(party: str, meeting: Meeting) -> bool:
    """Whether nobody who sits here for the party may decide, and somebody has to ask at home."""
    mandates = {person.mandate for person in meeting.people_here.get(party, ())}
    return Mandate.CONSULT in mandates and Mandate.DECIDE not in mandates


def absent_party_affected(meeting: Meeting) -> Iterator[Found]:
    absent = [party for party in meeting.parties if party not in meeting.present]
    for entry in meeting.entries if absent else ():
        if entry.born_in == meeting.session.id:
            bound = _bound(entry)
            for party in absent:
                if party in bound:
                    yield _about_party(entry, party, meeting)


def _bound(entry: AnyEntry) -> tuple[str | None, ...]:
    """The parties that an entry asks something of."""
    match entry:
        case Decision() if entry.status not in _NOT_NOW:
            return entry.parties
        case Action() if entry.status in STANDING:
            return entry.parties
        case Expectation():
            return (entry.to_party,)
    return ()


def _about_party(entry: AnyEntry, party: str, meeting: Meeting) -> Found:
    values = {"party": meeting.name(party), "no": entry.ref}
    return Found(f"{entry.ref} {party}", refs=(entry.ref,), parties=(party,), values=values)


ROWS = (
    Check(
        "decision_no_action",
        Level.HINT,
        when(Moment.CLOSING),
        decision_no_action,
        Message("Decision {no} has no follow-up."),
    ),
    Check(
        "consent_incomplete",
        Level.WARN,
        when(Moment.LIVE),
        consent_incomplete,
        Message("{no} still lacks: {parties}."),
        core=True,
    ),
    Check(
        "objection_open",
        Level.WARN,
        when(Moment.LIVE),
        objection_open,
        Message("Objection of {party} to {no} is not solved yet."),
        core=True,
    ),
    Check(
        "decision_without_mandate",
        Level.HINT,
        when(Moment.LIVE),
        decision_without_mandate,
        Message("{party} consults at home first: record a reservation?"),
    ),
    Check(
        "absent_party_affected",
        Level.HINT,
        when(Moment.LIVE, Moment.OPENING),
        absent_party_affected,
        Message("{party} is not here, yet {no} concerns it."),
    ),
)
