"""What the parties want to reach, together and each, and the roles and boundaries they named."""

from collections.abc import Callable, Iterable

from overleg.documents.entries import said
from overleg.documents.left_out import left_out_note
from overleg.documents.marks import mark
from overleg.documents.outline import Block, Bullets, Column, Heading, Row, Table, Text, section
from overleg.documents.runs import joined, muted, plain, ref
from overleg.documents.source import NOTHING, Source, is_withdrawn
from overleg.documents.tables import lines_cell, number_cell, said_cell, text_cell
from overleg.documents.wording import has_moved, rasci_word, state_word
from overleg.domain.choices import AnswerValue, EndorsementValue, Kind, Rasci
from overleg.domain.model import AnyEntry, Boundary, Expectation, Goal, Role


def goals(source: Source) -> list[Block]:
    """The shared goals first, then those of each party."""
    _ = source.gettext
    stated = source.of(Goal)
    shared = [goal for goal in stated if is_shared(source, goal)]
    own = [goal for goal in stated if goal not in shared]
    return [
        *section(Heading(2, _("Shared goals")), *goal_lines(source, shared)),
        *section(
            Heading(2, _("Goals of the parties")),
            *goal_lines(source, own),
            *left_out_note(source, source.left_out_of(Kind.GOAL)),
        ),
    ]


def is_shared(source: Source, goal: Goal) -> bool:
    """Whether every core party at the table stood behind it."""
    session = source.session
    present = {party.id for party in session.core_parties if session.is_present(party.id)}
    given = {each.party for each in goal.endorsements if each.value is EndorsementValue.YES}
    return bool(present) and present <= given and not is_withdrawn(goal) and goal.status != "dropped"


def goal_lines(source: Source, stated: Iterable[Goal]) -> list[Block]:
    lines = tuple(_goal_line(source, goal) for goal in stated)
    return [Bullets(lines)] if lines else []


def roles(source: Source) -> list[Block]:
    """Who takes what on: roles as they were named, and those that follow from a promise."""
    _ = source.gettext
    taken = sorted((entry for entry in source.session.entries if _is_role(entry)), key=_taker(source))
    rows = [_row(source, entry) for entry in taken]
    columns = (
        Column(_("Number"), 10),
        Column(_("Party"), 22),
        Column(_("What it takes on"), 42),
        Column(_("Task and part"), 26),
    )
    description = _("Every role with the party, the task and its part in it.")
    table = [Table(_("Roles"), description, columns, tuple(rows))] if rows else []
    return section(Heading(2, _("Roles")), *table, *left_out_note(source, source.left_out_of(Kind.ROLE)))


def boundaries(source: Source) -> list[Block]:
    _ = source.gettext
    lines = tuple(_goal_line(source, each) for each in source.of(Boundary))
    return section(
        Heading(2, _("Boundaries")),
        *([Bullets(lines)] if lines else []),
        *left_out_note(source, source.left_out_of(Kind.BOUNDARY)),
    )


def _goal_line(source: Source, entry: AnyEntry) -> Text:
    """Number, whose it is, and what was said; with its state where that changed."""
    _ = source.gettext
    whose = source.whose(entry)
    name = _("{ref}, {party}:").format(ref=entry.ref, party=whose) if whose else f"{entry.ref}:"
    state = muted(f"{state_word(source, entry)}.") if has_moved(entry) or is_withdrawn(entry) else ()
    return joined(mark(source, entry.sensitivity), ref(name), said(entry), state)


def _is_role(entry: AnyEntry) -> bool:
    """A role, a part in a task that came with something else, or a promise to do a task."""
    if is_withdrawn(entry) or entry.status in ("declined", "replaced", "ended"):
        return isinstance(entry, Role)
    return isinstance(entry, Role) or entry.rasci is not None or _is_implied(entry)


def _is_implied(entry: AnyEntry) -> bool:
    """Who says yes to an expectation about a task carries that task out."""
    if not isinstance(entry, Expectation) or entry.task is None or entry.answer is None:
        return False
    return entry.answer.value is AnswerValue.ACCEPT


def _taker(source: Source) -> Callable[[AnyEntry], int]:
    """The place of the party that takes it on, for a list party by party."""
    places = {party.id: place for place, party in enumerate(source.session.parties)}

    def place(entry: AnyEntry) -> int:
        taker = entry.to_party if isinstance(entry, Expectation) else next(iter(entry.parties), None)
        return places.get(taker or "", len(places))

    return place


def _row(source: Source, entry: AnyEntry) -> Row:
    _ = source.gettext
    implied = isinstance(entry, Expectation)
    party = source.party(entry.to_party) if isinstance(entry, Expectation) else source.whose(entry)
    letter = Rasci.RESPONSIBLE if implied else entry.rasci
    task = source.session.task(entry.task)
    notes = [_("Follows from the answer to this expectation.")] if implied else []
    moved = f"{state_word(source, entry)}." if isinstance(entry, Role) and has_moved(entry) else ""
    return (
        number_cell(entry),
        text_cell(party),
        said_cell(source, entry, *notes, moved),
        lines_cell(
            plain(task.title if task else entry.task or NOTHING),
            muted(rasci_word(source, letter) if letter else ""),
        ),
    )
