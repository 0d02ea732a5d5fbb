"""What every screen with a footer shares."""

from dataclasses import dataclass
from typing import Any, ClassVar, TypeVar

from textual.message import Message

from overleg.desk.workbench import Desk
from overleg.tui.screens.returning import Returning
from overleg.tui.verbs import Place

Result = TypeVar("Result")


class Placed(Returning[Result]):
    """A screen that is a place where verbs work; what it dismisses with is a `Result`."""

    PLACE: ClassVar[Place]

    @dataclass
    class Opened(Message):
        """A session was opened, and lies on this desk: at an entry where there is a `ref`.

        `said` is what somebody should know who comes from another meeting.
        """

        desk: Desk
        by: "Placed[Any]"
        """The screen that opened it: another one that came in front since is not taken away for it."""
        ref: str = ""
        said: str = ""

    @dataclass
    class Left(Message):
        """Somebody goes back to the list of sessions."""

    def take_line(self, line: str) -> None:
        """Put a line where somebody types, to be completed there."""

    def arrive(self, ref: str, said: str) -> None:
        """Mark an entry, and say where this is."""

    def put_away(self) -> None:
        """Keep what has to outlive the app; called before it ends."""
