from datetime import date

import pytest

from overleg.desk.folders import Folders, known_forms
from overleg.domain.choices import Base, Language, PartyKind, Seat
from overleg.domain.setup import Setup
from overleg.errors import UsageError
from overleg.tui.planning import Fields, parties_of, plan_of

TODAY = date(2027, 1, 14)


def plan(folders: Folders, **fields: str) -> Setup:
    return plan_of(Fields(**fields), known_forms(folders.home), TODAY, Language.NL)


class TestParties:
    def test_a_name_is_enough(self) -> None:
        (party,) = parties_of("Gemeente")
        assert (party.code, party.name, party.kind) == ("GEM", "Gemeente", PartyKind.MUNICIPALITY)

    @pytest.mark.parametrize(
        ("line", "kind"),
        [
            ("ZorgOrg", PartyKind.CARE),
            ("Huurdersvereniging Noord", PartyKind.TENANTS),
            ("Dorpsbelang", PartyKind.RESIDENTS),
            ("Woningstichting Thuis", PartyKind.HOUSING),
            ("Stichting Samen", PartyKind.OTHER),
        ],
    )
    def test_the_name_gives_the_kind_away(self, line: str, kind: PartyKind) -> None:
        assert parties_of(line)[0].kind is kind

    @pytest.mark.parametrize("line", ["WIJ=Samen:bewoners", "WIJ=Samen:residents", "wij = Samen : Bewoners"])
    def test_a_kind_is_understood_in_both_languages(self, line: str) -> None:
        (party,) = parties_of(line)
        assert (party.code, party.name, party.kind) == ("WIJ", "Samen", PartyKind.RESIDENTS)
        assert party.base is Base.COMMUNITY

    @pytest.mark.parametrize(
        "line", ["GEM=Gemeente:gemeente:gast", "GEM=Gemeente:municipality:system:guest", "GEM=Gemeente::gast"]
    )
    def test_a_guest_is_a_guest(self, line: str) -> None:
        (party,) = parties_of(line)
        assert (party.seat, party.kind) == (Seat.GUEST, PartyKind.MUNICIPALITY)

    def test_two_names_that_begin_alike_get_codes_of_their_own(self) -> None:
        assert [party.code for party in parties_of("Zorg Noord\n\nZorg Zuid")] == ["ZOR", "ZOR2"]

    @pytest.mark.parametrize("text", ["GEM=Gemeente\nGEM=Gelderland", "GEM=Gemeente:kerk", "X=Iets", "123"])
    def test_what_is_not_clear_is_refused_in_words(self, text: str) -> None:
        with pytest.raises(UsageError):
            parties_of(text)

    def test_markup_in_a_name_is_a_name(self) -> None:
        assert parties_of("DOR=Dorp [x] [/b]")[0].name == "Dorp [x] [/b]"


class TestPlan:
    def test_needs_a_title_and_nothing_else(self, folders: Folders) -> None:
        made = plan(folders, title="Overleg")
        assert (made.title, made.date, made.series.title, made.form) == ("Overleg", TODAY, "Overleg", None)

    def test_takes_over_what_is_filled_in(self, folders: Folders) -> None:
        made = plan(
            folders,
            title="Tweede",
            date="11-2-2027",
            start="19.30",
            place="dorpshuis",
            series="Warnsveld",
            form="first_meeting",
        )
        assert (made.date, made.start, made.place) == (date(2027, 2, 11), "19:30", "dorpshuis")
        assert made.series.slug == "warnsveld"
        assert made.form == known_forms(folders.home)["first_meeting"]

    @pytest.mark.parametrize(
        "fields",
        [
            {"title": " "},
            {"title": "x", "date": "30-2-2027"},
            {"title": "x", "date": "ooit"},
            {"title": "x", "start": "25:00"},
        ],
    )
    def test_refuses_in_words_what_is_not_clear(self, folders: Folders, fields: dict[str, str]) -> None:
        with pytest.raises(UsageError):
            plan(folders, **fields)
