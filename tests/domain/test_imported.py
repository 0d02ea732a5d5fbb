"""What the rows of a list mean at a table, and which of them are there already."""

from datetime import date, datetime

import pytest
from msgspec.structs import replace as but

from overleg.domain.changes import apply
from overleg.domain.history import Step, taken_back
from overleg.domain.imported import ImportedRow, imported, recording
from overleg.domain.importing import read_list
from overleg.domain.integrity import faults
from overleg.domain.model import Action, NextSession, Party, Person, Session
from tests.domain.conftest import NOW, Typed

HEADING = "Actie;Partij;Wie;Wanneer;Stand;Toelichting"


def read(session: Session, *rows: str, heading: str = HEADING, now: datetime = NOW) -> list[ImportedRow]:
    listed = read_list("\n".join((heading, *rows)).encode())
    return imported(listed.rows, session, now)


def one(session: Session, row: str, heading: str = HEADING, now: datetime = NOW) -> ImportedRow:
    (found,) = read(session, row, heading=heading, now=now)
    return found


def said(row: ImportedRow) -> list[str]:
    return [str(each) for each in (*row.problems, *row.notices)]


def recorded(session: Session, rows: list[ImportedRow]) -> Session:
    change = recording(rows, NOW)
    assert change is not None
    after = apply(session, change)
    assert list(faults(after)) == []
    return after


class TestARow:
    def test_is_an_action_with_all_that_it_says(self, session: Session) -> None:
        row = one(session, "Begroting delen;ZOR;Hilde;28-1-2027;bezig;zie bijlage")
        assert row.action == Action(
            ref="",
            born_in="",
            created_at=NOW,
            text="Begroting delen",
            parties=("ZOR",),
            person="hilde-oosterbaan",
            due=date(2027, 1, 28),
            status="busy",
            detail="zie bijlage",
            source_line="Begroting delen | ZOR | Hilde | 28-1-2027 | bezig | zie bijlage",
        )
        assert (row.is_new, row.missing, said(row)) == (True, (), [])

    def test_says_what_it_lacks_and_is_recorded_all_the_same(self, session: Session) -> None:
        row = one(session, "bellen;-;?;n.t.b.;;")
        assert row.missing == ("party", "person", "due")
        assert (row.is_new, row.action.parties, row.action.owner, row.action.due) == (True, (), "", None)

    def test_that_is_no_action_is_not_understood(self, session: Session) -> None:
        row = one(session, ";GEM;Ruud;;;")
        assert said(row) == ["It does not say what is to be done."]
        assert not row.is_new

    def test_with_cells_that_have_no_heading_is_not_understood(self, session: Session) -> None:
        row = one(session, "bellen;GEM;;;;;en mailen")
        assert said(row) == ["It has cells without a heading: en mailen."]

    @pytest.mark.parametrize(
        "text",
        ["=V-001 ja", "a ZOR: bellen @Ruud ^2027-02-01 !geld", "/sluit", '=HYPERLINK("x")', "[b]x[/b] {y}"],
    )
    def test_is_never_read_as_a_line_that_was_typed(self, session: Session, text: str) -> None:
        quoted = '"' + text.replace('"', '""') + '"'
        (entry,) = recorded(session, [one(session, f"{quoted};GEM;;;;")]).entries
        assert isinstance(entry, Action)
        assert (entry.text, entry.parties, entry.sensitivity, entry.links) == (text, ("GEM",), "none", ())


