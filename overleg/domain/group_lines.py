"""Target groups as lines: ``senioren``, or ``senioren: ook hun mantelzorgers`` with a note."""

from overleg.domain.model import TargetGroup
from overleg.domain.text import clean, slug
from overleg.errors import Message, UsageError


def read_line(line: str) -> TargetGroup:
    """The target group that a line describes; raises `UsageError` where it has no name."""
    title, _, note = (part.strip() for part in clean(line).partition(":"))
    if not slug(title):
        raise UsageError(Message("A target group has a name of letters or digits."))
    return TargetGroup(slug=slug(title), title=title, note=note)


def line_of(group: TargetGroup) -> str:
    """The line that is read as this target group."""
    return f"{group.title}: {group.note}" if group.note else group.title
