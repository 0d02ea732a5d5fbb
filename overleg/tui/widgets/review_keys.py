"""Under the card of the review: the keys that mean something for the marked one, each a button too."""

from textual.reactive import reactive

from overleg.domain.choices import Kind, Language
from overleg.domain.review import awaited
from overleg.domain.words import Words
from overleg.errors import Message
from overleg.locale import say
from overleg.tui.verbs import Place, Verb, verb
from overleg.tui.widgets.footer import Keys
from overleg.tui.widgets.review_rows import MINUTES, ReviewRow

Called = tuple[str, Message]
"""A verb by its id, and what it is called for this kind of entry."""

_DROP, _EXPLAIN = ("drop", Message("Drop")), ("explain", Message("Explain"))
_NEW_DATE = ("put_off", Message("New date"))

VERBS_OF: dict[Kind, tuple[Called, ...]] = {
    Kind.ACTION: (
        *(("settle", Message("Done")), _NEW_DATE, _DROP, _EXPLAIN),
        *(("hand_over", Message("Hand over")), ("smaller", Message("Smaller"))),
    ),
    Kind.COMMITMENT: (("settle", Message("Kept")), _NEW_DATE, _DROP, _EXPLAIN),
    Kind.EXPECTATION: (
        *(("accept", Message("Yes")), ("decline", Message("No")), ("discuss", Message("Discuss"))),
        *(("drop", Message("Too vague")), _EXPLAIN, ("withdraw", Message("Withdraw"))),
    ),
    Kind.EXPERIMENT: (("settle", Message("Evaluated")), _NEW_DATE, _DROP, _EXPLAIN),
    Kind.AGREEMENT: (("settle", Message("Evaluated")), _NEW_DATE, _DROP, _EXPLAIN),
    Kind.PARKED: (("settle", Message("Handled")), ("put_off", Message("Schedule")), _DROP, _EXPLAIN),
}
_OF_MINUTES = (
    *(("last_minutes", Message("Read and correct")), ("explain", Message("Correct in a line"))),
    ("settle", Message("Adopt")),
)
_OF_ADOPTED = (("last_minutes", Message("Read")),)
_APPROVED = ("settle", Message("Approved"))

_LETTERS = {"accept": Words("j", "y"), "discuss": Words("b", "d")}
"""Answers have the first letter of their word, in either language; the reader's own is shown."""


def verbs_for(row: ReviewRow | None) -> tuple[Called, ...]:
    """What can be done with what is marked; nothing with what is done."""
    if row is None or (row.is_over and row.key != MINUTES):
        return ()
    if row.carried is None:
        of_minutes = _OF_ADOPTED if row.is_over else _OF_MINUTES
        return of_minutes if row.key == MINUTES else ()
    verbs = VERBS_OF[row.carried.entry.kind]
    return (_APPROVED, *verbs[1:]) if awaited(row.carried.entry) else verbs


class ReviewKeys(Keys):
    """The keys for what is marked."""

    row: reactive[ReviewRow | None] = reactive(None)
    """The row that is marked."""

    def __init__(self, language: Language) -> None:
        super().__init__(Place.REVIEW, language)

    def watch_row(self) -> None:
        self._labels = self.labels()

    def labels(self) -> list[tuple[Verb, str, str]]:
        return [(verb(id), self._key(id), say(word, self._language)) for id, word in verbs_for(self.row)]

    def _key(self, id: str) -> str:
        names = self.app.keymap.said_at(verb(id), self._place, self._language)
        own = _LETTERS[id][self._language] if id in _LETTERS else ""
        return own if own in names else names[0]
