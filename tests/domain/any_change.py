"""Any change to a session, drawn at random: every class of changes there is has its row here.

What is drawn is what a desk can be asked to make: of what is there, of what was there a moment ago, and
now and then of what never was. Every text is one of its own, so that it can be looked for.
"""

import pkgutil
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from importlib import import_module
from inspect import isabstract
from random import Random
from typing import Any, TypeVar

from hypothesis import strategies as st
from msgspec.structs import replace as but

import overleg.domain
from overleg.domain.agenda_changes import (
    ArrangeAgenda,
    DeferItem,
    DropItem,
    GiveTime,
    GoToItem,
    MoveItem,
    PutItem,
    ReopenItem,
    SkipItem,
    TakeInStep,
    UseForm,
)
from overleg.domain.changes import Change, apply
from overleg.domain.changing_kind import ChangeKind
from overleg.domain.checks import CHECKS, Moment, findings
from overleg.domain.choices import (
    AnswerValue,
    AttendanceStatus,
    Base,
    Kind,
    Language,
    Mandate,
    Mode,
    PartyKind,
    Purpose,
    Rasci,
    Seat,
    SeatRole,
    Sensitivity,
)
from overleg.domain.correction_changes import ChangeCorrection, DropCorrection
from overleg.domain.describing import Describe
from overleg.domain.editing import EditEntry, SetClass
from overleg.domain.entry_changes import AddEntry, Amend, Endorse, GiveAnswer, Retract, SetState
from overleg.domain.kind_row import Direction
from overleg.domain.kinds import KINDS
from overleg.domain.meeting_changes import (
    AdoptMinutes,
    Attend,
    Close,
    CorrectMinutes,
    GiveTurn,
    Pause,
    Resume,
    SetNext,
)
from overleg.domain.model import (
    AgendaItem,
    Contribution,
    Correction,
    Link,
    Measurement,
    NextSession,
    Party,
    Person,
    Reservation,
    Session,
    TargetGroup,
    Task,
)
from overleg.domain.review_changes import Explain, HandOver, MoveDate
from overleg.domain.series import next_session
from overleg.domain.silencing import Silence, Unsilence
from overleg.domain.table_changes import (
    ArrangeTable,
    DropGroup,
    DropParty,
    DropPerson,
    PutGroup,
    PutParty,
    PutPerson,
    SeatPerson,
)
from overleg.domain.taking_over import TakeOver
from overleg.domain.together import Together
from overleg.errors import Refused
from tests.domain.conftest import NOW, a_table

CHANCES = st.integers(0, 2**32 - 1).map(Random)
"""Sources of chance. A seed is all that hypothesis draws: a meeting is far too much to draw bit by bit."""

Of = TypeVar("Of")


@dataclass(frozen=True)
class Draw:
    """What a change is drawn with: a source of chance, the session it is for, and the moment."""

    chance: Random
    session: Session
    at: datetime

    def one(self, of: Any) -> Any:
        """One of them; None where there is none."""
        rows = list(of)
        return rows[self.chance.randrange(len(rows))] if rows else None

    def some(self, of: Any, most: int = 3) -> tuple[Any, ...]:
        rows = list(of)
        return tuple(dict.fromkeys(self.one(rows) for _ in range(self.number(0, most)) if rows))

    def number(self, least: int, most: int) -> int:
        return self.chance.randint(least, most)

    def maybe(self, value: Of, in_so_many: int = 2) -> Of | None:
        return value if self.chance.randrange(in_so_many) == 0 else None

    def words(self) -> str:
        """A text that is said once."""
        return f"tekst{self.chance.randrange(10**9)}"

    def day(self) -> date:
        return date(2027, 1, 1) + timedelta(days=self.chance.randrange(120))

    def party(self) -> str:
        return self.one([*self._often(self.session.parties), "ZOR"])  # type: ignore[no-any-return]

    def parties(self) -> tuple[str, ...]:
        return self.some(each.id for each in self.session.parties)

    def person(self) -> str:
        return self.one([*self._often(self.session.people), "weg"])  # type: ignore[no-any-return]

    def _often(self, rows: Any) -> list[str]:
        """Those that are there, so often that what is not there is the exception."""
        return [each.id for each in rows] * 4

    def ref(self) -> str:
        # The last ones more often: what happens to one entry again and again is what goes wrong.
        refs = [each.ref for each in self.session.entries]
        return self.one([*refs, *refs[-3:] * 2, "A-001"])  # type: ignore[no-any-return]

    def item(self) -> str:
        return self.one([*(each.id for each in self.session.agenda), "weg"])  # type: ignore[no-any-return]

    def classed(self) -> Sensitivity:
        return self.one([*[Sensitivity.NONE] * 4, *Sensitivity])  # type: ignore[no-any-return]

    def reservation(self) -> Reservation | None:
        return self.maybe(Reservation(body=self.words(), until=self.maybe(self.day())), 4)

    def agenda_item(self) -> AgendaItem:
        title = self.words()
        return AgendaItem(
            id=title,
            title=title,
            step=self.one(["", "", "roles", "review"]),
            purpose=self.maybe(self.one(Purpose)),
            mode=self.one(Mode),
            planned_minutes=self.maybe(self.number(1, 30)),
            brought_in_by=self.maybe(self.party(), 4),
            checks=self.some(CHECKS),
        )


