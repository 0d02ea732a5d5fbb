import os
import stat
from pathlib import Path

import pytest

from overleg.store import drafts


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "2027-01-14-warnsveld.json"


def test_a_half_typed_line_comes_back(path: Path) -> None:
    assert drafts.keep(path, "a GEM: begroting délen ")
    assert drafts.kept(path) == "a GEM: begroting délen "


def test_the_last_one_counts(path: Path) -> None:
    drafts.keep(path, "eerst")
    drafts.keep(path, "toen")
    assert drafts.kept(path) == "toen"
    assert os.listdir(path.parent / ".draft") == [f"{path.stem}.txt"]


def test_a_line_that_was_entered_is_forgotten(path: Path) -> None:
    drafts.keep(path, "eerst")
    (path.parent / ".draft" / f".{path.stem}.txt.0123.tmp").touch()
    drafts.drop(path)
    assert drafts.kept(path) == ""
    assert os.listdir(path.parent / ".draft") == []
    drafts.drop(path)


def test_there_is_none_to_begin_with(path: Path) -> None:
    assert drafts.kept(path) == ""


def test_every_session_has_its_own(path: Path) -> None:
    drafts.keep(path, "eerst")
    assert drafts.kept(path.with_name("other.json")) == ""


def test_half_a_character_is_no_reason_to_lose_the_rest(path: Path) -> None:
    drafts.keep(path, "Zo\udcc3 is het")
    assert drafts.kept(path) == "Zo? is het"


def test_what_somebody_else_put_there_is_cleaned(path: Path) -> None:
    drafts.keep(path, "x")
    (path.parent / ".draft" / f"{path.stem}.txt").write_bytes(b"\x1b[2Ja\xff\nb")
    assert drafts.kept(path) == "a\ufffd b"


@pytest.mark.skipif(os.name == "nt", reason="the rights and links of POSIX")
def test_it_is_private_and_stays_in_its_place(path: Path) -> None:
    drafts.keep(path, "x")
    assert stat.S_IMODE((path.parent / ".draft" / f"{path.stem}.txt").stat().st_mode) == 0o600
    elsewhere = path.parent / "elsewhere"
    elsewhere.mkdir()
    other = path.parent / "other" / path.name
    other.parent.mkdir()
    (other.parent / ".draft").symlink_to(elsewhere)
    assert not drafts.keep(other, "x")
    assert list(elsewhere.iterdir()) == []


def test_where_it_cannot_be_kept_that_is_told(path: Path) -> None:
    (path.parent / ".draft").touch()
    assert not drafts.keep(path, "x")
    assert drafts.kept(path) == ""
