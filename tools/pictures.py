"""Draws the live screen for the README, by the program itself, in the middle of the example meeting."""

import asyncio
import re
import tempfile
from pathlib import Path

from overleg.desk.example import open_example
from overleg.desk.folders import Folders
from overleg.desk.workbench import Desk
from overleg.domain.choices import Language
from overleg.tui.app import OverlegApp
from overleg.tui.widgets.capture import CaptureBar

PICTURE = Path(__file__).parents[1] / "docs" / "live.svg"
LINES = 18
"""So many lines of the example were said when the picture is drawn."""
HALF_A_LINE = "t GEM: 12 uur opbouwwerk per week %college ^2027-02-09"


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        folders = Folders.at(Path(folder))
        PICTURE.write_text(asyncio.run(drawn(folders, open_example(folders, LINES))), encoding="utf-8")


async def drawn(folders: Folders, desk: Desk) -> str:
    """The screen as a picture, while the chair is typing."""
    app = OverlegApp(folders, Language.NL, desk.clock, desk)
    async with app.run_test(size=(104, 28)) as pilot:
        await pilot.pause()
        app.screen.query_one(CaptureBar).value = HALF_A_LINE
        await pilot.pause()
        return without_downloads(app.export_screenshot(title="overleg"))


def without_downloads(picture: str) -> str:
    """The picture without fonts from elsewhere: whoever looks at it asks nobody for anything."""
    return re.sub(r"@font-face\s*{[^}]*}", "", picture)


if __name__ == "__main__":
    main()
