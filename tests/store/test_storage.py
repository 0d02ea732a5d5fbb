"""The store is TinyDB: all of its operations work, and its own storage reads the same file."""

import errno
import json
import os
from pathlib import Path
from unittest.mock import patch

import pytest
from tinydb import TinyDB, where
from tinydb.operations import delete
from tinydb.table import Document

from overleg.store.sessionfile import SessionFile
from overleg.store.storage import RecordTable, SessionDatabase
from overleg.store.trouble import Damaged, NotSaved
from tests.store.sessions import NAME, a_session


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / f"{NAME}.json"
    SessionFile.create(path, a_session(3))
    return path


class TestTheFile:
    def test_is_an_ordinary_one_for_tinydb(self, path: Path) -> None:
        with TinyDB(path) as database:
            entries = database.table("entries").all()
            assert [(entry.doc_id, entry["ref"]) for entry in entries] == [
                (1, "A-001"),
                (2, "A-002"),
                (3, "A-003"),
            ]
            assert database.table("session").get(doc_id=1)["id"] == NAME

    def test_has_the_header_first_and_one_record_a_line(self, path: Path) -> None:
        lines = path.read_text(encoding="utf-8").splitlines()
        assert lines[:2] == ["{", '"session": {']
        assert lines[2].startswith('"1": {"format":1,"id":"2027-01-14-warnsveld"')
        assert sum('"kind":"action"' in line for line in lines) == 3

    def test_has_letters_and_no_escapes(self, path: Path) -> None:
        assert "Eén afspraak" in path.read_text(encoding="utf-8")
        assert b"\\u" not in path.read_bytes()

    def test_is_read_by_any_program_that_reads_json(self, path: Path) -> None:
        tables = json.loads(path.read_text(encoding="utf-8"))
        assert list(tables) == ["session", "parties", "people", "attendance", "entries"]


class TestOperations:
    def test_give_what_tinydb_gives(self, tmp_path: Path) -> None:
        ours = SessionDatabase(tmp_path / "ours.json")
        with TinyDB(tmp_path / "theirs.json") as theirs:
            for database in (ours, theirs):
                table = database.table("entries")
                assert table.insert({"ref": "A-001", "n": 1}) == 1
                assert table.insert_multiple([{"ref": "A-002", "n": 2}, {"ref": "A-003", "n": 3}]) == [2, 3]
                assert table.insert(Document({"ref": "A-009"}, doc_id=9)) == 9
                assert table.update({"n": 5}, where("ref") == "A-002") == [2]
                assert table.update(delete("n"), doc_ids=[3]) == [3]
                assert table.upsert({"ref": "A-010", "n": 0}, where("ref") == "A-010") == [10]
                assert table.remove(where("n") == 1) == [1]
                assert table.remove(doc_ids=[9, 77]) == [9]
                assert table.search(where("n") == 5) == [{"ref": "A-002", "n": 5}]
                assert table.count(where("ref") == "A-003") == 1
                assert table.contains(doc_id=10)
                assert not table.contains(doc_id=9)
                database.table("people").insert({"id": "bep"})
                database.table("parties").insert({"id": "GEM"})
                database.drop_table("people")
                database.table("parties").truncate()
            assert ours.table("entries").all() == theirs.table("entries").all()
            assert len(ours.table("entries")) == len(theirs.table("entries"))
        assert [each.doc_id for each in ours.table("entries")] == [2, 3, 10]

    def test_refuse_an_id_that_is_taken(self, path: Path) -> None:
        with pytest.raises(ValueError, match="already exists"):
            SessionDatabase(path).table("entries").insert(Document({}, doc_id=2))

    def test_put_replaces_a_record_as_a_whole(self, path: Path) -> None:
        table = SessionDatabase(path).table("entries")
        table.put({2: {"ref": "A-002"}, 4: {"ref": "A-004"}})
        assert table.get(doc_id=2) == {"ref": "A-002"}
        assert [each.doc_id for each in table] == [1, 2, 3, 4]

    def test_arrange_puts_records_in_another_order(self, path: Path) -> None:
        table = SessionDatabase(path).table("entries")
        table.arrange([3, 1, 2])
        with TinyDB(path) as database:
            assert [each.doc_id for each in database.table("entries")] == [3, 1, 2]


class TestTransactions:
    def test_make_one_write_of_many_operations(self, path: Path) -> None:
        database = SessionDatabase(path)
        with patch("os.replace", wraps=os.replace) as replace, database.transaction():
            database.table("entries").insert({"ref": "A-004"})
            database.table("people").remove(doc_ids=[1])
            database.table("session").update({"revision": 7})
            assert len(database.table("entries")) == 4
        assert replace.call_count == 1

    def test_write_nothing_when_something_in_them_goes_wrong(self, path: Path) -> None:
        database = SessionDatabase(path)
        before = path.read_bytes()
        with pytest.raises(ZeroDivisionError):
            insert_and_fail(database)
        assert path.read_bytes() == before
        assert len(database.table("entries")) == 3

    def test_are_taken_back_in_memory_when_the_disk_is_full(self, path: Path) -> None:
        database = SessionDatabase(path)
        with patch("os.fsync", side_effect=OSError(errno.ENOSPC, "full")), pytest.raises(NotSaved):
            database.table("entries").insert({"ref": "A-004"})
        assert len(database.table("entries")) == 3
        database.table("entries").insert({"ref": "A-004"})
        assert len(database.table("entries")) == 4

    def test_refuse_text_that_is_no_unicode(self, path: Path) -> None:
        before = path.read_bytes()
        with pytest.raises(NotSaved, match="text that cannot be written"):
            SessionDatabase(path).table("entries").insert({"text": "\ud800"})
        assert path.read_bytes() == before


def insert_and_fail(database: SessionDatabase) -> None:
    with database.transaction():
        database.table("entries").insert({"ref": "A-004"})
        raise ZeroDivisionError


class TestWatching:
    def test_what_another_program_wrote_is_read(self, path: Path) -> None:
        ours = SessionDatabase(path)
        assert len(ours.table("entries")) == 3
        with TinyDB(path) as theirs:
            theirs.table("entries").insert({"ref": "A-004"})
        assert len(ours.table("entries")) == 4
        ours.table("entries").insert({"ref": "A-005"})
        assert [each["ref"] for each in ours.table("entries")][3:] == ["A-004", "A-005"]

    @pytest.mark.parametrize(
        "data", [b"", b"null", b"[1]", b'{"entries": 3}', b"{", b"\0\0\0", b'{"a":{"x":{}}}']
    )
    def test_a_file_that_does_not_open_is_never_written_over(self, path: Path, data: bytes) -> None:
        path.write_bytes(data)
        with pytest.raises(Damaged):
            SessionDatabase(path).table("entries").insert({"ref": "A-004"})
        with pytest.raises(Damaged):
            SessionDatabase(path).table("entries").all()
        assert path.read_bytes() == data

    def test_a_file_that_is_gone_is_made_again(self, path: Path) -> None:
        database = SessionDatabase(path)
        assert len(database.table("entries")) == 3
        path.unlink()
        database.table("entries").insert({"ref": "A-004"})
        assert len(SessionDatabase(path).table("entries")) == 4


def test_a_table_of_ours_is_not_put_on_another_storage(tmp_path: Path) -> None:
    with TinyDB(tmp_path / "x.json") as database, pytest.raises(TypeError):
        RecordTable(database.storage, "entries")
