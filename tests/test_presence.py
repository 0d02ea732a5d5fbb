"""Who else is in the meeting: seen soon, told in a sentence, and cheap to ask."""

import os
from datetime import datetime
from pathlib import Path

import msgspec
import pytest

from overleg.desk.presence import Other, Presence
from overleg.store import lease
from overleg.store.lease import Lease

SINCE = datetime(2027, 1, 14, 19, 40)


class Timer:
    """A clock that moves when it is told to."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "2027-01-14-warnsveld.json"


def sit_down(path: Path, user: str, machine: str, since: datetime | None = None) -> Path:
    """As if another program had opened the session."""
    held = Lease(path.stem, user, machine, os.getppid(), since or datetime.now())
    folder = path.parent / lease.FOLDER
    folder.mkdir(exist_ok=True)
    file = folder / f"{path.stem}.{user}.1.lease.json"
    file.write_bytes(msgspec.json.encode(held))
    return file


def names(presence: Presence) -> list[str]:
    return [other.user for other in presence.others()]


def test_nobody_is_there_at_first(path: Path) -> None:
    lease.hold(path)
    assert Presence(path).others() == ()


def test_somebody_who_comes_or_goes_is_seen_at_once(path: Path) -> None:
    presence = Presence(path, Timer())
    assert names(presence) == []
    joke = sit_down(path, "Joke", "LAPTOP-JOKE")
    assert names(presence) == ["Joke"]
    joke.unlink()
    os.utime(joke.parent, (0, 0))  # two changes within one tick of the file system look like one
    assert names(presence) == []


def test_a_folder_that_did_not_change_is_not_read_again_at_once(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    timer = Timer()
    presence = Presence(path, timer)
    sit_down(path, "Joke", "LAPTOP-JOKE")
    assert names(presence) == ["Joke"]
    monkeypatch.setattr(lease, "others", lambda _: [])
    assert names(presence) == ["Joke"]
    timer.now += 10
    assert names(presence) == []


def test_it_is_known_who_is_on_this_machine(path: Path) -> None:
    lease.hold(path)
    (ours,) = (path.parent / lease.FOLDER).iterdir()
    machine = msgspec.json.decode(ours.read_bytes(), type=Lease).machine
    sit_down(path, "Bep", machine)
    sit_down(path, "Joke", f"{machine}-2")
    assert [(other.user, other.is_here) for other in Presence(path).others()] == [
        ("Bep", True),
        ("Joke", False),
    ]


@pytest.mark.parametrize(
    ("other", "words"),
    [
        (
            Other("Joke", "LAPTOP-JOKE", SINCE, is_here=False),
            "Joke is in this meeting too, on LAPTOP-JOKE since 19:40.",
        ),
        (
            Other("", "LAPTOP-JOKE", SINCE, is_here=False),
            "Somebody is in this meeting too, on LAPTOP-JOKE since 19:40.",
        ),
        (Other("Joke", "HIER", SINCE, is_here=True), "This meeting is open in another window since 19:40."),
    ],
)
def test_it_is_told_in_a_sentence(other: Other, words: str) -> None:
    assert str(other.words) == words
