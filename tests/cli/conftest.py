import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from overleg.cli.main import run

NAME = "2027-01-14-warnsveld"


@dataclass(frozen=True)
class Said:
    """What a command printed, and its exit code."""

    code: int
    out: str
    err: str

    @property
    def data(self) -> Any:
        return json.loads(self.out)


Overleg = Callable[..., Said]


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder of its own, on the evening of 14 January 2027, in Dutch."""
    monkeypatch.setenv("OVERLEG_HOME", str(tmp_path))
    monkeypatch.setenv("OVERLEG_NOW", "2027-01-14T19:31")
    monkeypatch.setenv("OVERLEG_LANGUAGE", "nl")
    return tmp_path


@pytest.fixture
def overleg(home: Path, capsys: pytest.CaptureFixture[str]) -> Overleg:
    """The command line, within this process."""

    def call(*arguments: str) -> Said:
        capsys.readouterr()
        code = run(list(arguments))
        printed = capsys.readouterr()
        return Said(code, printed.out, printed.err)

    return call


@pytest.fixture
def meeting(overleg: Overleg) -> str:
    """A planned meeting of three parties; answers its name."""
    made = overleg(
        *("new", "Warnsveld", "--date", "2027-01-14", "--start", "19:30", "--form", "first_meeting"),
        *("--party", "GEM=Gemeente:municipality:system"),
        *("--party", "ZOR=ZorgOrg:care:system"),
        *("--party", "WIJ=Vereniging WijWarnsveld:residents:community"),
        *(
            "--person",
            "GEM:Ruud Ketelaar:beleidsadviseur:consult",
            "--person",
            "ZOR:Hilde Oosterbaan:bestuurder",
        ),
        *("--chair", "Marleen Hoekstra-Faber"),
    )
    assert (made.code, made.out.strip()) == (0, NAME), made.err
    return NAME


def process(
    *arguments: str, given: bytes | None = None, **environ: str
) -> subprocess.CompletedProcess[bytes]:
    """The command line in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "overleg", *arguments],
        input=given,
        capture_output=True,
        env=os.environ | environ,
        timeout=60,
        check=False,
    )
