"""Where meeting forms lie: those that come with the program, and a team's own beside its sessions."""

from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

from overleg.domain.forms import MeetingForm, parse
from overleg.errors import Message, StoreError

FOLDER = "forms"


def read_forms(home: Path | None = None) -> dict[str, MeetingForm]:
    """All forms by key, the built-in ones first; a form of the team's own replaces one by its name.

    Raises `OverlegError` where a form of the team's own cannot be read.
    """
    texts = dict(_built_in())
    if home is not None:
        texts |= dict(_own(home / FOLDER))
    return {key: parse(key, text) for key, text in texts.items()}


def _built_in() -> Iterator[tuple[str, str]]:
    for file in sorted(files("overleg").joinpath(FOLDER).iterdir(), key=lambda each: each.name):
        if file.name.endswith(".toml"):
            yield file.name.removesuffix(".toml"), file.read_text(encoding="utf-8")


def _own(folder: Path) -> Iterator[tuple[str, str]]:
    for path in sorted(folder.glob("*.toml")):
        try:
            yield path.stem, path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise StoreError(
                Message("The meeting form {path} cannot be read.", path=path),
                Message("Mend the file or take it out of the folder; the other forms still work."),
            ) from error
