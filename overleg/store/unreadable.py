"""Why a file cannot be taken for a session, as clauses to be put into a sentence."""

from overleg.domain.model import FORMAT
from overleg.errors import Message


class Unreadable(Exception):
    """A file is no session that this program can open; `clause` says why."""

    def __init__(self, clause: Message) -> None:
        super().__init__(clause)
        self.clause = clause


class NotAFile(Unreadable):
    """What has the name of a session is a link, a folder, a pipe or a giant, and must not be read."""


class BadContent(Unreadable):
    """Something in the file is not as it should be; `path` says where, empty for the file as a whole."""

    def __init__(self, clause: Message, path: str = "") -> None:
        super().__init__(Message("{where}: {fault}", where=path, fault=clause) if path else clause)
        self.path = path


class NewerFormat(Unreadable):
    """The file has a format that this program does not know yet."""

    def __init__(self, number: int) -> None:
        super().__init__(
            Message(
                "it was made by a newer overleg (format {number}; this one reads up to {known})",
                number=number,
                known=FORMAT,
            )
        )
