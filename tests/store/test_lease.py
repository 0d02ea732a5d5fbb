import os
import subprocess
import sys
from datetime import datetime, timedelta
from pathlib import Path

import msgspec
import pytest

from overleg.store import lease
from overleg.store.lease import Lease, is_running


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "2027-01-14-warnsveld.json"


@pytest.fixture
def gone() -> int:
    """The number of a process that has ended."""
    with subprocess.Popen([sys.executable, "-c", ""]) as process:
        pass
    return process.pid


def put(path: Path, *, pid: int, machine: str = "", since: datetime | None = None, session: str = "") -> None:
    """As if another program had the session open."""
    held = Lease(
        session=session or path.stem,
        user="bep",
        machine=machine or lease._machine(),  # noqa: SLF001  # to be on this machine
        pid=pid,
        since=since or datetime.now(),
    )
    folder = path.parent / ".lock"
    folder.mkdir(exist_ok=True)
    (folder / f"{path.stem}.{machine}.{pid}.lease.json").write_bytes(msgspec.json.encode(held))


def test_a_program_does_not_see_itself(path: Path) -> None:
    lease.hold(path)
    assert len(list((path.parent / ".lock").iterdir())) == 1
    assert lease.others(path) == []
    lease.release(path)
    assert list((path.parent / ".lock").iterdir()) == []


def test_a_program_sees_the_others_the_first_comer_first(path: Path) -> None:
    put(path, pid=os.getppid())
    put(path, pid=1, machine="elders", since=datetime.now() - timedelta(hours=1))
    assert [(other.user, other.pid) for other in lease.others(path)] == [("bep", 1), ("bep", os.getppid())]


def test_a_program_that_has_ended_is_forgotten(path: Path, gone: int) -> None:
    put(path, pid=gone)
    assert lease.others(path) == []


def test_a_program_on_another_machine_is_believed_for_a_day_of_work(path: Path) -> None:
    put(path, pid=7, machine="elders", since=datetime.now() - timedelta(hours=17))
    assert lease.others(path) == []


def test_other_sessions_are_not_looked_at(path: Path) -> None:
    put(path, pid=os.getppid(), session="2027-01-14-warnsveld.x")
    assert lease.others(path) == []
    assert lease.others(path.with_name("2027-01-14-warns.json")) == []


@pytest.mark.parametrize("data", [b"", b"null", b"{}", b"\xff", b'{"session": 3}', b"[" * 100_000])
def test_what_cannot_be_read_is_passed_over(path: Path, data: bytes) -> None:
    put(path, pid=os.getppid())
    (path.parent / ".lock" / f"{path.stem}.x.1.lease.json").write_bytes(data)
    assert len(lease.others(path)) == 1


def test_it_is_a_courtesy_and_fails_in_silence(tmp_path: Path) -> None:
    (tmp_path / ".lock").touch()
    lease.hold(tmp_path / "x.json")
    lease.release(tmp_path / "x.json")
    assert lease.others(tmp_path / "x.json") == []


def test_it_is_known_which_processes_run(gone: int) -> None:
    assert is_running(os.getpid())
    assert is_running(os.getppid())
    assert not is_running(gone)
    assert not is_running(0)
    assert not is_running(-1)
    assert not is_running(10**30)
