"""What was typed in the bar and what it may become: to take back, to fetch again, to complete."""

from collections.abc import Sequence


class TypingHistory:
    """The text of the bar as it was, word by word."""

    def __init__(self) -> None:
        self._text = ""
        self._past: list[str] = []
        self._future: list[str] = []

    def note(self, text: str) -> None:
        """The text is now this; letters added to one word count as one step."""
        if text == self._text:
            return
        if not _is_same_word(self._text, text):
            self._past.append(self._text)
        self._future.clear()
        self._text = text

    def undo(self) -> str | None:
        """The text before the last step; None where there is none."""
        if not self._past:
            return None
        self._future.append(self._text)
        self._text = self._past.pop()
        return self._text

    def redo(self) -> str | None:
        if not self._future:
            return None
        self._past.append(self._text)
        self._text = self._future.pop()
        return self._text

    @property
    def latest(self) -> str:
        """The text before any of it was taken back."""
        return self._future[0] if self._future else self._text

    def forget(self) -> None:
        """Begin anew with an empty text: the line was entered."""
        self._text, self._past, self._future = "", [], []


def _is_same_word(before: str, after: str) -> bool:
    added = after[len(before) :]
    return after.startswith(before) and len(added) == 1 and not added.isspace() and before[-1:].strip() != ""


class Recall:
    """The lines that were entered or put aside, the last one first."""

    LONGEST = 200

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._place = 0

    def add(self, *lines: str) -> None:
        self._lines = [*self._lines, *lines][-self.LONGEST :]
        self._place = len(self._lines)

    def show(self, line: str) -> None:
        """The bar shows this line; the arrow up goes on from it."""
        if not self._lines or self._lines[-1] != line:
            self.add(line)
        self._place = len(self._lines) - 1

    def is_shown(self, text: str) -> bool:
        """Whether the bar shows a line of the past, as it was."""
        return self._place < len(self._lines) and self._lines[self._place] == text

    def step(self, distance: int) -> str | None:
        """The line so many places on; an empty text beyond the last, None before the first."""
        place = self._place + distance
        if not 0 <= place <= len(self._lines):
            return None
        self._place = place
        return self._lines[place] if place < len(self._lines) else ""


class Offered:
    """The lines that the typed one may become, taken one after the other."""

    def __init__(self) -> None:
        self._lines: tuple[str, ...] = ()
        self._place = -1

    @property
    def is_new(self) -> bool:
        """Whether none of them was taken yet."""
        return self._place < 0

    def offer(self, typed: str, lines: Sequence[str]) -> None:
        """Offer these from now on; what comes after a word that was taken goes before its alternatives."""
        goes_on = bool(lines) and typed.endswith(" ")
        if goes_on or not self._is_taken(typed):
            self._lines, self._place = tuple(lines), -1

    def take(self, typed: str) -> str | None:
        """The next line; None where there is none."""
        if not self._lines or not (self.is_new or self._is_taken(typed)):
            return None
        self._place = (self._place + 1) % len(self._lines)
        return self._lines[self._place]

    def _is_taken(self, typed: str) -> bool:
        return not self.is_new and self._lines[self._place] == typed
