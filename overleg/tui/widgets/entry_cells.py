"""An entry as it stands in the list: cells of text, sensitive text masked, nothing by colour alone."""

from dataclasses import dataclass
from typing import NamedTuple

from overleg.documents.in_brief import ENDORSEMENTS, sensitivity, who
from overleg.domain.capture.references import ANSWERS
from overleg.domain.choices import Language, Sensitivity
from overleg.domain.gaps import missing
from overleg.domain.kind_row import KindRow
from overleg.domain.kinds import row_of
from overleg.domain.model import Answer, AnyEntry, Expectation, Session
from overleg.domain.support import parties_with_a_say
from overleg.domain.text import clean
from overleg.errors import Message
from overleg.locale import narrow_date, say
from overleg.tui.cells import fill, wrap

MASK = "∙∙∙"
"""Stands for what may not be read from the back of the room; each of them is one cell everywhere."""

_GAP = 1
_NUMBER, _KIND, _DATE, _STATE = 6, 11, 10, 16
_LEAST_TEXT = 8


@dataclass(frozen=True, slots=True)
class Columns:
    """How wide the columns are; 0 where one is left out."""

    number: int
    kind: int
    who: int
    text: int
    state: int
    date: int

    @classmethod
    def within(cls, width: int) -> "Columns":
        """The columns that a window has room for; the text gets what is left."""
        number = 0 if width < 1 + _NUMBER + _GAP + _LEAST_TEXT else _NUMBER
        kind = 0 if width < 62 else _KIND
        who = 0 if width < 34 else 9 if width < 62 else 12 if width < 110 else 22
        state = 0 if width < 110 else _STATE
        date = 0 if width < 62 else _DATE
        taken = 1 + sum(each + _GAP for each in (number, kind, who, state, date) if each)
        return cls(number, kind, who, max(width - taken, 1), state, date)

    @property
    def before_text(self) -> int:
        return 1 + sum(each + _GAP for each in (self.number, self.kind, self.who) if each)

    @property
    def after_text(self) -> int:
        return sum(each + _GAP for each in (self.state, self.date) if each)


class Line(NamedTuple):
    """One line of an entry: number, kind and speaker, then the text, then state and date."""

    before: str
    text: str
    after: str = ""


@dataclass(frozen=True, slots=True)
class EntryCells:
    """What the columns say of one entry."""

    ref: str = ""
    kind: str = ""
    who: str = ""
    text: str = ""
    state: str = ""
    date: str = ""
    is_masked: bool = False
    is_withdrawn: bool = False

    def lines(self, columns: Columns) -> list[Line]:
        """The entry in lines; a text without state or date beside it uses that room too."""
        first, *others = self.body(columns)
        room = columns.text + columns.after_text - self._beside(columns)
        head = Line(self._before(columns), fill(first, room), self._after(columns))
        return [head, *(Line(" " * columns.before_text, line) for line in others)]

    def body(self, columns: Columns) -> list[str]:
        """The text in lines, with what has no column of its own in this window."""
        parts = (self.text, "" if columns.state else self.state, "" if columns.date else self.date)
        room = columns.text + columns.after_text - self._beside(columns)
        return wrap(" · ".join(part for part in parts if part), room)

    def _beside(self, columns: Columns) -> int:
        """The cells that state and date take beside the text; none where there is neither."""
        is_taken = (columns.state and self.state) or (columns.date and self.date)
        return columns.after_text if is_taken else 0

    def _before(self, columns: Columns) -> str:
        parts = ((self.ref, columns.number), (self.kind, columns.kind), (self.who, columns.who))
        return " " + "".join(fill(text, width) + " " * _GAP for text, width in parts if width)

    def _after(self, columns: Columns) -> str:
        if not self._beside(columns):
            return ""
        parts = ((self.state, columns.state), (self.date, columns.date))
        return "".join(" " * _GAP + fill(text, width) for text, width in parts if width)


def headings(language: Language, columns: Columns) -> EntryCells:
    """The names of the columns that are there."""
    return EntryCells(
        ref=say(Message("No."), language),
        kind=say(Message("Kind"), language),
        who=say(Message("Who"), language),
        text=say(Message("What"), language),
        state=say(Message("Standing"), language) if columns.state else "",
        date=say(Message("When"), language) if columns.date else "",
    )


