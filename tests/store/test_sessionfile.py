import errno
import os
import stat
import subprocess
import sys
from pathlib import Path
from unittest.mock import patch

import pytest
from msgspec.structs import replace as but

from overleg.errors import StoreError
from overleg.store import lease, sessionfile
from overleg.store.sessionfile import SessionFile
from overleg.store.trouble import Busy, Damaged, Missing, MovedOn, Newer, NotSaved
from tests.store.sessions import NAME, a_session, longer

on_posix = pytest.mark.skipif(os.name == "nt", reason="the rights and links of POSIX")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "sessions" / f"{NAME}.json"


@pytest.fixture
def file(path: Path) -> SessionFile:
    return SessionFile.create(path, a_session())


def save(file: SessionFile) -> None:
    """Saves one entry more, as a program does."""
    with file.lock():
        session = file.load() if file.has_moved_on() else file.session
        file.save(longer(session))


class TestCreating:
    def test_makes_a_session_that_can_be_loaded(self, file: SessionFile, path: Path) -> None:
        assert SessionFile(path).load() == file.session == a_session()

    def test_refuses_a_name_that_is_taken(self, file: SessionFile, path: Path) -> None:
        before = path.read_bytes()
        with pytest.raises(NotSaved, match=r"There is a session .* already"):
            SessionFile.create(path, a_session(5))
        assert path.read_bytes() == before

    def test_gives_the_session_the_name_of_its_file(self, tmp_path: Path) -> None:
        file = SessionFile.create(tmp_path / "2027-02-11-x.json", a_session())
        assert file.session.id == "2027-02-11-x"
        assert {entry.born_in for entry in file.session.entries} == {"2027-02-11-x"}

    @on_posix
    def test_makes_files_and_folders_that_are_private(self, file: SessionFile, path: Path) -> None:
        save(file)
        for folder, names, files in os.walk(path.parent):
            assert stat.S_IMODE(os.stat(folder).st_mode) == 0o700, folder
            for each in files:
                assert stat.S_IMODE(os.stat(os.path.join(folder, each)).st_mode) == 0o600, each
            assert set(names) <= {".lock", ".backup", NAME}

    def test_says_why_it_cannot(self, tmp_path: Path) -> None:
        (tmp_path / "sessions").touch()
        with pytest.raises(NotSaved, match="what should be a folder is none"):
            SessionFile.create(tmp_path / "sessions" / "x.json", a_session())


