"""A change in words that may be read from the back of the room."""

from collections.abc import Container
from dataclasses import replace

from msgspec.structs import replace as but

from overleg.documents.reading import reading
from overleg.domain.changes import Change
from overleg.domain.changing_kind import ChangeKind
from overleg.domain.choices import Language, Sensitivity
from overleg.domain.correction_changes import ChangeCorrection, DropCorrection
from overleg.domain.editing import EditEntry, SetClass
from overleg.domain.entry_changes import (
    AddEntry,
    Amend,
    Endorse,
    GiveAnswer,
    SetState,
)
from overleg.domain.meeting_changes import CorrectMinutes
from overleg.domain.model import AnyEntry, Session
from overleg.domain.review_changes import Explain
from overleg.domain.together import Together
from overleg.errors import Message
from overleg.locale import say
from overleg.tui.widgets.entry_cells import MASK


def told(change: Change, session: Session, language: Language) -> str:
    """The reading of a change; a text that is sensitive, or becomes so by the change, is masked in it."""
    confidential = _Confidential(change, session)
    if isinstance(change, GiveAnswer | Endorse) and _is_hidden(change, confidential):
        return say(Message("{ref}: answered in confidence", ref=change.ref), language)
    return reading(_masked(change, confidential), session, language)


class _Confidential:
    """Which entries are confidential, in the session or by what the change makes of them."""

    def __init__(self, change: Change, session: Session) -> None:
        self._session = session
        changes = change.changes if isinstance(change, Together) else (change,)
        self._confided = {ref for each in changes if (ref := _confided_by(each))}

    def __contains__(self, ref: object) -> bool:
        entry = self._session.entry(str(ref))
        is_sensitive = entry is not None and entry.sensitivity is not Sensitivity.NONE
        return is_sensitive or ref in self._confided


def _confided_by(change: Change) -> str:
    """The number of the entry that the change makes confidential."""
    match change:
        case EditEntry(ref=ref, values={"sensitivity": class_}) if class_ is not Sensitivity.NONE:
            return ref
        case SetClass(ref=ref, sensitivity=class_) if class_ is not Sensitivity.NONE:
            return ref
    return ""


def _masked(change: Change, confidential: Container[str]) -> Change:
    match change:
        case Together():
            return replace(change, changes=tuple(_masked(each, confidential) for each in change.changes))
        case AddEntry(entry=entry) if entry.sensitivity is not Sensitivity.NONE:
            return replace(change, entry=_masked_entry(entry))
        case GiveAnswer() | Endorse() if _is_hidden(change, confidential):
            return replace(change, text=change.text and MASK, reservation=None)
        case SetState() | Amend() | Explain() if _is_hidden(change, confidential):
            return replace(change, text=change.text and MASK)
        case EditEntry(ref=ref) if ref in confidential:
            return replace(change, values={})
        case ChangeKind():
            # The entry may be gone from under its number, and its class with it.
            return replace(change, values={})
        case CorrectMinutes() if change.sensitivity is not Sensitivity.NONE:
            return replace(change, where="", old="", new=MASK)
        case ChangeCorrection() if _is_classed(change.sensitivity, change.was.sensitivity):
            return replace(change, where="", old="", new=MASK)
        case DropCorrection() if _is_classed(change.was.sensitivity):
            return replace(change, was=but(change.was, where="", old="", new=MASK))
        case _:
            return change


def _is_classed(*classes: Sensitivity) -> bool:
    return any(each is not Sensitivity.NONE for each in classes)


def _is_hidden(
    change: GiveAnswer | Endorse | SetState | Amend | Explain, confidential: Container[str]
) -> bool:
    return change.sensitivity is not Sensitivity.NONE or change.ref in confidential


def _masked_entry(entry: AnyEntry) -> AnyEntry:
    """The entry without what it says; the name of a task or a group alone may give it away."""
    bare = but(entry, text=MASK, task=None, rasci=None, target_groups=())
    return but(bare, reservation=None) if "reservation" in entry.__struct_fields__ else bare
