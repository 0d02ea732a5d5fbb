"""The words for what a record holds as a code: answers, purposes, mandates, states, classes."""

from overleg.documents.outline import Tone
from overleg.documents.runs import capitalised
from overleg.documents.source import Source, is_first_state, is_withdrawn
from overleg.domain.choices import (
    AnswerValue,
    Mandate,
    NoteSubtype,
    PartyKind,
    Purpose,
    Rasci,
    Sensitivity,
    Unit,
)
from overleg.domain.kinds import row_of
from overleg.domain.model import (
    Agreement,
    Answer,
    AnyEntry,
    Decision,
    Expectation,
    Note,
    Parked,
    Person,
)


def kind_word(source: Source, entry: AnyEntry) -> str:
    """What an entry is called: a note by its subtype, and nothing that was not agreed as if it was."""
    _ = source.gettext
    row = row_of(entry)
    match entry:
        case Parked():
            return _("parked question")
        case Decision(status="proposed"):
            return _("proposed decision")
        case Decision(status="deferred"):
            return _("deferred decision")
        case Agreement(status="draft"):
            return _("draft agreement")
        case Note(subtype=NoteSubtype() as subtype) if row.subtypes:
            return source.word(row.subtypes.words[subtype])
    return source.word(row.words)


def subtype_words(source: Source, entry: AnyEntry) -> str:
    """What stood between brackets when it was typed: a category, a type, an audience."""
    subtypes = row_of(entry).subtypes
    value = getattr(entry, subtypes.field) if subtypes else None
    if subtypes is None or not value:
        return ""
    values = value if isinstance(value, tuple) else (value,)
    return source.listing(source.word(subtypes.words[each]) for each in values)


def state_word(source: Source, entry: AnyEntry) -> str:
    """The state of an entry in a word, with a capital."""
    _ = source.gettext
    if is_withdrawn(entry):
        return _("Withdrawn")
    state = row_of(entry).state(entry.status)
    return capitalised(source.word(state.words)) if state else ""


def confidential_word(source: Source, sensitivity: Sensitivity) -> str:
    """The mark of something that may not leave the room; empty where it may."""
    _ = source.gettext
    return {
        Sensitivity.NONE: "",
        Sensitivity.FINANCE: _("Confidential: money"),
        Sensitivity.PERSONAL: _("Confidential: personal"),
        Sensitivity.STRATEGY: _("Confidential: strategic"),
        Sensitivity.OTHER: _("Confidential"),
    }[sensitivity]


def answer_value_word(source: Source, value: AnswerValue) -> str:
    """An answer within a sentence."""
    _ = source.gettext
    return {
        AnswerValue.ACCEPT: _("yes"),
        AnswerValue.DECLINE: _("no"),
        AnswerValue.DISCUSS: _("to be discussed"),
        AnswerValue.REPHRASE: _("too vague"),
    }[value]


def answer_word(source: Source, entry: Expectation) -> str:
    """How an expectation was answered, or why there is nothing to say about that."""
    _ = source.gettext
    if is_withdrawn(entry):
        return _("Withdrawn")
    if entry.replaced_by:
        return _("Replaced by {ref}").format(ref=entry.replaced_by)
    if answer_is_hidden(entry):
        return _("Confidential")
    if entry.answer is None:
        return _("No answer yet")
    if entry.status == "fulfilled":
        return state_word(source, entry)
    return capitalised(answer_value_word(source, entry.answer.value))


def promise_word(source: Source, entry: Expectation) -> str:
    """What an answer is worth in an agreement: promised, not promised, or still to be discussed."""
    _ = source.gettext
    if answer_is_hidden(entry):
        return _("Confidential")
    match entry.answer:
        case Answer(value=AnswerValue.ACCEPT, reservation=None):
            return _("Promised")
        case Answer(value=AnswerValue.ACCEPT):
            return _("Promised under reservation")
        case Answer(value=AnswerValue.DECLINE):
            return _("Not promised")
        case _:
            return _("Still to be discussed")


def answer_is_hidden(entry: Expectation) -> bool:
    """Whether an answer was given that this document leaves out."""
    return entry.answer is None and entry.status in ("answered", "fulfilled")


def promise_tone(entry: Expectation) -> Tone | None:
    match entry.answer:
        case Answer(value=AnswerValue.ACCEPT, reservation=None):
            return Tone.DONE
        case Answer(value=AnswerValue.DECLINE):
            return Tone.DROPPED
        case _:
            return None if answer_is_hidden(entry) else Tone.BUSY


def purpose_word(source: Source, purpose: Purpose) -> str:
    _ = source.gettext
    return {
        Purpose.INFORM: _("For information."),
        Purpose.PICTURE: _("To get the picture."),
        Purpose.JUDGE: _("To form a judgement."),
        Purpose.DECIDE: _("To decide."),
    }[purpose]


def mandate_word(source: Source, person: Person) -> str:
    """What somebody may promise, as a clause: decides alone, consults first."""
    _ = source.gettext
    if person.mandate is Mandate.CONSULT and person.mandate_body:
        return _("consults first: {body}").format(body=person.mandate_body)
    return {
        Mandate.DECIDE: _("decides"),
        Mandate.CONSULT: _("consults first"),
        Mandate.LISTEN: _("listens"),
        Mandate.UNKNOWN: _("mandate not known"),
    }[person.mandate]


def party_kind_word(source: Source, kind: PartyKind) -> str:
    """What sort of party it is; empty where that says nothing."""
    _ = source.gettext
    return {
        PartyKind.MUNICIPALITY: _("municipality"),
        PartyKind.RESIDENTS: _("residents' initiative"),
        PartyKind.TENANTS: _("tenants' organisation"),
        PartyKind.CARE: _("care provider"),
        PartyKind.WELFARE: _("welfare organisation"),
        PartyKind.HOUSING: _("housing corporation"),
        PartyKind.CLIENT_COUNCIL: _("client council"),
        PartyKind.INSURER: _("health insurer"),
        PartyKind.FUND: _("fund"),
        PartyKind.SCHOOL: _("school"),
        PartyKind.POLICE: _("police"),
        PartyKind.OTHER: "",
    }[kind]


def rasci_word(source: Source, letter: Rasci) -> str:
    _ = source.gettext
    return {
        Rasci.RESPONSIBLE: _("carries it out"),
        Rasci.ACCOUNTABLE: _("accountable"),
        Rasci.SUPPORTING: _("supports"),
        Rasci.CONSULTED: _("is consulted"),
        Rasci.INFORMED: _("is informed"),
    }[letter]


def amount_words(source: Source, amount: str, unit: Unit | None) -> str:
    """An amount with what it counts, unless it says so itself."""
    _ = source.gettext
    if any(character.isalpha() for character in amount):
        return amount
    pattern = {
        Unit.HOURS: _("{amount} hours"),
        Unit.EURO: _("€ {amount}"),
        Unit.SPACE: _("{amount} (space)"),
        Unit.PEOPLE: _("{amount} people"),
        Unit.DECISION: _("{amount} (decision)"),
    }.get(unit or Unit.OTHER, "{amount}")
    return pattern.format(amount=amount)


def has_moved(entry: AnyEntry) -> bool:
    """Whether the state of an entry is worth telling: it has one, and it is not the first."""
    return bool(entry.status) and not is_first_state(entry)
