"""What may leave the room: the one doorway between a session and every document.

A document is never made from a session, only from what `disclose` lets through. In the open variant
nothing confidential is there to be printed by mistake: not in the text, a link, a list of words, the
properties of the file or its name.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import msgspec
from msgspec.structs import replace

from overleg.domain.choices import Kind, Sensitivity
from overleg.domain.entry_changes import WITHDRAWN
from overleg.domain.kinds import KINDS
from overleg.domain.model import (
    Adoption,
    AnyEntry,
    Correction,
    Endorsement,
    Expectation,
    HistoryLine,
    Session,
)
from overleg.domain.review import APPROVAL_DATE

_TOLD_HISTORY = {
    *("status", "note", "parties", APPROVAL_DATE),
    *(row.date_field for row in KINDS.values() if row.date_field),
}
"""The fields whose changes a document tells; the old wording of a text is nobody's business."""


class Variant(StrEnum):
    """`OPEN` holds nothing confidential, `CLOSED` holds everything and is marked."""

    OPEN = "open"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class LeftOut:
    """That something confidential was left out here; nothing of what it said."""

    kind: Kind
    item: str | None
    parties: tuple[str, ...]
    born_here: bool
    touched: bool
    """Whether it is of an earlier meeting and changed at this one."""


@dataclass(frozen=True, slots=True)
class Disclosure:
    """A session as a document may know it, and what was left out of it."""

    session: Session
    left_out: tuple[LeftOut, ...] = ()
    corrections_left_out: int = 0


def disclose(session: Session, variant: Variant) -> Disclosure:
    """What a document of that variant may know of a session; the session itself is not changed."""
    printable = _printable(session)
    return Disclosure(printable) if variant is Variant.CLOSED else _without_confidential(printable)


def is_confidential(entry: AnyEntry) -> bool:
    return entry.sensitivity is not Sensitivity.NONE


def is_touched(entry: AnyEntry, session: str) -> bool:
    """Whether an entry of an earlier meeting changed at this one."""
    touches = [each.session for each in entry.history] + [each.session for each in entry.endorsements]
    return entry.born_in != session and session in touches


def _printable(session: Session) -> Session:
    """Without what no document prints: addresses, typed lines, speaking time, silenced findings."""
    return replace(
        session,
        people=tuple(replace(person, email="") for person in session.people),
        entries=tuple(_printable_entry(entry) for entry in session.entries),
        turns=(),
        silenced=(),
    )


def _printable_entry(entry: AnyEntry) -> AnyEntry:
    return replace(entry, source_line="", history=tuple(_printable_line(line) for line in entry.history))


def _printable_line(line: HistoryLine) -> HistoryLine:
    """A change as it is told, or only that there was one."""
    return line if line.field in _TOLD_HISTORY else replace(line, old="", new="", note="")


def _without_confidential(session: Session) -> Disclosure:
    hidden = [entry for entry in session.entries if is_confidential(entry)]
    refs = frozenset(entry.ref for entry in hidden)
    entries = tuple(_open(entry, refs) for entry in session.entries if not is_confidential(entry))
    corrections = session.adopts.corrections if session.adopts else ()
    kept = tuple(
        each
        for each in corrections
        if each.sensitivity is Sensitivity.NONE and not _names(refs, each.where, each.old, each.new)
    )
    tasks = {entry.task for entry in entries}
    groups = {slug for entry in entries for slug in entry.target_groups}
    opened = replace(
        session,
        entries=entries,
        adopts=_with_corrections(session.adopts, kept),
        tasks=tuple(task for task in session.tasks if task.slug in tasks),
        target_groups=tuple(group for group in session.target_groups if group.slug in groups),
        counters={},
        words=_words_used(session.words, (entries, session.agenda, session.case_text)),
    )
    left_out = tuple(_left_out(entry, session) for entry in hidden)
    return Disclosure(opened, left_out, len(corrections) - len(kept))


def _left_out(entry: AnyEntry, session: Session) -> LeftOut:
    whose = () if entry.for_all else entry.parties
    born_here = entry.born_in == session.id
    return LeftOut(entry.kind, entry.item, whose, born_here, is_touched(entry, session.id))


