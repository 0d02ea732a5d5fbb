"""`overleg add`: what is answered is on the disk, what cannot be applied is named, the rest is kept."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from tinydb import TinyDB

from tests.cli.conftest import Overleg, process


def test_each_line_is_answered_with_its_number_and_reading(meeting: str, overleg: Overleg) -> None:
    said = overleg("add", meeting, "a ZOR: Begroting delen @Hilde ^2027-01-28 !geld", "n GEM: iets")
    assert said.code == 0
    first, second = said.out.splitlines()
    assert first.startswith("A-001 Actie ZOR (Hilde)")
    assert first.endswith("do 28 jan 2027")
    assert second.startswith("N-001 Notitie GEM")


def test_a_line_that_cannot_be_applied_is_named_and_the_others_are_kept(
    meeting: str, overleg: Overleg
) -> None:
    said = overleg("add", meeting, "n een", "=V-099 ja", "n twee")
    assert said.code == 1
    assert [line[:5] for line in said.out.splitlines()] == ["N-001", "N-002"]
    assert said.err.startswith("regel 2, positie 2: ")
    assert "V-099" in said.err


def test_an_unknown_party_is_kept_as_text_and_said(meeting: str, overleg: Overleg) -> None:
    said = overleg("add", meeting, "a geemente: bellen")
    assert said.code == 0
    assert "wie?" in said.out
    assert "Gemeente" in said.err


def test_lines_come_from_standard_input_too(meeting: str) -> None:
    said = process("add", meeting, "-", given="n één\r\n\r\nn twee € ë\n".encode())
    assert said.returncode == 0, said.stderr
    assert said.stdout.decode().splitlines() == ["N-001 Notitie · één", "N-002 Notitie · twee € ë"]


def test_standard_input_of_an_old_windows_program_is_understood(meeting: str) -> None:
    said = process("add", meeting, given="n café € 5".encode("cp1252"))
    assert said.stdout.decode().strip() == "N-001 Notitie · café € 5"


def test_an_answer_names_the_party_that_gives_it(meeting: str, overleg: Overleg) -> None:
    overleg("add", meeting, "v WIJ>ZOR: Scholing")
    assert overleg("add", meeting, "=V-001 ja").out == "V-001 ZOR: ja\n"


def test_undo_and_redo_work_within_one_call(meeting: str, overleg: Overleg) -> None:
    said = overleg("add", meeting, "a GEM: Bellen", "/ongedaan", "/opnieuw", "/ongedaan", "n iets", "/hulp")
    assert said.code == 1
    assert [line.split(":")[0].split(" ")[0] for line in said.out.splitlines()] == [
        *("A-001", "Ongedaan", "Opnieuw", "Ongedaan", "N-001"),
    ]
    assert "alleen in de app" in said.err


def test_what_is_stored_is_an_ordinary_tinydb_file(meeting: str, overleg: Overleg, home: Path) -> None:
    overleg("add", meeting, "n één", "a GEM: twee")
    with TinyDB(home / "sessions" / f"{meeting}.json", encoding="utf-8", access_mode="r") as database:
        entries = database.table("entries").all()
        assert [entry["ref"] for entry in entries] == ["N-001", "A-001"]
        assert entries[0]["text"] == "één"


def test_what_was_answered_survives_kill_9_at_any_moment(meeting: str, overleg: Overleg, home: Path) -> None:
    """A program that types without end is killed again and again; what it said it had is there."""
    answered = []
    for wait in range(6):
        typing = subprocess.Popen(
            [sys.executable, "-m", "overleg", "add", meeting, "-"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=os.environ,
        )
        assert typing.stdin
        assert typing.stdout
        typing.stdin.write(b"".join(b"n regel %d\n" % n for n in range(400)))
        typing.stdin.flush()
        answered += [typing.stdout.readline().split()[0].decode() for _ in range(1 + 7 * wait)]
        typing.send_signal(signal.SIGKILL)
        answered += [line.split()[0].decode() for line in typing.stdout if line.endswith(b"\n")]
        typing.stdin.close()
        typing.stdout.close()
        typing.wait()
    refs = [entry["ref"] for entry in overleg("show", meeting, "--format", "json").data["entries"]]
    assert len(answered) == len(set(answered)) >= 100
    assert set(answered) <= set(refs)
    assert refs == [f"N-{n:03}" for n in range(1, len(refs) + 1)]


def test_two_programs_at_once_lose_nothing(meeting: str, overleg: Overleg) -> None:
    lines = b"".join(b"a GEM: regel %d\n" % n for n in range(100))
    both = [
        subprocess.Popen(
            [sys.executable, "-m", "overleg", "add", meeting, "-"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=os.environ,
        )
        for _ in range(2)
    ]
    for each in both:
        assert each.stdin
        each.stdin.write(lines)
        each.stdin.close()
    answered = [line.split()[0] for each in both for line in each.stdout or ()]
    assert [(each.stderr.read() if each.stderr else b"", each.wait()) for each in both] == [(b"", 0)] * 2
    for each in both:
        for stream in (each.stdout, each.stderr):
            assert stream
            stream.close()
    entries = overleg("show", meeting, "--format", "json").data["entries"]
    assert len(entries) == len(set(answered)) == 200
    assert [entry["ref"] for entry in entries] == [f"A-{n:03}" for n in range(1, 201)]


@pytest.mark.skipif(sys.platform == "win32", reason="file size limits are of Unix")
def test_a_full_disk_is_said_and_what_was_there_stays(meeting: str, overleg: Overleg, home: Path) -> None:
    overleg("add", meeting, "n een")
    before = (home / "sessions" / f"{meeting}.json").read_bytes()
    limited = (
        "import resource, signal, sys; from overleg.cli.main import run;"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN);"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (1024, resource.RLIM_INFINITY));"
        f"sys.exit(run(['add', {meeting!r}, 'n twee']))"
    )
    said = subprocess.run(
        [sys.executable, "-c", limited], capture_output=True, text=True, timeout=60, check=False
    )
    assert (said.returncode, said.stdout) == (1, "")
    assert said.stderr.startswith("regel 1")
    assert "Traceback" not in said.stderr
    assert (home / "sessions" / f"{meeting}.json").read_bytes() == before
    assert overleg("add", meeting, "n twee").code == 0
