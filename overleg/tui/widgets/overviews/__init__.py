"""The overviews in words and lines, each from a function of the session, the language and the width."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from overleg.domain.choices import Language
from overleg.domain.model import Session
from overleg.errors import Message
from overleg.locale import say
from overleg.tui.widgets.overviews.balance import balance_lines
from overleg.tui.widgets.overviews.goals import goal_lines
from overleg.tui.widgets.overviews.groups import group_lines
from overleg.tui.widgets.overviews.lines import Told, told
from overleg.tui.widgets.overviews.promises import promise_lines
from overleg.tui.widgets.overviews.roles import role_lines
from overleg.tui.widgets.overviews.talk import talk_lines

__all__ = ["TALK", "VIEWS", "Told", "view_lines"]

Draw = Callable[[Session, datetime, Language, int], list[Told]]


@dataclass(frozen=True, slots=True)
class View:
    """One overview: the sentence that explains it, and what draws it."""

    explanation: Message
    lines: Draw


def _without_clock(lines: Callable[[Session, Language, int], list[Told]]) -> Draw:
    return lambda session, now, language, width: lines(session, language, width)


TALK = "speaking_time"
"""The view that is shown only when somebody asks for it."""

VIEWS: dict[str, View] = {
    "role_map": View(
        Message("Who does what: this fills itself from what is recorded with a task, such as &loket=R."),
        _without_clock(role_lines),
    ),
    "give_and_take": View(
        Message("What each party brings to the table, and what it asks of the others."),
        _without_clock(balance_lines),
    ),
    "shared_goals": View(
        Message("A goal is shared when every core party that is here has said yes to it by name."),
        _without_clock(goal_lines),
    ),
    "commitments": View(
        Message("What each party promised, on which condition, and where that stands."),
        _without_clock(promise_lines),
    ),
    "coverage": View(
        Message("For whom something is done; a group may wait when that is on purpose."),
        _without_clock(group_lines),
    ),
    TALK: View(
        Message("How long each party had the floor. The | in a bar is an even share."),
        talk_lines,
    ),
}
"""Every view by the id of its verb, in the order in which one walks through them; the last on request."""


def view_lines(id: str, session: Session, now: datetime, language: Language, width: int) -> list[Told]:
    """The lines of a view below its explanation."""
    view = VIEWS[id]
    return [*told(say(view.explanation, language), width), Told(), *view.lines(session, now, language, width)]