def any_change(draw: Draw) -> Change:
    """Any change; more often one that records something, for else there is soon nothing to change."""
    return ANY[draw.one([*ANY, *[AddEntry] * 8, *[EditEntry, ChangeKind, SetState, SetClass] * 3])](draw)


@dataclass(frozen=True)
class Made:
    """A change that was made, with the sessions before and after it."""

    change: Change
    before: Session
    after: Session

    @property
    def at(self) -> datetime:
        return self.change.at


def begun(chance: Random) -> Session:
    """A meeting in either language, more often than not one that an earlier meeting left things to."""
    session = but(a_table(), language=chance.choice(list(Language)))
    if chance.randrange(3) == 0:
        return session
    earlier = NOW - timedelta(days=30)
    first = but(session, id="2026-12-15-warnsveld", date=earlier.date())
    for _ in range(6):
        with suppress(Refused):
            first = apply(first, _add(Draw(chance, first, earlier)))
    return next_session(first, id=session.id, when=NextSession(date=session.date))


def meeting(chance: Random, session: Session, changes: int, at: datetime = NOW) -> Iterator[Made]:
    """So many changes drawn for a meeting that stays open, and what becomes of it; refused ones are left out.

    Now and then one is drawn for the session of a moment ago: somebody else may have changed it since.
    """
    earlier = session
    for _ in range(changes):
        at += timedelta(seconds=chance.randrange(200))
        change = any_change(Draw(chance, chance.choice([session] * 8 + [earlier]), at))
        if isinstance(change, Close):
            continue
        try:
            after = apply(session, change)
        except Refused:
            continue
        yield Made(change, session, after)
        earlier, session = session, after


def of_the_package() -> Iterator[type[Change]]:
    """Every class of changes that can be made."""
    for module in pkgutil.walk_packages(overleg.domain.__path__, "overleg.domain."):
        import_module(module.name)
    # A class with slots is made twice; the first of both lives on and is not what its module knows.
    known = {id(each) for module in list(sys.modules.values()) for each in vars(module).values()}
    yield from (
        each
        for each in _below(Change)  # type: ignore[type-abstract]
        if id(each) in known and not isabstract(each) and not each.__name__.startswith("_")
    )


def _below(of: type[Change]) -> Iterator[type[Change]]:
    for each in of.__subclasses__():
        yield each
        yield from _below(each)


def _add(draw: Draw) -> Change:
    row = KINDS[draw.one([*Kind, Kind.ACTION, Kind.EXPECTATION, Kind.DECISION, Kind.AGREEMENT])]
    task, group = draw.maybe(_task(draw), 3), draw.maybe(_group(draw), 3)
    entry = row.record(
        ref="",
        born_in="",
        created_at=draw.at,
        text=draw.words(),
        **_values(draw, row.record, given_rarely=True),
    )
    entry = but(
        entry,
        task=task.slug if task else None,
        target_groups=(group.slug,) if group else (),
        item=draw.session.active_item.id if draw.session.active_item else None,
        source_line=f"n {entry.text}",
    )
    if row.direction is Direction.TO:
        entry = but(entry, from_party=entry.parties[0] if entry.parties else None)
    return AddEntry(
        at=draw.at,
        entry=entry,  # type: ignore[arg-type]
        tasks=(task,) if task else (),
        groups=(group,) if group else (),
    )


def _task(draw: Draw) -> Task:
    slug = draw.one([*(each.slug for each in draw.session.tasks), f"taak{draw.number(1, 10**9)}"])
    return draw.session.task(slug) or Task(slug=slug, title=slug)


def _group(draw: Draw) -> TargetGroup:
    slug = draw.one([*(each.slug for each in draw.session.target_groups), f"groep{draw.number(1, 10**9)}"])
    return draw.session.group(slug) or TargetGroup(slug=slug, title=slug)


