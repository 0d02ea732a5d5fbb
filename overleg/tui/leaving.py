"""Leaving at once, and cleanly, when the system or the terminal says so.

A signal must end the program within a second, also when the event loop hangs in a slow disk or in a
terminal that nobody reads any more. A handler of asyncio only runs when the loop does; so the handler
is one of `signal`, and a thread sees to it that what was asked for happens.
"""

import contextlib
import os
import select
import signal
import sys
import threading
from collections.abc import Callable
from types import FrameType, TracebackType
from typing import Any, Self

_PATIENCE = 0.7
"""The seconds in which the app may leave by itself."""
_BETWEEN_LOOKS = 0.25
_STDIN, _STDERR = 0, 2

# Paste marks, line wrap, mouse and focus reports, the other screen, and the cursor: as they were.
_RESTORED = "".join(
    f"\x1b[?{mode}" for mode in "2004l 7h 2048l 1000l 1003l 1015l 1006l 1016l 1004l 1049l 25h".split()
)


class Leaving:
    """While it lasts, signals and the loss of the terminal end the app by way of `leave`.

    `leave` gets the exit code, and is called from a thread or a signal handler. `code` is that exit
    code, None where nobody asked.
    """

    def __init__(self, leave: Callable[[int], None]) -> None:
        self.code: int | None = None
        self._leave = leave
        self._is_over = threading.Event()
        self._settings: list[Any] | None = None
        self._handlers: dict[int, Any] = {}

    def __enter__(self) -> Self:
        self._settings = _terminal_settings()
        for name in ("SIGHUP", "SIGTERM", "SIGINT"):
            number = getattr(signal, name, None)
            if number is not None:
                self._handlers[number] = signal.signal(number, self._on_signal)
        threading.Thread(target=self._watch_terminal, name="overleg-terminal", daemon=True).start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._is_over.set()
        for number, handler in self._handlers.items():
            signal.signal(number, handler)

    def _on_signal(self, number: int, frame: FrameType | None) -> None:
        self._ask(128 + number)

    def _watch_terminal(self) -> None:
        """SIGHUP may be ignored, or go to somebody else; a terminal that is gone is gone."""
        while not self._is_over.wait(_BETWEEN_LOOKS):
            if not os.isatty(_STDIN):
                self._ask(128 + getattr(signal, "SIGHUP", 1))
                return

    def _ask(self, code: int) -> None:
        if self.code is None:
            self.code = code
            threading.Thread(target=self._insist, name="overleg-leaving", daemon=True).start()
            self._leave(code)

    def _insist(self) -> None:
        if not self._is_over.wait(_PATIENCE):
            self._restore_terminal()
            os._exit(self.code or 0)

    def _restore_terminal(self) -> None:
        if sys.platform == "win32":
            return
        import termios

        with contextlib.suppress(OSError, termios.error):
            if self._settings is not None:
                termios.tcsetattr(_STDIN, termios.TCSANOW, self._settings)
            # Never wait for a terminal that does not read.
            if select.select([], [_STDERR], [], 0)[1]:
                os.write(_STDERR, _RESTORED.encode())


def _terminal_settings() -> list[Any] | None:
    """How the terminal treats its keys now; None where that is unknown."""
    if sys.platform == "win32":
        return None
    import termios

    with contextlib.suppress(OSError, termios.error):
        return termios.tcgetattr(_STDIN)
    return None