class TestWhose:
    @pytest.mark.parametrize(
        ("cell", "parties"),
        [
            *(("gem", ("GEM",)), ("Gemeente", ("GEM",)), ("zorgorg", ("ZOR",)), ("Vereniging", ("WIJ",))),
            *(("ZOR, GEM", ("ZOR", "GEM")), ("WIJ en ZorgOrg", ("WIJ", "ZOR")), ("GEM/ZOR", ("GEM", "ZOR"))),
        ],
    )
    def test_party_goes_by_code_or_name_and_the_first_leads(
        self, session: Session, cell: str, parties: tuple[str, ...]
    ) -> None:
        assert one(session, f"bellen;{cell};;;;").action.parties == parties

    @pytest.mark.parametrize("row", ["bellen;allen;;;;", "bellen;;iedereen;;;"])
    def test_everybody_is_every_core_party(self, session: Session, row: str) -> None:
        action = one(session, row).action
        assert (action.parties, action.for_all) == (("GEM", "ZOR", "WIJ"), True)

    def test_party_that_is_unknown_is_told_and_its_row_left_out(self, session: Session) -> None:
        rows = read(
            session, "bellen;Geemente;;;;", "mailen;Politie;;;;", "delen;GEM, Politie;;;;", "gaan;GEM;;;;"
        )
        assert [said(row) for row in rows] == [
            ["Party “Geemente” is unknown; did you mean Gemeente?"],
            ["Party “Politie” is unknown."],
            ["Party “GEM, Politie” is unknown."],
            [],
        ]
        assert [entry.text for entry in recorded(session, rows).entries] == ["gaan"]

    @pytest.mark.parametrize(
        ("row", "party", "person", "owner"),
        [
            ("bellen;;Ruud Ketelaar;;;", "GEM", "ruud-ketelaar", ""),
            ("bellen;;ketelaar;;;", "GEM", "ruud-ketelaar", ""),
            ("bellen;GEM;Ruud;;;", "GEM", "ruud-ketelaar", ""),
            ("bellen;ZOR;Ruud;;;", "ZOR", None, "Ruud"),
            ("bellen;ZOR;Ruud Ketelaar;;;", "ZOR", "ruud-ketelaar", ""),
            ("bellen;ZOR;Kees;;;", "ZOR", None, "Kees"),
            ("bellen;;Ru;;;", "", None, "Ru"),
            ("bellen;;Gemeente;;;", "GEM", None, ""),
            ("bellen;;Ruud, Hilde;;;", "", None, "Ruud, Hilde"),
        ],
    )
    def test_person_is_one_of_the_list_or_a_name(
        self, session: Session, row: str, party: str, person: str | None, owner: str
    ) -> None:
        action = one(session, row).action
        assert (action.parties[:1], action.person, action.owner) == ((party,) if party else (), person, owner)

    def test_person_of_whom_there_are_two_stays_a_name(self, session: Session) -> None:
        twins = (*session.people, Person(id="ruud-bos", name="Ruud Bos", party="GEM"))
        row = one(but(session, people=twins), "bellen;GEM;Ruud;;;")
        assert (row.action.person, row.action.owner) == (None, "Ruud")
        assert said(row) == ["“Ruud” can be several people, so it stays a name."]

    def test_party_with_and_in_its_name_is_one(self, session: Session) -> None:
        both = Party(id="ZW", code="ZW", name="Zorg en Welzijn")
        row = one(but(session, parties=(*session.parties, both)), "bellen;Zorg en Welzijn;;;;")
        assert row.action.parties == ("ZW",)


class TestWhen:
    @pytest.mark.parametrize(
        "cell",
        [
            *("08-04-2027", "8-4-2027", "2027-04-08", "8/4/2027", "8.4.2027", "2027/04/08", "8-4-27"),
            *("8 april 2027", "8-apr-27", "8-apr-2027", "do 8 apr 2027", "donderdag 8 april 2027"),
            *("8 April 2027", "April 8, 2027", "2027-04-08 00:00:00", "2027-04-08T00:00", "8-4-2027 0:00"),
        ],
    )
    def test_is_read_as_spreadsheets_write_it(self, session: Session, cell: str) -> None:
        row = one(session, f"bellen;GEM;;{cell};;")
        assert (row.action.due, said(row)) == (date(2027, 4, 8), [])

    @pytest.mark.parametrize(("cell", "day"), [("8 april", 8), ("8-apr", 8), ("8-4", 8), ("half april", 15)])
    def test_is_told_where_the_list_leaves_out_the_year(self, session: Session, cell: str, day: int) -> None:
        row = one(session, f"bellen;GEM;;{cell};;")
        assert row.action.due == date(2027, 4, day)
        assert said(row) == [f"“{cell}” is read as 2027-04-{day:02}."]
        assert row.is_new

    def test_is_seen_from_today_and_not_from_a_meeting_to_come(self, session: Session) -> None:
        now = datetime(2026, 12, 1, 12, 0)
        assert one(session, "bellen;GEM;;20 december;;", now=now).action.due == date(2026, 12, 20)

    def test_can_be_the_next_meeting_where_that_has_a_day(self, session: Session) -> None:
        planned = but(session, next=NextSession(date=date(2027, 2, 11)))
        assert one(planned, "bellen;GEM;;volgend overleg;;").action.due == date(2027, 2, 11)
        assert not one(session, "bellen;GEM;;volgend overleg;;").is_new

    @pytest.mark.parametrize(
        ("cell", "problem"),
        [
            ("30-02-2027", "30-02-2027 is not a date in any calendar."),
            ("4/13/2027", "4/13/2027 is not a date in any calendar."),
            ("46485", "“46485” is not understood as a date."),
            ("Q2", "“Q2” is not understood as a date."),
        ],
    )
    def test_that_is_not_understood_is_told(self, session: Session, cell: str, problem: str) -> None:
        assert said(one(session, f"bellen;GEM;;{cell};;")) == [problem]

    @pytest.mark.parametrize("cell", ["z.s.m.", "doorlopend", "ASAP"])
    def test_that_names_no_day_is_kept_as_a_note(self, session: Session, cell: str) -> None:
        row = one(session, f"bellen;GEM;;{cell};;bel eerst")
        assert (row.action.due, row.action.detail, row.is_new) == (None, f"bel eerst; {cell}", True)
        assert said(row) == [f"“{cell}” is no day; it is kept as a note."]


