"""The form of one entry, without a screen: what stands in it, and which changes what was typed makes."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from overleg.domain.changes import Change
from overleg.domain.changing_kind import ChangeKind, as_kind
from overleg.domain.choices import Kind, Language
from overleg.domain.editing import EditEntry, SetClass
from overleg.domain.entry_changes import GiveAnswer, SetState
from overleg.domain.kinds import KINDS
from overleg.domain.model import AnyEntry, Session
from overleg.domain.review_changes import Explain
from overleg.domain.text import clean
from overleg.errors import Message, Refused
from overleg.tui.entry_form.rows import (
    ANSWER,
    ANSWER_CLASS,
    ANSWER_RESERVATION,
    ANSWER_TEXT,
    HAPPENS,
    KIND_ROW,
    REASON,
    STATE,
    Row,
    field_rows,
    form_rows,
)

_SAID_IN_ANSWER = frozenset({ANSWER, ANSWER_TEXT, ANSWER_RESERVATION})

Typed = Mapping[str, Any]
"""What stands in the fields, by row: a text, or the value that is chosen."""


class EntryForm:
    """An entry as it is recorded, to be changed; perhaps into one of another `kind`."""

    def __init__(self, entry: AnyEntry, session: Session, kind: Kind | None = None) -> None:
        self._entry = entry
        self._session = session
        self.kind = kind or entry.kind
        self.rows = self._rows()
        base = self._base()
        self.shown = {row.name: row.shown(base, session) for row in self.rows} | {KIND_ROW.name: self.kind}

    def of_kind(self, kind: Kind) -> "EntryForm":
        """The form that the entry has as one of that kind."""
        return EntryForm(self._entry, self._session, kind)

    @property
    def is_restricted(self) -> bool:
        """Whether the entry stays as it was said, and only what becomes of it can change."""
        return KIND_ROW not in self.rows

    def memory_key(self, name: str) -> str:
        """Under which name to remember what was typed in a field, so that it comes back in other kinds."""
        if name == KINDS[self.kind].date_field:
            return "date"
        return "other_party" if name in ("to_party", "about_party") else name

    def means(self, row: Row, typed: Any, language: Language) -> str:
        """What is understood by a text, where it does not say that itself; raises `Refused`."""
        if row.sort is None:
            return ""
        words = row.sort.means(self._read(row, typed), self._session, language)
        return "" if words == _plain(typed) else words

    def troubles(self, typed: Typed) -> dict[str, Refused]:
        """Why the fields that cannot be read cannot, by row, in the order of the form."""
        found = {}
        for row in self._changed(typed):
            try:
                self._read(row, typed[row.name])
            except Refused as refused:
                found[row.name] = refused
        if ANSWER in typed and typed[ANSWER] is None and (typed[ANSWER_TEXT] or typed[ANSWER_RESERVATION]):
            found[ANSWER] = Refused(Message("Choose which answer it is: yes, no, discuss or too vague."))
        return found

    def changes(self, typed: Typed, at: datetime) -> tuple[Change, ...]:
        """What was typed, as changes; of fields that cannot be read nothing."""
        troubles = self.troubles(typed)
        changed = [row for row in self._changed(typed) if row.name not in troubles]
        names = frozenset(row.name for row in changed)
        fields = [row for row in changed if row.name not in HAPPENS]
        return (
            *self._edits(fields, typed, at),
            *(() if troubles.keys() & _SAID_IN_ANSWER else self._answers(names, typed, at)),
            *self._states(names, typed, at),
        )

    def _rows(self) -> tuple[Row, ...]:
        if self.kind is self._entry.kind:
            return form_rows(self._entry, self._session)
        return (KIND_ROW, *field_rows(self._base()))

    def _base(self) -> AnyEntry:
        return self._entry if self.kind is self._entry.kind else as_kind(self._entry, self.kind)

    def _changed(self, typed: Typed) -> list[Row]:
        return [
            row
            for row in self.rows
            if row is not KIND_ROW
            and row.name in typed
            and _plain(typed[row.name]) != _plain(self.shown[row.name])
        ]

    def _read(self, row: Row, typed: Any) -> Any:
        return row.sort.read(_plain(typed), self._session) if row.sort else typed

    def _edits(self, rows: list[Row], typed: Typed, at: datetime) -> tuple[Change, ...]:
        ref = self._entry.ref
        values: dict[str, Any] = {}
        named: dict[str, Any] = {"task": None, "target_groups": ()}
        for row in rows:
            read = self._read(row, typed[row.name])
            values |= row.put(read)
            if row.name in named:
                named[row.name] = read
        tasks = (named["task"],) if named["task"] else ()
        groups = named["target_groups"]
        if self.kind is not self._entry.kind:
            return (ChangeKind(at=at, ref=ref, kind=self.kind, values=values, tasks=tasks, groups=groups),)
        if values.keys() == {"sensitivity"}:
            return (SetClass(at=at, ref=ref, sensitivity=values["sensitivity"]),)
        return (EditEntry(at=at, ref=ref, values=values, tasks=tasks, groups=groups),) if values else ()

    def _answers(self, changed: frozenset[str], typed: Typed, at: datetime) -> tuple[Change, ...]:
        ref = self._entry.ref
        if changed & _SAID_IN_ANSWER:
            reservation = next(row for row in self.rows if row.name == ANSWER_RESERVATION)
            return (
                GiveAnswer(
                    at=at,
                    ref=ref,
                    value=typed[ANSWER],
                    text=_plain(typed[ANSWER_TEXT]),
                    reservation=self._read(reservation, typed[ANSWER_RESERVATION]),
                    sensitivity=typed[ANSWER_CLASS],
                ),
            )
        if ANSWER_CLASS in changed and typed[ANSWER] is not None:
            return (SetClass(at=at, ref=ref, sensitivity=typed[ANSWER_CLASS], of_answer=True),)
        return ()

    def _states(self, changed: frozenset[str], typed: Typed, at: datetime) -> tuple[Change, ...]:
        ref, reason = self._entry.ref, _plain(typed.get(REASON, ""))
        if STATE in changed:
            return (SetState(at=at, ref=ref, state=typed[STATE], text=reason),)
        return (Explain(at=at, ref=ref, text=reason),) if reason else ()


def _plain(typed: Any) -> Any:
    """A text as it is recorded; a chosen value as it is."""
    return clean(typed).strip() if type(typed) is str else typed
