"""Standing between the store and the system: every call is seen, and can be made to fail or be the last."""

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import Any
from unittest.mock import patch

CALLS = (
    *("open", "read", "write", "lseek", "ftruncate", "fsync", "close"),
    *("stat", "lstat", "fstat", "listdir", "scandir"),
    *("replace", "rename", "link", "unlink", "mkdir"),
)
"""The calls by which a file is read and written, named as in `os`."""

Before = Callable[[str, tuple[Any, ...]], None]
"""Sees a call and its arguments right before it is made; to raise makes the call fail."""

After = Callable[[str, tuple[Any, ...], Any], None]
"""Sees a call, its arguments and what it gave."""


@contextmanager
def watched(before: Before | None = None, after: After | None = None) -> Iterator[None]:
    """Lets these see every call of the system that is made within it."""
    with ExitStack() as patches:
        for name in CALLS:
            patches.enter_context(patch.object(os, name, _between(name, before, after)))
        yield


def _between(name: str, before: Before | None, after: After | None) -> Callable[..., Any]:
    real = getattr(os, name)

    def call(*args: Any, **options: Any) -> Any:
        if name == "close":  # which closes even where it fails
            real(*args)
        if before:
            before(name, args)
        given = None if name == "close" else real(*args, **options)
        if after:
            after(name, args, given)
        return given

    return call


def count(step: Callable[[], object]) -> int:
    """How many calls a step makes."""
    seen: list[str] = []
    with watched(lambda name, args: seen.append(name)):
        step()
    return len(seen)
