"""The story of one series, from a first meeting to a fourth, as the people at its table live it.

Lines go through the command line; what only a screen does, such as seating a new party, through the desk.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from overleg.cli.main import run
from overleg.desk.folders import Folders, list_sessions
from overleg.desk.standing import read_standing
from overleg.desk.workbench import Desk, open_session
from overleg.domain.changes import Change
from overleg.domain.choices import Kind
from overleg.domain.model import Action, Party, Person, Session
from overleg.domain.review import carried, untouched
from overleg.domain.review_changes import Explain, HandOver, MoveDate
from overleg.domain.table_changes import PutParty, PutPerson

FIRST, SECOND, THIRD, FOURTH = (
    f"{day}-warnsveld" for day in ("2027-01-14", "2027-02-11", "2027-03-11", "2027-04-08")
)
REHEARSED = "geoefend"

SAID_FIRST = (
    "/hervat",
    "d *: iedereen blijft in het dorp",
    "a GEM: de provincie bellen @Ruud ^2027-01-20",
    "a ZOR: begroting delen @Hilde ^2027-01-28",
    "a WIJ: folder maken ^2027-02-01",
    "a WON: grote zaal huren",
    "a WEL: wachtlijst uitzoeken ^2027-02-05",
    "a GEM: subsidie aanvragen ^2027-02-10",
    "v WIJ>ZOR: scholing en een achterwacht",
    "t GEM: 12 uur opbouwwerk %college ^2027-02-09",
    "p WIJ: wie betaalt de koffie?",
    "e WEL: inloopochtend ^2027-02-08",
    "f *: elkaar elke week bellen ^2027-02-11",
    "b *: we beginnen in maart",
    "/volgende 11-2-2027 19:30",
    "/sluit",
)


@dataclass
class Series:
    """The working folder of the secretary, who looks at the clock now and then."""

    home: Path
    capsys: pytest.CaptureFixture[str]
    monkeypatch: pytest.MonkeyPatch
    now: datetime = datetime(2027, 1, 14, 19, 31)
    closed: dict[str, str] = field(default_factory=dict)
    """The digest of the file of each meeting when it was closed."""

    def at(self, moment: str) -> None:
        self.now = datetime.fromisoformat(moment)
        self.monkeypatch.setenv("OVERLEG_NOW", moment)

    def types(self, *arguments: str, code: int = 0) -> str:
        """What a command prints; every one of them goes well."""
        self.capsys.readouterr()
        done = run(list(arguments))
        printed = self.capsys.readouterr()
        assert done == code, printed.err
        return printed.out

    def listed(self, *arguments: str) -> Any:
        return json.loads(self.types(*arguments, "--format", "json"))

    def refs(self, *options: str) -> list[str]:
        return [row["ref"] for row in self.listed("actions", *options)]

    def closes(self, name: str, *lines: str) -> None:
        self.types("add", name, *lines, "/sluit")
        self.closed[name] = self.digest(name)

    def digest(self, name: str) -> str:
        return sha256((self.home / "sessions" / f"{name}.json").read_bytes()).hexdigest()

    @property
    def folders(self) -> Folders:
        return Folders.at(self.home)

    def desk(self, name: str) -> Desk:
        return open_session(self.folders, name, lambda: self.now)

    def session(self, name: str) -> Session:
        return self.desk(name).session

    def action(self, name: str, ref: str) -> Action:
        found = self.session(name).entry(ref)
        assert isinstance(found, Action)
        return found

    def do(self, name: str, *changes: Change) -> None:
        desk = self.desk(name)
        assert all(desk.make(change).is_saved for change in changes)


@pytest.fixture
def series(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Iterator[Series]:
    """A folder in which the first meeting was held, and a practice of the same series beside it."""
    monkeypatch.setenv("OVERLEG_HOME", str(tmp_path))
    monkeypatch.setenv("OVERLEG_LANGUAGE", "nl")
    told = Series(tmp_path, capsys, monkeypatch)
    told.at("2027-01-10T10:00")
    rehearse(told)
    told.at("2027-01-14T19:31")
    told.types(
        *("new", "Warnsveld", "--date", "2027-01-14", "--start", "19:30", "--form", "first_meeting"),
        *("--party", "GEM=Gemeente:municipality", "--party", "ZOR=ZorgOrg:care"),
        *("--party", "WIJ=WijWarnsveld:residents", "--party", "WON=Thuis Wonen:housing"),
        *("--party", "WEL=Welzijn:welfare", "--chair", "Marleen"),
        *("--person", "GEM:Ruud Ketelaar:adviseur:ruud@gemeente.nl", "--person", "ZOR:Hilde Oosterbaan"),
    )
    told.closes(FIRST, *SAID_FIRST)
    yield told
    assert {name: told.digest(name) for name in told.closed} == told.closed


def rehearse(series: Series) -> None:
    series.types(
        *("new", "Warnsveld", "--date", "2027-01-10", "--practice"),
        *("--party", "GEM=Gemeente:municipality", "--party", "ZOR=ZorgOrg:care"),
    )
    series.types(
        *("add", "2027-01-10-warnsveld", f"a GEM: {REHEARSED} ^2027-01-11", f"b *: {REHEARSED}", "/sluit")
    )


def hold_second(series: Series) -> None:
    """The second meeting: somebody new sits down, all is gone through but one, and two things are new."""
    at = series.now
    series.types("add", SECOND, "/hervat", "/verslag wijzig WON: punt 3 'maart' -> 'april'")
    series.types("add", SECOND, "/verslag vaststellen")
    police = Party(id="POL", code="POL", name="Politie")
    series.do(SECOND, PutParty(at=at, party=police))
    series.do(SECOND, PutPerson(at=at, person=Person(id="", name="Wim Bos", party="POL")))
    series.types("add", SECOND, "*A-001 bezig ^2027-03-01", "*A-003 bezig ^2027-03-05")
    series.types("add", SECOND, "*A-004 vervallen: te duur", "*E-001 geëvalueerd", "*F-001 geëvalueerd")
    series.types("add", SECOND, "=V-001 bespreken: na de zomer")
    series.do(
        SECOND,
        HandOver(at=at, ref="A-005", party="POL", person="wim-bos"),
        Explain(at=at, ref="A-006", text="de regeling is dicht tot april"),
        MoveDate(at=at, ref="T-001", due=date(2027, 3, 9)),
    )
    series.types("add", SECOND, "a POL: avondronde lopen @Wim ^2027-03-01", "b *: de proef gaat door")
    series.closes(SECOND, "/volgende 11-3-2027 19:30")


@pytest.fixture
def third(series: Series) -> Series:
    """The evening of the third meeting, before it begins; between the first two one action was done."""
    series.at("2027-02-01T09:00")
    series.types("add", SECOND, "*A-002 klaar")
    series.at("2027-02-11T19:40")
    hold_second(series)
    series.at("2027-03-11T19:40")
    return series


class TestBetweenTheFirstAndTheSecond:
    def test_the_next_one_waits_with_everything_that_is_open(self, series: Series) -> None:
        session = series.session(SECOND)
        walk = carried(session)
        assert (session.number, session.start, session.adopts and session.adopts.session) == (
            2,
            "19:30",
            FIRST,
        )
        assert [each.entry.ref for each in walk.waiting] == [
            *("A-001", "A-002", "A-003", "A-005", "A-006", "A-004"),
            *("T-001", "V-001", "E-001", "F-001", "P-001"),
        ]
        assert {each.entry.born_in for each in walk.waiting} == {FIRST}

    def test_closing_and_planning_again_make_no_other_one(self, series: Series) -> None:
        before = series.digest(SECOND)
        assert series.types("add", FIRST, "/close") == "Het overleg is gesloten\n"
        assert series.types("next", FIRST).strip() == SECOND
        assert series.digest(SECOND) == before

    def test_what_is_done_meanwhile_is_done_in_every_list_and_in_the_review(self, series: Series) -> None:
        series.at("2027-02-01T09:00")
        series.types("add", SECOND, "*A-002 klaar")
        assert "A-002" not in series.refs()
        (row,) = series.listed("actions", "--status", "klaar")
        assert (row["ref"], row["status"], row["session"]) == ("A-002", "done", SECOND)
        walk = carried(series.session(SECOND))
        assert [each.entry.ref for each in walk.done] == ["A-002"]
        assert series.action(FIRST, "A-002").status == "open"

    def test_the_filters_of_the_list_of_actions_work_together(self, series: Series) -> None:
        series.at("2027-02-06T09:00")
        series.types("add", SECOND, "*A-003 bezig")
        assert series.refs("--overdue") == ["A-001", "A-002", "A-003", "A-005"]
        assert series.refs("--overdue", "--party", "gem", "--person", "ruud") == ["A-001"]
        assert series.refs("--overdue", "--status", "bezig") == ["A-003"]
        assert series.refs("--overdue", "--status", "busy", "--party", "GEM") == []
        table = series.types("actions", "--party", "WEL", "--overdue").splitlines()
        assert [line.split()[0] for line in table[2:]] == ["A-005"]
        heading, *rows = series.types("actions", "--party", "GEM", "--format", "csv").splitlines()
        assert heading.split(";")[:3] == ["nr.", "reeks", "partij"]
        assert [row.split(";")[0] for row in rows] == ["A-001", "A-006"]

    def test_everybody_is_reminded_of_their_own(self, series: Series) -> None:
        series.at("2027-02-01T09:00")
        drafts = {Path(line).stem[22:]: Path(line) for line in series.types("remind").splitlines()}
        assert drafts.keys() == {"-gem-ruud-ketelaar", "-wel", "-wij", "-won", "-zor"}
        assert b"To: Ruud Ketelaar <ruud@gemeente.nl>" in drafts["-gem-ruud-ketelaar"].read_bytes()
        assert all(b"To:" not in path.read_bytes() for name, path in drafts.items() if "ruud" not in name)

    def test_an_address_is_in_no_document_and_not_found(self, series: Series) -> None:
        for document in ("minutes", "agreements", "actions"):
            for variant in ("open", "closed"):
                words = ("export", FIRST, document, "--variant", variant, "--as", "txt")
                assert "ruud@" not in Path(series.types(*words).strip()).read_text(encoding="utf-8")
        assert series.types("search", "ruud@gemeente.nl", code=1) == ""


class TestTheSecond:
    def test_adopts_the_minutes_as_they_were_corrected(self, third: Series) -> None:
        adopted = third.session(SECOND).adopts
        assert adopted is not None
        assert adopted.at == datetime(2027, 2, 11, 19, 40)
        assert [(each.party, each.old, each.new) for each in adopted.corrections] == [
            ("WON", "maart", "april")
        ]

    def test_leaves_what_nobody_touched_by_name(self, third: Series) -> None:
        assert [each.ref for each in untouched(third.session(SECOND))] == ["P-001"]

    def test_leaves_the_first_as_it_was(self, third: Series) -> None:
        states = {each.ref: each.status for each in third.session(FIRST).entries if each.kind is Kind.ACTION}
        assert states == dict.fromkeys(states, "open")
        assert len(states) == 6


class TestTheThird:
    def test_opens_with_the_same_refs_and_the_numbers_run_on(self, third: Series) -> None:
        session = third.session(THIRD)
        assert [each.entry.ref for each in carried(session).waiting] == [
            *("A-005", "A-006", "A-001", "A-007", "A-003"),
            *("T-001", "V-001", "P-001"),
        ]
        assert {each.ref: each.born_in for each in session.entries if each.kind is Kind.ACTION} == (
            {f"A-{n:03}": FIRST for n in range(1, 7)} | {"A-007": SECOND}
        )
        assert third.types("add", THIRD, "a GEM: nieuw", "b *: ook nieuw").split()[0] == "A-008"
        assert "B-003" in [each.ref for each in third.session(THIRD).entries]

    def test_knows_every_state_with_its_whole_history(self, third: Series) -> None:
        session = third.session(THIRD)
        actions = [each for each in session.entries if isinstance(each, Action)]
        assert {each.ref: (each.status, each.carried) for each in actions} == {
            "A-001": ("busy", 1),
            "A-002": ("done", 0),
            "A-003": ("busy", 1),
            "A-004": ("dropped", 0),
            "A-005": ("open", 1),
            "A-006": ("open", 1),
            "A-007": ("open", 0),
        }
        handed = third.action(THIRD, "A-005")
        assert (handed.parties, handed.person) == (("POL",), "wim-bos")
        assert [(line.field, line.session) for line in handed.history] == [
            ("parties", SECOND),
            ("person", SECOND),
        ]
        assert third.action(THIRD, "A-006").history[-1].note == "de regeling is dicht tot april"
        (moved,) = [each for each in carried(session).waiting if each.entry.ref == "A-003"]
        assert moved.old_dates == (date(2027, 2, 1),)

    def test_shows_what_was_settled_once_more_and_then_no_more(self, third: Series) -> None:
        before = carried(third.session(THIRD)).done_before
        assert [each.entry.ref for each in before] == ["A-002", "A-004", "E-001", "F-001"]
        third.closes(THIRD, "/hervat", "/volgende 8-4-2027")
        refs = [each.ref for each in third.session(FOURTH).entries]
        assert {"A-002", "A-004", "E-001", "F-001"}.isdisjoint(refs)
        assert {"A-002", "A-004"} <= set(third.refs("--all"))

    def test_an_action_that_comes_for_the_third_time_asks_for_something_else(self, third: Series) -> None:
        assert not any(each.comes_too_often for each in carried(third.session(THIRD)).waiting)
        lines = ("*A-001 bezig ^2027-04-01", "*A-003 bezig ^2027-04-02")
        third.closes(THIRD, "/hervat", *lines, "/volgende 8-4-2027")
        waiting = carried(third.session(FOURTH)).waiting
        often = {each.entry.ref: each.left_open for each in waiting if each.comes_too_often}
        assert often == {"A-001": 2, "A-003": 2}

    def test_the_lists_know_who_has_what_now(self, third: Series) -> None:
        assert third.refs("--party", "POL") == ["A-005", "A-007"]
        assert third.refs("--party", "WEL") == []
        assert third.refs("--status", "vervallen") == ["A-004"]
        told = third.types("search", "nr:A-005", "--history")
        assert [name for name in ("14 jan 2027", "11 feb 2027") if name not in told] == []


def test_a_practice_never_mixes(third: Series) -> None:
    practices = [each.id for each in list_sessions(third.folders) if each.practice]
    assert len(practices) == 2
    for command in ("actions", "decisions"):
        assert REHEARSED not in third.types(command, "--all")
    assert third.types("search", REHEARSED, code=1) == ""
    for path in third.types("remind").splitlines() + third.types("calendar").splitlines():
        assert REHEARSED.encode() not in Path(path).read_bytes()
    standing = read_standing(list_sessions(third.folders), third.now.date())
    assert standing.open_actions == len(third.refs())
    assert all(REHEARSED not in each.text for each in third.session(THIRD).entries)
    rehearsed = third.session(practices[1])
    assert ([each.text for each in rehearsed.entries if each.kind is Kind.ACTION], rehearsed.number) == (
        [REHEARSED],
        2,
    )
