"""Several changes that happen, and are taken back, as one."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Self

from overleg.domain.changes import Change
from overleg.domain.model import Session


@dataclass(frozen=True, slots=True, kw_only=True)
class Together(Change):
    """Changes made one after the other; where one of them is refused, none is made."""

    changes: tuple[Change, ...]

    def renamed(self, refs: Mapping[str, str]) -> Self:
        return replace(self, changes=tuple(change.renamed(refs) for change in self.changes))

    def made(self, session: Session) -> Session:
        for change in self.changes:
            session = change.made(session)
        return session


def as_one(changes: Iterable[Change]) -> Change | None:
    """The changes as one, at the moment of the first; None where there is none."""
    several = tuple(changes)
    if len(several) < 2:
        return several[0] if several else None
    return Together(at=several[0].at, changes=several)