class TestState:
    @pytest.mark.parametrize(
        ("cell", "state"),
        [
            *(("", "open"), ("open", "open"), ("Nieuw", "open"), ("bezig", "busy"), ("in progress", "busy")),
            *(("Klaar", "done"), ("afgerond", "done"), ("done", "done"), ("vervallen", "dropped")),
        ],
    )
    def test_goes_by_our_words_and_those_of_others(self, session: Session, cell: str, state: str) -> None:
        (entry,) = recorded(session, [one(session, f"bellen;GEM;;;{cell};")]).entries
        assert entry.status == state

    def test_that_is_not_understood_is_told(self, session: Session) -> None:
        assert said(one(session, "bellen;GEM;;;50%;")) == ["“50%” is no state of an action."]


class TestAgain:
    LIST = ("Begroting delen;ZOR;Hilde;28-1-2027;;", "Zaal huren;GEM;;;;")

    def test_what_was_recorded_before_is_named_and_left_out(self, session: Session) -> None:
        after = recorded(session, read(session, *self.LIST))
        again = read(
            after, "begroting  DELEN;ZorgOrg;;2027-01-28;klaar;", "Zaal huren;GEM;;;;", "nieuw;GEM;;;;"
        )
        assert [row.known for row in again] == ["A-001", "A-002", ""]
        assert [entry.ref for entry in recorded(after, again).entries] == ["A-001", "A-002", "A-003"]

    @pytest.mark.parametrize(
        "row",
        [
            "Begroting delen;GEM;;28-1-2027;;",
            "Begroting delen;ZOR;;29-1-2027;;",
            "Begroting;ZOR;;28-1-2027;;",
        ],
    )
    def test_another_party_date_or_text_is_another_action(self, session: Session, row: str) -> None:
        assert one(recorded(session, read(session, *self.LIST)), row).is_new

    @pytest.mark.parametrize("line", ["*A-001 bezig ^2027-03-01", "*A-001 klaar"])
    def test_what_happened_to_it_since_makes_it_no_other(
        self, session: Session, typed: Typed, line: str
    ) -> None:
        after = typed(recorded(session, read(session, *self.LIST)), line)
        assert [row.known for row in read(after, *self.LIST)] == ["A-001", "A-002"]

    def test_what_was_withdrawn_can_be_imported_again(self, session: Session, typed: Typed) -> None:
        after = typed(recorded(session, read(session, *self.LIST)), "*A-001 ingetrokken")
        assert [row.known for row in read(after, *self.LIST)] == ["", "A-002"]

    def test_what_another_meeting_of_the_series_has_is_known(self, session: Session) -> None:
        first = recorded(session, read(session, *self.LIST))
        second = but(session, id="2027-02-11-warnsveld", number=2)
        listed = read_list("\n".join((HEADING, *self.LIST)).encode())
        assert [row.known for row in imported(listed.rows, second, NOW, [first])] == ["A-001", "A-002"]
        assert recording(imported(listed.rows, second, NOW, [first]), NOW) is None

    def test_a_row_that_stands_there_twice_is_recorded_once(self, session: Session) -> None:
        rows = read(session, *self.LIST, *self.LIST[:1], "Begroting delen;Politie;;;;")
        assert [row.repeats for row in rows] == [None, None, 2, None]
        assert len(recorded(session, rows).entries) == 2


def test_all_of_a_list_is_one_change_and_one_step_back(session: Session) -> None:
    rows = read(session, *(f"actie {n};GEM;;;;" for n in range(5)))
    change = recording(rows, NOW)
    assert change is not None
    after = apply(session, change)
    assert [entry.ref for entry in after.entries] == [f"A-{n:03}" for n in range(1, 6)]
    assert after.revision == session.revision + 1
    assert taken_back(after, Step(change, session, after), NOW).entries == ()
