"""Changes that put a finding away for this session, and take it out again."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Self

from msgspec.structs import replace as but

from overleg.domain.changes import Change
from overleg.domain.model import Session, Silenced
from overleg.errors import Message, Refused


@dataclass(frozen=True, slots=True, kw_only=True)
class _AboutFinding(Change):
    """Something that happens to the finding of a check on a subject."""

    check: str
    subject: str = ""

    def renamed(self, refs: Mapping[str, str]) -> Self:
        return replace(self, subject=" ".join(refs.get(part, part) for part in self.subject.split(" ")))

    def silenced(self, session: Session) -> Silenced | None:
        """The record that keeps this finding away."""
        wanted = (self.check, self.subject)
        return next((each for each in session.silenced if (each.check, each.subject) == wanted), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Silence(_AboutFinding):
    """Put a finding away: it does not come back in this session."""

    reason: str = ""

    def made(self, session: Session) -> Session:
        # Not above: every line is read with the changes there are, and few of them are about a check.
        from overleg.domain.checks import CHECKS, Level

        if self.check not in CHECKS:
            raise Refused(Message("There is no check {check}.", check=self.check))
        if CHECKS[self.check].level is Level.BLOCK:
            raise Refused(
                Message("This is asked each time a document is made, so it cannot be put away."),
                Message("Answer it when the document is made."),
            )
        if self.silenced(session) is not None:
            return session
        record = Silenced(id=_new_id(session), check=self.check, subject=self.subject, reason=self.reason)
        return but(session, silenced=(*session.silenced, record))


@dataclass(frozen=True, slots=True, kw_only=True)
class Unsilence(_AboutFinding):
    """Let a finding that was put away be seen again."""

    def made(self, session: Session) -> Session:
        record = self.silenced(session)
        if record is None:
            return session
        return but(session, silenced=tuple(each for each in session.silenced if each is not record))


def _new_id(session: Session) -> str:
    """An id that no record has, whichever were taken out again."""
    taken = {each.id for each in session.silenced}
    return next(id for n in range(1, len(taken) + 2) if (id := f"s{n}") not in taken)
