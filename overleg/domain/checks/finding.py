"""What the checks find in a meeting, and the few findings that a screen shows."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from overleg.domain.checks.catalogue import CHECKS
from overleg.domain.checks.meeting import Meeting
from overleg.domain.checks.moment import EXPORTS, Moment
from overleg.domain.checks.row import Check, Found, Level
from overleg.domain.choices import SessionStatus
from overleg.domain.model import AgendaItem, Session
from overleg.errors import Message

_MOST = 3
_RANKS = {Level.BLOCK: 0, Level.WARN: 1, Level.HINT: 2}


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that the meeting may want to look at.

    `step` is the key of the agenda's step that asks for it, the running one first; empty where none
    does. With `check` and `subject` it is put away. The message never holds what is confidential.
    """

    check: str
    level: Level
    core: bool
    refs: tuple[str, ...]
    parties: tuple[str, ...]
    message: Message
    step: str
    subject: str

    @property
    def is_good(self) -> bool:
        """Whether it is something to be glad of."""
        return CHECKS[self.check].is_good


def findings(session: Session, now: datetime, moment: Moment) -> tuple[Finding, ...]:
    """Everything that the checks of a moment find, in the order of their table.

    What was put away is not among it, except what asks for a yes before a document goes out.
    """
    meeting = Meeting(session, now, moment)
    steps = _steps(meeting)
    away = frozenset((each.check, each.subject) for each in session.silenced)
    return tuple(
        _finding(check, found, steps.get(check.id, ""))
        for check in CHECKS.values()
        if _is_asked(check, meeting) and check.since(check.id, meeting)
        for found in check.rule(meeting)
        if (check.id, found.subject) not in away or check.level is Level.BLOCK
    )


def finding_about(session: Session, now: datetime, check: str, subject: str) -> Finding | None:
    """What a check finds on a subject, put away or not; None where there is nothing to find any more."""
    meeting = Meeting(session, now, Moment.ASKED)
    row = CHECKS.get(check)
    found = next((each for each in row.rule(meeting) if each.subject == subject), None) if row else None
    return _finding(row, found, _steps(meeting).get(check, "")) if row and found else None


def shown(session: Session, now: datetime, most: int = _MOST) -> tuple[Finding, ...]:
    """The findings for the live screen: those of the running step first, then core ones, warnings first.

    Among equals the one that was there first stays first, so that a line stays where it is until it is
    settled. A closed meeting has none.
    """
    if session.status is SessionStatus.CLOSED:
        return ()
    item = session.active_item
    named = frozenset(item.checks) if item else frozenset()

    def rank(finding: Finding) -> tuple[bool, bool, int]:
        return finding.check not in named, not finding.core, _RANKS[finding.level]

    return tuple(sorted(findings(session, now, Moment.LIVE), key=rank)[:most])


def _is_asked(check: Check, meeting: Meeting) -> bool:
    """Whether it is the moment for a check."""
    is_named = meeting.running is not None and check.id in meeting.running.checks
    match meeting.moment:
        case Moment.ASKED:
            return not check.moments <= EXPORTS
        case Moment.STEP:
            return is_named
        case Moment.LIVE:
            return is_named or Moment.LIVE in check.moments
    return meeting.moment in check.moments


def _steps(meeting: Meeting) -> dict[str, str]:
    """The step that asks for each check."""
    return dict(_named(meeting))


def _named(meeting: Meeting) -> Iterator[tuple[str, str]]:
    """Every check a step names, with that step; the running step last, for the last one counts."""
    agenda = [item for item in reversed(meeting.session.agenda) if item is not meeting.running]
    running: list[AgendaItem] = [meeting.running] if meeting.running else []
    for item in (*agenda, *running):
        for check in item.checks:
            yield check, item.step or item.id


def _finding(check: Check, found: Found, step: str) -> Finding:
    message = found.message or check.message
    return Finding(
        check=check.id,
        level=found.level or check.level,
        core=check.core,
        refs=found.refs,
        parties=found.parties,
        message=Message(message.text, **found.values),
        step=step,
        subject=found.subject,
    )
