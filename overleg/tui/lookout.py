"""What can be seen around the entries: what the program noticed, who else is in, what all stand behind."""

from datetime import datetime
from typing import TYPE_CHECKING

from overleg.desk.workbench import Desk
from overleg.domain.choices import Language, Sensitivity
from overleg.domain.model import Session
from overleg.domain.overviews.goals import goal_map
from overleg.domain.waiting import waiting
from overleg.errors import Message
from overleg.locale import say

if TYPE_CHECKING:
    from overleg.domain.checks import Finding

_MOST = 3
_SEEN = frozenset({"party_silent", "time_over"})
"""What the screen shows by itself: the light of the round, the end of the time box."""

_EVERY = 10.0
"""Seconds after which the findings are asked again though nothing was recorded: some wait for the clock."""


class Lookout:
    """Looks at one desk; asks the checks only when something happened, for they look at every entry."""

    def __init__(self, desk: Desk, language: Language) -> None:
        self._desk = desk
        self._language = language
        self._session: Session | None = None
        self._at = datetime.min
        self._found: tuple[Finding, ...] = ()
        self._goal = ""

    def look(self) -> None:
        """Ask again, where the session or the time is another one."""
        session, now = self._desk.session, self._desk.clock()
        if session is self._session and abs((now - self._at).total_seconds()) < _EVERY:
            return
        # Not above: the first paint does not wait for what is looked at after it.
        from overleg.domain.checks import shown

        self._session, self._at = session, now
        asked = {each.ref for each in waiting(session)}
        found = shown(session, now, _MOST + 1 + len(session.parties) + len(asked))
        self._found = tuple(each for each in found if not _is_seen(each, asked))[:_MOST]
        self._goal = shared_goal(session, self._language)

    @property
    def found(self) -> tuple["Finding", ...]:
        return self._found

    @property
    def goal(self) -> str:
        """The goal that all stand behind, in a sentence; empty where there is none yet."""
        return self._goal

    def company(self) -> str:
        """Who else is in this meeting, in a sentence; empty where nobody is."""
        return " ".join(say(other.words, self._language) for other in self._desk.others())


def _is_seen(finding: "Finding", asked: set[str]) -> bool:
    """Whether the screen shows it already; what waits for an answer stands above the bar."""
    is_asked = finding.check == "expectation_unanswered" and asked.issuperset(finding.refs)
    return is_asked or finding.check in _SEEN


def shared_goal(session: Session, language: Language) -> str:
    """The last goal that every party present stands behind; never one that is confidential."""
    shared = [each.goal for each in goal_map(session) if each.is_shared]
    goals = [goal for goal in shared if goal.sensitivity is Sensitivity.NONE]
    return say(Message("Together: {goal}", goal=goals[-1].text), language) if goals else ""
