"""Addresses of e-mail: what every mail program takes for one plain address, and nothing else."""

import re

from overleg.domain.text import clean
from overleg.errors import Message, UsageError

# Anything else could name a second reader.
_ADDRESS = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
_LONGEST = 254
_MEANT = re.compile(r"\w@|@[\w-]+\.\w")
_BRACKETED = re.compile(r"<([^<>]*)>\Z")


def is_address(text: str) -> bool:
    return len(text) <= _LONGEST and _ADDRESS.fullmatch(text) is not None


def is_meant_as_address(text: str) -> bool:
    """Whether somebody who typed this meant an address, be it a good one or not."""
    return _MEANT.search(text) is not None


def read_address(typed: str) -> str:
    """The address that was typed, also as ``Name <address>``; empty for nothing. Raises `UsageError`."""
    text = clean(typed).strip()
    bracketed = _BRACKETED.search(text)
    address = bracketed[1].strip() if bracketed else text
    if address and not is_address(address):
        raise UsageError(
            Message("“{text}” is not an e-mail address.", text=text),
            Message("Type one address, such as {example}.", example="ruud@gemeente.nl"),
        )
    return address
