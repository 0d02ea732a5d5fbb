"""Reading a line: what the chair waits for at every key."""

import statistics
import time
from datetime import date, datetime

from benchmarks.ratio import Row
from overleg.domain.capture import Context, Problem, parse
from overleg.domain.changes import Change, apply
from overleg.domain.model import Series, Session
from overleg.domain.setup import read_party, read_person
from overleg.store.example import read_example

_MOST = 0.2
_ROUNDS = 200


def measure() -> list[Row]:
    """The example's lines, each read in the meeting as it is at its end, and with 5,000 entries more."""
    lines = [each.line for each in read_example().lines]
    small = _held(lines)
    large = Session(**{name: getattr(small, name) for name in Session.__struct_fields__ if name != "entries"})
    large = _with_entries(large, small, 5_000)
    return [
        _row("the lines of the example", lines, small),
        _row("the same with 5,000 entries", lines, large),
    ]


def _row(what: str, lines: list[str], session: Session) -> Row:
    context = Context(session, datetime(2027, 1, 14, 21, 0))
    slowest = max(statistics.median(_times(line, context)) for line in lines) * 1e3
    middle = statistics.median(statistics.median(_times(line, context)) for line in lines) * 1e3
    verdict = "met" if slowest <= _MOST else "MISSED"
    return Row(
        "S4",
        f"reading a line, {what}",
        f"≤ {_MOST} ms",
        f"{middle:.3f} ms, slowest {slowest:.3f} ms",
        verdict,
    )


def _times(line: str, context: Context) -> list[float]:
    times = []
    for _ in range(_ROUNDS):
        start = time.perf_counter()
        parse(line, context)
        times.append(time.perf_counter() - start)
    return times


def _held(lines: list[str]) -> Session:
    example = read_example()
    parties = tuple(map(read_party, example.parties))
    people = tuple(read_person(typed, parties) for typed in example.people)
    session = Session(
        id="example",
        series=Series(slug="example", title="Example"),
        date=date(2027, 1, 14),
        parties=parties,
        people=people,
    )
    for line in lines:
        change = parse(line, Context(session, datetime(2027, 1, 14, 20, 0)))
        if isinstance(change, Problem) or not isinstance(change, Change):
            raise RuntimeError(f"the example has a line that is no change: {line}")
        session = apply(session, change)
    return session


def _with_entries(session: Session, held: Session, count: int) -> Session:
    from msgspec.structs import replace as but

    more = tuple(but(held.entries[0], ref=f"N-{number}") for number in range(1_000, 1_000 + count))
    return but(session, entries=more + held.entries)
