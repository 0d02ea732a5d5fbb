"""What can go wrong, said in words: what happened, what is safe, and what to do."""

from collections.abc import Mapping


class Message:
    """A sentence as data: an English text with ``{names}``, and the values for them.

    The text is also the key under which translations are found, so a message can be made where no
    language is known and be said where one is (`overleg.locale.say`). A value may be a message
    itself. ``str()`` gives the English sentence.
    """

    __slots__ = ("text", "values")

    def __init__(self, text: str, /, **values: object) -> None:
        self.text = text
        self.values: Mapping[str, object] = values

    def __str__(self) -> str:
        return self.text.format(**self.values) if self.values else self.text

    def __repr__(self) -> str:
        return f"Message({self!s})"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Message) and (self.text, self.values) == (other.text, other.values)

    def __hash__(self) -> int:
        return hash(self.text)


class OverlegError(Exception):
    """Something the user can be told in a sentence; nothing was changed or lost.

    `message` says what happened and to what, `hint` what to do next.
    """

    exit_code = 1

    def __init__(self, message: Message, hint: Message | None = None) -> None:
        super().__init__(message, hint)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message} {self.hint}" if self.hint else str(self.message)


class UsageError(OverlegError):
    """The command line was used wrongly."""

    exit_code = 2


class Refused(OverlegError):
    """A change that the rules of the meeting do not allow; `position` points into the typed line."""

    def __init__(self, message: Message, hint: Message | None = None, *, position: int = 0) -> None:
        super().__init__(message, hint)
        self.position = position


class StoreError(OverlegError):
    """A file that cannot be found, read, trusted or written."""


class ExportError(OverlegError):
    """A document that could not be made; no file was left behind or overwritten."""
