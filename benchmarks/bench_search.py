"""S10 and S11: a word over many sessions against ``rg -lF``, and making the index against reading them."""

import os
import random
import shutil
import subprocess
import tempfile
from datetime import date, datetime, timedelta
from pathlib import Path

from msgspec.structs import replace as but

from benchmarks.bench_save import session
from benchmarks.ratio import Row, Run, interleaved, row, timed
from overleg.desk.folders import Folders
from overleg.desk.searching import Results, search
from overleg.domain.model import AnyEntry, Session
from overleg.domain.query import parse
from overleg.store.decoding import contents_of, read_unchecked
from overleg.store.layout import file_of

# Sessions in the folder, and the goal against rg.
SIZES = ((1_000, 0.35), (10_000, 0.5))
REBUILD_GOAL = 2.5

_WORD = "speld"
_WITH_THE_WORD = 10
_BYTES = 50_000
_TEMPLATES = 40
_SERIES = 20
"""So many meetings are in one series."""
_ROUNDS = 11
_TODAY = date(2027, 1, 14)
_NAME = "2027-01-14-warnsveld"


def measure() -> list[Row]:
    """A row for each goal and size; it takes two minutes and half a gigabyte."""
    rows: list[Row] = []
    for size, goal in SIZES:
        with tempfile.TemporaryDirectory(dir=os.environ.get("OVERLEG_BENCH_FOLDER")) as name:
            folders = Folders.at(Path(name))
            _fill(folders.sessions, size)
            rows += [_rebuild(folders, size), _against_rg(folders, size, goal)]
    return rows


def _rebuild(folders: Folders, size: int) -> Row:
    """Once is enough: it is long, and what it is compared with is measured right after it."""
    made = timed(lambda: _search(folders))
    read = timed(lambda: [read_unchecked(path.read_bytes()) for path in folders.sessions.glob("*.json")])
    return row("S11", f"the index of {size:,} sessions: msgspec decode", REBUILD_GOAL, made, read)


def _against_rg(folders: Folders, size: int, goal: float) -> Row:
    what = f"a word over {size:,} sessions of {_BYTES // 1000} KB: rg -lF"
    if (rg := shutil.which("rg")) is None:
        return Row("S10", what, f"≤ {goal} ×", "rg is not installed", "not measured")
    command = (rg, "-lF", _WORD, str(folders.sessions))
    if len(_search(folders).found) != _WITH_THE_WORD:
        raise RuntimeError("the search does not find what is there")
    median = interleaved(
        {
            "search": Run(lambda: _search(folders)),
            "rg": Run(lambda: subprocess.run(command, stdout=subprocess.DEVNULL, check=True)),
        },
        rounds=_ROUNDS,
    )
    return row("S10", what, goal, median["search"], median["rg"])


def _search(folders: Folders) -> Results:
    return search(folders, parse(_WORD, _TODAY), _TODAY)


def _fill(folder: Path, size: int) -> None:
    """Meetings that are like each other, as real ones are; a few of them have the word."""
    folder.mkdir()
    templates = [_file(_meeting(number)) for number in range(_TEMPLATES)]
    for number in range(size):
        day = _TODAY + timedelta(weeks=number % _SERIES)
        name = f"{day}-reeks{number // _SERIES:05}"
        data = templates[number % _TEMPLATES].replace(_NAME.encode(), name.encode())
        data = data.replace(b'"slug":"warnsveld"', b'"slug":"reeks%05d"' % (number // _SERIES))
        data = data.replace(b'"number":99', b'"number":%d' % (number % _SERIES + 1))
        if number % (size // _WITH_THE_WORD) == 0:
            # Under a number of its own: what a later meeting has too is found there, and once.
            data = data.replace(b"hooiberg", _WORD.encode()).replace(b'"ref":"A-001"', b'"ref":"A-400"')
        (folder / f"{name}.json").write_bytes(data)


def _meeting(seed: int) -> Session:
    """As many actions as fill the bytes, in words of their own."""
    chance = random.Random(seed)
    full = session(400)
    meeting = but(full, number=99, entries=())
    made: list[AnyEntry] = []
    length = len(_file(meeting))
    for entry in full.entries:
        if length > _BYTES:
            break
        text = " ".join(chance.choices(_VOCABULARY, k=14))
        made.append(but(entry, text=text, created_at=datetime(2027, 1, 14, 20)))
        length += len(_file(but(meeting, entries=(made[-1],)))) - len(_file(meeting))
    made[0] = but(made[0], text="hooiberg", source_line="")
    return but(meeting, entries=tuple(made))


def _file(meeting: Session) -> bytes:
    return b"".join(file_of(contents_of(meeting).lines))


_SYLLABLES = (
    "wo ning zorg aan bod buurt huis ver keer raad be sluit in zet hulp dag be leid groep wijk".split()
)
_VOCABULARY = ["".join(random.Random(n).choices(_SYLLABLES, k=3)) for n in range(4000)]
