"""What is still open as points of a letter, with a sentence for each thing to know about it."""

from collections.abc import Iterator
from dataclasses import dataclass

from overleg.documents.source import Source
from overleg.documents.wording import amount_words
from overleg.domain.model import Action, AnyEntry, Commitment
from overleg.domain.names import owner_name
from overleg.domain.review import awaited, old_dates, overdue_days


@dataclass(frozen=True, slots=True)
class Point:
    """One thing that is open: its ref, its text, and what there is to know about it."""

    ref: str
    text: str
    told: tuple[str, ...]


def action_point(source: Source, action: Action, reader: str) -> Point:
    """An action for a reader of that name, who need not be told who the owner is; empty for a party."""
    told = (*_owner(source, action, reader), _due(source, action), *_late(source, action))
    return Point(action.ref, action.text, (*told, *_past(source, action)))


def promise_point(source: Source, promise: Commitment) -> Point:
    """A promise that waits for an approval."""
    amount = amount_words(source, promise.amount, promise.unit)
    told = (amount, _approval(source, promise), *_late(source, promise), *_past(source, promise))
    return Point(promise.ref, promise.text, tuple(filter(None, told)))


def about(source: Source, action: Action) -> tuple[str, ...]:
    """What there is to know about an action where its date is told already, and no day is today."""
    return (*_owner(source, action, ""), *_past(source, action))


def _owner(source: Source, action: Action, reader: str) -> Iterator[str]:
    """Whose it is, where that is not the reader, and that it is being done."""
    _ = source.gettext
    owner = owner_name(source.session, action)
    if not owner:
        yield _("Nobody has been named for it yet.")
    elif owner != reader:
        yield _("{person} takes care of it.").format(person=owner)
    if action.status == "busy":
        yield _("It is under way.")


def _due(source: Source, action: Action) -> str:
    _ = source.gettext
    if action.due is None:
        return _("No date has been agreed yet.")
    return _("It was agreed for {date}.").format(date=source.long(action.due))


def _approval(source: Source, promise: Commitment) -> str:
    _ = source.gettext
    approval = awaited(promise)
    if approval is None:
        return ""
    if approval.until is None:
        return _("It waits for the approval of {body}.").format(body=approval.body)
    text = _("It waits for the approval of {body}, before {date}.")
    return text.format(body=approval.body, date=source.long(approval.until))


def _late(source: Source, entry: AnyEntry) -> Iterator[str]:
    if days := overdue_days(entry, source.today):
        yield source.ngettext("That is {n} day ago.", "That is {n} days ago.", days)


def _past(source: Source, entry: AnyEntry) -> Iterator[str]:
    """The dates before the present one, and how often it was carried over."""
    _ = source.gettext
    if earlier := old_dates(entry):
        dates = source.listing(source.plain(day) for day in earlier)
        yield _("Agreed before that: {dates}.").format(dates=dates)
    if isinstance(entry, Action) and entry.carried:
        yield source.ngettext("Carried over {n} time.", "Carried over {n} times.", entry.carried)
