import errno
import os
import stat
from pathlib import Path
from unittest.mock import patch

import pytest

from overleg.store import atomic
from overleg.store.atomic import Stamp, create_file, make_folder, replace_file, sweep

on_posix = pytest.mark.skipif(os.name == "nt", reason="the rights and links of POSIX")


def names(folder: Path) -> list[str]:
    return sorted(os.listdir(folder))


class TestReplacing:
    def test_puts_all_pieces_in_one_file(self, tmp_path: Path) -> None:
        replace_file(tmp_path / "x", b"a", b"", b"b")
        assert (tmp_path / "x").read_bytes() == b"ab"

    def test_takes_the_place_of_an_older_file_and_leaves_nothing_else(self, tmp_path: Path) -> None:
        path = tmp_path / "x"
        path.write_bytes(b"old and longer")
        stamp = replace_file(path, b"new")
        assert (path.read_bytes(), names(tmp_path)) == (b"new", ["x"])
        assert stamp == Stamp.at(path)

    @on_posix
    def test_makes_a_file_that_only_its_owner_can_read(self, tmp_path: Path) -> None:
        path = tmp_path / "x"
        path.touch(0o666)
        replace_file(path, b"new")
        assert stat.S_IMODE(path.stat().st_mode) == 0o600

    def test_writes_on_where_the_system_takes_only_a_part(self, tmp_path: Path) -> None:
        write = os.write
        with patch("os.write", lambda descriptor, data: write(descriptor, bytes(data)[:2])):
            replace_file(tmp_path / "x", b"seven b")
        assert (tmp_path / "x").read_bytes() == b"seven b"

    @pytest.mark.parametrize("call", ["os.write", "os.fsync", "os.replace"])
    def test_leaves_the_old_file_alone_when_it_fails(self, tmp_path: Path, call: str) -> None:
        path = tmp_path / "x"
        path.write_bytes(b"old")
        with patch(call, side_effect=OSError(errno.ENOSPC, "full")), pytest.raises(OSError, match="full"):
            replace_file(path, b"new")
        assert (path.read_bytes(), names(tmp_path)) == (b"old", ["x"])

    def test_tells_that_the_file_is_in_its_place_before_the_folder_is_synced(self, tmp_path: Path) -> None:
        placed: list[Stamp] = []
        with (
            patch.object(atomic, "sync_folder", side_effect=OSError(errno.EIO, "broken")),
            pytest.raises(OSError, match="broken"),
        ):
            replace_file(tmp_path / "x", b"new", placed=placed.append)
        assert placed == [Stamp.at(tmp_path / "x")]

    def test_does_without_syncing_a_folder_where_the_file_system_cannot(self, tmp_path: Path) -> None:
        fsync = os.fsync

        def files_only(descriptor: int) -> None:
            if stat.S_ISDIR(os.fstat(descriptor).st_mode):
                raise OSError(errno.EINVAL, "not here")
            fsync(descriptor)

        with patch("os.fsync", files_only):
            replace_file(tmp_path / "x", b"new")
        assert (tmp_path / "x").read_bytes() == b"new"

    @on_posix
    @pytest.mark.parametrize("make", ["symlink", "fifo", "folder"])
    def test_refuses_what_is_no_file(self, tmp_path: Path, make: str) -> None:
        path = tmp_path / "x"
        (tmp_path / "other").write_bytes(b"other")
        match make:
            case "symlink":
                path.symlink_to(tmp_path / "other")
            case "fifo":
                os.mkfifo(path)
            case _:
                path.mkdir()
        before = os.lstat(path)
        with pytest.raises(FileExistsError):
            replace_file(path, b"new")
        assert os.lstat(path).st_mode == before.st_mode
        assert (tmp_path / "other").read_bytes() == b"other"

    def test_waits_where_another_program_holds_the_file(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """As virus scanners do on Windows."""
        held = [PermissionError(errno.EACCES, "held")] * 2
        replace = os.replace

        def replace_in_the_end(*args: Path) -> None:
            if held:
                raise held.pop()
            replace(*args)

        monkeypatch.setattr(atomic, "_WAITS", (0, 0, 0))
        with patch("os.replace", replace_in_the_end):
            replace_file(tmp_path / "x", b"new")
        assert (tmp_path / "x").read_bytes() == b"new"


class TestCreating:
    def test_refuses_a_name_that_is_taken(self, tmp_path: Path) -> None:
        create_file(tmp_path / "x", b"first")
        with pytest.raises(FileExistsError):
            create_file(tmp_path / "x", b"second")
        assert ((tmp_path / "x").read_bytes(), names(tmp_path)) == (b"first", ["x"])

    @on_posix
    def test_does_without_hard_links(self, tmp_path: Path) -> None:
        with patch("os.link", side_effect=OSError(errno.EPERM, "no links here")):
            create_file(tmp_path / "x", b"first")
            with pytest.raises(FileExistsError):
                create_file(tmp_path / "x", b"second")
        assert ((tmp_path / "x").read_bytes(), names(tmp_path)) == (b"first", ["x"])


class TestFolders:
    @on_posix
    def test_are_private_and_made_with_those_above(self, tmp_path: Path) -> None:
        make_folder(tmp_path / "a" / "b")
        assert stat.S_IMODE((tmp_path / "a" / "b").stat().st_mode) == 0o700

    def test_may_be_there_already(self, tmp_path: Path) -> None:
        make_folder(tmp_path)

    @on_posix
    def test_are_not_followed_to_another_place_unless_the_user_chose_so(self, tmp_path: Path) -> None:
        (tmp_path / "elsewhere").mkdir()
        (tmp_path / "link").symlink_to(tmp_path / "elsewhere")
        with pytest.raises(NotADirectoryError):
            make_folder(tmp_path / "link")
        make_folder(tmp_path / "link", may_be_link=True)

    def test_do_not_take_the_place_of_a_file(self, tmp_path: Path) -> None:
        (tmp_path / "x").touch()
        with pytest.raises(NotADirectoryError):
            make_folder(tmp_path / "x")


class TestSweeping:
    def test_removes_what_was_left_half_written_of_this_file_alone(self, tmp_path: Path) -> None:
        kept = ["x", ".y.0123.tmp", ".x.txt", "x.tmp"]
        for name in [*kept, ".x.0123.tmp", ".x.4567.tmp"]:
            (tmp_path / name).touch()
        sweep(tmp_path / "x")
        assert names(tmp_path) == sorted(kept)

    def test_does_not_mind_where_there_is_nothing(self, tmp_path: Path) -> None:
        sweep(tmp_path / "gone" / "x")