class TestLoading:
    def test_never_writes(self, file: SessionFile, path: Path) -> None:
        before = [(entry.name, entry.stat().st_mtime_ns) for entry in os.scandir(path.parent)]
        SessionFile(path).load()
        assert [(entry.name, entry.stat().st_mtime_ns) for entry in os.scandir(path.parent)] == before

    def test_does_without_the_libraries_that_only_writing_needs(self, file: SessionFile, path: Path) -> None:
        source = (
            "import sys; from pathlib import Path; from overleg.store.sessionfile import SessionFile;"
            "SessionFile(Path(sys.argv[1])).load(); assert not {'tinydb', 'filelock'} & set(sys.modules)"
        )
        subprocess.run([sys.executable, "-c", source, path], check=True)

    def test_refuses_a_file_that_is_not_there(self, path: Path) -> None:
        with pytest.raises(Missing, match="There is no session"):
            SessionFile(path).load()

    def test_refuses_a_broken_file_with_its_place_and_the_last_good_version(
        self, file: SessionFile, path: Path
    ) -> None:
        save(file)
        path.write_bytes(path.read_bytes().replace(b'"due":"2027-01-28"', b'"due":"soon"', 1))
        broken = path.read_bytes()
        with pytest.raises(Damaged) as refused:
            SessionFile(path).load()
        assert f'{path} cannot be opened: entries "A-001": due: it is no date' in str(refused.value.message)
        assert "Its last good version, of " in str(refused.value.hint)
        assert str(path.parent / ".backup" / NAME) in str(refused.value.hint)
        assert path.read_bytes() == broken

    def test_refuses_a_file_of_a_newer_overleg(self, file: SessionFile, path: Path) -> None:
        path.write_bytes(path.read_bytes().replace(b'"format":1', b'"format":99'))
        with pytest.raises(Newer, match="made by a newer overleg"):
            SessionFile(path).load()

    @on_posix
    @pytest.mark.parametrize(
        ("make", "words"),
        [("link", "it is a link"), ("fifo", "it is no ordinary file"), ("folder", "it is a folder")],
    )
    def test_refuses_what_is_no_file_without_waiting_for_it(
        self, file: SessionFile, path: Path, make: str, words: str
    ) -> None:
        other = path.with_name("other.json")
        match make:
            case "link":
                other.symlink_to(path)
            case "fifo":
                os.mkfifo(other)
            case _:
                other.mkdir()
        with pytest.raises(Damaged, match=words):
            SessionFile(other).load()

    def test_refuses_a_giant_without_reading_it(self, path: Path) -> None:
        path.parent.mkdir()
        with path.open("wb") as giant:
            giant.truncate(64 * 1024 * 1024 + 1)
        with patch("os.read") as read, pytest.raises(Damaged, match="it is larger than 64 MB"):
            SessionFile(path).load()
        assert not read.called

    @on_posix
    @pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
    def test_refuses_a_file_it_may_not_read(self, file: SessionFile, path: Path) -> None:
        path.chmod(0)
        with pytest.raises(StoreError, match="access is denied"):
            SessionFile(path).load()

    def test_a_copy_is_a_session_of_its_own(self, file: SessionFile, path: Path) -> None:
        copy = path.with_name("copy.json")
        copy.write_bytes(path.read_bytes())
        program = SessionFile(copy)
        assert program.load().id == "copy"
        save(program)
        assert {entry.born_in for entry in SessionFile(copy).load().entries} == {"copy"}
        assert SessionFile(path).load() == a_session()

    def test_prints_no_control_characters_of_a_file_name(self, tmp_path: Path) -> None:
        with pytest.raises(Missing) as refused:
            SessionFile(tmp_path / "\x1b[2Jx.json").load()
        assert str(refused.value).isprintable()


class TestSaving:
    def test_writes_only_when_something_differs(self, file: SessionFile, path: Path) -> None:
        before = os.stat(path)
        with file.lock():
            file.save(but(file.session))
        assert os.stat(path) == before

    def test_keeps_document_ids(self, file: SessionFile, path: Path) -> None:
        with file.lock():
            file.save(but(file.session, entries=file.session.entries[1:]))
            file.save(longer(file.session))
        assert [line[:4] for line in path.read_text("utf-8").splitlines() if "kind" in line] == [
            '"2":',
            '"3":',
        ]

    def test_asks_for_loading_first(self, file: SessionFile, path: Path) -> None:
        with pytest.raises(StoreError):
            SessionFile(path).save(a_session())

    def test_refuses_when_somebody_else_has_saved(self, file: SessionFile, path: Path) -> None:
        other = SessionFile(path)
        other.load()
        save(other)
        after = path.read_bytes()
        assert file.has_moved_on()
        with pytest.raises(MovedOn, match="another program has changed it"), file.lock():
            file.save(longer(file.session))
        assert path.read_bytes() == after

    def test_refuses_over_a_file_that_was_broken_in_the_meantime(self, file: SessionFile, path: Path) -> None:
        path.write_bytes(b"oops")
        with pytest.raises(MovedOn), file.lock():
            file.save(longer(file.session))
        assert path.read_bytes() == b"oops"

    def test_keeps_both_when_it_is_asked_to(self, file: SessionFile, path: Path) -> None:
        path.write_bytes(b"oops")
        with file.lock():
            aside = file.keep_both(longer(file.session))
        assert aside.name.startswith(f"{path.name}.conflict-")
        assert aside.read_bytes() == b"oops"
        assert len(SessionFile(path).load().entries) == 3

    def test_says_why_it_failed_and_takes_memory_back(self, file: SessionFile, path: Path) -> None:
        before, data = file.session, path.read_bytes()
        with (
            patch("os.write", side_effect=OSError(errno.ENOSPC, "No space left on device")),
            pytest.raises(
                NotSaved, match=r"was not saved: the disk is full\. What was saved before is untouched"
            ),
            file.lock(),
        ):
            file.save(longer(before))
        assert (file.session, path.read_bytes()) == (before, data)
        save(file)
        assert len(SessionFile(path).load().entries) == 3

    def test_is_not_done_until_the_folder_is_synced_and_can_be_done_again(
        self, file: SessionFile, path: Path
    ) -> None:
        fsync = os.fsync

        def files_only(descriptor: int) -> None:
            if stat.S_ISDIR(os.fstat(descriptor).st_mode):
                raise OSError(errno.EIO, "broken")
            fsync(descriptor)

        before = file.session
        with patch("os.fsync", files_only), pytest.raises(NotSaved, match="the disk reports an error"):
            save(file)
        assert file.session == before
        assert not file.has_moved_on(), "the file in place is ours, so nobody applies the change twice"
        save(file)
        assert len(SessionFile(path).load().entries) == 3

    def test_refuses_half_a_character(self, file: SessionFile, path: Path) -> None:
        before = path.read_bytes()
        with pytest.raises(NotSaved, match="text that cannot be written"), file.lock():
            file.save(longer(file.session, "half \ud800"))
        assert path.read_bytes() == before

    @pytest.mark.parametrize("gone", ["file", "folder"])
    def test_makes_again_what_somebody_removed(self, file: SessionFile, path: Path, gone: str) -> None:
        save(file)
        path.unlink()
        if gone == "folder":
            path.parent.rename(path.parent.with_name("elsewhere"))
        assert file.is_gone()
        assert not file.has_moved_on()
        with file.lock():
            file.save(file.session)
        assert SessionFile(path).load() == file.session

    def test_sweeps_up_after_a_program_that_was_killed(self, file: SessionFile, path: Path) -> None:
        leftover = path.with_name(f".{path.name}.0123456789abcdef.tmp")
        leftover.touch()
        save(file)
        assert not leftover.exists()

    def test_goes_on_where_versions_cannot_be_kept(self, file: SessionFile, path: Path) -> None:
        (path.parent / ".backup").touch()
        save(file)
        assert len(SessionFile(path).load().entries) == 3