_FIELDS: dict[str, Callable[[Draw], Any]] = {
    "text": Draw.words,
    "detail": Draw.words,
    "parties": Draw.parties,
    "for_all": lambda draw: draw.chance.randrange(4) == 0,
    "voiced_party": lambda draw: draw.maybe(draw.party(), 3),
    "person": lambda draw: draw.maybe(draw.person()),
    "item": lambda draw: draw.maybe(draw.item()),
    "rasci": lambda draw: draw.maybe(draw.one(Rasci)),
    "links": lambda draw: tuple(Link(ref=each.ref) for each in draw.some(draw.session.entries, 2)),
    "sensitivity": Draw.classed,
    "horizon": Draw.words,
    "given_by": lambda draw: draw.maybe(draw.party()),
    "to_party": lambda draw: draw.maybe(draw.party()),
    "about_party": lambda draw: draw.maybe(draw.party()),
    "due": lambda draw: draw.maybe(draw.day()),
    "review_on": lambda draw: draw.maybe(draw.day()),
    "evaluate_on": lambda draw: draw.maybe(draw.day()),
    "effective_from": lambda draw: draw.maybe(draw.day()),
    "reservation": Draw.reservation,
    "amount": lambda draw: str(draw.number(1, 99)),
    "owner": Draw.words,
    "helpers": lambda draw: draw.some(each.id for each in draw.session.people),
    "severity": lambda draw: draw.maybe(draw.number(1, 5)),
    "resources": lambda draw: (Contribution(party=draw.party(), text=draw.words()),),
    "contributions": lambda draw: (Contribution(party=draw.party(), text=draw.words()),),
    "values": lambda draw: (Measurement(date=draw.day(), value=draw.words()),),
}
"""The fields of entries that are drawn, whatever kind has them."""

_SELDOM = frozenset({"item", "detail", "resources", "contributions", "values", "owner", "helpers"})


def _values(draw: Draw, record: Any, given_rarely: bool = False) -> dict[str, Any]:
    names = [name for name in record.__struct_fields__ if name in _FIELDS and name != "text"]
    if given_rarely:
        names = [name for name in names if name not in _SELDOM or draw.chance.randrange(3) == 0]
    return {name: _FIELDS[name](draw) for name in names}


def _edited_fields(draw: Draw, record: Any) -> dict[str, Any]:
    names = draw.some((name for name in record.__struct_fields__ if name in _FIELDS), 3)
    values = {name: _FIELDS[name](draw) for name in names}
    if "links" in values:
        own = draw.session.entry(draw.ref())
        values["links"] = (*(own.links if own else ()), *values["links"])
    return values


def _edit(draw: Draw) -> Change:
    ref = draw.ref()
    entry = draw.session.entry(ref)
    record = type(entry) if entry else KINDS[Kind.ACTION].record
    values = _edited_fields(draw, record)
    task, group = draw.maybe(_task(draw), 4), draw.maybe(_group(draw), 4)
    values |= {"task": task.slug} if task else {}
    values |= {"target_groups": (group.slug,)} if group else {}
    return EditEntry(
        at=draw.at, ref=ref, values=values, tasks=(task,) if task else (), groups=(group,) if group else ()
    )


def _other_kind(draw: Draw) -> Change:
    kind = draw.one(Kind)
    return ChangeKind(at=draw.at, ref=draw.ref(), kind=kind, values=_edited_fields(draw, KINDS[kind].record))


def _state(draw: Draw) -> Change:
    ref = draw.ref()
    entry = draw.session.entry(ref)
    states = [each.key for each in KINDS[entry.kind].states] if entry else []
    return SetState(
        at=draw.at,
        ref=ref,
        state=draw.one([*states, "withdrawn", *([KINDS[entry.kind].first_state] if entry else [])]),
        text=draw.maybe(draw.words()) or "",
        due=draw.maybe(draw.day(), 4),
        sensitivity=draw.classed(),
    )


def _answer(draw: Draw) -> Change:
    asked = [each.ref for each in draw.session.entries if each.kind in (Kind.EXPECTATION, Kind.OFFER)]
    return GiveAnswer(
        at=draw.at,
        ref=draw.one([*asked, draw.ref()]),
        value=draw.one(AnswerValue),
        text=draw.maybe(draw.words()) or "",
        reservation=draw.reservation(),
        sensitivity=draw.classed(),
    )


