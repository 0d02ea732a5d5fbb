"""Thousands of random keys, pastes, clicks and sizes through a real pseudo-terminal: it lives, and keeps all.

``OVERLEG_SEED=7`` takes other keys, and the same ones each time.
"""

import json
import os
import random
import re
import signal
import sys
import time
from collections import Counter
from contextlib import suppress
from itertools import islice
from pathlib import Path
from typing import Any

import pytest

from overleg.desk.example import open_example
from overleg.desk.folders import Folders
from overleg.desk.workbench import open_session
from overleg.domain.choices import SessionStatus
from overleg.tui.verbs import Place, Verb, verbs_at
from tests.faults.keyboard import Event, anything, written
from tests.faults.watched_app import NOW
from tests.store.sessions import LONG

if sys.platform == "win32":
    pytest.skip("pseudo-terminals are made by POSIX", allow_module_level=True)

import pexpect
import pyte

from tests.tui.window import PATIENCE, Window

SEED = int(os.environ.get("OVERLEG_SEED", "1"))
ROUNDS, DOORS, EVENTS = (40, 40, 60) if LONG else (1, 5, 100)
"""So many meetings, in each so many doors of the live screen, and so many things done behind each."""
ENDS = {signal.SIGTERM: 143, signal.SIGHUP: 129, signal.SIGKILL: -9}
LOOKS = 10
"""So often somebody looks again at a window with nothing on it."""
RECALLED = 20
"""So often the arrow up is pressed to find a line that could not be recorded."""
LINES = 40
"""So much of the example meeting is on the table: something of everything, and it runs."""


