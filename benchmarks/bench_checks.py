"""S13: all checks on a long meeting, against decoding its file."""

import tempfile
from collections.abc import Callable
from datetime import datetime
from itertools import count
from pathlib import Path

import msgspec
from msgspec.structs import replace as but

from benchmarks.ratio import Row, Run, interleaved, row
from overleg.desk.example import open_example
from overleg.desk.folders import Folders
from overleg.domain.checks import Moment, findings, shown
from overleg.domain.model import AnyEntry, Session
from overleg.store.sessionfile import SessionFile

_ENTRIES = 500
_GOAL = 3
_GOAL_AT_FIRST_SIGHT = 5
"""Once in a meeting, when it is opened: every text is read for names and abbreviations then."""


def measure() -> list[Row]:
    """All checks after a change of one entry, those of the live screen, and all of them at first sight."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        desk = open_example(Folders.at(folder))
        session, data = _saved(_repeated(desk.session), folder)
        meeting = _Meeting(session, desk.clock())
        median = interleaved(
            {
                "asked": Run(meeting.ask, meeting.change_one),
                "shown": Run(meeting.show, meeting.change_one),
                "first": Run(meeting.ask, meeting.change_all),
                "floor": Run(_decoding(data)),
            }
        )
    what = f"{len(session.entries)} entries"
    floor = "msgspec decode of the same file"
    return [
        row("S13", f"all checks after a change, {what}: {floor}", _GOAL, median["asked"], median["floor"]),
        row("S13", f"what the live screen shows, {what}: the same", _GOAL, median["shown"], median["floor"]),
        row(
            "S13",
            f"all checks at first sight, {what}: the same",
            _GOAL_AT_FIRST_SIGHT,
            median["first"],
            median["floor"],
        ),
    ]


class _Meeting:
    """A meeting in which something changes between two looks."""

    def __init__(self, session: Session, now: datetime) -> None:
        self.session = session
        self.now = now
        self.numbers = count(1)

    def change_one(self) -> None:
        first, *others = self.session.entries
        self.session = but(self.session, entries=(self._changed(first), *others))

    def change_all(self) -> None:
        """Other texts everywhere, as in a meeting that was opened just now."""
        self.session = but(self.session, entries=tuple(map(self._changed, self.session.entries)))

    def _changed(self, entry: AnyEntry) -> AnyEntry:
        text = entry.text.rpartition(" ")[0] or entry.text
        return but(entry, text=f"{text} {next(self.numbers)}")

    def ask(self) -> object:
        return findings(self.session, self.now, Moment.ASKED)

    def show(self) -> object:
        return shown(self.session, self.now)


def _repeated(session: Session) -> Session:
    """The meeting said over and over again, each time with numbers and links of its own."""
    entries: list[AnyEntry] = []
    for times in range(1, _ENTRIES // len(session.entries) + 2):
        refs = {each.ref: f"{each.ref[0]}-{times * 100 + int(each.ref[2:])}" for each in session.entries}
        entries += [_renumbered(each, refs) for each in session.entries]
    counters = dict.fromkeys(session.counters, 9_999)
    return but(session, id="2027-01-14-long", entries=tuple(entries[:_ENTRIES]), counters=counters)


def _renumbered(entry: AnyEntry, refs: dict[str, str]) -> AnyEntry:
    links = tuple(but(link, ref=refs[link.ref]) for link in entry.links)
    return but(entry, ref=refs[entry.ref], links=links, born_in="2027-01-14-long")


def _saved(session: Session, folder: Path) -> tuple[Session, bytes]:
    """The session as it is read back, and the bytes of its file."""
    path = folder / f"{session.id}.json"
    SessionFile.create(path, session)
    return SessionFile(path).load(), path.read_bytes()


def _decoding(data: bytes) -> Callable[[], object]:
    return lambda: msgspec.json.decode(data)