def height_of(
    entry: AnyEntry, session: Session, language: Language, columns: Columns, *, is_revealed: bool = False
) -> int:
    """How many lines the entry takes; asked of every entry, so it makes only the cells that matter."""
    return len(
        EntryCells(
            text=_text(entry, language, is_revealed),
            state=_state(entry, session, language, is_revealed),
            date=_date(entry, language, missing(entry) if row_of(entry).date_field else ()),
        ).body(columns)
    )


def cells_of(
    entry: AnyEntry, session: Session, language: Language, *, is_revealed: bool = False
) -> EntryCells:
    """The cells of an entry; what was withdrawn says so, what is sensitive hides its text and answer.

    With `is_revealed` it is told all the same, for somebody asked to see it.
    """
    gaps = missing(entry)
    return EntryCells(
        ref=entry.ref,
        kind=row_of(entry).words[language].capitalize(),
        who=clean(_who(entry, session, language, gaps)),
        text=_text(entry, language, is_revealed),
        state=_state(entry, session, language, is_revealed),
        date=_date(entry, language, gaps),
        is_masked=entry.sensitivity is not Sensitivity.NONE and not is_revealed,
        is_withdrawn=entry.withdrawn is not None,
    )


def masked(class_: Sensitivity, language: Language) -> str:
    """What stands for a sensitive text: ``∙∙∙ vertrouwelijk (geld)``."""
    return f"{MASK} {sensitivity(class_, language)}"


def _text(entry: AnyEntry, language: Language, is_revealed: bool) -> str:
    if entry.sensitivity is Sensitivity.NONE:
        return clean(entry.text)
    if is_revealed:
        return f"{clean(entry.text)} · {sensitivity(entry.sensitivity, language)}"
    return masked(entry.sensitivity, language)


def _who(entry: AnyEntry, session: Session, language: Language, gaps: tuple[str, ...]) -> str:
    known = who(entry, session, language)
    if "to" in gaps:
        return f"{known} > ?"
    if "who" in gaps or "person" in gaps:
        asked = say(Message("who?"), language)
        return f"{known} ({asked})" if known else asked
    return known


def _date(entry: AnyEntry, language: Language, gaps: tuple[str, ...]) -> str:
    field = row_of(entry).date_field
    when = getattr(entry, field) if field else None
    if when is not None:
        return narrow_date(when)
    return say(Message("when?"), language) if "when" in gaps else ""


def _state(entry: AnyEntry, session: Session, language: Language, is_revealed: bool) -> str:
    """Where an entry stands, in a word or two: ``ja``, ``3/3``, ``klaar``, ``ingetrokken``."""
    if entry.withdrawn is not None:
        return say(Message("withdrawn"), language)
    if entry.sensitivity is not Sensitivity.NONE and not is_revealed:
        return ""
    if isinstance(entry, Expectation) and entry.answer is not None and entry.status == "answered":
        return _answer(entry.answer, language, is_revealed)
    row = row_of(entry)
    reserved = say(Message("reserved"), language) if _is_reserved(entry) else ""
    return " ".join(part for part in (_said(entry, session, row, language), reserved) if part)


def _answer(answer: Answer, language: Language, is_revealed: bool) -> str:
    if answer.sensitivity is not Sensitivity.NONE and not is_revealed:
        return say(Message("confidential"), language)
    word = ANSWERS[answer.value][language]
    return f"{word} ({say(Message('reserved'), language)})" if answer.reservation else word


def _said(entry: AnyEntry, session: Session, row: KindRow, language: Language) -> str:
    """How many support it and whether anybody does not, else the state where that is no longer the first."""
    if row.resist and any(each.value is row.resist for each in entry.endorsements):
        return ENDORSEMENTS[row.resist][language]
    supporters = {each.party for each in entry.endorsements if each.value is row.support}
    if supporters and entry.status in (row.first_state, row.settled, "taken_under_reservation"):
        asked = set(parties_with_a_say(session, entry)) | supporters
        return f"{len(supporters)}/{len(asked)}"
    state = row.state(entry.status)
    return state.words[language] if state and entry.status != row.first_state else ""


def _is_reserved(entry: AnyEntry) -> bool:
    own = getattr(entry, "reservation", None)
    held = [own, *(each.reservation for each in entry.endorsements)]
    return any(each is not None and each.confirmed_at is None for each in held)
