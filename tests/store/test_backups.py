import errno
import os
from datetime import UTC, datetime, timedelta
from pathlib import Path
from unittest.mock import patch

import pytest

from overleg.errors import StoreError
from overleg.store import backups
from overleg.store.atomic import replace_file
from overleg.store.backups import LAST, Backups, newest_good, restore, set_aside, superfluous
from overleg.store.sessionfile import SessionFile
from tests.store.sessions import NAME, a_session, longer


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / f"{NAME}.json"


@pytest.fixture
def file(path: Path) -> SessionFile:
    return SessionFile.create(path, a_session(0))


def save(file: SessionFile, times: int = 1) -> None:
    for _ in range(times):
        with file.lock():
            file.save(longer(file.session))


def sizes(path: Path) -> list[int]:
    """How many entries each version has, the newest first."""
    return [version.read_text("utf-8").count('"kind"') for version in Backups(path).versions()]


class TestKeeping:
    def test_has_the_version_of_now_and_those_before_it(self, file: SessionFile, path: Path) -> None:
        save(file, 3)
        assert sizes(path) == [3, 2, 1, 0]

    def test_does_not_keep_a_version_twice(self, file: SessionFile, path: Path) -> None:
        save(file, 2)
        again = SessionFile(path)
        again.load()
        save(again)
        assert sizes(path) == [3, 2, 1, 0]

    def test_keeps_what_somebody_else_wrote(self, file: SessionFile, path: Path) -> None:
        save(file)
        replace_file(path, path.read_bytes().replace(b"Nog een", b"Weer een"))
        again = SessionFile(path)
        again.load()
        save(again)
        assert sizes(path) == [2, 1, 1, 0]

    def test_loses_one_version_to_a_program_that_writes_in_place(self, file: SessionFile, path: Path) -> None:
        save(file, 2)
        with path.open("r+b") as opened:
            opened.truncate(10)
        assert newest_good(path) == Backups(path).versions()[1]

    def test_keeps_at_least_the_last_and_not_all(self, file: SessionFile, path: Path) -> None:
        save(file, 5 * LAST)
        found = sizes(path)
        assert found[:LAST] == list(range(5 * LAST, 4 * LAST, -1))
        assert len(found) <= 2 * LAST + 1

    def test_copies_where_there_are_no_hard_links(self, file: SessionFile, path: Path) -> None:
        link = os.link

        def no_versions(source: Path, target: Path) -> None:
            if ".backup" in os.fspath(target) and not os.fspath(source).endswith(".tmp"):
                raise OSError(errno.EPERM, "no links here")
            link(source, target)

        with patch("os.link", no_versions):
            save(file, 2)
        assert sizes(path) == [2, 1, 0]

    def test_is_not_done_through_a_link_to_another_place(self, file: SessionFile, path: Path) -> None:
        elsewhere = path.parent / "elsewhere"
        elsewhere.mkdir()
        (path.parent / ".backup").symlink_to(elsewhere)
        save(file)
        assert list(elsewhere.iterdir()) == []

    def test_comes_in_order_even_where_the_clock_was_put_back(
        self, file: SessionFile, path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(backups, "_now", lambda: "20990101T000000000000Z")
        save(file, 2)
        monkeypatch.undo()
        save(file)
        assert sizes(path) == [3, 2, 1, 0]


class TestThinning:
    def test_leaves_the_last_ones_and_the_last_of_each_day_before(self) -> None:
        days = [datetime(2027, 1, day, hour, tzinfo=UTC) for day in (12, 13, 14) for hour in range(8)]
        names = [f"{moment:%Y%m%dT%H%M%S%f}Z.json" for moment in days]
        gone = superfluous(names, last=5)
        kept = [name for name in names if name not in gone]
        assert kept == [names[7], names[15], names[18], *names[-5:]]

    def test_leaves_a_year_of_daily_meetings_alone(self) -> None:
        days = [datetime(2027, 1, 1, tzinfo=UTC) + timedelta(days=day) for day in range(365)]
        assert superfluous([f"{moment:%Y%m%dT%H%M%S%f}Z.json" for moment in days]) == []


class TestNewestGood:
    def test_passes_over_versions_that_do_not_open(self, file: SessionFile, path: Path) -> None:
        save(file, 3)
        newest, second, third, _ = Backups(path).versions()
        newest.write_bytes(b"")
        second.write_bytes(third.read_bytes()[:-10])
        assert newest_good(path) == third

    def test_is_none_where_there_is_none(self, path: Path) -> None:
        assert newest_good(path) is None

    def test_looks_at_versions_of_this_session_alone(self, file: SessionFile, path: Path) -> None:
        save(file)
        assert newest_good(path.with_name(f"{NAME}-2.json")) is None


class TestSettingAside:
    def test_gives_the_file_a_name_that_is_in_no_list(self, path: Path) -> None:
        path.write_bytes(b"oops")
        aside = set_aside(path)
        assert aside.name.startswith(f"{NAME}.json.broken-")
        assert (aside.read_bytes(), path.exists()) == (b"oops", False)

    def test_says_why_it_cannot(self, path: Path) -> None:
        with pytest.raises(StoreError, match="could not be set aside"):
            set_aside(path)


class TestRestoring:
    def test_puts_the_newest_good_version_back_and_keeps_the_broken_file(
        self, file: SessionFile, path: Path
    ) -> None:
        save(file, 2)
        good = path.read_bytes()
        path.unlink()
        path.write_bytes(b"oops")
        restore(path)
        assert path.read_bytes() == good
        assert [each.read_bytes() for each in path.parent.glob("*.broken-*")] == [b"oops"]
        SessionFile(path).load()

    def test_works_where_the_file_is_gone(self, file: SessionFile, path: Path) -> None:
        save(file)
        path.unlink()
        restore(path)
        assert len(SessionFile(path).load().entries) == 1

    def test_changes_nothing_where_there_is_no_good_version(self, path: Path) -> None:
        path.write_bytes(b"oops")
        with pytest.raises(StoreError, match="no earlier version"):
            restore(path)
        assert path.read_bytes() == b"oops"
