"""An entry told in full: what it is, who said it, what became of it, and who agreed."""

from collections.abc import Iterable

from overleg.documents.consent import consenting, endorsements, still_missing, to_be_informed
from overleg.documents.history import changes_here, notes_here
from overleg.documents.marks import mark, own_mark
from overleg.documents.outline import Callout, CalloutKind, Text
from overleg.documents.particulars import particulars, reservation_sentence, terms
from overleg.documents.runs import (
    bold,
    capitalised,
    joined,
    plain,
    ref,
    sentence,
    struck,
)
from overleg.documents.source import Source, is_withdrawn
from overleg.documents.wording import (
    answer_is_hidden,
    answer_value_word,
    confidential_word,
    has_moved,
    kind_word,
    state_word,
    subtype_words,
)
from overleg.domain.choices import Kind
from overleg.domain.entry_changes import WITHDRAWN
from overleg.domain.model import (
    Action,
    AnyEntry,
    Decision,
    Expectation,
    Note,
    Offer,
    Result,
)
from overleg.domain.names import owner_name

CALLOUTS = {
    Kind.DECISION: CalloutKind.DECISION,
    Kind.AGREEMENT: CalloutKind.AGREEMENT,
    Kind.ACTION: CalloutKind.ACTION,
}
"""The kinds that are set apart from what led to them, in that order."""


def account(source: Source, entry: AnyEntry) -> Text:
    """An entry as a paragraph: mark, label, text, and all that belongs to it."""
    return joined(
        mark(source, entry.sensitivity),
        label(source, entry),
        said(entry),
        plain(" ".join(_told(source, entry))),
        *_answer(source, entry),
        *endorsements(source, entry),
        plain(" ".join(_outcome(source, entry))),
        notes_here(source, entry),
    )


def update(source: Source, entry: AnyEntry) -> Text:
    """An entry of an earlier meeting: what it was, and what happened to it at this one."""
    gone = plain(withdrawal(source, entry)) if is_withdrawn(entry) else ()
    return joined(brief(source, entry), changes_here(source, entry), *_answer(source, entry), gone)


def callout(source: Source, entry: AnyEntry) -> Callout:
    return Callout(CALLOUTS[entry.kind], account(source, entry))


def brief(source: Source, entry: AnyEntry) -> Text:
    """An entry in a line, for who does not read on: who, what, by when, under which condition."""
    _ = source.gettext
    name = label(source, entry)
    if not isinstance(entry, Action | Decision):
        who = source.whose(entry)
        name = ref(_("{entry} of {party}:").format(entry=_name(source, entry), party=who)) if who else name
    told = plain(" ".join(terms(source, entry)))
    return joined(mark(source, entry.sensitivity), name, said(entry), told)


def label(source: Source, entry: AnyEntry) -> Text:
    """What an entry is and its number, with whom it was said to or about, or who will do it."""
    _ = source.gettext
    name = _name(source, entry)
    if isinstance(entry, Action):
        return joined(ref(name), plain(f"{responsible(source, entry)}:"))
    if to := _addressee(source, entry):
        return ref(_("{entry} to {party}:").format(entry=name, party=to))
    if about := getattr(entry, "about_party", None):
        return ref(_("{entry} about {party}:").format(entry=name, party=source.party(about)))
    return ref(f"{name}:")


def said(entry: AnyEntry) -> Text:
    """What was said, as sentences; struck through where it was taken back."""
    text = " ".join(sentence(part) for part in (entry.text, entry.detail) if part)
    return struck(text) if is_withdrawn(entry) else plain(text)


def responsible(source: Source, action: AnyEntry) -> str:
    """Who does it: a person of a party, or the party."""
    _ = source.gettext
    owner, party = owner_name(source.session, action), source.whose(action)
    if owner and party:
        return _("{person} ({party})").format(person=owner, party=party)
    return owner or party or _("nobody yet")


def withdrawal(source: Source, entry: AnyEntry) -> str:
    """That it was taken back, and why."""
    _ = source.gettext
    reason = entry.withdrawn.reason if entry.withdrawn else ""
    told = sentence(_("Withdrawn: {reason}").format(reason=reason)) if reason else _("Withdrawn.")
    own = [line.sensitivity for line in entry.history if line.new == WITHDRAWN and reason]
    words = [sentence(confidential_word(source, each)) for each in own[-1:]]
    return " ".join(filter(None, (*words, told)))


def _name(source: Source, entry: AnyEntry) -> str:
    """``Knelpunt K-001 (geld)``"""
    name = f"{capitalised(kind_word(source, entry))} {entry.ref}"
    subtype = "" if isinstance(entry, Note | Result) else subtype_words(source, entry)
    return f"{name} ({subtype})" if subtype else name


def _addressee(source: Source, entry: AnyEntry) -> str:
    _ = source.gettext
    if isinstance(entry, Offer) and entry.to_all:
        return _("all parties")
    return source.party(getattr(entry, "to_party", None))


def _told(source: Source, entry: AnyEntry) -> Iterable[str]:
    _ = source.gettext
    if entry.person and not isinstance(entry, Action):
        yield _("Said by {person}.").format(person=source.person(entry.person))
    yield from particulars(source, entry)


def _answer(source: Source, entry: AnyEntry) -> Iterable[Text]:
    _ = source.gettext
    if not isinstance(entry, Expectation) or is_withdrawn(entry):
        return
    party, answer = source.party(entry.to_party), entry.answer
    if answer_is_hidden(entry):
        yield bold(_("The answer of {party} is confidential.").format(party=party))
    elif answer is None:
        yield plain(_("No answer yet."))
    else:
        value = answer_value_word(source, answer.value)
        yield from own_mark(source, entry, answer.sensitivity)
        yield bold(_("Answer of {party}: {answer}.").format(party=party, answer=value))
        yield plain(sentence(answer.text))
        yield plain(reservation_sentence(source, answer.reservation) if answer.reservation else "")


def _outcome(source: Source, entry: AnyEntry) -> Iterable[str]:
    """How it stands with an entry, as far as its text and its answer do not tell."""
    _ = source.gettext
    if is_withdrawn(entry):
        yield withdrawal(source, entry)
    elif has_moved(entry) and not _is_told(entry):
        yield _("State: {state}.").format(state=state_word(source, entry).lower())
    heard = {each.party for each in entry.endorsements}
    if silent := [party for party in still_missing(source, entry) if party not in heard]:
        yield _("Not yet agreed: {parties}.").format(parties=source.parties(silent))
    if away := to_be_informed(source, entry):
        yield _("To be informed: {parties}.").format(parties=source.parties(away))


def _is_told(entry: AnyEntry) -> bool:
    """Whether the answer or the consent of the parties has told the state already."""
    return entry.status == "answered" or (entry.status in ("taken", "in_force") and bool(consenting(entry)))
