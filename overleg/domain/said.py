"""What somebody said with a change, to be told where the change itself could not be made."""

from dataclasses import dataclass

from overleg.domain.changes import Change
from overleg.domain.choices import Sensitivity
from overleg.domain.correction_changes import ChangeCorrection
from overleg.domain.editing import EditEntry
from overleg.domain.entry_changes import AddEntry, Amend, Endorse, GiveAnswer, SetState
from overleg.domain.meeting_changes import CorrectMinutes
from overleg.domain.model import Session
from overleg.domain.review_changes import Explain
from overleg.domain.together import Together
from overleg.errors import Message


@dataclass(frozen=True, slots=True)
class SetAside:
    """Something that no longer fits: why, and what was said with it."""

    reason: Message
    line: str = ""
    is_confidential: bool = False

    @property
    def message(self) -> Message:
        """Nothing said is lost: the line itself is told with the reason; what is confidential is not."""
        if not self.line:
            return self.reason
        if self.is_confidential:
            return Message(
                "Something confidential was not recorded: {reason} It waits under the arrow up.",
                reason=self.reason,
            )
        return Message("“{line}” was not recorded: {reason}", line=self.line, reason=self.reason)


def set_aside(change: Change, reason: Message, session: Session) -> SetAside:
    """A change that the session does not take, as it is told."""
    return SetAside(reason, said(change), is_confidential(change, session))


def is_confidential(change: Change, session: Session) -> bool:
    """Whether what is said with a change, or the entry it is said of, is confidential."""
    match change:
        case Together(changes=changes):
            return any(is_confidential(each, session) for each in changes)
        case AddEntry(entry=entry):
            return entry.sensitivity is not Sensitivity.NONE
        case EditEntry(values={"sensitivity": class_}) if class_ is not Sensitivity.NONE:
            return True
    about = session.entry(getattr(change, "ref", ""))
    classes = (getattr(each, "sensitivity", Sensitivity.NONE) for each in (change, about))
    return any(each is not Sensitivity.NONE for each in classes)


def said(change: Change) -> str:
    """The line or the words as they were typed; empty where nothing was said in words."""
    match change:
        case Together(changes=changes):
            return " ".join(filter(None, map(said, changes)))
        case AddEntry(entry=entry):
            return entry.source_line or entry.text
        case EditEntry(values={"text": str(text)}):
            return text
        case Amend(text=text) | Endorse(text=text) | GiveAnswer(text=text) | SetState(text=text):
            return text
        case Explain(text=text):
            return text
        case CorrectMinutes() | ChangeCorrection():
            return " ".join(filter(None, (change.where, change.old, change.new)))
    return ""
