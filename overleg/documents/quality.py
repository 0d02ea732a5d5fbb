"""Four marks of good agreements, judged by what the document itself holds."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from overleg.documents.actions import is_waiting
from overleg.documents.goals import is_shared
from overleg.documents.outline import Block, Column, Heading, Table, Tone
from overleg.documents.runs import plain
from overleg.documents.source import Source
from overleg.documents.tables import lines_cell, text_cell
from overleg.domain.choices import AnswerValue
from overleg.domain.model import (
    Action,
    Agreement,
    AnyEntry,
    Commitment,
    Expectation,
    Goal,
    Offer,
)

_FIGURE = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark and what stands in its way; earned when nothing does."""

    name: str
    question: str
    lacking: tuple[str, ...]

    @property
    def earned(self) -> bool:
        return not self.lacking


def quality_marks(source: Source) -> list[Mark]:
    """Complete, concrete, reciprocal and up to date, in that order."""
    _ = source.gettext
    return [
        Mark(_("Complete"), _("Does every goal have an agreement?"), tuple(_goals_without(source))),
        Mark(_("Concrete"), _("Is there an amount and a date?"), tuple(_vague(source))),
        Mark(_("Reciprocal"), _("Does every party give something?"), tuple(_giving_nothing(source))),
        Mark(_("Up to date"), _("Is the date of looking back still to come?"), tuple(_out_of_date(source))),
    ]


def quality_table(source: Source) -> list[Block]:
    _ = source.gettext
    columns = (
        Column(_("Mark"), 15),
        Column(_("Question"), 37),
        Column(_("Verdict"), 12),
        Column(_("What is lacking"), 36),
    )
    rows = tuple(
        (
            text_cell(mark.name),
            text_cell(mark.question),
            text_cell(_("Yes"), Tone.DONE) if mark.earned else text_cell(_("Not yet"), Tone.BUSY),
            lines_cell(*(plain(each) for each in mark.lacking)),
        )
        for mark in quality_marks(source)
    )
    description = _("Four marks of quality with the verdict and what is lacking.")
    title = _("Quality of these agreements")
    return [Heading(1, title), Table(title, description, columns, rows)]


def _goals_without(source: Source) -> Iterator[str]:
    """The shared goals, or all where none is shared, to which nothing that was agreed is linked."""
    _ = source.gettext
    stated = [goal for goal in source.standing(Goal) if goal.status == "open"]
    counted = [goal for goal in stated if is_shared(source, goal)] or stated
    served = {link.ref for entry in _agreed(source) for link in entry.links}
    agreed = {entry.ref for entry in _agreed(source)}
    if not counted:
        yield _("There is no goal yet.")
    for goal in counted:
        if goal.ref not in served and not any(link.ref in agreed for link in goal.links):
            yield _("{ref} has no agreement yet.").format(ref=goal.ref)


def _agreed(source: Source) -> list[AnyEntry]:
    return [*source.standing(Agreement), *source.standing(Commitment), *source.standing(Action)]


def _vague(source: Source) -> Iterator[str]:
    _ = source.gettext
    if not _agreed(source):
        yield _("Nothing has been agreed yet.")
    for commitment in source.standing(Commitment):
        if not commitment.amount and not _FIGURE.search(commitment.text):
            yield _("{ref} names no amount.").format(ref=commitment.ref)
        if commitment.due is None and (
            commitment.reservation is None or commitment.reservation.until is None
        ):
            yield _("{ref} names no date.").format(ref=commitment.ref)
    for action in source.standing(Action):
        if action.due is None and is_waiting(action):
            yield _("{ref} names no date.").format(ref=action.ref)


def _giving_nothing(source: Source) -> Iterator[str]:
    _ = source.gettext
    giving = set(_givers(source))
    if not source.session.core_parties:
        yield _("No party is named yet.")
    for party in source.session.core_parties:
        if party.id not in giving:
            yield _("{party} gives nothing yet.").format(party=party.name)


def _givers(source: Source) -> Iterable[str]:
    """The parties that promised, offered, or said yes to what was asked of them."""
    for entry in [*source.standing(Commitment), *source.standing(Offer)]:
        yield from entry.parties
    for agreement in source.standing(Agreement):
        yield from (each.party for each in agreement.contributions)
    for expectation in source.standing(Expectation):
        answer = expectation.answer
        if expectation.to_party and answer is not None and answer.value is AnswerValue.ACCEPT:
            yield expectation.to_party


def _out_of_date(source: Source) -> Iterator[str]:
    _ = source.gettext
    agreements = [each for each in source.standing(Agreement) if each.status in ("draft", "in_force")]
    if not agreements:
        yield _("There is no agreement with a date of looking back yet.")
    for each in agreements:
        if each.review_on is None:
            yield _("{ref} has no date of looking back.").format(ref=each.ref)
        elif each.review_on < source.today:
            passed = source.plain(each.review_on)
            yield _("The date of looking back at {ref}, {date}, has passed.").format(
                ref=each.ref, date=passed
            )
