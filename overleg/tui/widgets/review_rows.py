"""What the review shows, line by line: what waits under its headings, then what was done."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace

from overleg.documents.adopting import adoption_state
from overleg.domain import names
from overleg.domain.choices import Kind, Language
from overleg.domain.kinds import KINDS
from overleg.domain.model import Adoption, AnyEntry, Expectation, Session
from overleg.domain.review import Carried, Walk, awaited, day_of, number
from overleg.errors import Message
from overleg.locale import catalogue, long_date, narrow_date, say
from overleg.tui.widgets.entry_cells import EntryCells, cells_of

TOUCHED, LATE = "✓", "!"
MINUTES = "minutes"
"""The key of the row of the minutes; that of an entry is its ref."""


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """A heading, which has no key, or something to go through; `is_over` is what was done."""

    key: str = ""
    cells: EntryCells = field(default_factory=EntryCells)
    carried: Carried | None = None
    is_over: bool = False

    @property
    def kind(self) -> Kind | None:
        return self.carried.entry.kind if self.carried else None


@dataclass(frozen=True, slots=True)
class Arrangement:
    """How the walk is laid out: kind by kind or party by party, the overdue first or by number."""

    by_party: bool = False
    by_number: bool = False


def rows_of(walk: Walk, session: Session, arranged: Arrangement, language: Language) -> list[ReviewRow]:
    """All of the walk in rows; only a heading that says so where there is nothing to go through."""
    _ = catalogue(language).gettext
    rows = _minutes(walk.minutes, session, language) if walk.minutes else []
    headed = _by_party(session, language) if arranged.by_party else _by_kind(language)
    rows += _under_headings(_ordered(walk.waiting, arranged), headed, session, language)
    rows += _over(_("Done at this meeting"), walk.done, session, language)
    rows += _over(_("Done last time"), walk.done_before, session, language)
    return rows or [_heading(_("Earlier meetings left nothing open."))]


def _minutes(adoption: Adoption, session: Session, language: Language) -> list[ReviewRow]:
    _ = catalogue(language).gettext
    day = long_date(adoption.held_on, language) if adoption.held_on else adoption.session
    sign = TOUCHED if adoption.at or adoption.corrections else " "
    cells = EntryCells(ref=sign, text=day, state=_standing(adoption, session, language))
    return [_heading(_("Minutes")), ReviewRow(MINUTES, cells, is_over=adoption.at is not None)]


def _standing(adoption: Adoption, session: Session, language: Language) -> str:
    """Whether the minutes are adopted, where and when, and how many corrections there are."""
    n = len(adoption.corrections)
    told = catalogue(language).ngettext("{n} correction", "{n} corrections", n).format(n=n) if n else ""
    return ", ".join(filter(None, (adoption_state(session, language), told)))


Headed = Callable[[AnyEntry], tuple[int, str]]
"""Under which heading an entry stands, and the place of that among the headings."""


def _by_kind(language: Language) -> Headed:
    return lambda entry: (0, KINDS[entry.kind].plural[language].capitalize())


def _by_party(session: Session, language: Language) -> Headed:
    places = {party.id: place for place, party in enumerate(session.parties)}
    everybody = say(Message("All parties"), language)
    nobody = say(Message("Nobody yet"), language)

    def headed(entry: AnyEntry) -> tuple[int, str]:
        if entry.for_all:
            return len(places), everybody
        party = whose_turn(entry)
        return (places.get(party, 0), names.party_name(session, party)) if party else (len(places), nobody)

    return headed


def whose_turn(entry: AnyEntry) -> str | None:
    """The party that is looked at: who is asked something, else who does or said it."""
    if isinstance(entry, Expectation):
        return entry.to_party
    return entry.parties[0] if entry.parties else None


def _ordered(waiting: tuple[Carried, ...], arranged: Arrangement) -> list[Carried]:
    if not arranged.by_number:
        return list(waiting)
    kinds = list(dict.fromkeys(each.entry.kind for each in waiting))
    return sorted(waiting, key=lambda each: (kinds.index(each.entry.kind), number(each.entry)))


def _under_headings(
    waiting: Iterable[Carried], headed: Headed, session: Session, language: Language
) -> list[ReviewRow]:
    groups: dict[tuple[int, str], list[ReviewRow]] = {}
    for each in waiting:
        groups.setdefault(headed(each.entry), []).append(_row(each, session, language))
    rows: list[ReviewRow] = []
    for place, title in sorted(groups, key=lambda group: group[0]):
        group = groups[place, title]
        rows += [_heading(f"{title} ({len(group)})"), *group]
    return rows


def _over(title: str, done: tuple[Carried, ...], session: Session, language: Language) -> list[ReviewRow]:
    if not done:
        return []
    return [_heading(title), *(replace(_row(each, session, language), is_over=True) for each in done)]


def _heading(title: str) -> ReviewRow:
    return ReviewRow(cells=EntryCells(text=title))


def _row(carried: Carried, session: Session, language: Language) -> ReviewRow:
    cells = cells_of(carried.entry, session, language)
    sign = TOUCHED if carried.is_touched else LATE if carried.overdue_days else " "
    state = ", ".join(filter(None, (cells.state, *_remarks(carried, language))))
    day = day_of(carried.entry) if awaited(carried.entry) else None
    cells = replace(cells, ref=f"{sign} {cells.ref}", kind="", state=state)
    cells = replace(cells, date=narrow_date(day)) if day else cells
    return ReviewRow(key=carried.entry.ref, cells=cells, carried=carried)


def _remarks(carried: Carried, language: Language) -> Iterable[str]:
    """How late it is, and how often it was left open."""
    days = carried.overdue_days
    if days:
        told = catalogue(language).ngettext("{n} day late", "{n} days late", days)
        yield told.format(n=days)
    if carried.left_open:
        yield say(Message("left open {n}×", n=carried.left_open), language)
