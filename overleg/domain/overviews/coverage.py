"""Nobody left out: which target group has an activity, by whom, and which has to wait deliberately."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from overleg.domain.choices import NoteSubtype
from overleg.domain.model import Activity, AnyEntry, Note, Session, TargetGroup


@dataclass(frozen=True, slots=True)
class Coverage:
    """What there is for one target group.

    `by_party` counts the activities in which each party takes part; `later` are the notes that say why
    this group has to wait.
    """

    group: TargetGroup
    activities: int
    by_party: Mapping[str, int]
    later: tuple[Note, ...]

    @property
    def is_left_out(self) -> bool:
        return not self.activities and not self.later


def coverage(session: Session) -> tuple[Coverage, ...]:
    """What there is for every target group of the session, in its own order."""
    standing = [entry for entry in session.entries if entry.withdrawn is None and entry.target_groups]
    return tuple(_of_group(group, standing) for group in session.target_groups)


def _of_group(group: TargetGroup, standing: list[AnyEntry]) -> Coverage:
    named = [entry for entry in standing if group.slug in entry.target_groups]
    activities = [each for each in named if isinstance(each, Activity) and each.status != "stopped"]
    later = tuple(each for each in named if isinstance(each, Note) and each.subtype is NoteSubtype.COVERAGE)
    by_party = Counter(party for activity in activities for party in dict.fromkeys(activity.parties))
    return Coverage(group, len(activities), by_party, later)
