"""What somebody said with a change, to be told where the change itself could not be made."""

from overleg.domain.changes import Change
from overleg.domain.editing import EditEntry
from overleg.domain.entry_changes import AddEntry, Amend, Endorse, GiveAnswer, SetState
from overleg.domain.meeting_changes import CorrectMinutes
from overleg.domain.review_changes import Explain
from overleg.domain.together import Together


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
        case Explain(text=text) | CorrectMinutes(new=text):
            return text
    return ""
