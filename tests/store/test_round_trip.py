"""Whatever is saved comes back, whatever order things happen in, and whoever does them."""

import errno
import tempfile
from collections.abc import Callable
from pathlib import Path
from unittest.mock import patch

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule
from msgspec.structs import replace as but
from tinydb import TinyDB

from overleg.domain import integrity
from overleg.domain.model import AgendaItem, Session
from overleg.store import layout
from overleg.store.decoding import contents_of, read_session
from overleg.store.sessionfile import SessionFile
from overleg.store.trouble import MovedOn, NotSaved
from tests.store.sessions import FIXED, LONG, NAME, a_session, longer, sessions

Change = Callable[[Session], Session]


def reworded(session: Session) -> Session:
    place = len(session.entries) // 2
    entry = but(session.entries[place], text=f"In andere woorden {session.revision}")
    entries = (*session.entries[:place], entry, *session.entries[place + 1 :])
    return but(session, entries=entries, revision=session.revision + 1)


def shorter(session: Session) -> Session:
    return but(session, entries=session.entries[1:]) if len(session.entries) > 1 else session


def turned_round(session: Session) -> Session:
    return but(session, entries=session.entries[::-1], parties=session.parties[::-1])


def with_an_item_first(session: Session) -> Session:
    item = AgendaItem(id=f"i{len(session.agenda)}", title="Rondvraag")
    return but(session, agenda=(item, *session.agenda))


CHANGES: list[Change] = [longer, reworded, shorter, turned_round, with_an_item_first]


@given(sessions())
@FIXED
def test_a_session_that_holds_together_is_one_without_faults(session: Session) -> None:
    assert list(integrity.faults(session)) == []


@given(sessions())
@FIXED
def test_a_session_comes_back_from_its_bytes(session: Session) -> None:
    contents = contents_of(session)
    data = b"".join(layout.file_of(contents.lines))
    assert read_session(data, NAME) == contents


@given(sessions())
@FIXED
def test_both_ways_of_reading_agree(session: Session) -> None:
    """A file of our own is read fast; the same file with other spaces in it is read with care."""
    contents = contents_of(session)
    data = b"".join(layout.file_of(contents.lines))
    assert read_session(data.replace(b"\n", b"\r\n"), NAME) == read_session(data, NAME)


@given(sessions(), sessions())
@FIXED
def test_whatever_a_session_becomes_is_what_is_in_the_file(before: Session, after: Session) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"{NAME}.json"
        file = SessionFile.create(path, before)
        file.save(after)
        assert SessionFile(path).load() == after
        with TinyDB(path) as database:
            assert database.table("entries").all() == msgspec.json.decode(msgspec.json.encode(after.entries))


class Meeting(RuleBasedStateMachine):
    """Two programs at one session, and somebody with an editor, against what should be in the file."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.path = Path(self.folder.name) / f"{NAME}.json"
        self.expected = a_session()
        self.programs = [SessionFile.create(self.path, self.expected), SessionFile(self.path)]

    def teardown(self) -> None:
        self.folder.cleanup()

    @rule(program=st.integers(0, 1), change=st.sampled_from(CHANGES))
    def a_program_changes_something(self, program: int, change: Change) -> None:
        file = self.programs[program]
        with file.lock():
            session = file.load() if file.has_moved_on() else file.session
            assert session == self.expected
            self.expected = change(session)
            file.save(self.expected)

    @rule(program=st.integers(0, 1), change=st.sampled_from(CHANGES))
    def a_save_fails(self, program: int, change: Change) -> None:
        file = self.programs[program]
        with file.lock():
            session = file.load() if file.has_moved_on() else file.session
            with patch("os.fsync", side_effect=OSError(errno.ENOSPC, "full")), pytest.raises(NotSaved):
                file.save(change(longer(session)))
            assert file.session == self.expected
            assert not file.has_moved_on()

    @rule()
    def somebody_writes_the_file_with_another_program(self) -> None:
        with TinyDB(self.path, indent=2) as database:
            database.table("people").update({"function": "lid"})
        people = tuple(but(person, function="lid") for person in self.expected.people)
        self.expected = but(self.expected, people=people)

    @rule(program=st.integers(0, 1))
    def somebody_removes_the_file(self, program: int) -> None:
        file = self.programs[program]
        with file.lock():
            session = file.load() if file.has_moved_on() else file.session
            self.path.unlink()
            assert file.is_gone()
            file.save(session)

    @rule(program=st.integers(0, 1))
    def a_program_that_did_not_look_is_refused(self, program: int) -> None:
        file = self.programs[program]
        if file.has_moved_on():
            with pytest.raises(MovedOn), file.lock():
                file.save(longer(self.expected))

    @invariant()
    def the_file_holds_what_it_should(self) -> None:
        assert SessionFile(self.path).load() == self.expected


Meeting.TestCase.settings = settings(FIXED, max_examples=1000 if LONG else 40, stateful_step_count=15)
TestMeeting = Meeting.TestCase
