"""The state of an entry as it is typed on the command line."""

from overleg.domain.choices import Kind
from overleg.domain.kind_row import State
from overleg.domain.kinds import KINDS
from overleg.domain.words import Words
from overleg.errors import Message, UsageError

_NO_STATE = {
    Kind.ACTION: Message("“{typed}” is no state of an action."),
    Kind.DECISION: Message("“{typed}” is no state of a decision."),
}


def asked_state(kind: Kind, typed: str) -> State | None:
    """The state of a kind that was typed, None for an empty text; raises `UsageError` where it has none."""
    row = KINDS[kind]
    state = row.typed_state(typed) if typed else None
    if typed and state is None:
        words = Words(
            ", ".join(each.words.nl for each in row.states), ", ".join(each.words.en for each in row.states)
        )
        raise UsageError(
            Message(_NO_STATE[kind].text, typed=typed), Message("Possible are: {words}.", words=words)
        )
    return state