class TestLocking:
    def test_keeps_others_out_and_says_who_is_in(
        self, file: SessionFile, path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(sessionfile, "PATIENCE", 0.05)
        source = (
            "import sys; from pathlib import Path; from overleg.store.sessionfile import SessionFile;"
            "from overleg.store import lease; path = Path(sys.argv[1]); lease.hold(path);\n"
            "with SessionFile(path).lock(): print('in', flush=True); sys.stdin.read()"
        )
        with subprocess.Popen(
            [sys.executable, "-c", source, path], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        ) as other:
            assert other.stdout is not None
            assert other.stdin is not None
            assert other.stdout.readline() == "in\n"
            (holder,) = lease.others(path)
            with pytest.raises(Busy) as refused:
                save(file)
            assert f"is being written by {holder.user} on {holder.machine}" in str(refused.value)
            assert holder.pid == other.pid
            other.stdin.close()
        save(file)
        assert lease.others(path) == []

    def test_may_be_done_twice_by_one_program(self, file: SessionFile) -> None:
        with file.lock(), file.lock():
            file.save(longer(file.session))

    def test_is_given_back_when_something_goes_wrong_inside(self, file: SessionFile, path: Path) -> None:
        with pytest.raises(ZeroDivisionError), file.lock():
            raise ZeroDivisionError
        other = SessionFile(path)
        other.load()
        save(other)

    def test_says_why_it_cannot_be_had(self, file: SessionFile, path: Path) -> None:
        (path.parent / ".lock").touch()
        with pytest.raises(NotSaved, match="what should be a folder is none"):
            save(file)


def test_two_programs_in_turn_lose_nothing(file: SessionFile, path: Path) -> None:
    other = SessionFile(path)
    other.load()
    for program in (file, other, other, file, other):
        save(program)
    texts = [entry.ref for entry in SessionFile(path).load().entries]
    assert texts == [f"A-{number:03}" for number in range(1, 8)]


def test_preparing_loads_what_the_first_save_needs() -> None:
    source = (
        "import sys; from overleg.store.sessionfile import SessionFile; SessionFile.prepare();"
        "assert {'tinydb', 'filelock'} <= set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", source], check=True)
