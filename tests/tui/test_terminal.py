"""The program in a real pseudo-terminal: what arrives, what is drawn, and how it ends."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

from overleg.desk.folders import Folders
from overleg.desk.workbench import Desk, open_session
from tests.tui.conftest import clock

if sys.platform == "win32":
    pytest.skip("pseudo-terminals are made by POSIX", allow_module_level=True)

from tests.tui.window import CHECKOUT, Window

_BROKEN = """
import sys, threading
from datetime import datetime
from pathlib import Path
from overleg import tui
from overleg.desk.folders import Folders
from overleg.domain.choices import Language

NOW = datetime(2027, 1, 14, 21, 10)
trigger = Path(sys.argv[3])

def clock():
    if trigger.exists():
        {fault}
    return NOW

sys.exit(tui.run(Folders.at(Path(sys.argv[1])), Language.NL, clock, sys.argv[2]))
"""


Open = Callable[..., Window]


@pytest.fixture
def window(desk: Desk, folders: Folders) -> Iterator[Open]:
    """Opens the program in the session of `desk`, or whatever else is asked for."""
    windows: list[Window] = []

    def opened(*arguments: str, before: Callable[[], None] | None = None) -> Window:
        command = list(arguments) or ["-m", "overleg", "open", desk.session.id]
        windows.append(Window(command, folders.home, before))
        return windows[-1]

    yield opened
    for each in windows:
        each.child.close(force=True)


@pytest.fixture
def broken(
    window: Open, desk: Desk, folders: Folders, tmp_path: Path
) -> Callable[[str], tuple[Window, Path]]:
    """Opens the app with a clock that fails as soon as a file is there."""

    def opened(fault: str) -> tuple[Window, Path]:
        trigger = tmp_path / "now"
        script = _BROKEN.format(fault=fault)
        return window("-c", script, str(folders.home), desk.session.id, str(trigger)), trigger

    return opened


def texts(folders: Folders, desk: Desk) -> list[str]:
    return [entry.text for entry in open_session(folders, desk.session.id, clock).session.entries]


def _holds(folders: Folders, desk: Desk, count: int) -> bool:
    return len(texts(folders, desk)) == count


def _handle_hangup(handler: signal.Handlers) -> None:
    signal.signal(signal.SIGHUP, handler)


def half_typed(window: Open) -> Window:
    opened = window()
    opened.sees("F1 Help")
    opened.send("half een zin é")
    opened.sees(" › half een zin é")
    return opened


def test_three_lines_with_accents_are_typed_and_found_in_the_file(
    window: Open, desk: Desk, folders: Folders
) -> None:
    opened = window()
    opened.sees("F1 Help", "Note ›")
    for number, line in enumerate(
        ("n GEM: één café", "a ZOR: coördinatie, zoë belt", "d WIJ: € 400 per maand"), 1
    ):
        opened.send(f"{line}\r")
        opened.until(partial(_holds, folders, desk, number), line)
    opened.sees("één café", "coördinatie, zoë belt", "€ 400 per maand")
    opened.send("\x11")
    assert opened.ended() == 0
    assert texts(folders, desk) == ["één café", "coördinatie, zoë belt", "€ 400 per maand"]
    assert "café" in desk.path.read_text(encoding="utf-8")


def test_the_terminal_is_left_as_it_was(window: Open) -> None:
    opened = window()
    opened.sees("F1 Help")
    opened.send("\x11")
    assert opened.ended() == 0
    for switched_off in (b"?1049l", b"?2004l", b"?1003l", b"?25h"):
        assert opened.written.rindex(switched_off) > opened.written.index(b"?1049h")
    assert b"\x1b[>" not in opened.written
    assert b"\x1b[<u" not in opened.written


@pytest.mark.parametrize(
    ("number", "code"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129), (signal.SIGINT, 130)]
)
def test_a_signal_ends_it_cleanly_and_keeps_what_was_typed(
    window: Open, desk: Desk, number: signal.Signals, code: int
) -> None:
    opened = half_typed(window)
    opened.child.kill(number)
    assert opened.ended() == code
    assert b"?1049l" in opened.written
    assert desk.draft() == "half een zin é"


@pytest.mark.parametrize("handler", [signal.SIG_DFL, signal.SIG_IGN])
def test_a_window_that_is_closed_ends_it(
    window: Open, desk: Desk, handler: signal.Handlers, tmp_path: Path
) -> None:
    opened = window(before=partial(_handle_hangup, handler))
    opened.sees("F1 Help")
    opened.send("half een zin é")
    opened.until(lambda: desk.draft() == "half een zin é", "the draft")
    assert opened.closed() == 129
    assert desk.draft() == "half een zin é"


def test_a_program_that_is_killed_loses_no_sentence(window: Open, desk: Desk) -> None:
    opened = half_typed(window)
    opened.until(lambda: desk.draft() == "half een zin é", "the draft")
    opened.child.kill(signal.SIGKILL)
    assert opened.ended() == -signal.SIGKILL
    again = window()
    again.sees("This is what you were typing", " › half een zin é")


def test_a_signal_ends_it_also_when_it_hangs(
    broken: Callable[[str], tuple[Window, Path]], desk: Desk
) -> None:
    opened, trigger = broken("threading.Event().wait()")
    opened.sees("F1")
    trigger.touch()
    opened.child.kill(signal.SIGTERM)
    assert opened.ended() == 143
    assert b"?1049l" in opened.written


def test_a_fault_of_its_own_is_one_calm_sentence(
    broken: Callable[[str], tuple[Window, Path]], desk: Desk, folders: Folders
) -> None:
    opened, trigger = broken("raise RuntimeError(NOW)")
    opened.sees("F1")
    opened.send("n GEM: een geheim\r")
    opened.until(lambda: texts(folders, desk), "the entry")
    opened.send("half geheim")
    opened.until(lambda: desk.draft() == "half geheim", "the draft")
    trigger.touch()
    assert opened.ended() == 70
    said = opened.written.rpartition(b"?1004l")[2].decode()
    assert "geheim" not in said
    assert "Traceback" not in said
    assert desk.draft() == "half geheim"


def test_a_byte_that_is_no_text_ends_nothing(window: Open) -> None:
    opened = window()
    opened.sees("F1 Help")
    opened.send(b"half ")
    opened.sees(" › half")
    opened.send(b"\xff\xfeeen")
    opened.sees(" › half een")
    opened.send(" zin é")
    opened.sees(" › half een zin é")


def test_lines_sent_without_marks_are_a_paste(window: Open, desk: Desk, folders: Folders) -> None:
    opened = window()
    opened.sees("F1 Help")
    opened.send("n GEM: een é\rn ZOR: twee\rn WIJ: drie\r")
    opened.sees("Record 3 lines?")
    opened.send("\r")
    opened.sees("3 lines recorded.")
    assert texts(folders, desk) == ["een é", "twee", "drie"]


def test_a_large_paste_between_marks_is_kept_whole(window: Open, desk: Desk, folders: Folders) -> None:
    opened = window()
    opened.sees("F1 Help")
    lines = [f"n GEM: regel {number} é" for number in range(300)]
    opened.send("\x1b[200~" + "\r".join(lines) + "\x1b[201~")
    opened.sees("Record 300 lines?")
    opened.send("\r")
    opened.sees("300 lines recorded.")
    assert texts(folders, desk) == [f"regel {number} é" for number in range(300)]


DIALOGS = {"\x10": "What do you want to do?", "\x1bOP": "The meeting itself."}
"""The keys that open the palette and the help, and what is seen there."""


@pytest.mark.parametrize("key", DIALOGS)
class TestFromWithinADialog:
    def opened(self, window: Open, key: str) -> Window:
        opened = half_typed(window)
        opened.send(key)
        opened.sees(DIALOGS[key])
        return opened

    @pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129)])
    def test_a_signal_ends_it_cleanly_and_keeps_what_was_typed(
        self, window: Open, desk: Desk, key: str, number: signal.Signals, code: int
    ) -> None:
        opened = self.opened(window, key)
        opened.child.kill(number)
        assert opened.ended() == code
        for switched_off in (b"?1049l", b"?2004l", b"?1003l", b"?25h"):
            assert opened.written.rindex(switched_off) > opened.written.index(b"?1049h")
        assert desk.draft() == "half een zin é"

    def test_ctrl_c_ends_nothing_and_ctrl_q_leaves(self, window: Open, desk: Desk, key: str) -> None:
        opened = self.opened(window, key)
        opened.send("\x03")
        opened.send("\x11")
        assert opened.ended() == 0
        assert desk.draft() == "half een zin é"

    def test_a_tiny_window_is_survived(self, window: Open, desk: Desk, folders: Folders, key: str) -> None:
        opened = self.opened(window, key)
        for rows, columns in ((5, 20), (1, 1), (24, 80)):
            opened.resize(rows, columns)
        opened.sees(DIALOGS[key])
        opened.send(key)
        opened.sees(" › half een zin é")
        opened.send("\r")
        opened.until(lambda: texts(folders, desk) == ["half een zin é"], "the entry")


class TestWithoutATerminal:
    def test_it_says_what_can_be_done_instead(self, desk: Desk, folders: Folders) -> None:
        done = subprocess.run(
            [sys.executable, "-m", "overleg", "open", desk.session.id],
            cwd=CHECKOUT,
            env={**os.environ, "OVERLEG_HOME": str(folders.home), "OVERLEG_LANGUAGE": "en"},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 2
        for name in ("overleg list", "overleg show", "overleg export"):
            assert name in done.stderr
        assert "\x1b" not in done.stdout + done.stderr

    def test_so_it_does_in_a_terminal_that_cannot_draw(
        self, window: Open, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("TERM", "dumb")
        opened = window()
        assert opened.ended() == 2
        assert b"overleg list" in opened.written
        assert b"\x1b" not in opened.written
