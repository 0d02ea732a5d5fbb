"""Whatever a series is called, its sessions are files of their own in the folder of the sessions."""

from datetime import date
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from overleg.store.folder import file_slug, new_path
from overleg.store.sessionfile import SessionFile
from tests.store.sessions import LONG, a_session

DAY = date(2027, 1, 14)

TITLES = (
    *("../../x", "/etc/passwd", "..\\..\\x", ".", "..", "", " ", "\0", "a/b", "C:\\x", "~", "$HOME"),
    *("CON", "con.json", "nul", "COM1", "LPT9", "aux.txt", "A", "a", "Á", "-", "--help", "x" * 300),
    *("\x1b[2J", "\u202egpj.exe", "日本語", "🏘️", "a\nb", "a\tb", ".hidden", "x.json", "é" * 300),
    *("*?<>|:", "'", '"', "%00", "`ls`"),
)
"""Each is the title of a series twice, so that even the same name must not collide."""


def test_hostile_titles_stay_in_the_folder_and_apart(tmp_path: Path) -> None:
    folder = tmp_path / "sessions"
    paths = []
    for title in TITLES * 2:
        path = new_path(folder, DAY, title)
        SessionFile.create(path, a_session())
        paths.append(path)
    outside = [path for path in paths if path.resolve().parent != folder.resolve()]
    collisions = len(paths) - len({path.name.casefold() for path in paths})
    print(f"hostile titles: {len(paths)}, outside {len(outside)}, collisions {collisions}")
    assert (outside, collisions) == ([], 0)
    assert [each.name for each in tmp_path.iterdir()] == ["sessions"]
    assert all(SessionFile(path).load().id == path.stem for path in paths)


@given(st.text(max_size=200))
@settings(max_examples=20_000 if LONG else 300, deadline=None, derandomize=True, database=None)
def test_any_title_gives_a_name_that_every_system_takes(title: str) -> None:
    name = file_slug(title)
    assert 1 <= len(name) <= 70
    assert name.isascii()
    assert name == name.lower()
    assert set(name) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert name not in ("con", "prn", "aux", "nul", "com1", "lpt1")
    assert len(new_path(Path("nowhere"), DAY, title).stem) <= 80
