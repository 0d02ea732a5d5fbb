"""A disk that fills up in the middle of a meeting."""

import subprocess
import sys
from pathlib import Path

import pytest

from overleg.store.sessionfile import SessionFile
from tests.store.sessions import NAME, a_session

pytest.importorskip("resource", reason="only where the size of files can be limited")


def test_what_was_saved_stays_and_saving_works_again_when_there_is_room(
    tmp_path: Path, checkout: Path
) -> None:
    path = tmp_path / f"{NAME}.json"
    SessionFile.create(path, a_session())
    done = subprocess.run(
        [sys.executable, "-m", "tests.faults.children", "fill_disk", path, str(path.stat().st_size + 4000)],
        cwd=checkout,
        capture_output=True,
        text=True,
        check=True,
    )
    said, saved, on_disk, names, after = done.stdout.splitlines()
    print(f"a full disk: entries on disk {on_disk}/{saved}, after retry {after}")
    assert "was not saved: the file would become too large for that disk." in said
    assert int(saved) > len(a_session().entries)
    assert on_disk == saved
    assert int(after) == int(saved) + 1
    assert ".tmp" not in names
