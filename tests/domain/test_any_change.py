"""Whatever happens to a meeting, in whatever order: it holds together, and each change can be taken back."""

from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from datetime import timedelta
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from msgspec.structs import replace as but

from overleg.domain.capture import Command, Context, Problem, parse
from overleg.domain.capture.suggest import suggest
from overleg.domain.changes import Change, apply
from overleg.domain.checks import Moment, finding_about, findings, shown
from overleg.domain.choices import Kind, Language
from overleg.domain.entry_changes.adding import next_ref
from overleg.domain.history import Step, taken_back
from overleg.domain.integrity import faults
from overleg.domain.meeting_changes import Close
from overleg.domain.model import TABLES, Expectation, Header, Session
from overleg.errors import Refused
from overleg.locale import say
from overleg.store import layout
from overleg.store.decoding import contents_of, read_session
from tests.domain.any_change import ANY, CHANCES, Draw, Made, any_change, begun, meeting, of_the_package
from tests.domain.conftest import NOW

FIXED = settings(max_examples=60, deadline=None, derandomize=True, database=None)
CHANGES = 20


def all_made(chance: Random) -> Iterator[Made]:
    return meeting(chance, begun(chance), CHANGES)


class TestWhatIsDrawn:
    def test_is_of_every_class_of_changes_there_is(self) -> None:
        assert set(ANY) == set(of_the_package())

    def test_is_seldom_refused_only(self) -> None:
        made = Counter(type(each.change) for seed in range(300) for each in all_made(Random(seed)))
        assert set(ANY) - {Close} - set(made) == set()


class TestEveryChange:
    @given(CHANCES)
    @FIXED
    def test_leaves_a_session_that_holds_together(self, chance: Random) -> None:
        for made in all_made(chance):
            assert list(faults(made.after)) == [], made.change

    @given(CHANCES)
    @FIXED
    def test_leaves_a_session_that_comes_back_from_its_file(self, chance: Random) -> None:
        for made in all_made(chance):
            data = b"".join(layout.file_of(contents_of(made.after).lines))
            assert read_session(data, made.after.id).session == made.after

    @given(CHANCES)
    @FIXED
    def test_is_one_revision_or_nothing_at_all(self, chance: Random) -> None:
        for made in all_made(chance):
            assert made.after is made.before or made.after.revision == made.before.revision + 1

    @given(CHANCES)
    @FIXED
    def test_keeps_every_number_and_every_entry(self, chance: Random) -> None:
        """But for one that changed its kind without leaving a trace, or goes on under another number."""
        for made in all_made(chance):
            kept = {(entry.ref, entry.kind) for entry in made.after.entries}
            said = {entry.created_at for entry in made.after.entries}
            for entry in made.before.entries:
                assert (entry.ref, entry.kind) in kept or entry.created_at in said

    @given(CHANCES)
    @FIXED
    def test_leaves_an_answer_to_the_party_that_is_asked(self, chance: Random) -> None:
        for made in all_made(chance):
            for entry in made.after.entries:
                if isinstance(entry, Expectation) and entry.answer is not None:
                    assert entry.to_party is not None
                    assert entry.to_party != entry.from_party

    @given(CHANCES)
    @FIXED
    def test_is_refused_once_the_meeting_is_closed(self, chance: Random) -> None:
        session = begun(chance)
        for made in meeting(chance, session, CHANGES):
            session = made.after
        closed = apply(session, Close(at=NOW))
        change = any_change(Draw(chance, closed, NOW))
        with pytest.raises(Refused):
            apply(closed, change)


class TestTakingBack:
    @given(CHANCES)
    @FIXED
    def test_gives_the_session_as_it_was_and_redo_as_it_became(self, chance: Random) -> None:
        for made in all_made(chance):
            back = taken_back(made.after, Step(made.change, made.before, made.after), made.at)
            assert contents(back) == contents(made.before), made.change
            assert contents(apply(back, made.change)) == contents(made.after), made.change

    @given(CHANCES)
    @FIXED
    def test_touches_nothing_that_others_did_since(self, chance: Random) -> None:
        """Each change is taken back at the end: what only others made is there as they made it."""
        steps = [Step(each.change, each.before, each.after) for each in all_made(chance)]
        session = steps[-1].after if steps else begun(chance)
        for step in chance.sample(steps, len(steps)):
            with suppress(Refused):
                after = taken_back(session, step, NOW + timedelta(days=1))
                assert list(faults(after)) == [], step.change
                assert others(after, step) == others(session, step), step.change
                session = after


def contents(session: Session) -> Any:
    """All there is in a session but its revision; of the counters, the numbers that come next."""
    numbers = [next_ref(session, kind) for kind in Kind]
    return but(session, revision=0, counters={}), [ref for ref, _ in numbers]


def others(session: Session, step: Step) -> dict[str, Any]:
    """The records and fields of the header that the step neither made nor changed nor removed."""
    kept: dict[str, Any] = {
        name: getattr(session, name)
        for name in Header.__struct_fields__
        if name not in ("revision", "counters") and getattr(step.before, name) == getattr(step.after, name)
    }
    for table, key in TABLES.items():
        before, after, rows = (
            {getattr(each, key): each for each in getattr(one, table)}
            for one in (step.before, step.after, session)
        )
        kept[table] = {id: row for id, row in rows.items() if before.get(id) == after.get(id)}
    return kept


LINES = (
    *("a GEM: bellen #ouderen &taak @Ruud ^vrijdag ~A-001", "v GEM>ZOR: x", "=V-001 ja: goed", "+B-001 GEM"),
    *("?B-001 *: nee", "*A-001 klaar", "/stap 1", "/beurt ZOR", "/weg", "k [geld5] x", "/afwezig Ruud"),
    *("/volgende 2-2", "/sluit", "", "*", "=", "a @", "#", "&t", "~", "/", "v GEM>"),
)


class TestWhatIsTyped:
    @given(CHANCES)
    @FIXED
    def test_is_a_change_a_command_or_a_problem(self, chance: Random) -> None:
        for made in all_made(chance):
            line = any_line(chance, made.after)
            read = parse(line, Context(made.after, made.at))
            assert isinstance(read, Change | Command | Problem)
            assert all(0 <= each.start <= len(line) for each in suggest(line, made.after))

    @given(CHANCES)
    @FIXED
    def test_holds_together_when_it_is_made(self, chance: Random) -> None:
        for made in all_made(chance):
            read = parse(any_line(chance, made.after), Context(made.after, made.at))
            if isinstance(read, Change):
                with suppress(Refused):
                    assert list(faults(apply(made.after, read))) == []


def any_line(chance: Random, session: Session) -> str:
    line = chance.choice(LINES)
    if session.entries and chance.randrange(3) == 0:
        rest = chance.choice(["", " ", " ja", " *", " ZOR", " bezig", ": x", " ^"])
        return f"{chance.choice('=+?*~')}{chance.choice(session.entries).ref}{rest}"
    return line[: chance.randrange(len(line) + 1)] if chance.randrange(2) else line


class TestFindings:
    @given(CHANCES)
    @settings(FIXED, max_examples=15)
    def test_are_the_same_each_time_and_can_be_found_again(self, chance: Random) -> None:
        for made in all_made(chance):
            session, now = made.after, made.at
            assert shown(session, now) == shown(session, now)
            for finding in findings(session, now, Moment.ASKED):
                assert finding_about(session, now, finding.check, finding.subject)
                assert all(say(finding.message, language) for language in Language)