def _endorse(draw: Draw) -> Change:
    return Endorse(
        at=draw.at,
        ref=draw.ref(),
        parties=draw.parties() or (draw.party(),),
        resists=draw.chance.randrange(3) == 0,
        text=draw.maybe(draw.words()) or "",
        reservation=draw.reservation(),
        sensitivity=draw.classed(),
    )


def _put_party(draw: Draw) -> Change:
    was = draw.maybe(draw.one(draw.session.parties))
    party = Party(
        id="",
        code=draw.one(["AB", "CD", "EFG", "GEM", "WIJ"]),
        name=draw.words(),
        kind=draw.one(PartyKind),
        base=draw.one(Base),
        seat=draw.one([Seat.CORE, Seat.CORE, Seat.GUEST]),
    )
    if was is not None:
        party = but(was, name=party.name, seat=party.seat, code=draw.one([was.code, party.code]))
    return PutParty(at=draw.at, party=party, was=was, before=draw.maybe(draw.party()))


def _put_person(draw: Draw) -> Change:
    was = draw.maybe(draw.one(draw.session.people))
    person = Person(
        id="",
        name=draw.words(),
        party=draw.maybe(draw.party()),
        seat_role=draw.one(SeatRole),
        mandate=draw.one(Mandate),
        mandate_body=draw.words(),
    )
    if was is not None:
        person = but(person, id=was.id)
    return PutPerson(at=draw.at, person=person, was=was, before=draw.maybe(draw.person()))


def _put_group(draw: Draw) -> Change:
    was = draw.maybe(draw.one(draw.session.target_groups))
    group = TargetGroup(slug="", title=draw.words(), note=draw.words())
    if was is not None:
        group = but(was, title=draw.one([was.title, group.title]), note=group.note)
    return PutGroup(at=draw.at, group=group, was=was)


def _put_item(draw: Draw) -> Change:
    was = draw.maybe(draw.one(draw.session.agenda))
    item = draw.agenda_item()
    if was is not None:
        item = but(was, title=item.title, planned_minutes=item.planned_minutes)
    return PutItem(at=draw.at, item=item, was=was, before=draw.maybe(draw.item()))


def _shuffled(draw: Draw, ids: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(draw.one(ids) for _ in ids)) if ids else ()


def _describe(draw: Draw) -> Change:
    fields: dict[str, object] = {
        "title": draw.words(),
        "date": draw.day(),
        "start": draw.maybe(f"{draw.number(10, 20)}:00"),
        "end": draw.maybe(f"{draw.number(10, 20)}:30"),
        "place": draw.words(),
        "language": draw.one(Language),
        "case_text": draw.words(),
    }
    return Describe(at=draw.at, fields={name: fields[name] for name in draw.some(fields)})


def _silence(draw: Draw) -> Change:
    found = draw.one(findings(draw.session, draw.at, Moment.ASKED))
    if found is None:
        return Silence(at=draw.at, check=draw.one(CHECKS), subject=draw.ref(), reason=draw.words())
    return Silence(at=draw.at, check=found.check, subject=found.subject, reason=draw.words())


def _unsilence(draw: Draw) -> Change:
    away = draw.one(draw.session.silenced)
    return Unsilence(
        at=draw.at, check=away.check if away else draw.one(CHECKS), subject=away.subject if away else ""
    )


def _take_over(draw: Draw) -> Change:
    id = f"N{draw.number(100, 999)}"
    last = but(
        draw.session,
        id="2026-12-01-eerder",
        parties=(*draw.session.parties, Party(id=id, code=id, name=draw.words())),
        people=(*draw.session.people, Person(id=id, name=draw.words(), party=id)),
    )
    return TakeOver(at=draw.at, last=last, form="eerder", items=(draw.agenda_item(),))


def _correct(draw: Draw) -> Change:
    return CorrectMinutes(
        at=draw.at,
        party=draw.maybe(draw.party()),
        where=draw.words(),
        old=draw.maybe(draw.words()) or "",
        new=draw.words(),
        sensitivity=draw.classed(),
    )


def _correction(draw: Draw) -> Correction:
    """One of those that were noted, else one that nobody knows."""
    adopts = draw.session.adopts
    known = draw.one(adopts.corrections) if adopts else None
    return known or Correction(party=None, new=draw.words(), at=draw.at)


def _change_correction(draw: Draw) -> Change:
    return ChangeCorrection(
        at=draw.at,
        was=_correction(draw),
        party=draw.maybe(draw.party()),
        where=draw.words(),
        old=draw.maybe(draw.words()) or "",
        new=draw.words(),
        sensitivity=draw.classed(),
    )