def test_no_key_is_more_than_it_can_stand_and_no_line_is_lost(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    # Textual waits so long for the rest of a key; cut in two by a longer pause, the end of a paste is none.
    monkeypatch.setenv("ESCDELAY", "40")
    monkeypatch.setenv("TEXTUAL", "debug")  # a crash says where
    chance = random.Random(SEED)
    figures: Counter[str] = Counter()
    places: set[str] = set()
    for number in range(ROUNDS):
        folder = tmp_path / str(number)
        table = Table(Folders.at(folder), chance)
        table.play(DOORS, EVENTS)
        table.end(chance.choice(list(ENDS)))
        figures.update(table.figures)
        places |= table.places()
    print(
        f"seed {SEED}: keys {figures['events']}, died 0, lines {figures['lines']}, lost 0; {sorted(places)}"
    )
    assert figures["lines"] > 0
    assert not LONG or places >= {place.value for place in Place} - {Place.EVERYWHERE}


class Sitting(Window):
    """A window that is not looked at until it matters: drawing it takes longer than the app itself."""

    def drain(self, seconds: float = 0.0) -> None:
        """Take in what is written for so long; most of it is never looked at."""
        end = time.monotonic() + seconds
        while True:
            try:
                data = self.child.read_nonblocking(65536, 0.001)
                self.written = (self.written + data)[-200_000:]
            except (pexpect.TIMEOUT, pexpect.EOF):
                time.sleep(0.001)
            if time.monotonic() >= end:
                return

    def settle(self) -> None:
        """Wait until there is nothing more to draw; the clock draws now and then."""
        end = time.monotonic() + PATIENCE
        quiet = 0
        while quiet < 30:
            assert time.monotonic() < end, "it goes on drawing without an end"
            before = self.written
            self.drain()
            quiet = quiet + 1 if self.written is before else 0

    def look(self) -> str:
        """What stands on a window of 80×24, drawn anew; on a busy machine that takes a moment."""
        looks = (self._look() for _ in range(LOOKS))
        return next(filter(str.strip, looks), "")

    def _look(self) -> str:
        self.child.setwinsize(25, 81)
        self.settle()
        before, self.written = self.written, b""
        self.child.setwinsize(24, 80)
        self.settle()
        screen = pyte.Screen(80, 24)
        pyte.ByteStream(screen).feed(self.written)
        self.written = before + self.written
        return "\n".join(line.rstrip() for line in screen.display)


class Table:
    """Somebody who does anything at all in a running meeting, and now and then types a line."""

    def __init__(self, folders: Folders, chance: random.Random) -> None:
        self.figures: Counter[str] = Counter()
        self._folders = folders
        self._chance = chance
        self._session = open_example(folders, LINES).session.id
        self._log = folders.home / "log"
        self._log.touch()
        self._done: list[str] = []
        self._sit_down()

    def play(self, doors: int, events: int) -> None:
        """Go through doors of the live screen, do so many things behind each, and come back to say a line."""
        known = [verb for verb in verbs_at(Place.LIVE) if verb.in_palette and verb.id != "quit"]
        for door in self._chance.sample(known, min(doors, len(known))):
            self._open(door)
            for event in islice(anything(self._chance), events):
                self._do(event)
            self._say_a_line()

    def end(self, number: signal.Signals) -> None:
        """End it so, and see that all it had acknowledged is on the disk."""
        self._window.child.kill(number)
        code = self._window.ended()
        assert code == ENDS[number], self._report(f"it ended with {code}")
        self._check_disk()

    def places(self) -> set[str]:
        """The places that were shown."""
        return {line["place"] for line in self._logged() if "place" in line} | {Place.LIVE}

    def _sit_down(self) -> None:
        command = ["-m", "tests.faults.watched_app", str(self._folders.home), self._session, str(self._log)]
        shown = self._log.read_text(encoding="utf-8").count('"place"')
        self._window = Sitting(command, self._folders.home)
        end = time.monotonic() + PATIENCE
        while self._log.read_text(encoding="utf-8").count('"place"') == shown:
            assert time.monotonic() < end, self._report("it does not begin")
            self._window.drain(0.02)
        self._window.settle()

    def _do(self, event: Event) -> None:
        what, sent = event
        self._done.append(what)
        self.figures["events"] += 1
        with suppress(OSError):  # it has ended, which is looked into below
            self._window.child.setwinsize(*sent) if isinstance(sent, tuple) else self._window.send(sent)
        # With what follows at once Esc would be another key.
        self._window.drain(0.06 if what == "escape" else 0.002)
        if not self._window.child.isalive():
            code = self._window.ended()
            assert code == 0, self._report(f"it ended with {code}")
            self._sit_down()

    def _press(self, *keys: str) -> None:
        for key in keys:
            self._do((key, written(key)))

    def _open(self, door: Verb) -> None:
        self._press("ctrl+p")
        self._window.settle()
        self._press(*str(door.label), "enter")
        self._window.settle()

    def _come_back(self) -> None:
        """Get to the live screen from wherever it is, with nothing waiting there."""
        was_there = False
        for _ in range(20):
            text = self._window.look()
            is_there = "F2 Type" in text and "lines? Enter records" not in text
            if is_there and was_there:
                return
            was_there = is_there
            if not is_there:
                is_home = "Enter Open" in text and "Esc Back" not in text
                self._press("enter" if is_home else "escape")
            self._window.settle()
        raise AssertionError(self._report(f"there is no way back from\n{self._window.look()}"))

    def _say_a_line(self) -> None:
        """Type a line as people do; when this answers it is in the file."""
        self._come_back()
        self.figures["lines"] += 1
        line = f"n GEM: proef {self.figures['lines']} [/x] é"
        self._press("f2")
        self._window.settle()
        self._press("end", "ctrl+u", "ctrl+k")
        self._window.settle()
        self._press(*line)
        self._window.settle()
        self._window.drain(0.1)
        self._press("enter")
        end = time.monotonic() + PATIENCE
        while not self._is_kept(line):
            assert time.monotonic() < end, self._report(f"lost: {line}\n{self._window.look()}")
            self._window.drain(0.05)

    def _is_kept(self, line: str) -> bool:
        """In the file; or still in the line or under the arrow up, in a meeting that is closed."""
        file = next((each["file"] for each in reversed(self._logged()) if "file" in each), self._session)
        session = open_session(self._folders, Path(file).stem, lambda: NOW).session
        if any(line in entry.source_line for entry in session.entries):
            return True
        return session.status is SessionStatus.CLOSED and self._waits(line)

    def _waits(self, line: str) -> bool:
        """Where people find it again: it is on the screen, or comes there with the arrow up."""
        for _ in range(RECALLED):
            if line in self._window.look():
                return True
            self._press("up")
        return False

    def _check_disk(self) -> None:
        """Entries grow in number but for an undo, and the last that were acknowledged are in the file."""
        refs: dict[str, list[str]] = {}
        for line in self._logged():
            if "file" in line:
                before = refs.get(line["file"], [])
                assert line["did"] == "undo" or len(before) <= len(line["refs"]), self._report(
                    f"gone: {line}"
                )
                refs[line["file"]] = line["refs"]
        for file, kept in refs.items():
            session = open_session(self._folders, Path(file).stem, lambda: NOW).session
            assert [entry.ref for entry in session.entries] == kept, self._report(f"{file} differs")

    def _logged(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self._log.read_text(encoding="utf-8").splitlines()]

    def _report(self, what: str) -> str:
        """What went wrong, what was done before, and what it said when it ended."""
        self._window.drain(0.5)
        said = self._window.written.decode("utf-8", "replace")[-12_000:]
        plain = re.sub(r"\x1b(\[[0-9;?<>=]*[a-zA-Z]|.)", "", said)
        return f"seed {SEED}: {what}\nafter: {' '.join(self._done[-250:])}\nit said:\n{plain}"
