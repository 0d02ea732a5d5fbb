"""What every test may count on: an empty home, no settings, Dutch, and the programs it names."""

import gc
import os
import shutil
from pathlib import Path

import pytest

# As often as the app itself has it drawn; read once, when Textual is imported.
os.environ.setdefault("TEXTUAL_FPS", "240")

PACKAGES = {
    "soffice": "libreoffice-writer-nogui",
    "pdftotext": "poppler-utils",
    "pdftoppm": "poppler-utils",
    "tmux": "tmux",
    "make": "make",
}
"""Programs that tests may need, and the Debian package each is in."""


@pytest.fixture(autouse=True)
def _fenced_machine(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test, and no program it starts, sees the user's files, settings, clock or language."""
    home = tmp_path_factory.mktemp("home")
    for name in [name for name in os.environ if name.startswith(("OVERLEG_", "XDG_", "LC_"))]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("USERPROFILE", str(home))
    monkeypatch.setenv("LANG", "nl_NL.UTF-8")


def pytest_configure() -> None:
    # Every screen is a large graph of objects; looking for garbage in them is a fifth of a test.
    gc.set_threshold(50_000, 10, 10)


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skips a test marked ``needs("soffice")`` where that program is not installed."""
    for mark in item.iter_markers("needs"):
        program = mark.args[0]
        if shutil.which(program) is None:
            pytest.skip(f"{program} is not installed (Debian package {PACKAGES[program]})")


@pytest.fixture(scope="session")
def checkout() -> Path:
    """The folder of the project."""
    return Path(__file__).parents[1]
