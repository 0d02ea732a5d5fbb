"""From when on a check means something: that nothing was said is no finding before it was asked."""

from collections.abc import Callable

from overleg.domain.checks.meeting import Meeting
from overleg.domain.checks.moment import Moment
from overleg.domain.choices import Kind

Since = Callable[[str, Meeting], bool]
"""Whether the check with that id means something in a meeting as it stands."""


def always(check: str, meeting: Meeting) -> bool:
    """It is about what was said, or about how the meeting is laid out."""
    return True


def came_up(*kinds: Kind) -> Since:
    """Since a step that names the check or offers one of these kinds, or since one of them was said."""

    def since(check: str, meeting: Meeting) -> bool:
        return check in meeting.asked or not meeting.kinds_that_came_up.isdisjoint(kinds)

    return since


def near_the_end(check: str, meeting: Meeting) -> bool:
    """Since a step that names the check, or since the meeting is about to end."""
    return meeting.moment is Moment.CLOSING or check in meeting.asked or meeting.is_ending


def commitments_began(check: str, meeting: Meeting) -> bool:
    """Since the step for commitments; at any time where there is none, or for who looks by himself."""
    has_step = any(Kind.COMMITMENT in item.kinds for item in meeting.session.agenda)
    return meeting.moment is Moment.ASKED or not has_step or Kind.COMMITMENT in meeting.kinds_that_came_up
