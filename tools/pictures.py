"""Draws the screens for the docs, by the program itself, from the example meeting."""

import asyncio
import re
import tempfile
from pathlib import Path
from typing import NamedTuple

from overleg.desk.example import open_example
from overleg.desk.folders import Folders
from overleg.domain.choices import Language
from overleg.tui.app import OverlegApp
from overleg.tui.screens.live import Live

DOCS = Path(__file__).parents[1] / "docs"


class Picture(NamedTuple):
    """A file, how many lines of the example were said by then, what is typed, and which keys are pressed."""

    file: str
    lines: int | None
    typed: str = ""
    keys: tuple[str, ...] = ()


PICTURES = (
    Picture("live", 18, typed="t GEM: 12 uur opbouwwerk per week %college ^2027-02-09"),
    Picture("matrix", None, typed="/matrix", keys=("enter", "down", "right")),
    Picture("closing", None, keys=("f9",)),
)


def main() -> None:
    for picture in PICTURES:
        with tempfile.TemporaryDirectory() as folder:
            drawing = asyncio.run(drawn(picture, Folders.at(Path(folder))))
        (DOCS / f"{picture.file}.svg").write_text(drawing, encoding="utf-8")


async def drawn(picture: Picture, folders: Folders) -> str:
    """The screen as a picture."""
    desk = open_example(folders, picture.lines)
    app = OverlegApp(folders, Language.NL, desk.clock, desk)
    async with app.run_test(size=(104, 28)) as pilot:
        await pilot.pause()
        live = app.screen
        assert isinstance(live, Live)
        live.tick()
        live.bar.value = picture.typed
        live.bar.action_end()
        await pilot.press(*picture.keys)
        await pilot.pause()
        return without_downloads(app.export_screenshot(title="overleg"))


def without_downloads(drawing: str) -> str:
    """The picture without fonts from elsewhere: whoever looks at it asks nobody for anything."""
    return re.sub(r"@font-face\s*{[^}]*}", "", drawing)


if __name__ == "__main__":
    main()
