"""Rebuilds the example meeting in ``sessions/`` and its minutes in ``exports/``, by the command line."""

import os
import shutil
import subprocess
import sys
import tempfile
from datetime import datetime
from pathlib import Path

from overleg.store.example import Example, read_example

ROOT = Path(__file__).parents[1]


def main() -> None:
    """Plan, record and export in a folder of its own, and only then replace what is there."""
    example = read_example()
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        (home / "sessions").mkdir()
        moments = example.typed()
        name = overleg(home, moments[0][0], "new", *plan(example)).strip()
        for moment, line in moments:
            print(overleg(home, moment, "add", name, line), end="")
        overleg(home, moments[-1][0], "export", name, "minutes", "--overwrite")
        file = Path("sessions", f"{name}.json")
        shutil.copyfile(home / file, ROOT / file)
        shutil.copytree(home / "exports", ROOT / "exports", dirs_exist_ok=True)


def plan(example: Example) -> list[str]:
    """The arguments with which the meeting is planned."""
    options = {
        "--date": [example.date.isoformat()],
        "--start": [example.start],
        "--end": [example.end],
        "--place": [example.place],
        "--form": [example.form],
        "--series": [example.series],
        "--language": [example.language.value],
        "--party": example.parties,
        "--person": example.people,
        "--chair": [example.chair],
        "--secretary": [example.secretary],
    }
    return [
        example.title,
        *(word for option, values in options.items() for value in values for word in (option, value)),
    ]


def overleg(home: Path, now: datetime, *arguments: str) -> str:
    environ = os.environ | {
        "OVERLEG_HOME": str(home),
        "OVERLEG_NOW": now.isoformat(),
        "OVERLEG_LANGUAGE": "nl",
    }
    command = [sys.executable, "-m", "overleg", *arguments]
    return subprocess.run(command, env=environ, check=True, capture_output=True, text=True).stdout


if __name__ == "__main__":
    main()