def _open(entry: AnyEntry, hidden: frozenset[str]) -> AnyEntry:
    """An open entry without what is confidential about it, and without links to what is."""
    changes: dict[str, Any] = {  # the values of a record's fields have no type in common
        "text": _without_marks(entry.text, hidden),
        "detail": _without_marks(entry.detail, hidden),
        "links": tuple(link for link in entry.links if link.ref not in hidden),
        "endorsements": tuple(_open_endorsement(each, hidden) for each in entry.endorsements),
        "history": tuple(_open_line(line, hidden) for line in entry.history),
    }
    if isinstance(entry, Expectation):
        changes |= _open_answer(entry, hidden)
    if entry.withdrawn and _is_withdrawn_in_confidence(entry, hidden):
        changes["withdrawn"] = replace(entry.withdrawn, reason="")
    return replace(entry, **changes)


def _is_withdrawn_in_confidence(entry: AnyEntry, hidden: frozenset[str]) -> bool:
    """Whether the reason was given in confidence, or names something hidden that the entry goes on as."""
    reason = entry.withdrawn.reason if entry.withdrawn else ""
    return _names(hidden, reason) or any(_is_confidential_withdrawal(line) for line in entry.history)


def _is_confidential_withdrawal(line: HistoryLine) -> bool:
    """Whether it gives the reason of a withdrawal in confidence; the record repeats it without a class."""
    return line.new == WITHDRAWN and line.sensitivity is not Sensitivity.NONE


def _open_endorsement(endorsement: Endorsement, hidden: frozenset[str]) -> Endorsement:
    if endorsement.sensitivity is not Sensitivity.NONE:
        return replace(endorsement, text="", reservation=None)
    return replace(endorsement, text=_without_marks(endorsement.text, hidden))


def _open_line(line: HistoryLine, hidden: frozenset[str]) -> HistoryLine:
    if line.sensitivity is not Sensitivity.NONE or (line.new == WITHDRAWN and _names(hidden, line.note)):
        return replace(line, note="")
    return replace(line, note=_without_marks(line.note, hidden))


def _open_answer(entry: Expectation, hidden: frozenset[str]) -> dict[str, Any]:
    """The answer where that is open; a confidential one leaves an answered question without words."""
    changes: dict[str, Any] = {"replaced_by": None if entry.replaced_by in hidden else entry.replaced_by}
    answer = entry.answer
    if answer is None:
        return changes
    if answer.sensitivity is Sensitivity.NONE:
        return changes | {"answer": replace(answer, text=_without_marks(answer.text, hidden))}
    return changes | {"answer": None, "status": "answered" if entry.status == "stated" else entry.status}


def _with_corrections(adoption: Adoption | None, kept: Sequence[Correction]) -> Adoption | None:
    return replace(adoption, corrections=tuple(kept)) if adoption else None


def _without_marks(text: str, hidden: frozenset[str]) -> str:
    """Text without a typed ``~T-003`` that points at something hidden; other text stays as it is."""
    if "~" not in text:
        return text
    return re.sub(r"\s*~([A-Za-z]-\d+)", lambda mark: "" if mark[1].upper() in hidden else mark[0], text)


def _names(refs: Iterable[str], *texts: str) -> bool:
    """Whether one of the texts quotes one of the refs."""
    said = " ".join(texts).upper()
    return any(re.search(rf"\b{re.escape(ref)}\b", said) for ref in refs)


def _words_used(words: dict[str, str], told: object) -> dict[str, str]:
    """The words of the list that are used in what is told; another one would tell what is left out."""
    said = " ".join(_texts(told)) if words else ""
    return {
        word: meaning
        for word, meaning in words.items()
        if re.search(rf"(?<!\w){re.escape(word)}(?!\w)", said)
    }


def _texts(value: object) -> Iterator[str]:
    """Every text in records, at any depth."""
    match value:
        case StrEnum():
            return
        case str():
            yield value
        case tuple():
            for each in value:
                yield from _texts(each)
        case msgspec.Struct():
            for name in value.__struct_fields__:
                yield from _texts(getattr(value, name))
