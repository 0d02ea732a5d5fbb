"""What a line is read against."""

from dataclasses import dataclass
from datetime import date, datetime

from overleg.domain import names
from overleg.domain.forms import MeetingForm
from overleg.domain.model import Session
from overleg.errors import Message, Refused


@dataclass(frozen=True, slots=True)
class Context:
    """The session, the moment, and the forms of which steps can be taken in."""

    session: Session
    now: datetime
    forms: tuple[MeetingForm, ...] = ()

    @property
    def next_date(self) -> date | None:
        return self.session.next.date if self.session.next else None


def unknown_party(context: Context, typed: str, position: int) -> Refused:
    """The refusal of a name that no party at this table has."""
    near = names.closest_party(context.session, typed)
    if near is not None:
        return Refused(
            Message("Party “{typed}” is unknown; did you mean {name}?", typed=typed, name=near.name),
            position=position,
        )
    known = ", ".join(party.code for party in context.session.parties)
    return Refused(
        Message("Party “{typed}” is unknown.", typed=typed),
        Message("At this table are: {parties}.", parties=known) if known else None,
        position=position,
    )
