"""S8: the minutes of a real meeting to Word, against zipping the same document when it is ready."""

from msgspec.structs import replace as but

from benchmarks.bench_save import session as meeting
from benchmarks.ratio import Row, Run, interleaved, row
from overleg.documents.minutes import minutes
from overleg.documents.outline import Table
from overleg.documents.variant import Variant
from overleg.domain.model import Session
from overleg.word.package import packed, unpacked
from overleg.word.render import render

_ACTIONS = 150
"""So many actions make the about 760 cells of a real meeting."""

_ROUNDS = 9


def measure() -> list[Row]:
    real, tenfold = _held(_ACTIONS), _held(10 * _ACTIONS)
    parts = {"real": unpacked(_document(real)), "tenfold": unpacked(_document(tenfold))}
    median = interleaved(
        {
            "real": Run(lambda: _document(real)),
            "real floor": Run(lambda: packed(parts["real"])),
            "tenfold": Run(lambda: _document(tenfold)),
            "tenfold floor": Run(lambda: packed(parts["tenfold"])),
        },
        rounds=_ROUNDS,
    )
    floor = "zip of the ready document"
    return [
        row("S8", f"minutes of {_cells(real)} cells: {floor}", 4, median["real"], median["real floor"]),
        row(
            "S8",
            f"minutes of {_cells(tenfold)} cells: {floor}",
            4,
            median["tenfold"],
            median["tenfold floor"],
        ),
        row("S8", "ten times the size: the first", 9, median["tenfold"], median["real"]),
    ]


def _held(actions: int) -> Session:
    return but(meeting(actions), title="Overleg")


def _document(session: Session) -> bytes:
    return render(minutes(session, variant=Variant.OPEN))


def _cells(session: Session) -> int:
    blocks = minutes(session, variant=Variant.OPEN).blocks
    return sum(len(table.rows) * len(table.columns) for table in blocks if isinstance(table, Table))
