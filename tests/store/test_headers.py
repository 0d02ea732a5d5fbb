"""A session as one row of a list, from its header alone."""

from datetime import date
from pathlib import Path
from unittest.mock import patch

import pytest
from msgspec.structs import replace as but

from overleg.domain.choices import Language, SessionStatus
from overleg.domain.model import FORMAT
from overleg.store import decoding, headers
from overleg.store.headers import summary_of
from overleg.store.sessionfile import SessionFile
from tests.store.sessions import NAME, a_session


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / f"{NAME}.json"
    session = but(
        a_session(40), number=3, start="19:30", place="dorpshuis", status=SessionStatus.LIVE, practice=True
    )
    SessionFile.create(path, session)
    return path


def test_holds_what_a_list_shows(path: Path) -> None:
    summary = summary_of(path)
    assert (summary.path, summary.id, summary.title) == (path, NAME, "Warnsveld houdt zorg")
    assert (summary.series.slug, summary.series.title) == ("warnsveld", "Warnsveld houdt zorg")
    assert (summary.number, summary.date, summary.start) == (3, date(2027, 1, 14), "19:30")
    assert (summary.place, summary.status, summary.practice) == ("dorpshuis", SessionStatus.LIVE, True)
    assert summary.language is Language.NL
    assert summary.fault is None
    assert summary.modified is not None
    assert abs(summary.modified.timestamp() - path.stat().st_mtime) < 0.001


def test_prefers_the_title_of_the_session_itself(tmp_path: Path) -> None:
    path = tmp_path / "x.json"
    SessionFile.create(path, but(a_session(), title="Eerste overleg"))
    assert summary_of(path).title == "Eerste overleg"


def test_is_known_by_the_name_of_the_file(path: Path) -> None:
    copy = path.with_name("copy.json")
    copy.write_bytes(path.read_bytes())
    assert summary_of(copy).id == "copy"


def test_reads_the_beginning_and_the_end_of_a_file_and_no_more(path: Path) -> None:
    expected = summary_of(path)
    with patch.object(headers, "read_file", side_effect=AssertionError("read whole")):
        assert summary_of(path) == expected


@pytest.mark.parametrize(
    "rewritten",
    [
        lambda data: b"\xef\xbb\xbf" + data,
        lambda data: data.replace(b"\n", b"\r\n"),
        lambda data: data.replace(b"\n", b""),
        lambda data: data.rstrip(),
    ],
    ids=["byte order mark", "CRLF", "one line", "no line end"],
)
def test_reads_the_same_from_a_file_that_was_written_in_another_way(path: Path, rewritten: object) -> None:
    expected = summary_of(path)
    assert callable(rewritten)
    path.write_bytes(rewritten(path.read_bytes()))
    with patch.object(decoding, "read_session", side_effect=AssertionError("read with all checks")):
        assert summary_of(path) == but(expected, modified=summary_of(path).modified)


def test_reads_a_header_that_is_longer_than_usual(tmp_path: Path) -> None:
    path = tmp_path / "x.json"
    SessionFile.create(path, but(a_session(), case_text="Mevrouw belt. " * 1000))
    assert summary_of(path).fault is None


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        (b'"format":1', b'"format":%d' % (FORMAT + 1), "made by a newer overleg"),
        (b'"date":"2027-01-14"', b'"date":"soon"', "session: date: it is no date"),
        (b'"practice":true', b'"practise":true', 'session: there is no field "practise"'),
    ],
)
def test_says_what_is_wrong_with_a_header(path: Path, old: bytes, new: bytes, fault: str) -> None:
    path.write_bytes(path.read_bytes().replace(old, new))
    assert fault in str(summary_of(path).fault)


@pytest.mark.parametrize("length", [0, 1, 30, 500, 3000, -2, -4, -100])
def test_marks_a_file_that_breaks_off(path: Path, length: int) -> None:
    path.write_bytes(path.read_bytes()[:length].rstrip())
    assert summary_of(path).fault is not None


def test_marks_a_file_that_cannot_be_read(path: Path) -> None:
    with patch("os.open", side_effect=PermissionError(13, "no")):
        assert str(summary_of(path).fault) == "access is denied"


def test_holds_no_control_characters(path: Path) -> None:
    path.write_bytes(path.read_bytes().replace(b"dorpshuis", b"\\u001b[2Jdorp\\u202e"))
    assert summary_of(path).place == "dorp"
