"""Three meetings of a series at which anything happens: nothing open is lost, nothing comes twice."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise
from random import Random

from hypothesis import given, settings
from msgspec.structs import replace as but

from overleg.domain.changes import apply
from overleg.domain.choices import ItemStatus, Mode, SessionStatus
from overleg.domain.integrity import faults
from overleg.domain.meeting_changes import Close
from overleg.domain.model import Action, AnyEntry, NextSession, Session
from overleg.domain.review import carried, is_touched, stays_open
from overleg.domain.series import next_session, opened_with
from overleg.store.forms import read_forms
from tests.domain.any_change import CHANCES, begun, meeting
from tests.domain.conftest import NOW

FIXED = settings(max_examples=60, deadline=None, derandomize=True, database=None)
FORMS = tuple(read_forms().values())
MEETINGS = 3


@dataclass(frozen=True)
class Turnover:
    """A meeting that was closed, the next one as it was planned ahead, and as it was opened then."""

    closed: Session
    ahead: Session
    opened: Session


def series(chance: Random) -> Iterator[Turnover]:
    """Each next meeting is planned half way the one before, and something is recorded in it already."""
    session, at = begun(chance), NOW
    for number in range(1, MEETINGS + 1):
        session = held(chance, session, at)
        when = NextSession(date=at.date() + timedelta(days=28))
        form = chance.choice([None, *FORMS])
        planned = next_session(session, id=f"meeting-{number}", when=when, form=form, known_forms=FORMS)
        ahead = held(chance, planned, at + timedelta(hours=1))
        closed = apply(held(chance, session, at + timedelta(hours=2)), Close(at=at + timedelta(hours=3)))
        yield Turnover(closed, ahead, opened_with(ahead, closed, FORMS))
        session, at = opened_with(ahead, closed, FORMS), at + timedelta(days=28)


def held(chance: Random, session: Session, at: datetime) -> Session:
    """What becomes of a meeting; its day stays, for no meeting is held before the one before it."""
    for made in meeting(chance, session, 10, at):
        session = but(made.after, date=session.date, undated=False)
    return session


def said(entries: Iterable[AnyEntry | None]) -> list[tuple[str, str, datetime]]:
    """Which entries these are, whatever number they have."""
    return [(entry.kind, entry.born_in, entry.created_at) for entry in entries if entry is not None]


@given(CHANCES)
@FIXED
def test_a_meeting_opened_with_another_holds_together(chance: Random) -> None:
    for each in series(chance):
        assert list(faults(each.opened)) == []
        assert carried(each.opened).minutes is not None


@given(CHANCES)
@FIXED
def test_what_was_left_open_comes_along_as_it_was(chance: Random) -> None:
    for each in series(chance):
        for entry in filter(stays_open, each.closed.entries):
            after = each.opened.entry(entry.ref)
            assert after is not None
            assert said([after]) == said([entry])
            assert after.history[: len(entry.history)] == entry.history
            if not is_touched(after, each.opened):
                assert counted(after) == counted(entry)


def counted(entry: AnyEntry) -> AnyEntry:
    """The entry but for the reviews it came through, which are counted when it goes along."""
    return but(entry, carried=0) if isinstance(entry, Action) else entry


@given(CHANCES)
@FIXED
def test_what_was_recorded_ahead_is_there_once(chance: Random) -> None:
    for each in series(chance):
        own = [entry for entry in each.ahead.entries if entry.born_in == each.ahead.id]
        now = [entry for entry in each.opened.entries if entry.born_in == each.ahead.id]
        assert said(now) == said(own)
        for before, after in zip(own, now, strict=True):
            for old, new in zip(before.links, after.links, strict=True):
                was, there = each.ahead.entry(old.ref), each.opened.entry(new.ref)
                assert said([was]) == said([there]) or is_gone(each, was)


def is_gone(turnover: Turnover, entry: AnyEntry | None) -> bool:
    """Whether the meeting before does not know it any more: it was not there, or became of another kind."""
    return entry is None or said([entry])[0] not in said(turnover.closed.entries)


@given(CHANCES)
@FIXED
def test_an_item_that_was_put_off_or_not_reached_comes_back(chance: Random) -> None:
    for each in series(chance):
        assert each.closed.status is SessionStatus.CLOSED
        left = (ItemStatus.DEFERRED, ItemStatus.PENDING)
        for item in each.closed.agenda:
            if item.status in left and item.mode is not Mode.REVIEW:
                assert each.opened.item(item.id) is not None


@given(CHANCES)
@FIXED
def test_opening_it_again_changes_nothing(chance: Random) -> None:
    for each in series(chance):
        assert opened_with(each.opened, each.closed, FORMS) == each.opened


@given(CHANCES)
@FIXED
def test_no_number_of_a_kind_is_given_twice(chance: Random) -> None:
    turnovers = list(series(chance))
    for before, after in pairwise(turnovers):
        for entry in after.closed.entries:
            earlier = before.closed.entry(entry.ref)
            if earlier is not None and earlier.kind is entry.kind:
                assert said([earlier]) == said([entry])
