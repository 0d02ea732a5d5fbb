"""A real terminal window with a program in it, as POSIX makes them."""

import os
import select
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pexpect
import pyte

CHECKOUT = Path(__file__).parents[2]
PATIENCE = 15.0


class Window:
    """A terminal window with a program in it."""

    def __init__(self, arguments: list[str], home: Path, before: Callable[[], None] | None = None) -> None:
        """Starts Python with these arguments; `before` is called in the new process."""
        environment = {
            **os.environ,
            "OVERLEG_HOME": str(home),
            "OVERLEG_NOW": "2027-01-14T21:10",
            "OVERLEG_LANGUAGE": "en",
            "PYTHONPATH": str(CHECKOUT),
        }
        # Untyped, for without an encoding it gives bytes where its stubs say text.
        self.child: Any = pexpect.spawn(
            sys.executable,
            arguments,
            env=environment,
            dimensions=(24, 80),
            timeout=PATIENCE,
            preexec_fn=before,
        )
        self.child.delaybeforesend = None
        self.written = b""
        self.screen = pyte.Screen(80, 24)
        self._stream = pyte.ByteStream(self.screen)

    @property
    def text(self) -> str:
        return "\n".join(line.rstrip() for line in self.screen.display)

    def read(self) -> None:
        """Take in what was written; a program that ended has written all it had to say."""
        with suppress(pexpect.TIMEOUT, pexpect.EOF):
            data = self.child.read_nonblocking(65536, 0.02)
            self.written += data
            self._stream.feed(data)

    def until(self, condition: Callable[[], object], what: str) -> None:
        end = time.monotonic() + PATIENCE
        while not condition():
            assert time.monotonic() < end, f"waited in vain for {what} in:\n{self.text}"
            self.read()

    def sees(self, *words: str) -> None:
        self.until(lambda: all(each in self.text for each in words), repr(words))

    def send(self, text: str | bytes) -> None:
        self.child.send(text)

    def resize(self, rows: int, columns: int) -> None:
        """Make the window so large, and wait until something is drawn on it."""
        before = len(self.written)
        self.child.setwinsize(rows, columns)
        self.screen.resize(rows, columns)
        self.until(lambda: len(self.written) > before, f"anything on {columns}×{rows}")

    def closed(self) -> int:
        """Close the window while the program runs, and answer its exit code."""
        pid, fd = self.child.pid, self.child.child_fd
        self.child.close = lambda force=True: None
        os.close(fd)
        end = time.monotonic() + PATIENCE
        while (waited := os.waitpid(pid, os.WNOHANG)) == (0, 0):
            assert time.monotonic() < end, "it goes on without a window"
            select.select([], [], [], 0.02)
        return os.waitstatus_to_exitcode(waited[1])

    def ended(self) -> int:
        """The exit code; waits for the end."""
        self.until(lambda: not self.child.isalive(), "the end")
        self.read()
        code: int | None = self.child.exitstatus
        return -int(self.child.signalstatus) if code is None else code
