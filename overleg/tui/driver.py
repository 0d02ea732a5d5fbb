"""A driver that leaves the keyboard of the terminal as it is, and survives bytes that are no text."""

import re

from textual import events
from textual.driver import Driver

from overleg.domain.text import clean

# Textual asks for the kitty keyboard protocol. Windows Terminal, Ghostty and WezTerm then lose what
# AltGr and dead keys make (€ é ë), and no key of ours needs it.
_KITTY = re.compile(r"\x1b\[[<>=][0-9;]*u")


class _PlainKeys(Driver):
    def write(self, data: str) -> None:
        if "\x1b[" in data:
            data = _KITTY.sub("", data)
        if data:
            super().write(data)  # type: ignore[safe-super]  # the driver of the platform follows in the MRO

    def run_input_thread(self) -> None:
        """Read keys, and go on after a byte that is no UTF-8, which would otherwise end the app."""
        while True:
            try:
                super().run_input_thread()  # type: ignore[misc]  # only the drivers of POSIX have it
                return
            except UnicodeDecodeError as error:
                self._type(error.object)

    def _type(self, data: bytes) -> None:
        """Type what can be read of the bytes among which one was no text."""
        for number, line in enumerate(re.split("[\r\n]", data.decode("utf-8", "ignore"))):
            if number:
                self.process_message(events.Key("enter", "\r"))
            for character in clean(line):
                self.process_message(events.Key(character, character))


def plain_keys(driver: type[Driver]) -> type[Driver]:
    """That driver, without the kitty keyboard protocol."""
    return type(f"PlainKeys{driver.__name__}", (_PlainKeys, driver), {})
