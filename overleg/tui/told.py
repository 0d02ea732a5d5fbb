"""A change in words that may be read from the back of the room."""

from dataclasses import replace

from msgspec.structs import replace as but

from overleg.documents.reading import reading
from overleg.domain.changes import Change
from overleg.domain.choices import Language, Sensitivity
from overleg.domain.entry_changes import (
    AddEntry,
    Amend,
    Endorse,
    GiveAnswer,
    SetState,
)
from overleg.domain.meeting_changes import CorrectMinutes
from overleg.domain.model import Session
from overleg.domain.together import Together
from overleg.tui.widgets.entry_cells import MASK


def told(change: Change, session: Session, language: Language) -> str:
    """The reading of a change; a sensitive text is masked in it."""
    return reading(_masked(change, session), session, language)


def _masked(change: Change, session: Session) -> Change:
    match change:
        case Together():
            return replace(change, changes=tuple(_masked(each, session) for each in change.changes))
        case AddEntry(entry=entry) if entry.sensitivity is not Sensitivity.NONE:
            return replace(change, entry=but(entry, text=MASK))
        case GiveAnswer() | Endorse() | SetState() | Amend() if change.sensitivity is not Sensitivity.NONE:
            return replace(change, text=MASK)
        case GiveAnswer() | Endorse() | SetState() | Amend() if change.text and _is_masked(
            change.ref, session
        ):
            return replace(change, text=MASK)
        case CorrectMinutes() if change.sensitivity is not Sensitivity.NONE:
            return replace(change, where="", old="", new=MASK)
        case _:
            return change


def _is_masked(ref: str, session: Session) -> bool:
    entry = session.entry(ref)
    return entry is not None and entry.sensitivity is not Sensitivity.NONE
