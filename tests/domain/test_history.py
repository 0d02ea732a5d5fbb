"""Undo takes back one's own change, and nothing that somebody did after it."""

import pytest

from overleg.domain.capture import Context, parse
from overleg.domain.changes import Change, apply
from overleg.domain.changing_kind import ChangeKind
from overleg.domain.choices import Kind
from overleg.domain.history import Step, taken_back
from overleg.domain.model import Session
from overleg.domain.table_changes import DropPerson
from overleg.errors import Refused
from tests.domain.conftest import NOW, Typed


def step(session: Session, line: str) -> Step:
    change = parse(line, Context(session, NOW))
    assert isinstance(change, Change), change
    return Step(change, session, apply(session, change))


def undone(session: Session, done: Step) -> Session:
    return taken_back(session, done, NOW)


def same_but_revision(one: Session, other: Session) -> bool:
    from msgspec.structs import replace as but

    return but(one, revision=0) == but(other, revision=0)


@pytest.mark.parametrize(
    "line",
    [
        "a GEM: Bellen #ouderen &bellen",
        "=V-001 ja",
        "+B-001 *",
        "*A-001 klaar",
        "*A-001 bezig ^2027-03-01",
        "*B-001 aangepast: anders",
        "*N-001 ingetrokken: fout",
        "v WIJ>ZOR: Preciezer ~V-002",
        "/stap 1",
        "/beurt ZOR",
        "/volgende 2027-02-11 19:30",
        "/afwezig Ruud",
        "/sluit",
    ],
)
def test_undo_gives_the_session_back_as_it_was(session: Session, typed: Typed, line: str) -> None:
    session = typed(
        session,
        *("/stap opening", "v WIJ>ZOR: Scholing", "v WIJ>ZOR: Vaag", "=V-002 vaag"),
        *("b *: Werkgroep", "a GEM: Eerder ^2027-02-01", "n GEM: iets", "/stap case"),
    )
    done = step(session, line)
    assert done.after is not done.before
    assert same_but_revision(undone(done.after, done), session)
    assert undone(done.after, done).revision == done.after.revision + 1


def test_who_was_there_stands_where_it_stood(session: Session, typed: Typed) -> None:
    session = typed(session, "/afwezig Ruud", "/afwezig Hilde")
    done = step(session, "/aanwezig Ruud")
    assert undone(done.after, done).attendance == session.attendance


def test_what_others_did_stays(session: Session, typed: Typed) -> None:
    done = step(session, "n GEM: van mij")
    later = typed(done.after, "a ZOR: van een ander", "/volgende 2027-02-11")
    back = undone(later, done)
    assert [entry.text for entry in back.entries] == ["van een ander"]
    assert back.next is not None


def test_a_number_that_was_given_out_after_it_leaves_no_gap(session: Session, typed: Typed) -> None:
    done = step(session, "n GEM: van mij")
    later = typed(done.after, "n ZOR: van een ander")
    back = undone(later, done)
    assert [(entry.ref, entry.withdrawn is not None) for entry in back.entries] == [
        ("N-001", True),
        ("N-002", False),
    ]


def test_a_task_that_others_took_up_stays(session: Session, typed: Typed) -> None:
    done = step(session, "a GEM: van mij &bellen #ouderen")
    later = typed(done.after, "n ZOR: van een ander &bellen #ouderen")
    back = undone(later, done)
    assert [task.slug for task in back.tasks] == ["bellen"]
    assert [group.slug for group in back.target_groups] == ["ouderen"]


def test_a_number_that_was_the_last_is_free_again(session: Session, typed: Typed) -> None:
    done = step(session, "n GEM: van mij")
    assert typed(undone(done.after, done), "n GEM: beter").entries[0].ref == "N-001"


@pytest.mark.parametrize("line", ["=V-001 ja", "a GEM: Regelen ~V-001", "*V-001 ingetrokken"])
def test_it_is_refused_where_somebody_built_on_it(session: Session, typed: Typed, line: str) -> None:
    done = step(session, "v WIJ>ZOR: Scholing")
    with pytest.raises(Refused, match="V-001"):
        undone(typed(done.after, line), done)


def test_it_is_refused_where_somebody_changed_the_same(session: Session, typed: Typed) -> None:
    done = step(session, "/volgende 2027-02-11")
    with pytest.raises(Refused):
        undone(typed(done.after, "/volgende 2027-02-18"), done)


def test_what_would_name_somebody_who_is_gone_is_not_taken_back(session: Session) -> None:
    named = step(session, "a GEM: Bellen @Ruud").after
    ref = named.entries[-1].ref
    change = ChangeKind(at=NOW, ref=ref, kind=Kind.NOTE, values={"person": None})
    unnamed = Step(change, named, apply(named, change))
    ruud = next(person.id for person in named.people if person.name.startswith("Ruud"))
    gone = apply(unnamed.after, DropPerson(at=NOW, person=ruud))
    with pytest.raises(Refused, match="changed the same thing since"):
        undone(gone, unnamed)
