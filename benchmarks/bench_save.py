"""S6 and S7: saving one entry, against the bare steps of a safe save, and against TinyDB's own storage."""

import os
import shutil
import tempfile
from collections.abc import Callable
from datetime import date, datetime
from itertools import count
from pathlib import Path

import msgspec
from tinydb import TinyDB

from benchmarks.ratio import Row, Run, interleaved, row
from overleg.domain.choices import Kind, PartyKind
from overleg.domain.model import (
    Action,
    AgendaItem,
    AnyEntry,
    HistoryLine,
    Party,
    Person,
    Series,
    Session,
)
from overleg.store.sessionfile import SessionFile

# Entries in the file, the goal against the floor, and the goal against TinyDB's own storage.
SIZES = ((200, 1.3, 0.6), (1_000, 1.3, 0.25), (5_000, 1.3, 0.25))


def measure() -> list[Row]:
    """A row for each goal and size; it takes some ten seconds."""
    rows: list[Row] = []
    for size, floor_goal, tinydb_goal in SIZES:
        with tempfile.TemporaryDirectory(dir=os.environ.get("OVERLEG_BENCH_FOLDER")) as name:
            folder = Path(name)
            path = folder / "2027-01-14-warnsveld.json"
            save = _Saving(SessionFile.create(path, session(size))).run
            # Not all three in turn: TinyDB leaves nothing of the others in the processor's memory.
            against_floor = interleaved({"save": save, "floor": Run(_safe_write(folder, path))})
            against_tinydb = interleaved(
                {"save": save, "tinydb": Run(_inserts(folder / "tinydb.json", path))}
            )
        what = f"save of one entry, {size:,} in the file"
        rows += [
            row("S6", f"{what}: bare safe write", floor_goal, *against_floor.values()),
            row("S7", f"{what}: TinyDB JSONStorage", tinydb_goal, *against_tinydb.values()),
        ]
    return rows


def session(size: int) -> Session:
    """A meeting with that many actions, its people and its agenda."""
    people = tuple(
        Person(id=f"p{number}", name=f"Persoon Achternaam-{number}", party="ZOR", function="locatiemanager")
        for number in range(12)
    )
    agenda = tuple(
        AgendaItem(id=f"i{number}", title=f"Agendapunt {number}", planned_minutes=10) for number in range(12)
    )
    return Session(
        id="2027-01-14-warnsveld",
        series=Series(slug="warnsveld", title="Warnsveld houdt zorg"),
        date=date(2027, 1, 14),
        parties=(Party(id="ZOR", code="ZOR", name="ZorgOrg", kind=PartyKind.CARE),),
        people=people,
        agenda=agenda,
        entries=tuple(entry(number) for number in range(1, size + 1)),
        counters={Kind.ACTION: size},
    )


def entry(number: int) -> AnyEntry:
    """An action that was put in another state once."""
    at = datetime(2027, 1, 14, 20, 55)
    text = f"Begroting en huurcontract delen met de werkgroep, één per partij, versie {number}"
    changed = HistoryLine(session="2027-01-14-warnsveld", at=at, field="status", old="open", new="busy")
    return Action(
        ref=f"A-{number:03}",
        born_in="2027-01-14-warnsveld",
        created_at=at,
        status="busy",
        parties=("ZOR",),
        person="p1",
        item="i3",
        text=text,
        source_line=f"a ZOR: {text} @Persoon ^2027-01-28",
        history=(changed,),
        due=date(2027, 1, 28),
    )


class _Saving:
    """Saves a session that is one entry longer every time."""

    def __init__(self, file: SessionFile) -> None:
        self.file = file
        self.session = file.session

    @property
    def run(self) -> Run:
        return Run(self.save, self.say_something)

    def say_something(self) -> None:
        number = len(self.session.entries) + 1
        self.session = msgspec.structs.replace(
            self.session,
            revision=self.session.revision + 1,
            entries=(*self.session.entries, entry(number)),
            counters={Kind.ACTION: number},
        )

    def save(self) -> None:
        self.file.save(self.session)


def _safe_write(folder: Path, like: Path) -> Callable[[], object]:
    """The bytes of a session: temporary file, fsync, rename, fsync of the folder."""
    target = folder / "floor.json"
    temporary = folder / "floor.tmp"
    data = like.read_bytes()

    def write() -> None:
        descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        os.write(descriptor, data)
        os.fsync(descriptor)
        os.close(descriptor)
        os.replace(temporary, target)
        descriptor = os.open(folder, os.O_RDONLY)
        os.fsync(descriptor)
        os.close(descriptor)

    return write


def _inserts(path: Path, like: Path) -> Callable[[], object]:
    """Inserts one entry more at each call into a copy of the file, with the library as it comes."""
    shutil.copyfile(like, path)
    table = TinyDB(path).table("entries")
    numbers = count(len(table) + 1)
    return lambda: table.insert(msgspec.to_builtins(entry(next(numbers))))
