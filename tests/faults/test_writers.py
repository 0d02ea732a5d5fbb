"""Several programs at one session: every line of each is kept."""

import subprocess
import sys
import time
from pathlib import Path

from overleg.store.sessionfile import SessionFile
from tests.store.sessions import LONG, NAME, a_session

WRITERS = 3
EACH = 100 if LONG else 50


def test_three_programs_writing_at_once_lose_nothing(tmp_path: Path, checkout: Path) -> None:
    path = tmp_path / f"{NAME}.json"
    SessionFile.create(path, a_session(0))
    command = (sys.executable, "-m", "tests.faults.children", "write", path)
    programs = [
        subprocess.Popen([*command, f"w{number}", str(EACH)], cwd=checkout) for number in range(WRITERS)
    ]
    latest = time.monotonic() + 60
    while len(list(tmp_path.glob("*.ready"))) < WRITERS:
        assert all(program.poll() is None for program in programs)
        assert time.monotonic() < latest, "the programs did not get ready"
        time.sleep(0.001)
    (tmp_path / "go").touch()
    assert [program.wait(60) for program in programs] == [0] * WRITERS
    texts = [entry.text.rpartition(" ")[0] for entry in SessionFile(path).load().entries]
    print(f"three programs writing at once: {len(set(texts))}/{WRITERS * EACH}")
    assert len(texts) == WRITERS * EACH
    for writer in range(WRITERS):
        own = [text for text in texts if text.startswith(f"w{writer}-")]
        assert own == [f"w{writer}-{number}" for number in range(EACH)], "in the order they were entered"
