"""S1, S4, S5 and S12: the app in a real pseudo-terminal, against a Textual app with one input."""

import os
import sys
import tempfile
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pexpect
from msgspec.structs import replace as but

from benchmarks.ratio import Row, Run, interleaved, row
from overleg.desk.folders import Folders
from overleg.desk.workbench import Desk, found_session
from overleg.domain.model import Note
from overleg.domain.setup import Setup, new_series, read_party

_FEW, _MANY = 200, 5000
_ROUNDS = 15
_KEYS = 60
_QUIET = 0.03
"""Seconds without a byte after which what was drawn is taken to be all of it."""

_BARE = """
from textual.app import App
from textual.widgets import Input, Static

class Bare(App):
    ENABLE_COMMAND_PALETTE = False
    def compose(self):
        yield Static("READY")
        yield Input()

Bare().run()
"""


def measure() -> list[Row]:
    with tempfile.TemporaryDirectory() as folder:
        few, many = (_session(Path(folder), count) for count in (_FEW, _MANY))
        commands = {
            "bare": ["-c", _BARE],
            "few": ["-m", "overleg", "open", few],
            "many": ["-m", "overleg", "open", many],
        }
        os.environ["OVERLEG_HOME"] = folder
        starts = interleaved(
            {name: Run(lambda command=command: _start(command)) for name, command in commands.items()},
            rounds=_ROUNDS,
        )
        programs = {name: Program(command) for name, command in commands.items()}
        try:
            keys = interleaved(
                {name: Run(program.key, program.settle) for name, program in programs.items()}, rounds=_KEYS
            )
            memory = {name: program.memory() for name, program in programs.items()}
            lines = interleaved(
                {name: Run(programs[name].enter, programs[name].line) for name in ("few", "many")},
                rounds=_ROUNDS,
            )
        finally:
            for program in programs.values():
                program.close()
    bare = "a bare Textual app"
    return [
        row("S1", f"start to the live screen, {_FEW} entries: {bare}", 1.2, starts["few"], starts["bare"]),
        row("S1", f"start, {_MANY} entries: {_FEW}", 1.05, starts["many"], starts["few"]),
        row("S4", f"key to paint, {_FEW} entries: its Input", 1.0, keys["few"], keys["bare"]),
        row("S4", f"key to paint, {_MANY} entries: its Input", 1.0, keys["many"], keys["bare"]),
        row("S5", f"Enter to screen and disk, {_MANY} entries: {_FEW}", 1.15, lines["many"], lines["few"]),
        _memory_row(f"memory with {_MANY} entries: {bare}", memory["many"], memory["bare"]),
    ]


class Program:
    """A program in a pseudo-terminal of 40 lines."""

    def __init__(self, command: list[str]) -> None:
        self._typed = 0
        self._lines = 0
        environment = {**os.environ, "TERM": "xterm-256color", "TEXTUAL_FPS": "240"}
        # Untyped, for without an encoding it gives bytes where its stubs say text.
        self._child: Any = pexpect.spawn(
            sys.executable, command, env=environment, dimensions=(40, 160), timeout=20
        )
        self._child.delaybeforesend = None
        self._child.expect_exact(["READY", "F1"])
        self.settle()

    def key(self) -> None:
        """Type a letter that stands nowhere else, and wait until it is drawn."""
        letter = "qxzQXZ"[self._typed % 6]
        self._typed += 1
        self._child.send(letter)
        self._child.expect_exact(letter)

    def line(self) -> None:
        """Type a line of its own."""
        self._lines += 1
        self._child.send("\x15")
        self.settle()
        self._child.send(f"\x1b[200~n GEM: {self._mark}\x1b[201~")
        self.settle()

    def enter(self) -> None:
        """Enter the line, and wait until it stands in the list."""
        self._child.send("\r")
        self._child.expect_exact(self._mark)

    @property
    def _mark(self) -> str:
        return f"w{self._lines:04}w"

    def memory(self) -> float:
        """What it holds of the memory, in MB."""
        for line in Path(f"/proc/{self._child.pid}/status").read_text().splitlines():
            if line.startswith("VmRSS:"):
                return int(line.split()[1]) / 1024
        return float("nan")

    def close(self) -> None:
        self._child.close(force=True)

    def settle(self) -> None:
        """Take in what is still being drawn."""
        while self._child.expect([r"(?s).+", pexpect.TIMEOUT], timeout=_QUIET) == 0:
            continue
        self._child.buffer = b""


def _start(command: list[str]) -> None:
    Program(command).close()


def _memory_row(what: str, measured: float, floor: float) -> Row:
    goal, ratio = 1.2, measured / floor
    figure = f"{ratio:.2f} × ({measured:.1f} / {floor:.1f} MB)"
    return Row("S12", what, f"≤ {goal} ×", figure, "met" if ratio <= goal else "MISSED")


def _session(home: Path, count: int) -> str:
    """A session with so many entries, and its name."""
    plan = Setup(
        title="Overleg",
        date=date(2027, 1, 14),
        series=new_series(f"Reeks {count}"),
        parties=(read_party("GEM=Gemeente:municipality"),),
    )
    desk: Desk = found_session(Folders.at(home), plan, lambda: datetime(2027, 1, 14, 20, 0))
    entries = tuple(
        Note(
            ref=f"N-{n:03}",
            born_in=desk.session.id,
            created_at=datetime(2027, 1, 14, 20, 0),
            parties=("GEM",),
            text=f"Wat er bij punt {n} aan tafel is gezegd over de dagbesteding",
        )
        for n in range(1, count + 1)
    )
    with desk.file.lock():
        after = but(desk.session, entries=entries, counters={Note.kind: count}, revision=1)
        desk.file.save(after)
    return desk.session.id
