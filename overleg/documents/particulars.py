"""What hangs on an entry beside its text, each as a sentence of its own.

One row a field, whatever kinds have it. Sentences are whole, so that no language has to be glued.
"""

from collections.abc import Callable, Iterable
from typing import Any

from overleg.documents.runs import capitalised, sentence
from overleg.documents.source import Source
from overleg.documents.wording import amount_words, rasci_word, subtype_words
from overleg.domain.choices import ExperimentOutcome, Kind, LinkType
from overleg.domain.model import AnyEntry, Contribution, Link, Reservation


def particulars(source: Source, entry: AnyEntry) -> list[str]:
    """The sentences on an entry, in a fixed order."""
    told = [tell(source.gettext, source, entry) for name, tell in _ROWS.items() if getattr(entry, name, None)]
    return [*filter(None, told), *_links(source, entry.links)]


def terms(source: Source, entry: AnyEntry) -> list[str]:
    """The sentences on when and under which condition alone."""
    told = [_ROWS[name](source.gettext, source, entry) for name in _TERMS if getattr(entry, name, None)]
    return list(filter(None, told))


def reservation_words(source: Source, reservation: Reservation) -> str:
    """On whose approval it waits and until when, as one clause."""
    _ = source.gettext
    if reservation.confirmed_at:
        day = source.plain(reservation.confirmed_at.date())
        return _("reservation of {body} lifted on {date}").format(body=reservation.body, date=day)
    if reservation.until is None:
        return _("under reservation of {body}").format(body=reservation.body)
    until = source.plain(reservation.until)
    return _("under reservation of {body}, by {date} at the latest").format(body=reservation.body, date=until)


def reservation_sentence(source: Source, reservation: Reservation) -> str:
    return sentence(capitalised(reservation_words(source, reservation)))


def contribution_words(source: Source, contributions: Iterable[Contribution]) -> str:
    """Who puts in what, a sentence a party."""
    return " ".join(sentence(f"{source.party(each.party)}: {each.text}") for each in contributions)


def _task(source: Source, entry: AnyEntry) -> str:
    _ = source.gettext
    task = source.session.task(entry.task)
    title = task.title if task else entry.task
    if entry.rasci is None:
        return sentence(_("Task: {task}").format(task=title))
    return _("Task: {task} ({part}).").format(task=title, part=rasci_word(source, entry.rasci))


def _groups(source: Source, slugs: Iterable[str]) -> str:
    groups = [source.session.group(slug) for slug in slugs]
    return source.listing(group.title for group in groups if group)


def _due(source: Source, entry: Any) -> str:  # asked only of kinds that have a due date
    _ = source.gettext
    pattern = _("Comes back on {date}.") if entry.kind is Kind.PARKED else _("By {date} at the latest.")
    return pattern.format(date=source.plain(entry.due))


def _outcome(source: Source, outcome: str) -> str:
    """The outcome of a try-out by its word; that of an assumption as it was typed."""
    _ = source.gettext
    words = {
        ExperimentOutcome.CONTINUE: _("to be continued"),
        ExperimentOutcome.ADJUST: _("to be adjusted"),
        ExperimentOutcome.STOP: _("to be stopped"),
    }
    return words[outcome] if isinstance(outcome, ExperimentOutcome) else outcome


def _values(source: Source, entry: Any) -> str:  # asked only of results
    return source.listing(f"{each.value} ({source.plain(each.date)})" for each in entry.values)


def _links(source: Source, links: Iterable[Link]) -> list[str]:
    _ = source.gettext
    patterns = {
        LinkType.FROM: _("Comes out of {refs}."),
        LinkType.ANSWERS: _("In answer to {refs}."),
        LinkType.SERVES: _("Serves {refs}."),
        LinkType.SOLVES: _("Meant to solve {refs}."),
        LinkType.REPLACES: _("Replaces {refs}."),
        LinkType.ABOUT: _("About {refs}."),
    }
    refs: dict[LinkType, list[str]] = {}
    for link in links:
        refs.setdefault(link.type, []).append(link.ref)
    return [patterns[kind].format(refs=source.listing(found)) for kind, found in refs.items()]


