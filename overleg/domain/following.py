"""Steps of a form that follow the table and its language, as long as the meeting has not begun."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from msgspec.structs import replace as but

from overleg.domain.agenda_changes import PutItem
from overleg.domain.choices import ItemStatus, Language, SessionStatus
from overleg.domain.forms import FormStep, MeetingForm, find_step, item_of
from overleg.domain.model import AgendaItem, Session

_PROPOSED = ("title", "prompt", "planned_minutes")
"""What a form proposes for a step, in the language of the meeting and for the parties at the table."""


def following(
    before: Session, after: Session, forms: Iterable[MeetingForm], at: datetime
) -> Iterator[PutItem]:
    """What gives the steps of a form their words in another language, and rounds the time of more parties.

    What somebody has put otherwise stays, and so does everything once the meeting has begun.
    """
    if _asked(before) == _asked(after) or after.status is not SessionStatus.PLANNED:
        return
    known = tuple(forms)
    for item in after.agenda:
        step = find_step(known, item.step) if item.step else None
        if step is not None and item.status is ItemStatus.PENDING:
            changed = _followed(item, step, before, after)
            if changed != item:
                yield PutItem(at=at, item=changed, was=item)


def _asked(session: Session) -> tuple[int, Language]:
    """What the proposals of a form depend on."""
    return len(session.core_parties), session.language


def _followed(item: AgendaItem, step: FormStep, before: Session, after: Session) -> AgendaItem:
    old = item_of(step, *_asked(before))
    new = item_of(step, *_asked(after))
    fields = {name: getattr(new, name) for name in _PROPOSED if getattr(item, name) == getattr(old, name)}
    return but(item, **fields)
