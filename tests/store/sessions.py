"""Sessions to store: a small one to read about, and any one at all."""

import os
import types
from datetime import date, datetime
from enum import Enum
from typing import Annotated, Any, Union, get_args, get_origin

import msgspec
from hypothesis import settings
from hypothesis import strategies as st
from msgspec.structs import replace as but

from overleg.domain.choices import AttendanceStatus, Kind, Language
from overleg.domain.kinds import KINDS, ref_letter
from overleg.domain.model import (
    TABLES,
    Action,
    AgendaItem,
    AnyEntry,
    Attendance,
    Clock,
    Header,
    Moment,
    Party,
    Person,
    Series,
    Session,
    Silenced,
    TargetGroup,
    Task,
    Turn,
)
from overleg.domain.text import clean, fold

LONG = os.environ.get("OVERLEG_FAULTS") == "long"
"""Whether there is time for the long run."""

NAME = "2027-01-14-warnsveld"
NOW = datetime(2027, 1, 14, 19, 31)
FIXED = settings(max_examples=1000 if LONG else 30, deadline=None, derandomize=not LONG, database=None)


def a_session(entries: int = 2, id: str = NAME) -> Session:
    """Three parties and two people, after so many actions."""
    return Session(
        id=id,
        series=Series(slug="warnsveld", title="Warnsveld houdt zorg"),
        date=date(2027, 1, 14),
        chair="bep",
        parties=tuple(Party(id=code, code=code, name=f"Partij {code}") for code in ("GEM", "ZOR", "WIJ")),
        people=(Person(id="bep", name="Bep Lammers", party="WIJ"), Person(id="zoe", name="Zoë Prins")),
        attendance=(Attendance(person="zoe", status=AttendanceStatus.PARTIAL, from_time="19:45"),),
        entries=tuple(an_action(number, id) for number in range(1, entries + 1)),
        counters={Kind.ACTION: entries},
    )


def an_action(number: int, session: str = NAME, text: str = "Eén afspraak voor de brink") -> AnyEntry:
    return Action(
        ref=f"A-{number:03}",
        born_in=session,
        created_at=NOW,
        status="open",
        parties=("ZOR",),
        text=f"{text} {number}",
        due=date(2027, 1, 28),
    )


def longer(session: Session, text: str = "Nog een") -> Session:
    """The session after one action more."""
    number = session.counters.get(Kind.ACTION, 0) + 1
    return but(
        session,
        revision=session.revision + 1,
        entries=(*session.entries, an_action(number, session.id, text)),
        counters={**session.counters, Kind.ACTION: number},
    )


words = st.text(max_size=20).map(clean)
keys = st.text("abcdefgh0123456789-", min_size=1, max_size=6)

_PLAIN: dict[Any, st.SearchStrategy[Any]] = {
    str: words,
    int: st.integers(0, 10**6),
    bool: st.booleans(),
    date: st.dates(),
    Moment: st.datetimes(),
    type(None): st.none(),
    Clock: st.from_regex(r"([01][0-9]|2[0-3]):[0-5][0-9]", fullmatch=True),
    dict[str, str]: st.dictionaries(words, words, max_size=3),
}

Given = dict[str, st.SearchStrategy[Any]]
"""What fields of a name hold, in whatever record they are."""


def values(of: Any, given: Given) -> st.SearchStrategy[Any]:
    """Whatever a field of that type can hold."""
    if of in _PLAIN:
        return _PLAIN[of]
    if isinstance(of, type) and issubclass(of, Enum):
        return st.sampled_from(list(of))
    if isinstance(of, type) and issubclass(of, msgspec.Struct):
        return records(of, given)
    if get_origin(of) in (Union, types.UnionType):
        return st.one_of([values(option, given) for option in get_args(of)])
    if get_origin(of) is Annotated:
        least, most = get_args(of)[1].ge, get_args(of)[1].le
        return st.integers(least, most)
    return st.lists(values(get_args(of)[0], given), max_size=2).map(tuple)


def records(of: Any, given: Given) -> st.SearchStrategy[Any]:
    """Any record of that type."""
    fields = {
        field.name: given[field.name] if field.name in given else values(field.type, given)
        for field in msgspec.structs.fields(of)
    }
    # Not st.builds, which looks up the types of the record's fields every time.
    return st.fixed_dictionaries(fields).map(lambda drawn: of(**drawn))


@st.composite
def sessions(draw: st.DrawFn, id: str = NAME) -> Session:
    """Any session that holds together."""
    parties = draw(st.lists(keys, min_size=1, max_size=3, unique_by=fold))
    people = draw(st.lists(keys, max_size=3, unique=True))
    given = _references(parties, people)
    drawn: dict[str, Any] = {
        "parties": tuple(draw(_party(id, given)) for id in parties),
        "people": _draw_table(draw, Person, "id", given, people),
        "attendance": _draw_table(draw, Attendance, "person", given, people),
        "tasks": _draw_table(draw, Task, "slug", given),
        "target_groups": _draw_table(draw, TargetGroup, "slug", given),
        "agenda": _draw_table(draw, AgendaItem, "id", given),
        "turns": _draw_table(draw, Turn, "id", given),
        "silenced": _draw_table(draw, Silenced, "id", given),
    }
    assert {*drawn, "entries"} == {*TABLES}, "a table of the model has no strategy here"
    entries, counters = _draw_entries(draw, given, id)
    header = {"format": st.just(1), "id": st.just(id), "counters": st.just(counters)}
    fields = msgspec.structs.asdict(draw(records(Header, given | header)))
    return Session(**fields, **drawn, entries=entries)


def _party(id: str, given: Given) -> st.SearchStrategy[Any]:
    return records(Party, given | {"id": st.just(id), "code": st.just(id)})


def _references(parties: list[str], people: list[str]) -> Given:
    """What fields that name a party or a person hold."""
    party = st.sampled_from(parties)
    person = st.sampled_from(people) if people else st.none()
    maybe_party = {
        name: st.none() | party
        for name in ("from_party", "to_party", "about_party", "given_by", "voiced_party", "plays_party")
    }
    return {
        **maybe_party,
        "party": party,
        "parties": st.lists(party, max_size=2).map(tuple),
        "chair": st.none() | person,
        "secretary": st.none() | person,
        "person": st.none() | person,
    }


def _draw_table(
    draw: st.DrawFn, of: Any, key: str, given: Given, ids: list[str] | None = None
) -> tuple[Any, ...]:
    if ids is None:
        ids = draw(st.lists(keys, max_size=2, unique=True))
    return tuple(draw(records(of, given | {key: st.just(id)})) for id in ids)


def _draw_entries(draw: st.DrawFn, given: Given, id: str) -> tuple[tuple[AnyEntry, ...], dict[Kind, int]]:
    counters: dict[Kind, int] = {}
    entries = []
    language = draw(st.sampled_from(Language))
    for kind in draw(st.lists(st.sampled_from(Kind), max_size=6)):
        counters[kind] = counters.get(kind, 0) + 1
        row = KINDS[kind]
        own = {
            "ref": st.just(f"{ref_letter(kind, language)}-{counters[kind]:03}"),
            "born_in": st.sampled_from([id, "2026-12-10-warnsveld"]),
            "status": st.sampled_from([state.key for state in row.states] or [""]),
        }
        entries.append(draw(records(row.record, given | own)))
    return tuple(entries), counters
