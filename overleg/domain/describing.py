"""Changes to what is known of the meeting as a whole: its title, its day, its place."""

from collections.abc import Mapping
from dataclasses import dataclass

from msgspec.structs import replace as but

from overleg.domain.changes import Change
from overleg.domain.model import Session
from overleg.errors import Message, Refused

DESCRIBED = ("title", "series", "date", "start", "end", "place", "language", "practice", "case_text")
"""The fields of a session that say what meeting it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Describe(Change):
    """Set fields of the meeting as a whole, by name: those of `DESCRIBED`, and no others.

    Fields that are not named stay as they are, or as somebody else sets them. Whatever changes, the id
    of the session stays: it is the name of its file. A day that is set is no guess any more.
    """

    fields: Mapping[str, object]

    def made(self, session: Session) -> Session:
        fields = {name: self.fields[name] for name in DESCRIBED if name in self.fields}
        if "date" in fields:
            fields["undated"] = False
        described = but(session, **fields)
        if described == session:
            return session
        _check(described, fields)
        return described


def _check(session: Session, fields: Mapping[str, object]) -> None:
    if "title" in fields and not session.title:
        raise Refused(Message("The meeting has no title."), Message("Type what it is called."))
    if "series" in fields and session.id and not session.series.title:
        raise Refused(Message("The series has no title."), Message("Type what it is called."))
    if session.start and session.end and session.end <= session.start and fields.keys() & {"start", "end"}:
        raise Refused(
            Message(
                "The meeting ends at {end}, before it begins at {start}.",
                end=session.end,
                start=session.start,
            )
        )
