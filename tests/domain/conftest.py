from collections.abc import Callable
from datetime import date, datetime

import pytest

from overleg.domain.capture import Context, Problem, parse
from overleg.domain.changes import Change, apply
from overleg.domain.choices import Base, Mandate, PartyKind
from overleg.domain.forms import MeetingForm
from overleg.domain.model import Party, Person, Series, Session
from overleg.store.forms import read_forms

NOW = datetime(2027, 1, 14, 19, 31)


@pytest.fixture(scope="session")
def forms() -> dict[str, MeetingForm]:
    return read_forms()


@pytest.fixture
def session() -> Session:
    return a_table()


def a_table() -> Session:
    """Three parties and two people on 14 January 2027, without a form."""
    return Session(
        id="2027-01-14-warnsveld",
        series=Series(slug="warnsveld", title="Warnsveld houdt zorg"),
        date=date(2027, 1, 14),
        parties=(
            Party(id="GEM", code="GEM", name="Gemeente", kind=PartyKind.MUNICIPALITY),
            Party(id="ZOR", code="ZOR", name="ZorgOrg", kind=PartyKind.CARE),
            Party(
                id="WIJ",
                code="WIJ",
                name="Vereniging WijWarnsveld",
                kind=PartyKind.RESIDENTS,
                base=Base.COMMUNITY,
            ),
        ),
        people=(
            Person(id="ruud-ketelaar", name="Ruud Ketelaar", party="GEM", mandate=Mandate.CONSULT),
            Person(id="hilde-oosterbaan", name="Hilde Oosterbaan", party="ZOR", mandate=Mandate.CONSULT),
        ),
    )


Typed = Callable[..., Session]


@pytest.fixture
def typed(forms: dict[str, MeetingForm]) -> Typed:
    """Type lines into a session; every one of them must be a change."""

    def type_lines(session: Session, *lines: str, now: datetime = NOW) -> Session:
        for line in lines:
            change = parse(line, Context(session, now, tuple(forms.values())))
            assert isinstance(change, Change), change
            session = apply(session, change)
        return session

    return type_lines


def problem(session: Session, line: str) -> Problem:
    """The problem that a line is; fails where it is none."""
    read = parse(line, Context(session, NOW))
    assert isinstance(read, Problem), read
    return read
