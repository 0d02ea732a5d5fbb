"""What goes along from one meeting to the next, and under which numbers."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

from msgspec.structs import replace as but

from overleg.domain.choices import Kind, Sensitivity
from overleg.domain.kinds import ref_letter
from overleg.domain.model import Action, AnyEntry, Expectation, HistoryLine, Session
from overleg.domain.review import APPROVAL_DATE, PARTS, is_touched, number, stays_open


def goes_along(entry: AnyEntry, session: Session) -> bool:
    """Whether the entry goes along from this meeting to the next.

    So does what waits for a day that has not come: the meeting after this one may be held later than
    planned, and an agreement left behind would never come back. What was settled at this meeting is
    shown once more.
    """
    return stays_open(entry) or _was_settled(entry, session)


def _was_settled(entry: AnyEntry, session: Session) -> bool:
    """Whether something that a review asks about got its last state at this meeting."""
    if entry.kind not in PARTS or entry.withdrawn is not None:
        return False
    return any(
        line.session == session.id and line.field == "status" and line.new == entry.status
        for line in entry.history
    )


def carried_entries(planned: Session, previous: Session) -> tuple[AnyEntry, ...]:
    """What comes along, in the order in which it was said, and then what was recorded ahead.

    What was done in the planned meeting to entries that it was opened with stays, and so does what its
    own entries point at.
    """
    pointed_at = {
        link.ref for each in planned.entries if each.born_in == planned.id for link in each.links
    } & {each.ref for each in planned.entries}
    touched = {each.ref: each for each in planned.entries if _is_kept(each, planned, previous)}
    along = [
        kept(touched.pop(entry.ref), _carried(entry, previous), planned)
        if entry.ref in touched
        else _carried(entry, previous)
        for entry in previous.entries
        if entry.ref in touched or entry.ref in pointed_at or goes_along(entry, previous)
    ]
    return (*along, *touched.values())


def _is_kept(entry: AnyEntry, planned: Session, previous: Session) -> bool:
    """Whether the planned meeting has something to say about it that the previous one does not know.

    What was taken back there is gone where its number was given to something else.
    """
    if entry.born_in == planned.id:
        return True
    before = previous.entry(entry.ref)
    return is_touched(entry, planned) and (before is None or is_same(entry, before))


def is_same(entry: AnyEntry, before: AnyEntry) -> bool:
    """Whether two entries with the same ref are the same thing that was said."""
    return (entry.born_in, entry.created_at) == (before.born_in, before.created_at)


def kept(entry: AnyEntry, before: AnyEntry, planned: Session) -> AnyEntry:
    """An entry to which something was done in the planned meeting, and as the one before it has it now.

    All of the history and the stances that came before go along. Of what was changed at both, or taken
    back at the one before, what was done last holds.
    """
    own = tuple(line for line in entry.history if line.session == planned.id)
    heard = {each.party for each in entry.endorsements} | {line.by for line in own}
    stances = (*(each for each in before.endorsements if each.party not in heard), *entry.endorsements)
    newer = _newer(entry, before, own)
    if before.sensitivity is not Sensitivity.NONE and not any(line.field == "sensitivity" for line in own):
        # Other words can make an entry confidential without a line that says so.
        newer["sensitivity"] = before.sensitivity
    joint = but(entry, **newer, history=(*before.history, *own), endorsements=stances)
    if isinstance(joint, Action) and isinstance(before, Action):
        return but(joint, carried=before.carried)
    return joint


def _newer(entry: AnyEntry, before: AnyEntry, own: tuple[HistoryLine, ...]) -> dict[str, Any]:
    """The fields that the meeting before changed, or took back, after the planned one last set them."""
    theirs = (line for line in entry.history if line not in own)
    ours = _last_set(own)
    others = _last_set((*_without(theirs, before.history), *_without(before.history, entry.history)))
    return {
        name: getattr(before, name)
        for name, at in others.items()
        if name in before.__struct_fields__ and (name not in ours or ours[name] < at)
    }


def _without(lines: Iterable[HistoryLine], known: tuple[HistoryLine, ...]) -> Iterator[HistoryLine]:
    return (line for line in lines if line not in known)


def _last_set(lines: Iterable[HistoryLine]) -> dict[str, datetime]:
    """When each field was set last."""
    moments: dict[str, datetime] = {}
    for line in lines:
        for name in _SET_ALONG.get(line.field, (line.field,)):
            moments[name] = max(line.at, moments.get(name, line.at))
    return moments


_SET_ALONG = {
    "status": ("status", "withdrawn", "reservation", "replaced_by"),
    "answer": ("answer", "status"),
    "answer_sensitivity": ("answer",),
    APPROVAL_DATE: ("reservation",),
    "parties": ("parties", "for_all"),
    "person": ("person", "owner"),
}
"""What is set together, where a line of the history names but one of the fields."""


def _carried(entry: AnyEntry, previous: Session) -> AnyEntry:
    """The entry as it goes along: an action counts the reviews in which it was touched and stayed open.

    It is counted here and not when it is touched, for only the end of a meeting tells what stayed open.
    """
    was_reviewed = entry.born_in != previous.id and is_touched(entry, previous)
    if isinstance(entry, Action) and was_reviewed and stays_open(entry):
        return but(entry, carried=entry.carried + 1)
    return entry


def renumbered(planned: Session, previous: Session) -> Session:
    """The planned meeting, where its own entries leave the numbers that the previous meeting has given."""
    given = {entry.ref for entry in previous.entries}
    taken = given | {entry.ref for entry in planned.entries}
    counters = joint_counters(planned, previous)
    refs: dict[str, str] = {}
    for entry in planned.entries:
        is_given = entry.ref in given or number(entry) <= previous.counters.get(entry.kind, 0)
        if entry.born_in == planned.id and is_given:
            letter = ref_letter(entry.kind, planned.language)
            counters[entry.kind] = _free_number(letter, counters[entry.kind], taken)
            refs[entry.ref] = f"{letter}-{counters[entry.kind]:03}"
    entries = tuple(_with_refs(entry, refs, planned) for entry in planned.entries)
    return but(planned, entries=entries, counters=counters) if refs else planned


def _free_number(letter: str, last: int, taken: set[str]) -> int:
    """The number after the last; a series that changed its language has refs of both."""
    return next(n for n in range(last + 1, last + len(taken) + 2) if f"{letter}-{n:03}" not in taken)


def _with_refs(entry: AnyEntry, refs: dict[str, str], planned: Session) -> AnyEntry:
    """The entry with the new numbers, as far as the planned meeting wrote the old ones into it."""
    if entry.born_in == planned.id:
        links = tuple(but(link, ref=refs.get(link.ref, link.ref)) for link in entry.links)
        entry = but(entry, ref=refs.get(entry.ref, entry.ref), links=links)
    if isinstance(entry, Expectation) and entry.replaced_by in refs and is_touched(entry, planned):
        entry = but(entry, replaced_by=refs[entry.replaced_by])
    return entry


def joint_counters(planned: Session, previous: Session) -> dict[Kind, int]:
    """The last number of each kind that either meeting has given."""
    kinds = previous.counters | planned.counters
    return {kind: max(previous.counters.get(kind, 0), planned.counters.get(kind, 0)) for kind in kinds}
