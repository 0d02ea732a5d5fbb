import os
from collections.abc import AsyncIterator, Callable
from datetime import date, datetime
from pathlib import Path

import pytest

from overleg.desk.example import open_example
from overleg.desk.folders import Folders, known_forms
from overleg.desk.workbench import Desk, found_session, open_session
from overleg.domain.choices import Language
from overleg.domain.setup import Setup, new_series, read_party, read_person
from overleg.tui.app import OverlegApp
from tests.tui.terminal import Sitting, sitting

NOW = datetime(2027, 1, 14, 21, 10)
GOLDEN = Path(__file__).parent / "golden"


def clock() -> datetime:
    return NOW


@pytest.fixture(autouse=True)
def _colours_of_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLORTERM", "truecolor")
    monkeypatch.delenv("NO_COLOR", raising=False)


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    return Folders.at(tmp_path)


@pytest.fixture
def example(folders: Folders) -> Desk:
    """The example meeting with all its lines, opened at the end of the evening."""
    return open_session(folders, open_example(folders).session.id, clock)


@pytest.fixture
def desk(folders: Folders) -> Desk:
    """A meeting of three parties that has not begun."""
    parties = tuple(
        map(read_party, ("GEM=Gemeente:municipality", "ZOR=ZorgOrg:care", "WIJ=WijWarnsveld:residents"))
    )
    person = read_person("GEM:Ruud Ketelaar:beleidsadviseur", parties)
    plan = Setup(
        title="Eerste overleg",
        date=date(2027, 1, 14),
        start="19:30",
        series=new_series("Warnsveld houdt zorg"),
        form=known_forms(folders.home)["first_meeting"],
        parties=parties,
        people=(person,),
        language=Language.NL,
    )
    return found_session(folders, plan, clock)


@pytest.fixture
def as_before() -> Callable[[str, str], None]:
    """Compares a screen with the one that is kept; ``WRITE_GOLDEN=1`` keeps the new one."""

    def compare(name: str, text: str) -> None:
        file = GOLDEN / f"{name}.txt"
        if os.environ.get("WRITE_GOLDEN"):
            file.write_text(text, encoding="utf-8")
        assert text == file.read_text(encoding="utf-8"), f"{file.name} has changed; WRITE_GOLDEN=1 keeps it"

    return compare


@pytest.fixture
async def live(folders: Folders, desk: Desk) -> AsyncIterator[Sitting]:
    """The live screen of a meeting that has not begun, in English, at 80×24."""
    async with sitting(OverlegApp(folders, Language.EN, clock, desk)) as table:
        await table.sees("F1 Help")
        yield table
