"""`overleg decisions`: the register of decisions, over all meetings."""

import csv
import io

import pytest

from tests.cli.conftest import NAME, Overleg

NEXT = "2027-02-11-warnsveld"


@pytest.fixture
def held(meeting: str, overleg: Overleg) -> str:
    """Two meetings in which decisions were taken, confidential, proposed and withdrawn."""
    first = overleg(
        *("add", meeting, "b *: werkgroep maakt een plan per 1-3-2027", "+B-001 WIJ ZOR"),
        *(
            "+B-001 GEM %college ^2027-02-09",
            "b *: huurgarantie afgeven !geld",
            "+B-002 ZOR %toezichthouders",
        ),
        *(
            "b ZOR: proef met avondzorg",
            "b GEM: zaal huren",
            "*B-004 ingetrokken: te duur",
            "/volgende 11-2 19:30",
        ),
    )
    second = [overleg("next", meeting), overleg("add", NEXT, "+B-003 *")]
    assert [each.code for each in (first, *second)] == [0, 0, 0], first.err
    return meeting


def refs(overleg: Overleg, *options: str) -> list[str]:
    return [row["ref"] for row in overleg("decisions", *options, "--format", "json").data]


def test_tells_other_programs_what_was_decided(held: str, overleg: Overleg) -> None:
    first, second, third = overleg("decisions", "--format", "json").data
    assert first == {
        "ref": "B-001",
        "date": "2027-01-14",
        "series": "Warnsveld",
        "session": NAME,
        "parties": ["GEM", "ZOR", "WIJ"],
        "text": "werkgroep maakt een plan",
        "method": "consent",
        "agreed": ["GEM", "ZOR", "WIJ"],
        "status": "taken_under_reservation",
        "reservations": [
            {
                "party": "GEM",
                "body": "college",
                "until": "2027-02-09",
                "confirmed_on": None,
                "sensitivity": "none",
            }
        ],
        "effective_from": "2027-03-01",
        "review_on": None,
        "sensitivity": "none",
    }
    assert (second["ref"], second["status"], second["method"]) == ("B-002", "proposed", "")
    assert (third["status"], third["session"], third["date"]) == ("taken", NEXT, "2027-02-11")


@pytest.mark.parametrize("form", ["table", "json", "csv"])
def test_masks_what_is_confidential_until_it_is_asked_for(held: str, overleg: Overleg, form: str) -> None:
    masked = overleg("decisions", "--all", "--format", form)
    shown = overleg("decisions", "--all", "--format", form, "--variant", "closed")
    for secret in ("huurgarantie", "toezichthouders"):
        assert secret not in masked.out + masked.err
        assert secret in shown.out
    assert "vertrouwelijk (geld)" in masked.out
    assert "B-002" in masked.out


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ((), ["B-001", "B-002", "B-003"]),
        (("--all",), ["B-001", "B-002", "B-004", "B-003"]),
        (("--party", "wij"), ["B-001", "B-002"]),
        (("--party", "gem", "--all"), ["B-001", "B-002", "B-004"]),
        (("--status", "genomen"), ["B-003"]),
        (("--status", "taken under reservation"), ["B-001"]),
        (("--status", "ingetrokken"), ["B-004"]),
        (("--series", "warns"), ["B-001", "B-002", "B-003"]),
        (("--series", "elders"), []),
    ],
)
def test_can_be_narrowed(held: str, overleg: Overleg, options: tuple[str, ...], expected: list[str]) -> None:
    assert refs(overleg, *options) == expected


def test_refuses_a_state_that_decisions_have_not(held: str, overleg: Overleg) -> None:
    said = overleg("decisions", "--status", "klaar", "--language", "en")
    assert (said.code, said.out) == (2, "")
    assert "“klaar” is no state of a decision." in said.err
    assert "taken under reservation" in said.err


def test_as_csv_has_every_column_and_no_formulas(held: str, overleg: Overleg) -> None:
    overleg("add", NEXT, "b GEM: =SOM(A1)")
    said = overleg("decisions", "--format", "csv", "--language", "en")
    rows = list(csv.DictReader(io.StringIO(said.out), delimiter=";"))
    assert rows[0] == {
        "no.": "B-001",
        "date": "14-01-2027",
        "series": "Warnsveld",
        "meeting": NAME,
        "what": "werkgroep maakt een plan",
        "state": "taken under reservation",
        "how": "consent (GEM, ZOR, WIJ)",
        "reservation": "GEM: college, before 09-02-2027",
        "takes effect": "01-03-2027",
        "looked back at": "",
    }
    assert rows[-1]["what"] == "'=SOM(A1)"


def test_shows_a_table_without_the_columns_that_are_empty(
    held: str, overleg: Overleg, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    heading = overleg("decisions", "--language", "en").out.splitlines()[0]
    assert "takes effect" in heading
    assert "looked back at" not in heading


def test_leaves_rehearsals_out(held: str, overleg: Overleg) -> None:
    day = ("--date", "2027-01-10", "--series", "Warnsveld")
    name = overleg("new", "Oefening", *day, "--practice", "--party", "GEM=Gemeente").out.strip()
    overleg("add", name, "b GEM: oefenbesluit")
    assert "oefenbesluit" not in overleg("decisions", "--all", "--format", "csv").out


def test_of_a_folder_without_decisions_is_an_empty_list(meeting: str, overleg: Overleg) -> None:
    assert overleg("decisions", "--format", "json").data == []
    assert len(overleg("decisions", "--format", "csv").out.splitlines()) == 1
    assert overleg("decisions").code == 0
