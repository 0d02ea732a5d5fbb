"""What waits for an answer on the spot."""

from overleg.domain.model import Session
from overleg.domain.waiting import waiting
from tests.domain.conftest import Typed


def refs(session: Session) -> list[str]:
    return [entry.ref for entry in waiting(session)]


def test_the_last_one_said_comes_first(session: Session, typed: Typed) -> None:
    session = typed(session, "v WIJ>ZOR: Scholing", "o ZOR>WIJ: Meelezen", "v WIJ>GEM: Iemand die beslist")
    assert refs(session) == ["V-002", "O-001", "V-001"]


def test_what_is_answered_withdrawn_or_asked_of_nobody_does_not_wait(session: Session, typed: Typed) -> None:
    session = typed(
        session,
        "v WIJ>ZOR: Scholing",
        "v WIJ>ZOR: Rooster",
        "v WIJ: Iets",
        "o ZOR>*: De zaal",
        "o ZOR>WIJ: De bus",
        "=V-001 bespreken",
        "*V-002 ingetrokken",
        "=O-002 nee",
    )
    assert refs(session) == []


def test_the_round_ends_with_the_item(session: Session, typed: Typed) -> None:
    session = typed(session, "/stap opening", "v WIJ>ZOR: Scholing")
    assert refs(session) == ["V-001"]
    assert refs(typed(session, "/stap case")) == []
    assert refs(typed(session, "/stap case", "/stap opening")) == ["V-001"]