def _together(draw: Draw) -> Change:
    makers = [make for each, make in ANY.items() if each not in (Together, Close)]
    return Together(at=draw.at, changes=tuple(draw.one(makers)(draw) for _ in range(draw.number(1, 3))))


_TABLES = ("parties", "people", "target_groups")

ANY: dict[type[Change], Callable[[Draw], Change]] = {
    AddEntry: _add,
    AdoptMinutes: lambda draw: AdoptMinutes(at=draw.at),
    Amend: lambda draw: Amend(at=draw.at, ref=draw.ref(), text=draw.words(), sensitivity=draw.classed()),
    ArrangeAgenda: lambda draw: ArrangeAgenda(
        at=draw.at, order=_shuffled(draw, [each.id for each in draw.session.agenda])
    ),
    ArrangeTable: lambda draw: _arrange(draw, draw.one(_TABLES)),
    Attend: lambda draw: Attend(
        at=draw.at,
        person=draw.person(),
        status=draw.one(AttendanceStatus),
        from_time=draw.maybe("19:45"),
        until=draw.maybe("20:45"),
    ),
    ChangeCorrection: _change_correction,
    ChangeKind: _other_kind,
    Close: lambda draw: Close(at=draw.at),
    CorrectMinutes: _correct,
    DeferItem: lambda draw: DeferItem(at=draw.at, item=draw.item()),
    Describe: _describe,
    DropCorrection: lambda draw: DropCorrection(at=draw.at, was=_correction(draw)),
    DropGroup: lambda draw: DropGroup(
        at=draw.at, group=draw.one([*(each.slug for each in draw.session.target_groups), "weg"])
    ),
    DropItem: lambda draw: DropItem(at=draw.at, item=draw.item()),
    DropParty: lambda draw: DropParty(at=draw.at, party=draw.party()),
    DropPerson: lambda draw: DropPerson(at=draw.at, person=draw.person()),
    EditEntry: _edit,
    Endorse: _endorse,
    Explain: lambda draw: Explain(at=draw.at, ref=draw.ref(), text=draw.words(), sensitivity=draw.classed()),
    GiveAnswer: _answer,
    GiveTime: lambda draw: GiveTime(at=draw.at, minutes=draw.number(0, 30)),
    GiveTurn: lambda draw: GiveTurn(at=draw.at, party=draw.party()),
    GoToItem: lambda draw: GoToItem(at=draw.at, item=draw.item()),
    HandOver: lambda draw: HandOver(
        at=draw.at, ref=draw.ref(), party=draw.party(), person=draw.maybe(draw.person())
    ),
    MoveDate: lambda draw: MoveDate(at=draw.at, ref=draw.ref(), due=draw.day()),
    MoveItem: lambda draw: MoveItem(at=draw.at, item=draw.item(), before=draw.maybe(draw.item())),
    Pause: lambda draw: Pause(at=draw.at),
    PutGroup: _put_group,
    PutItem: _put_item,
    PutParty: _put_party,
    PutPerson: _put_person,
    ReopenItem: lambda draw: ReopenItem(at=draw.at, item=draw.item()),
    Resume: lambda draw: Resume(at=draw.at),
    Retract: lambda draw: Retract(at=draw.at, ref=draw.ref(), parties=draw.parties()),
    SeatPerson: lambda draw: SeatPerson(at=draw.at, person=draw.person(), seat_role=draw.one(SeatRole)),
    SetClass: lambda draw: SetClass(
        at=draw.at, ref=draw.ref(), sensitivity=draw.classed(), of_answer=draw.chance.randrange(3) == 0
    ),
    SetNext: lambda draw: SetNext(at=draw.at, date=draw.day(), start=draw.maybe("19:30")),
    SetState: _state,
    Silence: _silence,
    SkipItem: lambda draw: SkipItem(at=draw.at, item=draw.item()),
    TakeInStep: lambda draw: TakeInStep(at=draw.at, item=draw.agenda_item()),
    TakeOver: _take_over,
    Together: _together,
    Unsilence: _unsilence,
    UseForm: lambda draw: UseForm(
        at=draw.at, form=draw.one(["", "vorm"]), items=(draw.agenda_item(), draw.agenda_item())
    ),
}
"""Every class of changes, and who draws one of it."""


def _arrange(draw: Draw, table: str) -> Change:
    key = "slug" if table == "target_groups" else "id"
    ids = [getattr(each, key) for each in getattr(draw.session, table)]
    return ArrangeTable(at=draw.at, table=table, order=_shuffled(draw, ids))
