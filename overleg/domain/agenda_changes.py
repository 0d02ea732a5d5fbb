"""Changes to the agenda: where the meeting is in it, and what is on it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

from msgspec.structs import replace as but

from overleg.domain import forms
from overleg.domain.changes import Change
from overleg.domain.choices import ItemStatus, SessionStatus
from overleg.domain.durations import LONGEST
from overleg.domain.merging import merged
from overleg.domain.model import AgendaItem, Session
from overleg.domain.ordering import in_order, moved
from overleg.domain.running import begun, left_item
from overleg.domain.timing import seconds_spent
from overleg.errors import Message, Refused


@dataclass(frozen=True, slots=True, kw_only=True)
class GoToItem(Change):
    """Go to an agenda item; the item left is done, the meeting is live."""

    item: str

    def made(self, session: Session) -> Session:
        _item(session, self.item)
        active = session.active_item
        if active and active.id == self.item and session.status is SessionStatus.LIVE:
            return session
        session = left_item(session, self.at)
        session = _with_item(
            session,
            self.item,
            lambda item: but(item, status=ItemStatus.ACTIVE, started_at=self.at, ended_at=None),
        )
        return begun(session, self.at)


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeInStep(Change):
    """Put an item after the running one (else at the end) and go to it."""

    item: AgendaItem

    def made(self, session: Session) -> Session:
        if session.item(self.item.id) is not None:
            raise Refused(Message("There is an agenda item {item} already.", item=self.item.id))
        active = session.active_item
        place = session.agenda.index(active) + 1 if active else len(session.agenda)
        agenda = (*session.agenda[:place], self.item, *session.agenda[place:])
        return GoToItem(at=self.at, item=self.item.id).made(but(session, agenda=agenda))


@dataclass(frozen=True, slots=True, kw_only=True)
class PutItem(Change):
    """Put a new item on the agenda, or change what one is about.

    `was` is the item that was changed: of the one that is there now only what differs from it is set. A
    new one comes before the item `before`, else at the end, with an id of its own.
    """

    item: AgendaItem
    was: AgendaItem | None = None
    before: str | None = None

    def made(self, session: Session) -> Session:
        self._check(session)
        was = self.was
        if was is not None:
            return _with_item(session, was.id, lambda item: merged(item, was, self.item))
        item = but(self.item, id=forms.item_id(session, self.item.id))
        agenda = moved((*session.agenda, item), "id", item.id, self.before)
        return but(session, agenda=agenda)

    def _check(self, session: Session) -> None:
        if not self.item.title:
            raise Refused(Message("An agenda item has a title."), Message("Type what it is about."))
        minutes = self.item.planned_minutes
        if minutes is not None and not 1 <= minutes <= LONGEST:
            raise Refused(Message("An agenda item takes at least a minute and at most a day."))
        party = self.item.brought_in_by
        if party is not None and session.party(party) is None:
            raise Refused(Message("There is no party {party} at this table.", party=party))


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveItem(Change):
    """Put an item before another one, or at the end."""

    item: str
    before: str | None = None

    def made(self, session: Session) -> Session:
        _item(session, self.item)
        agenda = moved(session.agenda, "id", self.item, self.before)
        return session if agenda == session.agenda else but(session, agenda=agenda)


@dataclass(frozen=True, slots=True, kw_only=True)
class ArrangeAgenda(Change):
    """Put the items in another order; one that is not named stays behind the item it stood behind."""

    order: tuple[str, ...]

    def made(self, session: Session) -> Session:
        agenda = in_order(session.agenda, "id", self.order)
        return session if agenda == session.agenda else but(session, agenda=agenda)


@dataclass(frozen=True, slots=True, kw_only=True)
class _SetAside(Change):
    """An item is not dealt with; where it was running, the meeting goes on with the next one."""

    item: str

    STATUS: ClassVar[ItemStatus]

    def made(self, session: Session) -> Session:
        item = _item(session, self.item)
        if item.status is self.STATUS:
            return session
        if item.status is ItemStatus.DONE:
            raise Refused(
                Message("{item} is done already.", item=item.title),
                Message("Reopen it first, or put a new item on the agenda."),
            )
        if item.status is ItemStatus.ACTIVE:
            return self._gone_on(left_item(session, self.at, self.STATUS))
        return _with_item(session, item.id, lambda each: but(each, status=self.STATUS))

    def _gone_on(self, session: Session) -> Session:
        """In the next item that waits; in none where it was the last, or in a break."""
        agenda = iter(session.agenda)
        next(item for item in agenda if item.id == self.item)
        following = next((item for item in agenda if item.status is ItemStatus.PENDING), None)
        if following is None or session.status is not SessionStatus.LIVE:
            return session
        return GoToItem(at=self.at, item=following.id).made(session)


@dataclass(frozen=True, slots=True, kw_only=True)
class SkipItem(_SetAside):
    """Leave an item out of this meeting."""

    STATUS = ItemStatus.SKIPPED


@dataclass(frozen=True, slots=True, kw_only=True)
class DeferItem(_SetAside):
    """Put an item off: it comes back in the next meeting of the series."""

    STATUS = ItemStatus.DEFERRED


@dataclass(frozen=True, slots=True, kw_only=True)
class ReopenItem(Change):
    """An item that was done, skipped or put off waits again; the time it took stays."""

    item: str

    def made(self, session: Session) -> Session:
        item = _item(session, self.item)
        if item.status in (ItemStatus.PENDING, ItemStatus.ACTIVE):
            return session
        return _with_item(
            session,
            self.item,
            lambda each: but(each, status=ItemStatus.PENDING, started_at=None, ended_at=None),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class DropItem(Change):
    """Take an item off the agenda on which nothing was said yet."""

    item: str

    def made(self, session: Session) -> Session:
        item = _item(session, self.item)
        if has_begun(session, item):
            raise Refused(
                Message("{item} has begun, so it stays on the agenda.", item=item.title),
                Message("Skip it, or put it off."),
            )
        return but(session, agenda=tuple(each for each in session.agenda if each is not item))


@dataclass(frozen=True, slots=True, kw_only=True)
class GiveTime(Change):
    """Give the running item so many more minutes, counted from now where its time is up."""

    minutes: int

    def made(self, session: Session) -> Session:
        item = session.active_item
        if item is None:
            raise Refused(Message("No agenda item is running, so none can be given more time."))
        spent = -(-seconds_spent(item, session, self.at) // 60)
        minutes = max(item.planned_minutes or 0, spent) + self.minutes
        if not 1 <= self.minutes <= LONGEST or minutes > LONGEST:
            raise Refused(
                Message("That is no time that an agenda item can take."),
                Message("Type the minutes, such as {example}.", example=5),
            )
        return _with_item(session, item.id, lambda each: but(each, planned_minutes=minutes))


@dataclass(frozen=True, slots=True, kw_only=True)
class UseForm(Change):
    """Hold the meeting in another form, or with a free agenda where `form` is empty.

    Its steps take the place of those of the old form on which nothing was said; items that somebody put
    on the agenda stay, behind them.
    """

    form: str
    items: tuple[AgendaItem, ...]

    def made(self, session: Session) -> Session:
        if session.form == self.form:
            return session
        begun = tuple(item for item in session.agenda if has_begun(session, item))
        own = tuple(item for item in session.agenda if not item.step and item not in begun)
        session = but(session, form=self.form, agenda=(*begun, *own))
        first_own = own[0].id if own else None
        for item in self.items:
            session = PutItem(at=self.at, item=item, before=first_own).made(session)
        return session


def has_begun(session: Session, item: AgendaItem) -> bool:
    """Whether anything happened in the item: it ran, somebody had the floor, something was recorded."""
    return (
        item.status in (ItemStatus.ACTIVE, ItemStatus.DONE)
        or item.elapsed_s > 0
        or any(turn.item == item.id for turn in session.turns)
        or any(entry.item == item.id and entry.born_in == session.id for entry in session.entries)
    )


def _item(session: Session, id: str) -> AgendaItem:
    item = session.item(id)
    if item is None:
        raise Refused(Message("There is no agenda item {item}.", item=id))
    return item


def _with_item(session: Session, id: str, change: Callable[[AgendaItem], AgendaItem]) -> Session:
    """The session with that item changed; the same one where the item stays as it was."""
    item = _item(session, id)
    changed = change(item)
    if changed == item:
        return session
    return but(session, agenda=tuple(changed if each is item else each for each in session.agenda))
