"""Looking through a folder of sessions: with an index and without one the same is found."""

import os
import stat
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace as but

from overleg.domain.choices import Kind
from overleg.domain.model import Session
from overleg.domain.searched import everything_said
from overleg.store import shelf, wordindex
from overleg.store.sessionfile import SessionFile
from overleg.store.shelf import IndexedShelf, Shelf, on_shelf
from tests.store.sessions import a_session, an_action, longer

Look = Callable[..., list[str]]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Five sessions of one series, in a folder that is worth an index."""
    monkeypatch.setattr(shelf, "WORTH_AN_INDEX", 2)
    for number in range(1, 6):
        put(tmp_path, a_meeting(number))
    return tmp_path


def a_meeting(number: int, text: str = "") -> Session:
    day = date(2027, 1, 14) + timedelta(weeks=number)
    id = f"{day}-warnsveld"
    text = text or f"Afspraak over punt{number} Zoë"
    return but(
        a_session(0, id),
        number=number,
        date=day,
        entries=(an_action(number, id, text),),
        counters={Kind.ACTION: 50},
    )


def put(folder: Path, session: Session) -> Path:
    path = folder / f"{session.id}.json"
    path.unlink(missing_ok=True)
    SessionFile.create(path, session)
    return path


def words_of(session: Session) -> str:
    return everything_said(session)


def found(folder: Path, *words: str) -> list[int]:
    """The numbers of the meetings in which all the words may stand."""
    return on_shelf(folder, words_of, lambda each: sorted(session.number for session in each.sessions(words)))


def which(folder: Path) -> type[Shelf]:
    return on_shelf(folder, words_of, type)


def index_of(folder: Path) -> Path:
    return folder / ".index" / "words.sqlite"


@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        (("punt3",), [3]),
        (("unt3",), [3]),
        (("zoe",), [1, 2, 3, 4, 5]),
        (("zoe", "punt4"), [4]),
        (("over punt2",), [2]),
        (("a-005",), [5]),
        (("nergens",), []),
        (("(",), [1, 2, 3, 4, 5]),
        (('"',), [1, 2, 3, 4, 5]),
        ((), [1, 2, 3, 4, 5]),
    ],
)
def test_the_index_narrows_and_leaves_nothing_out(
    folder: Path, words: tuple[str, ...], numbers: list[int]
) -> None:
    assert which(folder) is IndexedShelf
    assert found(folder)
    assert found(folder, *words) == numbers


def test_the_first_look_reads_everything(folder: Path) -> None:
    assert found(folder, "punt3") == [1, 2, 3, 4, 5]


def test_a_small_folder_gets_no_index(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shelf, "WORTH_AN_INDEX", 6)
    assert which(folder) is Shelf
    assert found(folder) == [1, 2, 3, 4, 5]
    assert not index_of(folder).exists()


def test_no_folder_holds_nothing(tmp_path: Path) -> None:
    assert found(tmp_path / "nergens") == []
    assert not list(tmp_path.iterdir())


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_it_is_private(folder: Path) -> None:
    old = os.umask(0)
    try:
        found(folder)
    finally:
        os.umask(old)
    assert stat.S_IMODE(index_of(folder).stat().st_mode) == 0o600
    assert stat.S_IMODE(index_of(folder).parent.stat().st_mode) == 0o700


class TestWhatHappensToTheFiles:
    @pytest.fixture(autouse=True)
    def looked_at(self, folder: Path) -> None:
        found(folder)

    def test_a_change_is_seen_at_once(self, folder: Path) -> None:
        file = SessionFile(folder / f"{a_meeting(2).id}.json")
        session = file.load()
        with file.lock():
            file.save(longer(session, "gloednieuw"))
        assert found(folder, "gloednieuw") == [2]
        assert found(folder, "gloednieuw") == [2]

    def test_words_that_are_gone_are_not_found_any_more(self, folder: Path) -> None:
        put(folder, a_meeting(2, "iets heel anders"))
        found(folder)
        assert found(folder, "punt2") == []
        assert found(folder, "heel anders") == [2]

    def test_a_file_that_is_removed_is_not_found(self, folder: Path) -> None:
        (folder / f"{a_meeting(2).id}.json").unlink()
        assert found(folder, "punt2") == []
        assert found(folder) == [1, 3, 4, 5]

    def test_a_damaged_file_is_said_each_time(self, folder: Path) -> None:
        (folder / "2027-09-09-kapot.json").write_bytes(b"")

        def look(each: Shelf) -> int:
            list(each.sessions(("punt2",)))
            return len(each.unread)

        assert [on_shelf(folder, words_of, look) for _ in range(2)] == [1, 1]

    def test_a_file_edited_by_hand_is_read_with_care(self, folder: Path) -> None:
        path = folder / f"{a_meeting(2).id}.json"
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"punt2", b"punt2\\u0007b"))
        found(folder)
        texts = on_shelf(
            folder, words_of, lambda each: [s.entries[0].text for s in each.sessions(("punt2b",))]
        )
        assert texts == ["Afspraak over punt2b Zoë 2"]

    def test_a_copy_under_another_name_is_another_session(self, folder: Path) -> None:
        (folder / "kopie.json").write_bytes((folder / f"{a_meeting(2).id}.json").read_bytes())
        found(folder)
        ids = on_shelf(folder, words_of, lambda each: {s.id for s in each.sessions(("punt2",))})
        assert ids == {a_meeting(2).id, "kopie"}

    def test_practice_is_left_out(self, folder: Path) -> None:
        put(folder, but(a_meeting(2), practice=True))
        assert [found(folder), found(folder, "punt2")] == [[1, 3, 4, 5], []]


class TestAnIndexThatFails:
    @pytest.fixture(autouse=True)
    def looked_at(self, folder: Path) -> None:
        found(folder)

    @pytest.mark.parametrize("content", [b"", b"geen index", b"SQLite format 3\x00" + b"\xff" * 4096])
    def test_is_made_anew(self, folder: Path, content: bytes) -> None:
        index_of(folder).write_bytes(content)
        assert set(found(folder, "punt3")) >= {3}
        found(folder)
        assert found(folder, "punt3") == [3]
        assert which(folder) is IndexedShelf

    def test_halfway_is_as_good_as_none(self, folder: Path) -> None:
        whole = index_of(folder).read_bytes()
        index_of(folder).write_bytes(whole[:8192] + b"\xff" * (len(whole) - 8192))
        for _ in range(3):
            assert 3 in found(folder, "punt3")
        assert found(folder, "punt3") == [3]

    def test_of_another_program_is_made_anew(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(wordindex, "_MADE_BY", "later")
        assert found(folder, "punt3") == [1, 2, 3, 4, 5]
        assert found(folder, "punt3") == [3]

    def test_that_can_be_removed_at_any_time(self, folder: Path) -> None:
        index_of(folder).unlink()
        assert found(folder) == [1, 2, 3, 4, 5]
        assert index_of(folder).exists()

    def test_that_is_a_link_is_not_followed(self, folder: Path, tmp_path: Path) -> None:
        elsewhere = tmp_path / "elders"
        elsewhere.write_bytes(b"van iemand anders")
        index_of(folder).unlink()
        index_of(folder).symlink_to(elsewhere)
        assert which(folder) is Shelf
        assert found(folder, "punt3") == [1, 2, 3, 4, 5]
        assert elsewhere.read_bytes() == b"van iemand anders"

    @pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write everywhere")
    def test_that_cannot_be_written_is_done_without(self, folder: Path) -> None:
        put(folder, a_meeting(6, "na het sluiten"))
        index_of(folder).chmod(0o400)
        assert 6 in found(folder, "sluiten")

    def test_that_another_program_is_writing_is_done_without(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        import sqlite3

        monkeypatch.setattr(wordindex, "_PATIENCE", 0.0)
        put(folder, a_meeting(6, "onder het schrijven"))
        other = sqlite3.connect(index_of(folder))
        other.execute("BEGIN EXCLUSIVE")
        assert 6 in found(folder, "schrijven")
        other.close()

    def test_does_not_grow_without_end(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(wordindex, "_SPARE", 3)
        for number in range(20):
            put(folder, a_meeting(2, f"versie{number}"))
            assert 2 in found(folder, f"versie{number}")
        assert found(folder, "versie19") == [2]
        assert found(folder, "versie3") == []


def test_the_newest_is_known_with_and_without_an_index(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = a_meeting(1)
    put(folder, but(a_meeting(3), entries=(*a_meeting(3).entries, *first.entries)))

    def look(each: Shelf) -> tuple[bool, bool, str | None]:
        (one, *_) = sorted(each.sessions(()), key=lambda session: session.number)
        card = each.card(a_meeting(2).id)
        return each.is_newest(one, "A-001"), each.is_newest(one, "A-009"), card.day if card else None

    expected = (False, True, "2027-01-28")
    assert [on_shelf(folder, words_of, look) for _ in range(2)] == [expected] * 2
    monkeypatch.setattr(shelf, "WORTH_AN_INDEX", 99)
    assert on_shelf(folder, words_of, look) == expected
