"""Entries that are put right, in words."""

from collections.abc import Iterator

from overleg.documents.fields import LABELS, kept_words
from overleg.documents.in_brief import sensitivity
from overleg.documents.reading.parts import parts_of
from overleg.domain import names
from overleg.domain.changing_kind import ChangeKind
from overleg.domain.choices import Kind, Language, Sensitivity
from overleg.domain.editing import EVERYBODY, EditEntry, SetClass, Values, kept
from overleg.domain.entry_changes import Retract
from overleg.domain.kinds import KINDS
from overleg.domain.model import Session
from overleg.errors import Message
from overleg.locale import listing, say


@parts_of.register
def _(change: EditEntry, session: Session, language: Language) -> list[str]:
    entry = session.entry(change.ref)
    kind = entry.kind if entry else Kind.NOTE
    edited = say(Message("{ref} edited", ref=change.ref), language)
    return [edited, *_values(kind, change.values, session, language)]


@parts_of.register
def _(change: ChangeKind, session: Session, language: Language) -> list[str]:
    becomes = Message("{ref} becomes: {kind}", ref=change.ref, kind=KINDS[change.kind].words)
    return [say(becomes, language), *_values(change.kind, change.values, session, language)]


@parts_of.register
def _(change: SetClass, session: Session, language: Language) -> list[str]:
    if change.sensitivity is Sensitivity.NONE:
        text = Message("the answer is not confidential") if change.of_answer else Message("not confidential")
        return [f"{change.ref} {say(text, language)}"]
    words = sensitivity(change.sensitivity, language)
    if change.of_answer:
        words = say(Message("the answer is {confidential}", confidential=words), language)
    return [f"{change.ref} {words}"]


@parts_of.register
def _(change: Retract, session: Session, language: Language) -> list[str]:
    parties = listing(names.codes(session, change.parties), language)
    return [say(Message("{ref} {parties}: has not spoken yet", ref=change.ref, parties=parties), language)]


def _values(kind: Kind, values: Values, session: Session, language: Language) -> Iterator[str]:
    """Each field with its new value, and what is empty now."""
    everybody = bool(values.get("for_all"))
    for name, value in values.items():
        label = LABELS.get(name)
        if label is None:
            continue
        text = EVERYBODY if everybody and name == "parties" else kept(value)
        words = kept_words(kind, name, text, session, language)
        told = (
            Message("{field}: {new}", field=label, new=words)
            if words
            else Message("{field}: empty", field=label)
        )
        yield say(told, language)
