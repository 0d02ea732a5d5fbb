"""S3: the command line as a whole process, against an interpreter that does nothing."""

import os
import subprocess
import sys
import tempfile
from datetime import date, datetime, timedelta
from pathlib import Path

from benchmarks.ratio import Row, Run, interleaved, row
from overleg.desk.folders import Folders
from overleg.desk.workbench import found_session
from overleg.domain.setup import Setup, new_series

_SESSIONS = 100
_ROUNDS = 11


def measure() -> list[Row]:
    with tempfile.TemporaryDirectory() as folder:
        _fill(Path(folder))
        os.environ["OVERLEG_HOME"] = folder
        program = str(Path(sys.executable).with_name("overleg"))
        median = interleaved(
            {
                "floor": Run(lambda: _process(sys.executable, "-c", "pass")),
                "version": Run(lambda: _process(program, "--version")),
                "json": Run(lambda: _process(program, "list", "--format", "json")),
                "table": Run(lambda: _process(program, "list")),
            },
            rounds=_ROUNDS,
        )
    peer = "python -c pass"
    return [
        row("S3", f"overleg --version: {peer}", 1.2, median["version"], median["floor"]),
        row(
            "S3",
            f"overleg list --format json, {_SESSIONS} sessions: {peer}",
            5,
            median["json"],
            median["floor"],
        ),
        row("S3", f"overleg list, {_SESSIONS} sessions: {peer}", 11, median["table"], median["floor"]),
    ]


def _fill(home: Path) -> None:
    folders = Folders.at(home)
    for day in range(_SESSIONS):
        plan = Setup(
            title="Overleg",
            date=date(2027, 1, 1) + timedelta(days=day),
            series=new_series(f"Reeks {day % 10}"),
        )
        found_session(folders, plan, lambda: datetime(2027, 1, 1))


def _process(*command: str) -> None:
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