# `Any`: a row is asked only of entries that have its field, which no type can say.
_ROWS: dict[str, Callable[[Callable[[str], str], Source, Any], str]] = {
    "voiced_party": lambda _, source, entry: _("Said in the place of {party}.").format(
        party=source.party(entry.voiced_party)
    ),
    "why": lambda _, source, entry: sentence(_("Why: {text}").format(text=entry.why)),
    "given_by": lambda _, source, entry: _("Given by {party}.").format(party=source.party(entry.given_by)),
    "ended_from": lambda _, source, entry: _("Ended from {date}.").format(
        date=source.plain(entry.ended_from)
    ),
    "severity": lambda _, source, entry: _("Weight: {n} out of 5.").format(n=entry.severity),
    "indicator": lambda _, source, entry: sentence(_("Measured by: {text}").format(text=entry.indicator)),
    "baseline": lambda _, source, entry: sentence(_("It was: {text}").format(text=entry.baseline)),
    "target": lambda _, source, entry: sentence(_("Target: {text}").format(text=entry.target)),
    "values": lambda _, source, entry: sentence(_("Measured: {text}").format(text=_values(source, entry))),
    "audience": lambda _, source, entry: _("For whom: {text}.").format(text=subtype_words(source, entry)),
    "trigger": lambda _, source, entry: sentence(_("When: {text}").format(text=entry.trigger)),
    "how": lambda _, source, entry: sentence(_("How: {text}").format(text=entry.how)),
    "report_back": lambda _, source, entry: sentence(
        _("Reported back: {text}").format(text=entry.report_back)
    ),
    "amount": lambda _, source, entry: sentence(
        _("Amount: {text}").format(text=amount_words(source, entry.amount, entry.unit))
    ),
    "contributions": lambda _, source, entry: contribution_words(source, entry.contributions),
    "resources": lambda _, source, entry: contribution_words(source, entry.resources),
    "addressee": lambda _, source, entry: sentence(_("Addressed to: {text}").format(text=entry.addressee)),
    "helpers": lambda _, source, entry: sentence(
        _("Together with: {text}").format(text=source.listing(map(source.person, entry.helpers)))
    ),
    "expected_result": lambda _, source, entry: sentence(
        _("Expected result: {text}").format(text=entry.expected_result)
    ),
    "sign_of_success": lambda _, source, entry: sentence(
        _("Sign that it works: {text}").format(text=entry.sign_of_success)
    ),
    "task": lambda _, source, entry: _task(source, entry),
    "target_groups": lambda _, source, entry: sentence(
        _("Target group: {text}").format(text=_groups(source, entry.target_groups))
    ),
    "horizon": lambda _, source, entry: sentence(_("Horizon: {text}").format(text=entry.horizon)),
    "reservation": lambda _, source, entry: reservation_sentence(source, entry.reservation),
    "effective_from": lambda _, source, entry: _("Takes effect on {date}.").format(
        date=source.plain(entry.effective_from)
    ),
    "start_on": lambda _, source, entry: _("Starts on {date}.").format(date=source.plain(entry.start_on)),
    "due": lambda _, source, entry: _due(source, entry),
    "evaluate_on": lambda _, source, entry: _("Looked back at on {date}.").format(
        date=source.plain(entry.evaluate_on)
    ),
    "review_on": lambda _, source, entry: _("Looked back at on {date}.").format(
        date=source.plain(entry.review_on)
    ),
    "later_on": lambda _, source, entry: _("Comes back on {date}.").format(date=source.plain(entry.later_on)),
    "destination": lambda _, source, entry: sentence(_("Goes to: {text}").format(text=entry.destination)),
    "outcome": lambda _, source, entry: sentence(
        _("Outcome: {text}").format(text=_outcome(source, entry.outcome))
    ),
    "lesson": lambda _, source, entry: sentence(_("Lesson: {text}").format(text=entry.lesson)),
}
"""The fields that are told, in the order of telling; who did or said it stands before the text."""

_TERMS = ("reservation", "effective_from", "due")
