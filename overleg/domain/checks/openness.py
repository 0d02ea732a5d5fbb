"""Checks on openness: own agendas on the table, and what stays within these walls."""

import re
from collections.abc import Iterator
from functools import lru_cache

from overleg.domain.checks.meeting import Meeting, is_confidential
from overleg.domain.checks.moment import Moment
from overleg.domain.checks.row import Check, Found, Level, when
from overleg.domain.checks.since import came_up
from overleg.domain.checks.wording import TEXTS
from overleg.domain.choices import AgreementType, Mandate, NoteSubtype, SeatRole, Sensitivity
from overleg.domain.model import Agreement, AnyEntry, Expectation, Goal, Note
from overleg.domain.text import fold
from overleg.errors import Message


def agenda_not_stated(meeting: Meeting) -> Iterator[Found]:
    stated = {
        party for note in meeting.of(Note) if note.subtype is NoteSubtype.AGENDA for party in note.parties
    }
    stated |= {party for goal in meeting.of(Goal) if not goal.for_all for party in goal.parties}
    for party in meeting.core:
        if party not in stated:
            yield Found(party, parties=(party,), values={"party": meeting.name(party)})


_ONE_WITHOUT_RULE = Message("There is one sensitive item and no agreement yet on what may leave the room.")


def sensitive_no_rule(meeting: Meeting) -> Iterator[Found]:
    refs = tuple(entry.ref for entry in (*meeting.entries, *meeting.voiced) if is_confidential(entry))
    if refs and not any(_is_rule(agreement) for agreement in meeting.of(Agreement)):
        yield Found(
            refs=refs,
            values={"n": len(refs)},
            message=_ONE_WITHOUT_RULE if len(refs) == 1 else None,
        )


def _is_rule(agreement: Agreement) -> bool:
    is_over = agreement.status in ("expired", "broken")
    return agreement.type is AgreementType.CONFIDENTIALITY and not is_over


_PUT_IN = Message("{n} sensitive items will be put in this document.")
_ONE_PUT_IN = Message("One sensitive item will be put in this document.")
_ONE_LEFT_OUT = Message("One sensitive item will be left out of this document.")


def sensitive_export(meeting: Meeting) -> Iterator[Found]:
    """What was withdrawn counts too: a document lists it."""
    refs = tuple(entry.ref for entry in meeting.session.entries if _holds_confidence(entry))
    if not refs:
        return
    one, more = (_ONE_PUT_IN, _PUT_IN) if meeting.moment is Moment.EXPORT_CLOSED else (_ONE_LEFT_OUT, None)
    yield Found(refs=refs, values={"n": len(refs)}, message=one if len(refs) == 1 else more)


def _holds_confidence(entry: AnyEntry) -> bool:
    """Whether the entry or something that was said about it is confidential."""
    classes = {each.sensitivity for each in entry.history}
    classes.update(each.sensitivity for each in entry.endorsements)
    if isinstance(entry, Expectation) and entry.answer is not None:
        classes.add(entry.answer.sensitivity)
    return is_confidential(entry) or not classes <= {Sensitivity.NONE}


_NINE_DIGITS = re.compile(r"(?<![0-9])[0-9]{9}(?![0-9])")
_BIRTH_DATE = re.compile(
    r"\b(?:geboren|geb\.|geboorted|born|date of birth).{0,12}\d|\b\d{1,2}[-/.]\d{1,2}[-/.]19\d\d\b",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"\b(?i:mevrouw|mevr\.?|mw\.?|meneer|dhr\.?|de heer|mrs\.?|mr\.?|ms\.?)\s+"
    r"(?:(?i:de|den|der|van|von|ter|ten|te|het|'t|’t)\s+)*([A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+)*)"
)
_MARKS = (
    *("mevr", "mw", "meneer", "dhr", "heer ", "mr", "ms.", "ms "),
    *("geboren", "geb.", "geboorted", "born", "date of birth", "-19", "/19", ".19"),
)
"""Without one of these in lower case the two expressions above find nobody; they take their time."""


def person_data(meeting: Meeting) -> Iterator[Found]:
    """The names of participants are no secret; whoever else is named with a title may be a client."""
    participants = {fold(word) for person in meeting.session.people for word in person.name.split()}
    told = (ref for ref, text in _texts(meeting) if _tells_of_somebody(text, participants))
    for ref in dict.fromkeys(told):
        yield Found(ref, refs=(ref,))


def _texts(meeting: Meeting) -> Iterator[tuple[str, str]]:
    """Everything that was said, after the entry in which it was."""
    for entry in (*meeting.entries, *meeting.voiced):
        yield entry.ref, entry.text
        if entry.detail:
            yield entry.ref, entry.detail
    for each in meeting.of(Expectation):
        if each.answer is not None:
            yield each.ref, each.answer.text


def _tells_of_somebody(text: str, participants: set[str]) -> bool:
    has_data, names = _person_in(text)
    if has_data or not names:
        return has_data
    return any(participants.isdisjoint(map(fold, name.split())) for name in names)


# A text is read once, and not again at every change of something else.
@lru_cache(maxsize=TEXTS)
def _person_in(text: str) -> tuple[bool, tuple[str, ...]]:
    """Whether a text holds a number or a birth date of somebody, and the names with a title in it."""
    has_number = bool(_NINE_DIGITS.search(text))
    lower = text.lower()
    if not any(mark in lower for mark in _MARKS):
        return has_number, ()
    return has_number or bool(_BIRTH_DATE.search(text)), tuple(_NAMED.findall(text))


def mandate_unknown(meeting: Meeting) -> Iterator[Found]:
    for party, people in meeting.people_here.items():
        for person in people:
            if person.mandate is Mandate.UNKNOWN and person.seat_role is not SeatRole.OBSERVER:
                yield Found(person.id, parties=(party,), values={"name": person.name})


ROWS = (
    Check(
        "agenda_not_stated",
        Level.HINT,
        when(Moment.STEP),
        agenda_not_stated,
        Message("{party} has not put its own agenda on the table yet."),
        core=True,
        since=came_up(),
    ),
    Check(
        "sensitive_no_rule",
        Level.WARN,
        when(Moment.LIVE, Moment.CLOSING),
        sensitive_no_rule,
        Message("There are {n} sensitive items and no agreement yet on what may leave the room."),
        core=True,
    ),
    Check(
        "sensitive_export",
        Level.BLOCK,
        when(Moment.EXPORT_OPEN, Moment.EXPORT_CLOSED),
        sensitive_export,
        Message("{n} sensitive items will be left out of this document."),
        core=True,
    ),
    Check(
        "person_data",
        Level.WARN,
        when(Moment.LIVE),
        person_data,
        Message("Does this name a resident? Make the case anonymous."),
    ),
    Check(
        "mandate_unknown",
        Level.HINT,
        when(Moment.OPENING),
        mandate_unknown,
        Message("It is not known yet with which mandate {name} sits here."),
    ),
)
